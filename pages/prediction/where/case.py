"""Two classes and where their logits come from, worked out: what the stage and the words of the part are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import streamlit as st
from jaxtyping import Integer

from models.ops.class_activation import cell_edges, place_parts
from models.ops.prediction import Head, with_zero
from pages.prediction.heads import all_labels
from pages.shell import address
from pages.shell.cached import networks
from pages.shell.language import say
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


def labels_of(chosen: Choice, head: Head) -> list[str]:
    """The names of the classes; of a single number's companion, that it is 0."""
    labels = all_labels(chosen, networks.meaning(chosen.network).answers)
    return labels if len(labels) == head.logits.size else [say("prediction_where.zero"), *labels]


def choose(chosen: Choice, head: Head, left: Any, right: Any) -> tuple[int, int]:
    """The lists of both classes: the network's answer and its second best where the address says nothing."""
    labels = labels_of(chosen, head)
    order = [int(label) for label in np.argsort(-head.logits, kind="stable")]
    if len(labels) > networks.meaning(chosen.network).answers:
        order = [1, 0]  # the number itself, be it below 0
    with left:
        one = _class_list("class", labels, order[0])
    with right:
        other = _class_list("other", labels, order[1])
    return one, other


def _class_list(name: str, labels: Sequence[str], start: int) -> int:
    label = say(f"prediction_where.{name}")
    numbers = range(len(labels))
    return int(address.pick(st.selectbox, name, label, numbers, start=start, format_func=lambda index: labels[index]))


def case_of(chosen: Choice, head: Head, one: int, other: int) -> Case:
    """Both logits in parts, and the cells on the picture."""
    labels = labels_of(chosen, head)
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
