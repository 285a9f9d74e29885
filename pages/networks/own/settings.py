"""The third step: the classes' names, the size of the pictures, the scale of the colours; and the button."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from models.ops.meaning import Kind
from models.records.matches import Match
from pages.networks.own import cached as own_weights
from pages.networks.own.cached import UnreadableNames, from_file, typed
from pages.networks.own.file import staying
from pages.shell import address, presets
from pages.shell.cached import own_networks
from pages.shell.language import compact, listed, say

if TYPE_CHECKING:
    from pages.networks.own.cached import Preparing
    from pages.networks.own.opened import Opened

SMALLEST, LARGEST = 32, 600
TYPED = "typed"
RESCALED = ("googlenet", "inception_v3")
COLOURS = 3


def put(opened: Opened | None, match: Match | None) -> None:
    """The settings, once there is a network that fits; the button makes it the network of every page."""
    if opened is None or match is None or not match.usable:
        st.markdown(say("networks_own.nothing_how"))
        return
    names: tuple[str, ...] = ()
    kind: Kind = "numbers"
    if match.classes is None:
        st.markdown(say("networks_own.names_none"))
    else:
        names = _names(opened, match.name, match.classes)
        kind = _kind(match.classes)
    preparing = _preparing(match.name, grey=match.channels == 1)
    wrong = bool(names) and len(names) not in _counts(match.classes, kind)
    if wrong:
        st.warning(say("networks_own.names_wrong", count=len(names), classes=match.classes))
    ready = preparing is not None and not wrong
    if st.button(say("networks_own.show"), type="primary", width="stretch", disabled=not ready) and preparing:
        _make(opened, match.name, names, preparing, kind)


def _kind(classes: int) -> Kind:
    """What the outputs mean, which no file of weights says."""
    several: tuple[Kind, ...] = ("logits", "independent_logits", "numbers")
    kinds = several if classes > 1 else several[1:]
    label, count = say("networks_own.meaning"), "classes" if classes > 1 else "single"
    chosen: Kind = address.pick(
        st.selectbox,
        "meaning",
        label,
        kinds,
        start=kinds[0],
        format_func=lambda kind: say(f"networks_own.meaning_{kind}_{count}"),
    )
    return chosen


def _counts(classes: int | None, kind: Kind) -> tuple[int | None, ...]:
    """How many names there may be: one for each output; where a single one decides, its yes or both answers."""
    return (1, 2) if classes == 1 and kind != "numbers" else (classes,)


def _make(opened: Opened, architecture: str, names: tuple[str, ...], preparing: Preparing, kind: Kind) -> None:
    """Builds the network, chooses it, and begins the page anew with it."""
    from_words = {"name": architecture, "size": preparing.size}
    try:
        with st.spinner(say("networks_own.making")):
            network = own_weights.made(opened.weights, architecture, names, preparing, kind)
    except own_weights.too_small():
        st.warning(say("networks_own.too_small", **from_words))
        return
    added = own_networks.add(network, opened.weights.title, opened.weights, opened.in_code)
    presets.want({**staying(), "network": added.key})
    st.rerun()


def _names(opened: Opened, architecture: str, classes: int) -> tuple[str, ...]:
    """What a file says, or else what was typed; at first the names that the architecture usually comes with."""
    text = st.text_area(
        say("networks_own.names"),
        "\n".join(own_weights.usual_names(architecture, classes)),
        key=f"own names {opened.origin} {architecture}",
        placeholder=say("networks_own.names_hint", classes=classes),
        height=110,
    )
    with st.expander(say("networks_own.names_file")):
        file = st.file_uploader(
            say("networks_own.names_upload"), type=["txt", "json"], key="own names file", max_upload_size=2
        )
    if file is None:
        return typed(text)
    try:
        return from_file(file.getvalue())
    except UnreadableNames as wrong:
        st.warning(say(f"networks_own.names_{wrong.code}"))
        return ()


def _preparing(architecture: str, *, grey: bool) -> Preparing | None:
    """Size and colours; None while what was typed isn't legal."""
    size, scale = _size_and_scale(architecture)
    presets = own_weights.presets()
    mean, deviation = presets[scale] if scale in presets else (_numbers("mean"), _numbers("deviation"))
    if architecture in RESCALED:
        st.caption(say("networks_own.rescaled", name=architecture))
    try:
        made = own_weights.preparing(size, mean, deviation, grey=grey)
    except ValueError:
        st.warning(say("networks_own.colours_wrong"))
        return None
    if scale in presets:
        st.caption(say("networks_own.scale_is", mean=_listed(made.mean), deviation=_listed(made.deviation)))
    return made


def _size_and_scale(architecture: str) -> tuple[int, str]:
    """Pixels a side, and the name of the colours' scale or `TYPED`."""
    usual_size, usual_scale = own_weights.usual_preparing(architecture)
    left, right = st.columns(2)
    with left:
        size = st.number_input(
            say("networks_own.size"), SMALLEST, LARGEST, usual_size, step=8, key=f"own size {architecture}"
        )
    with right:
        scale = address.pick(
            st.selectbox,
            "scale",
            say("networks_own.scale"),
            (*own_weights.presets(), TYPED),
            start=usual_scale,
            format_func=lambda name: say(f"networks_own.scale_{name}"),
        )
    return int(size), str(scale)


def _numbers(which: str) -> tuple[float, ...]:
    """Three numbers typed with commas between them; none where they can't be read."""
    start = "0.485, 0.456, 0.406" if which == "mean" else "0.229, 0.224, 0.225"
    text = st.text_input(say(f"networks_own.{which}"), start, key=f"own {which}", max_chars=100)
    try:
        return tuple(float(number) for number in text.split(","))
    except ValueError:
        return ()


def _listed(numbers: tuple[float, ...]) -> str:
    return listed(map(compact, numbers))
