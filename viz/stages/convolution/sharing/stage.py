"""What the stage of a moved picture is sent, and what may come back from it. Planes [pixels moved, row, column]."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

import numpy as np

from models.ops.sharing import Moved
from viz.ink import colour
from viz.stages.kernel.cell import whole_below
from viz.stages.kernel.payload import pack

PLANES = ("picture", "convolved", "convolved_difference", "connected", "connected_difference")


@dataclass(frozen=True)
class View:
    """By how many pixels the picture is moved, and the cell looked at."""

    pixels: int = 1
    row: int = 0
    column: int = 0


def payload(
    movements: Sequence[Moved], view: View, serial: int, said: Sequence[Mapping[str, str]], words: Mapping[str, str]
) -> bytes:
    """All movements, by 0, 1, 2 … pixels, with what is said about each."""
    planes: dict[str, np.ndarray] = {
        name: np.stack([getattr(one, name) for one in movements]).astype(np.float32) for name in PLANES
    }
    header = {
        "view_from_address": asdict(view),
        "serial": serial,
        "said": [dict(one) for one in said],
        "words": dict(words),
    }
    return pack(header, planes | {"sequential": colour.sequential(), "diverging": colour.diverging()})


def read_view(fields: object, bounds: tuple[int, int, int], start: View) -> View:
    """What came from a browser or an address, below `bounds` (pixels, rows, columns); what isn't right is `start`'s."""
    found = fields if isinstance(fields, Mapping) else {}
    names = ("pixels", "row", "column")
    given = [whole_below(found.get(name), bound) for name, bound in zip(names, bounds, strict=True)]
    default = (start.pixels, start.row, start.column)
    return View(*(old if new is None else new for old, new in zip(default, given, strict=True)))
