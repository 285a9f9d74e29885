"""Which of torch's functions make a layer, which only rearrange, and which overwrite their input?

A network calls functions besides its modules: `out += identity`, `torch.cat(...)`, `functional.max_pool2d(...)`. This
is the table by which they are recognised. A function that is not in it and makes new values counts as a layer, and is
named after itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import GetSetDescriptorType
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

Function = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Operation:
    """A function as a layer: its name in torch.fx and its kind.

    `overwrites`: it writes over its input, and `apart` is the function that computes the same into fresh memory; None
    where torch has no such function.
    """

    name: str
    kind: str
    overwrites: bool = False
    apart: Function | None = None


# name, kind, and the functions of that name in torch, torch.Tensor and torch.nn.functional
_NAMED = (
    ("conv2d", "Conv2d"),
    ("conv_transpose2d", "ConvTranspose2d"),
    ("batch_norm", "BatchNorm2d"),
    ("layer_norm", "LayerNorm"),
    ("group_norm", "GroupNorm"),
    ("instance_norm", "InstanceNorm2d"),
    ("rms_norm", "RMSNorm"),
    ("local_response_norm", "LocalResponseNorm"),
    ("linear", "Linear"),
    ("max_pool2d", "MaxPool2d"),
    ("avg_pool2d", "AvgPool2d"),
    ("adaptive_avg_pool2d", "AdaptiveAvgPool2d"),
    ("adaptive_max_pool2d", "AdaptiveMaxPool2d"),
    ("relu", "ReLU"),
    ("relu6", "ReLU6"),
    ("silu", "SiLU"),
    ("hardswish", "Hardswish"),
    ("hardsigmoid", "Hardsigmoid"),
    ("hardtanh", "Hardtanh"),
    ("leaky_relu", "LeakyReLU"),
    ("prelu", "PReLU"),
    ("rrelu", "RReLU"),
    ("elu", "ELU"),
    ("celu", "CELU"),
    ("selu", "SELU"),
    ("gelu", "GELU"),
    ("mish", "Mish"),
    ("hardshrink", "Hardshrink"),
    ("softshrink", "Softshrink"),
    ("tanhshrink", "Tanhshrink"),
    ("threshold", "Threshold"),
    ("softplus", "Softplus"),
    ("softsign", "Softsign"),
    ("logsigmoid", "LogSigmoid"),
    ("sigmoid", "Sigmoid"),
    ("tanh", "Tanh"),
    ("softmax", "Softmax"),
    ("log_softmax", "LogSoftmax"),
    ("dropout", "Dropout"),
    ("flatten", "Flatten"),
    ("mean", "Mean"),
    ("sum", "Sum"),
    ("amax", "Amax"),
    ("amin", "Amin"),
    ("cat", "Cat"),
    ("concat", "Cat"),
    ("add", "Add"),
    ("sub", "Sub"),
    ("mul", "Mul"),
    ("div", "Div"),
    ("true_divide", "Div"),
    ("__rsub__", "Rsub"),
    ("rsub", "Rsub"),
    ("__rdiv__", "Rdiv"),
    ("pow", "Pow"),
    ("__pow__", "Pow"),
    ("__add__", "Add"),
    ("__radd__", "Add"),
    ("__sub__", "Sub"),
    ("__mul__", "Mul"),
    ("__rmul__", "Mul"),
    ("__truediv__", "Div"),
    ("__rtruediv__", "Rdiv"),
    ("__rpow__", "Rpow"),
    ("maximum", "Maximum"),
    ("minimum", "Minimum"),
    ("clamp", "Clamp"),
    ("clip", "Clamp"),
    ("clamp_min", "Clamp"),
    ("clamp_max", "Clamp"),
    ("pixel_shuffle", "PixelShuffle"),
    ("pixel_unshuffle", "PixelUnshuffle"),
    ("channel_shuffle", "ChannelShuffle"),
    ("native_channel_shuffle", "ChannelShuffle"),
    ("pad", "Pad"),
    ("interpolate", "Upsample"),
)
_HOMES = (torch, Tensor, functional)


def _operations() -> dict[Function, Operation]:
    table: dict[Function, Operation] = {}
    for name, kind in _NAMED:
        for home in _HOMES:
            apart = getattr(home, name, None)
            overwriting = getattr(home, f"{name}_", None)
            if callable(apart):
                table.setdefault(apart, Operation(name.strip("_"), kind))
            if callable(overwriting):
                table[overwriting] = Operation(name, kind, overwrites=True, apart=apart)
    table[torch.linalg.vector_norm] = Operation("linalg_vector_norm", "VectorNorm")
    table[Tensor.__getitem__] = Operation("getitem", "Getitem")
    table[functional.max_pool2d_with_indices] = Operation("max_pool2d", "MaxPool2d")
    table[functional.adaptive_max_pool2d_with_indices] = Operation("adaptive_max_pool2d", "AdaptiveMaxPool2d")
    return table


OPERATIONS = _operations()
# Layers of torch.nn by their names as functions: "lppool2d" is LPPool2d.
_LAYERS = {name.lower(): name for name in nn.modules.__all__}

# Functions that say where values lie and compute none. They pass on where their values come from.
_REARRANGING = (
    *("view", "reshape", "permute", "transpose", "swapaxes", "movedim", "contiguous", "chunk", "split", "tensor_split"),
    *("unbind", "squeeze", "unsqueeze", "expand", "narrow", "select", "detach", "to", "float", "clone", "alias"),
    *("view_as", "type_as", "unflatten", "__getitem__", "unsafe_chunk", "unsafe_split", "split_with_sizes", "hsplit"),
    *("vsplit", "dsplit", "expand_as", "swapdims", "moveaxis", "cpu", "requires_grad_", "detach_", "data", "T", "mT"),
)
_MOVING_AXES = ("permute", "transpose", "swapaxes", "swapdims", "movedim", "moveaxis", "T", "mT")


def _found(names: tuple[str, ...]) -> frozenset[Function]:
    """The functions of these names; of a property of tensors what reads it, under which name it is called."""
    all_of_them = (getattr(home, name, None) for name in names for home in _HOMES)
    reading = (getattr(one, "__get__", None) if isinstance(one, GetSetDescriptorType) else one for one in all_of_them)
    return frozenset(function for function in reading if callable(function))  # torch.cpu, say, is a module


REARRANGING = _found(_REARRANGING)
CHOOSING = frozenset({Tensor.__getitem__, Tensor.expand, Tensor.expand_as})  # may leave values out or use them twice
MOVING_AXES = _found(_MOVING_AXES)
# Functions that take nothing of a tensor but its shape.
SHAPING = _found(
    (
        *("empty_like", "zeros_like", "ones_like", "full_like", "rand_like", "randn_like", "randint_like"),
        *("new_empty", "new_zeros", "new_ones", "new_full", "new_tensor"),
    )
)
# Functions that give a tensor's memory to somebody who may write there unseen.
LENDING = frozenset(
    getattr(Tensor, name)
    for name in ("numpy", "__array__", "__dlpack__", "data_ptr", "untyped_storage", "storage", "_typed_storage")
)
SET_DATA = Tensor.data.__set__
FIRST = ("input", "self", "tensors", "tensor")  # what functions call what they work on

# Functions by which a network looks at its values: to decide its way, or to read a number that may go anywhere.
DECIDING = frozenset(
    function
    for name in (
        *("__bool__", "__int__", "__index__", "is_nonzero", "equal", "allclose", "nonzero", "argwhere", "unique"),
        *("masked_select", "unique_consecutive", "nonzero_static", "__contains__"),
    )
    for home in (torch, Tensor)
    if (function := getattr(home, name, None)) is not None
)
READING = frozenset(
    getattr(Tensor, name)
    for name in (
        *("item", "tolist", "__float__", "__complex__", "numpy", "__array__", "__format__", "__repr__"),
        *("untyped_storage", "storage", "data_ptr", "__dlpack__"),
    )
)


def looks(function: Function, args: tuple[Any, ...], kwargs: dict[str, Any]) -> bool:
    """Whether a function lets values decide by what it is given: how much a mask picks, where a condition holds."""
    if function is torch.where or function is Tensor.where:
        return len(args) + len(kwargs) == 1
    if function is not Tensor.__getitem__:
        return function in DECIDING
    chosen = args[1] if isinstance(args[1], tuple | list) else (args[1],)
    return any(isinstance(one, Tensor) and one.dtype in (torch.bool, torch.uint8) for one in chosen)


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
    return OPERATIONS.get(function) or _named_after(function)


def _named_after(function: Function) -> Operation:
    spelled = str(getattr(function, "__name__", "operation"))
    if spelled == "__get__":  # a property of tensors
        spelled = str(getattr(getattr(function, "__self__", None), "__name__", spelled))
    plain = "transpose" if spelled in {"T", "mT"} else spelled.strip("_")
    overwrites = spelled == "__setitem__" or (spelled.endswith("_") and not spelled.endswith("__"))
    camel = "".join(word.capitalize() for word in plain.split("_"))
    return Operation(plain, _LAYERS.get(plain.replace("_", ""), camel), overwrites=overwrites)
