"""What the things to try of the pages that work by hand promise: Convolution, and Pooling."""

import re

import numpy as np
import torch
from torch.nn import functional

from models.images import sample, square
from models.nets.capture import capture
from models.nets.catalogue import load
from models.ops.examples import MATRICES
from models.ops.pooling import average_pool, max_pool
from pages.convolution.kinds import case as kinds
from tests.pages.promises.kept import promise


def place(view):
    return view["row"], view["column"]


@promise("convolution_slide.try_textbook")
def _(tried):
    stage = tried.stages["convolution/slide"]
    view = stage["view"]
    window = np.array(stage["matrices"][view["source"]])[:2, :2]
    kernel = np.array(stage["kernel_names"][view["kernel"]])
    written = " + ".join(f"{value:.0f}×{weight:.0f}" for value, weight in zip(window.flat, kernel.flat, strict=True))
    assert place(view) == (0, 0), "the first position, not the largest"
    assert tried.label.endswith(f"{written} = {(window * kernel).sum():.0f}")
    assert "at row 0, column 0 gives **19**" in tried.said


@promise("convolution_slide.try_left_over")
def _(tried):
    view = tried.stages["convolution/slide"]["view"]
    assert (view["stride"], view["padding"]) == ("3x3", "1x1")
    assert MATRICES[view["source"]].shape == (5, 5)
    assert (5 + 2 * 1 - 3) % 3 == 1, "one row and one column are left over"
    assert "**2 × 2** values" in tried.said
    assert 2 * 3 == 6 == 5 + 2 * 1 - 1, "both windows together end before the last cells, which are padding"


@promise("convolution_slide.try_curve")
def _(tried):
    stage = tried.stages["convolution/slide"]
    view, kernels = stage["view"], stage["kernel_names"]
    scene = np.array(stage["matrices"][view["source"]])
    window = scene[view["row"] : view["row"] + 7, view["column"] : view["column"] + 7]
    plain, even = (np.array(kernels[name]) for name in ("curve", "curve zero-sum"))
    patch, curve = map(int, re.findall(r"(\d+) on", tried.label))
    assert view["kernel"] == "curve"
    assert set(plain.ravel()) == {0, 1}, "of 0 and 1"
    assert len(set(window.ravel())) == 1, "a patch that is bright everywhere"
    assert (window * plain).sum() == patch
    assert (scene[1:8, 1:8] * plain).sum() == curve
    assert (window * even).sum() == even.sum() == 0, "zero-sum, exactly"
    answers = functional.conv2d(torch.tensor(scene)[None, None], torch.tensor(even)[None, None])[0, 0]
    assert divmod(int(answers.argmax()), answers.shape[1]) == (1, 1), "the curve is the strongest"
    assert answers[1, 1] == curve > 1.5 * answers.flatten().sort().values[-2], "and nothing else comes near"
    assert "the curve detector of 0 and 1 gives **81**, the zero-sum one **0**" in tried.said


def flashlight(tried):
    """What is on stage by PyTorch: the shapes of input and kernel, the kernel's map, and the number of products."""
    planes = tried.stages["convolution/inside"].planes
    inputs, weights = (torch.tensor(planes[name].astype(np.float64)) for name in ("inputs", "weights"))
    made = functional.conv2d(inputs[None], weights[None])[0, 0] + tried.stages["convolution/inside"]["bias"]
    np.testing.assert_array_equal(planes["chain"][0], made)
    deep = lambda shape: " × ".join(map(str, (*shape[1:], shape[0])))  # noqa: E731
    return deep(inputs.shape), deep(weights.shape), " × ".join(map(str, (*made.shape, 1))), weights.numel()


@promise("convolution_flashlight.try_one")
def _(tried):
    picture, kernel, out, products = flashlight(tried)
    assert (picture, kernel, out, products) == ("32 × 32 × 3", "5 × 5 × 3", "28 × 28 × 1", 75)
    assert tried.label == f"One kernel of {kernel} on {picture}: {products} products a value, {out} values"
    pixels = np.asarray(square(sample(tried.picture), 32)).transpose(2, 0, 1)
    np.testing.assert_array_equal(tried.stages["convolution/inside"].planes["inputs"], pixels)


@promise("convolution_flashlight.try_five")
def _(tried):
    _, _, out, _ = flashlight(tried)
    rows, columns, maps = map(int, re.search(r"(\d+) × (\d+) × (\d+)", tried.label).groups())
    assert (f"{rows} × {columns} × 1", maps) == (out, len(tried.stages["frame/map_row"]["maps"]))
    assert tried.stages["frame/map_row"].planes["codes"].shape == (maps, rows, columns)
    red, green, blue = tried.stages["convolution/inside"].planes["weights"]
    assert (red > 0).all(), "for red"
    assert (green + blue == -red).all(), "and against what is as green and blue"


@promise("convolution_flashlight.try_second")
def _(tried):
    maps, kernel, out, products = flashlight(tried)
    assert (maps, kernel, out, products) == ("28 × 28 × 5", "3 × 3 × 5", "26 × 26 × 1", 45)
    assert f"{kernel}, {products} products over all 5 maps" in tried.label


@promise("convolution_inside.try_colours")
def _(tried):
    stage = tried.stages["convolution/inside"]
    assert stage["names"] == ["red", "green", "blue"]
    assert stage.planes["weights"].size == 27
    assert "**27 products**" in tried.said
    assert stage["layer"] == next(iter(capture(load("cifar10"), torch.zeros(1, 3, 32, 32))))


@promise("convolution_inside.try_sorted")
def _(tried):
    stage = tried.stages["convolution/inside"]
    assert len(stage["numbers"]) == 96
    assert stage["view"]["order"] == "contribution"


@promise("convolution_inside.try_depthwise")
def _(tried):
    stage = tried.stages["convolution/inside"]
    assert tried.network == "mobilenet_v2"
    assert stage.planes["weights"].shape == (1, 3, 3)
    layer = load("mobilenet_v2").module.get_submodule(stage["layer"])
    assert layer.groups == layer.in_channels


@promise("convolution_kinds.try_checkerboard")
def _(tried):
    counts = tried.stages["convolution/kinds"].planes["counts"][0]
    stamps = functional.conv_transpose2d(torch.ones(1, 1, 4, 4), torch.ones(1, 1, 3, 3), stride=2)[0, 0]
    np.testing.assert_array_equal(counts, stamps)
    assert set(counts[2:-2, 2:-2].ravel()) == {1, 2, 4}
    assert "kernel 3, stride 2" in tried.label


@promise("convolution_kinds.try_gaps")
def _(tried):
    planes = tried.stages["convolution/kinds"].planes
    outputs = planes["outputs"][0]
    expected = functional.conv2d(
        torch.tensor(planes["inputs"][None]), torch.tensor(planes["weights"][None]), dilation=2
    )
    np.testing.assert_array_equal(outputs, expected[0, 0])
    assert (np.abs(np.diff(outputs)) == 9).all(), "every neighbour is another one, by all that there is"


@promise("convolution_kinds.try_dice")
def _(tried):
    outputs = tried.stages["convolution/kinds"].planes["outputs"].ravel()
    fair, loaded = [1] * 6, kinds.DICE["loaded"]
    assert outputs.tolist() == np.convolve(fair, loaded).tolist()
    unflipped = np.correlate(np.array(fair), np.array(loaded), "full")
    column = tried.stages["convolution/kinds"]["view"]["column"]
    assert f"**P({column + 2}) = {outputs[column]:.0f}/48**" in tried.said, (
        "the sum on the stage is the one that is read"
    )
    assert outputs.tolist() != unflipped.tolist(), "without the flip another distribution"


@promise("convolution_sharing.try_million")
def _(tried):
    counts = {each["label"]: each for each in tried.stages["convolution/areas"]["quantities"]}
    a_neuron, a_kernel = re.findall(r"([\d,]+) (?:weights a neuron|a kernel)", tried.label)
    assert int(a_neuron.replace(",", "")) == torch.nn.Linear(3 * 200 * 200, 1, bias=False).weight.numel()
    assert f"= {a_neuron} ×" in counts["Fully connected"]["how"]
    assert int(a_kernel) == counts["Convolution"]["count"] == torch.nn.Conv2d(3, 1, 5, bias=False).weight.numel()


@promise("convolution_sharing.try_own")
def _(tried):
    trace = capture(load("cifar10"), torch.zeros(1, 3, 32, 32))
    late, early = (trace[name].values for name in ("stage3.conv2", "stage1.conv1"))
    assert late.shape[1] > early.shape[1], "many maps"
    assert late[0, 0].size < early[0, 0].size, "few places"
    connected, _, shared = (each["count"] for each in tried.stages["convolution/areas"]["quantities"])
    assert connected == trace["stage3.relu1"].values.size * late.size
    assert connected / shared < early.size * 3 * 32 * 32 / (48 * 27), "less is saved than in the first layer"


@promise("convolution_sharing.try_move")
def _(tried):
    assert tried.picture == "digit"
    assert "moved right by 3" in tried.said
    assert "largest difference **0**" in tried.said
    assert tried.query["slider"].startswith("sobel")


@promise("pooling_slide.try_textbook")
def _(tried):
    view = tried.stages["convolution/slide"]["view"]
    made = max_pool(np.array(tried.stages["convolution/slide"]["matrices"][view["source"]]), 2, stride=1)
    assert tried.label.endswith(", ".join(f"{value:.0f}" for value in made.flat))
    assert (view["window"], view["stride"], view["pool"]) == ("2x2", "1x1", "max")


@promise("pooling_slide.try_ceil")
def _(tried):
    view = tried.stages["convolution/slide"]["view"]
    picture = torch.tensor(tried.stages["convolution/slide"]["matrices"][view["source"]])[None]
    up, down = (functional.max_pool2d(picture, 2, ceil_mode=ceil).shape for ceil in (True, False))
    assert view["ceil"] is True
    assert (up, down) == ((1, 3, 3), (1, 2, 2)), "a window more, which hangs over"


@promise("pooling_slide.try_average")
def _(tried):
    stage = tried.stages["convolution/slide"]
    view = stage["view"]
    picture = stage.planes["colour_grey"].astype(float)
    roughness = lambda plane: np.abs(np.diff(plane)).mean() + np.abs(np.diff(plane, axis=0)).mean()  # noqa: E731
    mean, largest = average_pool(picture, 3, stride=1), max_pool(picture, 3, stride=1)
    assert (view["pool"], view["source"]) == ("average", "picture")
    assert roughness(mean) < min(roughness(picture), roughness(largest)), "softer"


@promise("pooling_invariance.try_point")
def _(tried):
    planes = tried.stages["pooling/invariance"].planes
    assert not np.array_equal(planes["before_old"], planes["before_new"])
    np.testing.assert_array_equal(planes["after_old"], planes["after_new"])
    two = max_pool(np.roll(planes["before_old"].astype(float), 2, axis=1), 2)
    assert not np.array_equal(two, planes["after_old"]), "2 px are not forgiven"


@promise("pooling_invariance.try_stride")
def _(tried):
    planes = tried.stages["pooling/invariance"].planes
    old, new = planes["after_old"], planes["after_new"]
    np.testing.assert_allclose(new[1:-1, 2:-1], old[1:-1, 1:-2], atol=1e-4)
    assert not np.allclose(new, old)


@promise("pooling_invariance.try_global")
def _(tried):
    said = re.search(r"change by \*\*([\d.]+)\s%\*\* of their length, the pooled ones by \*\*([\d.]+)\s%", tried.said)
    before, after = map(float, said.groups())
    assert after < before
    assert tried.stages["pooling/invariance"].planes["after_old"].shape == (1, 1)
    network = load("cifar10")
    small = network.prepare(sample("cat"))
    moved = torch.roll(small, (4, 4), (2, 3))
    one, other = capture(network, small), capture(network, moved)
    change = {
        name: np.linalg.norm(other[name].values - one[name].values) / np.linalg.norm(one[name].values)
        for name in ("pool1", "pool2", "average")
    }
    assert min(change, key=change.get) == "average", change


@promise("pooling_unpooling.try_unpool")
def _(tried):
    planes = tried.stages["pooling/unpooling"].planes
    assert tried.picture == "digit"
    strokes = [(planes[name] > 0).sum() for name in ("unpooled", "original", "nearest")]
    assert strokes[0] < strokes[1] < strokes[2], "dots, the strokes, thicker ones"
    cells = (planes["unpooled"] > 0).reshape(12, 2, 12, 2).sum(axis=(1, 3))
    assert cells.max() <= 1, "at most a dot a window"


@promise("pooling_unpooling.try_tent")
def _(tried):
    planes = tried.stages["pooling/unpooling"].planes
    inside = np.s_[2:-2, 2:-2]
    np.testing.assert_array_equal(planes["transposed"][inside], planes["bilinear"][inside])


@promise("pooling_unpooling.try_checkerboard")
def _(tried):
    stage = tried.stages["pooling/unpooling"]
    assert stage.planes["kernel"].shape == (3, 3)
    assert stage["window"] == 2
    stamps = functional.conv_transpose2d(torch.ones(1, 1, 16, 16), torch.ones(1, 1, 3, 3), stride=2)[0, 0]
    assert set(stamps[2:-2, 2:-2].flatten().tolist()) == {1, 2, 4}
    kernel = torch.tensor(stage.planes["kernel"])[None, None]
    flat = functional.conv_transpose2d(torch.ones(1, 1, 16, 16), kernel, stride=2)[0, 0, 2:-2, 2:-2]
    assert flat.max() > flat.min(), "nothing in a constant map explains it"
