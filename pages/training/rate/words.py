"""What is said about a run: the valley and its limit, what becomes of it and why; the proof; the rules with numbers."""

from __future__ import annotations

from collections.abc import Iterator
from math import log

import numpy as np

from models.ops import digits
from models.ops import valley as ops
from models.ops.valley import Factor
from pages.shell import language
from pages.shell.language import number, say
from pages.shell.proof import Proof, agree, apart
from pages.training.rate import cached
from pages.training.rate.case import FLAT, STEEP, Run, named
from viz.stages.training.rate.view import MOST_UPDATES

TRUSTED = 1e7  # a rounding may grow so many times, and nobody sees it


def valley(run: Run) -> str:
    """The two eigenvalues, and the limit that follows from the larger one."""
    about = {"flat": number(FLAT.curvature), "steep": number(STEEP.curvature), "limit": number(run.limit)}
    if run.view.momentum == 0:
        return say("training_rate.valley", **about)
    return say("training_rate.valley_momentum", **about, momentum=number(run.view.momentum))


def reading(run: Run) -> Iterator[str]:
    """What happens at this rate; before anything is run, only that it is yet to be predicted."""
    if run.view.updates == 0:
        yield say("training_rate.unrun")
        return
    at = run.view.updates
    first, second = (number(weight) for weight in run.path[at].tolist())
    numbers = {"update": language.whole(at), "first": first, "second": second, "loss": number(run.losses[at])}
    yield say("training_rate.reading", **numbers, start=number(run.losses[0]))
    yield say(f"training_rate.because_{run.outcome}", **_reasons(run))
    untouched = [name for (name, _), part in zip(named(), run.reached, strict=True) if part == 0]
    if len(untouched) == 1:
        yield say(f"training_rate.untouched_{untouched[0]}", limit=number(run.limit))


def _reasons(run: Run) -> dict[str, str]:
    """The rate, the limit, and the multiplier of both directions as it is written."""
    flat, steep = (multiplier(one) for one in run.factors)
    return {"rate": rate_said(run), "limit": number(run.limit), "flat": flat, "steep": steep}


def rate_said(run: Run) -> str:
    """The rate as it was chosen; of a fraction its value too."""
    text = language.written(run.view.rate)
    if "/" not in text:
        return text
    return say("training_rate.fraction", text=text, number=number(run.view.number))


def multiplier(factor: Factor) -> str:
    """What an update makes of a direction, in four digits, or as many as tell it from 1."""
    said = distinct(factor.signed)
    return said if factor.real else say("training_rate.turning", size=said)


def distinct(value: float) -> str:
    """A multiplier in four digits, or as many more as tell it from 1."""
    return language.written(digits.beside_one(value))


def proof(run: Run) -> Proof:
    """Path and eigenvalues by hand, beside those of torch."""
    view = run.view
    updates = comparable(run)
    by_hand = run.path[: updates + 1]
    by_torch = cached.path_by_torch((view.first, view.second), view.number, view.momentum, updates)
    largest = max(1.0, float(np.abs(by_hand).max()))
    difference = float(np.abs(by_hand - by_torch).max()) / largest
    eigenvalues = cached.eigenvalues_by_torch()
    hand = (FLAT.curvature, STEEP.curvature)
    away = max(abs(one - other) for one, other in zip(hand, eigenvalues, strict=True))
    about = {
        "updates": updates,
        "hand": language.listed([number(weight) for weight in by_hand[-1].tolist()], "and"),
        "torch": language.listed([number(weight) for weight in by_torch[-1].tolist()], "and"),
        "difference": apart(difference),
        "eigenvalues": language.listed([number(one) for one in hand], "and"),
        "by_torch": language.listed([number(one) for one in eigenvalues], "and"),
        "away": apart(away),
    }
    return Proof(say("training_rate.proof", **about), holds=agree(difference) and agree(away, STEEP.curvature))


def comparable(run: Run) -> int:
    """After how many updates two computations must still agree.

    A start that never touches a direction which grows stays there in exact numbers alone; after some updates, how
    somebody rounds decides where it goes.
    """
    growing = [one.size for one, part in zip(run.factors, run.reached, strict=True) if part == 0 and one.size > 1]
    return min([MOST_UPDATES, *(int(log(TRUSTED) / log(size)) for size in growing)])


def depth(run: Run) -> Iterator[str]:
    """The rules, with the numbers of this view put in."""
    yield say("training_rate.depths.valley")
    plain = (distinct(ops.factor(one.curvature, run.view.number).signed) for _, one in named())
    yield say("training_rate.depths.factor", rate=rate_said(run), **dict(zip(("flat", "steep"), plain, strict=True)))
    yield say("training_rate.depths.momentum")
    yield say("training_rate.depths.traps")
