"""Two classes and where their logits come from, worked out: what the stage and the words of the part are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from jaxtyping import Integer

from models.ops.class_activation import cell_edges, place_parts
from models.ops.prediction import Head, with_zero
from pages.shell.cached import networks
from pages.shell.records import Choice
from viz.stages.prediction.where.stage import Answer, Places

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, eq=False)
class Case:
    """The head, both classes, and where the cells of the last maps lie."""

    head: Head
    one: Answer
    other: Answer
    places: Places

    @property
    def layer(self) -> str:
        """The layer that made the last maps."""
        return self.head.steps[0].name


def compared(head: Head) -> Head:
    """The head with two classes at least: a single number is compared with one that gets nothing."""
    return head if head.logits.size > 1 else with_zero(head)


def case_of(chosen: Choice, head: Head, one: int, other: int, labels: Sequence[str]) -> Case:
    """Both logits in parts, and the cells on the picture; `labels`: the names of all classes."""
    first, second = (Answer(label, labels[label], place_parts(head, label)) for label in (one, other))
    return Case(head, first, second, places_of(chosen, head))


def places_of(chosen: Choice, head: Head) -> Places:
    """Where the cells lie: around the centres of what they see, or evenly where that is not known."""
    field = networks.fields_of(chosen.picture, chosen.network).get(head.steps[0].name)
    even = field is not None and field.scope == "exact" and all(field.evenly)
    counts, pixels = head.maps.shape[1:], networks.network(chosen.network).input_size
    centres = field.centres if field is not None and even else (None, None)
    edges = [cell_edges(counts[axis], pixels[axis], centres[axis]) for axis in (0, 1)]
    return Places(edges[0], edges[1], _boxes(field, counts))


def _boxes(field: Any, counts: tuple[int, ...]) -> Integer[np.ndarray, "rows columns 4"] | None:
    if field is None or field.scope == "unknown":
        return None
    boxes = [[field.box(row, column) for column in range(counts[1])] for row in range(counts[0])]
    return np.array([[(box.top, box.left, box.bottom, box.right) for box in line] for line in boxes])
