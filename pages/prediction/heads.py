"""What the layers after the last maps do, in words: their roles, how a head differs from the plain one, the classes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from models.ops.meaning import Meaning
from models.ops.prediction import Head
from models.records.layers import HeadStep
from pages.shell.cached import networks
from pages.shell.language import say
from pages.shell.records import Choice

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


def label_of(labels: Sequence[str], index: int) -> str:
    """The name of a class; its number where it has none."""
    return labels[index] if index < len(labels) else str(index)


def all_labels(chosen: Choice, count: int) -> list[str]:
    """The names of all classes."""
    labels = networks.network(chosen.network).labels
    return [label_of(labels, index) for index in range(count)]


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


def named(steps: Sequence[HeadStep]) -> str:
    """Layers by name and kind, in a row."""
    return " → ".join(f"`{step.name}` {step.kind}" for step in steps)


def notes(meaning: Meaning, labels: Sequence[str]) -> Iterator[str]:
    """What is special about the network's numbers, if anything is."""
    if meaning.binary:
        no, yes = labels
        yield say("prediction_answer.binary", no=no, yes=yes)
    elif meaning.ending != "softmax":
        yield say(f"prediction_answer.{meaning.ending}")
    if meaning.scale in ("probability", "log"):
        own = "softmax" if meaning.exclusive and not meaning.binary else "sigmoid"
        yield say("prediction_answer.own_softmax", ending=say(f"prediction_answer.steps.{own}"))
