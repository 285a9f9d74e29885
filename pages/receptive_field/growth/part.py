"""How the receptive field grows: a ladder through the layers, what is said about the rung one stands on, all layers."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages.receptive_field.growth import files, words
from pages.receptive_field.growth.rungs import rungs, start_of
from pages.shell import address, choice, language, presets, progress
from pages.shell.cached import caching, networks
from pages.shell.language import say
from pages.shell.records import Choice, NetworkName, Picture
from pages.text import catalogue
from viz.hosts.streamlit.mount import mount
from viz.stages.receptive_field.growth import stage
from viz.stages.receptive_field.growth.stage import View, read_view

STAGE = "ladder"
HERE = {"part": "growth", "network": "cifar10"}
TRY = {
    "receptive_field_growth.try_play": {**HERE, "layer": "stage1.conv1"},
    "receptive_field_growth.try_corner": {**HERE, "layer": "stage2.conv2", "row": "1", "column": "1"},
    "receptive_field_growth.try_large": {**HERE, "network": "resnet18", "layer": "layer4.1.conv2"},
}


def show(chosen: Choice) -> None:
    """The whole part."""
    st.title(say("receptive_field_growth.question"), anchor=False)
    st.markdown(say("receptive_field_growth.answer"))
    with progress.loading():
        rungs(chosen.network)
    put(chosen)
    below(chosen)


def start(chosen: Choice) -> View:
    """Where the view begins: in the middle of the picture, at the last field that is exact."""
    rows, columns = networks.network(chosen.network).input_size
    return View(start_of(chosen.network), rows // 2, columns // 2)


def read(chosen: Choice, said: object) -> View:
    """A view from the address or an event, within the bounds of this network."""
    names = tuple(rung.name for rung in rungs(chosen.network))
    return read_view(said, names, networks.network(chosen.network).input_size, start(chosen))


def put(chosen: Choice) -> None:
    """Mounts the ladder."""
    view = read(chosen, address.here())
    subject = (chosen.network, chosen.picture.key, chosen.picture.digest, language.current())
    now = address.mounted(STAGE, subject, view)
    data = _payload(chosen.picture, chosen.network, now.view, now.serial, language.current())
    mount("receptive_field/growth", data, key=STAGE)


@caching.resource(8, caching.BY_KEY)
def _payload(picture: Picture, network: NetworkName, view: View, serial: int, lang: str) -> bytes:
    pixels = networks.seen(picture, network)
    rows, columns, _ = pixels.shape
    values = {"picture": choice.label(picture.key), "network": network, "rows": rows, "columns": columns}
    about = {key: catalogue.say(lang, f"receptive_field_growth.{key}", **values) for key in ("caption", "alt")}
    # The layer is put in by the stage, when somebody saves the picture.
    about["title"] = catalogue.say(lang, "receptive_field_growth.title", network=network, layer="{layer}")
    about["file"] = f"{network}-{picture.key}".replace(" ", "-")
    return stage.payload(
        rungs(network), pixels, view, serial, catalogue.group(lang, "receptive_field_growth.stage"), about
    )


@st.fragment
def below(chosen: Choice) -> None:
    """What is said about the rung, and what can be taken away: it follows when somebody rests on the stage."""

    def heard(event: Any) -> None:
        address.told(STAGE, read(chosen, event), start(chosen))

    mount("frame/relay", {}, key="echo ladder", heard=heard)
    view = read(chosen, address.here())
    rung = next(rung for rung in rungs(chosen.network) if rung.name == view.layer)
    st.markdown(words.reading(chosen, rung, view))
    words.proof(chosen, rung, view).put()
    words.chart(chosen, rung)
    files.table(chosen)
    put_tries()
    files.put(chosen, rung, view)
    words.depth(rung)
    st.caption(say("receptive_field_growth.weights", network=chosen.network))


def put_tries() -> None:
    """What there is to try, with the sizes that playing leads through, each once."""
    sizes = dict.fromkeys(rung.size[0] for rung in rungs(NetworkName(HERE["network"])) if rung.scope == "exact")
    numbers = {"receptive_field_growth.try_play": {"sizes": ", ".join(map(str, sizes))}}
    presets.put(TRY, numbers=numbers)
