"""What a visitor builds: a stack of layers as a compact text, as the address has it, and the stacks to start from.

A layer is its kind (c: convolution, m: max-pooling), then kernel, stride, padding and dilation: "c3s1p1d1"; a stack is
layers joined by "-". Nothing that comes from an address or a browser is trusted: what isn't legal falls to the start.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from models.ops.receptive_field import STACKS, Layer, Stack
from viz.stages.kernel.legal import NOTHING_SHOWN, Bounds
from viz.stages.kernel.view import View, between, spelled, switch

LETTERS = {"convolution": "c", "pooling": "m"}
LAYER = re.compile(r"([cm])(\d{1,2})s(\d)p(\d)d(\d)", re.ASCII)
BOUNDS = {"kernel": (1, 11), "stride": (1, 4), "padding": (0, 5), "dilation": (1, 4)}
MOST_LAYERS = 24
SMALLEST, LARGEST = 8, 256  # pixels a side of the picture


def write_stack(layers: tuple[Layer, ...]) -> str:
    """The stack as the address has it."""
    return "-".join(f"{LETTERS[one.kind]}{one.kernel}s{one.stride}p{one.padding}d{one.dilation}" for one in layers)


def read_stack(text: object) -> tuple[Layer, ...] | None:
    """The layers that a text says; None if it says none, too many, or one out of bounds."""
    if not isinstance(text, str) or len(text) > MOST_LAYERS * len("c11s1p1d1-"):
        return None
    parts = text.split("-")
    found = [LAYER.fullmatch(part) for part in parts]
    if len(parts) > MOST_LAYERS or not all(found):
        return None
    layers = tuple(_layer(match) for match in found if match)
    return layers if all(_legal(layer) for layer in layers) else None


def _layer(said: re.Match[str]) -> Layer:
    kind = next(kind for kind, letter in LETTERS.items() if letter == said[1])
    return Layer(kind, *(int(said[number]) for number in range(2, 6)))


def _legal(layer: Layer) -> bool:
    return all(low <= getattr(layer, name) <= high for name, (low, high) in BOUNDS.items())


TEN = Stack((Layer("convolution", 3, 1, 1),) * 10, 64)
PRESETS = {name: (write_stack(stack.layers), stack.size) for name, stack in {**STACKS, "ten_3x3": TEN}.items()}
"""The stacks to start from, by name, each with the size of a picture it is made for."""
START = PRESETS["three_3x3"]


def _as_written(text: str) -> str | None:
    layers = read_stack(text)
    return None if layers is None else write_stack(layers)


@dataclass(frozen=True)
class BuildView(View):
    """What a visitor has settled on. `step`: how many layers are on stage; `zoom`: whether their field fills it."""

    stack: str = spelled(_as_written, start=START[0])
    size: int = between(SMALLEST, LARGEST, start=START[1])
    step: int = between(0, MOST_LAYERS)
    zoom: bool = switch()

    @property
    def layers(self) -> tuple[Layer, ...]:
        """The stack, which has been read before."""
        return read_stack(self.stack) or ()

    def read(self, said: object, bounds: Bounds = NOTHING_SHOWN) -> BuildView:
        """The view that an address or an event names; where the stack has no such step, all layers are on stage."""
        found = super().read(said, bounds)
        return found if 0 < found.step <= len(found.layers) else replace(found, step=len(found.layers))


def start_of(view: BuildView) -> BuildView:
    """What the page starts with; all layers of the stack at hand are on stage."""
    return BuildView(step=len(view.layers))
