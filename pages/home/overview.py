"""The stage of the start page: the whole network on the visitor's picture, and the ways from a layer to its pages."""

from __future__ import annotations

import numpy as np
import streamlit as st

from models.records.costs import Group
from pages.home import cached
from pages.shell import choice, colours, language, links, progress
from pages.shell.cached import caching, networks
from pages.shell.language import number, percent, say
from pages.shell.records import Choice, NetworkName, Picture
from pages.shell.staged import Staged
from viz.stages.home.overview import stage
from viz.stages.home.overview.stage import Answer, Block, Layer, OverviewView, Scene, Strongest

STAGE = "overview"
WANTED = "wanted page"
MOST_MAPS = {"stage": 4, "block": 2}

# Which page of the house is about a layer: the page, and how its address names the layer.
PAGES = {
    "maps": ("feature_maps", {"layer": "{layer}"}),
    "inside": ("convolution", {"part": "inside", "layer": "{layer}"}),
    "field": ("receptive_field", {"part": "growth", "layer": "{layer}"}),
    "norm": ("batch_norm", {"part": "statistics", "tensor": "bn:{layer}"}),
    "answer": ("prediction", {"part": "answer"}),
}


@st.fragment
def show() -> None:
    """The stage; what is unfolded on it is in the address."""
    chosen = choice.current()
    _leave()
    with progress.loading():
        made = scene(chosen)

    staged = Staged(STAGE, OverviewView(), stage.bounds_of(made.blocks, [layer.name for layer in made.layers]))

    def settled(event: object) -> None:
        st.session_state[WANTED] = stage.read_page(event, made.layers)
        staged.told(event)

    words = language.group("home.stage")
    words |= {"key": words["key"].format(**colours.sides())}

    def payload() -> bytes:
        return stage.payload(made, captions(chosen), words)

    subject = (chosen.picture.digest, chosen.network, language.current())
    staged.mount("home/overview", subject, payload, settled=settled)


def _leave() -> None:
    """Goes to the page about the layer that a visitor has clicked, if one was."""
    wanted = st.session_state.pop(WANTED, None)
    if wanted is None:
        return
    page, layer = wanted
    topic, query = PAGES[page]
    about = {name: text.format(layer=layer) for name, text in query.items()}
    links.go(topic, about)


def captions(chosen: Choice) -> dict[str, str]:
    """What is said of the stage as a whole."""
    picture = choice.label(chosen.picture.key)
    title = say("home.title", network=chosen.network, picture=picture)
    return {"title": title, "alt": say("home.alt", title=title), "file": f"{chosen.network}-at-a-glance"}


def scene(chosen: Choice) -> Scene:
    """Everything on stage, without words."""
    trained = networks.network(chosen.network).weights != "random"
    return Scene(
        layers=layers(chosen),
        blocks=blocks(chosen.picture, chosen.network),
        strongest=_strongest(chosen.picture, chosen.network),
        picture=np.asarray(networks.seen(chosen.picture, chosen.network)),
        answers=_answers(chosen) if trained else (),
    )


def _answers(chosen: Choice) -> tuple[Answer, ...]:
    """The network's answers, and how they are written; plain numbers have no bar."""
    meaning = networks.meaning(chosen.network)
    return tuple(
        Answer(name, min(1.0, max(0.0, value)), percent(value, 1))
        if meaning.classes
        else Answer(name, None, number(value))
        for name, value in networks.answers(chosen.picture, chosen.network)
    )


def layers(chosen: Choice) -> tuple[Layer, ...]:
    """The layers as the stage wants them."""
    found = cached.summary(chosen.picture, chosen.network).layers
    last = next((layer.name for layer in reversed(found) if layer.kind == "Linear"), None)
    return tuple(
        Layer(
            name=layer.name,
            kind=layer.kind,
            shape=layer.shape,
            inputs=layer.inputs,
            parameters=layer.parameters,
            multiply_adds=layer.multiply_adds,
            memory=layer.memory,
            pages=pages(layer.kind, has_module=layer.module is not None, last=layer.name == last),
        )
        for layer in found
    )


def pages(kind: str, *, has_module: bool, last: bool) -> tuple[str, ...]:
    """The pages that have something to say about a layer of this kind, the most telling first."""
    found = ["maps"]
    if kind == "Conv2d" and has_module:
        found.append("inside")
    if "BatchNorm" in kind and has_module:
        found.insert(0, "norm")
    if last:
        found.insert(0, "answer")
    return (*found, "field")


@caching.resource(16)
def blocks(picture: Picture, network: NetworkName) -> tuple[Block, ...]:
    """The stages and the groups inside them."""
    return tuple(_block(group) for group in cached.stages(picture, network))


def _block(group: Group) -> Block:
    return Block(group.key, group.label, group.start, group.stop, tuple(_block(child) for child in group.children))


@caching.resource(8)
def _strongest(picture: Picture, network: NetworkName) -> tuple[Strongest, ...]:
    """The strongest maps of the last layer of every group: four of a stage, two of a block inside it."""
    found: dict[int, Strongest] = {}
    trace, made = networks.trace(picture, network), blocks(picture, network)
    names, outer = list(trace), {block.stop for block in made}
    for block in stage.groups(made):
        values = trace[names[block.stop - 1]].values[0]
        if values.ndim > 1 and max(values.shape[1:]) > 1:
            kind, side = ("stage", stage.MOST_CELLS) if block.stop in outer else ("block", stage.MOST_CELLS // 2)
            found[block.stop] = stage.strongest(block.stop - 1, values, MOST_MAPS[kind], side)
    return tuple(found[stop] for stop in sorted(found))
