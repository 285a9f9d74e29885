"""What is said of training and inference: sentences with their numbers, tables to keep, the same in PyTorch."""

from __future__ import annotations

import csv
import io

import numpy as np
from jaxtyping import Float

from models.ops.pixel_normal import PixelNormal, neighbour_correlation
from models.ops.written import Written, write
from models.records.batch_norm import Folded
from pages.batch_norm.inference.case import Case
from pages.batch_norm.lines import batch_code
from pages.shell import export
from pages.shell.language import counted, decimal, number, say, scientific, whole, written
from pages.shell.proof import Proof, agree, apart
from pages.shell.records import Now


def start_label(start: str) -> str:
    """Where the running statistics begin."""
    return say(f"batch_norm_inference.from_{start}")


def small(difference: float | None) -> str:
    """A difference by rounding; in words where PyTorch refuses."""
    if difference is None:
        return say("batch_norm_inference.refused")
    return apart(difference)


def reading(case: Case, channel: int) -> str:
    """The two statistics, and what they make of this batch."""
    return say(
        "batch_norm_inference.reading",
        channel=channel,
        mean=number(case.mean),
        variance=number(case.variance),
        kept_mean=number(case.kept.mean),
        kept_variance=number(case.kept.variance),
        most=number(np.abs(case.training - case.inference).max()),
        pictures=counted("batch.pictures", len(case.values)),
    )


def proof(case: Case) -> Proof:
    """NumPy beside PyTorch."""
    largest = max(1.0, float(np.abs(case.values).max()))
    holds = all(agree(difference, largest) for difference in case.differences.values())
    differences = {name: small(difference) for name, difference in case.differences.items()}
    return Proof(say("batch_norm_inference.proof", compared=whole(case.values.size), **differences), holds=holds)


def step(case: Case, at: int) -> str:
    """One step of the running statistics, written out."""
    if at == 0 or case.unbiased is None:
        mean, variance = (number(each) for each in case.steps[0])
        return say("batch_norm_inference.step_start", mean=mean, variance=variance)
    old, momentum = case.steps[at - 1], case.kept.factor(at)
    said = []
    for name, before, new in (("mean", old[0], case.mean), ("variance", old[1], case.unbiased)):
        line = _line(write([(1 - momentum, before), (momentum, new)]))
        said.append("- " + say(f"batch_norm_inference.step_{name}", line=line))
    told = say(
        "batch_norm_inference.step_told",
        step=at,
        momentum=number(momentum),
        count=whole(case.statistics.count),
        biased=number(case.variance),
        unbiased=number(case.unbiased),
        left=number(100 * case.kept.left(at)),
    )
    return "\n".join([*said, "", told])


def _line(summed: Written) -> str:
    if summed.rounded is None:
        return written(f"{summed.terms} = **{summed.total}**")
    return written(f"{summed.terms} = {summed.total} ≈ **{summed.rounded}**")


def line(case: Case, channel: int) -> str:
    """Slope and intercept with the numbers put in."""
    kept, (slope, offset) = case.kept, case.line
    a = say(
        "batch_norm_inference.line_told",
        gamma=number(kept.gamma),
        variance=number(kept.variance),
        eps=scientific(kept.eps, 0),
        a=number(slope),
    )
    summed = write([(1.0, kept.beta), (-slope, kept.mean)])
    b = say("batch_norm_inference.line_offset", line=_line(summed))
    signed = f"{'−' if offset < 0 else '+'} {number(abs(offset))}"
    said = say("batch_norm_inference.line_said", a=number(slope), b=signed, channel=channel)
    return f"{a}\n\n{b}\n\n{said}"


def folded(one: Folded, every: Folded, convolution: str) -> str:
    """What folding changes: one layer, and all of them."""
    told = say(
        "batch_norm_inference.fold_told",
        convolution=convolution,
        layer=one.layers[0],
        compared=whole(one.compared),
        largest=number(one.largest),
        difference=small(one.difference),
        agreed=one.agreed,
        batch=counted("batch.pictures", one.pictures),
        pictures=one.pictures,
    )
    everything = {"count": len(every.layers), "difference": small(every.difference), "agreed": every.agreed}
    return f"{told} {say('batch_norm_inference.fold_all', **everything, pictures=every.pictures)}"


def pixels(
    now: Now,
    drawn: Float[np.ndarray, "pictures rows columns 3"],
    normal: PixelNormal,
    correlation: float | None,
) -> str:
    """What the statistics of single pixels know, and what they don't."""
    made = neighbour_correlation(drawn, normal)
    if len(now.members) == 1 or correlation is None or made is None:
        return say("batch_norm_inference.pixels_one")
    return say("batch_norm_inference.pixels_reading", real=decimal(correlation, 2), drawn=decimal(made, 2))


def maps_table(case: Case) -> str:
    """A CSV with one line a cell: before, in training, at inference."""
    maps = {"before": case.values, "training": case.training, "inference": case.inference}
    file = io.StringIO()
    table = csv.writer(file)
    table.writerow([say(f"batch_norm_inference.columns.{name}") for name in ("row", "column", *maps)])
    for row, column in np.ndindex(case.values.shape[2:]):
        table.writerow([row, column, *(f"{each[case.at, 0, row, column]:.9g}" for each in maps.values())])
    return file.getvalue()


def steps_table(case: Case) -> str:
    """A CSV with one line a step."""
    file = io.StringIO()
    table = csv.writer(file)
    names = ("step", "running_mean", "running_variance")
    table.writerow([say(f"batch_norm_inference.columns.{name}") for name in names])
    for at, (mean, variance) in enumerate(case.steps):
        table.writerow([at, f"{mean:.9g}", f"{variance:.9g}"])
    return file.getvalue()


def snippet(now: Now, case: Case, channel: int) -> str:
    """Lines of PyTorch that print the numbers on stage."""
    one = case.kept
    stated = (
        f"mean, variance, gamma, beta = torch.tensor([[{one.mean}], [{one.variance}], [{one.gamma}], [{one.beta}]])"
    )
    kept = (
        f'trained = network.module.get_submodule("{now.layer.name}")\n'
        f"kept = (trained.running_mean, trained.running_var, trained.weight, trained.bias)\n"
        f"mean, variance, gamma, beta = (each[[{channel}]].clone() for each in kept)"
        if now.layer and now.layer.keeps and now.layer.affine
        else stated
    )
    start = {"mean": case.steps[0][0], "variance": case.steps[0][1]}
    code = batch_code(now)
    about = {"channel": channel, "eps": case.kept.eps, "momentum": case.kept.factor(1), "kept": kept}
    return export.code("batch_norm_inference", **code, **about, **start)
