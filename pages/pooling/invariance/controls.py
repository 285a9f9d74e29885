"""What can be chosen on the part about forgiveness: what is pooled and how, in which direction it moves, how far."""

from __future__ import annotations

from typing import Any

import numpy as np
import streamlit as st

from pages.pooling import cached
from pages.pooling.invariance.case import DIRECTIONS, PICTURE, POOLS, SHIFTS, Setting
from pages.shell import address
from pages.shell.language import say
from pages.shell.records import Choice

KERNELS = ("sobel right", "sobel bottom", "outline", "gaussian blur", "identity")
WINDOWS = (2, 3, 4)
OF_A_SOURCE = ("channel", "row", "column")


def setting(chosen: Choice) -> Setting:
    """The controls; what is chosen."""
    layers = cached.pooling_layers(chosen.picture, chosen.network)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        source = address.pick(
            st.selectbox,
            "source",
            say("pooling_invariance.source"),
            (PICTURE, *layers),
            forgets=OF_A_SOURCE,
            format_func=lambda name: _source_label(name, layers[name].kind if name in layers else ""),
            width=260,
        )
        own = _of_picture() if source == PICTURE else _of_layer(chosen, source)
        direction = _segments("direction", tuple(DIRECTIONS))
        by = _segments("shift", SHIFTS, start=1)
    return Setting(source, direction, by, **own)


def _of_picture() -> dict[str, Any]:
    kernel = address.pick(
        st.selectbox,
        "kernel",
        say("pooling_invariance.kernel"),
        KERNELS,
        format_func=lambda name: say(f"pooling_invariance.kernel_{name.replace(' ', '_')}"),
        width=170,
    )
    return {"kernel": kernel, "kind": _segments("kind", tuple(POOLS)), "window": _segments("window", WINDOWS)}


def _of_layer(chosen: Choice, layer: str) -> dict[str, Any]:
    maps, _ = cached.shifted_maps(chosen.picture, chosen.network, layer, (0, 0))
    strongest = int(np.nan_to_num(maps.mean(axis=(1, 2)), nan=-np.inf).argmax())
    label = say("pooling_invariance.channel")
    return {"channel": address.pick(st.selectbox, "channel", label, tuple(range(len(maps))), start=strongest, width=90)}


def _segments(name: str, options: tuple[object, ...], start: object = None) -> Any:
    """A row of buttons; numbers stand for themselves."""
    return address.pick(
        st.segmented_control,
        name,
        say(f"pooling_invariance.{name}"),
        options,
        start=start,
        required=True,
        format_func=lambda option: (
            str(option) if isinstance(option, int) else say(f"pooling_invariance.{name}_{option}")
        ),
    )


def _source_label(name: str, kind: str) -> str:
    if name == PICTURE:
        return say("pooling_invariance.source_picture")
    return say("pooling_invariance.source_layer", name=name, kind=kind)
