"""The head of every part about batches: the strip of pictures, what can be added, and the tensor of the network.

The batch and the tensor stand in the address; what isn't known there is left out. To be called outside fragments, for
another batch concerns the whole page.
"""

from __future__ import annotations

import numpy as np
import streamlit as st

from models.records.batch_norm import Place
from pages.batch_norm import batch_adding, cached
from pages.batch_norm.batch_adding import MOST, members_of, write
from pages.shell import address, language, progress
from pages.shell.cached import caching, networks
from pages.shell.language import say
from pages.shell.records import Choice, Member, Now
from viz.hosts.streamlit.mount import mount
from viz.stages.batch_norm.strip.strip import Thumbnail, payload
from viz.stages.batch_norm.strip.strip import small as smaller

MOST_VALUES = 1 << 24  # of one tensor: 67 MB, and twice as much while its statistics are taken
WITH_BATCH_NORM = "cifar10"


def choose(chosen: Choice) -> Now:
    """Draws the head; the batch and the tensor that are chosen in it."""
    with progress.loading():
        cached.batch_places(chosen.network)
    members = members_of(chosen)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        place = _tensor(chosen)
        batch_adding.popover(chosen, members)
    _strip(chosen, members)
    batch_adding.tell_refusals()
    _without_batch_norm(chosen)
    fitting = _fitting(members, place)
    values = cached.batch_values(fitting, chosen.network, place.name)
    layer = None if place.layer is None else cached.batch_norm_layer(chosen.network, place.layer)
    return Now(fitting, chosen.network, place.name, values, layer)


def channel(now: Now) -> int:
    """The list of channels; the one that is chosen."""
    label = say("batch.channel")
    count = now.values.shape[1]
    return int(address.pick(st.selectbox, "channel", label, tuple(range(count)), width=160))


def _tensor(chosen: Choice) -> Place:
    """The list of tensors; what a batch norm reads is what the page starts with."""
    places = {place.name: place for place in cached.batch_places(chosen.network)}
    read = [name for name in places if name.startswith("bn:")]
    path = set(networks.main_path(chosen.network))
    read = [name for name in read if places[name].layer in path] or read
    start = read[len(read) // 2] if read else list(places)[min(1, len(places) - 1)]
    name = address.pick(
        st.selectbox,
        "tensor",
        say("batch.tensor"),
        tuple(places),
        start=start,
        forgets=("channel",),
        format_func=lambda name: _tensor_label(places[name]),
        width=430,
    )
    return places[name]


def _tensor_label(place: Place) -> str:
    channels, rows, columns = place.shape
    kind = "read" if place.name.startswith("bn:") else "input" if place.name == "input" else "made"
    name = place.layer if kind == "read" else place.name
    kind = "input_grey" if kind == "input" and channels == 1 else kind
    return say(f"batch.tensor_{kind}", name=name, channels=channels, rows=rows, columns=columns)


def named(tensor: str) -> str:
    """What a title calls the tensor: never its key."""
    kind = "read" if tensor.startswith("bn:") else "input" if tensor == "input" else "made"
    return say(f"batch.named_{kind}", name=tensor.removeprefix("bn:"))


def _fitting(members: tuple[Member, ...], place: Place) -> tuple[Member, ...]:
    """The members whose values fit into memory; it is said where these aren't all."""
    most = max(1, MOST_VALUES // int(np.prod(place.shape)))
    if most < len(members):
        st.info(say("batch.too_large", shown=most, count=len(members)))
    return members[:most]


def _without_batch_norm(chosen: Choice) -> None:
    """A network without batch norm is told of, and another one offered."""
    if any(place.layer for place in cached.batch_places(chosen.network)):
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        key = "by_function" if cached.normalizes_by_function(chosen.network) else "no_batch_norm"
        st.info(say(f"batch.{key}", network=chosen.network))
        st.button(say("batch.take", network=WITH_BATCH_NORM), key="batch network", on_click=_change_network)


def _change_network() -> None:
    address.change({"network": WITH_BATCH_NORM, "tensor": None, "channel": None})


def _strip(chosen: Choice, members: tuple[Member, ...]) -> None:
    def dropped(key: object) -> None:
        left = [member.key for member in members if member.key != key]
        if left:
            write(left, chosen)

    thumbnails = tuple(Thumbnail(member.key, member.label, _small(member)) for member in members)
    mount(
        "batch_norm/strip", payload(thumbnails, MOST, language.group("batch.strip")), key="batch strip", dropped=dropped
    )


@caching.resource(512, of_network=False)
def _small(member: Member) -> np.ndarray:
    return smaller(member.image)
