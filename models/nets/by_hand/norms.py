"""How is a unit worked out that is compared with others: normalisation layers, softmax, means and maxima over axes?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from jaxtyping import Float64

from models.nets.by_hand.case import Answer, Case, NotByHand, Rule
from models.ops.batch_norm import as_line, normalize, statistics

EPS = 1e-5
Together = Float64[np.ndarray, "..."]


def batch_norm(case: Case) -> Answer:
    """The line y = a·x + b of one channel, with a and b from the statistics in use, γ and β."""
    one = slice(case.unit[0], case.unit[0] + 1)
    mean, variance = case.weight("running_mean", one), case.weight("running_var", one)
    counted = 5  # the value, the mean, the variance, γ and β
    if case.settings.get("training") or mean is None or variance is None:
        mean, variance, counted = of_the_batch(case, one)
    eps = case.settings.get("eps", EPS)
    a, b = as_line(mean, variance, case.weight("weight", one), case.weight("bias", one), eps)
    return float(a[0] * case.maps[case.unit] + b[0]), counted


def of_the_batch(case: Case, one: slice) -> tuple[Together, Together, int]:
    """Mean and variance [1] of one channel over all pictures and places, and how many values that are."""
    if case.batch is None:
        raise NotByHand("It normalises by the batch itself, of which only one picture is told.")
    values = case.batch[:, one].reshape(len(case.batch), 1, -1, 1)
    found = statistics(values, "channel")
    return found.mean.ravel(), found.variance.ravel(), values.size


def instance_norm(case: Case) -> Answer:
    """One map by its own mean and variance; where it keeps running ones and is not in training, by those."""
    kept = case.weight("running_mean") is not None
    if kept and not case.settings.get("use_input_stats", case.settings.get("training", False)):
        return batch_norm(case)
    channel, *place = case.unit
    return standardized(case, case.maps[channel], tuple(place), channel)


def group_norm(case: Case) -> Answer:
    """One picture's maps of one group by their own mean and variance."""
    channel, *place = case.unit
    size = case.shape[0] // case.settings["num_groups"]
    first = channel - channel % size
    return standardized(case, case.maps[first : first + size], (channel - first, *place), channel)


def layer_norm(case: Case) -> Answer:
    """The values of the last axes, as many as the layer names, by their own mean and variance."""
    together, place = last_axes(case)
    return standardized(case, together, place, place)


def root_mean_square_norm(case: Case) -> Answer:
    """The value over the root of the mean square of those it is normalised with. Source: Zhang & Sennrich 2019."""
    together, place = last_axes(case)
    eps = case.settings.get("eps")
    smallest = float(np.finfo(np.float32).eps) if eps is None else eps
    value = together[place] / np.sqrt((together**2).mean() + smallest)
    return float(value * factor(case, "weight", place, 1.0)), together.size


def last_axes(case: Case) -> tuple[Together, tuple[int, ...]]:
    """The values normalised together with the unit, and where among them it is."""
    shape = case.settings["normalized_shape"]
    count = 1 if isinstance(shape, int) else len(shape)
    place = case.own_unit
    return case.own_maps[place[: len(place) - count]], place[len(place) - count :]


def standardized(case: Case, together: Together, place: tuple[int, ...], weighed: Any) -> Answer:
    """γ · (x − mean) / √(variance + ε) + β for the value at `place`; `weighed`: where its γ and β are."""
    line = together.reshape(1, 1, 1, -1)
    number = int(np.ravel_multi_index(place, together.shape))
    scaled = normalize(line, statistics(line, "layer"), eps=case.settings.get("eps", EPS))[0, 0, 0, number]
    return float(scaled * factor(case, "weight", weighed, 1.0) + factor(case, "bias", weighed, 0.0)), together.size


def factor(case: Case, name: str, place: Any, default: float) -> float:
    """γ or β at a place, the default where the layer has none."""
    values = case.weight(name)
    return default if values is None else float(values[place])


def local_response(case: Case) -> Answer:
    """The value over a power of the squares around it, channel beside channel. Source: Krizhevsky et al. 2012, §3.3."""
    size, (channel, row, column) = case.settings["size"], case.unit
    first = channel - size // 2
    near = case.maps[max(0, first) : first + size, row, column]
    alpha, beta, k = (case.settings.get(name, usual) for name, usual in (("alpha", 1e-4), ("beta", 0.75), ("k", 1.0)))
    return float(case.maps[case.unit] / (k + alpha * (near**2).sum() / size) ** beta), near.size


def share(case: Case) -> Answer:
    """Softmax: e^x over the sum of e^x along one axis."""
    line, place = along(case)
    powers = np.exp(line - line.max())
    return float(powers[place] / powers.sum()), line.size


def logarithm_of_share(case: Case) -> Answer:
    """The logarithm of softmax: x less ln Σ e^x along one axis."""
    line, place = along(case)
    largest = line.max()
    return float(line[place] - largest - np.log(np.exp(line - largest).sum())), line.size


def along(case: Case) -> tuple[Float64[np.ndarray, " values"], int]:
    """The values along the axis that softmax is over, and the unit's place among them."""
    dim = case.settings.get("dim")
    axes = case.axes[0]
    axis = 0 if dim is None or axes == 1 else dim % (axes + 1) - 1
    if axis < 0:
        raise NotByHand("It compares the pictures of the batch with one another.")
    place = list(case.own_unit)
    number = place[axis]
    place[axis] = slice(None)  # type: ignore[call-overload]
    return case.own_maps[tuple(place)], number


def over_axes(function: Callable[[Any], Any]) -> Rule:
    """The rule of one number from the values along some axes: a mean, a sum, a maximum."""

    def rule(case: Case) -> Answer:
        values = case.own_maps[tuple(slice(None) if axis in gone(case) else at for axis, at in kept(case))]
        return float(function(values)), values.size

    return rule


def gone(case: Case) -> frozenset[int]:
    """The axes that vanish, counted without the batch."""
    dims = next((case.settings[name] for name in ("dim", "axis") if case.settings.get(name) is not None), None)
    if dims is None or dims == ():
        raise NotByHand("It is over the whole batch.")
    axes = case.axes[0] + 1
    vanished = {axis % axes - 1 for axis in ((dims,) if isinstance(dims, int) else dims)}
    if -1 in vanished:
        raise NotByHand("It is over the pictures of the batch.")
    return frozenset(vanished)


def kept(case: Case) -> list[tuple[int, int]]:
    """Every axis of the input with the unit's place on it; where the axis vanishes the place means nothing."""
    vanished, unit = gone(case), list(case.own_unit)
    if case.axes[0] == case.axes[1]:
        return list(enumerate(unit))
    left = [axis for axis in range(case.axes[0]) if axis not in vanished]
    if len(left) != len(unit):
        raise NotByHand("Its result has other axes than are counted here.")
    return [(axis, unit[left.index(axis)] if axis in left else 0) for axis in range(case.axes[0])]
