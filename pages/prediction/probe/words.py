"""What is said about an edit: what it does, what it did to the answer, and how that is proved."""

from __future__ import annotations

import re

import numpy as np
from jaxtyping import Float64

from models.images.edits import Edit
from pages.prediction.probe import cached
from pages.shell.cached import networks
from pages.shell.language import compact, decimal, listed, say, whole
from pages.shell.proof import Proof, agree, apart
from pages.shell.records import Choice
from viz.stages.prediction.probe.stage import Row

MARKS = re.compile(r"([\\`*_\[\]<>~$#|:])")
SHOWN = 4  # classes before, and as many after
HALF_OF_A_TENTH = 0.05
Probabilities = Float64[np.ndarray, " classes"]


def plain(text: str) -> str:
    """A text, maybe a stranger's, that Markdown shows as it is."""
    return MARKS.sub(r"\\\1", text)


def percent(probability: float) -> str:
    """A probability in percent, to a tenth."""
    return decimal(100 * probability, 1)


def tenths(part: int, of: int) -> str:
    """A share of whole numbers in percent, to a tenth, halves up: as the stage in the browser writes it."""
    return decimal((2000 * part + of) // (2 * of) / 10, 1)


def seconds(duration: float) -> str:
    """About how long something takes, in seconds."""
    return decimal(duration, 0) if duration >= 1 else decimal(max(0.1, duration), 1)


def change(before: float, after: float) -> str:
    """The change between two probabilities as they are written, in percentage points."""
    points = round(100 * after, 1) - round(100 * before, 1)
    return f"{'+' if points > HALF_OF_A_TENTH else ''}{decimal(points, 1)}"


def rows(before: Probabilities, after: Probabilities, labels: tuple[str, ...]) -> tuple[Row, ...]:
    """The classes that were or are among the most probable ones, those that were first."""
    best = [int(index) for side in (before, after) for index in np.argsort(-side, kind="stable")[:SHOWN]]
    found = []
    for index in dict.fromkeys(best):
        was, now = float(before[index]), float(after[index])
        texts = {"before": percent(was), "after": percent(now)}
        numbers = say("prediction_probe.numbers", **texts)
        found.append(Row(labels[index], was, now, texts["before"], texts["after"], change(was, now), numbers))
    return tuple(found)


def describe(edit: Edit) -> str:
    """What an edit does, in words."""
    parts = [name for name in ("mirrored", "upended") if getattr(edit, name)]
    said = [say(f"prediction_probe.did.{name}") for name in parts]
    for name, ways in (("right", ("right", "left")), ("down", ("down", "up"))):
        pixels = getattr(edit, name)
        if pixels:
            said.append(say(f"prediction_probe.did.{ways[pixels < 0]}", pixels=abs(pixels)))
    if edit.blur:
        said.append(say("prediction_probe.did.blur", deviation=compact(edit.blur / 2)))
    for name, start in (("grey", 0), ("brightness", 100), ("contrast", 100)):
        if getattr(edit, name) != start:
            said.append(say(f"prediction_probe.did.{name}", percent=getattr(edit, name)))
    if edit.cover is not None:
        size = {"rows": edit.cover.rows, "columns": edit.cover.columns}
        said.append(say("prediction_probe.did.cover", **size, fill=say(f"prediction_probe.stage.fill_{edit.fill}")))
    return listed(said) or say("prediction_probe.did.nothing")


def reading(chosen: Choice, edit: Edit) -> str:
    """What the edit did to the answer, in numbers."""
    labels = networks.network(chosen.network).labels
    before, after = (cached.probed(chosen.picture, chosen.network, one) for one in (Edit(), edit))
    old, new = int(before.argmax()), int(after.argmax())
    about = {"name": plain(labels[old]), "before": percent(before[old]), "after": percent(after[old])}
    if not edit.anything:
        return say("prediction_probe.reading_nothing", **about)
    if edit.cover is not None and edit.uncovered == Edit(edge=edit.edge):
        rows_, columns, _ = networks.seen(chosen.picture, chosen.network).shape
        share = tenths(edit.cover.rows * edit.cover.columns, rows_ * columns)
        said = say("prediction_probe.reading_cover", **about, share=share)
    else:
        text = describe(edit)
        said = say("prediction_probe.reading", **about, what=text[0].upper() + text[1:])
    key = "still" if old == new else "now"
    key += "" if networks.meaning(chosen.network).exclusive else "_each"
    return f"{said} {say(f'prediction_probe.{key}', name=plain(labels[new]), percent=percent(after[new]))}"


def proof(chosen: Choice, edit: Edit) -> Proof:
    """The edit by PyTorch's operations, and the answer by a pass of its own."""
    found = cached.probe_checked(chosen.picture, chosen.network, edit)
    values = networks.seen(chosen.picture, chosen.network).size
    about = {"values": whole(values), "different": whole(found.pixels), "levels": found.levels}
    meaning = networks.meaning(chosen.network)
    squashed = "softmax" if meaning.kind == "logits" else "sigmoid"
    through = say(f"prediction_probe.through_{squashed}") if meaning.scale == "logit" else ""
    return Proof(
        say("prediction_probe.proof", **about, through=through, difference=apart(found.probability)),
        holds=agree(found.probability) and found.levels <= 1,
    )
