"""The networks of this visit: choosing one, leaving one, and the proof that what is shown is the file."""

from __future__ import annotations

import numpy as np
import streamlit as st

from pages.networks.own.file import staying
from pages.shell import links, presets, routes
from pages.shell.cached import networks, own_networks
from pages.shell.cached.own_networks import OwnNetwork
from pages.shell.language import exact, say, whole
from pages.shell.proof import Proof, agree, apart
from pages.shell.records import Choice


def put(chosen: Choice) -> None:
    """The list, if there is any network."""
    mine = own_networks.own()
    if not mine:
        return
    st.header(say("networks_own.yours"), anchor=False)
    for each in list(mine.values()):
        _one(each, chosen)


def _one(each: OwnNetwork, chosen: Choice) -> None:
    with st.container(border=True):
        left, right = st.columns([3, 1], vertical_alignment="center")
        with left:
            st.text(each.title)
            st.markdown(_facts(each))
        with right.container(horizontal=True, horizontal_alignment="right"):
            if chosen.network != each.key:
                st.button(say("networks_own.choose"), key=f"choose {each.key}", on_click=_choose, args=(each.key,))
            st.button(
                say("networks_own.remove"),
                key=f"remove {each.key}",
                icon=":material/delete:",
                on_click=_remove,
                args=(each.key, chosen.network),
            )
        if chosen.network == each.key:
            _ways_on(chosen)


def _facts(each: OwnNetwork) -> str:
    return say(
        "networks_own.facts",
        name=each.key,
        architecture=each.architecture,
        classes=_classes(each),
        size=each.network.input_size[0],
        parameters=whole(networks.parameters(each.key)),
    )


def _classes(each: OwnNetwork) -> str:
    meaning = each.network.meaning
    numbers = meaning is not None and not meaning.classes
    return say(f"networks_own.facts_{'outputs' if numbers else 'classes'}", count=len(each.network.labels))


def _ways_on(chosen: Choice) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(say("networks_own.chosen"), width="content")
        for topic in ("home", "feature_maps"):
            route = next(route for route in routes.ROUTES if route.topic == topic)
            links.to(topic, say(f"{topic}.name"), icon=route.icon)
    _proof(chosen)


def _proof(chosen: Choice) -> None:
    """The unit in the middle of the first layer's first map, by hand and by PyTorch."""
    layer = next(iter(networks.trace(chosen.picture, chosen.network)))
    _, rows, columns = networks.maps(chosen.picture, chosen.network, layer).shape
    channel, row, column = 0, rows // 2, columns // 2
    found = networks.by_hand(chosen.picture, chosen.network, layer, (channel, row, column))
    place = {"channel": channel, "row": row, "column": column, "layer": layer, "captured": exact(found.captured)}
    if found.value is None:
        st.markdown(say("networks_own.proof_not", **place))
        return
    numbers = {"terms": whole(found.terms), "by_hand": exact(found.value), "difference": apart(found.difference)}
    largest = float(np.abs(networks.maps(chosen.picture, chosen.network, layer)).max())
    Proof(say("networks_own.proof", **place, **numbers), holds=agree(found.difference, largest)).put()


def _choose(key: str) -> None:
    presets.want({**staying(), "network": key})


def _remove(key: str, chosen: str) -> None:
    own_networks.remove(key)
    if key == chosen:
        _choose(networks.network_names()[0])
