"""From maps to the answer, in words: the steps of the chain, the reading, the proof, what can be taken home."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from models.ops.prediction import Head, HeadStep, by_size, terms_of
from models.ops.softmax import cross_entropy, softmax
from pages.shell import cached
from pages.shell.choice import Choice
from pages.shell.language import say
from pages.shell.proof import Proof, agree
from viz.components.answer.stage import Step, View

ROLES = {
    **dict.fromkeys(("AdaptiveAvgPool2d", "AvgPool2d", "Mean"), "pool"),
    **dict.fromkeys(("Dropout", "Identity"), "handed_on"),
    **dict.fromkeys(("LayerNorm", "BatchNorm1d", "BatchNorm2d", "GroupNorm"), "norm"),
    **dict.fromkeys(
        ("ReLU", "ReLU6", "SiLU", "Hardswish", "GELU", "Sigmoid", "Tanh", "LeakyReLU", "ELU"), "activation"
    ),
    "Flatten": "flatten",
    "Linear": "linear",
    "Conv2d": "convolution",
}
DIFFERENT = {
    "average": (),
    "places": ("flatten",),
    "classes": ("convolution", "activation"),
    "features": ("linear", "activation", "norm", "other"),
}


def number(value: float, figures: int = 4) -> str:
    """A number in significant digits, with a true minus sign."""
    return f"{value:.{figures}g}".replace("-", "\N{MINUS SIGN}")


def label_of(labels: Sequence[str], index: int) -> str:
    """The name of a class; its number where it has none."""
    return labels[index] if index < len(labels) else str(index)


def all_labels(chosen: Choice, count: int) -> list[str]:
    """The names of all classes."""
    labels = cached.network(chosen.network).labels
    return [label_of(labels, index) for index in range(count)]


def shape_of(step: HeadStep) -> str:
    """A shape without the places where there is only one."""
    shape = step.shape[:1] if step.shape[1:] == (1, 1) else step.shape
    return " × ".join(f"{size:,}" for size in shape)


def roles_of(steps: Sequence[HeadStep]) -> tuple[str, ...]:
    """What each layer of a head does."""
    roles = ["maps"]
    for before, step in pairwise(steps):
        role = ROLES.get(step.kind, "other")
        roles.append("resize" if role == "pool" and step.shape == before.shape != (*before.shape[:1], 1, 1) else role)
    if roles[-1] == "linear":
        roles[-1] = "last"
    return tuple(roles)


def differing(head: Head) -> tuple[HeadStep, ...]:
    """The layers that the plain head, pooling and one linear layer, doesn't have."""
    roles = roles_of(head.steps)
    return tuple(step for step, role in zip(head.steps, roles, strict=True) if role in DIFFERENT[head.form])


def chain(head: Head) -> list[Step]:
    """The layers of the head, the softmax and the loss, each with what it does."""
    unlike, found = differing(head), []
    before = head.steps[0]
    for step, role in zip(head.steps, roles_of(head.steps), strict=True):
        about = {"name": step.name, "kind": step.kind, "shape": shape_of(step), "before": shape_of(before)}
        found.append(Step(step.name, shape_of(step), say(f"prediction_answer.steps.{role}", **about), step in unlike))
        before = step
    for end in ("softmax", "loss"):
        made = say(f"prediction_answer.steps.{end}_made", count=f"{head.logits.size:,}")
        found.append(Step(say(f"prediction_answer.steps.{end}"), made, say(f"prediction_answer.steps.{end}_does")))
    return found


def named(steps: Sequence[HeadStep]) -> str:
    """Layers by name and kind, in a row."""
    return " → ".join(f"`{step.name}` {step.kind}" for step in steps)


def form(head: Head) -> str:
    """What kind of head it is, in a sentence."""
    return say(f"prediction_answer.form_{head.form}", chain=named(differing(head)), made=f"{head.features.size:,}")


def reading(head: Head, labels: Sequence[str], view: View) -> str:
    """The logit, its parts, the probability and the loss."""
    terms = terms_of(head, view.label)
    products = terms.values * terms.weights
    probabilities = softmax(head.logits.astype(np.float64), view.temperature)
    largest = by_size(products)[0]
    rank = int((head.logits > head.logits[view.label]).sum()) + 1
    return say(
        f"prediction_answer.reading_{head.form}",
        **{"for": number(products[products > 0].sum())},
        label=labels[view.label],
        truth=labels[view.truth],
        logit=number(head.logits[view.label]),
        positive=f"{int((products > 0).sum()):,}",
        negative=f"{int((products < 0).sum()):,}",
        against=number(products[products < 0].sum()),
        count=f"{products.size:,}",
        bias=number(terms.bias),
        part=number(products[largest]),
        term=largest,
        temperature=f"{view.temperature:g}",
        percent=number(100 * probabilities[view.label]),
        rank=rank,
        classes=f"{head.logits.size:,}",
        loss=number(cross_entropy(head.logits / np.float64(view.temperature), view.truth)),
    )


def proof(chosen: Choice, head: Head, labels: Sequence[str], view: View) -> Proof:
    """By hand beside PyTorch: logits, softmax, cross-entropy."""
    by_hand = cached.logits_by_hand(chosen.picture, chosen.network)
    torch_softmax = cached.softmax_by_torch(head.logits, view.temperature)
    loss = cross_entropy(by_hand / view.temperature, view.truth)
    loss_torch = cached.cross_entropy_by_torch(head.logits, view.truth, view.temperature)
    apart = float(np.abs(softmax(by_hand, view.temperature) - torch_softmax).max())
    largest = float(np.abs(head.logits).max())
    said = say(
        "prediction_answer.proof",
        classes=f"{head.logits.size:,}",
        logits=f"{np.abs(by_hand - head.logits).max():.1e}",
        largest=f"{largest:.4g}",
        label=labels[view.label],
        truth=labels[view.truth],
        by_hand=number(by_hand[view.label], 7),
        by_torch=number(head.logits[view.label], 7),
        temperature=f"{view.temperature:g}",
        softmax=f"{apart:.1e}",
        loss=f"{loss:.6g}",
        loss_torch=f"{loss_torch:.6g}",
        loss_difference=f"{abs(loss - loss_torch):.1e}",
    )
    logits = agree(float(np.abs(by_hand - head.logits).max()), largest)
    return Proof(said, holds=logits and agree(apart) and agree(loss - loss_torch, loss))
