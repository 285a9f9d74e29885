"""Where an answer comes from, as a script: parts that add up, in the right places; a reason where there is no sum."""

import csv
import io
import re

import numpy as np
import pytest
import torch

from models.images import sample
from models.nets.catalogue import load
from models.ops.class_activation import place_parts
from models.records.layers import NoHead
from pages.prediction import cached as prediction
from pages.prediction.where.case import Case
from pages.prediction.where.files import table
from tests.pages.snippets import ran
from tests.pages.test_pages import opened, words
from tests.pages.test_prediction_answer import four, head_on, logits_of
from viz.stages.prediction.where.stage import Answer

PART = {"part": "where"}
CLASSES = {"class": "3", "other": "5"}


def parts_by_torch(label, picture="cat"):
    """The class activation map of cifar10 by a hook and one matrix product: [rows, columns]."""
    network = load("cifar10")
    maps = []
    handle = network.module.stage3.register_forward_hook(lambda *made: maps.append(made[2]))
    with torch.inference_mode():
        network.module(network.prepare(sample(picture)))
    handle.remove()
    return torch.einsum("k,kij->ij", network.module.linear.weight[label], maps[0][0]).detach().numpy() / 64


def test_the_reading_says_where_the_largest_part_lies():
    said = words(opened("prediction", **PART, **CLASSES))
    cat, dog = parts_by_torch(3), parts_by_torch(5)
    row, column = np.unravel_index(cat.argmax(), cat.shape)
    assert f"the largest part, **{four(cat.max())}**, is that of row {row}, column {column}" in said
    speaks_for = re.search(rf"([\d.]+) comes from the {(cat > 0).sum()} of 64 cells that speak for it", said)[1]
    assert four(float(speaks_for)) == four(cat[cat > 0].sum()), "with more digits, where the sum needs them"
    logits = logits_of("cifar10")
    assert f"Compared with dog the difference is **{four(logits[3] - logits[5])}**" in said
    row, column = np.unravel_index((cat - dog).argmax(), cat.shape)
    assert f"{four((cat - dog).max())}, is row {row}, column {column}" in said


@pytest.mark.parametrize("name", ["cifar10", "imagenette", "squeezenet1_1", "resnet18", "regnet_y_400mf"])
def test_the_parts_add_up_to_the_logits_of_pytorch(name):
    line = next(line for line in words(opened("prediction", **PART, network=name)).splitlines() if "Proof" in line)
    logits = sorted((float(logit) for logit in logits_of(name)), reverse=True)
    best, second = re.search(
        r"logit is ([\d.e−]+)(?: \(shown as [\d.e−]+\))?; for .* and ([\d.e−]+)\. Largest", line
    ).groups()
    assert np.allclose([float(number.replace("−", "-")) for number in (best, second)], logits[:2], rtol=1e-5)
    assert float(re.search(r"Largest difference: ([\d.e-]+)\.", line)[1]) < 1e-5 * max(1e-6, abs(logits[0]))


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("cifar10", "sees much more than its square: **32 × 32** pixels"),
     ("squeezenet1_1", "stands every 16 × 16 pixels"), ("resnet18", "**435 × 435**"),
     ("efficientnet_b0", "sees **the whole picture**")],
)  # fmt: skip
def test_it_is_said_how_much_a_cell_sees(name, sentence):
    assert sentence in words(opened("prediction", **PART, network=name))


@pytest.mark.parametrize(
    ("name", "between"),
    [("alexnet", "`classifier.2` ReLU"), ("vgg11_bn", "`classifier.3` Linear"), ("convnext_tiny", "LayerNorm"),
     ("mobilenet_v3_small", "`classifier.1` Hardswish")],
)  # fmt: skip
def test_networks_without_an_exact_sum_say_why_and_name_others(name, between):
    app = opened("prediction", **PART, network=name)
    assert between in app.info[0].value
    assert "`cifar10`" in app.info[0].value
    assert "Proof" not in words(app)


@pytest.mark.parametrize("reason", ["no_classes", "no_linear", "no_weights", "not_finite", "no_layer"])
def test_a_network_without_a_head_gets_a_sentence(monkeypatch, reason):
    monkeypatch.setattr(prediction, "prediction_head", lambda *_: NoHead(reason))
    assert "no exact sum" in opened("prediction", **PART).info[0].value


@pytest.mark.parametrize(
    "query",
    [{"class": "1e9", "other": "-3", "row": "8", "column": "x"}, {"class": "cat", "other": "9" * 400, "row": "-1"}],
    ids=str,
)
def test_a_tampered_address_falls_back(query):
    said = words(opened("prediction", **PART, **query))
    assert "Of the logit" in said
    assert "of **cat**" in said


def test_a_class_may_be_compared_with_itself():
    assert "the difference is **0**" in words(opened("prediction", **PART, **{"class": "3", "other": "3"}))


def test_both_parts_of_the_page_keep_the_class():
    app = opened("prediction", **PART, **{"class": "4"})
    assert app.selectbox(key="picked class").value == 4
    app.segmented_control(key="picked part").set_value("answer").run()
    assert "**deer** gets" in words(app)


@pytest.mark.parametrize("name", ["cifar10", "squeezenet1_1", "shufflenet_v2_x0_5"])
def test_the_same_in_pytorch_prints_the_numbers_on_screen(name):
    app = opened("prediction", **PART, network=name, picture="rocket")
    said = words(app)
    shown = ran(next(code.value for code in app.code if "import torch" in code.value))
    number = r"([\d.e−]+?)"
    part = re.search(rf"largest part, \*\*{number}\*\*, is that of row (\d+), column (\d+)", said).groups()
    found = re.search(r"largest part (\S+) at row (\d+), column (\d+)", shown).groups()
    assert part[1:] == found[1:]
    assert np.isclose(float(found[0]), float(part[0]), rtol=1e-3)
    sums = re.findall(r"for (\S+), against (\S+), total (\S+)\nlogit (\S+)", shown)
    assert len(sums) == 2
    for above, against, total, logit in sums:
        assert np.isclose(float(total), float(logit), rtol=1e-5)
        assert float(above) >= 0 >= float(against)
    logit = re.search(rf"Of the logit \*\*{number}\*\*", said)[1]
    assert np.isclose(float(sums[0][3]), float(logit.replace("−", "-")), rtol=1e-3)


def test_the_table_of_parts_adds_up():
    head = head_on("cifar10")
    cat, dog = (Answer(label, name, place_parts(head, label)) for label, name in ((3, "cat"), (5, "dog")))
    names, *lines = list(csv.reader(io.StringIO(table(Case(head, cat, dog, None)))))
    assert names == ["row", "column", "cat", "dog", "difference"]
    assert len(lines) == 65
    assert np.isclose(sum(float(line[2]) for line in lines), head.logits[3], rtol=1e-5)
    assert np.isclose(sum(float(line[4]) for line in lines), head.logits[3] - head.logits[5], rtol=1e-5)
