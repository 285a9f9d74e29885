"""The two lists of classes above the stage, and what the classes are called."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import streamlit as st

from models.ops.prediction import Head
from pages.prediction.heads import all_labels
from pages.shell import address
from pages.shell.cached import networks
from pages.shell.language import say
from pages.shell.records import Choice


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
