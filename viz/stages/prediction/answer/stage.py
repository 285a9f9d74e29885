"""What the stage from maps to answer is sent, and what may come back from it.

Logits [class]; the last sum of a class is over terms: channels, features, or places of the class's own map.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

import numpy as np
from jaxtyping import Float32

from models.ops.meaning import Ending
from models.ops.prediction import Head, terms_of
from viz.stages.kernel.payload import pack
from viz.stages.kernel.view import View, below, nearest

MOST_SHOWN = 12  # classes whose sums are sent along; those of others are asked for
STEPS = 20  # of the temperature, for each power of ten
TEMPERATURES = tuple(float(f"{10 ** (step / STEPS - 1):.2g}") for step in range(2 * STEPS + 1))


@dataclass(frozen=True)
class AnswerView(View):
    """The class whose sum is on stage, the one taken for true, and the temperature of the softmax."""

    label: int = below("classes", called="class")
    truth: int = below("classes", called="true")
    temperature: float = nearest(TEMPERATURES, start=1.0)


@dataclass(frozen=True)
class Step:
    """A layer of the head in words: its name, what it makes, what it does; `differs`: not every head has it."""

    name: str
    made: str
    does: str
    differs: bool = False


@dataclass(frozen=True)
class Captions:
    """What the page says of this stage: its text alternative, the saved picture's title and name."""

    alt: str
    title: str
    file: str


@dataclass(frozen=True)
class About:
    """What the answer is made of besides numbers: the classes' names, the steps to it, and what its logits end in."""

    labels: tuple[str, ...]
    steps: tuple[Step, ...]
    ending: Ending = "softmax"


def shown_classes(logits: Float32[np.ndarray, " classes"], *wanted: int) -> tuple[int, ...]:
    """The classes whose sums are sent: those of the largest logits, and those that are wanted besides."""
    best = np.argsort(-logits, kind="stable")[:MOST_SHOWN]
    return tuple(dict.fromkeys([*(int(label) for label in best), *wanted]))


def payload(
    head: Head,
    about: About,
    label: int,
    captions: Captions,
    words: Mapping[str, str],
) -> bytes:
    """Everything the browser needs to go from maps to the answer without asking again; with the class `label`."""
    shown = shown_classes(head.logits, label)
    header = {
        "form": head.form,
        "places": list(head.maps.shape[1:]),
        "labels": list(about.labels),
        "steps": [asdict(step) for step in about.steps],
        "ending": about.ending,
        "shown": shown,
        "temperatures": AnswerView.options()["temperature"],
        "captions": asdict(captions),
        "words": dict(words),
    }
    return pack(header, {"logits": head.logits, **_planes(head, shown)})


def _planes(head: Head, shown: Sequence[int]) -> dict[str, np.ndarray]:
    terms = [terms_of(head, label) for label in shown]
    values = [each.values for each in terms] if head.form == "classes" else [terms[0].values]
    planes = {"values": np.stack(values).astype(np.float32)}
    planes |= {"weights": np.stack([each.weights for each in terms]).astype(np.float32)}
    planes |= {"bias": np.array([each.bias for each in terms], dtype=np.float32)}
    if head.form in ("average", "places"):
        planes |= {"maps": head.maps}
    return planes
