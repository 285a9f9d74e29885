"""Every further kind of layer worked out by hand, as a module of torch.nn and as a function, against what ran."""

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional

from models.nets.by_hand import RULES
from models.nets.by_hand.recompute import recompute
from models.nets.capture import capture


def check_every_layer(network, batch):
    """Five random units of every layer, by hand; gives the kinds that were tried."""
    generator = np.random.default_rng(2)
    trace = capture(network, batch)
    for layer, activation in trace.items():
        for _ in range(5):
            unit = tuple(int(generator.integers(size)) for size in (*activation.values.shape[1:], 1, 1)[:3])
            found = recompute(network, trace, layer, *unit)
            assert found.reason is None, (layer, found)
            assert found.difference <= 1e-4 * max(1.0, abs(found.captured)), (layer, unit, found)
    return {activation.kind for activation in trace.values()}


def maps(seed=0):
    return 3 * torch.randn(2, 8, 6, 7, generator=torch.Generator().manual_seed(seed))


MODULES = [
    *(nn.LeakyReLU(0.3), nn.PReLU(), nn.PReLU(8), nn.RReLU(), nn.ELU(2.0), nn.CELU(0.5), nn.SELU(), nn.GELU("tanh")),
    *(nn.Mish(), nn.Hardtanh(-2, 3), nn.Hardshrink(1.0), nn.Softshrink(1.0), nn.Threshold(0.5, -7.0), nn.LogSigmoid()),
    *(nn.Tanh(), nn.Tanhshrink(), nn.Softplus(2.0, 4.0), nn.Softsign(), nn.LeakyReLU(inplace=True)),
    *(nn.ConvTranspose2d(8, 4, 3, stride=2, padding=1, output_padding=1), nn.ConvTranspose2d(8, 6, (2, 3), groups=2)),
    nn.ConvTranspose2d(8, 8, 2, stride=(3, 1), dilation=2, bias=False, groups=8),
    *(nn.SyncBatchNorm(8), nn.BatchNorm2d(8, momentum=None), nn.Sequential(nn.Flatten(2), nn.BatchNorm1d(8))),
    *(nn.GroupNorm(4, 8), nn.GroupNorm(1, 8, affine=False), nn.InstanceNorm2d(8), nn.InstanceNorm2d(8, affine=True)),
    nn.InstanceNorm2d(8, track_running_stats=True),
    *(nn.LayerNorm((8, 6, 7)), nn.LayerNorm((6, 7)), nn.LayerNorm(7, elementwise_affine=False), nn.RMSNorm((6, 7))),
    *(nn.LocalResponseNorm(3), nn.LocalResponseNorm(4, alpha=0.1, k=2.0), nn.Softmax(1), nn.Softmax(-1)),
    *(nn.Softmax2d(), nn.LogSoftmax(1)),
    *(nn.AdaptiveAvgPool2d(1), nn.AdaptiveMaxPool2d((4, 3)), nn.AdaptiveMaxPool2d(1)),
    *(nn.Upsample(scale_factor=2), nn.Upsample((9, 4), mode="bilinear"), nn.UpsamplingNearest2d(scale_factor=3)),
    *(nn.UpsamplingBilinear2d(scale_factor=2), nn.Upsample(scale_factor=1.6, mode="bicubic"), nn.Upsample((3, 9))),
    nn.Upsample(scale_factor=(0.7, 1.3), mode="bilinear", recompute_scale_factor=True),
    *(nn.PixelShuffle(2), nn.ChannelShuffle(4), nn.Sequential(nn.ZeroPad2d((0, 1, 1, 1)), nn.PixelUnshuffle(2))),
    *(nn.ZeroPad2d(2), nn.ConstantPad2d((1, 0, -1, 2), 5.0), nn.ReflectionPad2d(2), nn.ReplicationPad2d((0, 3, 1, 0))),
    *(nn.CircularPad2d(1), nn.Dropout2d(), nn.AlphaDropout(), nn.FeatureAlphaDropout(), nn.Identity()),
    nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.LayerNorm(8), nn.Softmax(1)),
    nn.Sequential(nn.AdaptiveMaxPool2d(1), nn.Flatten(), nn.PReLU(8), nn.LogSoftmax(-1)),
]


def stirred(module):
    """A module whose weights and running statistics are no longer those that change nothing."""
    generator = torch.Generator().manual_seed(5)
    for values in (*module.parameters(), *module.buffers()):
        if values.is_floating_point():
            values.data.copy_(torch.rand(values.shape, generator=generator) + 0.5)
    return module.eval()


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_a_layer_of_torch(module):
    check_every_layer(nn.Sequential(stirred(module)), maps())


class Calls(nn.Module):
    """A network of one function of the maps and of weights of its own."""

    def __init__(self, function):
        super().__init__()
        self.function = function
        generator = torch.Generator().manual_seed(6)
        sizes = {"kernel": (4, 8, 3, 2), "back": (8, 4, 3, 2), "scale": (8,), "shift": (8,), "matrix": (5, 8)}
        for name, size in sizes.items():
            self.register_buffer(name, torch.rand(size, generator=generator) + 0.5)

    def forward(self, batch):
        return self.function(batch, self)


FUNCTIONS = {
    "convolution": lambda x, own: functional.conv2d(x, own.kernel, None, 2, 1),
    "convolution by name": lambda x, own: functional.conv2d(x, weight=own.kernel, bias=own.scale[:4], padding=(1, 0)),
    "transposed convolution": lambda x, own: functional.conv_transpose2d(x, own.back, own.scale[:4], 2),
    "linear": lambda x, own: functional.linear(x.mean((2, 3)), own.matrix),
    "linear by name": lambda x, own: functional.linear(x.mean((2, 3)), bias=own.scale[:5], weight=own.matrix),
    "batch norm": lambda x, own: functional.batch_norm(x, own.shift, own.scale, own.scale, own.shift, eps=0.1),
    "batch norm by the batch": lambda x, own: functional.batch_norm(x, None, None, own.scale, training=True),
    "group norm": lambda x, own: functional.group_norm(x, 2, own.scale, own.shift),
    "instance norm": lambda x, own: functional.instance_norm(x, weight=own.scale),
    "layer norm": lambda x, _: functional.layer_norm(x, (6, 7)),
    "layer norm, channels last": lambda x, own: functional.layer_norm(
        x.permute(0, 2, 3, 1), (8,), own.scale, own.shift
    ).permute(0, 3, 1, 2),
    "softmax, channels last": lambda x, _: x.permute(0, 2, 3, 1).softmax(-1).permute(0, 3, 1, 2),
    "activations": lambda x, own: functional.elu(functional.leaky_relu(functional.prelu(x, own.scale), 0.2), alpha=0.5),
    "gelu nearly": lambda x, _: functional.gelu(x, approximate="tanh"),
    "silu, swish and soft": lambda x, _: functional.softplus(functional.hardswish(functional.silu(x)), beta=2),
    "selu, celu, mish": lambda x, _: functional.mish(functional.celu(functional.selu(x), 0.7)),
    "sharp corners": lambda x, _: functional.hardsigmoid(x) + functional.relu(x) + (x.abs() + 1).reciprocal(),
    "shrunk": lambda x, _: functional.softshrink(functional.hardshrink(x, 0.3), lambd=0.2),
    "clipped": lambda x, _: functional.hardtanh(functional.relu6(x) - 2, -1, 1),
    "in place": lambda x, _: functional.leaky_relu_(functional.elu(x, inplace=True), 0.5).clamp_(max=2),
    "pools": lambda x, _: functional.avg_pool2d(functional.max_pool2d(x, 2, stride=1), (2, 3), padding=(0, 1)),
    "adaptive pools": lambda x, _: functional.adaptive_avg_pool2d(functional.adaptive_max_pool2d(x, (5, 4)), 2),
    "nearest": lambda x, _: functional.interpolate(x, scale_factor=1.7),
    "bilinear": lambda x, _: functional.interpolate(x, (11, 3), mode="bilinear", align_corners=True),
    "area": lambda x, _: functional.interpolate(x, size=(4, 3), mode="area"),
    "shuffled": lambda x, _: functional.pixel_unshuffle(functional.pixel_shuffle(x, 2), downscale_factor=2),
    "channels shuffled": lambda x, _: functional.channel_shuffle(x, 2),
    "padded": lambda x, _: functional.pad(functional.pad(x, (1, 2), value=3.0), (1, 1, 2, 0), "reflect"),
    "softmax": lambda x, _: functional.softmax(x, 1) + torch.log_softmax(x, dim=2) + x.softmax(-1),
    "means": lambda x, _: x.mean((2, 3), keepdim=True) + x.mean(1, keepdim=True) + x.mean(dim=-1, keepdim=True),
    "sums": lambda x, _: x.sum(1, keepdim=True) + torch.sum(x, (-1, -2), keepdim=True),
    "largest and smallest": lambda x, _: x.amax(1, keepdim=True) - torch.amin(x, dim=(2, 3), keepdim=True),
    "one number for each map": lambda x, _: torch.cat([x.amax((2, 3)), x.sum((-2, -1)), x.mean((3, 2))], 1),
    "numbers": lambda x, _: 2 / (1.5 - (x / 4) * 0.5 + 30) - 7 + 3 * x,
    "powers": lambda x, _: (x**2 + 1) ** 0.5 + 2 ** (x / 9) + torch.pow(x.abs() + 1, exponent=-1),
    "one value at a time": lambda x, _: torch.log(torch.exp(-x.abs()) + 1).sqrt() + x.square().add(1).rsqrt(),
    "twice the same": lambda x, _: x * x + x.add(x, alpha=3) - torch.maximum(x, x),
    "its own tensors": lambda x, own: own.scale.view(8, 1, 1) - x * own.shift[:, None, None] + own.scale[0],
    "its own in front": lambda x, own: torch.div(own.scale.view(1, 8, 1, 1), x.abs() + 1),
    "its own, channels last": lambda x, own: (x.permute(0, 2, 3, 1) * own.scale).permute(0, 3, 1, 2),
    "features": lambda x, own: x.mean((2, 3)) * own.scale + 1 - own.shift,
    "the greater and the less": lambda x, _: torch.minimum(torch.maximum(x, -x), x + 1),
    "clamped": lambda x, _: x.clamp(-1, 1) + torch.clamp(x, min=0) + x.clamp(max=0.5) + x.clip(0, 1) + x.clamp_min(2),
    "squeezed and excited": lambda x, _: x * torch.sigmoid(functional.adaptive_avg_pool2d(x, 1)),
    "dropped": lambda x, _: functional.dropout(x, training=False).flatten(1),
}


@pytest.mark.parametrize("function", FUNCTIONS.values(), ids=FUNCTIONS)
def test_a_function(function):
    check_every_layer(Calls(function), maps(1))


def test_every_rule_is_tried_somewhere():
    tried = {type(layer).__name__ for module in MODULES for layer in module.modules()}
    for function in FUNCTIONS.values():
        tried |= {activation.kind for activation in capture(Calls(function), maps(1)).values()}
    assert set(RULES) - tried == set()


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (lambda x, _: x.softmax(0), "pictures of the batch with one another"),
        (lambda x, _: x.mean((0, 2), keepdim=True).expand_as(x) * 1, "over the pictures of the batch"),
        (lambda x, _: functional.interpolate(x, (3, 3), mode="bilinear", antialias=True), "smooths the maps"),
        (lambda x, own: x.clamp(min=own.scale[0]), "made while the network runs"),
    ],
)
def test_what_one_picture_does_not_tell_has_a_reason(function, words):
    network = Calls(function)
    trace = capture(network, maps())
    found = recompute(network, trace, next(iter(trace)), 0, 0, 0)
    assert found.value is None
    assert words in found.reason


class FunctionOnColumns(nn.Module):
    """`linear` as a function, and weights of its own, on maps whose last axis is that of columns."""

    def __init__(self, columns, outputs):
        super().__init__()
        self.weight, self.bias = nn.Parameter(torch.ones(outputs, columns)), nn.Parameter(torch.ones(outputs))

    def forward(self, batch):
        return functional.linear(functional.linear(batch, self.weight, self.bias).relu(), self.weight.T)


class ChannelsOfPlaces(nn.Module):
    def __init__(self):
        super().__init__()
        self.mix = nn.Linear(8, 5)

    def forward(self, batch):
        return self.mix(batch.permute(0, 2, 3, 1)).permute(0, 3, 1, 2) * 2


@pytest.mark.parametrize(
    "module",
    [
        *(nn.Linear(7, 7), nn.Linear(7, 3, bias=False), nn.Linear(7, 8), nn.Linear(7, 11), nn.Linear(7, 1)),
        nn.Sequential(nn.Conv2d(8, 4, 3, padding=(1, 2)), nn.Linear(9, 4), nn.ReLU(), nn.Linear(4, 9)),
        nn.Sequential(nn.Linear(7, 6), nn.Flatten(), nn.Linear(288, 5)),
        nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Linear(1, 8), nn.Flatten(), nn.Linear(64, 2)),
        *(FunctionOnColumns(7, 8), FunctionOnColumns(7, 4), ChannelsOfPlaces()),
    ],
    ids=str,
)
def test_a_fully_connected_layer_on_maps_weighs_what_its_last_axis_is(module):
    assert "Linear" in check_every_layer(nn.Sequential(stirred(module)), maps())


def test_columns_are_weighed_by_hand():
    layer = nn.Linear(2, 2)
    layer.weight.data, layer.bias.data = torch.tensor([[1.0, 10.0], [100.0, 1000.0]]), torch.tensor([0.5, 0.25])
    module = nn.Sequential(nn.Identity(), layer)
    picture = torch.tensor([[[[1.0, 2.0], [3.0, 4.0]], [[5.0, 6.0], [7.0, 8.0]]]])
    found = recompute(module, capture(module, picture), "1", 1, 0, 1)
    assert (found.value, found.terms) == (100 * 5 + 1000 * 6 + 0.25, 2)
