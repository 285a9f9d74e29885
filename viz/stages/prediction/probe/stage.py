"""What the stage of a picture that is changed by hand is sent. Pictures [row, column, colour] in 0…255."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from jaxtyping import UInt8

from viz.stages.kernel.payload import pack
from viz.stages.kernel.view import View, spelled

HISTORY = 6  # rows that are shown


@dataclass(frozen=True)
class ProbeView(View):
    """The edit on stage, as a text; what it says depends on the picture's size."""

    edit: str = spelled(str)


@dataclass(frozen=True)
class Row:
    """A class, its probability before and after the edit, and both in words; the change is that of the words."""

    name: str
    before: float
    after: float
    before_text: str
    after_text: str
    change_text: str
    numbers_text: str


@dataclass(frozen=True)
class Step:
    """An edit that was settled on: its fields, what it does in words, and what the network said."""

    edit: Mapping[str, Any]
    text: str
    answer: str


@dataclass(frozen=True)
class Way:
    """The steps that are shown, by their numbers, and the number of the one on stage."""

    steps: Mapping[int, Step]
    at: int


@dataclass(frozen=True)
class Rules:
    """What can be chosen: the lowest and highest numbers, the names; and the weights of every blur by half pixels."""

    limits: Mapping[str, tuple[int, int]]
    edges: Sequence[str]
    fills: Sequence[str]
    kernels: Mapping[int, Sequence[int]]
    cover_kernel: Sequence[int]


def shown_steps(at: int, count: int) -> list[int]:
    """Which of so many steps are shown: the first, and those around number `at`."""
    first = max(1, min(at - HISTORY + 3, count - HISTORY + 1))
    return [0, *range(first, min(count, first + HISTORY - 1))]


def payload(
    edited: UInt8[np.ndarray, "rows columns 3"],
    rows: Sequence[Row],
    way: Way,
    view: ProbeView,
    serial: int,
    rules: Rules,
    about: Mapping[str, str],
    words: Mapping[str, str],
) -> bytes:
    """The answers to the picture before and after the edit, and the way there; beside it comes `as_it_was`.

    Of the edited picture only a checksum travels: the browser works it out itself, and can tell whether it is the same.
    """
    header = {
        "serial": serial,
        "text": view.edit,
        "edit": dict(way.steps[way.at].edit),
        "checksum": zlib.adler32(np.ascontiguousarray(edited).tobytes()),
        "rows": [asdict(row) for row in rows],
        "history": [{"number": number, "edit": dict(step.edit)} for number, step in way.steps.items()],
        "at": way.at,
        **asdict(rules),
        "about": dict(about),
        "words": dict(words),
    }
    return pack(header, {})


def as_it_was(picture: UInt8[np.ndarray, "rows columns 3"]) -> bytes:
    """The picture before any edit."""
    return pack({}, {"picture": picture})


def history(way: Way, words: Mapping[str, str]) -> dict[str, Any]:
    """The rows of the way."""
    steps = [{"number": number, "text": step.text, "answer": step.answer} for number, step in way.steps.items()]
    return {"steps": steps, "at": way.at, "words": dict(words)}
