"""How far does a mean jump from batch to batch? One map's mean, per channel and per location, over random batches.

Maps [picture, row, column]: one channel of all pictures that batches are drawn from. A batch is drawn with putting
back, as from an endless supply of such pictures; otherwise one of all pictures would always have the same mean.
"""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float, Real

from models.ops.arrays import Numbers, as_numbers, frozen
from models.ops.geometry import whole

PLACES = 512  # of a large map so many, evenly spread, are enough to see how far its means scatter
BAND = (0.05, 0.95)


@dataclass(frozen=True, eq=False)
class Band:
    """How far means lie from that of all pictures: where nine in ten lie, and the root mean square, all [sizes]."""

    low: Float[np.ndarray, " sizes"]
    high: Float[np.ndarray, " sizes"]
    deviation: Float[np.ndarray, " sizes"]


@dataclass(frozen=True, eq=False)
class Scatter:
    """The scatter of one map's mean over batches of `sizes` pictures, in `draws` draws of each size.

    `channel`: of the one mean over pictures and places. `location`: of the means of single places, all taken together.
    """

    sizes: tuple[int, ...]
    draws: int
    channel: Band
    location: Band


@dataclass(frozen=True)
class Expected:
    """The standard deviation that theory gives the two means for batches of one size.

    `times`: how many times as many pictures the per-location means need, to scatter as little as the per-channel one;
    None where the latter doesn't scatter at all.
    """

    channel: float
    location: float
    times: float | None


def expected(maps: Real[np.ndarray, "pictures rows columns"] | Numbers, size: int) -> Expected:
    """The root of (variance between the pictures / size): of their own means, and of single places on average.

    >>> expected([[[3, 0]], [[-3, 3]], [[0, -3]]], size=6)  # √(1.5 / 6) and √(6 / 6)
    Expected(channel=0.5, location=1.0, times=4.0)

    A batch of independent pictures: the variance of a mean is that of one picture divided by their number.
    """
    maps = _as_maps(maps)
    size = whole(size, "size", 1)
    own, places = float(maps.mean(axis=(1, 2)).var()), float(maps.var(axis=0).mean())
    # Means that differ by rounding alone don't scatter: 10⁻¹⁰ of the values' size, squared.
    negligible = own <= 1e-20 * max(places, float(np.square(maps).mean()))
    return Expected((own / size) ** 0.5, (places / size) ** 0.5, None if negligible else places / own)


def scatter(
    maps: Real[np.ndarray, "pictures rows columns"] | Numbers,
    sizes: tuple[int, ...],
    draws: int = 200,
    seed: int = 0,
) -> Scatter:
    """Draws batches and looks where their means lie. The same seed, the same batches.

    >>> alone = scatter([[[0]], [[2]]], sizes=(1,)).channel  # a batch of one picture is 1 off, one way or the other
    >>> alone.low.tolist(), alone.high.tolist(), alone.deviation.tolist()
    ([-1.0], [1.0], [1.0])

    Raises ValueError for maps of another shape, and for a size or a number of draws below 1.
    """
    maps = _as_maps(maps)
    sizes = tuple(whole(size, "size", 1) for size in sizes)
    draws = whole(draws, "draws", 1)
    flat = maps.reshape(len(maps), -1)
    # As distances from the mean of all, and subtracted first, while all digits are there.
    own = (flat - flat.mean()).mean(axis=1)
    # Rounded up, so that it is never more places than that.
    step = -(-flat.shape[1] // PLACES)
    places = (flat - flat.mean(axis=0))[:, ::step]
    shares = [_shares(len(flat), size, draws, seed) for size in sizes]
    return Scatter(sizes, draws, _band([share @ own for share in shares]), _band([share @ places for share in shares]))


def _shares(pictures: int, size: int, draws: int, seed: int) -> Float[np.ndarray, "draws pictures"]:
    """How much each picture counts in each draw; what one size draws doesn't depend on the other sizes."""
    chance = np.random.default_rng([seed, size])
    # To draw with putting back is to ask how often each picture comes: counts of a multinomial distribution.
    return np.asarray(chance.multinomial(size, np.full(pictures, 1 / pictures), size=draws) / size)


def _band(distances: list[Float[np.ndarray, "..."]]) -> Band:
    low, high = np.array([np.quantile(each, BAND) for each in distances]).reshape(-1, 2).T
    spread = [np.sqrt(np.square(each).mean()) for each in distances]
    return Band(frozen(low), frozen(high), frozen(np.array(spread, dtype=np.float64)))


def _as_maps(maps: Numbers) -> Float[np.ndarray, "pictures rows columns"]:
    maps = as_numbers(maps, "maps")
    if maps.ndim != 3 or maps.size == 0:  # noqa: PLR2004 - picture, row, column
        raise ValueError(f"maps have the shape {list(maps.shape)}, but must be [pictures, rows, columns]")
    return maps
