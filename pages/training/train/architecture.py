"""The network on stage as plain values, read from how an address writes it."""

from __future__ import annotations

from collections.abc import Mapping

from models.records.trained import Block, Pool
from viz.stages.training.train.view import CONVOLUTION, TrainView

POOLS: Mapping[str, Pool] = {"n": "none", "m": "max", "a": "average"}


def convolutions(view: TrainView) -> tuple[Block, ...]:
    """The convolutions, the first one first."""
    return tuple(
        Block(int(one[1]), int(one[2]), int(one[3]), POOLS[one[4]], one[5] == "b")
        for one in CONVOLUTION.finditer(view.convolutions)
    )


def hidden(view: TrainView) -> tuple[int, ...]:
    """The units of each hidden layer."""
    return tuple(int(each) for each in view.hidden.split("-") if each)
