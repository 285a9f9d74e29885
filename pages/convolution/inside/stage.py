"""Choosing a convolution and an output channel of it, and the stage on which that channel is taken apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import streamlit as st

from models.ops.partial_sums import Convolution, PartialSums
from pages.convolution import cached
from pages.shell import address, choice, language
from pages.shell.cached import caching, networks
from pages.shell.language import say
from pages.shell.records import Choice, NetworkName, Picture
from pages.shell.staged import Staged
from pages.text import catalogue
from viz.stages.convolution.inside import stage
from viz.stages.convolution.inside.stage import InsideView

STAGE = "inside"
COLOURS = {3: ("red", "green", "blue"), 1: ("brightness",)}  # by the number of a picture's channels
OF_A_LAYER = ("channel", "row", "column", "input_channel", "added")


@dataclass(frozen=True)
class Shown:
    """What is on stage: the visitor's choice, the layer and its output channel, and that channel in parts."""

    chosen: Choice
    layer: str
    channel: int
    sums: PartialSums

    @property
    def names(self) -> tuple[str, ...] | None:
        """The input channels' names, where they are the colours of the picture."""
        one = self.sums.convolution
        return COLOURS[one.inputs] if of_colours(self.chosen, self.layer, one) else None


def of_colours(chosen: Choice, layer: str, convolution: Convolution) -> bool:
    """Whether a convolution reads the picture itself."""
    made = networks.trace(chosen.picture, chosen.network)[layer]
    return made.inputs == ("input",) and not convolution.rearranged and convolution.inputs in COLOURS


def choose_layer(found: Sequence[Convolution]) -> str:
    """The list of convolutions; another one has its own channels and places."""
    by_name = {one.layer: one for one in found}
    return str(
        address.pick(
            st.selectbox,
            "layer",
            say("convolution_inside.layer"),
            tuple(by_name),
            forgets=OF_A_LAYER,
            format_func=lambda layer: describe(by_name[layer]),
        )
    )


def describe(one: Convolution) -> str:
    """A convolution in a line: what goes in and out, and how it is set."""
    way, extras = one.setting, ""
    if way.stride != (1, 1):
        extras += say("convolution_inside.stride_extra", stride=pair(way.stride))
    if way.dilation != (1, 1):
        extras += say("convolution_inside.dilation_extra", dilation=pair(way.dilation))
    if one.groups > 1:
        extras += say("convolution_inside.groups_extra", groups=one.groups)
    kernel = "×".join(str(size) for size in one.kernel)
    sizes = {"inputs": one.inputs, "outputs": one.outputs, "kernel": kernel}
    return say("convolution_inside.layer_option", layer=one.layer, extras=extras, **sizes)


def pair(sizes: tuple[int, int]) -> str:
    """Two sizes as one where they are equal."""
    return str(sizes[0]) if sizes[0] == sizes[1] else f"{sizes[0]}×{sizes[1]}"


def choose_channel(found: Sequence[Convolution], layer: str) -> int:
    """The output channel, as a number that can be typed and stepped."""
    outputs = next(one.outputs for one in found if one.layer == layer)

    def number(label: str, options: Sequence[int], **rest: Any) -> Any:
        return st.number_input(label, options[0], options[-1], step=1, **rest)

    told = say("convolution_inside.channel_help", last=outputs - 1)
    return int(address.pick(number, "channel", say("convolution_inside.channel"), range(outputs), help=told))


def current(chosen: Choice) -> Shown | None:
    """What the address asks for, as far as this network has it; None where it has no convolution to show."""
    found = {one.layer: one for one in cached.convolutions(chosen.picture, chosen.network)}
    if not found:
        return None
    layer = address.here().get("layer", "")
    layer = layer if layer in found else next(iter(found))
    channel = address.here().get("channel", "")
    legal = {str(number): number for number in range(found[layer].outputs)}
    return shown(chosen, layer, legal.get(channel, 0))


def shown(chosen: Choice, layer: str, channel: int) -> Shown:
    """What is on stage for that layer and channel."""
    return Shown(chosen, layer, channel, cached.partial_sums(chosen.picture, chosen.network, layer, channel))


def view_of(now: Shown) -> InsideView:
    """The view the address asks for."""
    return _staged(now).view()


def _staged(now: Shown) -> Staged[InsideView]:
    parts, first = now.sums.parts, now.sums.reads.start
    return Staged(STAGE, stage.begin(parts, first), stage.bounds_of(parts, first))


def put(now: Shown) -> None:
    """Mounts the stage."""
    picture, network = now.chosen.picture, now.chosen.network

    def payload() -> bytes:
        return _payload(picture, network, now.layer, now.channel, language.current())

    subject = (network, now.layer, now.channel, language.current(), picture.key, picture.digest)
    _staged(now).mount("convolution/inside", subject, payload, relayed=True)


def hear(now: Shown) -> None:
    """Mounts what tells Python of the view on stage."""
    _staged(now).hear(f"echo {STAGE}", layer=now.layer, channel=now.channel)


@caching.resource(8, caching.BY_KEY)
def _payload(picture: Picture, network: NetworkName, layer: str, channel: int, lang: str) -> bytes:
    now = shown(Choice(picture, network), layer, channel)
    trace = networks.trace(picture, network)
    chain = networks.neighbours(picture, network, layer)
    label = choice.label(picture.key)
    values = {"layer": layer, "channel": channel, "picture": label, "network": network}
    scene = stage.Scene(
        layer=layer,
        channel=channel,
        first=now.sums.reads.start,
        names=None
        if now.names is None
        else tuple(catalogue.say(lang, f"convolution_inside.colour.{name}") for name in now.names),
        parts=now.sums.parts,
        chain=tuple(stage.Stop(name, trace[name].kind, np.asarray(trace[name].values[0, channel])) for name in chain),
        alt=catalogue.counted(lang, "convolution_inside.alt", len(now.sums.reads), **values),
        title=catalogue.say(lang, "convolution_inside.title", **values),
        file=f"{network}-{layer}-{channel}-{picture.key}".replace(" ", "-"),
    )
    return stage.payload(scene, catalogue.group(lang, "convolution_inside.stage"))
