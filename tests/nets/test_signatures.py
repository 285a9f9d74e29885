"""Is every function of torch understood, whether its arguments come by position or by name?"""

import itertools

import pytest
import torch
from torch import nn
from torch.nn import functional

from models.nets.capture import capture
from models.nets.capture.signatures import named_arguments
from models.nets.receptive_field import receptive_fields

ONES = torch.ones(4)

# A function, and its arguments after the first by name, in order: any number of them may be given by position.
CALLS = [
    (functional.pixel_shuffle, {"upscale_factor": 2}),
    (functional.pixel_unshuffle, {"downscale_factor": 2}),
    (torch.channel_shuffle, {"groups": 2}),
    (functional.max_pool2d, {"kernel_size": 3, "stride": 2, "padding": 1, "dilation": 1, "ceil_mode": True}),
    (functional.avg_pool2d, {"kernel_size": 3, "stride": 2, "padding": 1, "ceil_mode": True}),
    (functional.adaptive_avg_pool2d, {"output_size": (4, 2)}),
    (functional.adaptive_max_pool2d, {"output_size": 2}),
    (functional.lp_pool2d, {"norm_type": 2.0, "kernel_size": 2, "stride": 2}),
    (functional.conv2d, {"weight": torch.ones(2, 4, 3, 3), "bias": None, "stride": 2, "padding": 1}),
    (functional.conv_transpose2d, {"weight": torch.ones(4, 2, 3, 3), "bias": None, "stride": 2, "padding": 1}),
    (functional.batch_norm, {"running_mean": ONES, "running_var": ONES, "weight": ONES, "bias": ONES}),
    (functional.group_norm, {"num_groups": 2, "weight": ONES, "bias": ONES, "eps": 1e-3}),
    (functional.layer_norm, {"normalized_shape": (8,), "weight": torch.ones(8)}),
    (functional.interpolate, {"size": None, "scale_factor": 2, "mode": "bilinear", "align_corners": True}),
    (functional.pad, {"pad": (1, 2, 0, 1), "mode": "constant", "value": 1.0}),
    (functional.hardtanh, {"min_val": -0.5, "max_val": 0.5}),
    (functional.leaky_relu, {"negative_slope": 0.3}),
    (functional.elu, {"alpha": 0.3}),
    (functional.threshold, {"threshold": 0.1, "value": -1.0}),
    (functional.softmax, {"dim": 1}),
    (functional.prelu, {"weight": ONES}),
    (torch.clamp, {"min": -0.5, "max": 0.5}),
    (torch.add, {"other": 2}),
    (torch.mean, {"dim": (2, 3), "keepdim": True}),
    (torch.amax, {"dim": 1, "keepdim": True}),
    (torch.transpose, {"dim0": 2, "dim1": 3}),
    (torch.flatten, {"start_dim": 1}),
]


class Calls(nn.Module):
    """A convolution, and a function of its maps with some of its arguments by position."""

    def __init__(self, function, named, positions):
        super().__init__()
        self.conv = nn.Conv2d(3, 4, 1, bias=False)
        torch.nn.init.ones_(self.conv.weight)
        self.function, self.named, self.positions = function, named, positions

    def forward(self, batch):
        values, maps = tuple(self.named.values())[: max(0, self.positions)], self.conv(batch)
        rest = dict(itertools.islice(self.named.items(), max(0, self.positions), None))
        if self.positions < 0:
            return self.function(input=maps, **rest).relu()
        return self.function(maps, *values, **rest).relu()


def read(function, named, positions):
    network, batch = Calls(function, named, positions).eval(), torch.ones(1, 3, 8, 8)
    trace = capture(network, batch)
    made = list(trace.values())[-2]
    fields = receptive_fields(network, (8, 8))
    told = {name: value for name, value in made.settings.items() if name in named and value is not None}
    return made.kind, made.inputs, told, made.values.tolist(), list(fields.values())[-1].scope


@pytest.mark.parametrize(("function", "named"), CALLS, ids=lambda one: getattr(one, "__name__", ""))
def test_arguments_are_the_same_by_position_and_by_name(function, named):
    by_name = read(function, named, 0)
    assert by_name[2] == {key: it for key, it in named.items() if it is not None and not isinstance(it, torch.Tensor)}
    for positions in range(1, len(named) + 1):
        assert read(function, named, positions) == by_name
    assert read(function, named, -1) == by_name


def handed(run):
    """What is understood of the last call of torch in `run`."""
    seen = []

    class Listens(torch.overrides.TorchFunctionMode):
        def __torch_function__(self, func, types, args=(), kwargs=None):
            seen.append(named_arguments(func, args, kwargs or {}))
            return func(*args, **(kwargs or {}))

    with Listens():
        run(torch.ones(1, 4, 8, 8))
    return {name: value for name, value in seen[-1].items() if name != "input" and not isinstance(value, torch.Tensor)}


@pytest.mark.parametrize(
    ("run", "told"),
    [
        (lambda x: x.view(1, -1), {"size": (1, -1)}),
        (lambda x: x.view((1, -1)), {"size": (1, -1)}),
        (lambda x: x.permute(0, 2, 3, 1), {"dims": (0, 2, 3, 1)}),
        (lambda x: x.mean(axis=(2, 3), keepdims=True), {"dim": (2, 3), "keepdim": True}),
        (lambda x: x.mean(1, True), {"dim": 1, "keepdim": True}),  # noqa: FBT003
        (lambda x: x.max(1), {"dim": 1}),
        (lambda x: x.var(1, False), {"dim": 1, "unbiased": False}),  # noqa: FBT003
        (lambda x: x.var(False), {"unbiased": False}),  # noqa: FBT003
        (lambda x: x**2, {"exponent": 2}),
        (lambda x: 2 - x, {"other": 2}),
        (lambda x: x.add(x, alpha=2), {"alpha": 2}),
        (lambda x: x.split([1, 3], 1), {"split_size": [1, 3], "dim": 1}),
        (lambda x: x.expand(2, -1, -1, -1), {"size": (2, -1, -1, -1)}),
        (lambda x: torch.dropout(x, 0.5, False), {"p": 0.5, "training": False}),  # noqa: FBT003
        (lambda x: x[:, 1:], {"index": (slice(None), slice(1, None))}),
        (lambda x: x.to(torch.float32), {"dtype": torch.float32}),
    ],
)
def test_methods_and_operators_are_understood(run, told):
    assert handed(run) == told
