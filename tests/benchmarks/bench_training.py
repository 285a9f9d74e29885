"""How many updates a second does a training in the browser make? The engine in Node, one thread, beside PyTorch.

Two convolutions of 8 and 16 kernels of 3×3, each with ReLU and pooling, one linear layer, Adam; pictures are noise.
"""

import json
import statistics
import time

import torch
from torch.nn import functional

from tests.benchmarks.table import Row, p95
from tests.viz.node import told_by
from tests.viz.training.oracle import network

SCRIPT = "tests/viz/training/time_engine.mjs"
AIMS = ((28, 32, 20), (16, 16, 60))  # pixels a side, pictures a batch, updates a second
WARMING, UPDATES = 20, 100
CLASSES = 6


def rows(*, quick=False):
    """A row for each size, and one with batch norm, for which nothing is aimed at."""
    count = (2, 5) if quick else (WARMING, UPDATES)
    for side, batch, aim in AIMS:
        yield compared(spec(side), batch, count, f"{side}×{side}, batch {batch}", aim)
    side, batch, _ = AIMS[0]
    yield compared(spec(side, normed=True), batch, count, f"{side}×{side}, batch {batch}, with batch norm")


def spec(side, *, normed=False):
    """The network, for pictures of one colour."""
    layers = []
    for kernels in (8, 16):
        layers.append({"kind": "conv", "kernels": kernels, "size": 3, "padding": 1})
        layers += [{"kind": "batch_norm"}] if normed else []
        layers += [{"kind": "relu"}, {"kind": "max_pool", "size": 2}]
    ends = [{"kind": "flatten"}, {"kind": "linear", "units": CLASSES}]
    return {"input": [1, side, side], "layers": layers + ends}


def compared(given, batch, count, what, aim=None):
    """One row: updates a second by the median time of one."""
    times = told_by(SCRIPT, json.dumps(given), *map(str, (batch, *count)))
    median = statistics.median(times)
    ours = f"{1e3 / median:.0f} a second, {median:.1f} ms ({p95(times):.1f})"
    instead = f"PyTorch, one thread {1e3 / in_pytorch(given, batch, *count):.0f} a second"
    target, met = ("", None) if aim is None else (f"≥ {aim} a second", median <= 1e3 / aim)
    return Row(f"training in the browser, {what}", ours, instead=instead, target=target, met=met)


def in_pytorch(given, batch, warming, updates):
    """The median time of one update in PyTorch, in milliseconds."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    module = network(given).float()
    pictures, labels = torch.randn(batch, *given["input"]), torch.randint(CLASSES, (batch,))
    optimizer, times = torch.optim.Adam(module.parameters(), lr=0.003), []
    for _ in range(warming + updates):
        start = time.perf_counter()
        optimizer.zero_grad()
        functional.cross_entropy(module(pictures), labels).backward()
        optimizer.step()
        times.append(1e3 * (time.perf_counter() - start))
    torch.set_num_threads(before)
    return statistics.median(times[warming:])
