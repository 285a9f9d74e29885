"""Which pixels does a unit of a network see, and how much does each of them matter?

`receptive_fields` follows the network layer by layer; `effective` (of `influence`) asks the gradient. Sizes are (rows,
columns) in pixels of the network's input, boxes half-open, the origin at the top left.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import torch
from torch import nn

from models.nets.capture.linking import INPUT, Choice, Step
from models.nets.fields.dependence import PROVEN, Dependence
from models.nets.fields.influence import effective
from models.nets.fields.misfit import REFUSALS, misfit
from models.nets.fields.moves import Field, Made, pixels, unknown, without_places
from models.nets.fields.rules import LOOKING, apart, field_after
from models.nets.fields.table import as_answer
from models.nets.fields.windows import kernel_of, settings_of
from models.nets.structure.outline import Outline, outline
from models.ops.geometry import pair
from models.records.receptive_field import Box, LayerRow, ReceptiveField

__all__ = ["Box", "ReceptiveField", "depend_on_picture", "effective", "layer_table", "receptive_fields"]


WAYS = {
    Choice.WAY: "which way the network takes to it depends on the picture",
    Choice.NUMBER: (
        "it depends on the picture in a way not followed here: before it the network reads a number from its values"
    ),
    Choice.CHANCE: "which way the network takes to it is left to chance",
}
"""Why fields aren't known of layers behind a look at values."""


def receptive_fields(
    module: nn.Module, input_size: tuple[int, int], *, picture: torch.Tensor | None = None
) -> dict[str, ReceptiveField]:
    """The field of every layer for pictures of `input_size` (rows, columns), by the names that `capture` gives.

    They are those of the network in evaluation mode, whichever it is in: in training, batch norm makes every unit
    depend on the whole batch. The module itself is neither run nor changed (see `outline`). Raises ImpossibleGeometry
    where a kernel does not fit on such pictures, ValueError for a module that looks at no places or cannot take them.

    A network that looks at its values may take another way for another picture. Given a `picture`, as the network takes
    it [1, C, rows, columns], the fields are those of the way that this one takes; without one they are unknown from
    the first look on.
    Recurrence: Araujo, Norris & Sim 2019, "Computing Receptive Fields of Convolutional Neural Networks".
    """
    return {row.name: row.field for row in layer_table(module, input_size, picture=picture)}


def depend_on_picture(fields: Mapping[str, ReceptiveField]) -> bool:
    """Whether fields found without a picture would be known with one."""
    return any(field.reason == WAYS[Choice.WAY] for field in fields.values())


def layer_table(
    module: nn.Module, input_size: tuple[int, int], *, picture: torch.Tensor | None = None
) -> tuple[LayerRow, ...]:
    """The layers in order of execution, each with its settings and its field; else as `receptive_fields`."""
    image = pair(input_size, "input_size", 1)
    try:
        drawn = outline(module, image, picture)
    except REFUSALS as error:
        raise misfit(module, image, error) from error
    if not any(step.kind in LOOKING for step in drawn.steps):
        raise ValueError(
            f"module is a {type(module).__name__} without convolution or pooling, but must have a layer of them: "
            "only then do its units see parts of a picture"
        )
    answers: dict[int, ReceptiveField] = {}
    return tuple(
        _as_row(made, step, answers.setdefault(id(field), as_answer(field)))
        for step, made, field in _followed(drawn, Dependence(module, image), on_picture=picture is not None)
    )


def _followed(drawn: Outline, dependence: Dependence, *, on_picture: bool) -> Iterator[tuple[Step, Made, Field]]:
    """Each step, what a rule may know of it, and its field."""
    parts = dict(drawn.module.named_modules())
    fields = {INPUT: pixels(dependence.image)}
    for step in drawn.steps:
        shape = tuple(step.tensor.shape)
        maps = shape[1:3] if step.rearranged else shape[2:]
        told = step.settings if step.module is None else settings_of(parts.get(step.module, drawn.module))
        made = Made(step.kind, told, (maps[0], maps[1]) if maps else None, step.rearranged, step.gap)
        sources = [fields[source] for source in step.sources]
        field = field_after(sources, made) if sources else apart(fields[INPUT], made)
        if step.choice > (Choice.WAY if on_picture else Choice.NONE):
            field = replace(unknown(fields[INPUT], WAYS[step.choice]), places=made.places or (1, 1))
        elif (
            step.choice == Choice.NONE and field.scope == "unknown" and sources and dependence.on_everything(step.name)
        ):
            field = replace(without_places(field, field.places), reason=PROVEN)
        fields[step.name] = field
        yield step, made, field


def _as_row(made: Made, step: Step, field: ReceptiveField) -> LayerRow:
    kernel = kernel_of(made)
    if kernel is None:
        return LayerRow(step.name, step.kind, None, None, None, None, field.places, field)
    dilation = kernel.dilation if "dilation" in made.settings or step.kind == "Conv2d" else None
    before = (kernel.padding[0][0], kernel.padding[1][0])
    return LayerRow(step.name, step.kind, kernel.size, kernel.stride, before, dilation, field.places, field)
