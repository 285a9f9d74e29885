"""What do the statistics of a large batch cost, beside torch.var_mean? Both in one run, in turns."""

import numpy as np
import torch

from models.ops.batch_norm import statistics
from models.ops.groupings import GROUPINGS
from tests.benchmarks.bench_capture import in_turns

HEAD = ("[64, 64, 56, 56] float32, over", "ours", "torch.var_mean", "ratio")
THREADS = 2
ROUNDS = 7


def measure():
    """A head, then a row per channel and one per location."""
    before = torch.get_num_threads()
    torch.set_num_threads(THREADS)
    values = np.random.default_rng(0).normal(size=(64, 64, 56, 56)).astype(np.float32)
    try:
        return [HEAD, *(compared(values, over) for over in ("channel", "location"))]
    finally:
        torch.set_num_threads(before)


def compared(values, over):
    """The row of one way to take statistics."""
    tensor, axes = torch.from_numpy(values), GROUPINGS[over].axes
    runs = {
        "ours": lambda: statistics(values, over),
        "torch": lambda: torch.var_mean(tensor, dim=axes, correction=0),
    }
    took = in_turns(runs, ROUNDS)
    ratio = took["ours"] / took["torch"]
    return over, f"{1e3 * took['ours']:.0f} ms", f"{1e3 * took['torch']:.0f} ms", f"{ratio:.2f}"
