"""Does anything import itself, by way of others? Whoever reads one module of a circle must read all of them at once.

Every import of a file counts, wherever it stands: at the top, inside a function (it only puts the circle off until
somebody calls), and under `if TYPE_CHECKING` (who reads `Opened` there has to go and look where it is). To import a
module is to import the packages above it too, whose `__init__` runs first; not those that the importer itself lies in,
for they have begun by then, and an `__init__` that gathers its own modules is no circle.
"""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
ROOMS = ("models", "viz", "pages", "convoscope")

Graph = Mapping[str, set[str]]


def sources():
    """The text of every file of ours, by the name of the module."""
    files = [ROOT / "app.py", *(file for room in ROOMS for file in sorted((ROOT / room).rglob("*.py")))]
    return {name_of(file.relative_to(ROOT)): file.read_text(encoding="utf-8") for file in files}


def name_of(path):
    parts = path.with_suffix("").parts
    # A package is told from a module by the dot at its end: what it imports from "." is beside it, not above.
    return ".".join(parts) if parts[-1] != "__init__" else ".".join((*parts[:-1], ""))


def imports(text: str, inside: str) -> Iterator[str]:
    """Every name that a file imports; `inside`: the folder it lies in."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = inside.split(".")[: len(inside.split(".")) + 1 - node.level] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield from (f"{base}.{alias.name}" for alias in node.names)


def runs(name: str, known: set[str], inside: str) -> Iterator[str]:
    """The files that importing a name runs: the module that it is, or that it stands in, and the packages above."""
    parts = name.split(".")
    beginnings = [".".join(parts[:count]) for count in range(1, len(parts) + 1)]
    yield from (each for each in beginnings if each in known)
    yield from (f"{each}." for each in beginnings if f"{each}." in known and not f"{inside}.".startswith(f"{each}."))


def graph(texts: Mapping[str, str]) -> Graph:
    """Who imports whom, by module."""
    known, found = set(texts), {}
    for module, text in texts.items():
        inside = module.rpartition(".")[0]
        found[module] = {each for name in imports(text, inside) for each in runs(name, known, inside)} - {module}
    return found


def reached(who: Graph, start: str) -> set[str]:
    """Everything that a module imports, by way of others too."""
    seen, waiting = set(), [start]
    while waiting:
        new = who[waiting.pop()] - seen
        seen |= new
        waiting += new
    return seen


def knots(who: Graph) -> list[list[str]]:
    """The modules that lie on a circle, those together that import each other."""
    reach = {module: reached(who, module) for module in who}
    found = {frozenset(other for other in reach[one] if one in reach[other]) for one in who if one in reach[one]}
    return sorted(sorted(knot) for knot in found)


def told(who: Graph, knot: list[str]) -> str:
    return "\n".join(f"{module} → {', '.join(sorted(who[module] & set(knot)))}" for module in knot)


def test_nothing_imports_itself():
    who = graph(sources())
    if found := knots(who):
        pytest.fail("\n\n".join(told(who, knot) for knot in found), pytrace=False)


@pytest.mark.parametrize(
    "line",
    [
        "import pages.b",
        "from pages import b",
        "from pages.b import anything",
        "from . import b",
        "from .b import anything",
        "def f():\n    from pages import b",
        "class A:\n    def f(self):\n        import pages.b as other",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from pages.b import Opened",
        "try:\n    import pages.b\nexcept ImportError:\n    pass",
    ],
)
def test_a_circle_of_two_is_found_wherever_the_import_stands(line):
    assert knots(graph({"pages.a": line, "pages.b": "import pages.a"})) == [["pages.a", "pages.b"]]


def test_a_circle_by_way_of_others_is_found_and_who_only_leads_to_it_is_not_on_it():
    texts = {"a": "import b", "b": "import c", "c": "import d", "d": "import b, e", "e": ""}
    assert knots(graph(texts)) == [["b", "c", "d"]]


def test_circles_apart_are_told_apart():
    texts = {"a": "import b", "b": "import a, c", "c": "import d", "d": "import c"}
    assert knots(graph(texts)) == [["a", "b"], ["c", "d"]]


def test_a_package_that_gathers_its_modules_is_no_circle():
    texts = {"room.": "from room.a import A\nfrom . import b", "room.a": "from room.b import B", "room.b": ""}
    assert not knots(graph(texts))


def test_a_module_of_a_package_stands_for_the_whole_package_to_whoever_is_outside():
    texts = {"room.": "from room.a import A", "room.a": "import other", "room.b": "", "other": "import room.b"}
    assert knots(graph(texts)) == [["other", "room.", "room.a"]]


def test_what_is_not_ours_is_no_part_of_it():
    assert graph({"pages.a": "import json\nfrom torch import nn\nfrom pages import *"}) == {"pages.a": set()}
