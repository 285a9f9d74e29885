"""Another head, none, only a beginning, or another number of channels: is it told, and shown as PyTorch runs it?"""

import copy
from collections import OrderedDict

import pytest
import torch
from torch import nn

from models.images import sample
from models.nets.entries import ENTRIES
from models.nets.own.file import opening
from models.nets.own.file.architectures import build
from models.nets.own.file.endings import end_before
from models.nets.own.file.keys import matters
from models.nets.own.file.matching import compare, suggest
from models.nets.own.file.table import architecture
from models.nets.own.preparing import PRESETS, Preparing
from tests.nets.test_own_habits import SMALL, fresh, read, same_answers, shapes_of, state_of

# Heads


def with_head(name, head):
    module = fresh(name)
    module.set_submodule({"resnet18": "fc", "mobilenet_v3_small": "classifier", "cifar10": "linear",
                          "imagenette": "linear", "alexnet": "classifier", "densenet121": "classifier",
                          "convnext_tiny": "classifier.2"}[name], head)  # fmt: skip
    return module


HEADS = [
    ("resnet18", 512), ("mobilenet_v3_small", 576), ("cifar10", 192), ("imagenette", 160), ("alexnet", 9216),
    ("densenet121", 1024), ("convnext_tiny", 768),
]  # fmt: skip


@pytest.mark.parametrize(("name", "inputs"), HEADS)
@pytest.mark.parametrize("bias", [True, False])
def test_a_head_of_dropout_and_one_linear_layer_is_understood(name, inputs, bias):
    module = with_head(name, nn.Sequential(nn.Dropout(0.5), nn.Linear(inputs, 3, bias=bias)))
    match = suggest(read(module.state_dict()).shapes)[0]
    assert (match.name, match.confidence, match.classes, match.unexpected) == (name, "fitting", 3, ())
    assert same_answers(module.state_dict(), module, name)


def test_one_linear_layer_in_place_of_a_longer_head_is_understood():
    module = with_head("mobilenet_v3_small", nn.Linear(576, 3))
    assert same_answers(module.state_dict(), module, "mobilenet_v3_small")


def test_a_head_beside_the_backbone_is_understood():
    class Mine(nn.Module):
        def __init__(self):
            super().__init__()
            self.backbone = with_head("resnet18", nn.Identity())
            self.out = nn.Linear(512, 1)

        def forward(self, batch):
            return self.out(self.backbone(batch))

    module = Mine()
    match = suggest(read(module.state_dict()).shapes)[0]
    assert (match.prefix, match.ending.head, match.classes) == ("backbone.", "out", 1)
    assert same_answers(module.state_dict(), module, "resnet18")


@pytest.mark.parametrize(
    "head",
    [
        nn.Identity,
        lambda: nn.Sequential(nn.Linear(512, 64), nn.ReLU(), nn.Linear(64, 3)),
        lambda: nn.Sequential(nn.BatchNorm1d(512), nn.Linear(512, 3)),
        lambda: nn.Sequential(OrderedDict(a=nn.Linear(512, 3), b=nn.Linear(512, 4))),
        lambda: nn.Linear(256, 3),
    ],
    ids=["none", "two layers", "batch norm", "two heads", "other width"],
)
def test_where_the_file_leaves_a_doubt_the_network_ends_in_its_features(head):
    made = head()
    state = with_head("resnet18", made).state_dict()
    match = suggest(read(state).shapes)[0]
    assert (match.name, match.usable, match.classes) == ("resnet18", True, None)
    assert {key for key, _ in match.unexpected} >= {key for key in state if key.startswith("fc") and matters(key)
                                                    and key not in ("fc.weight", "fc.bias")}  # fmt: skip
    network = opening.make(read(state), "resnet18", preparing=SMALL)
    assert network.labels[:2] == ("feature 0", "feature 1")
    assert "512 features, no classes" in network.source
    left = [key for key in state if key.startswith("fc") and matters(key) and state[key].numel() > 1]
    assert sorted(match.ending.left) == sorted(left)
    assert ("another form than one linear layer" in network.source) == bool(left)
    assert all(f"`{key}`" in network.source for key in match.ending.left[:3])
    assert same_answers(state, with_head("resnet18", nn.Identity()), "resnet18")


@pytest.mark.parametrize("name", {entry.family: entry.name for entry in reversed(ENTRIES)}.values())
def test_every_family_ends_truly_without_its_head(name):
    """What goes into the last layer, averaged over its places, is what the network without it answers."""
    wanted = architecture(name)
    torch.manual_seed(0)
    whole = build(name).to_empty(device="cpu")
    for values in (*whole.parameters(), *whole.buffers()):
        values.data.uniform_(0.01, 0.05) if values.is_floating_point() else values.zero_()
    whole.eval()
    seen = []
    layer = whole.get_submodule(wanted.head)
    layer.register_forward_hook(lambda _, args, __: seen.append(args[0].flatten(2).mean(2) if args[0].dim() == 4
                                                                else args[0]))  # fmt: skip
    batch = torch.rand(1, 3, 96, 96)
    with torch.inference_mode():
        whole(batch)
        ended = copy.deepcopy(whole)
        end_before(ended, f"{wanted.head}.weight", means=False)
        found = ended(batch)
    torch.testing.assert_close(found.flatten(1), seen[0], rtol=1e-4, atol=1e-6)


@pytest.mark.parametrize(
    ("name", "key", "path"),
    [
        ("resnet18", "layer4.0.conv1.weight", "layer3"), ("resnet18", "layer4.1.conv1.weight", "layer4.0"),
        ("mobilenet_v3_small", "features.9.block.0.0.weight", "features.8"),
        ("squeezenet1_1", "features.11.squeeze.weight", "features.10"),
        ("cifar10", "stage3.conv2.weight", "stage3.relu1"),
        ("imagenette", "stage3.block2.conv1.weight", "stage3.block1"),
    ],
)  # fmt: skip
def test_a_network_of_which_only_the_beginning_is_there_ends_where_its_weights_end(name, key, path):
    module, seen = fresh(name), []
    keys = list(state_of(name))
    state = {each: state_of(name)[each] for each in keys[: keys.index(key)]}
    module.get_submodule(path).register_forward_hook(lambda _, __, maps: seen.append(maps.mean((2, 3))))
    network = opening.make(read(state), name, preparing=SMALL)
    batch = network.prepare(sample("cat"))
    with torch.inference_mode():
        module(batch)
        found = network.module(batch)
    torch.testing.assert_close(found, seen[0])


def test_a_hole_in_the_middle_is_not_shown():
    shapes = shapes_of(state_of("resnet18"))
    del shapes["layer3.0.conv1.weight"]
    match = compare(shapes, architecture("resnet18"))
    assert (match.usable, match.confidence) == (False, "close")


# Channels


@pytest.mark.parametrize("name", ["resnet18", "cifar10", "mobilenet_v3_small"])
def test_a_first_convolution_of_one_channel_is_given_the_brightness(name):
    module = fresh(name)
    stem = architecture(name).stem.removesuffix(".weight")
    old = module.get_submodule(stem)
    module.set_submodule(stem, nn.Conv2d(1, old.out_channels, old.kernel_size, old.stride, old.padding,
                                         bias=old.bias is not None))  # fmt: skip
    match = suggest(read(module.state_dict()).shapes)[0]
    assert (match.name, match.channels, match.confidence) == (name, 1, "exact")
    network = opening.make(read(module.state_dict()), name, preparing=Preparing(96, *PRESETS["imagenet"]))
    assert network.channels == 1
    assert network.prepare(sample("cat")).shape == (1, 1, 96, 96)
    assert network.normalize.mean == pytest.approx((0.449,))
    assert same_answers(module.state_dict(), module, name)


@pytest.mark.parametrize("channels", [2, 4, 12])
def test_a_first_convolution_of_another_number_is_told(channels):
    state = state_of("resnet18") | {"conv1.weight": torch.ones(64, channels, 7, 7)}
    match = suggest(read(state).shapes)[0]
    assert (match.name, match.channels, match.confidence, match.usable) == ("resnet18", channels, "channels", False)
    with pytest.raises(opening.Misfit):
        opening.make(read(state), "resnet18")
