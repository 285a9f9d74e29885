"""What pooling forgives, worked out: the maps before and after pooling of a picture moved by 0 to 4 pixels.

The source is the picture's own grey middle under one kernel, or a pooling layer of the network. Maps [rows, columns].
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import product

import numpy as np
from jaxtyping import Float

from models.images import square
from models.ops.convolution import cross_correlate
from models.ops.kernels import KERNELS
from models.ops.pooling import Pool, average_pool, max_pool
from models.ops.receptive_field import Axis
from models.ops.shifting import Change, change, moved, shift, untouched
from pages.pooling import cached
from pages.shell.cached import networks
from pages.shell.records import Choice
from viz.stages.pooling.invariance.stage import Pair, Shown

PICTURE = "picture"
SIDE = 34  # pixels: under a 3×3 kernel 32 cells, which windows of 2 and 4 divide
SHIFTS = (0, 1, 2, 3, 4)
DIRECTIONS = {"right": (0, 1), "down": (1, 0), "diagonal": (1, 1)}
POOLS: dict[str, Callable[..., Float[np.ndarray, "*shape"]]] = {"max": max_pool, "average": average_pool}

Map = Float[np.ndarray, "rows columns"]


@dataclass(frozen=True)
class Setting:
    """What is chosen above the stage; kernel, kind and window count for the picture alone, the channel for layers."""

    source: str
    direction: str
    shift: int
    kernel: str = "sobel right"
    kind: str = "max"
    window: int = 2
    channel: int = 0

    @property
    def by(self) -> tuple[int, int]:
        """The shift as (rows, columns)."""
        return self.steps[SHIFTS.index(self.shift)]

    @property
    def steps(self) -> tuple[tuple[int, int], ...]:
        """All the shifts of the curve, as (rows, columns)."""
        rows, columns = DIRECTIONS[self.direction]
        return tuple((rows * step, columns * step) for step in SHIFTS)


@dataclass(frozen=True)
class Moved:
    """The pooled map beside its old self moved by whole cells, (rows, columns): how far it is from it.

    `whole`: the shift is a whole number of strides, so that the moved copy should fit exactly.
    """

    cells: tuple[int, int]
    whole: bool
    change: Change


@dataclass(frozen=True, eq=False)
class Case:
    """All there is to say. `before` and `after`: the change under each of the shifts, of all `channels` together.

    `stride`: how many pixels of the picture lie between two pooled cells; None where that has no answer. `difference`:
    the largest one between NumPy's and PyTorch's pooled maps, of `compared` values.
    """

    shown: Shown
    before: tuple[Change, ...]
    after: tuple[Change, ...]
    channels: int
    stride: tuple[int, int] | None
    moved: Moved | None
    difference: float
    compared: int


def grey(chosen: Choice) -> Map:
    """The picture's middle square in grey, 0…255."""
    return np.asarray(square(chosen.picture.image, SIDE).convert("L")).astype(np.float64)


def picture_case(chosen: Choice, setting: Setting) -> Case:
    """The picture under one kernel, then pooled."""
    picture = grey(chosen)
    before = [cross_correlate(shift(picture, *by), KERNELS[setting.kernel]) for by in setting.steps]
    after = [POOLS[setting.kind](each, setting.window) for each in before]
    at, by = SHIFTS.index(setting.shift), setting.by
    by_torch = cached.pooled(before[at], setting.kind, kernel=setting.window)
    pool = Pool((setting.window,) * 2, (setting.window,) * 2, (0, 0))
    starts = pool.starts(before[0].shape[0], 0).tolist()
    spans = tuple((start, start + setting.window) for start in starts)
    centres = tuple(start + (setting.window - 1) / 2 for start in starts)
    return Case(
        shown=Shown(Pair(before[0], before[at]), Pair(after[0], after[at]), spans, spans, (centres, centres)),
        before=tuple(change(before[0], each) for each in before),
        after=tuple(change(after[0], each) for each in after),
        channels=1,
        stride=(setting.window,) * 2,
        moved=moved_by(after[0], after[at], by, (setting.window,) * 2),
        difference=float(np.abs(after[at] - by_torch).max()),
        compared=after[at].size,
    )


def layer_case(chosen: Choice, setting: Setting) -> Case:
    """A pooling layer of the network, under the picture as the network sees it."""
    picture, network, name = chosen.picture, chosen.network, setting.source
    about = cached.pooling_layers(picture, network)[name]
    changes = cached.shift_changes(picture, network, setting.steps)[name]
    old = cached.shifted_maps(picture, network, name, (0, 0))
    new = cached.shifted_maps(picture, network, name, setting.by)
    before, after = (Pair(one[setting.channel], other[setting.channel]) for one, other in zip(old, new, strict=True))
    stride, within = _seen(chosen, name, setting.by, about.after[1:])
    return Case(
        shown=Shown(before, after, about.rows, about.columns, about.centres),
        before=changes.before,
        after=changes.after,
        channels=about.after[0],
        stride=stride,
        moved=None if stride is None else moved_by(old[1], new[1], setting.by, stride, within),
        difference=cached.pooling_difference(picture, network, name, setting.by),
        compared=new[1].size,
    )


def _seen(
    chosen: Choice, name: str, by: tuple[int, int], count: tuple[int, int]
) -> tuple[tuple[int, int] | None, tuple[range, range] | None]:
    """The layer's stride in pixels, and which of its units see nothing but what was moved."""
    field = networks.fields_of(chosen.picture, chosen.network).get(name)
    if field is None or field.scope != "exact" or not all(field.evenly):
        return None, None
    rows, columns = (
        untouched(Axis(field.size[axis], field.stride[axis], field.padding[axis]), by[axis], count[axis], limit)
        for axis, limit in enumerate(field.image)
    )
    return field.stride, (rows, columns)


def moved_by(
    old: Float[np.ndarray, "..."],
    new: Float[np.ndarray, "..."],
    by: tuple[int, int],
    stride: tuple[int, int],
    within: tuple[range, range] | None = None,
) -> Moved | None:
    """The whole number of cells by which the old pooled map, moved, is nearest to the new one; None without any."""
    whole = all(pixels % step == 0 for pixels, step in zip(by, stride, strict=True))
    rows, columns = (sorted({pixels // step, -(-pixels // step)}) for pixels, step in zip(by, stride, strict=True))
    found = [
        Moved(cells, whole, compared)
        for cells in product(rows, columns)
        if (compared := moved(old, new, cells, within)) is not None and compared.relative is not None
    ]
    return min(found, key=lambda each: each.change.relative or 0.0, default=None)
