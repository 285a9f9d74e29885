"""How the values of a group are spread: counted in bins of equal width, for every group that holds one channel."""

from __future__ import annotations

import numpy as np
from jaxtyping import Float, Float32

BINS = 48


def finite_range(values: Float[np.ndarray, "..."]) -> tuple[float, float]:
    """The lowest and the highest finite value; 0 and 0 where there is none."""
    low, high = float(values.min()), float(values.max())
    if np.isfinite(low) and np.isfinite(high):
        return low, high
    finite = values[np.isfinite(values)]
    return (float(finite.min()), float(finite.max())) if finite.size else (0.0, 0.0)


def counts_by_map(
    values: Float[np.ndarray, "batch channels rows columns"], limits: tuple[float, float], bins: int = BINS
) -> Float32[np.ndarray, "batch channels bins"]:
    """How many values of every map lie in each of the bins between the limits; the upper end belongs to the last."""
    batch, channels = values.shape[:2]
    low, high = limits
    width = (high - low) / bins
    counted = np.zeros((batch, channels, bins), dtype=np.float32)
    offsets = np.arange(channels)[:, None] * bins
    for picture, maps in enumerate(
        values
    ):  # one picture at a time: the places of all values are as large as the values
        flat = maps.reshape(channels, -1)
        finite = np.isfinite(flat)
        level = (np.where(finite, flat, low) - low) / width if width > 0 else np.zeros(flat.shape)
        place = np.clip(level, 0, bins - 1).astype(np.int64) + offsets
        counted[picture] = np.bincount(place[finite], minlength=channels * bins).reshape(channels, bins)
    return counted
