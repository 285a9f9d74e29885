"""What does PyTorch make of a batch by batch norm? Training and inference apart, and every location on its own.

Values [batch, channel, row, column]; everything of one number for each channel is [C].
"""

from __future__ import annotations

import numpy as np
import torch
from jaxtyping import Float
from torch import nn
from torch.nn import functional

from models.records.batch_norm import ByTorch, PerChannel, Values


def batch_norm_2d(
    values: Float[np.ndarray, "batch channels rows columns"],
    running: tuple[PerChannel, PerChannel],
    line: tuple[PerChannel, PerChannel],
    eps: float = 1e-5,
    momentum: float = 0.1,
) -> ByTorch:
    """`nn.BatchNorm2d` with the given `running` mean and variance, and `line`: γ and β."""
    layer = nn.BatchNorm2d(values.shape[1], eps=eps, momentum=momentum)
    names = ("running_mean", "running_var", "weight", "bias")
    layer.load_state_dict(dict(zip(names, map(_single, (*running, *line)), strict=True)), strict=False)
    batch = _single(values)
    with torch.inference_mode():
        inference = layer.eval()(batch).numpy()
        if values[:, 0].size < 2:  # noqa: PLR2004 - one value has no variance
            return ByTorch(inference, None, None, None)
        training = layer.train()(batch).numpy()
    mean, variance = (getattr(layer, name).numpy().astype(np.float64) for name in names[:2])
    return ByTorch(inference, training, mean, variance)


def per_location(values: Float[np.ndarray, "batch channels rows columns"], eps: float = 1e-5) -> Values | None:
    """Every location as a feature of its own, as `nn.BatchNorm1d` would take it; None for one picture: it refuses."""
    if len(values) < 2:  # noqa: PLR2004 - one value has no variance
        return None
    features = _single(values).flatten(1)
    return functional.batch_norm(features, None, None, training=True, eps=eps).reshape(values.shape).numpy()


def _single(values: Float[np.ndarray, "..."]) -> torch.Tensor:
    return torch.tensor(np.asarray(values), dtype=torch.float32)
