"""What numbers describe a feature map? Its lowest and highest value, mean, standard deviation, and share of zeros.

Maps are [channels, rows, columns]; every statistic is [channels]. Sums are taken in double precision.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float, Float32


@dataclass(frozen=True)
class MapStatistics:
    """One number a channel. `zeros` is the share of exact zeros, 0…1: a map with zeros = 1 is dead on this picture.

    >>> MapStatistics(*np.array([[0.0], [4.0], [2.0], [2.0], [0.5]])).table().tolist()
    [[0.0, 4.0, 2.0, 2.0, 0.5]]
    """

    minimum: Float[np.ndarray, " channels"]
    maximum: Float[np.ndarray, " channels"]
    mean: Float[np.ndarray, " channels"]
    deviation: Float[np.ndarray, " channels"]
    zeros: Float[np.ndarray, " channels"]

    def table(self) -> Float32[np.ndarray, "channels 5"]:
        """The five as columns, in the order of the fields."""
        columns = (self.minimum, self.maximum, self.mean, self.deviation, self.zeros)
        return np.stack(columns, axis=1).astype(np.float32)


def describe(maps: Float[np.ndarray, "channels rows columns"]) -> MapStatistics:
    """The statistics of every map over its locations; the deviation is that of the values themselves (divided by H·W).

    >>> describe(np.array([[[0.0, 0.0], [4.0, 4.0]]])).table().tolist()  # lowest, highest, mean, deviation, zeros
    [[0.0, 4.0, 2.0, 2.0, 0.5]]

    Cells that are not finite are left out; a map without any finite cell has not-a-number everywhere but in `zeros`.
    """
    values = np.where(np.isfinite(maps), maps, np.nan).astype(np.float64)
    count = np.isfinite(values).sum(axis=(1, 2))
    zeros = (maps == 0).mean(axis=(1, 2))
    known = count > 0
    filled = np.where(np.isnan(values), 0.0, values)
    # Left-out cells add 0 to the sum and nothing to the count.
    mean = np.divide(filled.sum(axis=(1, 2)), count, out=np.full(len(maps), np.nan), where=known)
    spread = np.where(np.isnan(values), 0.0, values - mean[:, None, None]) ** 2
    variance = np.divide(spread.sum(axis=(1, 2)), count, out=np.full(len(maps), np.nan), where=known)
    # They must not win a comparison either: for the lowest value they are ∞, for the highest −∞.
    low = np.where(known, np.where(np.isnan(values), np.inf, values).min(axis=(1, 2)), np.nan)
    high = np.where(known, np.where(np.isnan(values), -np.inf, values).max(axis=(1, 2)), np.nan)
    found = (low, high, mean, np.sqrt(variance), zeros)
    for statistic in found:
        statistic.flags.writeable = False
    return MapStatistics(*found)
