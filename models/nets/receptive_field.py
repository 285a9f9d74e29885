"""Which pixels does a unit of a network see, and how much does each of them matter?

`receptive_fields` follows the network layer by layer; `effective` (of `influence`) asks the gradient. Sizes are (rows,
columns) in pixels of the network's input, boxes half-open, the origin at the top left.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from torch import nn

from models.nets.fields import Field, Made, Scope, field_after, pixels, unknown
from models.nets.influence import effective
from models.nets.layers import settings
from models.nets.linking import INPUT, Step
from models.nets.outline import outline
from models.ops.receptive_field import Axis, span

__all__ = ["Box", "ReceptiveField", "effective", "receptive_fields"]


@dataclass(frozen=True)
class Box:
    """Pixels from row `top` up to `bottom`, column `left` up to `right`, the last ones not included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class ReceptiveField:
    """What the units of one layer see of a picture of `image` (rows, columns) pixels.

    The unit at (row, column) sees `size` pixels from row·stride − padding on. `scope`: "exact"; "whole image" (then
    `size` is the image's, and stride and padding are 0); "unknown" (then all three are 0). `reason`: a sentence, unless
    exact. Where branches meet or layers are laid side by side, it is the smallest box that holds what any of them sees.
    """

    size: tuple[int, int]
    stride: tuple[int, int]
    padding: tuple[int, int]
    scope: Scope
    reason: str | None
    image: tuple[int, int]

    def box(self, row: int, column: int, clip: bool = True) -> Box:  # noqa: FBT001, FBT002 - as the project fixed it
        """The pixels that the unit at (row, column) sees; cut to the picture, or with `clip` off as they reach beyond.

        Raises ValueError when the field is unknown, or for a place before the first.
        """
        if self.scope == "unknown":
            raise ValueError(f"layer has an unknown field, but must have a known one: {self.reason}")
        if min(row, column) < 0:
            raise ValueError(f"row and column are {row} and {column}, but must be at least 0")
        (top, bottom), (left, right) = (
            span(Axis(size, stride, padding), place, limit if clip else None)
            for size, stride, padding, place, limit in zip(
                self.size, self.stride, self.padding, (row, column), self.image, strict=True
            )
        )
        return Box(top, left, bottom, right)


def receptive_fields(module: nn.Module, input_size: tuple[int, int]) -> dict[str, ReceptiveField]:
    """The field of every layer for pictures of `input_size` (rows, columns), by the names that `capture` gives.

    They are those of the network in evaluation mode, whichever it is in: in training, batch norm makes every unit
    depend on the whole batch. The module itself is neither run nor changed (see `outline`). Recurrence: Araujo, Norris
    & Sim 2019, "Computing Receptive Fields of Convolutional Neural Networks".
    """
    fields = {INPUT: pixels(input_size)}
    drawn = outline(module, input_size)
    for step in drawn.steps:
        fields[step.name] = _field_of(step, [fields[source] for source in step.sources], settings(drawn.module, step))
    del fields[INPUT]
    return {name: _as_answer(field) for name, field in fields.items()}


def _field_of(step: Step, inputs: list[Field], given: Mapping[str, Any]) -> Field:
    if step.gap:
        return unknown(inputs[0], "before it something is computed that is not a layer of maps or features")
    shape = tuple(step.tensor.shape)
    maps = shape[1:3] if step.rearranged else shape[2:]
    places = (maps[0], maps[1]) if maps else None
    return field_after(step.kind, inputs, Made(given, places, step.rearranged))


def _as_answer(field: Field) -> ReceptiveField:
    nothing = (0, 0)
    if field.scope != "exact":
        size = field.image if field.scope == "whole image" else nothing
        return ReceptiveField(size, nothing, nothing, field.scope, field.reason, field.image)
    rows, columns = field.rows, field.columns
    return ReceptiveField(
        (rows.size, columns.size),
        (rows.stride, columns.stride),
        (rows.padding, columns.padding),
        field.scope,
        field.reason,
        field.image,
    )
