"""Is it found out what a network answers with, whoever wrote its end, and is no softmax put on a softmax?"""

from dataclasses import replace

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as some
from torch import nn
from torch.nn import functional

from models.images import sample
from models.nets.answers.meaning import found_out, meaning_of
from models.nets.answers.prediction import head_of
from models.nets.answers.probe import outputs, probabilities_by_torch
from models.nets.capture import capture
from models.nets.maps.folded import compare
from models.nets.own.fitting import fit
from models.ops.meaning import Meaning
from models.ops.prediction import Head, logits_by_hand
from models.records.layers import NoHead

SIZE, SCALE = (24, 20), ((0.0,), (1.0,))


class Ending(nn.Module):
    """A small network with an end that is written as people write it."""

    def __init__(self, classes, end):
        super().__init__()
        torch.manual_seed(3)
        self.stem = nn.Sequential(
            nn.Conv2d(3, 6, 3), nn.BatchNorm2d(6), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten()
        )
        self.fc = nn.Linear(6, classes)
        self.end = end

    def forward(self, batch):
        return self.end(self.fc(self.stem(batch)))


def stable(z):
    powers = torch.exp(z - z.max(dim=1, keepdim=True).values)
    return powers / powers.sum(dim=1, keepdim=True)


def unstable(z):
    return z.exp() / z.exp().sum(1, keepdim=True)


EXCLUSIVE = {
    "logits": [lambda z: z, nn.Dropout(0.3), nn.Identity()],
    "probabilities": [
        nn.Softmax(1),
        nn.Softmax(dim=-1),
        lambda z: functional.softmax(z, 1),
        lambda z: z.softmax(-1),
        stable,
        unstable,
    ],
    "log_probabilities": [
        nn.LogSoftmax(1),
        lambda z: functional.log_softmax(z, dim=1),
        lambda z: z - z.logsumexp(1, keepdim=True),
    ],
}
INDEPENDENT = {
    "independent_probabilities": [nn.Sigmoid(), torch.sigmoid, lambda z: 1 / (1 + torch.exp(-z)), functional.sigmoid],
    "independent_log_probabilities": [nn.LogSigmoid(), functional.logsigmoid],
}


def ends(kinds):
    return [pytest.param(kind, end, id=f"{kind}-{at}") for kind, all_ in kinds.items() for at, end in enumerate(all_)]


def network(classes, end, **about):
    return fit("mine", Ending(classes, end), SIZE, SCALE, (), "for tests", **about)


@pytest.mark.parametrize(("kind", "end"), ends(EXCLUSIVE))
def test_classes_that_exclude_each_other(kind, end):
    found = network(5, end)
    assert found.meaning == Meaning(kind, 5)
    check(found, lambda z: torch.softmax(z, 1))


@pytest.mark.parametrize(("kind", "end"), ends(INDEPENDENT))
@pytest.mark.parametrize("classes", [1, 4])
def test_each_class_by_itself(kind, end, classes):
    found = network(classes, end)
    assert found.meaning == Meaning(kind, classes)
    check(found, torch.sigmoid)


def check(found, squash):
    """Probabilities are those of the last sum, the head is that sum, and a pass by PyTorch alone agrees."""
    pixels = found.picture(sample("cat"))
    batch = found.batch(pixels[None])
    with torch.inference_mode():
        z = found.module.fc(found.module.stem(batch)).double()
        wanted = squash(z)[0].numpy()
    shown = found.meaning.probabilities(outputs(found, pixels[None]))[0]
    assert len(shown) == len(found.labels)
    np.testing.assert_allclose(shown[-len(wanted) :], wanted, atol=1e-6)
    np.testing.assert_allclose(probabilities_by_torch(found, pixels), shown, atol=1e-6)
    head = head_of(found, capture(found, batch))
    assert isinstance(head, Head)
    np.testing.assert_allclose(head.logits[-z.shape[1] :], z[0], atol=1e-6)
    np.testing.assert_allclose(logits_by_hand(head), head.logits, atol=1e-5)
    assert head.steps[-1].name == ("fc" if found.meaning.scale != "logit" else head.steps[-1].name)
    if found.meaning.binary:
        assert head.logits[0] == 0
        np.testing.assert_allclose(torch.softmax(torch.tensor(head.logits).double(), 0), shown, atol=1e-6)


def test_one_sum_is_a_number_unless_two_labels_or_a_word_say_that_it_decides():
    plain = network(1, nn.Identity())
    assert (plain.meaning, plain.labels) == (Meaning("numbers", 1), ("output 0",))
    told = network(1, nn.Identity(), kind="logits")
    assert (told.meaning.kind, told.labels) == ("independent_logits", ("class 0", "class 1"))
    check(told, torch.sigmoid)
    two = fit("mine", Ending(1, nn.Identity()), SIZE, SCALE, ("ham", "spam"), "for tests")
    assert (two.meaning.binary, two.labels) == (True, ("ham", "spam"))
    one = fit("mine", Ending(1, nn.Sigmoid()), SIZE, SCALE, ("spam",), "for tests")
    assert one.labels == ("not spam", "spam")
    with pytest.raises(ValueError, match="1 output, but 3 labels"):
        fit("mine", Ending(1, nn.Sigmoid()), SIZE, SCALE, ("a", "b", "c"), "for tests")


@pytest.mark.parametrize("end", [nn.ReLU(), nn.Identity(), lambda z: z * 0, nn.Tanh(), lambda z: z.clamp(0, 100)])
def test_what_only_looks_like_probabilities_here_and_there_is_none(end):
    assert found_out(Ending(3, end).eval(), (3, *SIZE)).kind == "logits" or end(torch.ones(1)) == 0


def test_probabilities_without_logits_say_why_there_is_no_sum():
    """The mean of two softmaxes is the softmax of no layer."""

    class Two(nn.Module):
        def __init__(self):
            super().__init__()
            self.one, self.other = Ending(3, nn.Softmax(1)), Ending(3, nn.Softmax(1))
            nn.init.normal_(self.other.fc.weight)

        def forward(self, batch):
            return (self.one(batch) + self.other(batch)) / 2

    found = fit("mine", Two(), SIZE, SCALE, (), "for tests")
    assert found.meaning.kind == "probabilities"
    head = head_of(found, capture(found, found.prepare(sample("cat"))))
    assert isinstance(head, NoHead)
    assert head.reason == "no_logits"


@settings(max_examples=15)
@given(scale=some.floats(0.01, 50), shift=some.floats(-20, 20), classes=some.integers(2, 7))
def test_a_softmax_is_known_however_sure_it_is(scale, shift, classes):
    ending = Ending(classes, nn.Softmax(1)).eval()
    with torch.no_grad():
        ending.fc.weight.mul_(scale)
        ending.fc.bias.add_(shift)
    assert found_out(ending, (3, *SIZE)).kind == "probabilities"


def test_it_is_found_out_once_and_what_was_told_counts(cifar_network):
    assert meaning_of(cifar_network) == Meaning("logits", 10)
    assert meaning_of(cifar_network) is meaning_of(cifar_network)
    told = replace(cifar_network, meaning=Meaning("independent_logits", 10))
    assert meaning_of(told).kind == "independent_logits"


def test_folding_asks_for_the_answer_and_not_for_the_only_output():
    """With one output the largest is always the same: what counts is which side of a half it is on."""
    found = network(1, nn.Sigmoid())
    images = [sample("cat"), sample("coffee")]
    trace = capture(found, found.prepare(images[0]))
    folded = compare(found, trace, images, ("stem.1",))
    assert folded.agreed == 2
    assert folded.difference < 1e-5


class Beside(Ending):
    """An answer and, made after it, something else that is returned besides."""

    def __init__(self, classes, end, answer):
        super().__init__(classes, end)
        self.beside, self.answer = nn.Conv2d(3, classes, 1), answer

    def forward(self, batch):
        return self.answer(super().forward(batch), self.beside(batch))


WAYS = {
    "by name": lambda answer, beside: {"aux": beside, "out": answer},
    "in order": lambda answer, beside: (answer, beside),
    "behind nothing": lambda answer, beside: [None, answer, beside],
    "behind features": lambda answer, beside: (answer, beside.mean((2, 3))),
}


@pytest.mark.parametrize("answer", WAYS.values(), ids=list(WAYS))
@pytest.mark.parametrize(("kind", "end"), ends(EXCLUSIVE))
def test_what_runs_after_the_answer_says_nothing_about_it(kind, end, answer):
    made = fit("mine", Beside(4, end, answer), SIZE, SCALE, (), "for tests")
    assert made.meaning.kind == kind
    head = head_of(made, capture(made, made.prepare(sample("cat"))))
    assert isinstance(head, Head)
    assert np.allclose(logits_by_hand(head), head.logits, rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("answer", WAYS.values(), ids=list(WAYS))
@pytest.mark.parametrize(("kind", "end"), ends(INDEPENDENT))
def test_what_runs_after_a_single_answer_says_nothing_about_it(kind, end, answer):
    assert fit("mine", Beside(1, end, answer), SIZE, SCALE, ("no", "yes"), "for tests").meaning.kind == kind


@pytest.mark.parametrize(
    ("kind", "end"),
    [
        ("probabilities", lambda z: z.unsqueeze(1).softmax(-1).squeeze(1)),
        ("probabilities", lambda z: z[:, :, None, None].softmax(1).flatten(1)),
        ("probabilities", lambda z: torch.stack([z, -z]).softmax(2)[0]),
        ("log_probabilities", lambda z: z.view(-1, 2, 3).flatten(1).unsqueeze(0).log_softmax(-1)[0]),
        ("independent_probabilities", lambda z: z.view(-1, 3, 2).softmax(2)[..., 1]),
        ("independent_probabilities", lambda z: z.view(-1, 2, 3, 1, 1).sigmoid().reshape(-1, 6)),
        ("logits", lambda z: z[:, 1:5]),
        ("logits", lambda z: z.view(-1, 3, 2)[..., 1]),
        ("logits", lambda z: z.unsqueeze(1).unsqueeze(1).squeeze()[None]),
    ],
)
def test_axes_that_are_moved_about_at_the_end_change_no_meaning(kind, end):
    made = network(6, end)
    assert made.meaning.kind == kind


def test_an_answer_that_is_a_view_of_the_last_maps_is_taken_apart():
    layers = nn.Sequential(nn.Conv2d(3, 5, 1), nn.AdaptiveAvgPool2d(1), nn.Unflatten(1, (5, 1)))
    made = fit("mine", nn.Sequential(layers, nn.Flatten(1)), SIZE, SCALE, (), "for tests")
    seen = capture(made, made.prepare(sample("cat")))
    assert seen.output.shape == (1, 5)
    assert head_of(made, seen).reason == "no_linear"


def test_an_answer_that_no_layer_makes_is_said_to_be_none():
    made = network(6, lambda z: z[:, ::2])
    assert head_of(made, capture(made, made.prepare(sample("cat")))).reason == "no_layer"
