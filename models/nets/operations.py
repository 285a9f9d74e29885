"""Which of torch's functions make a layer, which only rearrange, and which overwrite their input?

A network calls functions besides its modules: `out += identity`, `torch.cat(...)`, `functional.max_pool2d(...)`. This
is the table by which they are recognised. A function that is not in it and makes new values counts as a layer, and is
named after itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

Function = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Operation:
    """A function as a layer: its name in torch.fx, its kind, the names of its arguments after the values it works on.

    `overwrites`: it writes over its input, and `apart` is the function that computes the same into fresh memory; None
    where torch has no such function.
    """

    name: str
    kind: str
    arguments: tuple[str, ...] = ()
    overwrites: bool = False
    apart: Function | None = None


CONVOLUTION = ("weight", "bias", "stride", "padding", "dilation", "groups")
TRANSPOSED = ("weight", "bias", "stride", "padding", "output_padding", "groups", "dilation")
MAX_POOL = ("kernel_size", "stride", "padding", "dilation", "ceil_mode", "return_indices")
AVERAGE_POOL = ("kernel_size", "stride", "padding", "ceil_mode", "count_include_pad", "divisor_override")
BATCH_NORM = ("running_mean", "running_var", "weight", "bias", "training", "momentum", "eps")
PAIR = ("other",)
OVER_AXES = ("dim", "keepdim")
POWER_OVER_AXES = ("p", *OVER_AXES)
SPREAD_OVER_AXES = ("dim", "unbiased", "keepdim")

# name, kind, arguments after the first, and the functions of that name in torch, torch.Tensor and torch.nn.functional
_NAMED = (
    ("conv2d", "Conv2d", CONVOLUTION),
    ("conv_transpose2d", "ConvTranspose2d", TRANSPOSED),
    ("batch_norm", "BatchNorm2d", BATCH_NORM),
    ("layer_norm", "LayerNorm", ("normalized_shape", "weight", "bias", "eps")),
    ("group_norm", "GroupNorm", ("num_groups", "weight", "bias", "eps")),
    ("instance_norm", "InstanceNorm2d", (*BATCH_NORM[:4], "use_input_stats", *BATCH_NORM[5:])),
    ("rms_norm", "RMSNorm", ("normalized_shape", "weight", "eps")),
    ("local_response_norm", "LocalResponseNorm", ("size", "alpha", "beta", "k")),
    ("linear", "Linear", ("weight", "bias")),
    ("max_pool2d", "MaxPool2d", MAX_POOL),
    ("avg_pool2d", "AvgPool2d", AVERAGE_POOL),
    ("lp_pool2d", "LPPool2d", ("norm_type", "kernel_size", "stride", "ceil_mode")),
    ("flip", "Flip", ("dims",)),
    ("roll", "Roll", ("shifts", "dims")),
    ("adaptive_avg_pool2d", "AdaptiveAvgPool2d", ("output_size",)),
    ("adaptive_max_pool2d", "AdaptiveMaxPool2d", ("output_size",)),
    ("relu", "ReLU", ()),
    ("relu6", "ReLU6", ()),
    ("silu", "SiLU", ()),
    ("hardswish", "Hardswish", ()),
    ("hardsigmoid", "Hardsigmoid", ()),
    ("hardtanh", "Hardtanh", ("min_val", "max_val")),
    ("leaky_relu", "LeakyReLU", ("negative_slope",)),
    ("prelu", "PReLU", ("weight",)),
    ("rrelu", "RReLU", ("lower", "upper", "training")),
    ("elu", "ELU", ("alpha",)),
    ("celu", "CELU", ("alpha",)),
    ("selu", "SELU", ()),
    ("gelu", "GELU", ("approximate",)),
    ("mish", "Mish", ()),
    ("hardshrink", "Hardshrink", ("lambd",)),
    ("softshrink", "Softshrink", ("lambd",)),
    ("tanhshrink", "Tanhshrink", ()),
    ("threshold", "Threshold", ("threshold", "value")),
    ("softplus", "Softplus", ("beta", "threshold")),
    ("softsign", "Softsign", ()),
    ("logsigmoid", "LogSigmoid", ()),
    ("sigmoid", "Sigmoid", ()),
    ("tanh", "Tanh", ()),
    ("softmax", "Softmax", ("dim",)),
    ("log_softmax", "LogSoftmax", ("dim",)),
    ("dropout", "Dropout", ("p", "training")),
    ("flatten", "Flatten", ("start_dim", "end_dim")),
    ("mean", "Mean", OVER_AXES),
    ("sum", "Sum", OVER_AXES),
    ("amax", "Amax", OVER_AXES),
    ("amin", "Amin", OVER_AXES),
    ("max", "Max", OVER_AXES),
    ("min", "Min", OVER_AXES),
    ("median", "Median", OVER_AXES),
    ("nanmedian", "Nanmedian", OVER_AXES),
    ("nanmean", "Nanmean", OVER_AXES),
    ("nansum", "Nansum", OVER_AXES),
    ("prod", "Prod", OVER_AXES),
    ("logsumexp", "Logsumexp", OVER_AXES),
    ("std", "Std", SPREAD_OVER_AXES),
    ("var", "Var", SPREAD_OVER_AXES),
    ("norm", "Norm", POWER_OVER_AXES),
    ("normalize", "Normalize", ("p", "dim", "eps")),
    ("cat", "Cat", ("dim",)),
    ("concat", "Cat", ("dim",)),
    ("add", "Add", PAIR),
    ("sub", "Sub", PAIR),
    ("mul", "Mul", PAIR),
    ("div", "Div", PAIR),
    ("true_divide", "Div", PAIR),
    ("__rsub__", "Rsub", PAIR),
    ("rsub", "Rsub", PAIR),
    ("__rdiv__", "Rdiv", PAIR),
    ("pow", "Pow", ("exponent",)),
    ("__pow__", "Pow", ("exponent",)),
    ("__add__", "Add", PAIR),
    ("__radd__", "Add", PAIR),
    ("__sub__", "Sub", PAIR),
    ("__mul__", "Mul", PAIR),
    ("__rmul__", "Mul", PAIR),
    ("__truediv__", "Div", PAIR),
    ("__rtruediv__", "Rdiv", PAIR),
    ("__rpow__", "Rpow", PAIR),
    ("maximum", "Maximum", PAIR),
    ("minimum", "Minimum", PAIR),
    ("clamp", "Clamp", ("min", "max")),
    ("clip", "Clamp", ("min", "max")),
    ("clamp_min", "Clamp", ("min",)),
    ("clamp_max", "Clamp", ("max",)),
    ("pixel_shuffle", "PixelShuffle", ("upscale_factor",)),
    ("pixel_unshuffle", "PixelUnshuffle", ("downscale_factor",)),
    ("channel_shuffle", "ChannelShuffle", ("groups",)),
    ("native_channel_shuffle", "ChannelShuffle", ("groups",)),
    ("pad", "Pad", ("pad", "mode", "value")),
    (
        "interpolate",
        "Upsample",
        ("size", "scale_factor", "mode", "align_corners", "recompute_scale_factor", "antialias"),
    ),
)
_HOMES = (torch, Tensor, functional)


def _operations() -> dict[Function, Operation]:
    table: dict[Function, Operation] = {}
    for name, kind, arguments in _NAMED:
        for home in _HOMES:
            apart = getattr(home, name, None)
            overwriting = getattr(home, f"{name}_", None)
            if apart is not None:
                table.setdefault(apart, Operation(name.strip("_"), kind, arguments))
            if overwriting is not None:
                table[overwriting] = Operation(name, kind, arguments, overwrites=True, apart=apart)
    table[torch.linalg.vector_norm] = Operation("linalg_vector_norm", "VectorNorm", ("ord", *OVER_AXES))
    table[Tensor.__getitem__] = Operation("getitem", "Getitem", ("index",))
    return table


OPERATIONS = _operations()

# Functions that say where values lie and compute none. They pass on where their values come from.
_REARRANGING = (
    *("view", "reshape", "permute", "transpose", "swapaxes", "movedim", "contiguous", "chunk", "split", "tensor_split"),
    *("unbind", "squeeze", "unsqueeze", "expand", "narrow", "select", "detach", "to", "float", "clone", "alias"),
    *("view_as", "type_as", "unflatten", "__getitem__"),
)
REARRANGING = frozenset(
    function for name in _REARRANGING for home in _HOMES if (function := getattr(home, name, None)) is not None
)
# Functions that answer with values and where they were found, and so with two results; the values are the layer.
WITH_PLACES = frozenset({"Max", "Min", "Median", "Nanmedian"})
CHOOSING = frozenset({Tensor.__getitem__, Tensor.expand})  # may leave values out or use them twice
MOVING_AXES = frozenset(
    function
    for name in ("permute", "transpose", "swapaxes", "movedim")
    for home in _HOMES
    if (function := getattr(home, name, None)) is not None
)

# Functions by which a network looks at its values: to decide its way, or to read a number that may go anywhere.
DECIDING = frozenset(
    function
    for name in ("__bool__", "__int__", "__index__", "is_nonzero", "equal", "allclose", "nonzero", "argwhere", "unique")
    for home in (torch, Tensor)
    if (function := getattr(home, name, None)) is not None
)
READING = frozenset(getattr(Tensor, name) for name in ("item", "tolist", "__float__", "numpy", "__array__"))
RANDOM = frozenset(
    function
    for name in (
        "rand",
        "randn",
        "randint",
        "randperm",
        "rand_like",
        "randn_like",
        "randint_like",
        "bernoulli",
        "multinomial",
    )
    for home in (torch, Tensor)
    if (function := getattr(home, name, None)) is not None
)


def operation_of(function: Function) -> Operation:
    """What is known of a function; one that is not in the table is a layer named after it."""
    known = OPERATIONS.get(function)
    if known is None:
        spelled = getattr(function, "__name__", "operation")
        plain = spelled.strip("_")
        overwrites = spelled == "__setitem__" or (spelled.endswith("_") and not spelled.endswith("__"))
        kind = "".join(word.capitalize() for word in plain.split("_"))
        known = Operation(plain, kind, overwrites=overwrites)
    return known
