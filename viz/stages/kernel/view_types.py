"""The views of all stages as types for the scripts: `python -m viz.stages.kernel.view_types` writes `views.d.ts`.

Every part declares its view in Python, once; what a script is checked with is made from it. A test compares.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterator
from dataclasses import fields
from inspect import cleandoc
from pathlib import Path

from viz.stages.kernel.legal import NOTHING_SHOWN, OneOf
from viz.stages.kernel.view import View

STAGES = Path(__file__).parent.parent
ROOM = View.__module__.removesuffix(".kernel.view")
FILE = Path(__file__).with_name("views.d.ts")
HEAD = "// Made by `python -m viz.stages.kernel.view_types` from the views that the stages declare in Python.\n"
TYPES = {"int": "number", "float": "number", "bool": "boolean", "str": "string"}


def views() -> list[type[View]]:
    """Every view that a stage declares, by name."""
    for file in sorted(STAGES.glob("*/*/*.py")):
        importlib.import_module(".".join((ROOM, *file.relative_to(STAGES).with_suffix("").parts)))
    found = {kind for kind in _below(View) if kind.__module__.startswith(f"{ROOM}.")}
    return sorted(found, key=lambda kind: kind.__name__)


def _below(kind: type[View]) -> Iterator[type[View]]:
    for child in kind.__subclasses__():
        yield child
        yield from _below(child)


def written() -> str:
    """The whole file."""
    return "\n".join([HEAD, *(interface(kind) for kind in views())])


def interface(kind: type[View]) -> str:
    """One view: its fields, and the values of those that have a table."""
    said = " ".join(cleandoc(kind.__doc__ or "").split())
    lines = [f"  {one.name}: {_typed(one.type, one.metadata['rule'])};" for one in fields(kind)]
    return "\n".join([f"/** {said} */", f"export interface {kind.__name__} {{", *lines, "}\n"])


def _typed(annotated: object, rule: object) -> str:
    if isinstance(rule, OneOf):
        return " | ".join(json.dumps(value, ensure_ascii=False) for value in rule.options(NOTHING_SHOWN))
    return TYPES[getattr(annotated, "__name__", str(annotated))]


if __name__ == "__main__":
    FILE.write_text(written(), encoding="utf-8")
