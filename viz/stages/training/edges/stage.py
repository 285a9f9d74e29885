"""What the stage of the recorded training is sent: kernels and curves of all moments, one whole network, a picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from jaxtyping import Float32

from models.records.training import RecordedTraining, Snapshot
from viz.stages.kernel.payload import pack
from viz.stages.training.edges.view import BESIDE, CURVES, LAYERS, SCALES

Planes = tuple[np.ndarray, np.ndarray, np.ndarray]


def said(record: RecordedTraining, classes: Sequence[str], alt: str, words: Mapping[str, str]) -> bytes:
    """What is told in words and few numbers."""
    header = {
        "updates": record.updates.tolist(),
        "pictures": record.held_out_pictures.tolist(),
        "layers": record.layers,
        "classes": list(classes),
        "options": {"scale": SCALES, "curve": CURVES, "beside": BESIDE, "layer": LAYERS},
        "alt": alt,
        "words": dict(words),
    }
    return pack(header, {})


def kernels(record: RecordedTraining) -> bytes:
    """The first layer's kernels at all moments."""
    return pack({}, {"kernels": record.kernels})


def curves(record: RecordedTraining) -> bytes:
    """What every update and every moment has in numbers; of gradients those of the update that follows a moment."""
    follows = np.minimum(record.updates, len(record.loss) - 1)
    first = next(iter(record.running_mean))
    planes = {
        "loss": record.loss,
        "accuracy": record.accuracy,
        "held_out_loss": record.held_out_loss,
        "held_out_accuracy": record.held_out_accuracy,
        "gradients": record.gradients[follows],
        "mean": record.running_mean[first],
        "variance": record.running_variance[first],
    }
    return pack({}, planes)


def whole(record: RecordedTraining, snapshot: Snapshot) -> bytes:
    """A whole network in 8 bits, in the order in which the engine has its numbers."""
    eight, scales, plain = ordered(record, snapshot)
    return pack({"snapshot": snapshot.update}, {"eight": eight.view(np.uint8), "scales": scales, "plain": plain})


def ordered(record: RecordedTraining, snapshot: Snapshot) -> Planes:
    """The weights in 8 bits, the scales of their kernels, and all that is kept as it is."""
    *convolutions, linear = record.layers
    norms = tuple(record.running_mean)
    learnt = [f"{norm}.{part}" for norm in norms for part in ("weight", "bias")]
    kept = [f"{norm}.{part}" for norm in norms for part in ("running_mean", "running_var")]
    values = snapshot.values
    weights = [f"{name}.weight" for name in (*convolutions, linear)]
    return (
        np.concatenate([values[name].ravel() for name in weights]),
        np.concatenate([values[f"{name}/scale"] for name in weights]),
        np.concatenate([values[name] for name in (*learnt, f"{linear}.bias", *kept)]),
    )


def picture(prepared: Float32[np.ndarray, "3 32 32"], key: str) -> bytes:
    """The picture as the network takes it; `key` stands for it."""
    return pack({"picture": key}, {"prepared": prepared})
