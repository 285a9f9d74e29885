"""On which patches of pictures do a layer's channels respond most? One pass a picture, of which little is kept.

What the places are is decided by `models.ops.strongest`; torch finds them once more in a way of its own.
"""

from __future__ import annotations

import numpy as np
import torch
from jaxtyping import Float, Int
from PIL import Image

from models.nets.capture import capture
from models.nets.network import Network
from models.ops.strongest import SHARE, ColumnSpans, Peaks, RowSpans, strongest
from models.records.receptive_field import ReceptiveField


def spans(field: ReceptiveField) -> tuple[RowSpans, ColumnSpans]:
    """The pixels that every row and every column of units sees, cut to the picture.

    Raises ValueError where the field is unknown.
    """
    if field.scope == "unknown":
        raise ValueError(f"field is unknown, but must be a known one: {field.reason}")
    rows, columns = (np.stack([axis.starts, axis.stops], axis=1) for axis in (field.rows, field.columns))
    return rows, columns


def peaks_of(network: Network, image: Image.Image, layer: str, field: ReceptiveField) -> Peaks:
    """The strongest places of every channel of a layer on a picture: a whole pass, for these few numbers."""
    values = capture(network, network.prepare(image))[layer].values[0]
    maps = values if values.ndim == 3 else values.reshape(-1, 1, 1)  # noqa: PLR2004, channels, rows, columns
    return strongest(maps, *spans(field))


def strongest_by_torch(
    values: Float[np.ndarray, "rows columns"], rows: RowSpans, columns: ColumnSpans, most: int
) -> Int[np.ndarray, "found 2"]:
    """(row, column) of the strongest places of one map by `torch.topk` over all of it, from the top down.

    The rule is that of `models.ops.strongest.strongest`; of equal values another one than there may come first.
    """
    flat = torch.tensor(values).flatten()
    boxes = _boxes(torch.tensor(rows), torch.tensor(columns))
    finite = flat[torch.isfinite(flat)]
    lowest = finite.min() if len(finite) > 1 else -torch.inf
    scores, order = torch.topk(flat.nan_to_num(-torch.inf, -torch.inf, -torch.inf), len(flat))
    order = order[scores.isfinite() & (scores > lowest) & (_area(boxes[order]) > 0)]
    found: list[int] = []
    while len(order) and len(found) < most:
        best = order[0]
        found.append(int(best))
        both = _area(torch.cat([torch.maximum(boxes[order], boxes[best])[:, :2], _stops(boxes, order, best)], dim=1))
        smaller = torch.minimum(_area(boxes[order]), _area(boxes[best][None]))
        order = order[both <= SHARE * smaller]
    return np.array([divmod(place, values.shape[1]) for place in found], dtype=np.int64).reshape(-1, 2)


def _boxes(rows: Int[torch.Tensor, "rows 2"], columns: Int[torch.Tensor, "columns 2"]) -> Int[torch.Tensor, "places 4"]:
    """Every place's top, left, bottom, right, in reading order."""
    down, across = rows.repeat_interleave(len(columns), dim=0), columns.repeat(len(rows), 1)
    return torch.stack([down[:, 0], across[:, 0], down[:, 1], across[:, 1]], dim=1)


def _stops(
    boxes: Int[torch.Tensor, "places 4"], order: Int[torch.Tensor, " left"], best: Int[torch.Tensor, ""]
) -> Int[torch.Tensor, "left 2"]:
    return torch.minimum(boxes[order], boxes[best])[:, 2:]


def _area(boxes: Int[torch.Tensor, "boxes 4"]) -> Int[torch.Tensor, " boxes"]:
    return (boxes[:, 2:] - boxes[:, :2]).clamp(min=0).prod(dim=1)
