"""What is said about a moment of the recorded training: how far the kernels are, the proof, and how it was made."""

from __future__ import annotations

from collections.abc import Iterator
from math import log

import numpy as np

from models.records.training import RecordedTraining
from pages.shell import language
from pages.shell.language import number, percent, say
from pages.shell.proof import Proof, agree, apart
from pages.training.edges import cached
from pages.training.edges.case import Moment

CLASSES = 10
BUMPY = range(15, 431)  # updates


def reading(moment: Moment) -> Iterator[str]:
    """How far the kernels have moved, and how good the network is then."""
    about = {
        "updates": language.counted("training_edges.updates", moment.update),
        "moved": language.decimal(moment.moved, 2),
        "pictures": language.whole(moment.pictures),
        "loss": number(moment.loss),
        "accuracy": percent(moment.accuracy, 2),
        "guessing": language.decimal(log(CLASSES), 2),
        "chance": percent(1 / CLASSES, 0),
    }
    yield say("training_edges.reading" if moment.update else "training_edges.reading_start", **about)
    if moment.update in BUMPY:
        yield say("training_edges.bumpy")


def proof(moment: Moment) -> Proof:
    """The answers of the network that was kept, by PyTorch, beside those that were recorded."""
    kept = moment.snapshot
    difference = float(np.abs(cached.answers_by_torch(kept.update) - kept.answers).max())
    about = {
        "updates": language.counted("training_edges.updates", kept.update),
        "difference": apart(difference),
        "error": language.scientific(kept.largest_error, 1),
        "pictures": language.whole(kept.pictures),
        "exact": percent(kept.accuracy, 2),
        "kept": percent(kept.kept_accuracy, 2),
    }
    return Proof(say("training_edges.proof", **about), holds=agree(difference, float(np.abs(kept.answers).max())))


def depth(record: RecordedTraining) -> Iterator[str]:
    """How the record was made, and what is to be known of it."""
    made = {name: record.provenance[name] for name in ("data", "torch", "date", "command")}
    accuracy = percent(float(record.provenance["test_accuracy"]), 2)
    updates = language.counted("training_edges.updates", len(record.loss))
    yield say("training_edges.depths.recipe", **made, accuracy=accuracy, updates=updates)
    yield say("training_edges.depths.moments", moments=language.whole(len(record.updates)))
    yield say("training_edges.depths.bits")
    yield say("training_edges.depths.traps")
