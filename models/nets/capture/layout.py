"""How do the values of one tensor lie in another: in their places, turned about, or as a slice of them?"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

from models.nets.capture.operations import CHOOSING, MOVING_AXES, Function
from models.nets.capture.overwriting import place_of

MAPS, FEATURES = 4, 2  # the number of axes of [B, C, H, W] and of [B, F]
CHANNELS_LAST, CHANNELS_FIRST = (0, 2, 3, 1), (0, 3, 1, 2)


def leaves_order(function: Function, tensor: Tensor, result: Any, order: tuple[int, ...] | None) -> bool:
    """Whether a function that only rearranges handed on all values in their order, channels first or last aside."""
    if order is not None:
        return order in (CHANNELS_LAST, CHANNELS_FIRST)
    chosen = function in CHOOSING or function in MOVING_AXES
    return not chosen and isinstance(result, Tensor) and result.shape == tensor.shape


def places_of(maps: Tensor, *, last: bool) -> tuple[int, ...]:
    """The rows and columns of maps, none of features."""
    return tuple(maps.shape[1:3] if last else maps.shape[2:])


def same_view(one: Tensor, other: Tensor) -> bool:
    """Whether two tensors on the same memory show the same values in the same order."""
    where = ((tensor.storage_offset(), tensor.shape, tensor.stride(), tensor.dtype) for tensor in (one, other))
    return next(where) == next(where)


def slices_of(whole: Tensor, part: Tensor) -> tuple[slice, ...] | None:
    """The slice that a part of maps is, read off how it lies in their memory; None if it is none."""
    if whole.stride() != part.stride() or place_of(whole) != place_of(part):
        return None
    index, left = [slice(None)] * whole.dim(), part.storage_offset() - whole.storage_offset()
    for axis in sorted(range(whole.dim()), key=whole.stride, reverse=True):
        start, left = divmod(left, max(1, whole.stride(axis)))
        index[axis] = slice(start, start + part.shape[axis])
    return tuple(index)


def tangled(function: Function, args: tuple[Any, ...], kwargs: dict[str, Any]) -> bool:
    """Whether a function mixed rows and columns, laid out otherwise than as maps, with the other axes."""
    if function not in MOVING_AXES or not isinstance(args[0], Tensor) or args[0].dim() == MAPS:
        return False
    axes = args[0].dim()
    return axes > FEATURES and axis_order(function, args, kwargs)[-2:] != (axes - 2, axes - 1)


def axis_order(function: Function, args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[int, ...]:
    """For each axis of the result, which axis of the tensor it was: asked of an empty one of telling sizes."""
    sizes = range(2, 2 + args[0].dim())
    turned = function(torch.empty(tuple(sizes), device="meta"), *args[1:], **kwargs)
    return tuple(sizes.index(size) for size in turned.shape)
