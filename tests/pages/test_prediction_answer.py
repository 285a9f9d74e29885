"""From maps to the answer, as a script: its numbers are the network's, its tables add up, and no link breaks it."""

import csv
import io
import re
from decimal import Decimal

import numpy as np
import pytest
import torch

from models.images import sample
from models.nets.answers.prediction import head_of
from models.nets.capture import capture
from models.nets.catalogue import load
from models.ops.prediction import Head
from models.records.layers import NoHead
from pages.prediction import cached as prediction
from pages.prediction.answer.files import classes_table, terms_table
from tests.pages.snippets import ran
from tests.pages.test_pages import opened, words
from viz.stages.prediction.answer.stage import AnswerView

PART = {"part": "answer"}


def logits_of(name, picture="cat"):
    network = load(name)
    with torch.inference_mode():
        return network.module(network.prepare(sample(picture)))[0]


def head_on(name, picture="cat"):
    network = load(name)
    return head_of(network, capture(network, network.prepare(sample(picture))))


def four(value):
    return f"{float(value):.4g}".replace("-", "−")


def test_the_reading_says_the_networks_own_numbers():
    logits = logits_of("cifar10")
    said = words(opened("prediction", **PART, **{"class": "5", "true": "3", "temperature": "2"}))
    assert f"**dog** gets **{four(logits[5])}**" in said
    assert f"At T = 2 that is **{four(100 * torch.softmax(logits / 2, 0)[5])} %**" in said
    loss = torch.nn.functional.cross_entropy(logits[None] / 2, torch.tensor([3]))
    assert f"if the truth were cat, the loss would be **{four(loss)}**" in said


def test_the_quoted_parts_of_a_logit_add_up_as_they_are_quoted():
    parts = r"gets \*\*(\S+)\*\*.*?together (\S+)\).*?together (\S+)\), and its bias is (\S+)\. "
    where = (
        r"the logit \*\*(\S+)\*\* of .*?, (\S+) comes from .*? for it, (\S+) from .*? against it, and (\S+) is the bias"
    )
    for part, pattern in (("answer", parts), ("where", where)):
        found = re.search(pattern, words(opened("prediction", part=part, picture="cat"))).groups()
        logit, *summands = (Decimal(text.replace("−", "-")) for text in found)
        assert f"{float(sum(summands)):.4g}" == f"{logit.normalize():f}", part


@pytest.mark.parametrize("name", ["cifar10", "imagenette", "squeezenet1_1", "mobilenet_v3_small"])
def test_the_proof_is_exact_to_rounding(name):
    line = next(line for line in words(opened("prediction", **PART, network=name)).splitlines() if "Proof" in line)
    largest = abs(float(re.search(r"the logit largest in size is ([−\d.e-]+)\)", line)[1].replace("−", "-")))
    assert float(re.search(r"PyTorch's: largest difference ([\d.e-]+) ", line)[1]) < 1e-5 * max(1e-6, largest)
    assert float(re.search(r"Softmax at T = 1: largest difference ([\d.e-]+)\. ", line)[1]) < 1e-5
    assert float(re.search(r"cross_entropy`.*?, difference ([\d.e-]+)\.", line)[1]) < 1e-4


@pytest.mark.parametrize("name", ["alexnet", "cifar10"])
def test_the_proof_quotes_the_logit_largest_in_size_with_its_sign(name):
    line = next(line for line in words(opened("prediction", **PART, network=name)).splitlines() if "Proof" in line)
    logits = logits_of(name)
    furthest = float(logits[abs(logits).argmax()])
    assert f"(the logit largest in size is {four(furthest).replace('-', '−')})" in line


@pytest.mark.parametrize(
    ("name", "words_of_it"),
    [("cifar10", "This is the plain head"), ("squeezenet1_1", "averaging comes last"),
     ("alexnet", "`classifier.1` Linear → `classifier.2` ReLU → `classifier.4` Linear → `classifier.5` ReLU"),
     ("mobilenet_v3_small", "`classifier.0` Linear → `classifier.1` Hardswish"),
     ("convnext_tiny", "`classifier.0.layer_norm` LayerNorm")],
)  # fmt: skip
def test_what_differs_from_the_plain_head_is_said_by_name(name, words_of_it):
    app = opened("prediction", **PART, network=name)
    assert words_of_it in words(app)


@pytest.mark.parametrize(
    "query",
    [{"class": "1e9", "true": "-3", "temperature": "nan"}, {"class": "cat", "temperature": "0"},
     {"class": "9" * 400, "true": "", "temperature": "9" * 400}, {"network": "vit_b_16", "part": "answers"}],
    ids=str,
)  # fmt: skip
def test_a_tampered_address_falls_back(query):
    said = words(opened("prediction", **{**PART, **query}))
    assert "**cat** gets" in said
    assert "At T = 1" in said


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [("no_classes", "has no classifier"), ("no_linear", "neither a linear layer"), ("no_weights", "while the network"),
     ("not_finite", "not finite"), ("no_layer", "not what one of its layers makes")],
)  # fmt: skip
def test_a_network_without_a_head_gets_a_sentence(monkeypatch, reason, sentence):
    monkeypatch.setattr(prediction, "prediction_head", lambda *_: NoHead(reason))
    app = opened("prediction", **PART)
    assert sentence in app.info[0].value
    assert not any("gets **" in element.value for element in app.markdown)


def rows(table):
    return list(csv.reader(io.StringIO(table)))


@pytest.mark.parametrize("name", ["cifar10", "squeezenet1_1", "alexnet"])
def test_the_tables_add_up_to_the_networks_logits(name):
    head = head_on(name)
    assert isinstance(head, Head)
    label = int(head.logits.argmax())
    _, *terms = rows(terms_table(head, AnswerView(label)))
    assert np.isclose(sum(float(row[3]) for row in terms), head.logits[label], rtol=1e-5)
    labels = [str(number) for number in range(head.logits.size)]
    _, *classes = rows(classes_table(head, labels, AnswerView(label, label, 2.0)))
    assert len(classes) == head.logits.size
    assert np.isclose(sum(float(row[3]) for row in classes), 1)
    logits = [float(row[2]) for row in classes]
    assert logits == sorted(logits, reverse=True)
    expected = torch.softmax(torch.tensor(head.logits) / 2, 0)
    assert np.allclose([float(row[3]) for row in classes], expected[[int(row[0]) for row in classes]], rtol=1e-4)


@pytest.mark.parametrize("name", ["cifar10", "squeezenet1_1", "mobilenet_v3_small", "densenet121"])
def test_the_same_in_pytorch_prints_the_numbers_on_screen(name):
    app = opened("prediction", **PART, network=name, picture="rocket", temperature="2")
    said = words(app)
    shown = ran(next(code.value for code in app.code if "import torch" in code.value))
    logit, percent, loss = (
        float(re.search(pattern, said)[1].replace("−", "-"))
        for pattern in (r"gets \*\*([\d.e−]+)\*\*", r"that is \*\*([\d.e−]+) %", r"would be \*\*([\d.e−]+)\*\*")
    )
    found = re.search(r"logit (\S+), probability (\S+), loss (\S+)", shown).groups()
    assert np.allclose([float(number) for number in found], [logit, percent / 100, loss], rtol=1e-3)
    assert np.isclose(float(re.search(r"sum (\S+)", shown)[1]), logit, rtol=1e-3)
    part = float(re.search(r"largest part(?: is|,) ([\d.e−]+?)[.,] ", said)[1].replace("−", "-"))
    assert np.isclose(float(re.search(r"\[\(\d+, ([\d.e-]+)\)", shown)[1]), part, rtol=1e-2, atol=2e-6)


def test_random_weights_are_marked():
    assert "the arithmetic is right, the answer means nothing" in words(
        opened("prediction", **PART, network="squeezenet1_1")
    )
