"""What is there to know of a recorded training: its curves, the first kernels as they change, whole networks.

Moments are those at which the record looks; updates are counted from 0, which is the network before the first one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float32, Int32, Shaped

from models.ops.eight_bits import unpacked

PerUpdate = Float32[np.ndarray, " updates"]
PerMoment = Float32[np.ndarray, " moments"]
Statistics = Mapping[str, Float32[np.ndarray, "moments _"]]


@dataclass(frozen=True, eq=False)
class Snapshot:
    """The whole network after `update` updates, in 8 bits, and what that has changed in it.

    >>> small = {"weight": np.int8([[127]]), "weight/scale": np.float32([2])}
    >>> Snapshot(0, small, 0.0, 0.0, 2.3, 0.1, 2.3, 0.1, 2000, np.zeros(10, np.float32)).state()["weight"].tolist()
    [[254.0]]

    `values`: by the names of its state; NAME in 8 bits has a scale for each kernel [K] as NAME/scale. `largest_error`,
    `rms_error`: of the weights in 8 bits, in their own units. `loss` and `accuracy` (0…1) are the exact network's on so
    many held-out `pictures`, the `kept_` ones this one's. `answers`: its logits [classes] for the picture of
    `models.nets.bundled.recorded.probe`, when the record was made.
    """

    update: int
    values: Mapping[str, Shaped[np.ndarray, "..."]]
    largest_error: float
    rms_error: float
    loss: float
    accuracy: float
    kept_loss: float
    kept_accuracy: float
    pictures: int
    answers: Float32[np.ndarray, " classes"]

    def state(self) -> dict[str, Shaped[np.ndarray, "..."]]:
        """The network's state by PyTorch's names, in single precision."""
        return unpacked(self.values)


@dataclass(frozen=True, eq=False)
class RecordedTraining:
    """A training as it went. All arrays are read-only; losses are mean cross-entropy, accuracies between 0 and 1.

    Of every update, before it is made: `loss` and `accuracy` on its batch, `rate`, and `gradients`, the size √Σ g² of
    the loss's gradient by each of the `layers`' weights (weight decay not counted). At each moment, after `updates` of
    them: the first layer's `kernels`; `weights`, the size √Σ w² of each layer's weights; what every batch norm keeps,
    by the layer's name; loss and accuracy on so many `held_out_pictures`, in evaluation mode. `first`: the layer of the
    kernels. `provenance`: data, recipe, seed, versions, as words.
    """

    first: str
    layers: tuple[str, ...]
    loss: PerUpdate
    accuracy: PerUpdate
    rate: PerUpdate
    gradients: Float32[np.ndarray, "updates layers"]
    updates: Int32[np.ndarray, " moments"]
    kernels: Float32[np.ndarray, "moments kernels channels rows columns"]
    weights: Float32[np.ndarray, "moments layers"]
    running_mean: Statistics
    running_variance: Statistics
    held_out_loss: PerMoment
    held_out_accuracy: PerMoment
    held_out_pictures: Int32[np.ndarray, " moments"]
    snapshots: tuple[Snapshot, ...]
    provenance: Mapping[str, str]
