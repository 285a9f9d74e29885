"""What the stage of normalised maps is sent, and what may come back: one map in several forms, γ and β to set.

Planes are single maps [row, column] of equal size, or pictures [row, column, colour] of bytes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Literal

import numpy as np
from jaxtyping import Float, UInt8

from viz.stages.kernel.cell import CellView
from viz.stages.kernel.payload import pack
from viz.stages.kernel.view import real

FARTHEST = 1e6

Plane = Float[np.ndarray, "rows columns"] | UInt8[np.ndarray, "rows columns 3"]


@dataclass(frozen=True)
class Panel:
    """One map of a row: the plane it shows, as it is, after γ and β ("scaled"), or after ReLU too ("rectified")."""

    key: str
    label: str
    plane: str
    step: Literal["plain", "scaled", "rectified"] = "plain"


@dataclass(frozen=True)
class Row:
    """Maps side by side under a heading."""

    title: str
    panels: Sequence[Panel]


@dataclass(frozen=True)
class Affine:
    """What γ and β may be set to: σ and μ, which bring the identity back, and the layer's own, if there is one.

    The planes "before", "channel" and "location" must then be there: the stage says how far they come apart.
    """

    sigma: float
    mu: float
    own: tuple[float, float] | None


@dataclass(frozen=True)
class Captions:
    """What the page says of this stage: the text alternative, the saved picture's title and name, the channel."""

    alt: str
    title: str
    file: str
    channel: int | str = ""


@dataclass(frozen=True)
class ResultView(CellView):
    """The cell looked at, and γ and β, on a stage where they can be set; on others a `CellView` says all."""

    gamma: float = real(FARTHEST, start=1.0)
    beta: float = real(FARTHEST)


def payload(
    planes: Mapping[str, Plane],
    rows: Sequence[Row],
    captions: Captions,
    words: Mapping[str, str],
    *,
    affine: Affine | None = None,
    uncovered: bool = False,
) -> bytes:
    """Everything the browser needs.

    `uncovered`: what is not a number is a place that a shift has left without a value.
    """
    packed = {name: plane if plane.ndim == 3 else _single(plane) for name, plane in planes.items()}  # noqa: PLR2004, colours
    header = {
        "rows": [{"title": row.title, "panels": [_described(panel, packed) for panel in row.panels]} for row in rows],
        "captions": asdict(captions),
        "words": dict(words),
        "affine": None if affine is None else _presets(affine),
        "uncovered": uncovered,
    }
    return pack(header, packed)


def _single(values: Float[np.ndarray, "rows columns"]) -> Float[np.ndarray, "rows columns"]:
    return np.asarray(values, dtype=np.float32)


def _described(panel: Panel, planes: Mapping[str, np.ndarray]) -> dict[str, object]:
    return {**asdict(panel), "colour": planes[panel.plane].ndim == 3}  # noqa: PLR2004, colours


def _presets(affine: Affine) -> dict[str, object]:
    own = None if affine.own is None else dict(zip(("gamma", "beta"), affine.own, strict=True))
    return {"sigma": affine.sigma, "mu": affine.mu, "own": own}


def start_cell(values: Float[np.ndarray, "rows columns"]) -> CellView:
    """The cell of largest size."""
    sizes = np.where(np.isfinite(values), np.abs(values), 0)
    row, column = np.unravel_index(int(sizes.argmax()), sizes.shape)
    return CellView(int(row), int(column))
