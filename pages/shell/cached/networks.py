"""The networks, and what follows from a network and a picture: every layer's output, its answers, its fields."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import numpy as np
from jaxtyping import Float32, UInt8

from models.images.gate import Gate
from models.nets.own import from_python
from models.ops.feature_maps import MapStatistics, describe
from models.ops.meaning import Meaning
from pages.shell.cached import caching, host, own_networks
from pages.shell.records import NetworkName, Picture

if TYPE_CHECKING:
    from models.nets.network import Network
    from models.records.layers import Link, Recomputed, Trace
    from models.records.receptive_field import ReceptiveField


BUNDLED = (NetworkName("cifar10"), NetworkName("imagenette"))
THREADS = max(1, min(2, os.cpu_count() or 1))
PATIENCE = 60.0  # seconds a visitor waits for heavy work before being told that the house is full

MOST_NETWORKS = 4
NETWORKS_WEIGH = 600 * 2**20  # bytes, all that are kept together; the same for what they made of pictures
TRACES_WEIGH = 400 * 2**20

GATE = Gate(1)


def hold_freed_memory() -> None:
    """Asks the C library for one store of freed memory, used again by all visits: before their threads begin."""
    from models.nets.memory import hold_freed_memory as asked

    asked()


def return_freed_memory() -> None:
    """Gives the system back what was freed, as far as the C library can."""
    from models.nets.memory import return_freed_memory as given

    given()


def network_names() -> tuple[NetworkName, ...]:
    """The networks a visitor can choose; the first is the default. Doesn't import torch.

    The one that the server was started with, if any; the bundled ones; torchvision's; the visit's own last.
    """
    from models.nets.catalogue import names

    return tuple(map(NetworkName, (*own_networks.of_the_server(), *names(), *own_networks.own())))


@caching.weighed(NETWORKS_WEIGH, MOST_NETWORKS)
def _shared_network(name: NetworkName) -> Network:
    with GATE.place(PATIENCE):
        import torch

        from models.nets.catalogue import load

        torch.set_num_threads(THREADS)
        loaded = own_networks.from_the_server(name) if name == from_python.wanted() else load(name)
    host.current().settle()
    return loaded


def network(name: NetworkName) -> Network:
    """The network of that name: shared by all visitors, or the visit's own.

    One that the server was started with and that can't be shown isn't offered any more: the page begins anew.
    """
    try:
        return own_networks.find(name) if own_networks.is_own(name) else _shared_network(name)
    except own_networks.NotShown:
        host.current().begin_anew()
        raise  # in the warm-up, where there is no page


@caching.resource(64)
def seen(picture: Picture, name: NetworkName) -> UInt8[np.ndarray, "rows columns 3"]:
    """The pixels the network sees of a picture: cropped and resized, before the colours are normalised."""
    return network(name).picture(picture.image)


@caching.weighed(TRACES_WEIGH, 6)
def trace(picture: Picture, name: NetworkName) -> Trace:
    """Every layer's output for a picture."""
    chosen = network(name)
    with GATE.place(PATIENCE):
        from models.nets.capture import capture

        return capture(chosen, chosen.prepare(picture.image))


@caching.resource(8)
def fields(name: NetworkName) -> dict[str, ReceptiveField]:
    """The receptive field of every layer, as far as it is the same for all pictures."""
    chosen = network(name)
    with GATE.place(PATIENCE):
        from models.nets.receptive_field import receptive_fields

        with chosen.lock:
            return receptive_fields(chosen.module, chosen.input_size)


def fields_of(picture: Picture, name: NetworkName) -> dict[str, ReceptiveField]:
    """The receptive field of every layer that the picture passes through, on the way that it takes."""
    from models.nets.receptive_field import depend_on_picture

    common = fields(name)
    return _fields_on(picture, name) if depend_on_picture(common) else common


@caching.resource(32)
def _fields_on(picture: Picture, name: NetworkName) -> dict[str, ReceptiveField]:
    chosen = network(name)
    with GATE.place(PATIENCE):
        from models.nets.receptive_field import receptive_fields

        with chosen.lock:
            batch = chosen.prepare(picture.image)
            return receptive_fields(chosen.module, chosen.input_size, picture=batch)


@caching.data(512)
def answers(picture: Picture, name: NetworkName, count: int = 3) -> tuple[tuple[str, float], ...]:
    """The network's most probable answers for a picture, with their probabilities; or its first numbers."""
    output, found, labels = trace(picture, name).output[0].astype(np.float64), meaning(name), network(name).labels
    values = found.probabilities(output) if found.classes else output
    best = np.argsort(-values, kind="stable") if found.classes else np.arange(values.size)
    return tuple((labels[index], float(values[index])) for index in best[:count])


def meaning(name: NetworkName) -> Meaning:
    """What the numbers mean that the network answers with."""
    from models.nets.answers.meaning import meaning_of

    return meaning_of(network(name))


@caching.data(256)
def parameters(name: NetworkName) -> int:
    """How many trained numbers the network has."""
    return sum(parameter.numel() for parameter in network(name).module.parameters())


def maps(picture: Picture, name: NetworkName, layer: str) -> Float32[np.ndarray, "channels rows columns"]:
    """One layer's feature maps of a picture."""
    from viz.stages.feature_maps.maps.stage import as_maps

    return as_maps(trace(picture, name)[layer].values[0])


@caching.resource(64)
def described(picture: Picture, name: NetworkName, layer: str) -> MapStatistics:
    """What one layer's feature maps of a picture are like, map by map."""
    return describe(maps(picture, name, layer))


@caching.resource(256)
def by_hand(picture: Picture, name: NetworkName, layer: str, unit: tuple[int, int, int]) -> Recomputed:
    """One unit (channel, row, column) worked out from its inputs and weights."""
    from models.nets.by_hand.recompute import recompute

    return recompute(network(name), trace(picture, name), layer, *unit)


@caching.resource(64)
def colour_kernels(name: NetworkName, layer: str) -> Float32[np.ndarray, "channels 3 rows columns"] | None:
    """The kernels of a convolution that looks at red, green and blue; None for every other layer."""
    from models.nets.capture.layers import kernels

    found = kernels(network(name), layer)
    return found if found is not None and found.shape[1] == 3 else None  # noqa: PLR2004, red, green, blue


@caching.resource(64)
def first_kernels(name: NetworkName) -> Float32[np.ndarray, "channels colours rows columns"] | None:
    """The kernels of a network's first layer, where they are small enough to be slid by hand."""
    from models.nets.capture.layers import first_kernels as found

    return found(network(name))


def neighbours(picture: Picture, name: NetworkName, layer: str) -> tuple[str, ...]:
    """The chain of layers around `layer` that keeps channels apart: convolution, batch norm, activation."""
    from models.nets.capture.layers import followers

    return followers(trace(picture, name), layer)


@caching.resource(8)
def chain(name: NetworkName) -> dict[str, Link]:
    """Every layer by name, in order of execution: what feeds it, and how PyTorch holds it."""
    chosen = network(name)
    with GATE.place(PATIENCE):
        from models.nets.fields.chain import chain as found

        with chosen.lock:
            return found(chosen.module, chosen.input_size)


@caching.data(64)
def main_path(name: NetworkName) -> tuple[str, ...]:
    """The layers on the longest way through the network: past its shortcuts."""
    from models.nets.fields.chain import main_path as found

    return found(chain(name))
