"""An edit as a short text, for an address, and read from what a stranger sends: what isn't legal is left as it was.

A text is a list of what differs from the picture as it is: "mirrored_right.3_blur.4_cover.8.8.10.10_fill.black".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import astuple, fields
from typing import Any

from models.images.edits import EDGES, FILLS, Cover, Edit, fits, limits

NUMBER = re.compile(r"-?[0-9]{1,4}")
LONGEST = 200
FLAGS = ("mirrored", "upended")
KINDS = {"edge": EDGES, "fill": FILLS}


def write_edit(edit: Edit) -> str:
    """The edit as a text; "" for none."""
    words = []
    for field in fields(Edit):
        value = getattr(edit, field.name)
        if value == field.default:
            continue
        if field.name in FLAGS:
            words.append(field.name)
        else:
            numbers = astuple(value) if isinstance(value, Cover) else (value,)
            words.append(".".join(str(part) for part in (field.name, *numbers)))
    return "_".join(words)


def read_edit(text: str, size: tuple[int, int]) -> Edit:
    """The edit that a text names, of a picture of `size` (rows, columns)."""
    parts = [word.partition(".") for word in text[:LONGEST].split("_")]
    return read_fields({name: name in FLAGS or value for name, _, value in parts}, size)


def read_fields(given: object, size: tuple[int, int]) -> Edit:
    """The edit whose fields a browser sends: flags, numbers, names, and the numbers of the cover."""
    said = given if isinstance(given, Mapping) else {}
    legal: dict[str, Any] = {name: said.get(name) is True for name in FLAGS}
    for name, (low, high) in limits(size).items():
        number = _whole(said.get(name))
        if number is not None and low <= number <= high:
            legal[name] = number
    for name, kinds in KINDS.items():
        if said.get(name) in kinds:
            legal[name] = said[name]
    return Edit(**legal, cover=_cover(said.get("cover"), size))


def _whole(value: object) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    return int(value) if isinstance(value, str) and NUMBER.fullmatch(value) else None


def _cover(value: object, size: tuple[int, int]) -> Cover | None:
    if isinstance(value, Mapping):
        parts: list[Any] = [value.get(field.name) for field in fields(Cover)]
    else:
        parts = value.split(".") if isinstance(value, str) else []
    if len(parts) != len(fields(Cover)):
        return None
    numbers = [number for number in map(_whole, parts) if number is not None]
    cover = Cover(*numbers) if len(numbers) == len(parts) else None
    return cover if cover is not None and fits(cover, size) else None
