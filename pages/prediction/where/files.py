"""What can be taken home of where an answer comes from: the parts as a table, and lines of PyTorch that print them."""

from __future__ import annotations

import csv
import io

from pages.prediction.lines import logits_code
from pages.prediction.where.case import Case
from pages.shell import export
from pages.shell.cached import networks
from pages.shell.language import say
from pages.shell.records import Choice

PARTS = {
    "average": "return torch.einsum('k,kij->ij', weight[label].double(), maps) / maps[0].numel()",
    "places": "return (weight[label].double().reshape(maps.shape) * maps).sum(dim=0)",
    "classes": "return {ending} / maps[0].numel()",
}
SCORE = "torch.einsum('k,kij->ij', weight[label, :, 0, 0].double(), maps)"


def put(chosen: Choice, case: Case) -> None:
    """The link, the table, and the lines of PyTorch."""
    name = f"where-{chosen.network}-{chosen.picture.key}"
    files = (export.File(say("prediction_where.save_parts"), name, "csv", lambda: table(case)),)
    export.put(chosen, files, snippet(chosen, case), part="where")


def table(case: Case) -> str:
    """A CSV with one line a cell: its place, its part of both logits, the difference; the biases last."""
    file = io.StringIO()
    lines = csv.writer(file)
    head = [say(f"prediction_where.columns.{name}") for name in ("row", "column", "difference", "bias")]
    lines.writerow([*head[:2], case.one.name, case.other.name, head[2]])
    one, other = case.one.parts, case.other.parts
    for (row, column), part in zip(_places(case), one.map.ravel(), strict=True):
        against = float(other.map[row, column])
        lines.writerow([row, column, float(part), against, float(part) - against])
    lines.writerow([head[3], "", one.bias, other.bias, one.bias - other.bias])
    return file.getvalue()


def _places(case: Case) -> list[tuple[int, int]]:
    rows, columns = case.one.parts.map.shape
    return [(row, column) for row in range(rows) for column in range(columns)]


def snippet(chosen: Choice, case: Case) -> str:
    """Lines of PyTorch that print the largest part and the sums of both classes."""
    head = case.head
    weighing = next(step for step in reversed(head.steps) if step.kind in ("Linear", "Conv2d"))
    zero = head.logits.size > networks.meaning(chosen.network).outputs  # a class before the others that gets nothing
    bias = "float(layer.bias[label])" if head.bias.any() else "0.0"
    if zero and head.bias.any():
        bias = "label * float(layer.bias[0])"
    weight = "torch.cat([torch.zeros_like(layer.weight), layer.weight])  # no counts as 0" if zero else "layer.weight"
    score = f"{SCORE} + {bias}"
    ending = f"({score}).relu()" if head.rectified else f"({score})"
    return export.code(
        "prediction_where",
        network=chosen.network,
        source=case.layer,
        layer=weighing.name,
        weight=f"weight = {weight}",
        logits="\n".join(logits_code(head, networks.meaning(chosen.network), zero=zero)),
        parts=PARTS[head.form].format(ending=ending),
        bias="0.0  # it is in every part" if head.form == "classes" else bias,
        label=case.one.label,
        other=case.other.label,
        **export.picture_code(chosen),
    )
