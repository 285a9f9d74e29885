"""Training against inference, worked out for one channel of a batch: two statistics, a running average, a line."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from jaxtyping import Float

from models.ops.batch_norm import Statistics, as_line, normalize, running_update, statistics
from pages.batch_norm import cached
from pages.shell.cached import caching
from pages.shell.records import Now

FRESH = "fresh"
OWN = "layer"
MOST_STEPS = 40
EPS, MOMENTUM = 1e-5, 0.1

Map = Float[np.ndarray, "rows columns"]
One = Float[np.ndarray, "pictures 1 rows columns"]


@dataclass(frozen=True)
class Channel:
    """What a batch norm layer keeps for one channel; a fresh one starts with mean 0 and variance 1."""

    mean: float = 0.0
    variance: float = 1.0
    gamma: float = 1.0
    beta: float = 0.0
    eps: float = EPS
    momentum: float | None = MOMENTUM
    tracked: int = 0

    def factor(self, step: int) -> float:
        """How much the batch of a training step counts; where there is no momentum, as one of all so far."""
        return 1 / (self.tracked + step) if self.momentum is None else self.momentum

    def left(self, step: int) -> float:
        """How much of the start is left after so many steps."""
        return math.prod(1 - self.factor(at) for at in range(1, step + 1))


@dataclass(frozen=True, eq=False)
class Case:
    """One channel of the batch in training and at inference; `at`: the picture on stage, by its place in the batch.

    `kept`: what the layer keeps. `start`: running mean and variance before the first step; `steps`: after each training
    step on this batch, the first entry being the start. `line`: slope and intercept. `differences`: the largest ones
    to PyTorch, of "training", "inference" and "running"; None where PyTorch refuses.
    """

    values: One
    at: int
    kept: Channel
    statistics: Statistics
    steps: tuple[tuple[float, float], ...]
    training: One
    inference: One
    line: tuple[float, float]
    differences: dict[str, float | None]

    @property
    def bytes(self) -> int:
        """In memory, at most."""
        return sum(each.nbytes for each in (self.values, self.training, self.inference))

    @property
    def mean(self) -> float:
        """The batch's mean of the channel."""
        return float(self.statistics.mean[0, 0, 0, 0])

    @property
    def variance(self) -> float:
        """The batch's biased variance of the channel."""
        return float(self.statistics.variance[0, 0, 0, 0])

    @property
    def unbiased(self) -> float | None:
        """The batch's unbiased variance, which the running one is fed with; None of one value."""
        count = self.statistics.count
        return self.variance * count / (count - 1) if count > 1 else None


def kept_by(now: Now, channel: int) -> Channel:
    """What the layer concerned keeps for the channel; a fresh layer's where there is none, or it keeps nothing."""
    layer = now.layer
    if layer is None:
        return Channel()
    return Channel(
        mean=0.0 if layer.running_mean is None else float(layer.running_mean[channel]),
        variance=1.0 if layer.running_var is None else float(layer.running_var[channel]),
        gamma=float(layer.gamma[channel]),
        beta=float(layer.beta[channel]),
        eps=float(layer.eps),
        momentum=layer.momentum,
        tracked=layer.tracked,
    )


@caching.weighed(cached.CASES_WEIGH, 16)
def case_of(now: Now, channel: int, at: int, start: str) -> Case:
    """All of it; `start` is FRESH or OWN: where the running statistics begin."""
    values = now.values[:, channel : channel + 1].astype(np.float64)
    kept, found = kept_by(now, channel), statistics(values)
    running = (kept.mean, kept.variance) if start == OWN else (0.0, 1.0)
    kept = kept if start == OWN else replace(kept, tracked=0)
    steps = _steps(found, running, kept)
    slope, offset = as_line([kept.mean], [kept.variance], [kept.gamma], [kept.beta], kept.eps)
    training = normalize(values, found, kept.gamma, kept.beta, kept.eps)
    inference = slope[0] * values + offset[0]
    line = (kept.gamma, kept.beta)
    by_torch = cached.batch_norm_by_torch(values, (kept.mean, kept.variance), line, kept.eps, kept.factor(1))
    updated = cached.batch_norm_by_torch(values, running, line, kept.eps, kept.factor(1))
    differences = {
        "training": _furthest(training, by_torch.training),
        "inference": _furthest(inference, by_torch.inference),
        "running": _running(steps, updated.running_mean, updated.running_variance),
    }
    straight = (float(slope[0]), float(offset[0]))
    return Case(values, at, kept, found, steps, training, inference, straight, differences)


def _running(
    steps: tuple[tuple[float, float], ...],
    mean: Float[np.ndarray, " channels"] | None,
    variance: Float[np.ndarray, " channels"] | None,
) -> float | None:
    """How far PyTorch's running statistics after one step are from ours."""
    if mean is None or variance is None:
        return None
    return max(abs(steps[1][0] - float(mean[0])), abs(steps[1][1] - float(variance[0])))


def _steps(found: Statistics, start: tuple[float, float], kept: Channel) -> tuple[tuple[float, float], ...]:
    """The running mean and variance after 0, 1, 2 … training steps on the same batch."""
    steps = [start]
    for at in range(1, (MOST_STEPS if found.count > 1 else 0) + 1):
        mean, variance = running_update([steps[-1][0]], [steps[-1][1]], found, kept.factor(at))
        steps.append((float(mean[0]), float(variance[0])))
    return tuple(steps)


def _furthest(own: Float[np.ndarray, "..."], other: Float[np.ndarray, "..."] | None) -> float | None:
    return None if other is None else float(np.abs(own - other).max())
