"""What the stage of an output channel in parts is sent, and what may come back from it.

Maps [channel, row, column]. Inputs and kernel slices travel as float32, as the network has them: the browser works the
parts out by itself, in double precision, so that every product it writes is a true one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

import numpy as np
from jaxtyping import Float, Int

from models.ops.partial_sums import Parts
from viz.stages.kernel.cell import CellView, within
from viz.stages.kernel.legal import Bounds
from viz.stages.kernel.payload import pack
from viz.stages.kernel.view import among, below, one_of

ORDERS = ("channel", "contribution", "size")
MOST_BYTES = 6_000_000  # of input maps in one message


@dataclass(frozen=True)
class InsideView(CellView):
    """What a visitor has settled on: the position, the input channel whose products are written out, the order of the
    parts, and how many of them are added up.
    """  # noqa: D205, one sentence

    input_channel: int = among("channels", start=0)
    order: str = one_of(ORDERS)
    added: int = below("steps")


@dataclass(frozen=True)
class Stop:
    """One captured map of the chain: its layer, and in a word what kind of layer that is."""

    layer: str
    kind: str
    values: Float[np.ndarray, "rows columns"]


@dataclass(frozen=True)
class Scene:
    """What is on stage: an output channel in parts, and the maps of the chain from the convolution on.

    `first`: the number of the first input channel that goes in; `names`: those of the input channels, where they have
    any; `alt`: the stage in a sentence; `title`: what stands on a saved picture; `file`: its name.
    """

    layer: str
    channel: int
    first: int
    names: tuple[str, ...] | None
    parts: Parts
    chain: tuple[Stop, ...]
    alt: str
    title: str
    file: str


def sent(parts: Parts, most_bytes: int = MOST_BYTES) -> Int[np.ndarray, " sent"]:
    """Which input channels travel: all of them, or those of the largest parts that fit into a message."""
    count, rows, columns = parts.inputs.shape
    fitting = max(1, most_bytes // (4 * rows * columns))
    if fitting >= count:
        return np.arange(count)
    return np.sort(np.argsort(-parts.sizes, kind="stable")[:fitting])


def begin(parts: Parts, first: int, most_bytes: int = MOST_BYTES) -> InsideView:
    """Where a view starts: at the strongest response, at the part that contributes most to it, with all parts added."""
    total = parts.total
    row, column = np.unravel_index(np.where(np.isfinite(total), total, -np.inf).argmax(), total.shape)
    travel = sent(parts, most_bytes)
    strongest = travel[np.nan_to_num(np.abs(parts.maps[travel, row, column])).argmax()]
    return InsideView(int(row), int(column), first + int(strongest), added=steps(parts, most_bytes))


def steps(parts: Parts, most_bytes: int = MOST_BYTES) -> int:
    """How many parts are shown: one an input channel that travels, and one for all others together."""
    travel = len(sent(parts, most_bytes))
    return travel + (travel < len(parts.inputs))


def payload(scene: Scene, words: Mapping[str, str], most_bytes: int = MOST_BYTES) -> bytes:
    """Everything the browser needs to take the channel apart without asking again."""
    parts, way = scene.parts, scene.parts.setting
    travel = sent(parts, most_bytes)
    others = np.setdiff1d(np.arange(len(parts.inputs)), travel)
    planes = {
        "inputs": parts.inputs[travel].astype(np.float32),
        "weights": parts.weights[travel].astype(np.float32),
        "rest": parts.maps[others].sum(axis=0).astype(np.float32),
        "chain": np.stack([stop.values for stop in scene.chain]).astype(np.float32),
    }
    header = {
        "layer": scene.layer,
        "channel": scene.channel,
        "numbers": [scene.first + int(index) for index in travel],
        "names": scene.names,
        "others": len(others),
        "bias": parts.bias,
        "setting": asdict(way),
        "chain": [{"layer": stop.layer, "kind": stop.kind} for stop in scene.chain],
        "alt": scene.alt,
        "title": scene.title,
        "file": scene.file,
        "words": dict(words),
    }
    return pack(header, planes)


def bounds_of(parts: Parts, first: int, most_bytes: int = MOST_BYTES) -> Bounds:
    """What a view can name: the places of the map, the input channels that travel, as many parts as are shown."""
    channels = [first + int(index) for index in sent(parts, most_bytes)]
    return {**within(parts.total.shape), "channels": channels, "steps": steps(parts, most_bytes) + 1}
