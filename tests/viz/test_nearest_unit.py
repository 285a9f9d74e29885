"""A pixel leads to the same unit in every part, in Python and in the browser: the one whose centre is nearest."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from torch import nn

from models.nets.catalogue import load
from models.nets.receptive_field import receptive_fields
from models.ops.class_activation import cell_edges
from models.ops.receptive_field import nearest_unit
from pages.receptive_field.growth.rungs import rungs
from tests.viz.node import told_by

SCRIPT = Path(__file__).parent / "javascript" / "nearest_units.mjs"
LAYERS = st.lists(st.tuples(st.integers(1, 5), st.integers(1, 3), st.integers(0, 3)), min_size=1, max_size=4)


def centres_of(layers, count):
    """The centres by the recurrence, worked out here once more: (kernel, stride, padding) each, borders left aside."""
    middle, jump = 0.0, 1
    for kernel, stride, padding in layers:
        middle += ((kernel - 1) / 2 - padding) * jump
        jump *= stride
    return [middle + jump * unit for unit in range(count)]


def nearest_by_sorting(centres, pixel):
    return min((abs(centre - pixel), unit) for unit, centre in enumerate(centres))[1]


@given(LAYERS, st.integers(9, 24))
@settings(deadline=None, max_examples=60)
def test_a_pixel_leads_to_the_unit_whose_whole_field_has_the_nearest_centre(layers, size):
    module = nn.Sequential(*(nn.Conv2d(1, 1, kernel, stride, padding) for kernel, stride, padding in layers))
    try:
        field = list(receptive_fields(module, (size, size)).values())[-1]
    except ValueError:  # a kernel that does not fit
        assume(False)  # noqa: FBT003, as hypothesis has it
    rows, columns = field.centres
    expected = centres_of(layers, field.places[0])
    assert rows.tolist() == columns.tolist() == expected
    for pixel in range(size):
        assert nearest_unit(rows, pixel) == nearest_by_sorting(expected, pixel)


def test_on_a_border_the_clipped_box_would_lead_elsewhere():
    # cifar10, stage3.relu1: fields of 18 pixels, stride 4: the centres are 4u + 1.5, clipped boxes have others.
    field = receptive_fields(load("cifar10").module, (32, 32))["stage3.relu1"]
    assert field.centres[0].tolist() == [4 * unit + 1.5 for unit in range(8)]
    assert [nearest_unit(axis, pixel) for axis, pixel in zip(field.centres, (9, 5), strict=True)] == [2, 1]
    box = field.box(1, 0)
    assert abs((box.top + box.bottom - 1) / 2 - 9) < abs((field.box(2, 0).top + field.box(2, 0).bottom - 1) / 2 - 9)


@pytest.mark.parametrize("network", ["cifar10", "imagenette"])
def test_all_parts_have_the_same_centres(network):
    found = load(network)
    fields = receptive_fields(found.module, found.input_size)
    for rung in rungs(network):
        if rung.units is None:
            continue
        for axis, units in enumerate(rung.units):
            centres = fields[rung.name].centres[axis]
            assert np.array_equal(units.centres, centres)
            edges = cell_edges(len(centres), found.input_size[axis], centres)
            for pixel in range(found.input_size[axis]):
                inside = int(np.searchsorted(edges[1:-1], pixel + 0.5))  # on an edge, of the first of both
                assert inside == units.at(pixel) == nearest_unit(centres, pixel)


def test_units_that_see_nothing_have_no_centre():
    module = nn.Sequential(nn.Upsample(scale_factor=2), nn.Conv2d(1, 1, 1, padding=2))
    field = receptive_fields(module, (4, 4))["1"]
    assert np.isnan(field.centres[0]).tolist() == [True] * 2 + [False] * 8 + [True] * 2
    assert [nearest_unit(field.centres[0], pixel) for pixel in range(4)] == [2, 4, 6, 8]
    assert nearest_unit(np.array([np.nan, np.nan]), 3) == 0


def test_the_browser_finds_the_same_units(tmp_path):
    lists = [field.centres[0] for field in receptive_fields(load("imagenette").module, (128, 128)).values()]
    random = np.random.default_rng(4)
    lists += [np.where(random.random(9) < 0.3, np.nan, random.integers(-9, 40, 9) / 2) for _ in range(50)]
    cases = [{"centres": [None if np.isnan(one) else one for one in each], "pixels": list(range(40))} for each in lists]
    (tmp_path / "cases.json").write_text(json.dumps(cases))
    found = told_by(SCRIPT, tmp_path / "cases.json")
    assert found == [[nearest_unit(each, pixel) for pixel in range(40)] for each in lists]
