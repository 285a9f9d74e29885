"""What the things to try promise on Batch norm, Prediction and Networks."""

import re

import numpy as np
import torch
from PIL import Image
from torchvision.models import get_model

from models.images import sample
from models.images.edit_text import read_edit
from models.images.edits import edited
from models.nets.capture import capture
from models.nets.catalogue import load
from models.nets.receptive_field import receptive_fields
from pages.shell.cached import downloads
from pages.text.catalogue import say
from tests.pages.promises.kept import promise
from tests.pages.zoo import lines

SEEN = 8  # rows of the table that are seen without scrolling


def decoded(stage, name):
    """Maps as they were packed."""
    codes, low, step = (stage.planes[f"{name}_{part}"] for part in ("codes", "low", "step"))
    return low[:, None, None] + codes * step[:, None, None]


@promise("batch_norm_groups.try_location")
def _(tried):
    stage = tried.stages["batch_norm/groups"]
    assert stage["view"]["over"] == "location"
    assert f"of only **{stage['shape'][0]} values**" in tried.said, "the thread through the batch"


@promise("batch_norm_groups.try_single")
def _(tried):
    stage = tried.stages["batch_norm/groups"]
    assert stage["shape"][0] == 1
    assert stage["view"]["over"] == "location"
    assert not stage.planes["deviation_location"].any()
    codes, low, step = (stage.planes[name] for name in ("codes", "low", "step"))
    values = low[:, None, None] + codes * step[:, None, None]
    np.testing.assert_allclose(values, stage.planes["mean_location"], atol=1e-3)


@promise("batch_norm_groups.try_instance")
def _(tried):
    assert tried.stages["batch_norm/groups"]["view"]["over"] == "instance"
    assert "instance norm" in tried.said


@promise("batch_norm_statistics.try_input")
def _(tried):
    stage = tried.stages["batch_norm/statistics"]
    pictures = tried.query["batch"].split(",")
    assert len(pictures) == 8, "eight photographs"
    network = load("cifar10")
    ghost = np.mean([network.prepare(sample(name.replace(" ", "_")))[0].numpy() for name in pictures], axis=0)
    np.testing.assert_allclose(decoded(stage, "means"), ghost, atol=1e-3)
    assert stage["view"]["grid"] == "means"


@promise("batch_norm_statistics.try_one")
def _(tried):
    assert not decoded(tried.stages["batch_norm/statistics"], "deviations").any()


@promise("batch_norm_statistics.try_moved")
def _(tried):
    stage = tried.stages["batch_norm/statistics"]
    assert len({key.split("/")[0] for key in tried.query["batch"].split(",")}) == 1, "one picture"
    picture = load("cifar10").prepare(sample("cat"))[0].numpy().mean(axis=0)
    around = np.lib.stride_tricks.sliding_window_view(np.pad(picture, 4, mode="edge"), (9, 9)).std(axis=(2, 3))
    drawn = decoded(stage, "deviations").mean(axis=0)
    assert np.corrcoef(around.ravel(), drawn.ravel())[0, 1] > 0.6
    quarter = np.quantile(around, (0.25, 0.75))
    assert drawn[around > quarter[1]].mean() > 1.5 * drawn[around < quarter[0]].mean()
    assert stage["view"]["grid"] == "deviations"


@promise("batch_norm_result.try_identity")
def _(tried):
    stage = tried.stages["normalized stage"]
    view, planes = stage["view"], stage.planes
    assert (view["gamma"], view["beta"]) == (stage["affine"]["sigma"], stage["affine"]["mu"])
    back = {way: view["gamma"] * planes[way] + view["beta"] for way in ("channel", "location")}
    reach = np.abs(planes["before"]).max()
    np.testing.assert_allclose(back["channel"], planes["before"], atol=1e-4 * reach)
    assert np.abs(back["location"] - planes["before"]).max() > 0.05 * reach


@promise("batch_norm_result.try_one")
def _(tried):
    assert "per location the whole map becomes **0**" in tried.said
    assert not tried.stages["normalized stage"].planes["location"].any()


@promise("batch_norm_result.try_shift")
def _(tried):
    assert "moved to the right by 4 px" in tried.said
    held = re.search(
        r"so that only the map moves: per channel \*\*([\d.e-]+)\*\*, per location \*\*([\d.]+)", tried.said
    )
    assert float(held[1]) == 0 < float(held[2])


@promise("batch_norm_inference.try_fresh")
def _(tried):
    steps, left = re.search(r"after (\d+) steps: ([\d.]+) %", tried.label).groups()
    fresh = torch.nn.BatchNorm2d(1)
    fresh.running_mean.fill_(1.0)
    for _ in range(int(steps)):
        fresh(torch.zeros(2, 1, 2, 2))
    assert float(left) == round(100 * float(fresh.running_mean), 1), "what a layer keeps of its start while zeros come"
    assert f"Step {steps}" in tried.said
    assert abs(float(re.search(r"After it ([\d.]+) % of the start is left", tried.said)[1]) - float(left)) < 0.05


KEPT = {}


def apart(tried):
    """How far the two modes are apart."""
    return float(re.search(r"the two modes differ by up to \*\*([\d.]+)\*\*", tried.said)[1])


@promise("batch_norm_inference.try_single")
def _(tried):
    KEPT["dark"] = apart(tried)
    assert all(key.startswith("cat/") and "dark" in key for key in tried.query["batch"].split(","))


@promise("batch_norm_inference.try_early")
def _(tried):
    assert apart(tried) < 0.7 * KEPT["dark"], "nearer than the dark batch, which is far"
    assert "16 pictures" in tried.said


def softmax_of(tried, temperature=1.0):
    scaled = tried.stages["prediction/answer"].planes["logits"].astype(float) / temperature
    shares = np.exp(scaled - scaled.max())
    return shares / shares.sum()


@promise("prediction_answer.try_sure")
def _(tried):
    stage = tried.stages["prediction/answer"]
    assert stage["labels"][stage["view"]["label"]] == "cat"
    assert softmax_of(tried).max() > 0.9
    assert stage["form"] == "average"


@promise("prediction_answer.try_hot")
def _(tried):
    sure, hot = softmax_of(tried), softmax_of(tried, 5)
    assert tried.stages["prediction/answer"]["view"]["temperature"] == 5
    assert (np.argsort(sure) == np.argsort(hot)).all(), "the order stays"
    assert hot.max() < sure.max() / 2, "the certainty goes"
    assert f"At T = 5 that is **{100 * hot.max():.2f} %**" in tried.said


@promise("prediction_answer.try_other")
def _(tried):
    assert tried.network == "alexnet"
    layers = [module for module in load("alexnet").module.modules() if isinstance(module, torch.nn.Linear)]
    assert len(layers) == 3
    assert "Another head" in tried.said


@promise("prediction_where.try_cat")
def _(tried):
    assert tried.stages["prediction/where"]["names"] == ["cat", "dog"]
    assert "Compared with dog" in tried.said


@promise("prediction_where.try_photograph")
def _(tried):
    stage = tried.stages["prediction/where"]
    numbers = r"(\d+) cells with fields of (\d+) × \2 on (\d+) × \3 pixels, yet a corner cell sees (\d+) %"
    cells, field, side, percent = map(int, re.search(numbers, tried.label).groups())
    network = load("imagenette")
    exact = receptive_fields(network.module, network.input_size)["stage3.block2.relu2"]
    boxes = stage.planes["boxes"].reshape(-1, 4)
    assert len(boxes) == cells == stage.planes["parts"][0].size
    assert exact.size == (field, field)
    assert stage.planes["picture"].shape[:2] == (side, side)
    top, left, bottom, right = boxes[0]
    assert percent == round(100 * float((bottom - top) * (right - left)) / side**2)
    assert (stage["view"]["row"], stage["view"]["column"]) == (0, 0), "the corner is what it opens at"


@promise("prediction_where.try_squeeze")
def _(tried):
    stage = tried.stages["prediction/where"]
    assert tried.network == "squeezenet1_1"
    assert stage["form"] != "average"
    network = load("squeezenet1_1")
    trace = capture(network, network.prepare(sample("rocket")))
    assert trace["classifier.1"].values.shape[1] == len(network.labels), "a map for every class"
    assert "is the bias" not in tried.said, "it is in every cell already"


def answer(network, pixels):
    with torch.inference_mode():
        return network.labels[int(network.module(network.prepare(Image.fromarray(pixels))).argmax())]


@promise("prediction_probe.try_cover")
def _(tried):
    assert re.search(r"took \*\*cat\*\* .*the answer is now \*\*dog\*\*", tried.said)
    network = load("cifar10")
    picture = network.picture(sample("cat"))
    for fill, said in (("black", "dog"), ("blur", "cat")):
        made = edited(picture, read_edit(tried.query["edit"].replace("black", fill), picture.shape[:2]))
        assert answer(network, made) == said, "turned, and back"


def rockets(network):
    with torch.inference_mode():
        return network.module(network.prepare(sample("rocket")))


@promise("prediction_probe.try_grey")
def _(tried):
    assert tried.picture == "rocket"
    assert tried.stages["prediction/probe"]["edit"]["grey"] == 100
    assert tried.said.count("100 % grey") == 1
    watched = next(box for box in tried.app.selectbox if box.label == say("en", "prediction_probe.class"))
    assert watched.value == int(rockets(load("cifar10")).argmax()), "what it is taken for is watched"


@promise("prediction_probe.try_sweep")
def _(tried):
    assert tried.picture == "astronaut"
    network = load("cifar10")
    output = capture(network, network.prepare(sample("astronaut"))).output[0]
    assert network.labels[int(output.argmax())] == "dog", "dog is what it says"
    assert tried.query["sweep"] == "shown"


@promise("networks_zoo.try_small")
def _(tried):
    facts = {each.name: each for each in downloads.all_facts()}
    small, large = facts["squeezenet1_1"], facts["alexnet"]
    assert 45 < large.parameters / small.parameters < 55, "a fiftieth"
    assert abs(small.top1 - large.top1) < 2, "about as accurate"
    assert tried.network == "squeezenet1_1"
    assert {"squeezenet1_1", "alexnet"} <= set([*lines(tried.stages["networks/zoo"])][:SEEN]), "both are in sight"


@promise("networks_zoo.try_residual")
def _(tried):
    rows = [by["layers"] for _, by in lines(tried.stages["networks/zoo"]).values()]
    layers = [
        sum(isinstance(each, torch.nn.Conv2d | torch.nn.Linear) for each in get_model(name).modules())
        for name in ("resnet18", "resnet152")
    ]
    assert list(map(int, re.findall(r"\d+", tried.label))) == layers
    assert (min(rows), max(rows)) == tuple(layers)
    assert len(rows) <= SEEN, "all of them are seen without scrolling"


@promise("networks_zoo.try_plain")
def _(tried):
    names = lines(tried.stages["networks/zoo"])
    assert {"vgg11", "vgg13", "vgg16", "vgg19"} <= names.keys()
    assert not any("_bn" in name or name.startswith("resnet") for name in names)


@promise("networks_own.try_whole")
def _(tried):
    assert "**It is cifar10**" in tried.said
    assert "**10 outputs**" in tried.said


@promise("networks_own.try_three")
def _(tried):
    assert "**3 outputs**" in tried.said
    assert "float16" in tried.said
    assert "`module.`" in tried.said


@promise("networks_own.try_broken")
def _(tried):
    assert "30 of 32 tensors fit" in tried.said
    assert "can't be shown as it is" in tried.said
