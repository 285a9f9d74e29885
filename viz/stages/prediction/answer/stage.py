"""What the stage from maps to answer is sent, and what may come back from it.

Logits [class]; the last sum of a class is over terms: channels, features, or places of the class's own map.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from math import isfinite

import numpy as np
from jaxtyping import Float32

from models.ops.meaning import Ending
from models.ops.prediction import Head, terms_of
from viz.ink import colour
from viz.stages.kernel.cell import whole_below
from viz.stages.kernel.payload import pack

MOST_SHOWN = 12  # classes whose sums are sent along; those of others are asked for
STEPS = 20  # of the temperature, for each power of ten
TEMPERATURES = tuple(float(f"{10 ** (step / STEPS - 1):.2g}") for step in range(2 * STEPS + 1))
NAMES = {"label": "class", "truth": "true"}  # what the fields of a view are called in the address


@dataclass(frozen=True)
class View:
    """The class whose sum is on stage, the one taken for true, and the temperature of the softmax."""

    label: int = 0
    truth: int = 0
    temperature: float = 1.0


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
    view: View,
    serial: int,
    captions: Captions,
    words: Mapping[str, str],
) -> bytes:
    """Everything the browser needs to go from maps to the answer without asking again."""
    shown = shown_classes(head.logits, view.label)
    header = {
        "form": head.form,
        "places": list(head.maps.shape[1:]),
        "labels": list(about.labels),
        "steps": [asdict(step) for step in about.steps],
        "ending": about.ending,
        "shown": shown,
        "view": asdict(view),
        "temperatures": TEMPERATURES,
        "serial": serial,
        "captions": asdict(captions),
        "words": dict(words),
    }
    return pack(header, {"logits": head.logits, **_planes(head, shown)})


def _planes(head: Head, shown: Sequence[int]) -> dict[str, np.ndarray]:
    terms = [terms_of(head, label) for label in shown]
    planes = {"sequential": colour.sequential(), "diverging": colour.diverging()}
    values = [each.values for each in terms] if head.form == "classes" else [terms[0].values]
    planes |= {"values": np.stack(values).astype(np.float32)}
    planes |= {"weights": np.stack([each.weights for each in terms]).astype(np.float32)}
    planes |= {"bias": np.array([each.bias for each in terms], dtype=np.float32)}
    if head.form in ("average", "places"):
        planes |= {"maps": head.maps}
    return planes


def read_view(said: object, classes: int, start: View) -> View:
    """What came from a browser or an address, brought into bounds; what is not legal is `start`'s."""
    fields = said if isinstance(said, Mapping) else {}
    whole = {name: whole_below(fields.get(name, fields.get(NAMES[name])), classes) for name in NAMES}
    legal = {name: value for name, value in whole.items() if value is not None}
    return replace(start, **legal, temperature=_temperature(fields.get("temperature"), start.temperature))


def _temperature(value: object, start: float) -> float:
    """The nearest of the temperatures that can be set."""
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return start
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return start
    if not (isfinite(number) and TEMPERATURES[0] <= number <= TEMPERATURES[-1]):
        return start
    return min(TEMPERATURES, key=lambda known: abs(known - number))
