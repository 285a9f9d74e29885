"""What is said about a stack: what a unit of it sees, in how many ways, at what cost; the proof; the recurrence."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from jaxtyping import Int

from models.ops.effective_field import deviation
from models.ops.receptive_field import Layer, uniform_deviation
from pages.receptive_field import cached
from pages.receptive_field.build.case import (
    CONVOLUTION,
    LARGEST_PROVED,
    Step,
    field_of,
    settings,
    uniform,
    ways,
    weights,
)
from pages.shell.language import counted, number, say, scientific, whole
from pages.shell.proof import Proof, agree, apart
from viz.stages.receptive_field.build.view import LETTERS, BuildView

SAFE = 1_000_000_000_000_000  # whole numbers up to here are written out
Row = dict[str, str | int | None]


def digits(number: int) -> str:
    """A whole number in groups of three; a very long one to four digits with its power of ten."""
    if number < SAFE:
        return whole(number)
    figures, power = scientific(number, 3).split("e+")
    return f"{figures} × 10^{int(power)}"


def reading(steps: tuple[Step, ...], view: BuildView) -> str:
    """What one unit of the last layer sees, and what becomes of the picture."""
    last = steps[-1]
    about = {"layers": len(steps), "field": digits(last.field.size), "stride": digits(last.field.stride)}
    problem = next((step.problem for step in steps if step.problem is not None), None)
    if problem is not None:
        reason = say(
            f"receptive_field_build.stage.impossible_{problem.argument}", number=problem.number, **problem.numbers
        )
        return say("receptive_field_build.reading_impossible", **about, reason=reason)
    sizes = {"size": view.size, "output": last.output}
    larger = " " + say("receptive_field_build.larger", size=view.size) if last.field.size > view.size else ""
    return say("receptive_field_build.reading", **about, **sizes) + larger


def notes(steps: tuple[Step, ...], view: BuildView) -> Iterator[str]:
    """The gaps in the field, the weights it costs, and how its ways are spread."""
    layers, field = view.layers, steps[-1].field.size
    counts = ways(layers)
    if counts is None:
        yield say("receptive_field_build.uncounted")
    else:
        yield _read(counts)
    convolutions = sum(one.kind == CONVOLUTION for one in layers)
    if convolutions:
        cost = {"weights": weights(layers), "one": digits(field**2), "field": digits(field)}
        yield counted("receptive_field_build.weights", convolutions, **cost)
    kernel = uniform(layers)
    about = {"field": digits(field), "layers": len(layers)}
    if kernel is not None:
        spread = number(uniform_deviation(len(layers), kernel))
        yield say("receptive_field_build.spread_uniform", **about, kernel=kernel, deviation=spread)
    elif counts is not None:
        mass = counts.astype(np.float64)
        spread = number(deviation(np.outer(mass, mass))[0])
        yield say("receptive_field_build.spread", **about, deviation=spread)


def _read(counts: Int[np.ndarray, " pixels"]) -> str:
    """How many pixels of the field count, and in how many ways."""
    used, most = int((counts > 0).sum()), int(counts.max())
    about = {"used": whole(used**2), "all": whole(len(counts) ** 2), "most": digits(most**2)}
    kind = "gaps" if used < len(counts) else "full_once" if most == 1 else "full"
    return say(f"receptive_field_build.{kind}", **about, least=digits(int(counts[0]) ** 2))


def proof(layers: tuple[Layer, ...]) -> Proof:
    """The field and its ways by the recurrence, beside the gradient of the same stack in PyTorch."""
    field, counts = field_of(layers), ways(layers)
    if counts is None or field > LARGEST_PROVED:
        return Proof(say("receptive_field_build.proof_not", field=digits(field), most=LARGEST_PROVED))
    by_hand = np.outer(counts.astype(np.float64), counts.astype(np.float64))
    by_torch = cached.ways_by_gradient(settings(layers), field)
    rows = np.flatnonzero(by_torch.any(axis=1))
    difference = float(np.abs(by_hand - by_torch).max() / by_hand.max())
    about = {"field": field, "seen": int(rows[-1] - rows[0] + 1), "used": whole(int((by_hand > 0).sum()))}
    told = apart(difference)
    return Proof(
        say("receptive_field_build.proof", **about, by_torch=whole(int((by_torch > 0).sum())), difference=told),
        holds=agree(difference) and about["field"] == about["seen"],
    )


def table(steps: tuple[Step, ...]) -> list[Row]:
    """The recurrence, one line a layer, with the numbers put in."""
    return [
        {say(f"receptive_field_build.columns.{name}"): value for name, value in row(step).items()} for step in steps
    ]


def row(step: Step) -> Row:
    """One line of the table."""
    one, before, field = step.layer, step.before, step.field
    taken = "–" if step.output is None else _size(step)
    return {
        "number": step.number,
        "kind": say(f"receptive_field_build.stage.kind_{LETTERS[one.kind]}"),
        "field": f"{before.size} + {one.dilation} × ({one.kernel} − 1) × {before.stride} = {field.size}",
        "stride": f"{before.stride} × {one.stride} = {field.stride}",
        "padding": f"{before.padding} + {one.padding} × {before.stride} = {field.padding}",
        "output": taken,
    }


def _size(step: Step) -> str:
    one = step.layer
    room = f"{step.size} + 2 × {one.padding} − {one.dilation} × ({one.kernel} − 1) − 1"
    return f"⌊({room}) / {one.stride}⌋ + 1 = {step.output}"
