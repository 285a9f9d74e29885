"""What the stage of a whole network is sent: its layers with their costs, their groups, their strongest maps.

Shapes are [C, H, W] or [F]. A group holds layers from `start` up to `stop`, half-open, in order of execution.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from jaxtyping import Float, Float32, UInt8

from viz.stages.kernel.legal import Bounds
from viz.stages.kernel.payload import encode, pack
from viz.stages.kernel.view import View, among, several

ALL = "all"
MOST_CELLS = 28  # a side of a small map


@dataclass(frozen=True)
class Layer:
    """One layer: what it makes and costs, what feeds it ("input" for the picture), which pages are about it."""

    name: str
    kind: str
    shape: tuple[int, ...]
    inputs: tuple[str, ...]
    parameters: int
    multiply_adds: int
    memory: int
    pages: tuple[str, ...]


@dataclass(frozen=True)
class Block:
    """A group of layers with the groups inside it; `key` is like no other's, `label` what a person calls it."""

    key: str
    label: str
    start: int
    stop: int
    children: tuple[Block, ...]


@dataclass(frozen=True, eq=False)
class Strongest:
    """The maps of the layer number `layer` that are highest on average: their channels, averages, and values."""

    layer: int
    channels: tuple[int, ...]
    means: tuple[float, ...]
    maps: Float32[np.ndarray, "maps rows columns"]


@dataclass(frozen=True)
class Answer:
    """One answer of the network: its name, its share of a bar (None for a plain number), and how it is written."""

    name: str
    share: float | None
    text: str


@dataclass(frozen=True)
class Scene:
    """The network on stage: all its layers in order of execution, and its stages."""

    layers: tuple[Layer, ...]
    blocks: tuple[Block, ...]
    strongest: tuple[Strongest, ...]
    picture: UInt8[np.ndarray, "rows columns 3"]
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class OverviewView(View):
    """Which groups are unfolded: their keys between commas, or "all". `at`: the layer brought into view and traced."""

    open: str = several("groups", ALL)
    at: str = among("layers", start="")


def groups(blocks: Sequence[Block]) -> Iterator[Block]:
    """All groups, those inside others too."""
    for block in blocks:
        yield block
        yield from groups(block.children)


def bounds_of(blocks: Sequence[Block], names: Collection[str] = ()) -> Bounds:
    """What a view of this network can name."""
    return {"groups": [block.key for block in groups(blocks)], "layers": names}


def read_page(event: object, layers: Sequence[Layer]) -> tuple[str, str] | None:
    """The page, and the layer on it, that `event` asks for; None where it isn't one that is offered."""
    asked = event.get("go") if isinstance(event, Mapping) else None
    if not isinstance(asked, Sequence) or len(asked) != 2:  # noqa: PLR2004 - a page and a layer
        return None
    page, name = asked
    offered = any(layer.name == name and page in layer.pages for layer in layers)
    return (page, name) if offered else None


def strongest(
    layer: int, maps: Float32[np.ndarray, "channels rows columns"], count: int, side: int = MOST_CELLS
) -> Strongest:
    """The `count` maps of a layer with the highest averages, the highest first, at most `side` cells a side."""
    means = maps.mean(axis=(1, 2), dtype=np.float64)
    best = np.argsort(-np.nan_to_num(means, nan=-np.inf), kind="stable")[:count]
    small = shrunk(maps[best].astype(np.float64), side).astype(np.float32)
    return Strongest(layer, tuple(int(one) for one in best), tuple(float(means[one]) for one in best), small)


def shrunk(maps: Float[np.ndarray, "maps rows columns"], side: int) -> Float[np.ndarray, "maps less fewer"]:
    """The maps averaged down to at most `side` rows and columns: each cell is the mean of those it stands for."""
    for axis in (1, 2):
        size = maps.shape[axis]
        if size > side:
            edges = np.linspace(0, size, side + 1).round().astype(int)
            counts = np.diff(edges).reshape([-1 if one == axis else 1 for one in range(3)])
            maps = np.add.reduceat(maps, edges[:-1], axis=axis) / counts
    return maps


def payload(scene: Scene, captions: Mapping[str, str], words: Mapping[str, str]) -> bytes:
    """The whole stage."""
    numbers = {layer.name: index for index, layer in enumerate(scene.layers)}
    layers = [
        {**asdict(layer), "inputs": [numbers.get(source, -1) for source in layer.inputs]} for layer in scene.layers
    ]
    header: dict[str, Any] = {
        "layers": layers,
        "groups": [asdict(block) for block in scene.blocks],
        "answers": [asdict(answer) for answer in scene.answers],
        "captions": dict(captions),
        "words": dict(words),
    }
    planes = {"picture": scene.picture}
    header["strongest"] = [
        {
            "layer": each.layer,
            "channels": each.channels,
            "means": [None if not np.isfinite(mean) else mean for mean in each.means],
            "plane": f"maps {each.layer}",
        }
        for each in scene.strongest
    ]
    for each in scene.strongest:
        packed = encode(each.maps)
        planes[f"maps {each.layer}"] = packed.codes
        planes[f"low {each.layer}"], planes[f"step {each.layer}"] = packed.low, packed.step
    return pack(header, planes)
