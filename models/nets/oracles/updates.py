"""What does PyTorch say of one update? The small network built with `nn`, its loss, and its gradients by autograd."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from jaxtyping import Float64
from torch import nn
from torch.nn import functional

Array = Float64[np.ndarray, "..."]


def update_by_autograd(
    picture: Float64[np.ndarray, "rows columns"], weights: Sequence[Array], label: int, *, loss: str, pool: str
) -> tuple[float, tuple[Array, ...]]:
    """(loss, gradient of each of the weights) of convolution – ReLU – pooling – linear, in double precision.

    `weights`: kernels [kernel, rows, columns], their biases, linear [class, feature], its biases; `loss`:
    "cross_entropy", or "squared_error", ½ Σ (y − t)²; `pool`: "max" or "average", over 2 × 2.
    """
    kernels, _, matrix, _ = weights
    with torch.inference_mode(mode=False), torch.enable_grad():
        network = nn.Sequential(
            nn.Conv2d(1, len(kernels), kernels.shape[1:], dtype=torch.float64),
            nn.ReLU(),
            nn.MaxPool2d(2) if pool == "max" else nn.AvgPool2d(2),
            nn.Flatten(),
            nn.Linear(matrix.shape[1], matrix.shape[0], dtype=torch.float64),
        )
        for parameter, values in zip(network.parameters(), weights, strict=True):
            parameter.data = torch.from_numpy(np.array(values)).reshape(parameter.shape)
        logits = network(torch.from_numpy(np.array(picture))[None, None])
        target = torch.tensor([label])
        if loss == "cross_entropy":
            error = functional.cross_entropy(logits, target)
        else:
            error = 0.5 * ((logits - functional.one_hot(target, len(matrix))) ** 2).sum()
        error.backward()
    found = [parameter.grad for parameter in network.parameters()]
    gradients = [
        grad.numpy().reshape(np.shape(values)) for grad, values in zip(found, weights, strict=True) if grad is not None
    ]
    return float(error.detach()), tuple(gradients)
