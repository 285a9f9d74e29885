"""What is told of a network's layers: what each made of a picture, what feeds it, how it pools, how the last answer.

Values are [B, C, H, W] (picture, channel, row, column) or [B, F] (picture, feature).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np
from jaxtyping import Float32

from models.ops.shifting import Change

Values = Float32[np.ndarray, "batch channels rows columns"] | Float32[np.ndarray, "batch features"]
Span = tuple[int, int]
Reason = Literal["no_classes", "no_linear", "no_weights", "not_finite", "no_logits", "no_layer"]


@dataclass(frozen=True, eq=False)
class Activation:
    """What one layer made: `values` [B, C, H, W] or [B, F], read-only.

    `kind`: "Conv2d", "BatchNorm2d", "ReLU", "Add", "Cat" …, for layers of torch.nn the name of their class. `inputs`:
    the layers whose values went in, "input" for the batch itself. `module`: the path of the torch.nn layer that made
    it; None for a function, whose plain arguments (kernel_size, dim …) are then in `settings`. `whole`: the inputs went
    in as they are shown; False where channels were sliced or shuffled on the way, or something was computed that is
    neither maps nor features. `tensors`: what a function was given besides, its weights and constants, by the names of
    its arguments. `channels_last`: in the network its maps are [B, H, W, C].
    """

    name: str
    values: Values
    kind: str
    inputs: tuple[str, ...]
    module: str | None
    settings: Mapping[str, Any]
    whole: bool = True
    tensors: Mapping[str, Float32[np.ndarray, "..."]] = field(default_factory=dict)
    channels_last: bool = False


@dataclass(frozen=True, eq=False)
class Trace(Mapping[str, Activation]):
    """Everything one forward pass computed: the activations by layer name, in order of execution.

    `input`: the batch. `output`: what the network returned; of several things the one that counts (`outputs`).
    """

    input: Float32[np.ndarray, "batch channels rows columns"]
    output: Float32[np.ndarray, "..."]
    activations: Mapping[str, Activation] = field(repr=False)

    def __getitem__(self, layer: str) -> Activation:
        return self.activations[layer]

    def __iter__(self) -> Iterator[str]:
        return iter(self.activations)

    def __len__(self) -> int:
        return len(self.activations)

    @property
    def bytes(self) -> int:
        """What it holds in memory, at most: activations that share their memory are counted each."""
        return self.input.nbytes + sum(activation.values.nbytes for activation in self.values())


@dataclass(frozen=True)
class Link:
    """One layer: which layers feed it ("input" is the picture), and how PyTorch holds it.

    `module`: the path of the torch.nn layer that made it, None for a function. `channels_last`: it came out as
    [B, H, W, C]; `features`: as [B, F].
    """

    sources: tuple[str, ...]
    module: str | None
    channels_last: bool
    features: bool


@dataclass(frozen=True)
class PoolingLayer:
    """A layer that pools: its name, kind and settings, the layer before it, and the shapes (channels, rows, columns).

    `rows`, `columns`: the ranges of cells, half-open and cut to the map, that its windows read on each axis; `centres`:
    the middles of the whole windows, by rows and by columns.
    """

    name: str
    kind: str
    settings: Mapping[str, Any]
    source: str
    before: tuple[int, int, int]
    after: tuple[int, int, int]
    rows: tuple[Span, ...]
    columns: tuple[Span, ...]
    centres: tuple[tuple[float, ...], tuple[float, ...]]

    @property
    def everything(self) -> bool:
        """Whether one window holds the whole map: global pooling."""
        return self.after[1:] == (1, 1)


@dataclass(frozen=True)
class LayerChanges:
    """How far one pooling layer's input and output have changed, all channels together, one entry a shift."""

    before: tuple[Change, ...]
    after: tuple[Change, ...]


@dataclass(frozen=True)
class Recomputed:
    """One unit by hand beside what PyTorch computed.

    `operation`: the kind of the layer. `value`: by hand, None where that is not done, and `reason` says why. `terms`:
    how many numbers went in: products of a convolution, values of a window.
    """

    operation: str
    captured: float
    value: float | None
    terms: int
    reason: str | None = None

    @property
    def difference(self) -> float | None:
        """|by hand − captured|, None where nothing was worked out."""
        return None if self.value is None else abs(self.value - self.captured)


@dataclass(frozen=True)
class HeadStep:
    """One layer on the way from the last maps to the logits, and the shape (without the batch) that it made."""

    name: str
    kind: str
    shape: tuple[int, ...]


@dataclass(frozen=True)
class NoHead:
    """Why no last sum can be written.

    "no_classes": what the network returns is not one number for each class; "no_linear": no linear layer makes it;
    "no_weights": one does whose weights are made while it runs; "not_finite": it holds NaN or infinity; "no_logits": it
    returns probabilities, and no layer makes numbers whose softmax or sigmoid they are; "no_layer": what it returns is
    no layer's own output, but some of it, or worked out behind the last one.
    """

    reason: Reason
    steps: tuple[HeadStep, ...] = ()
