"""How does torch learn a kernel of two weights? Its own convolution, gradient and torch.optim.SGD, in double precision.

Nothing here knows that the loss is a quadratic: the path is walked by autograd, and the curvature is asked of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import torch
from jaxtyping import Float64
from torch import Tensor
from torch.nn.functional import conv2d

Picture = Float64[np.ndarray, "rows columns"]
Kernel = Float64[np.ndarray, " taps"]


def path_by_torch(
    picture: Picture, target: Kernel, start: Sequence[float], *, rate: float, momentum: float, updates: int
) -> Float64[np.ndarray, "updates_and_start taps"]:
    """The weights of a kernel of one row after 0, 1, 2, … updates on Σ (y − t)²; t is what `target` gives."""
    with torch.inference_mode(mode=False), torch.enable_grad():
        weights = torch.tensor(list(start), dtype=torch.float64, requires_grad=True)
        loss, walked = _loss(picture, target), [weights.detach().clone()]
        optimizer = torch.optim.SGD([weights], lr=rate, momentum=momentum)
        for _ in range(updates):
            optimizer.zero_grad()
            loss(weights).backward()
            optimizer.step()
            walked.append(weights.detach().clone())
        path: np.ndarray = torch.stack(walked).numpy()
    return path


def eigenvalues_by_torch(picture: Picture, target: Kernel) -> tuple[float, ...]:
    """The eigenvalues of the loss's second derivative, in ascending order."""
    with torch.inference_mode(mode=False), torch.enable_grad():
        found = torch.autograd.functional.hessian(_loss(picture, target), torch.zeros(target.size, dtype=torch.float64))
        values: list[float] = torch.linalg.eigvalsh(found).tolist()
    return tuple(values)


def _loss(picture: Picture, target: Kernel) -> Callable[[Tensor], Tensor]:
    pixels = torch.tensor(picture, dtype=torch.float64)[None, None]

    def applied(weights: Tensor) -> Tensor:
        return conv2d(pixels, weights.reshape(1, 1, 1, -1))

    wanted = applied(torch.tensor(target, dtype=torch.float64))
    return lambda weights: ((applied(weights) - wanted) ** 2).sum()
