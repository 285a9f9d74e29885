"""What do the receptive fields of all layers cost? Ours beside torchlens and beside asking the gradient.

resnet152 at 224 pixels with random weights, two threads, one run. Ours runs the network on no picture. torchlens
traces one and then works out its fields, both counted. The gradient method runs one picture and then goes back once
from the centre unit of each layer; it does so for every sixteenth layer, and its time for all is extrapolated from
them. It tells one unit's box; the others tell every unit's.
"""

import statistics
import time
import warnings
from collections.abc import Callable, Iterator

import torch
import torchlens
from torch import nn
from torchlens.backends.torch.wrappers import unwrap_torch

from models.nets.capture.linking import link
from models.nets.capture.trace import plan_of
from models.nets.fields.influence import influence
from models.nets.receptive_field import receptive_fields
from models.nets.weights import published
from tests.benchmarks.table import Row

NAME, SIZE, THREADS = "resnet152", 224, 2
ROUNDS, EVERY = 5, 16


def rows(*, quick: bool = False) -> Iterator[Row]:
    """One row. torchlens wraps all of torch and comes last."""
    before = torch.get_num_threads()
    torch.set_num_threads(THREADS)
    try:
        with warnings.catch_warnings(action="ignore"):
            yield compared("resnet18" if quick else NAME, 1 if quick else ROUNDS)
    finally:
        torch.set_num_threads(before)


def compared(name: str, rounds: int) -> Row:
    """Ours as a median, the others once."""
    module = published.build(name).eval()
    picture = torch.randn(1, 3, SIZE, SIZE, generator=torch.Generator().manual_seed(0))
    layers = len(receptive_fields(module, (SIZE, SIZE)))
    ours = median(lambda: receptive_fields(module, (SIZE, SIZE)), rounds)
    gradient, asked = by_gradient(module, picture)
    others, found = with_torchlens(module, picture)
    instead = f"torchlens {others:.1f} s ({found}); gradient {gradient:.0f} s (extrapolated from {asked})"
    return Row(f"receptive fields of all {layers} layers of `{name}`", f"{ours:.2f} s", instead=instead)


def median(run: Callable[[], object], rounds: int) -> float:
    """The median seconds of a run, the first one not counted."""
    times = []
    for _ in range(rounds + 1):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


def by_gradient(module: nn.Module, picture: torch.Tensor) -> tuple[float, int]:
    """The seconds for all layers, extrapolated, and how many were asked."""
    start = time.perf_counter()
    pixels = picture.clone().requires_grad_()
    steps = link(plan_of(module).record(pixels)[0])
    forward = time.perf_counter() - start
    asked = steps[EVERY // 2 :: EVERY]
    start = time.perf_counter()
    for step in asked:
        maps = step.tensor if step.tensor.dim() == 4 else step.tensor[..., None, None]
        influence(maps[:, :, maps.shape[2] // 2, maps.shape[3] // 2].sum(), pixels)
    return forward + (time.perf_counter() - start) * len(steps) / len(asked), len(asked)


def with_torchlens(module: nn.Module, picture: torch.Tensor) -> tuple[float, int]:
    """The seconds of a trace and its table of fields, and how many rows that has."""

    def run() -> object:
        with torch.no_grad():
            return torchlens.trace(module, picture).receptive_fields()

    start = time.perf_counter()
    try:
        fields = run()
        return time.perf_counter() - start, len(fields.to_pandas())
    finally:
        unwrap_torch()
