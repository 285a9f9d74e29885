"""A view is declared once: whatever a visitor says, a legal view comes out, and what is written is read back."""

import math
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viz.stages.kernel.cell import CellView, within
from viz.stages.kernel.view import (
    View,
    among,
    below,
    between,
    declared,
    nearest,
    one_of,
    real,
    several,
    spelled,
    switch,
    text_of,
)

FRUITS = {"apple": 1, "pear": 2, "quince": 3}
COUNTS = (6, 9, 12)
HEATS = (0.1, 0.5, 1.0, 5.0)


def upper(said):
    return said.upper() if said.isalpha() and len(said) < 9 else None


@dataclass(frozen=True)
class Everything(View):
    """One field of each kind."""

    fruit: str = one_of(FRUITS)
    count: int = one_of(COUNTS, start=9)
    layer: str = among("layers", start="conv1")
    groups: int = among("divisors", start=1)
    row: int = below("rows", called="r")
    size: int = between(8, 64, start=32)
    gamma: float = real(1e6, start=1.0)
    heat: float = nearest(HEATS, start=1.0, called="temperature")
    live: bool = switch()
    name: str = spelled(upper, start="NOBODY")
    open: str = several("blocks", "all")


BOUNDS = {"layers": ("conv1", "relu1"), "divisors": (1, 2, 4), "rows": 7, "blocks": ["stem", "stage", "head"]}
START = Everything()
NAMES = [name for _, rule, called in declared(Everything) for name in (called,)] + ["row", "heat", "x"]

# Whatever a JSON text can say, and what Python can hold besides.
plain = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=12), st.sampled_from([10**400, -(10**400)]),
    st.sampled_from(["9" * 5000, "٣", "1e400", "nan", "-0", "true", "TRUE", "all", "stem,stage", "conv1", "pear", "²"]),
)  # fmt: skip
nested = st.recursive(plain, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner))


def is_legal(view):
    return (
        view.fruit in FRUITS
        and view.count in COUNTS
        and view.layer in BOUNDS["layers"]
        and view.groups in BOUNDS["divisors"]
        and (type(view.row), 0 <= view.row < 7) == (int, True)
        and (type(view.size), 8 <= view.size <= 64) == (int, True)
        and (type(view.gamma), math.isfinite(view.gamma) and abs(view.gamma) <= 1e6) == (float, True)
        and view.heat in HEATS
        and isinstance(view.live, bool)
        and view.name == view.name.upper()
        and (view.open == "all" or set(view.open.split(",")) <= {"", *BOUNDS["blocks"]})
    )


@given(st.one_of(nested, st.dictionaries(st.sampled_from(NAMES), nested)))
def test_whatever_is_said_a_legal_view_comes_out(said):
    assert is_legal(START.read(said, BOUNDS))
    whole = Everything.whole(said, BOUNDS)
    assert whole is None or is_legal(whole)


@given(st.dictionaries(st.sampled_from(NAMES), nested))
def test_what_is_written_is_read_back(said):
    view = START.read(said, BOUNDS)
    address = {name: text_of(value) for name, value in view.said().items()}
    assert START.read(address, BOUNDS) == view
    assert Everything.whole(address, BOUNDS) == view
    assert START.read(view.said(), BOUNDS) == view


def test_an_address_and_an_event_are_read_alike():
    address = {"fruit": "pear", "count": "12", "layer": "relu1", "groups": "4", "r": "6", "size": "64", "gamma": "-2.5",
               "temperature": "0.5", "live": "True", "name": "anna", "open": "head,stem,nobody"}  # fmt: skip
    event = {"fruit": "pear", "count": 12, "layer": "relu1", "groups": 4, "row": 6, "size": 64, "gamma": -2.5,
             "heat": 0.5, "live": True, "name": "ANNA", "open": "stem,head"}  # fmt: skip
    expected = Everything("pear", 12, "relu1", 4, 6, 64, -2.5, 0.5, live=True, name="ANNA", open="stem,head")
    assert START.read(address, BOUNDS) == expected
    assert START.read(event, BOUNDS) == expected


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("fruit", "plum"), ("fruit", ["apple"]), ("fruit", {}), ("fruit", 0),
        ("count", 7), ("count", True), ("count", 9.0), ("count", "9.0"), ("count", [9]),
        ("layer", "conv2"), ("layer", None), ("groups", 3), ("groups", True), ("groups", "-1"),
        ("row", 7), ("row", -1), ("row", 1.0), ("row", True), ("row", "٣"), ("row", "²"), ("row", " 1"), ("row", "+1"),
        ("row", "9" * 5000), ("row", 10**400), ("row", "1_0"), ("size", 7), ("size", 65), ("size", "032000000"),
        ("gamma", "nan"), ("gamma", math.nan), ("gamma", "inf"), ("gamma", 10**400), ("gamma", "1e7"),
        ("gamma", "1" * 401), ("gamma", False), ("gamma", ""), ("gamma", [1.0]),
        ("heat", 0.0), ("heat", 5.1), ("heat", "hot"), ("live", 1), ("live", "yes"), ("live", [True]),
        ("name", "x1"), ("name", 3), ("name", "A" * 9), ("open", 3), ("open", ["stem"]),
    ],
    ids=lambda value: str(value)[:12],
)  # fmt: skip
def test_what_is_not_legal_falls_to_the_start(name, said):
    start = Everything("quince", 12, "relu1", 2, 5, 9, 0.25, 0.5, live=True, name="ANNA", open="stem")
    assert start.read({name: said}, BOUNDS) == start
    assert Everything.whole({**start.said(), name: said}, BOUNDS) is None or name in {"row", "heat"}


def test_every_field_stands_for_itself():
    found = CellView(1, 2).read({"row": "x", "column": 0}, {"rows": 4, "columns": 6})
    assert found == CellView(1, 0)


def test_nothing_is_below_a_bound_of_zero():
    assert CellView(0, 0).read({"row": 0, "column": 0}, {"rows": 0, "columns": 1}) == CellView(0, 0)
    assert CellView.whole({"row": 0, "column": 0}, {"rows": 0, "columns": 1}) is None


def test_a_temperature_between_two_counts_as_the_nearer():
    assert START.read({"heat": 0.74}, BOUNDS).heat == 0.5
    assert START.read({"temperature": "0.76"}, BOUNDS).heat == 1.0


def test_all_names_are_one_word_for_them():
    assert START.read({"open": "head,stage,stem"}, BOUNDS).open == "all"
    assert START.read({"open": ""}, BOUNDS).open == ""
    assert START.read({"open": "all"}, {**BOUNDS, "blocks": []}).open == ""


def test_the_address_has_its_own_names():
    assert {"r", "temperature"} < START.said().keys()
    assert not {"row", "heat"} & START.said().keys()


def test_what_is_offered_comes_from_the_declaration():
    offered = Everything.options(BOUNDS)
    assert offered["fruit"] == ("apple", "pear", "quince")
    assert offered["groups"] == (1, 2, 4)
    assert offered["heat"] == HEATS
    assert offered.keys() == {"fruit", "count", "layer", "groups", "heat", "open"}


def test_a_table_without_a_start_begins_with_its_first():
    assert (START.fruit, START.count) == ("apple", 9)


def test_a_page_that_forgets_a_bound_is_told_at_once():
    with pytest.raises(KeyError, match="rows"):
        CellView().read({}, {"columns": 3})


def test_predicates_can_be_asked_of_a_view():
    view = Everything(fruit="pear", row=3, live=True)
    assert view.holds({})
    assert view.holds({"fruit": "pear", "live": True})
    assert not view.holds({"fruit": "apple"})
    assert view.holds({"fruit": ["apple", "pear"], "row": {"least": 3}})
    assert view.holds({"row": {"least": 1, "most": 3}})
    assert not view.holds({"row": {"most": 2}})
    assert not view.holds({"row": {"least": 4}})
    with pytest.raises(ValueError, match="fruits"):
        view.holds({"fruits": "pear"})


def test_a_second_network_is_a_field():
    @dataclass(frozen=True)
    class Compared(CellView):
        """Two networks side by side."""

        network: str = among("networks", start="cifar10", called="compared")

    shown = {**within((4, 6)), "networks": ("cifar10", "resnet18")}
    said = {"row": "3", "column": "5", "compared": "resnet18", "network": "resnet18"}
    assert Compared().read(said, shown) == Compared(3, 5, "resnet18")
    assert Compared().read({"compared": "own:../etc"}, shown) == Compared()


def test_bounds_of_maps_end_in_rows_and_columns():
    assert within((3, 12, 4, 5)) == {"batch": 3, "channels": 12, "rows": 4, "columns": 5}
    assert within((4, 5)) == {"rows": 4, "columns": 5}
