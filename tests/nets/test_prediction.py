"""The end of every family of networks is understood, and its logits by hand are PyTorch's."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn
from torch.nn import functional

from models.images import sample
from models.nets.answers.prediction import head_of, loss_by_torch, probabilities_by_torch
from models.nets.capture import capture
from models.nets.catalogue import load
from models.ops.class_activation import place_parts
from models.ops.prediction import Head, logits_by_hand, terms_of
from models.ops.softmax import cross_entropy, softmax
from models.records.layers import NoHead

AVERAGING = (
    *("cifar10", "imagenette", "resnet18", "resnext50_32x4d", "wide_resnet50_2", "densenet121", "googlenet"),
    *("inception_v3", "mobilenet_v2", "shufflenet_v2_x0_5", "mnasnet0_5", "regnet_x_400mf", "regnet_y_400mf"),
    "efficientnet_b0",
)
FORMS = {
    **dict.fromkeys(AVERAGING, "average"),
    **dict.fromkeys(("squeezenet1_0", "squeezenet1_1"), "classes"),
    **dict.fromkeys(("alexnet", "vgg11_bn", "mobilenet_v3_small", "convnext_tiny"), "features"),
}


def head_on(name, picture="cat"):
    network = load(name)
    return head_of(network, capture(network, network.prepare(sample(picture))))


@pytest.mark.parametrize("name", FORMS)
def test_every_family_has_the_logits_that_its_last_sum_gives(name):
    head = head_on(name)
    assert head.form == FORMS[name]
    size = np.abs(head.logits).max()
    assert np.abs(logits_by_hand(head) - head.logits).max() <= 1e-5 * size
    for label in np.random.default_rng(0).integers(0, head.logits.size, 12):
        assert abs(terms_of(head, int(label)).total - head.logits[label]) <= 1e-5 * size
        if head.exact:
            assert abs(place_parts(head, int(label)).total - head.logits[label]) <= 1e-5 * size


def test_the_steps_of_a_head_are_named_with_their_shapes():
    steps = [(step.name, step.kind, step.shape) for step in head_on("cifar10").steps]
    assert steps == [
        ("stage3.relu2", "ReLU", (192, 8, 8)), ("average", "AdaptiveAvgPool2d", (192, 1, 1)),
        ("flatten", "Flatten", (192,)), ("linear", "Linear", (10,)),
    ]  # fmt: skip


def on(module, size=(8, 8), channels=3):
    """The head of a small network of one's own on random pixels."""
    torch.manual_seed(1)
    module.eval()
    return head_of(module, capture(module, torch.randn(1, channels, *size)))


def features(*layers):
    return nn.Sequential(nn.Conv2d(3, 4, 3, padding=1), nn.ReLU(), *layers)


@pytest.mark.parametrize(
    ("layers", "form"),
    [
        ((nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 5)), "average"),
        ((nn.AvgPool2d(8), nn.Flatten(), nn.Dropout(), nn.Linear(4, 5, bias=False)), "average"),
        ((nn.Dropout2d(), nn.AdaptiveAvgPool2d((1, 1)), nn.Identity(), nn.Flatten(), nn.Linear(4, 5)), "average"),
        ((nn.Flatten(), nn.Linear(256, 5)), "places"),
        ((nn.AvgPool2d(2), nn.Flatten(), nn.Linear(64, 5)), "places"),
        ((nn.AdaptiveAvgPool2d(2), nn.Flatten(), nn.Linear(16, 5)), "places"),
        ((nn.AdaptiveAvgPool2d(8), nn.Flatten(), nn.Linear(256, 5)), "places"),
        ((nn.Conv2d(4, 5, 1), nn.AdaptiveAvgPool2d(1), nn.Flatten()), "classes"),
        ((nn.Dropout(), nn.Conv2d(4, 5, 1, bias=False), nn.ReLU(), nn.AvgPool2d(8), nn.Flatten()), "classes"),
        ((nn.AdaptiveMaxPool2d(1), nn.Flatten(), nn.Linear(4, 5)), "places"),
        ((nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 6), nn.ReLU(), nn.Linear(6, 5)), "features"),
        ((nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.BatchNorm1d(4), nn.Linear(4, 5)), "features"),
        ((nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 5), nn.Identity()), "average"),
    ],
    ids=lambda given: given if isinstance(given, str) else " ".join(type(layer).__name__ for layer in given),
)
def test_heads_of_ones_own_are_told_apart_and_add_up(layers, form):
    head = on(features(*layers))
    assert head.form == form
    assert np.allclose(logits_by_hand(head), head.logits, rtol=1e-5, atol=1e-6)
    if head.exact:
        assert np.allclose([place_parts(head, label).total for label in range(5)], head.logits, rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize(
    ("layers", "reason"),
    [
        ((nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 5), nn.Softmax(dim=1)), "no_linear"),
        ((nn.Conv2d(4, 5, 3), nn.AdaptiveAvgPool2d(1), nn.Flatten()), "no_linear"),
        ((nn.Conv2d(4, 5, 1), nn.Sigmoid(), nn.AdaptiveAvgPool2d(1), nn.Flatten()), "no_linear"),
        ((nn.Conv2d(4, 5, 1),), "no_classes"),
    ],
    ids=lambda given: given if isinstance(given, str) else " ".join(type(layer).__name__ for layer in given),
)
def test_an_end_that_is_no_sum_says_why(layers, reason):
    found = on(features(*layers))
    assert isinstance(found, NoHead)
    assert found.reason == reason


class MadeWhileItRuns(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv, self.weight = nn.Conv2d(3, 4, 3), nn.Parameter(torch.randn(5, 4))

    def forward(self, batch):
        return functional.linear(self.conv(batch).mean((2, 3)), self.weight)


class MeanOfMaps(nn.Module):
    def __init__(self, axes, features):
        super().__init__()
        self.conv, self.axes, self.last = nn.Conv2d(3, 4, 3, padding=1), axes, nn.Linear(features, 5)

    def forward(self, batch):
        return self.last(self.conv(batch).mean(self.axes).flatten(1))


def test_weights_made_while_the_network_runs_are_not_guessed():
    assert on(MadeWhileItRuns()).reason == "no_weights"


def test_a_mean_over_places_is_an_average_and_one_over_channels_is_not():
    assert on(MeanOfMaps((2, 3), 4)).form == "average"
    assert on(MeanOfMaps((-1, -2), 4)).form == "average"
    over_channels = on(MeanOfMaps((1, 3), 8))
    assert isinstance(over_channels, NoHead) or over_channels.form == "features"


def test_logits_that_are_no_numbers_are_called_that():
    module = features(nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 5))
    module[4].bias.data[2] = torch.inf
    assert on(module).reason == "not_finite"


def test_the_weights_of_a_head_are_those_of_the_network_and_cannot_be_written_to():
    head = head_on("cifar10")
    assert not head.weights.flags.writeable
    assert isinstance(head, Head)
    assert np.shares_memory(head.weights, head_on("cifar10").weights) is False  # every load is a network of its own


@settings(max_examples=40)
@given(st.data())
def test_any_pooled_linear_head_is_pytorchs(data):
    channels, rows, columns, classes = (data.draw(st.integers(1, 6)) for _ in range(4))
    torch.manual_seed(data.draw(st.integers(0, 2**31)))
    module = nn.Sequential(
        nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(channels, classes, bias=data.draw(st.booleans()))
    ).eval()
    head = head_of(module, capture(module, torch.randn(1, channels, rows, columns) * data.draw(st.floats(0.01, 100))))
    assert head.form == ("average" if (rows, columns) != (1, 1) else head.form)
    size = max(1e-6, float(np.abs(head.logits).max()), float(np.abs(head.maps).max()))
    assert np.allclose(logits_by_hand(head), head.logits, rtol=1e-5, atol=1e-5 * size)
    for label in range(classes):
        assert np.isclose(place_parts(head, label).total, head.logits[label], rtol=1e-5, atol=1e-5 * size)


@given(
    st.lists(st.floats(-60, 60, width=32), min_size=2, max_size=12),
    st.sampled_from([0.1, 0.5, 1.0, 2.0, 10.0]),
    st.integers(0, 11),
)
def test_softmax_and_cross_entropy_are_pytorchs_at_every_temperature(logits, temperature, place):
    numbers, label = np.array(logits, dtype=np.float32), place % len(logits)
    assert np.allclose(
        softmax(numbers, temperature), probabilities_by_torch(numbers, temperature, exclusive=True), atol=1e-5
    )
    by_hand = cross_entropy(numbers / np.float64(temperature), label)
    assert np.isclose(by_hand, loss_by_torch(numbers, label, temperature, exclusive=True), rtol=1e-4, atol=1e-4)
