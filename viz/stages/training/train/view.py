"""What a visitor settles on in a training of their own: data, network, settings, and how far it has come."""

from __future__ import annotations

import re
from dataclasses import dataclass

from viz.stages.kernel.view import View, between, nearest, one_of, real, spelled

SOURCES = ("shapes",)
SIDES = (16, 28)
COUNTS = (8, 20_000)
HELD_OUT = 300  # pictures that are never trained on
MOST_CONVOLUTIONS, MOST_KERNELS = 3, 64
MOST_HIDDEN, MOST_UNITS = 2, 256
MOST_WEIGHTS = 100_000  # 64 moments of them are kept, with what Adam remembers
LARGEST_RATE = 1e9
LARGEST_BATCH = 512
MOST_LINKED = 2000  # updates that a link makes anew
ACTIVATIONS = ("relu", "sigmoid")
OPTIMIZERS = ("sgd", "momentum", "adam")
DECAYS = (0.0, 0.0001, 0.001, 0.01, 0.1)
NOISES = tuple(step / 20 for step in range(21))

CONVOLUTION = re.compile(r"(\d{1,2})k([1357])s([12])([nma])(b?)", re.ASCII)
"""Kernels, size, stride; no pooling, maximum or average; whether batch norm follows: "8k3s1mb"."""


def _convolutions(text: str) -> str | None:
    """Up to three convolutions, as they are written in an address; None for what is none."""
    each = [CONVOLUTION.fullmatch(one) for one in text.split("-")] if text else []
    if len(each) > MOST_CONVOLUTIONS or any(one is None or not 1 <= int(one[1]) <= MOST_KERNELS for one in each):
        return None
    return text


def _hidden(text: str) -> str | None:
    """Up to two hidden layers by their units: "64-32"."""
    each = text.split("-") if text else []
    legal = all(re.fullmatch(r"[1-9]\d{0,2}", one, re.ASCII) and int(one) <= MOST_UNITS for one in each)
    return text if len(each) <= MOST_HIDDEN and legal else None


@dataclass(frozen=True)
class TrainView(View):
    """A training. `source` to `noise`: of the data; `convolutions`, `hidden`: as an address writes them."""

    source: str = one_of(SOURCES)
    side: int = one_of(SIDES)
    count: int = between(*COUNTS, start=1500)
    noise: float = nearest(NOISES, start=0.15)
    seed: int = between(0, 9999, start=1)
    convolutions: str = spelled(_convolutions, start="8k3s1m")
    hidden: str = spelled(_hidden)
    activation: str = one_of(ACTIVATIONS)
    optimizer: str = one_of(OPTIMIZERS, start="momentum")
    rate: float = real(LARGEST_RATE, start=0.05)
    batch: int = between(1, LARGEST_BATCH, start=16)
    decay: float = nearest(DECAYS, start=0.0)
    updates: int = between(0, MOST_LINKED)
