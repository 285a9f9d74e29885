"""The record, what the stage is sent of it, and what PyTorch makes of its networks: once for all who look at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from models.nets.bundled import recorded
from models.records.training import RecordedTraining
from pages.shell.cached import caching
from pages.shell.cached.networks import GATE, PATIENCE
from pages.shell.records import Picture
from viz.stages.training.edges import stage

if TYPE_CHECKING:
    from jaxtyping import Float32


@caching.resource(1, of_network=False)
def record() -> RecordedTraining:
    """The recorded training."""
    return recorded.read()


@caching.resource(1, of_network=False)
def numbers() -> tuple[bytes, bytes]:
    """The kernels and the curves as they are sent."""
    return stage.kernels(record()), stage.curves(record())


@caching.resource(6, of_network=False)
def whole(update: int) -> bytes:
    """The network that was kept after so many updates, as it is sent."""
    return stage.whole(record(), next(each for each in record().snapshots if each.update == update))


@caching.resource(64, of_network=False)
def prepared(picture: Picture) -> Float32[np.ndarray, "3 32 32"]:
    """A picture as the network takes it."""
    with GATE.place(PATIENCE):
        from models.nets.oracles.recorded import prepared as as_taken

        return as_taken(picture.image)


@caching.resource(1, of_network=False)
def classes() -> tuple[str, ...]:
    """What the network tells apart."""
    with GATE.place(PATIENCE):
        from models.nets.bundled.cifar10 import LABELS

        return LABELS


@caching.data(6, of_network=False)
def answers_by_torch(update: int) -> Float32[np.ndarray, " classes"]:
    """The logits of the network kept after so many updates, for the probe picture, as PyTorch computes them."""
    kept = next(each for each in record().snapshots if each.update == update)
    with GATE.place(PATIENCE):
        from models.nets.oracles.recorded import answers

        return answers(kept.state(), recorded.probe())
