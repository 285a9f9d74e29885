"""What is said about one update: the loss before and after it, what was promised, three ways to the same gradient."""

from __future__ import annotations

import numpy as np

from pages.shell.language import compact, counted, number, percent, say, whole
from pages.shell.proof import Proof, agree, apart
from pages.training.update import cached
from pages.training.update.case import Case
from viz.stages.training.update.pictures import CLASSES, FAMILIES, OWN, family_of


def classes() -> dict[str, list[str]]:
    """What the classes of each family are called; those of a visitor's own picture have no names but numbers."""
    named = {
        family: [say(f"training_update.source_{member}") for member in members] for family, members in FAMILIES.items()
    }
    return {**named, OWN: [say("training_update.class", number=label) for label in range(CLASSES)]}


def reading(case: Case) -> str:
    """The loss before and after, and whether the step kept its promise."""
    view = case.view
    about = {
        "class": classes()[family_of(view.source)][view.label],
        "loss": say(f"training_update.stage.loss_{view.loss}"),
        "number": whole(case.done + 1),
        "rate": compact(view.rate),
        "before": number(case.forward.loss),
        "promised": number(case.promised),
    }
    said = [say("training_update.reading", **about), _outcome(case, about)]
    if not case.backward.convolution[view.kernel].any():
        said.append(say("training_update.reading_silent", kernel=view.kernel))
    return " ".join(said)


def _outcome(case: Case, about: dict[str, str]) -> str:
    if not np.isfinite(case.again.loss):
        return say("training_update.reading_no_number", **about)
    about = {**about, "after": number(case.again.loss), "fall": number(abs(case.fall))}
    if case.promised == 0:
        return say("training_update.reading_still", **about)
    if case.fall < 0:
        return say("training_update.reading_rises", **about)
    return say("training_update.reading_falls", **about, share=percent(case.fall / case.promised, 1))


def proof(case: Case) -> Proof:
    """Every gradient by hand, by PyTorch's autograd and by finite differences."""
    found, by_hand = cached.apart(case.view, case.forward.picture), case.backward.gradient
    largest = max(float(np.abs(each).max()) for each in by_hand.all())
    count = sum(each.size for each in by_hand.all())
    about = {"by_torch": apart(found.from_torch), "by_trying": apart(found.from_trying), "largest": number(largest)}
    said = counted("training_update.proof", count, **about)
    if not agree(found.from_trying, largest):
        said = f"{said} {say('training_update.kink')}"
    return Proof(said, holds=agree(found.from_torch, largest))
