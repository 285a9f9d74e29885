"""A chart's numbers as a table: read off a Plotly figure, whichever of ours it is. A figure in, columns out."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import SupportsFloat

import numpy as np
import plotly.graph_objects as go

MOST_ROWS = 25  # nobody reads more: of more, so many are picked evenly, the first and the last among them


@dataclass(frozen=True)
class Numbers:
    """What a chart shows `across` and `up` its axes, by their titles.

    `x`: the places, in words or numbers; the values there, a column a line, by its label. A label occurs twice where a
    band has a lower and an upper end. `count`: how many places there are, shown or not.
    """

    across: str
    up: str
    x: tuple[float | str, ...]
    columns: tuple[tuple[str, tuple[float | None, ...]], ...]
    count: int


def numbers(figure: go.Figure) -> Numbers:
    """The places that lie in a chart, in order, and the value that each of its lines has there, None for no value."""
    found = [{_place(one, at): value for at, value in enumerate(one.y)} for one in figure.data]
    every = list(dict.fromkeys(place for line in found for place in line))
    if not any(isinstance(place, str) for place in every):
        every.sort()
    picked = np.unique(np.linspace(0, len(every) - 1, min(MOST_ROWS, len(every))).round().astype(int))
    places = tuple(every[at] for at in picked)
    columns = tuple(
        (str(one.name or ""), tuple(_value(line.get(place)) for place in places))
        for one, line in zip(figure.data, found, strict=True)
    )
    across, up = (axis.title.text or "" for axis in (figure.layout.xaxis, figure.layout.yaxis))
    return Numbers(across, up, places, columns, len(every))


def _place(line: go.Scatter | go.Bar, at: int) -> float | str:
    """The name of a point if it has one, else where it lies."""
    if line.customdata is None:
        return float(line.x[at])
    name = line.customdata[at]
    return str(name if isinstance(name, str) else name[0])


def _value(value: SupportsFloat | None) -> float | None:
    number = math.nan if value is None else float(value)
    return number if math.isfinite(number) else None
