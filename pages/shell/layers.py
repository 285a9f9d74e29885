"""Choosing a layer: the strip of blocks along the top, and the list beside it, which say the same thing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

from pages.shell import address, language
from pages.shell.cached import caching, networks
from pages.shell.records import Choice, NetworkName, Picture
from pages.text import catalogue
from viz.hosts.streamlit.mount import mount
from viz.stages.kernel.payload import pack

UNIT = ("channel", "row", "column")


def layer_names(chosen: Choice) -> tuple[str, ...]:
    """The layers of the chosen network in order of execution."""
    return tuple(networks.trace(chosen.picture, chosen.network))


def choose(chosen: Choice) -> None:
    """The list of layers, bound to the address."""
    names = layer_names(chosen)
    label = language.say("feature_maps.layer")
    looks: dict[str, Any] = {"key": "layer", "label_visibility": "collapsed"}
    address.pick(st.selectbox, "layer", label, names, forgets=UNIT, **looks)


def current(chosen: Choice) -> str:
    """The layer that is chosen; the first one where that isn't a layer of this network."""
    names = layer_names(chosen)
    layer = address.here().get("layer", "")
    return layer if layer in names else names[0]


def strip(chosen: Choice, layer: str | None, receive: Callable[[Any], None]) -> None:
    """The network as blocks; `receive` is told the name that was chosen, which may be anything a browser sends."""
    blocks = _blocks(chosen.picture, chosen.network, language.current())
    mount("frame/network_strip", blocks, key="strip", now={"chosen": layer}, chosen=receive)


def set_layer(chosen: Choice, name: object) -> None:
    """Goes to a layer, if the browser named one of this network; the unit looked at belongs to the old one."""
    names = layer_names(chosen)
    if isinstance(name, str) and name in names and name != current(chosen):
        address.write("layer", name, names[0], forgets=UNIT)


@caching.resource(32)
def _blocks(picture: Picture, network: NetworkName, lang: str) -> bytes:
    trace = networks.trace(picture, network)
    say = partial(catalogue.say, lang)
    blocks = [
        {
            "name": say("strip.input"),
            "kind": say("strip.input_grey" if trace.input.shape[1] == 1 else "strip.input_kind"),
            "shape": trace.input.shape[1:],
            "title": say("strip.input"),
            "fixed": True,
        }
    ]
    for name, activation in trace.items():
        shape = [*activation.values.shape[1:], 1, 1][:3]
        channels, rows, columns = shape
        title = say("strip.title", name=name, kind=activation.kind, channels=channels, rows=rows, columns=columns)
        blocks.append({"name": name, "kind": activation.kind, "shape": shape, "title": title})
    label = say("strip.label", network=network)
    return pack({"network": network, "label": label, "layers": blocks}, {})
