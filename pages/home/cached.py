"""The whole network at a glance: what each layer costs, the stages it belongs to, and PyTorch's own counts."""

from __future__ import annotations

from models.records.costs import Group, Summary
from pages.shell.cached import caching
from pages.shell.cached.networks import GATE, PATIENCE, network, trace
from pages.shell.records import NetworkName, Picture


@caching.resource(16)
def summary(picture: Picture, name: NetworkName) -> Summary:
    """What every layer costs for one picture; the picture only lends its size."""
    from models.nets.structure.summary import summarize

    return summarize(network(name), trace(picture, name))


@caching.resource(16)
def stages(picture: Picture, name: NetworkName) -> tuple[Group, ...]:
    """The layers in stages, blocks and layers."""
    from models.nets.structure.stages import stages as found

    return found(summary(picture, name).layers, max(network(name).input_size))


@caching.data(64)
def counted_by_torch(picture: Picture, name: NetworkName) -> tuple[int, int, int]:
    """Trained numbers, multiply-adds for one picture in layers with a formula, and all others; by PyTorch."""
    chosen, seen = network(name), trace(picture, name).input
    with GATE.place(PATIENCE):
        from models.nets.structure.summary import multiply_adds_by_torch, parameters_by_torch

        return parameters_by_torch(chosen), *multiply_adds_by_torch(chosen, seen)
