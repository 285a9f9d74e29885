"""What is a rule given that works out one unit, and what does it answer?

Maps are [channel, row, column] of one picture in double precision; features are maps of one cell.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from jaxtyping import Float, Float64
from torch import nn

Maps = Float64[np.ndarray, "_ _ _"]  # channels, rows, columns; each input has its own
Answer = tuple[float, int]
MAPS = 3  # channel, row, column


class NotByHand(Exception):  # noqa: N818 - it is an answer, not an error
    """A unit that is not worked out by hand, and why: a sentence."""


@dataclass(frozen=True)
class Case:
    """What a rule is given: the maps that go in, the shape that came out, the layer's settings, and the unit.

    `module`: the layer of torch.nn, None for a function, whose weights and constants are then in `tensors`, by the
    names of its arguments. `axes`: how many axes its input and its output have in the network, without the batch.
    `channels_last`: there they are [row, column, channel]. `batch`: the values of all pictures that go in.
    """

    inputs: Sequence[Maps]
    shape: tuple[int, int, int]
    settings: Mapping[str, Any]
    module: nn.Module | None
    unit: tuple[int, int, int]
    tensors: Mapping[str, np.ndarray] = field(default_factory=dict)
    axes: tuple[int, int] = (MAPS, MAPS)
    channels_last: bool = False
    batch: Float[np.ndarray, "..."] | None = None

    @property
    def maps(self) -> Maps:
        """The one input of a layer that has one."""
        if len(self.inputs) != 1:
            raise NotByHand("More than one layer goes into it.")
        return self.inputs[0]

    @property
    def own_maps(self) -> Float64[np.ndarray, "..."]:
        """The one input, its axes as the layer has them."""
        return self.as_own(self.maps, self.axes[0])

    @property
    def own_unit(self) -> tuple[int, ...]:
        """The unit by the axes of the layer's own output."""
        return self._by_own_axes(self.unit)

    @property
    def own_shape(self) -> tuple[int, ...]:
        """The shape of the layer's own output, without the batch."""
        return self._by_own_axes(self.shape)

    def _by_own_axes(self, numbers: tuple[int, int, int]) -> tuple[int, ...]:
        channel, row, column = numbers
        if self.axes[1] == 1:
            return (channel,)
        return (row, column, channel) if self.channels_last else numbers

    def as_own(self, maps: Maps, axes: int) -> Float64[np.ndarray, "..."]:
        """Maps [channel, row, column] with the axes that the layer has in the network."""
        if axes == 1:
            return maps.reshape(-1)
        return maps.transpose(1, 2, 0) if self.channels_last else maps

    def weight(self, name: str, chosen: int | slice = slice(None)) -> Float64[np.ndarray, "..."] | None:
        """A weight or a buffer of the layer, or the part of it that belongs to one channel; None if it has none."""
        if self.module is None:
            given = self.tensors.get(name)
            return None if given is None else np.asarray(given[chosen], np.float64)
        tensor = getattr(self.module, name, None)
        return None if tensor is None else np.asarray(tensor.detach()[chosen].double().cpu().numpy())

    def kernel(self) -> Float64[np.ndarray, "..."]:
        """The weights of the unit's own channel."""
        weights = self.weight("weight", self.unit[0])
        if weights is None:
            raise NotByHand("Its weights are made while the network runs.")
        return weights

    def bias(self) -> float:
        """The bias of the unit's own channel."""
        bias = self.weight("bias", self.unit[0])
        return 0.0 if bias is None else float(bias)


Rule = Callable[[Case], Answer]
