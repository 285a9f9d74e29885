"""How the receptive field grows: the layers one after the other, what is said about the one on stage, all of them."""

from __future__ import annotations

import streamlit as st

from pages.receptive_field.growth import files, words
from pages.receptive_field.growth.rungs import rungs, start_of
from pages.shell import choice, language, presets, progress
from pages.shell.cached import caching, networks
from pages.shell.language import listed, say
from pages.shell.records import Choice, NetworkName, Picture
from pages.shell.staged import Staged
from pages.text import catalogue
from viz.stages.receptive_field.growth import stage
from viz.stages.receptive_field.growth.stage import GrowthView

STAGE = "growth"
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


def _staged(chosen: Choice) -> Staged[GrowthView]:
    """It begins in the middle of the picture, at the last field that is exact."""
    rows, columns = networks.network(chosen.network).input_size
    bounds = {"layers": [rung.name for rung in rungs(chosen.network)], "rows": rows, "columns": columns}
    return Staged(STAGE, GrowthView(start_of(chosen.network), rows // 2, columns // 2), bounds)


def put(chosen: Choice) -> None:
    """Mounts the stage."""

    def payload() -> bytes:
        return _payload(chosen.picture, chosen.network, language.current())

    subject = (chosen.network, chosen.picture.key, chosen.picture.digest, language.current())
    _staged(chosen).mount("receptive_field/growth", subject, payload, relayed=True)


@caching.resource(8, caching.BY_KEY)
def _payload(picture: Picture, network: NetworkName, lang: str) -> bytes:
    pixels = networks.seen(picture, network)
    rows, columns, _ = pixels.shape
    values = {"picture": choice.label(picture.key), "network": network, "rows": rows, "columns": columns}
    about = {key: catalogue.say(lang, f"receptive_field_growth.{key}", **values) for key in ("caption", "alt")}
    # The layer is put in by the stage, when somebody saves the picture.
    about["title"] = catalogue.say(lang, "receptive_field_growth.title", network=network, layer="{layer}")
    about["file"] = f"{network}-{picture.key}".replace(" ", "-")
    return stage.payload(rungs(network), pixels, catalogue.group(lang, "receptive_field_growth.stage"), about)


@st.fragment
def below(chosen: Choice) -> None:
    """What is said about the rung, and what can be taken away: it follows when somebody rests on the stage."""
    staged = _staged(chosen)
    staged.hear(f"echo {STAGE}")
    view = staged.view()
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
    numbers = {"receptive_field_growth.try_play": {"sizes": listed(map(str, sizes))}}
    presets.put(TRY, numbers=numbers)
