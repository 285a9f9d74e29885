"""What do per-location statistics know of pictures? Each pixel's mean and spread, and pictures drawn from just these.

Pictures are [picture, row, column, colour] in 0…255, as they are seen; every pixel of every colour counts as one
normal distribution of its own, independent of all others. That is all a mean and a variance per location can hold.
"""

from dataclasses import dataclass
from typing import SupportsIndex

import numpy as np
from jaxtyping import Float, Real

from models.ops.arrays import Numbers, as_numbers, frozen
from models.ops.batch_norm import statistics


@dataclass(frozen=True, eq=False)
class PixelNormal:
    """The mean and the standard deviation (biased, as batch norm's) of each pixel over `count` pictures."""

    mean: Float[np.ndarray, "rows columns colours"]
    deviation: Float[np.ndarray, "rows columns colours"]
    count: int


def pixel_normal(pictures: Real[np.ndarray, "pictures rows columns colours"] | Numbers) -> PixelNormal:
    """The mean picture and the spread picture of a batch. Raises ValueError for an array of another shape.

    >>> normal = pixel_normal(np.array([0, 200]).reshape(2, 1, 1, 1))
    >>> normal.mean.item(), normal.deviation.item(), normal.count
    (100.0, 100.0, 2)

    Source: the mean over the mini-batch alone that Ioffe & Szegedy 2015, §3.2, set the one per feature map against.
    """
    found = statistics(pictures, "location")  # its axes after the first are averaged over nothing: any order will do
    return PixelNormal(frozen(found.mean[0]), frozen(np.sqrt(found.variance[0])), found.count)


def draw(
    normal: PixelNormal, count: SupportsIndex, seed: SupportsIndex
) -> Float[np.ndarray, "count rows columns colours"]:
    """`count` pictures, each pixel drawn on its own; the same for the same seed. Not cut off at 0 and 255.

    >>> sure = pixel_normal(np.full((2, 1, 3, 1), 7))  # without any spread
    >>> draw(sure, count=1, seed=0).ravel().tolist()
    [7.0, 7.0, 7.0]
    """
    random = np.random.default_rng(int(seed))
    return np.asarray(random.normal(normal.mean, normal.deviation, (int(count), *normal.mean.shape)))


def neighbour_correlation(
    pictures: Real[np.ndarray, "pictures rows columns colours"] | Numbers, normal: PixelNormal
) -> float | None:
    """How a pixel's deviation from its mean goes along with its right neighbour's, −1…1; None where nothing deviates.

    >>> pictures = np.array([[0, 10], [200, 30]]).reshape(2, 1, 2, 1)
    >>> neighbour_correlation(pictures, pixel_normal(pictures))
    1.0

    Deviations are counted in the pixel's own standard deviation, so that what is left is what the means and spreads of
    the pixels don't know. Independent pixels give about 0, real pictures close to 1.
    """
    away = as_numbers(pictures, "pictures") - normal.mean
    # Pixels that never differ from their mean have no deviation to divide by: they count as 0.
    standard = np.divide(away, normal.deviation, out=np.zeros_like(away), where=normal.deviation > 0)
    left, right = standard[:, :, :-1], standard[:, :, 1:]
    length = float(np.sqrt((left**2).sum() * (right**2).sum()))
    return float((left * right).sum()) / length if length > 0 else None
