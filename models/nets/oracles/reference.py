"""What does PyTorch itself make of one plane? The other side of the proof line where no network is involved.

Planes [row, column]; PyTorch computes in single precision here, as it does inside a network.
"""

from __future__ import annotations

import numpy as np
import torch
from jaxtyping import Float, Float32
from torch.nn import functional

from models.ops.geometry import IntOrPair, pair

PAD_MODES = {"zeros": "constant"}  # functional.pad calls the others as Conv2d does


def convolve(
    image: Float[np.ndarray, "rows columns"],
    kernel: Float[np.ndarray, "kernel_rows kernel_columns"],
    *,
    bias: float = 0.0,
    stride: IntOrPair = 1,
    padding: IntOrPair = 0,
    dilation: IntOrPair = 1,
    mode: str = "zeros",
) -> Float32[np.ndarray, "output_rows output_columns"]:
    """`torch.nn.functional.conv2d` of one plane with one kernel; settings as `cross_correlate` takes them."""
    above, beside = pair(padding)
    around = functional.pad(_batch(image), (beside, beside, above, above), mode=PAD_MODES.get(mode, mode))
    weights, offset = _batch(kernel), torch.tensor([bias], dtype=torch.float32)
    found = functional.conv2d(around, weights, offset, stride=pair(stride), dilation=pair(dilation))
    return found[0, 0].numpy()


def pool(
    image: Float[np.ndarray, "rows columns"],
    kind: str,
    *,
    kernel: IntOrPair,
    stride: IntOrPair | None = None,
    padding: IntOrPair = 0,
    ceil_mode: bool = False,
    count_include_pad: bool = True,
) -> Float32[np.ndarray, "output_rows output_columns"]:
    """`max_pool2d` or `avg_pool2d` of one plane; settings as `max_pool` and `average_pool` take them."""
    step = None if stride is None else pair(stride)
    if kind == "max":
        found = functional.max_pool2d(_batch(image), pair(kernel), step, pair(padding), ceil_mode=ceil_mode)
    else:
        found = functional.avg_pool2d(_batch(image), pair(kernel), step, pair(padding), ceil_mode, count_include_pad)
    return found[0, 0].numpy()


def _batch(plane: Float[np.ndarray, "rows columns"]) -> torch.Tensor:
    return torch.from_numpy(plane.astype(np.float32))[None, None]
