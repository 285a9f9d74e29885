"""What can be taken from a run: its path as a table, and lines of PyTorch that make the same updates."""

from __future__ import annotations

import csv
import io

from pages.shell import export
from pages.shell.language import say
from pages.shell.records import Choice
from pages.training.rate.case import Run
from viz.stages.kernel.view import text_of
from viz.stages.training.rate.view import RateView

COLUMNS = ("update", "first", "second", "loss")


def put(chosen: Choice, run: Run) -> None:
    """The whole section; the picture of the stage is saved on the stage."""
    file = export.File(say("training_rate.save_csv"), "descent", "csv", lambda: table(run))
    here = {name: text_of(value) for name, value in run.view.said().items()}
    export.put(chosen, (file,), snippet(run.view), part="rate", **here)


def table(run: Run) -> str:
    """A CSV with one line an update, the start first."""
    file = io.StringIO()
    lines = csv.writer(file)
    lines.writerow([say(f"training_rate.columns.{column}") for column in COLUMNS])
    for update, (weights, loss) in enumerate(zip(run.path.tolist(), run.losses.tolist(), strict=True)):
        lines.writerow([update, *weights, loss])
    return file.getvalue()


def snippet(view: RateView) -> str:
    """Lines of PyTorch that print the weights and the loss after every update on stage."""
    values = {"first": view.first, "second": view.second, "rate": view.rate, "momentum": view.momentum}
    return export.code("training_rate", **values, updates=view.updates)
