"""What the flashlight shines on: a picture, a kernel of one of the two layers, and that kernel's map in parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from models.images import square
from models.ops.flashlight import KERNELS, LAYERS, SIDE, as_channels, inputs_of, parts_of
from models.ops.partial_sums import Parts
from pages.convolution import cached
from pages.shell.cached import caching
from pages.shell.records import Picture


@dataclass(frozen=True, eq=False)
class Case:
    """`captured` is what PyTorch makes of the same inputs and weights: every map of the layer [map, row, column]."""

    picture: Picture
    layer: str
    kernel: str
    parts: Parts
    captured: np.ndarray

    @property
    def number(self) -> int:
        """The kernel's place among those of its layer, which is that of its map."""
        return tuple(KERNELS[self.layer]).index(self.kernel)

    @property
    def largest_difference(self) -> float:
        """Between by hand and PyTorch, over the whole map."""
        return float(np.abs(self.parts.total - self.captured[self.number]).max())


def read(query: Mapping[str, str]) -> tuple[str, str]:
    """The layer and the kernel that an address asks for; the first ones where it names none that is there."""
    layer = query.get("layer", "")
    layer = layer if layer in KERNELS else LAYERS[0]
    kernel = query.get("kernel", "")
    return layer, kernel if kernel in KERNELS[layer] else next(iter(KERNELS[layer]))


@caching.resource(32, caching.BY_KEY, of_network=False)
def case_of(picture: Picture, layer: str, kernel: str) -> Case:
    """The case of a picture, whose middle is shone on, and a kernel."""
    pixels = as_channels(np.asarray(square(picture.image, SIDE)))
    inputs = np.array(inputs_of(layer, pixels))
    weights = np.stack([each.weights for each in KERNELS[layer].values()])
    biases = np.array([each.bias for each in KERNELS[layer].values()])
    made = cached.kind_by_torch(inputs, weights, (0, 0), "conv2d", ())
    return Case(picture, layer, kernel, parts_of(layer, kernel, pixels), made + biases[:, None, None])
