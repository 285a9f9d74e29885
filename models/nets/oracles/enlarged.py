"""What does PyTorch itself make of a map that is pooled and brought back? The other side of the proof line.

Maps [row, column]; PyTorch computes in single precision here, as it does inside a network.
"""

from __future__ import annotations

import numpy as np
import torch
from jaxtyping import Float, Float32
from torch.nn import functional

from models.ops.enlarging import Stamp

Map = Float32[np.ndarray, "_ _"]


def ways_back(original: Float[np.ndarray, "rows columns"], stamp: Stamp, *, align_corners: bool) -> dict[str, Map]:
    """The four ways back of `models.ops.enlarging.ways_back`, by their names there, and the "pooled" map.

    `original` must consist of whole windows; the window is the stamp's stride.
    """
    batch, window, size = _batch(original), stamp.stride, original.shape
    pooled, places = functional.max_pool2d(batch, window, return_indices=True)
    settings = {"stride": window, "padding": stamp.padding, "output_padding": stamp.output_padding}
    found = {
        "pooled": pooled,
        "nearest": functional.interpolate(pooled, size=size, mode="nearest"),
        "bilinear": functional.interpolate(pooled, size=size, mode="bilinear", align_corners=align_corners),
        "unpooled": functional.max_unpool2d(pooled, places, window, output_size=size),
        "transposed": functional.conv_transpose2d(pooled, _batch(stamp.kernel), **settings),
    }
    return {name: values[0, 0].numpy() for name, values in found.items()}


def _batch(plane: Float[np.ndarray, "_ _"]) -> torch.Tensor:
    return torch.from_numpy(plane.astype(np.float32))[None, None]
