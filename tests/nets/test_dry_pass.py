"""Is it found by trying how many channels a network takes, and is the module left as it was?"""

import copy

import pytest
import torch
from torch import nn

from models.images import sample
from models.nets.capture import capture
from models.nets.own.dry_pass import has_lazy_layers, tried
from models.nets.own.fitting import fit
from models.nets.receptive_field import receptive_fields
from models.nets.structure.outline import input_channels, outline, worth_trying

SIZE = (32, 40)
PLAIN = ((0.0,), (1.0,))


class HeadFirst(nn.Module):
    """The layers are declared from the answer to the picture."""

    def __init__(self, channels=3):
        super().__init__()
        self.head = nn.Conv2d(16, 5, 1)
        self.stem = nn.Conv2d(channels, 16, 3)
        self.norm = nn.BatchNorm2d(16)

    def forward(self, batch):
        return self.head(self.norm(self.stem(batch))).mean((2, 3))


class Slices(nn.Module):
    """Space to depth: each 2 × 2 pixels lie over each other, so that the first convolution takes 4 times as many."""

    def __init__(self, channels=3):
        super().__init__()
        self.stem = nn.Conv2d(4 * channels, 8, 3)

    def forward(self, batch):
        slices = [batch[..., row::2, column::2] for row in (0, 1) for column in (0, 1)]
        return self.stem(torch.cat(slices, 1)).mean((2, 3))


class Rows(nn.Module):
    """Takes whatever comes for grey pictures in a row, as many a handwritten network for digits does."""

    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(SIZE[0] * SIZE[1], 4)

    def forward(self, batch):
        return self.linear(batch.view(-1, SIZE[0] * SIZE[1]))


def lazy(channels_behind=None):
    layers = [nn.LazyConv2d(8, 3), nn.LazyBatchNorm2d(), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten()]
    if channels_behind:
        layers.insert(0, nn.Conv2d(channels_behind, 6, 1))
    return nn.Sequential(*layers, nn.LazyLinear(4))


def fitted(module, size=SIZE):
    return fit("mine", module, size, PLAIN, (), "for a test.")


@pytest.mark.parametrize(
    ("make", "channels"),
    [
        (HeadFirst, 3), (lambda: HeadFirst(1), 1), (lambda: HeadFirst(4), 4), (lambda: HeadFirst(13), 13),
        (Slices, 3), (lambda: Slices(1), 1), (lambda: nn.Sequential(nn.Conv2d(3, 12, 1), nn.Conv2d(12, 2, 1)), 3),
        (lambda: nn.Conv2d(2, 4, 1), 2), (nn.ReLU, 3),
    ],
)  # fmt: skip
def test_the_channels_are_those_that_a_pass_takes(make, channels):
    module = make().eval()
    assert tried(module, SIZE)[0] == channels
    assert input_channels(module, SIZE) == channels
    assert outline(module, SIZE).steps


@pytest.mark.parametrize(("make", "channels"), [(Rows, 1), (lazy, 3), (lambda: lazy(1), 1)])
def test_networks_that_say_nothing_of_channels_are_tried_too(make, channels):
    found, answer = tried(make().eval(), SIZE)
    assert (found, tuple(answer.shape)) == (channels, (1, 4))


@pytest.mark.parametrize("make", [HeadFirst, Slices, lazy, lambda: HeadFirst(1), lambda: Slices(1), lambda: lazy(1)])
def test_they_are_shown(make):
    network = fitted(make())
    trace = capture(network, network.prepare(sample("cat")))
    assert len(trace) >= 2
    assert len(receptive_fields(network.module, network.input_size)) == len(trace)


def test_the_field_behind_slices_is_that_of_the_picture():
    assert receptive_fields(Slices(), SIZE)["stem"].size == (6, 6)


@pytest.mark.parametrize("channels", [4, 2, 13])
@pytest.mark.parametrize("make", [HeadFirst, Slices])
def test_other_numbers_of_channels_are_refused_in_a_sentence(make, channels):
    with pytest.raises(ValueError, match="channels") as refusal:
        fitted(make(channels))
    assert "\n" not in str(refusal.value)
    if make is HeadFirst:
        assert str(refusal.value) == f"it takes {channels} channels, but pictures have 3, or 1 in grey"


def test_lazy_layers_get_weights_that_are_random_alike_and_told():
    first, second = fitted(lazy()), fitted(lazy())
    assert not has_lazy_layers(first.module)
    assert first.weights == "random"
    assert "lazy layers had no weights" in first.source
    assert not first.module.training
    for one, other in zip(first.module.parameters(), second.module.parameters(), strict=True):
        assert torch.equal(one, other)
        assert not one.is_inference()
        assert not one.requires_grad
    assert fitted(HeadFirst()).weights == "trained"


def test_torchs_random_numbers_go_on_undisturbed():
    torch.manual_seed(3)
    wanted = torch.rand(2)
    torch.manual_seed(3)
    module = lazy()
    torch.manual_seed(3)
    tried(module.eval(), SIZE)
    assert torch.equal(torch.rand(2), wanted)


@pytest.mark.parametrize("training", [True, False])
def test_the_module_is_left_as_found(training):
    module = nn.Sequential(HeadFirst(), nn.Dropout(0.5)).train(training)
    module[0].norm.eval()
    before = copy.deepcopy(module.state_dict())
    flags = [layer.training for layer in module.modules()]
    input_channels(module, SIZE)
    outline(module, SIZE)
    assert [layer.training for layer in module.modules()] == flags
    assert all(torch.equal(values, before[key]) for key, values in module.state_dict().items())
    assert not any(layer._forward_hooks for layer in module.modules())


def test_the_number_of_passes_is_bounded():
    passes = []

    class Counting(nn.Module):
        def __init__(self):
            super().__init__()
            self.layers = nn.ModuleList(nn.Conv2d(number, 2, 1) for number in range(5, 99))

        def forward(self, batch):
            passes.append(batch.shape)
            raise RuntimeError("never\nagain.")

    with pytest.raises(ValueError, match=r"32 × 40 pixels makes it fail: never$"):
        tried(Counting().eval(), SIZE)
    assert len(passes) <= 2 * len(worth_trying(Counting())) <= 18


def test_the_reason_is_that_of_the_pass_that_came_furthest():
    grey = nn.Sequential(nn.Conv2d(1, 2, 3), nn.Flatten(), nn.Linear(7, 2))
    with pytest.raises(ValueError, match="mat1 and mat2"):
        fitted(grey)
    with pytest.raises(ValueError, match=r"gets .1, 2, 4, 4."):
        receptive_fields(nn.Sequential(nn.Conv2d(1, 2, 1), nn.Linear(9, 2), nn.Conv2d(3, 1, 1)), (4, 4))
