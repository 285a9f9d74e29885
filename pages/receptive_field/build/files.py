"""What can be taken from a stack: the recurrence as a table, and lines of PyTorch that build the stack and ask it."""

from __future__ import annotations

import csv
import io

from models.ops.receptive_field import Layer
from pages.receptive_field.build.case import CONVOLUTION, LARGEST_PROVED, Step, settings
from pages.shell import export
from pages.shell.language import say
from pages.shell.records import Choice
from viz.stages.receptive_field.build.view import LETTERS, BuildView

COLUMNS = ("number", "kind", "kernel", "stride_set", "padding_set", "dilation", "field", "stride", "padding", "output")


def put(chosen: Choice, steps: tuple[Step, ...], view: BuildView) -> None:
    """The whole section; the picture of the stage is saved on the stage."""
    file = export.File(say("receptive_field_build.save_csv"), "stack", "csv", lambda: table(steps))
    export.put(chosen, (file,), snippet(steps, view), part="build", stack=view.stack, size=str(view.size))


def table(steps: tuple[Step, ...]) -> str:
    """A CSV with one line a layer."""
    file = io.StringIO()
    lines = csv.writer(file)
    lines.writerow([say(f"receptive_field_build.columns.{column}") for column in COLUMNS])
    for step in steps:
        one, field = step.layer, step.field
        kind = say(f"receptive_field_build.stage.kind_{LETTERS[one.kind]}")
        setting = (one.kernel, one.stride, one.padding, one.dilation)
        lines.writerow([step.number, kind, *setting, field.size, field.stride, field.padding, step.output])
    return file.getvalue()


def snippet(steps: tuple[Step, ...], view: BuildView) -> str:
    """Lines of PyTorch that print the sizes of the maps and, where the field isn't too large, what a unit reads."""
    lines = "\n".join(f"    {_layer(layer)}," for layer in view.layers)
    code = export.code("receptive_field_build", layers=lines, size=view.size)
    field = steps[-1].field.size
    if field > LARGEST_PROVED:
        return code
    more = {"field": field, "settings": list(settings(view.layers))}
    return f"{code}\n{export.code('receptive_field_build_field', **more)}"


def _layer(one: Layer) -> str:
    name, channels = ("Conv2d", "1, 1, ") if one.kind == CONVOLUTION else ("MaxPool2d", "")
    return f"nn.{name}({channels}{one.kernel}, stride={one.stride}, padding={one.padding}, dilation={one.dilation})"
