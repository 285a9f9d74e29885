"""What can be taken from one update: every weight with its gradient, and lines of PyTorch that make the same update."""

from __future__ import annotations

import csv
import io

from pages.shell import export
from pages.shell.language import say
from pages.shell.records import Choice
from pages.training.update.case import Case
from viz.stages.training.update.view import start_of

COLUMNS = ("parameter", "index", "before", "gradient", "after")
PARAMETERS = ("convolution.weight", "convolution.bias", "linear.weight", "linear.bias")
ERRORS = {
    "cross_entropy": "nn.functional.cross_entropy(logits, target)",
    "squared_error": "0.5 * ((logits - nn.functional.one_hot(target, 3)) ** 2).sum()",
}
POOLS = {"max": "nn.MaxPool2d(2)", "average": "nn.AvgPool2d(2)"}


def put(chosen: Choice, case: Case) -> None:
    """The whole section; the picture of the stage is saved on the stage."""
    view = case.view
    name = f"update-{view.source}-{case.done + 1}"
    file = export.File(say("training_update.save_csv"), name, "csv", lambda: table(case))
    said = {name: str(value) for name, value in view.said().items() if value != start_of(view).said()[name]}
    export.put(chosen, (file,), snippet(case), part="update", **said)


def table(case: Case) -> str:
    """A CSV with one line a weight: before the update, its gradient, after it."""
    file = io.StringIO()
    lines = csv.writer(file)
    lines.writerow([say(f"training_update.columns.{column}") for column in COLUMNS])
    kinds = zip(PARAMETERS, case.before.all(), case.backward.gradient.all(), case.after.all(), strict=True)
    for name, *weights in kinds:
        for index, numbers in enumerate(zip(*(each.ravel() for each in weights), strict=True)):
            lines.writerow([name, index, *(f"{number:.9g}" for number in numbers)])
    return file.getvalue()


def snippet(case: Case) -> str:
    """Lines of PyTorch that make this update after those before it, and print what is on stage."""
    view = case.view
    return export.code(
        "training_update",
        picture=_rows(case.forward.picture.tolist()),
        weights=",\n".join(f"    {values}" for values in _initial(case)),
        label=view.label,
        error=ERRORS[view.loss],
        pool=POOLS[view.pool],
        rate=view.rate,
        updates=case.done + 1,
        kernel=view.kernel,
    )


def _initial(case: Case) -> list[list[float]]:
    return [each.ravel().tolist() for each in case.first.all()]


def _rows(rows: list[list[float]]) -> str:
    return "\n".join(f"    {row}," for row in rows)
