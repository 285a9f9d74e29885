"""Choosing a kind of convolution and its settings, all in the address."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from pages.convolution.kinds import case as cases
from pages.convolution.kinds.case import Case
from pages.shell import address
from pages.shell.language import say
from pages.shell.records import Choice

KINDS = ("pointwise", "grouped", "depthwise", "dilated", "transposed", "dice", "signal")
CELL = ("map", "row", "column")
SETTINGS = ("mix", "groups", "multiplier", "dilation", "scene", "stamp", "kernel", "stride", "die", "signal", "filter")
ROW = "row"


def kind() -> str:
    """The switch between the kinds; turning to another one takes the settings of the last out of the address."""
    return str(
        address.pick(
            st.segmented_control,
            "kind",
            say("convolution_kinds.kind"),
            KINDS,
            forgets=(*SETTINGS, *CELL),
            required=True,
            format_func=lambda each: say(f"convolution_kinds.kinds.{each}"),
            label_visibility="collapsed",
        )
    )


def case(chosen_kind: str, chosen: Choice) -> Case:
    """The settings of a kind, and the layer they make."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        return MAKERS[chosen_kind](chosen)


def _setting(
    name: str,
    options: Sequence[Any],
    *,
    start: Any = None,
    plain: bool = False,
    widget: Callable[..., Any] = st.segmented_control,
) -> Any:
    """One setting; the cell looked at belongs to the old one. `plain`: options are numbers, their own labels."""
    # A list always has a choice, a row of buttons can be without one.
    looks: dict[str, Any] = {"required": True} if widget is st.segmented_control else {}
    return address.pick(
        widget,
        name,
        say(f"convolution_kinds.settings.{name}"),
        options,
        start=start,
        forgets=CELL,
        format_func=str if plain else lambda option: say(f"convolution_kinds.options.{name}_{option}"),
        **looks,
    )


def _transposed(_: Choice) -> Case:
    kernel = _setting("kernel", (2, 3, 4), start=3, plain=True)
    stride = _setting("stride", (1, 2, 3), start=2, plain=True)
    return cases.stamped(_setting("scene", ("flat", "numbers")), _setting("stamp", ("ones", "bump")), kernel, stride)


def _signal(chosen: Choice) -> Case:
    name = _setting("signal", (*cases.SIGNALS, ROW))
    values = cases.middle_row(chosen.picture.image) if name == ROW else cases.SIGNALS[name]
    return cases.signal(values, _setting("filter", tuple(cases.FILTERS), widget=st.selectbox))


MAKERS: dict[str, Callable[[Choice], Case]] = {
    "pointwise": lambda _: cases.pointwise(_setting("mix", tuple(cases.MIXES))),
    "grouped": lambda _: cases.grouped(_setting("groups", (1, 2, 4), start=2, plain=True)),
    "depthwise": lambda _: cases.depthwise(_setting("multiplier", (1, 2), plain=True)),
    "dilated": lambda _: cases.dilated(
        _setting("scene", ("edge", "checks")), _setting("dilation", (1, 2, 3), start=2, plain=True)
    ),
    "transposed": _transposed,
    "dice": lambda _: cases.dice(_setting("die", tuple(cases.DICE))),
    "signal": _signal,
}
