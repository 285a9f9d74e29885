"""One update, worked out by hand: the pass forward, the loss, the gradient sent back, the weights after it.

Maps are [kernel, row, column]; a δ has the shape of the values it belongs to. The network: a convolution of two 3 × 3
kernels over one picture, ReLU, pooling over 2 × 2, a linear layer; its outputs are the logits.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from jaxtyping import Float64

from models.ops import descent, gradients
from models.ops.convolution import cross_correlate
from models.ops.linear import linear
from models.ops.pooling import average_pool, max_pool
from models.ops.softmax import softmax
from viz.stages.training.update.view import UpdateView
from viz.stages.training.update.weights import MAP, WINDOW, Weights, initial

Maps = Float64[np.ndarray, "kernels rows columns"]


@dataclass(frozen=True, eq=False)
class Forward:
    """What each layer gives out, and the loss."""

    picture: Float64[np.ndarray, "8 8"]
    convolution: Maps
    relu: Maps
    pooling: Maps
    logits: Float64[np.ndarray, " classes"]
    loss: float

    @property
    def probabilities(self) -> Float64[np.ndarray, " classes"]:
        """Softmax of the logits."""
        return softmax(self.logits)


@dataclass(frozen=True, eq=False)
class Backward:
    """δ of each layer's output, from the last to the first, and the gradient of every weight."""

    logits: Float64[np.ndarray, " classes"]
    pooling: Maps
    relu: Maps
    convolution: Maps
    gradient: Weights


@dataclass(frozen=True, eq=False)
class Case:
    """One update: the weights before and after it, and both passes; the pass forward once more behind it.

    `done`: how many updates came before, which is less than was asked for where the loss was no longer a number.
    """

    view: UpdateView
    done: int
    before: Weights
    forward: Forward
    backward: Backward
    after: Weights
    again: Forward

    @property
    def first(self) -> Weights:
        """The weights before the very first update."""
        return initial(self.view.seed)

    @property
    def promised(self) -> float:
        """By how much the step promises to lower the loss."""
        return descent.promised(self.backward.gradient.all(), self.view.rate)

    @property
    def fall(self) -> float:
        """By how much it really does."""
        return self.forward.loss - self.again.loss

    @cached_property
    def cell(self) -> gradients.Terms:
        """The gradient of the kernel's cell in question, term by term."""
        view = self.view
        delta = self.backward.convolution[view.kernel]
        return gradients.gradient_terms(self.forward.picture, delta, view.row, view.column)


def case_of(view: UpdateView, picture: Float64[np.ndarray, "8 8"]) -> Case:
    """The update that a view asks for, after all those before it."""
    weights = initial(view.seed)
    with np.errstate(over="ignore", invalid="ignore"):  # a rate may be far too high; that is then said
        case = _update(view, 0, weights, forward_of(view, weights, picture))
        while case.done < view.updates and np.isfinite(case.again.loss):
            case = _update(view, case.done + 1, case.after, case.again)
    return case


def _update(view: UpdateView, done: int, before: Weights, forward: Forward) -> Case:
    backward = backward_of(view, before, forward)
    steps = zip(before.all(), backward.gradient.all(), strict=True)
    after = Weights(*(descent.step(weights, gradient, view.rate) for weights, gradient in steps))
    return Case(view, done, before, forward, backward, after, forward_of(view, after, forward.picture))


def forward_of(view: UpdateView, weights: Weights, picture: Float64[np.ndarray, "8 8"]) -> Forward:
    """From the picture to the loss."""
    kernels = zip(weights.kernels, weights.kernel_biases, strict=True)
    maps = np.array([cross_correlate(picture, kernel, bias=bias) for kernel, bias in kernels])
    passed = np.maximum(maps, 0)
    pooled = (max_pool if view.pool == "max" else average_pool)(passed, WINDOW)
    logits = linear(pooled.ravel(), weights.linear, weights.linear_biases)
    loss, _ = descent.LOSSES[view.loss]
    return Forward(picture, maps, passed, pooled, logits, loss(logits, view.label))


def backward_of(view: UpdateView, weights: Weights, forward: Forward) -> Backward:
    """From the loss back to the kernels."""
    _, delta_of = descent.LOSSES[view.loss]
    of_logits = delta_of(forward.logits, view.label)
    of_linear, of_features = gradients.linear_gradients(of_logits, forward.pooling.ravel(), weights.linear)
    of_pooled = of_features.reshape(forward.pooling.shape)
    if view.pool == "max":
        of_passed = gradients.max_pool_gradient(of_pooled, forward.relu, WINDOW)
    else:
        of_passed = gradients.average_pool_gradient(of_pooled, (MAP, MAP), WINDOW)
    of_maps = gradients.relu_gradient(of_passed, forward.convolution)
    of_kernels = np.array([gradients.kernel_gradient(forward.picture, delta) for delta in of_maps])
    of_biases = np.array([gradients.bias_gradient(delta) for delta in of_maps])
    return Backward(of_logits, of_pooled, of_passed, of_maps, Weights(of_kernels, of_biases, of_linear, of_logits))


def tried(case: Case) -> Weights:
    """The gradient of every weight by finite differences: each a little larger, a little smaller."""
    whole = case.before.all()

    def of(place: int) -> Float64[np.ndarray, "..."]:
        def loss(values: Float64[np.ndarray, "..."]) -> float:
            moved = Weights(*(values if at == place else each for at, each in enumerate(whole)))
            return forward_of(case.view, moved, case.forward.picture).loss

        return descent.finite_difference(loss, whole[place])

    return Weights(*(of(place) for place in range(len(whole))))
