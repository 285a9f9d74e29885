"""Where does the variance of a channel come from: from its pictures, from its locations, or from both together?

Values [batch, channel, row, column]; every share is [channel].
"""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float, Real

from models.ops.arrays import Numbers, as_batch, frozen


@dataclass(frozen=True, eq=False)
class Split:
    """Where a channel's variance comes from, all [C]: `total` = `pictures` + `between` + `interaction`.

    `within`: what remains at a fixed location across pictures; it is `pictures` + `interaction`.
    """

    total: Float[np.ndarray, " channels"]
    within: Float[np.ndarray, " channels"]
    between: Float[np.ndarray, " channels"]
    pictures: Float[np.ndarray, " channels"]
    interaction: Float[np.ndarray, " channels"]


def split_variance(values: Real[np.ndarray, "batch channels rows columns"] | Numbers) -> Split:
    """How much of each channel's variance comes from its pictures, from its locations, and from both together.

    >>> split = split_variance(np.arange(16).reshape(2, 2, 2, 2))
    >>> [float(share[0]) for share in (split.pictures, split.between, split.interaction, split.total)]
    [16.0, 1.25, 0.0, 17.25]

    With x̄_b the mean of picture b, x̄_hw that of location (h, w) and x̄ that of all values of the channel:
    Σ(x − x̄)² / BHW = Σ(x̄_b − x̄)² / B + Σ(x̄_hw − x̄)² / HW + Σ(x − x̄_b − x̄_hw + x̄)² / BHW, that is `pictures` +
    `between` + `interaction`. The interaction is what neither a picture as a whole nor a location as such accounts for.
    `within`, the mean over locations of the per-location variances, is the first and the last (the law of total
    variance).
    Source: analysis of variance with two factors and one value a cell, Fisher 1925.
    """
    values = as_batch(values, keep_single=True)
    one_each = (_split_one(channel.astype(np.float64)) for channel in values.swapaxes(0, 1))
    return Split(*(frozen(np.array(part)) for part in zip(*one_each, strict=True)))


def _split_one(values: Float[np.ndarray, "batch rows columns"]) -> tuple[float, float, float, float, float]:
    """The five shares of one channel, in the order of `Split`."""
    away = values - values.mean()
    # Of the deviations, not of the values: squares of small numbers keep their digits.
    of_pictures, of_locations = away.mean(axis=(1, 2), keepdims=True), away.mean(axis=0)
    pictures, between = float(np.mean(of_pictures**2)), float(np.mean(of_locations**2))
    total = float(np.mean(away**2))
    # What is left once a picture and a location have had their say, each by itself.
    interaction = float(np.mean((away - of_pictures - of_locations) ** 2))
    return total, float(np.mean((away - of_locations) ** 2)), between, pictures, interaction
