"""What can be taken from an edited picture: its pixels, the probabilities before and after, and lines of PyTorch."""

from __future__ import annotations

import csv
import io

from PIL import Image

from models.images.edit_text import write_edit
from models.images.edits import Edit
from pages.prediction.probe import cached
from pages.prediction.probe.words import SHOWN
from pages.shell import answering, export
from pages.shell.cached import networks
from pages.shell.language import say
from pages.shell.records import Choice

COLUMNS = ("class", "before", "after")


def put(chosen: Choice, edit: Edit) -> None:
    """The link, the files, and lines of PyTorch."""
    name = f"{chosen.network}-{chosen.picture.key}"
    files = (
        export.File(say("prediction_probe.save_png"), f"edited-{name}", "png", lambda: picture(chosen, edit)),
        export.File(say("prediction_probe.save_csv"), f"probabilities-{name}", "csv", lambda: table(chosen, edit)),
    )
    export.put(chosen, files, snippet(chosen, edit), part="probe")


def picture(chosen: Choice, edit: Edit) -> bytes:
    """A PNG of exactly the pixels that the network is given."""
    file = io.BytesIO()
    Image.fromarray(cached.edited_pixels(chosen.picture, chosen.network, edit)).save(file, "PNG")
    return file.getvalue()


def table(chosen: Choice, edit: Edit) -> str:
    """A CSV with one line a class."""
    before, after = (cached.probed(chosen.picture, chosen.network, one) for one in (Edit(), edit))
    file = io.StringIO()
    lines = csv.writer(file)
    lines.writerow([say(f"prediction_probe.columns.{column}") for column in COLUMNS])
    labels = networks.network(chosen.network).labels
    lines.writerows([label, f"{was:.9g}", f"{now:.9g}"] for label, was, now in zip(labels, before, after, strict=True))
    return file.getvalue()


def snippet(chosen: Choice, edit: Edit) -> str:
    """Lines of PyTorch that print the probabilities on stage."""
    meaning = networks.meaning(chosen.network)
    about = {"network": chosen.network, "edit": write_edit(edit), **export.picture_code(chosen)}
    about |= {"probabilities": answering.in_pytorch(meaning, "outputs"), "count": str(min(SHOWN, meaning.answers))}
    return export.code("prediction_probe", **about)
