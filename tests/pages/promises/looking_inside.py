"""What the things to try promise that look inside a network: Start, Feature maps, Receptive field."""

import re

import numpy as np
import torch

from models.images import sample
from models.nets.capture import capture
from models.nets.catalogue import load
from models.nets.receptive_field import effective, receptive_fields
from models.ops.effective_field import mass_region
from tests.pages.promises.kept import promise


def number(text):
    return float(text.replace(",", ""))


@promise("home.try_residual")
def _(tried):
    stage = tried.stages["home/overview"]
    layers, view = stage["layers"], stage["view"]
    names = [layer["name"] for layer in layers]
    network, block = re.search(r"\((\w+), ([\w.]+)\)$", tried.label).groups()
    assert network == tried.network
    assert view["open"].split(",")[-1] == block
    addition = layers[names.index(view["at"])]
    assert addition["kind"] == "Add"
    made = load(network)
    trace = capture(made, made.prepare(sample(tried.picture)))
    first = next(index for index, name in enumerate(names) if name.startswith(f"{block}."))
    inside = layers[first : names.index(view["at"])]
    branch = [layer["name"] for layer in inside if layer["kind"] != "Identity"]
    came_in = trace[names[first]].inputs[0]
    values = trace[came_in].values + trace[branch[-1]].values
    np.testing.assert_array_equal(values, trace[view["at"]].values)
    assert any(layers[names.index(name)]["kind"] == "Conv2d" for name in branch)


@promise("home.try_whole")
def _(tried):
    assert tried.network == "cifar10"
    assert tried.stages["home/overview"]["view"]["open"] == "all"


@promise("home.try_dense")
def _(tried):
    stage = tried.stages["home/overview"]
    assert tried.network == "densenet121"
    group = next(each for each in stage["groups"] if each["key"] == stage["view"]["open"])
    layers = stage["layers"]
    blocks = [child for child in group["children"] if "denselayer" in child["key"]]
    assert len(blocks) == 6
    before = {group["start"] - 1}
    for block in blocks:
        fed = {at for layer in layers[block["start"] : block["stop"]] for at in layer["inputs"]}
        assert before <= fed, "everything before it feeds it"
        before.add(block["stop"] - 1)


def maps_of(tried):
    network = load(tried.network)
    trace = capture(network, network.prepare(sample(tried.picture.replace(" ", "_"))))
    return network, trace[tried.stages["feature_maps/maps"]["layer"]["name"]].values[0]


@promise("feature_maps.try_edges")
def _(tried):
    view = tried.stages["feature_maps/maps"]["view"]
    network, maps = maps_of(tried)
    order = np.argsort(-maps.max(axis=(1, 2)), kind="stable")
    assert (view["order"], view["channel"]) == ("strongest", order[0])
    assert tried.picture == "bars 45"
    assert tried.stages["feature_maps/maps"]["layer"]["name"] == "stage1.conv1", "the first layer"
    kernels = network.module.get_submodule("stage1.conv1").weight.detach().numpy()[order[:3]]
    evened = np.abs(kernels.sum(axis=(1, 2, 3))) / np.abs(kernels).sum(axis=(1, 2, 3))
    assert evened.max() < 0.02, "they give next to nothing where all is equal: what they answer to is an edge"


@promise("feature_maps.try_relu")
def _(tried):
    view = tried.stages["feature_maps/maps"]["view"]
    _, maps = maps_of(tried)
    zeros = (maps == 0).mean(axis=(1, 2))
    shown = [channel for channel in np.argsort(-zeros, kind="stable") if zeros[channel] < 1]
    assert (view["order"], view["live"]) == ("zeros", True)
    percent, channel = re.search(r"([\d.]+) % of map (\d+)", tried.label).groups()
    assert view["channel"] == int(channel) == shown[0], "the first of the order, among those that are shown"
    assert percent == f"{100 * zeros[shown[0]]:.1f}"
    assert zeros[shown[0]] > 0.5, "plain to see"


@promise("feature_maps.try_last")
def _(tried):
    network, maps = maps_of(tried)
    field = receptive_fields(network.module, network.input_size)["stage3.relu2"]
    rows, columns, corner, middle = map(int, re.findall(r"\d+", tried.label))
    assert (rows, columns) == maps.shape[1:]
    for percent, unit in ((corner, (0, 0)), (middle, (rows // 2, columns // 2))):
        box = field.box(*unit)
        seen = (box.bottom - box.top) * (box.right - box.left)
        assert percent == round(100 * seen / np.prod(network.input_size))
    view = tried.stages["feature_maps/maps"]["view"]
    assert view["channel"] == maps.max(axis=(1, 2)).argmax()
    assert (view["row"], view["column"]) == (rows // 2, columns // 2), "the middle is what it opens at"


@promise("receptive_field_point.try_small")
def _(tried):
    stage = tried.stages["receptive_field/point"]
    view = stage["view"]
    network = load("cifar10")
    unit = (view["row"], view["column"], view["channel"])
    field = effective(network, network.prepare(sample("cat")), "stage2.conv1", *unit)
    high, wide, every, half = map(int, re.findall(r"\d+", tried.label))
    assert high * wide == every == np.count_nonzero(field)
    assert half == mass_region(field, 0.5).pixels == (stage.planes["half"] > 0).sum()
    assert f"half of what it uses lies in **{half}**" in tried.said


@promise("receptive_field_point.try_large")
def _(tried):
    stage = tried.stages["receptive_field/point"]
    assert tried.network == "resnet18"
    assert tried.label.split(":")[1].split(" in theory")[0].strip() == "211 × 211"
    assert stage["field"]["size"] == [211, 211]
    used = number(re.search(r"half of what it uses lies in \*\*([\d,]+)\*\*", tried.said)[1])
    high, wide = map(number, re.search(r"sees \*\*([\d,]+) × ([\d,]+)\*\*", tried.said).groups())
    assert used < high * wide / 5, "far less"
    assert (high, wide) == (211, 211), "none of it is cut off by the border"


@promise("receptive_field_point.try_border")
def _(tried):
    stage = tried.stages["receptive_field/point"]
    assert (stage["view"]["row"], stage["view"]["column"]) == (0, 0)
    size = stage["field"]["size"][0]
    assert stage.planes["rows"][1, 0] - stage.planes["rows"][0, 0] < size
    assert f"Of its field of {size} × {size} the rest lies beyond the picture" in tried.said


def rung_of(tried):
    stage = tried.stages["receptive_field/growth"]
    return next(rung for rung in stage["rungs"] if rung["name"] == stage["view"]["layer"])


@promise("receptive_field_growth.try_play")
def _(tried):
    rungs = tried.stages["receptive_field/growth"]["rungs"]
    assert rung_of(tried) == rungs[0], "from the first layer"
    sizes = dict.fromkeys(rung["size"][0] for rung in rungs if rung["scope"] == "exact")
    assert list(map(int, re.findall(r"\d+", tried.label.split("watch")[1]))) == list(sizes)
    assert list(sizes)[:4] == [3, 5, 6, 10]


@promise("receptive_field_growth.try_corner")
def _(tried):
    said = re.search(r"field of \*\*(\d+) × \d+\*\* pixels reaches beyond.*?\*\*(\d+) × \d+\*\* of them", tried.said)
    whole, cut = map(int, said.groups())
    assert cut < whole == rung_of(tried)["size"][0]
    assert "rows 0 to" in tried.said


@promise("receptive_field_growth.try_large")
def _(tried):
    assert tried.network == "resnet18"
    field, picture = re.findall(r"(\d+) × \1", tried.label)
    assert rung_of(tried)["size"] == [int(field)] * 2
    assert tried.stages["receptive_field/growth"].planes["picture"].shape[:2] == (int(picture),) * 2
    assert rung_of(tried)["name"].startswith("layer4.1."), "the last block"


def patch_size(tried):
    planes = tried.stages["receptive_field/top_patches"].planes
    return int((planes["row_spans"][:, 1] - planes["row_spans"][:, 0]).max())


@promise("receptive_field_top_patches.try_edges")
def _(tried):
    assert f"patches of {patch_size(tried)} × {patch_size(tried)} pixels" in tried.label
    assert patch_size(tried) == 3
    assert "leaving out each that shares more than half of its box with a stronger one" in tried.said
    assert "Over 19 pictures" in tried.said


@promise("receptive_field_top_patches.try_deep")
def _(tried):
    assert f"patches of {patch_size(tried)} × {patch_size(tried)} pixels" in tried.label
    assert patch_size(tried) > 16, "more than half the picture's side"


@promise("receptive_field_top_patches.try_class")
def _(tried):
    view = tried.stages["receptive_field/top_patches"]["view"]
    assert load("cifar10").labels[view["channel"]] == "cat"
    assert patch_size(tried) == 32, "whole pictures"


@promise("receptive_field_build.try_one_7x7")
def _(tried):
    one, three = (field_of([kernel], count) for kernel, count in ((7, 1), (3, 3)))
    assert one == three == 7
    assert tried.label.endswith(f"for {7 * 7} weights instead of {3 * 3 * 3}")
    assert "sees **7 × 7** pixels" in tried.said
    assert "**49** weights" in tried.said


def field_of(kernels, count, dilation=1):
    """How many pixels of a line the middle unit depends on, asked of PyTorch."""
    line = torch.zeros(1, 1, 64, requires_grad=True)
    made = line
    for kernel in kernels * count:
        reach = dilation * (kernel // 2)
        made = torch.nn.functional.conv1d(made, torch.ones(1, 1, kernel), padding=reach, dilation=dilation)
    made[0, 0, 32].backward()
    reached = torch.nonzero(line.grad[0, 0])
    return int(reached.max() - reached.min()) + 1


@promise("receptive_field_build.try_dilated_2_2_2")
def _(tried):
    assert field_of([3], 3, dilation=2) == 13
    field, read = map(int, re.search(r"Of the (\d+) pixels of its field it reads \*\*(\d+)\*\*", tried.said).groups())
    assert field == 13 * 13
    assert read < field / 3, "full of gaps"
    assert any(preset["key"] == "dilated_1_2_4" for preset in tried.stages["receptive_field/build"]["presets"])


@promise("receptive_field_build.try_ten_3x3")
def _(tried):
    assert field_of([3], 10) == 21
    assert "sees **21 × 21** pixels" in tried.said
    spread = float(re.search(r"= \*\*([\d.]+)\*\* pixels", tried.said)[1])
    ways = np.ones(1)
    for _ in range(10):
        ways = np.convolve(ways, np.ones(3))
    middle = ways[7:14].sum() / ways.sum()
    assert middle > 0.8, "four fifths of the ways lead from the middle third"
    assert abs(spread - np.sqrt((ways * (np.arange(21) - 10) ** 2).sum() / ways.sum())) < 1e-3
