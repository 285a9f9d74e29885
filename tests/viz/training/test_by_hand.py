"""What can be worked out on paper: gradients of small convolutions, pooling, batch norm, losses and steps, exactly."""

import itertools
import json
import math

import pytest

from tests.viz.training.engine import worked_out

SQUARE = list(range(9))
EDGE = [1, -1]
BARS = [1, 1, 0, 0, 0, 0, 1, 1] * 6
WEDGE = [1, 1, 1, 2, 3] * 3 + [2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4]


def conv(size, **further):
    return {"kind": "conv", "kernels": 1, "size": size, "bias": False, **further}


def case(picture, shape, layer, weights, deltas):
    spec = {"input": [1, *shape], "layers": [layer]}
    return {"act": "from", "spec": spec, "parameters": weights, "pictures": picture, "deltas": deltas}


def one(given, folder):
    return worked_out([given], folder)[0]


@pytest.mark.parametrize(
    ("deltas", "kernel", "picture"),
    [
        ([1, 1, 1, 1], [8, 12, 20, 24], [0, 1, 1, 2, 6, 4, 2, 5, 3]),
        ([1, 0, 0, -1], [-4, -4, -4, -4], [0, 1, 0, 2, 3, -1, 0, -2, -3]),
    ],
)
def test_a_kernel_and_a_picture_of_nine(deltas, kernel, picture, tmp_path):
    found = one(case(SQUARE, (3, 3), conv(2), [[0, 1, 2, 3]], deltas), tmp_path)
    assert found["values"][0]["values"] == [19, 25, 37, 43]
    assert found["gradients"][0]["values"] == kernel
    assert found["pictureDeltas"] == picture


def test_a_bias_gets_the_sum_of_all_deltas(tmp_path):
    layer = conv(2) | {"bias": True}
    found = one(case(SQUARE, (3, 3), layer, [[0, 1, 2, 3], [7]], [1, 2, 3, -4]), tmp_path)
    assert found["values"][0]["values"] == [26, 32, 44, 50]
    assert found["gradients"][1] == {"name": "0.bias", "shape": [1], "values": [2]}


def test_a_stride_leaves_out_what_no_window_reads(tmp_path):
    layer = conv(2, padding=1, stride=[3, 2])
    found = one(case(SQUARE, (3, 3), layer, [[0, 1, 2, 3]], [1, 10, 100, 1000]), tmp_path)
    assert found["values"][0]["values"] == [0, 8, 6, 8]
    # Windows begin at rows −1 and 2, columns −1 and 1: 5, 7 and 8 are read by the second column's alone.
    assert found["gradients"][0]["values"] == [7 * 1000, 6 * 100 + 8 * 1000, 1 * 10, 0 * 1 + 2 * 10]
    assert found["pictureDeltas"] == [3, 20, 30, 0, 0, 0, 100, 0, 1000]


def test_an_edge_detector_on_a_wedge(tmp_path):
    found = one(case(WEDGE, (6, 5), conv(3), [[1, 0, -1, 2, 0, -2, 1, 0, -1]], [1] * 12), tmp_path)
    assert found["values"][0]["values"] == [0, -4, -8, 0, -3, -7, 0, -1, -4, 0, 0, -1]
    assert found["gradients"][0]["values"] == [15, 18, 25, 21, 23, 28, 30, 31, 34]


def edge(weights):
    """The gradient of Σ(y − t)² for the edge kernel of two weights: δ = 2(y − t), whose y is linear in them."""
    target = [0, 1, 0, 0, 0, -1, 0] * 6
    outputs = [weights[0] * one + weights[1] * other for one, other in pairs()]
    deltas = [2 * (output - wanted) for output, wanted in zip(outputs, target, strict=True)]
    loss = sum((output - wanted) ** 2 for output, wanted in zip(outputs, target, strict=True))
    return loss, case(BARS, (6, 8), conv([1, 2]), [weights], deltas)


def pairs():
    rows = [BARS[start : start + 8] for start in range(0, 48, 8)]
    return [pair for row in rows for pair in itertools.pairwise(row)]


def test_learning_the_edge_kernel(tmp_path):
    """Hessian [[36, 24], [24, 36]]; from (0, 0) at rate 0.03 the loss falls by 0.64² each time."""
    columns = [one(edge(weights)[1], tmp_path)["gradients"][0]["values"] for weights in ([0, 0], [1, 0], [0, 1])]
    hessian = [[column[axis] - columns[0][axis] for axis in range(2)] for column in columns[1:]]
    assert hessian == [[36, 24], [24, 36]]
    weights, losses = [0.0, 0.0], []
    for _ in range(10):
        loss, given = edge(weights)
        given["spec"]["precision"] = "double"
        losses.append(loss)
        gradient = one(given, tmp_path)["gradients"][0]["values"]
        weights = [weight - 0.03 * slope for weight, slope in zip(weights, gradient, strict=True)]
    assert losses[:5] == pytest.approx([12, 4.9152, 2.0133, 0.8246, 0.3378], abs=5e-5)
    assert weights == pytest.approx([0.98847, -0.98847], abs=5e-6)
    assert losses[1] / losses[0] == pytest.approx(0.64**2, rel=1e-12)


def test_pooling_sends_delta_to_the_winner_the_first_of_equals(tmp_path):
    layer = {"kind": "max_pool", "size": 2, "stride": 1}
    found = one(case(SQUARE, (3, 3), layer, [], [1, 10, 100, 1000]), tmp_path)
    assert found["values"][0]["values"] == [4, 5, 7, 8]
    assert found["pictureDeltas"] == [0, 0, 0, 0, 1, 10, 0, 100, 1000]
    equal = one(case([5] * 9, (3, 3), layer, [], [1, 10, 100, 1000]), tmp_path)
    assert equal["pictureDeltas"] == [1, 10, 0, 100, 1000, 0, 0, 0, 0]
    padded = {"kind": "max_pool", "size": 3, "stride": 2, "padding": 1}
    found = one(case(list(range(16)), (4, 4), padded, [], [1, 1, 1, 1]), tmp_path)
    assert found["values"][0]["values"] == [5, 7, 13, 15]


def test_the_mean_sends_every_value_its_share(tmp_path):
    layer = {"kind": "average_pool", "size": 2, "stride": 1}
    found = one(case(SQUARE, (3, 3), layer, [], [4, 8, 12, 16]), tmp_path)
    assert found["values"][0]["values"] == [2, 3, 5, 6]
    assert found["pictureDeltas"] == [1, 3, 2, 4, 10, 6, 3, 7, 4]
    whole = one(case(SQUARE, (3, 3), {"kind": "average_pool", "size": 3}, [], [18]), tmp_path)
    assert (whole["values"][0]["values"], whole["pictureDeltas"]) == ([4], [2] * 9)


def test_batch_norm_of_sixteen_numbers(tmp_path):
    spec = {"input": [2, 2, 2], "layers": [{"kind": "batch_norm"}], "precision": "double"}
    given = {"act": "forward", "spec": spec, "pictures": list(range(16)), "options": {"training": True}}
    found = one(given, tmp_path)
    assert found["layers"][0]["values"][:4] == pytest.approx([-1.3242, -1.0835, -0.8427, -0.6019], abs=5e-5)
    mean, variance = found["running"]
    assert mean["values"] == pytest.approx([0.55, 0.95])
    assert variance["values"] == pytest.approx([2.8714] * 2, abs=5e-5)
    rest = one(given | {"options": {}}, tmp_path)
    assert rest["layers"][0]["values"] == pytest.approx([each / math.sqrt(1 + 1e-5) for each in range(16)])
    assert [each["values"] for each in rest["running"]] == [[0, 0], [1, 1]]


def outputs_of(numbers, label, loss, folder):
    """A network that gives back these numbers, and how wrong they are."""
    spec = {"input": [len(numbers), 1, 1], "layers": [{"kind": "flatten"}], "precision": "double"}
    given = {"act": "gradients", "spec": spec, "pictures": numbers, "labels": [label], "options": {"loss": loss}}
    return one(given, folder)


def test_ten_classes_alike_cost_ln_ten(tmp_path):
    found = outputs_of([0] * 10, 3, "cross_entropy", tmp_path)
    assert found["loss"] == pytest.approx(math.log(10), rel=1e-15)
    assert found["pictureDeltas"] == pytest.approx([0.1] * 3 + [-0.9] + [0.1] * 6, rel=1e-15)


def test_squared_error_is_half_the_sum_of_squares(tmp_path):
    found = outputs_of([2, -1, 0.5], 0, "squared_error", tmp_path)
    assert found["loss"] == (1 + 1 + 0.25) / 2
    assert found["pictureDeltas"] == [1, -1, 0.5]


def test_large_outputs_do_not_overflow(tmp_path):
    found = outputs_of([1000, -1000], 1, "cross_entropy", tmp_path)
    assert found["loss"] == 2000
    assert found["pictureDeltas"] == [1, -1]


def test_relu_stops_what_was_negative_or_zero(tmp_path):
    found = one(case([-1, 0, 2, 3], (2, 2), {"kind": "relu"}, [], [5, 6, 7, 8]), tmp_path)
    assert json.dumps(found["pictureDeltas"]) == "[0, 0, 7, 8]"


def test_a_sigmoid_is_steepest_at_zero(tmp_path):
    found = one(case([0, 800, -800, 1], (2, 2), {"kind": "sigmoid"}, [], [8, 1, 1, 1]), tmp_path)
    assert found["values"][0]["values"][:3] == [0.5, 1, 0]
    assert found["pictureDeltas"][:3] == [2, 0, 0]
