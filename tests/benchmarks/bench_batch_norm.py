"""What do the statistics of a large batch cost, beside torch.var_mean? Both in one run, in turns."""

import numpy as np
import torch

from models.ops.batch_norm import statistics
from models.ops.groupings import GROUPINGS
from tests.benchmarks.bench_capture import in_turns
from tests.benchmarks.table import Row

THREADS = 2
ROUNDS = 7


def rows(*, quick=False):
    """A row per channel and one per location."""
    before = torch.get_num_threads()
    torch.set_num_threads(THREADS)
    values = np.random.default_rng(0).normal(size=(64, 64, 56, 56)).astype(np.float32)
    try:
        for over in ("channel", "location"):
            yield compared(values, over, 1 if quick else ROUNDS)
    finally:
        torch.set_num_threads(before)


def compared(values, over, rounds):
    """The row of one way to take statistics."""
    tensor, axes = torch.from_numpy(values), GROUPINGS[over].axes
    runs = {
        "ours": lambda: statistics(values, over),
        "torch": lambda: torch.var_mean(tensor, dim=axes, correction=0),
    }
    took = {name: 1e3 * seconds for name, seconds in in_turns(runs, rounds).items()}
    what = f"mean and variance of [64, 64, 56, 56] values per {over}"
    return Row(what, f"{took['ours']:.0f} ms", instead=f"`torch.var_mean` {took['torch']:.0f} ms")
