"""Convolution: by PyTorch for the proof lines, inside a network, and what sharing weights saves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from jaxtyping import Float32, Float64

from models.ops.sharing import Sharing
from pages.shell.cached import caching
from pages.shell.cached.networks import GATE, PATIENCE, network, trace
from pages.shell.records import NetworkName, Picture

if TYPE_CHECKING:
    from models.ops.partial_sums import Convolution, PartialSums


def convolved(
    image: Float64[np.ndarray, "rows columns"], kernel: Float64[np.ndarray, "taps_down taps_across"], **settings: Any
) -> Float32[np.ndarray, "output_rows output_columns"]:
    """What PyTorch makes of one plane and one kernel; the settings are those of `cross_correlate`."""
    from models.nets.oracles.reference import convolve

    return convolve(image, kernel, **settings)


@caching.data(128, of_network=False)
def kind_by_torch(
    inputs: Float64[np.ndarray, "channels rows columns"],
    weights: Float64[np.ndarray, "outer inner kernel_rows kernel_columns"],
    padding: tuple[int, int],
    layer: str,
    settings: tuple[tuple[str, int], ...],
) -> Float32[np.ndarray, "maps output_rows output_columns"]:
    """What PyTorch's `layer`, conv2d or conv_transpose2d, makes of a few maps; `settings`: stride, dilation, groups."""
    with GATE.place(PATIENCE):
        from models.nets.oracles.kinds import by_torch

        return by_torch(inputs, weights, padding=padding, transposed=layer == "conv_transpose2d", **dict(settings))


@caching.data(64, of_network=False)
def connected_by_torch(picture: Float64[np.ndarray, "rows columns"]) -> Float32[np.ndarray, "rows columns"]:
    """What PyTorch makes of a small picture by the fully connected layer of `models.ops.sharing`."""
    with GATE.place(PATIENCE):
        from models.nets.oracles.kinds import linear_by_torch
        from models.ops.sharing import connections

        return linear_by_torch(picture.ravel(), connections(picture.size)).reshape(picture.shape)


@caching.resource(64, of_network=False)
def weights_by_torch(sharing: Sharing) -> tuple[int, int]:
    """How many weights PyTorch's fully connected layer and its convolution of these sizes have."""
    from models.nets.oracles.kinds import weights

    return weights(sharing)


@caching.resource(8)
def shared_layers(name: NetworkName) -> dict[str, Sharing]:
    """The sizes of a network's convolutions, by layer, in order of execution."""
    chosen = network(name)
    with GATE.place(PATIENCE):
        from models.nets.oracles.kinds import convolutions as found

        return found(chosen)


@caching.resource(32)
def convolutions(picture: Picture, name: NetworkName) -> tuple[Convolution, ...]:
    """The network's convolutions that can be taken apart, in order of execution."""
    from models.nets.by_hand.partial_sums import convolutions as found

    return found(network(name), trace(picture, name))


@caching.resource(8)
def partial_sums(picture: Picture, name: NetworkName, layer: str, channel: int) -> PartialSums:
    """One output channel of a convolution, in the parts that its input channels contribute."""
    chosen, captured = network(name), trace(picture, name)
    with GATE.place(PATIENCE):
        from models.nets.by_hand.partial_sums import partial_sums as taken_apart

        return taken_apart(chosen, captured, layer, channel)
