"""From a network's last maps to its answer: the head, its logits by hand, and what PyTorch makes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from jaxtyping import Float, Float32

from models.ops.prediction import Head
from pages.shell.cached import caching
from pages.shell.cached.networks import GATE, PATIENCE, network, trace
from pages.shell.records import NetworkName, Picture

if TYPE_CHECKING:
    from models.records.layers import NoHead


def prediction_head(picture: Picture, name: NetworkName) -> Head | NoHead:
    """How the network makes its logits of a picture, or why that can't be written as a sum. It copies no weights."""
    from models.nets.answers.prediction import head_of

    return head_of(network(name), trace(picture, name))


@caching.data(64)
def logits_by_hand(picture: Picture, name: NetworkName) -> Float[np.ndarray, " classes"]:
    """All logits worked out in NumPy from the last maps, or from what goes into the last layer."""
    from models.ops.prediction import logits_by_hand as by_hand

    found = prediction_head(picture, name)
    if not isinstance(found, Head):
        message = f"name is {name!r}, but must be a network with a head that can be written as a sum"
        raise ValueError(message)  # noqa: TRY004 - it is the network that is wrong, not its type
    with GATE.place(PATIENCE):
        return by_hand(found)


def squashed_by_torch(
    logits: Float32[np.ndarray, " classes"], temperature: float, *, exclusive: bool
) -> Float[np.ndarray, " classes"]:
    """PyTorch's probabilities: a softmax, or a sigmoid of each."""
    from models.nets.answers.prediction import probabilities_by_torch as found

    return found(logits, temperature, exclusive=exclusive)


def loss_by_torch(logits: Float32[np.ndarray, " classes"], label: int, temperature: float, *, exclusive: bool) -> float:
    """PyTorch's cross-entropy for a true label."""
    from models.nets.answers.prediction import loss_by_torch as found

    return found(logits, label, temperature, exclusive=exclusive)
