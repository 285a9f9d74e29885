"""A moment of the recorded training: what was measured then, and the whole network that was kept last."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from models.records.training import RecordedTraining, Snapshot
from viz.stages.training.edges.view import EdgesView


@dataclass(frozen=True, eq=False)
class Moment:
    """`moved`: how far the first kernels lie from those before the first update, in lengths of those."""

    update: int
    moved: float
    loss: float
    accuracy: float
    pictures: int
    snapshot: Snapshot


def moment_of(record: RecordedTraining, view: EdgesView) -> Moment:
    """The moment that a view is at."""
    at = view.moment
    first = record.kernels[0]
    return Moment(
        update=int(record.updates[at]),
        moved=float(np.linalg.norm(record.kernels[at] - first) / np.linalg.norm(first)),
        loss=float(record.held_out_loss[at]),
        accuracy=float(record.held_out_accuracy[at]),
        pictures=int(record.held_out_pictures[at]),
        snapshot=[each for each in record.snapshots if each.update <= record.updates[at]][-1],
    )
