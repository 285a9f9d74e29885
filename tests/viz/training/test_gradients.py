"""Every gradient of the engine is PyTorch's: hundreds of random cases, and centred differences in double precision."""

from collections import Counter

import numpy as np
import pytest

from tests.viz.training.cases import EACH, KINDS, cases
from tests.viz.training.engine import worked_out

PRECISIONS = {"single": 1e-5, "double": 1e-11}


@pytest.fixture(scope="module")
def made():
    return list(cases())


@pytest.fixture(scope="module", params=PRECISIONS)
def compared(request, made, tmp_path_factory):
    """What the engine found in one precision, what was expected, and how close they have to be."""
    given = [case | {"spec": case["spec"] | {"precision": request.param}} for _, case, _ in made]
    found = worked_out(given, tmp_path_factory.mktemp(request.param))
    return list(zip(found, (expected for _, _, expected in made), strict=True)), PRECISIONS[request.param]


def apart(found, expected):
    """The largest difference, in proportion to the largest number that is expected anywhere."""
    pairs = [(np.ravel(one), np.ravel(other)) for one, other in zip(found, expected, strict=True)]
    assert [one.shape for one, _ in pairs] == [other.shape for _, other in pairs]
    largest = max((np.abs(other).max(initial=0) for _, other in pairs), default=0)
    return max((np.abs(one - other).max(initial=0) for one, other in pairs), default=0) / max(largest, 1e-6)


def listed(parts):
    return [part["values"] for part in parts]


def test_there_are_enough_cases_of_every_kind(made):
    assert Counter(kind for kind, _, _ in made) == dict.fromkeys(KINDS, EACH)
    assert len(made) >= 300
    layers = [given for _, case, _ in made for given in case["spec"]["layers"]]
    placed = [given for given in layers if given.get("padding") and given.get("stride", 1) != 1]
    assert len(placed) > 50
    assert {given.get("bias", True) for given in layers} == {True, False}
    assert any(isinstance(given["stride"], list) and given["stride"][0] != given["stride"][1] for given in placed)
    assert {case["options"]["training"] for _, case, _ in made} == {True, False}


def test_losses_and_outputs_are_pytorchs(compared):
    pairs, tolerance = compared
    for found, expected in pairs:
        assert found["loss"] == pytest.approx(expected["loss"], rel=tolerance)
        assert apart([found["outputs"]], [expected["outputs"]]) < tolerance


def test_gradients_of_all_parameters_are_pytorchs(compared):
    pairs, tolerance = compared
    for found, expected in pairs:
        assert [each["shape"] for each in found["gradients"]] == [list(each.shape) for each in expected["gradients"]]
        assert apart(listed(found["gradients"]), expected["gradients"]) < tolerance


@pytest.mark.parametrize("what", ["values", "deltas"])
def test_values_and_deltas_of_every_layer_are_pytorchs(compared, what):
    pairs, tolerance = compared
    for found, expected in pairs:
        assert [each["shape"] for each in found[what]] == [list(each.shape) for each in expected[what]]
        assert apart(listed(found[what]), expected[what]) < tolerance


def test_gradients_of_the_pictures_are_pytorchs(compared):
    pairs, tolerance = compared
    for found, expected in pairs:
        assert apart([found["pictureDeltas"]], [expected["pictureDeltas"]]) < tolerance


def test_running_statistics_are_pytorchs(compared):
    pairs, tolerance = compared
    for found, expected in pairs:
        assert apart(listed(found["running"]), expected["running"]) < tolerance


@pytest.fixture(scope="module")
def differing(made, tmp_path_factory):
    """Of every sixth case, in double precision: each gradient beside the centred difference of the loss."""
    given = [
        case | {"act": "differences", "step": 1e-5, "spec": case["spec"] | {"precision": "double"}}
        for _, case, _ in made[::6]
    ]
    return [each["pairs"] for each in worked_out(given, tmp_path_factory.mktemp("differences"))]


def test_gradients_are_what_the_loss_does(differing):
    pairs = [np.array(pair) for each in differing for pair in each]
    assert sum(len(pair) for pair in pairs) > 2000
    for each in differing:
        largest = max(np.abs(pair).max() for pair in map(np.array, each))
        assert max(np.abs(np.subtract(*np.array(pair).T)).max() for pair in each) < 1e-6 * max(largest, 1e-2)
