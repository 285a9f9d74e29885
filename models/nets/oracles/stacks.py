"""What does a unit of a stack of layers read? torch builds the stack with constant weights and asks the gradient.

Every weight is 1, and pooling adds up its window, so that the gradient of a unit at a pixel is the number of ways that
lead from the pixel to the unit. All settings hold for rows and columns alike.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from jaxtyping import Float64
from torch import nn

Setting = tuple[int, int, int]  # kernel, stride, dilation


def ways_by_gradient(settings: Sequence[Setting], size: int) -> Float64[np.ndarray, "size size"]:
    """The gradient of the stack's first unit with respect to a picture of `size` × `size` pixels, in double precision.

    The stack has no padding, which moves a field and doesn't change it; on exactly as many pixels as its field it has
    a single unit. Raises ValueError where the picture is too small for that, or leaves room for more.
    """
    stack = nn.Sequential(*(_layer(*setting) for setting in settings))
    pixels = torch.zeros(1, 1, size, size, dtype=torch.float64, requires_grad=True)
    with torch.inference_mode(mode=False), torch.enable_grad():
        try:
            made = stack(pixels)
        except RuntimeError as error:
            raise ValueError(f"size is {size}, but must be at least the field of the stack") from error
        if made.shape[2:] != (1, 1):
            raise ValueError(f"size is {size}, but must leave one unit: there are {made.shape[2]} a side")
        (gradient,) = torch.autograd.grad(made.sum(), pixels)
    ways: np.ndarray = gradient[0, 0].numpy()
    return ways


def _layer(kernel: int, stride: int, dilation: int) -> nn.Conv2d:
    layer = nn.Conv2d(1, 1, kernel, stride=stride, dilation=dilation, bias=False, dtype=torch.float64)
    nn.init.ones_(layer.weight)
    return layer.requires_grad_(requires_grad=False)
