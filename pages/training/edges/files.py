"""What can be taken from the recorded training: its curves as a table, and lines of PyTorch that repeat its answers."""

from __future__ import annotations

import csv
import io

from models.records.training import RecordedTraining
from pages.shell import export
from pages.shell.language import say
from pages.shell.records import Choice
from pages.training.edges.case import Moment
from viz.stages.kernel.view import text_of
from viz.stages.training.edges.view import EdgesView

COLUMNS = ("update", "loss", "accuracy", "rate", "held_out_loss", "held_out_accuracy")


def put(chosen: Choice, record: RecordedTraining, moment: Moment, view: EdgesView) -> None:
    """The whole section; the kernels are saved on the stage."""
    file = export.File(say("training_edges.save_csv"), "noise-to-edges", "csv", lambda: table(record))
    here = {name: text_of(value) for name, value in view.said().items()}
    export.put(chosen, (file,), snippet(moment), part="edges", **here)


def table(record: RecordedTraining) -> str:
    """A CSV with one line an update, counted from 0, and one for the end; what wasn't measured then is left empty."""
    file = io.StringIO()
    lines = csv.writer(file)
    lines.writerow([say(f"training_edges.columns.{column}") for column in COLUMNS])
    made = list(zip(record.loss.tolist(), record.accuracy.tolist(), record.rate.tolist(), strict=True))
    pairs = zip(record.held_out_loss.tolist(), record.held_out_accuracy.tolist(), strict=True)
    held = dict(zip(record.updates.tolist(), pairs, strict=True))
    for update in range(len(made) + 1):
        numbers = (*(made[update] if update < len(made) else ("", "", "")), *held.get(update, ("", "")))
        lines.writerow([update, *(f"{each:.6g}" if each != "" else "" for each in numbers)])
    return file.getvalue()


def snippet(moment: Moment) -> str:
    """Lines of PyTorch that print what the network kept last answers, beside what was recorded."""
    return export.code("training_edges", update=moment.snapshot.update, moment=moment.update)
