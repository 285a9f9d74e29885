"""What the stage of class activation maps is sent, and what may come back from it.

Parts of a logit [row, column]; the picture [row, column, colour] as the network sees it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

import numpy as np
from jaxtyping import Float, Integer, UInt8

from models.ops.class_activation import PlaceParts
from models.ops.prediction import Head
from viz.stages.kernel.cell import CellView
from viz.stages.kernel.payload import pack


@dataclass(frozen=True, eq=False)
class Answer:
    """One of the two classes on stage: its number, its name, its logit in parts."""

    label: int
    name: str
    parts: PlaceParts


@dataclass(frozen=True, eq=False)
class Places:
    """Where the cells of the map lie on the picture.

    `rows`, `columns`: the edges between them, in pixels; `boxes`: top, left, bottom, right of what each cell sees, None
    where that is not known.
    """

    rows: Float[np.ndarray, " row_edges"]
    columns: Float[np.ndarray, " column_edges"]
    boxes: Integer[np.ndarray, "rows columns 4"] | None


@dataclass(frozen=True)
class Captions:
    """What the page says of this stage: its text alternative, the saved picture's title and name."""

    alt: str
    title: str
    file: str


def payload(
    head: Head,
    answers: Sequence[Answer],
    places: Places,
    picture: UInt8[np.ndarray, "rows columns 3"],
    captions: Captions,
    words: Mapping[str, str],
) -> bytes:
    """Everything the browser needs to take any cell of both maps apart."""
    header = {
        "form": head.form,
        "rectified": head.rectified,
        "names": [answer.name for answer in answers],
        "logits": [float(head.logits[answer.label]) for answer in answers],
        "bias": [float(head.bias[answer.label]) for answer in answers],
        "rows": places.rows.tolist(),
        "columns": places.columns.tolist(),
        "captions": asdict(captions),
        "words": dict(words),
    }
    labels = [answer.label for answer in answers]
    planes = {
        "picture": picture,
        "maps": head.maps,
        "weights": head.weights[labels],
        "parts": np.stack([answer.parts.map for answer in answers]).astype(np.float32),
    }
    if places.boxes is not None:
        planes["boxes"] = places.boxes.astype(np.uint16)
    return pack(header, planes)


def start_of(parts: Float[np.ndarray, "rows columns"]) -> CellView:
    """The cell that speaks most for the class."""
    row, column = np.unravel_index(int(parts.argmax()), parts.shape)
    return CellView(int(row), int(column))
