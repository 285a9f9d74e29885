"""One channel of a batch normalised both ways, worked out; and the same once more with a picture that was moved.

Per channel and per location every channel stands for itself, so that one channel, [batch, 1, row, column], is enough.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from models.ops.batch_norm import Statistics, normalize, statistics
from models.ops.receptive_field import Axis
from models.ops.shifting import Change, moved, untouched
from pages.batch_norm import cached
from pages.shell.cached import caching, networks
from pages.shell.records import Now

WAYS = ("channel", "location")
EPS = 1e-5
SHIFTS = (0, 1, 2, 3, 4)

Map = Float[np.ndarray, "rows columns"]
One = Float[np.ndarray, "pictures 1 rows columns"]


@dataclass(frozen=True, eq=False)
class Case:
    """One channel of the batch, and what both ways make of it; `at`: the picture on stage, by its place in the batch.

    `statistics` and `normal` by way, "channel" and "location". `differences`: by way, the largest one to PyTorch over
    the channel's values; None where PyTorch refuses.
    """

    values: One
    at: int
    eps: float
    statistics: dict[str, Statistics]
    normal: dict[str, One]
    differences: dict[str, float | None]

    @property
    def bytes(self) -> int:
        """In memory, at most."""
        return sum(each.nbytes for each in (self.values, *self.normal.values()))

    @property
    def mean(self) -> float:
        """μ, the channel's mean."""
        return float(self.statistics["channel"].mean[0, 0, 0, 0])

    @property
    def sigma(self) -> float:
        """√(σ² + ε), by which the channel is divided; as γ it brings the identity back."""
        return float(np.sqrt(self.statistics["channel"].variance[0, 0, 0, 0] + self.eps))

    def restored(self, way: str) -> float:
        """How far γ = σ and β = μ leave the batch from what it was; "each": per location, a pair for each."""
        over = "channel" if way == "channel" else "location"
        own = self.statistics["location" if way == "each" else "channel"]
        back = normalize(self.values, self.statistics[over], np.sqrt(own.variance + self.eps), own.mean, self.eps)
        return float(np.abs(back - self.values).max())

    def shown(self, way: str) -> Map:
        """The normalised map of the picture on stage."""
        return self.normal[way][self.at, 0]


@caching.weighed(cached.CASES_WEIGH, 16)
def case_of(now: Now, channel: int, at: int) -> Case:
    """Both ways, by hand and by PyTorch."""
    values = now.values[:, channel : channel + 1].astype(np.float64)
    eps = EPS if now.layer is None else float(now.layer.eps)
    found = {way: statistics(values, way) for way in WAYS}
    normal = {way: normalize(values, found[way], eps=eps) for way in WAYS}
    by_torch = cached.normalized_by_torch(values, eps)
    differences = {way: _furthest(normal[way], by_torch[way]) for way in WAYS}
    return Case(values, at, eps, found, normal, differences)


def _furthest(own: One, other: Float[np.ndarray, "..."] | None) -> float | None:
    return None if other is None else float(np.abs(own - other).max())


@dataclass(frozen=True, eq=False)
class Moved:
    """The picture on stage moved to the right by `cells` of the map, which are `pixels` of what the network sees.

    `old`, `new`: its normalised maps by way before and after, the statistics taken anew. `before`, `anew`, `held`: how
    far the map before normalisation, and the normalised ones by way, are from their old selves moved along, with the
    statistics taken anew or held as they were; None where nothing can be compared. `inside`: only values were compared
    that see no border.
    """

    cells: int
    pixels: int
    inside: bool
    old: dict[str, Map]
    new: dict[str, Map]
    before: Change | None
    anew: dict[str, Change | None]
    held: dict[str, Change | None]


def moved_case(now: Now, case: Case, channel: int, cells: int) -> Moved:
    """The shown picture moves, the other pictures of the batch stay where they are."""
    stride, within = _seen(now, cells)
    pixels = cells * stride
    batch_ = case.values.copy()
    if cells:
        batch_[case.at, 0] = _shifted_map(now, case.at, channel, pixels)
    anew = {way: statistics(batch_, way) for way in WAYS}
    new = {way: normalize(batch_, anew[way], eps=case.eps)[case.at, 0] for way in WAYS}
    old = {way: case.shown(way) for way in WAYS}
    held = {way: normalize(batch_, case.statistics[way], eps=case.eps)[case.at, 0] for way in WAYS}

    def compared(one: Map, other: Map) -> Change | None:
        return moved(one, other, (0, cells), within)

    return Moved(
        cells=cells,
        pixels=pixels,
        inside=within is not None,
        old=old,
        new=new,
        before=compared(case.values[case.at, 0], batch_[case.at, 0]),
        anew={way: compared(old[way], new[way]) for way in WAYS},
        held={way: compared(old[way], held[way]) for way in WAYS},
    )


def _seen(now: Now, cells: int) -> tuple[int, tuple[range, range] | None]:
    """How many pixels lie between two cells, and which cells see nothing but what was moved; None if none does."""
    rows, columns = now.values.shape[2:]
    layer = now.tensor.removeprefix("bn:")
    if layer == "input":
        return 1, (range(rows), range(cells, columns))
    field = networks.fields(now.network).get(layer)
    if field is None:
        return 1, None
    across = field.stride[1]
    if field.scope != "exact":
        return across, None
    axes = [Axis(field.size[axis], field.stride[axis], field.padding[axis]) for axis in (0, 1)]
    inside = untouched(axes[0], 0, rows, field.image[0]), untouched(axes[1], cells * across, columns, field.image[1])
    return across, inside if inside[0] and inside[1] else None


def _shifted_map(now: Now, at: int, channel: int, pixels: int) -> Map:
    """The channel's map of a picture that was moved to the right, its border replicated, as the network sees it."""
    values = cached.shifted_values(now.members[at], now.network, now.tensor, (0, pixels))
    return np.asarray(values[0, channel], dtype=np.float64)
