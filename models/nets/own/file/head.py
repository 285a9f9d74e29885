"""How can a network end with the weights of a file, when its head was left out or replaced by another?"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from typing import Final

from models.nets.own.file.table import Architecture
from models.records.matches import Ending, Shape

ENOUGH: Final = 0.5  # of an architecture's keys must be there for a part of it to be shown
MATRIX = 2  # axes of the weights of a linear layer


def ending_of(
    wanted: Architecture,
    expected: Mapping[str, Shape],
    here: Mapping[str, Shape],
    surplus: Mapping[str, Shape],
    names: Mapping[str, str],
    prefix: str,
) -> Ending | None:
    """How a network of the `expected` shapes ends with those that are `here`; None where it can't be shown.

    It can where all that doesn't fit is at the end: what comes before runs as it did. `surplus`: the shapes of the
    file's other keys. `names`: what each key is called in the file, behind its `prefix`.
    """
    keys = list(expected)
    wrong = next((place for place, key in enumerate(keys) if here.get(key) != expected[key]), None)
    if wrong is None:
        return Ending(expected[f"{wanted.head}.weight"][0])
    start = wanted.units[bisect_right(wanted.units, wrong) - 1]
    lost = keys[start:]
    if start < ENOUGH * len(keys) or 2 * sum(here.get(key) == expected[key] for key in lost) > len(lost):
        return None
    rest = {names[key]: here[key] for key in lost if key in here} | dict(surplus)
    inputs = _inputs(expected[lost[0]])
    part = names[lost[0]].removeprefix(prefix).partition(".")[0]
    head = _new_head(rest, f"{prefix}{part}.", inputs) if inputs else None
    if head is None:
        ends = {names[key].removeprefix(prefix).partition(".")[0] for key in (lost[0], f"{wanted.head}.weight")}
        return Ending(None, lost[0], left=_other_head(rest, prefix, ends.pop(), inputs) if len(ends) == 1 else ())
    return Ending(rest[f"{head}.weight"][0], lost[0], head, inputs, f"{head}.bias" in rest)


def _inputs(shape: Shape) -> int:
    """How many numbers the layer of a head takes whose weights have this shape; 0 where it takes maps."""
    return shape[1] if len(shape) == MATRIX else shape[0] if len(shape) == 1 else 0


def _new_head(rest: Mapping[str, Shape], place: str, inputs: int) -> str | None:
    """The path of the one linear layer that can stand where the head did; None if there is none, or any doubt.

    There is doubt where further layers with weights stand beside it: in which order, and what between them, no file
    says. Keys at the head's own `place` come first.
    """
    inside = {key: shape for key, shape in rest.items() if key.startswith(place) and max(shape, default=1) > 1}
    asked = inside or {key: shape for key, shape in rest.items() if max(shape, default=1) > 1}
    linear = [key for key, shape in asked.items() if key.endswith(".weight") and shape[1:] == (inputs,)]
    if len(linear) != 1:
        return None
    path = linear[0].removesuffix(".weight")
    outputs = asked[linear[0]][0]
    beside = set(asked) - {linear[0], f"{path}.bias"}
    return path if not beside and rest.get(f"{path}.bias", (outputs,)) == (outputs,) else None


def _other_head(rest: Mapping[str, Shape], prefix: str, part: str, inputs: int) -> tuple[str, ...]:
    """The keys of a head that isn't one linear layer: in the head's own part, or in parts that take its inputs."""
    asked = {key: shape for key, shape in rest.items() if max(shape, default=1) > 1 and key.startswith(prefix)}
    parts = {key: key.removeprefix(prefix).partition(".")[0] for key in asked}
    own = tuple(key for key in asked if parts[key] == part)
    taking = {parts[key] for key, shape in asked.items() if shape[1:] == (inputs,)}
    return own or tuple(key for key in asked if parts[key] in taking)
