"""Which learning rate? Gradient descent on a kernel of two weights, whose loss is a valley with two directions.

A kernel slides over a picture and is to give what another one gives: L(w) = Σ over positions (y − t)². That is a
quadratic, ½ (w − w*)ᵀ H (w − w*), so each direction of H is multiplied by a number of its own in every update.
Weights [tap]; a path [update, tap] begins with the start. Momentum is that of torch.optim.SGD: v ← β v + gradient,
w ← w − rate · v.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot, sqrt
from typing import Literal

import numpy as np
from jaxtyping import Float, Real

from models.ops.arrays import Number, Numbers, as_numbers, frozen
from models.ops.windows import all_windows

Outcome = Literal["settles", "swings", "border", "diverges", "still"]
"""How a run goes on: straight in, swinging in, swinging for ever, running away; or nothing moves."""
TWO = 2  # weights
ROUNDING = 1e-12  # of what is compared: below it two numbers of double precision count as the same

# d2l's edge: ones with a band of zeros in the middle, and the kernel that finds its two sides.
EDGE = frozen(np.where((np.arange(8) >= 2) & (np.arange(8) < 6), 0.0, np.ones((6, 8))))  # noqa: PLR2004, its columns
EDGE_KERNEL = frozen([1.0, -1.0])


def hessian(
    picture: Real[np.ndarray, "rows columns"] | Numbers, kernel_size: tuple[int, int]
) -> Float[np.ndarray, "taps taps"]:
    """The curvature of L = Σ (y − t)² over a picture's windows: 2 Σ window ⊗ window, whatever the targets are.

    >>> hessian(EDGE, kernel_size=(1, 2)).tolist()  # of each row three windows have a 1 on the left, two on both sides
    [[36.0, 24.0], [24.0, 36.0]]
    """
    windows = all_windows(as_numbers(picture, "picture"), kernel_size, (1, 1), (1, 1))
    flat = windows.reshape(-1, kernel_size[0] * kernel_size[1])
    return np.asarray(2.0 * flat.T @ flat)


@dataclass(frozen=True)
class Direction:
    """One direction of the valley: how steeply the loss curves along it, and the unit vector that points there."""

    curvature: float
    vector: tuple[float, float]


def directions(curvature: Real[np.ndarray, "..."] | Numbers) -> tuple[Direction, Direction]:
    """The eigenvalues of a symmetric [2, 2] with their eigenvectors, the flatter one first, by the closed form.

    >>> flat, steep = directions(np.array([[36.0, 24.0], [24.0, 36.0]]))
    >>> flat.curvature, steep.curvature
    (12.0, 60.0)
    >>> [round(part, 4) for part in steep.vector]
    [0.7071, 0.7071]

    Raises ValueError for another shape, or where it isn't symmetric.
    """
    values = as_numbers(curvature, "curvature")
    if values.shape != (TWO, TWO) or values[0, 1] != values[1, 0]:
        raise ValueError(f"curvature is {values.tolist()}, but must be symmetric, with two rows and two columns")
    (first, shared), (_, second) = values.tolist()
    middle, half = (first + second) / 2, (first - second) / 2
    reach = hypot(half, shared)
    # (half + reach, shared) points along the steeper one; where half is negative, the other form loses no digits.
    along = (half + reach, shared) if half >= 0 else (shared, reach - half)
    steep = _unit(*along) if any(along) else (1.0, 0.0)
    return Direction(middle - reach, (-steep[1], steep[0])), Direction(middle + reach, steep)


def _unit(across: float, down: float) -> tuple[float, float]:
    """That direction, of length 1; the smallest numbers there are have no length until they are divided."""
    largest = max(abs(across), abs(down))
    length = hypot(across / largest, down / largest)
    return across / largest / length, down / largest / length


def loss(
    weights: Real[np.ndarray, "*path taps"] | Numbers,
    curvature: Float[np.ndarray, "taps taps"],
    best: Real[np.ndarray, " taps"] | Numbers,
) -> Float[np.ndarray, "*path"]:
    """½ (w − w*)ᵀ H (w − w*) of weights, or of each weights of a path.

    >>> float(loss([0.0, 0.0], hessian(EDGE, (1, 2)), EDGE_KERNEL))
    12.0
    """
    away = as_numbers(weights, "weights") - as_numbers(best, "best")
    return np.asarray(0.5 * ((away @ curvature) * away).sum(axis=-1))


def path(
    start: Real[np.ndarray, " taps"] | Numbers,
    curvature: Float[np.ndarray, "taps taps"],
    best: Real[np.ndarray, " taps"] | Numbers,
    *,
    rate: Number,
    momentum: Number = 0.0,
    updates: int,
) -> Float[np.ndarray, "updates_and_start taps"]:
    """The weights after 0, 1, 2, … updates.

    >>> walked = path([0, 0], hessian(EDGE, (1, 2)), EDGE_KERNEL, rate=0.03, updates=10)
    >>> [round(weight, 5) for weight in walked[10].tolist()]
    [0.98847, -0.98847]
    """
    weights, target = as_numbers(start, "start"), as_numbers(best, "best")
    velocity = np.zeros_like(weights)
    walked = [weights]
    for _ in range(updates):
        # Product by product: a start on the valley's floor stays there to the last digit, unlike with fused sums.
        velocity = float(momentum) * velocity + (curvature * (weights - target)).sum(axis=1)
        weights = weights - float(rate) * velocity
        walked.append(weights)
    return np.stack(walked)


def limit(steepest: Number, momentum: Number = 0.0) -> float:
    """The rate above which descent runs away: 2 (1 + β) / λ of the steepest direction.

    >>> limit(60.0) == 1 / 30, limit(60.0, momentum=0.5)
    (True, 0.05)
    """
    return 2.0 * (1.0 + float(momentum)) / float(steepest)


def best_rate(flattest: Number, steepest: Number) -> float:
    """The rate without momentum at which the slowest direction is as fast as can be: 2 / (λ of one + λ of the other).

    >>> best_rate(12.0, 60.0) == 1 / 36
    True
    """
    return 2.0 / (float(flattest) + float(steepest))


@dataclass(frozen=True)
class Factor:
    """By what a direction is multiplied in an update, in the long run. `turns`: it changes its side again and again.

    >>> Factor(0.8, turns=True, real=True).signed
    -0.8

    Where it is `real`, the multiplier is +size or −size; else it is a turn, and `size` what each update leaves of it.
    """

    size: float
    turns: bool
    real: bool

    @property
    def signed(self) -> float:
        """The multiplier with its sign, where it is a plain number."""
        return -self.size if self.turns and self.real else self.size


def factor(curvature: Number, rate: Number, momentum: Number = 0.0) -> Factor:
    """1 − rate · λ without momentum; with it the larger root of z² − (1 + β − rate · λ) z + β.

    >>> factor(12.0, 0.03).signed, round(factor(60.0, 0.03).signed, 12)
    (0.64, -0.8)
    >>> factor(60.0, 0.03, momentum=0.25)  # neither root is real: both have the size √β
    Factor(size=0.5, turns=True, real=False)
    """
    share, kept = float(rate) * float(curvature), float(momentum)
    if kept == 0:
        plain = _snapped(1.0 - share)
        return Factor(abs(plain), plain < 0, real=True)
    middle = (1.0 + kept - share) / 2
    inner = middle**2 - kept
    if inner < 0:
        return Factor(sqrt(kept), turns=True, real=False)
    root = _snapped(abs(middle) + sqrt(inner))
    return Factor(root, middle < 0, real=True)


def _snapped(multiplier: float) -> float:
    """Exactly ±1 where a multiplier is that but for rounding: there lies the border."""
    return round(multiplier) * 1.0 if abs(abs(multiplier) - 1.0) <= ROUNDING else multiplier


def parts(start: Sequence[Number], best: Sequence[Number], along: Sequence[Direction]) -> tuple[float, ...]:
    """How far the start is from the best weights, along each direction; exactly 0 where that is but rounding.

    >>> parts([0, 0], EDGE_KERNEL.tolist(), directions(hessian(EDGE, (1, 2))))[1]  # (0, 0) lies in the valley's floor
    0.0
    """
    away = [float(one) - float(other) for one, other in zip(start, best, strict=True)]
    found = [away[0] * one.vector[0] + away[1] * one.vector[1] for one in along]
    return tuple(0.0 if abs(part) <= ROUNDING * hypot(*away) else part for part in found)


def outcome(factors: Sequence[Factor], reached: Sequence[float]) -> Outcome:
    """How a run goes on that starts with these parts along the directions of these factors.

    >>> edge = directions(hessian(EDGE, (1, 2)))
    >>> [outcome([factor(one.curvature, rate) for one in edge], [1.0, 1.0]) for rate in (0.01, 0.03, 1 / 30, 0.04)]
    ['settles', 'swings', 'border', 'diverges']

    A direction along which the start isn't away at all has no say; nor has one along which nothing changes.
    """
    moved = [one for one, part in zip(factors, reached, strict=True) if part and (one.size, one.turns) != (1.0, False)]
    if not moved:
        return "still"
    largest = max(one.size for one in moved)
    if largest > 1:
        return "diverges"
    if largest == 1:
        return "border"
    return "swings" if any(one.turns for one in moved) else "settles"
