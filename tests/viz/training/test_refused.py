"""What the engine can't build or compute is refused with the field, the value and the bound; and how networks begin."""

import numpy as np
import pytest

from tests.viz.training import oracle
from tests.viz.training.engine import worked_out

CONV = {"kind": "conv", "kernels": 2, "size": 3}
POOL = {"kind": "max_pool", "size": 2}
FLAT, LINEAR = {"kind": "flatten"}, {"kind": "linear", "units": 3}
SPEC = {"input": [1, 4, 4], "layers": [CONV, FLAT, LINEAR]}
BATCH = {"pictures": [0.5] * 32, "labels": [0, 2]}


def layers(*given):
    return {"spec": {"input": [1, 4, 4], "layers": list(given)}}


def wide(*given):
    return {"input": [1, 1024, 1024], "layers": given}


IMPOSSIBLE_NETWORKS = {
    "input is [4,4]; it must be [channels, rows, columns]": {"spec": {"input": [4, 4], "layers": [FLAT]}},
    "input[1] is 0; it must be a whole number from 1 to 4096": {"spec": {"input": [1, 0, 4], "layers": [FLAT]}},
    "input[2] is 4.5; it must be a whole": {"spec": {"input": [1, 4, 4.5], "layers": [FLAT]}},
    "layers is []; it must be a list of at least one layer": layers(),
    "layers[0].kind is dropout; it must be one of conv | batch_norm | relu | sigmoid": layers({"kind": "dropout"}),
    "layers[0].kind is undefined": layers(None),
    "layers[0].kernels is 0; it must be a whole number from 1 to 65536": layers(CONV | {"kernels": 0}),
    "layers[0].kernels is undefined": layers({"kind": "conv", "size": 3}),
    "layers[0].size is 5; it must be at most 4": layers(CONV | {"size": 5}),
    "layers[1].size is 3; it must be at most 2": layers(CONV, CONV),
    "layers[0].size is [5,1]; it must be at most 4": layers(CONV | {"size": [5, 1]}),
    "layers[0].size is [1,2,3]; it must be a whole number, or [rows, columns]": layers(CONV | {"size": [1, 2, 3]}),
    "layers[0].size is undefined; it must be a whole number from 1 to 4096": layers({"kind": "conv", "kernels": 1}),
    "layers[0].size is -1; it must be": layers(CONV | {"size": -1}),
    "layers[0].stride is 0; it must be a whole number from 1 to 4096": layers(CONV | {"stride": 0}),
    "layers[0].padding is -1; it must be a whole number from 0 to 4096": layers(CONV | {"padding": -1}),
    "layers[0].padding is 2; it must be at most half the size": layers(POOL | {"padding": 2}),
    "layers[0].bias is 0; it must be true or false": layers(CONV | {"bias": 0}),
    "layers[0].strides is 2; it must be left out": layers(CONV | {"strides": 2}),
    "layers[0].slope is 1; it must be left out: a relu has no settings": layers({"kind": "relu", "slope": 1}),
    "layers[0] is linear; it must be behind a layer that flattens": layers(LINEAR),
    "layers[1] is conv; it must be before the layer that flattens": layers(FLAT, CONV),
    "layers[1] is max_pool; it must be before": layers(FLAT, POOL),
    "layers[1].units is 1e+100; it must be": layers(FLAT, {"kind": "linear", "units": 1e100}),
    "input is [3,4096,4096]; it must be smaller: it would take 50331648 numbers, more than 16777216": {
        "spec": {"input": [3, 4096, 4096], "layers": [FLAT]}
    },
    "layers[0].size is 512; it must be smaller": {"spec": wide(CONV | {"size": 512})},
    "layers[0].kernels is 65536; it must be smaller": {"spec": wide(CONV | {"kernels": 65536})},
    "layers[1].units is 65536; it must be smaller": {"spec": wide(FLAT, LINEAR | {"units": 65536})},
    "precision is half; it must be one of single | double": {"spec": SPEC | {"precision": "half"}},
    "seed is -1; it must be a whole number from 0 to 4294967295": {"spec": SPEC, "seed": -1},
    "seed is 0.5; it must be": {"spec": SPEC, "seed": 0.5},
}
IMPOSSIBLE_BATCHES = {
    "pictures.length is 31; it must be a multiple of 16, which is 1×4×4": {"pictures": [0] * 31},
    "pictures.length is 0; it must be a multiple": {"pictures": [], "labels": []},
    "pictures[3] is NaN; it must be a finite number": {"pictures": [0, 0, 0, "NaN"] + [0] * 28},
    "labels.length is 1; it must be 2, one a picture": {"labels": [0]},
    "labels[1] is 3; it must be a whole number from 0 to 2": {"labels": [0, 3]},
    "labels[0] is -1; it must be": {"labels": [-1, 0]},
    "labels[0] is 0.5; it must be": {"labels": [0.5, 0]},
    "loss is hinge; it must be one of cross_entropy | squared_error": {"loss": "hinge"},
    "layers is [2,2,2]; it must be ended by numbers in a row": layers(CONV),
    "pictures is 1; it must be more than one": layers(FLAT, LINEAR, {"kind": "batch_norm"})
    | {"pictures": [0] * 16, "labels": [0]},
    "rate is -1; it must be a finite number of at least 0": {"options": {"rate": -1}},
    "rate is undefined; it must be": {"options": {}},
    "momentum is -0.5; it must be": {"options": {"rate": 1, "momentum": -0.5}},
    "decay is -1; it must be": {"options": {"rate": 1, "decay": -1}},
    "optimizer is adamw; it must be one of sgd | momentum | adam": {"options": {"rate": 1, "optimizer": "adamw"}},
}


@pytest.fixture(scope="module")
def refusals(tmp_path_factory):
    """What is said of everything that is impossible."""
    run = {"act": "run", "spec": SPEC, "options": {"rate": 0.1}}
    cases = [{"act": "create", **given} for given in IMPOSSIBLE_NETWORKS.values()]
    cases += [run | given | {"batches": [BATCH | given]} for given in IMPOSSIBLE_BATCHES.values()]
    expected = (*IMPOSSIBLE_NETWORKS, *IMPOSSIBLE_BATCHES)
    return dict(zip(expected, worked_out(cases, tmp_path_factory.mktemp("refused")), strict=True))


@pytest.mark.parametrize("said", [*IMPOSSIBLE_NETWORKS, *IMPOSSIBLE_BATCHES])
def test_what_is_impossible_is_named(refusals, said):
    assert said in refusals[said].get("refused", "it was not refused")


def test_parameters_have_pytorchs_names_shapes_and_order(tmp_path):
    spec = {"input": [3, 9, 8]}
    spec["layers"] = [
        *({"kind": "conv", "kernels": 4, "size": [3, 2], "bias": False}, {"kind": "batch_norm"}, {"kind": "relu"}),
        *(
            {"kind": "conv", "kernels": 5, "size": 3, "stride": 2, "padding": 1},
            {"kind": "average_pool", "size": [4, 4]},
        ),
        *(FLAT, LINEAR),
    ]
    module, found = oracle.network(spec), worked_out([{"act": "create", "spec": spec}], tmp_path)[0]
    told = [(each["name"], each["shape"]) for each in found["parameters"]]
    assert told == [(name, list(each.shape)) for name, each in module.named_parameters()]
    kept = [(each["name"], each["shape"]) for each in found["running"]]
    assert kept == [(name, list(each.shape)) for name, each in module.named_buffers() if "running" in name]


def test_weights_begin_as_pytorchs_do(tmp_path):
    """Uniform within ±1/√fan_in, weights and biases alike; γ = 1, β = 0."""
    big = {"kind": "conv", "kernels": 500, "size": 5}
    layers = [big, {"kind": "batch_norm"}, FLAT, {"kind": "linear", "units": 400}]
    found = worked_out([{"act": "create", "spec": {"input": [3, 5, 5], "layers": layers}, "seed": 1}], tmp_path)[0]
    parts = {each["name"]: np.array(each["values"]) for each in found["parameters"]}
    for name, inputs in (("0.weight", 75), ("0.bias", 75), ("3.weight", 500), ("3.bias", 500)):
        bound = 1 / np.sqrt(inputs)
        assert 0.98 * bound < np.abs(parts[name]).max() <= bound * (1 + 1e-6)
        assert parts[name].var() == pytest.approx(bound**2 / 3, rel=0.12)
        assert abs(parts[name].mean()) < 0.1 * bound
    assert (set(parts["1.weight"]), set(parts["1.bias"])) == ({1}, {0})


def test_weights_may_be_written_by_the_caller(tmp_path):
    given = {
        "act": "forward",
        "spec": SPEC,
        "pictures": [1] * 16,
        "parameters": [[1] * 18, [0, 5], [0] * 24, [1, 2, 3]],
    }
    found = worked_out([given], tmp_path)[0]
    assert found["layers"][0]["values"] == [9] * 4 + [14] * 4
    assert found["layers"][-1]["values"] == [1, 2, 3]


def test_what_is_no_longer_a_number_shows_in_the_loss(tmp_path):
    """A rate that is far too high is no error: the loss says what came of it, and is never put right in silence."""
    layers = [CONV, {"kind": "relu"}, POOL, FLAT, LINEAR]
    given = {
        "act": "run",
        "spec": {"input": [1, 4, 4], "layers": layers},
        "options": {"rate": 1e9},
        "loss": "squared_error",
    }
    random = np.random.default_rng(0)
    batch = {"pictures": random.normal(size=32).tolist(), "labels": [0, 2]}
    losses = worked_out([given | {"batches": [batch] * 40}], tmp_path)[0]["losses"]
    assert losses[-1] is None  # NaN or infinite: JSON has no word for it
