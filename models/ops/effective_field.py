"""How much of the picture does a unit really use? The few numbers that sum up an effective receptive field.

A field is [row, column] of the input, each value the mass of a pixel: how much the unit changes with it, at least 0.
"""

from dataclasses import dataclass
from math import sqrt

import numpy as np
from jaxtyping import Bool, Float, Real

from models.ops.arrays import PLANE_AXES, Number, Numbers, as_numbers, frozen

ROUNDING = 1e-12  # five of ten equal pixels hold a half, though their sum may end in …9


@dataclass(frozen=True, eq=False)
class Region:
    """The fewest pixels that together hold a share of the mass.

    `mask`: which they are; `pixels`: how many; `held`: the share they hold in truth, at least the one asked for. Row
    `top` up to `bottom` and column `left` up to `right`, half-open, is the smallest box around them.
    """

    mask: Bool[np.ndarray, "rows columns"]
    pixels: int
    held: float
    top: int
    left: int
    bottom: int
    right: int


def mass_region(field: Real[np.ndarray, "rows columns"] | Numbers, share: Number) -> Region:
    """The smallest number of pixels that hold `share` of the field's mass, more than 0 and at most 1.

    >>> region = mass_region([[1, 2, 1], [2, 4, 2], [1, 2, 1]], share=0.5)  # (4 + 2 + 2) / 16
    >>> region.pixels, region.held, region.mask.astype(int).tolist()
    (3, 0.5, [[0, 1, 0], [1, 1, 0], [0, 0, 0]])

    The heaviest pixels come first; among equal ones those further up, then further left. Pixels without mass are never
    among them. Raises ValueError for a share out of range and for a field that `as_field` refuses.
    """
    share = float(share)
    if not 0 < share <= 1:
        raise ValueError(f"share is {share}, but must be more than 0 and at most 1")
    mass = as_field(field)
    # Falling, by rising order of the negated mass; "stable" keeps equal pixels in reading order.
    order = np.argsort(-mass, axis=None, kind="stable")
    held = np.cumsum(mass.ravel()[order])
    held /= held[-1]
    # The pixel with which the share is reached; all of the mass takes every pixel that has any, however little.
    enough = int(np.searchsorted(held, share - ROUNDING)) + 1
    count = enough if share < 1 else int(np.count_nonzero(mass))
    mask = np.zeros(mass.shape, bool)
    mask.ravel()[order[:count]] = True
    rows, columns = (np.flatnonzero(mask.any(axis=axis)) for axis in (1, 0))
    box = (int(rows[0]), int(columns[0]), int(rows[-1]) + 1, int(columns[-1]) + 1)
    return Region(frozen(mask), count, float(held[count - 1]), *box)


def side(region: Region) -> float:
    """The side of the square with as many pixels, √pixels: 121 of them, however they lie, are as many as 11×11.

    >>> side(mass_region(np.ones((11, 11)), share=1))
    11.0
    """
    return sqrt(region.pixels)


def centre_of_mass(field: Real[np.ndarray, "rows columns"] | Numbers) -> tuple[float, float]:
    """The mean (row, column), each pixel weighed by its mass. Raises ValueError as `as_field`.

    >>> centre_of_mass([[0, 0], [1, 3]])
    (1.0, 0.75)
    """
    rows, columns = _profiles(as_field(field))
    return _mean(rows), _mean(columns)


def deviation(field: Real[np.ndarray, "rows columns"] | Numbers) -> tuple[float, float]:
    """The standard deviation of the mass along rows and along columns, in pixels, around the centre of mass.

    >>> deviation([[1, 0, 1]])  # on one row, and one pixel to each side of the middle
    (0.0, 1.0)

    For n stride-1 layers of equal k×k weights it is √(n(k² − 1)/12) on each axis. Raises ValueError as `as_field`.
    Source: Luo et al. 2016, "Understanding the Effective Receptive Field in Deep Convolutional Neural Networks", §2.
    """
    rows, columns = (
        sqrt(float(profile @ (np.arange(profile.size) - _mean(profile)) ** 2)) for profile in _profiles(as_field(field))
    )
    return rows, columns


def as_field(field: Real[np.ndarray, "rows columns"] | Numbers) -> Float[np.ndarray, "rows columns"]:
    """The field as float64 [rows, columns], of which the largest value is 1.

    >>> as_field([[1, 2], [4, 0]]).tolist()
    [[0.25, 0.5], [1.0, 0.0]]

    Raises ValueError when it isn't a plane of numbers, holds NaN, infinite or negative ones, or no mass at all.
    """
    mass = as_numbers(field, "field")
    if mass.ndim != PLANE_AXES or mass.size == 0:
        raise ValueError(f"field has the shape {list(mass.shape)}, but must be [rows, columns] with at least one value")
    if not np.isfinite(mass).all():
        count = int(np.count_nonzero(~np.isfinite(mass)))
        raise ValueError(f"field holds {count} values that are NaN or infinite, but must hold numbers alone")
    if mass.min() < 0:
        raise ValueError(f"field holds {mass.min():.4g}, but must hold no negative mass")
    if mass.max() == 0:
        raise ValueError("field is 0 everywhere, but must have mass somewhere: no pixel matters to the unit")
    # Only proportions count, and where 1 is the largest no sum overflows.
    return np.asarray(mass / mass.max())


def _profiles(mass: Float[np.ndarray, "rows columns"]) -> tuple[Float[np.ndarray, " rows"], Float[np.ndarray, " cols"]]:
    """The mass of each row and of each column, adding up to 1."""
    # Along an axis, mean and variance need no more than the sums across it.
    total = mass.sum()
    return np.asarray(mass.sum(axis=1) / total), np.asarray(mass.sum(axis=0) / total)


def _mean(profile: Float[np.ndarray, " places"]) -> float:
    return float(profile @ np.arange(profile.size))
