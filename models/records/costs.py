"""What a network costs, layer by layer, and the groups its layers are read in: plain values.

Shapes are [C, H, W] or [F], for one picture. Ranges of layers are half-open, in order of execution.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class LayerCost:
    """One layer as it ran on one picture. `shape`: of its output, [C, H, W] or [F].

    `inputs`: the layers whose values went in, "input" for the picture. `parameters`: trained numbers, counted where the
    layer first runs. `multiply_adds`: products summed up, of convolutions and linear layers; all other kinds take none.
    `memory`: bytes of its output; 0 where it hands on what it got, as dropout does in evaluation mode. `by_formula`:
    the parameters follow from its shape; else they were counted one by one.
    """

    name: str
    kind: str
    shape: tuple[int, ...]
    inputs: tuple[str, ...]
    module: str | None
    parameters: int
    multiply_adds: int
    memory: int
    by_formula: bool


@dataclass(frozen=True)
class Summary:
    """All layers in order of execution. `unused`: trained numbers of parts that don't run in evaluation mode.

    >>> layer = LayerCost("conv1", "Conv2d", (6, 28, 28), ("input",), "conv1", 156, 117600, 18816, by_formula=True)
    >>> costs = Summary((layer,), unused=10)
    >>> costs.parameters, costs.multiply_adds, costs.memory
    (166, 117600, 18816)
    """

    layers: tuple[LayerCost, ...]
    unused: int

    @property
    def parameters(self) -> int:
        """All trained numbers, also those that aren't used here."""
        return self.unused + sum(layer.parameters for layer in self.layers)

    @property
    def multiply_adds(self) -> int:
        """Of all layers, for one picture."""
        return sum(layer.multiply_adds for layer in self.layers)

    @property
    def memory(self) -> int:
        """Bytes of all layers' outputs, kept at the same time as training does."""
        return sum(layer.memory for layer in self.layers)


@dataclass(frozen=True)
class Group:
    """Layers `start` up to `stop`, in order of execution. `children`: the groups in it; what they leave out are layers.

    `key`: like no other's of the network. `label`: what a person calls it.
    """

    key: str
    label: str
    start: int
    stop: int
    children: tuple[Group, ...] = ()
