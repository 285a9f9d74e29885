"""What can be taken from the strongest patches: a table of them, and lines of PyTorch that print them."""

from __future__ import annotations

import csv
import io

from pages.receptive_field.top_patches.case import HERE, Case
from pages.receptive_field.top_patches.words import shown
from pages.shell import choice, export, pictures
from pages.shell.cached import networks
from pages.shell.language import say
from viz.stages.receptive_field.top_patches.stage import TopPatchesView

COLUMNS = ("rank", "picture", "row", "column", "value", "top", "left", "bottom", "right")


def put(case: Case, view: TopPatchesView) -> None:
    """The whole section; the picture of the stage is saved on the stage."""
    name = f"{case.chosen.network}-{case.layer}-{view.channel}-{case.where}"
    file = export.File(say("receptive_field_top_patches.save_csv"), name, "csv", lambda: table(case, view))
    address = {"part": "top_patches", "layer": case.layer, "channel": str(view.channel)}
    export.put(case.chosen, (file,), snippet(case, view), **address)


def table(case: Case, view: TopPatchesView) -> str:
    """A CSV with one line a patch; of its box the last row and column are not included."""
    file = io.StringIO()
    lines = csv.writer(file)
    lines.writerow([say(f"receptive_field_top_patches.columns.{column}") for column in COLUMNS])
    peaks, channel = case.peaks, view.channel
    for rank in range(shown(case, view)):
        row, column = int(peaks.rows[channel, rank]), int(peaks.columns[channel, rank])
        (top, bottom), (left, right) = case.spans[0][row], case.spans[1][column]
        picture = choice.label(case.pictures[peaks.sources[channel, rank]].key)
        lines.writerow([rank + 1, picture, row, column, f"{peaks.values[channel, rank]:.9g}", top, left, bottom, right])
    return file.getvalue()


def snippet(case: Case, view: TopPatchesView) -> str:
    """Lines of PyTorch that print the patches on stage: with a hook where a module made the maps, else by torch.fx."""
    module = networks.trace(case.chosen.picture, case.chosen.network)[case.layer].module
    about = {"network": case.chosen.network, "layer": case.layer, "channel": view.channel, "count": view.count}
    watched = export.code(
        f"receptive_field_top_patches_{'hook' if module == case.layer else 'graph'}", layer=case.layer
    )
    return export.code("receptive_field_top_patches", **about, **_pictures(case), watch=watched.rstrip())


def _pictures(case: Case) -> dict[str, str]:
    """How lines of Python get at the pictures on stage, by name."""
    if case.where == HERE:
        found = export.picture_code(case.chosen)
        return {"readers": found["reader"], "pictures": f'{{"{case.chosen.picture.key}": {found["picture"]}}}'}
    own = [one.key for one in case.pictures if one.key.startswith(pictures.OWN)]
    text = "{each.name: sample(each.name) for each in samples()}"
    for key in own:
        text += f'\npictures["{key}"] = decode(open("{key.replace(" ", "-")}.jpg", "rb").read())  # your own file'
    return {"readers": "decode, sample, samples" if own else "sample, samples", "pictures": text}
