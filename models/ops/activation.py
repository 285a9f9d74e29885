"""What does a layer do to each value by itself? The activation functions of the networks shown here.

Each takes values of any shape and returns float64 of the same shape; NaN stays NaN.
"""

import math

import numpy as np
from jaxtyping import Float, Real

from models.ops.arrays import Number, Numbers, as_numbers


def relu(values: Real[np.ndarray, "*shape"] | Numbers) -> Float[np.ndarray, "*shape"]:
    """max(0, x). Source: Nair & Hinton 2010."""
    return np.asarray(np.maximum(as_numbers(values, "values"), 0.0))


def hard_tanh(
    values: Real[np.ndarray, "*shape"] | Numbers, minimum: Number = -1.0, maximum: Number = 1.0
) -> Float[np.ndarray, "*shape"]:
    """Each value clipped to minimum…maximum. Raises ValueError when the minimum exceeds the maximum."""
    low, high = float(minimum), float(maximum)
    if not low <= high:
        raise ValueError(f"minimum is {low}, but must be at most the maximum {high}")
    return np.asarray(np.clip(as_numbers(values, "values"), low, high))


def relu6(values: Real[np.ndarray, "*shape"] | Numbers) -> Float[np.ndarray, "*shape"]:
    """min(max(0, x), 6), as MobileNetV2 has it. Source: Howard et al. 2017; Sandler et al. 2018."""
    return hard_tanh(values, 0.0, 6.0)


def sigmoid(values: Real[np.ndarray, "*shape"] | Numbers) -> Float[np.ndarray, "*shape"]:
    """1 / (1 + e^−x), from 0 to 1."""
    x = as_numbers(values, "values")
    shrunk = np.exp(-np.abs(x))  # never overflows, unlike e^−x of a large negative x
    return np.asarray(np.where(x >= 0, 1.0, shrunk) / (1.0 + shrunk))


def silu(values: Real[np.ndarray, "*shape"] | Numbers) -> Float[np.ndarray, "*shape"]:
    """X · sigmoid(x), also called swish, as EfficientNet has it. Source: Elfwing et al. 2018."""
    return np.asarray(as_numbers(values, "values") * sigmoid(values))


def hard_sigmoid(values: Real[np.ndarray, "*shape"] | Numbers) -> Float[np.ndarray, "*shape"]:
    """relu6(x + 3) / 6: the sigmoid in three straight pieces. Source: Howard et al. 2019 (MobileNetV3), §5.2."""
    return np.asarray(relu6(np.asarray(as_numbers(values, "values") + 3.0)) / 6.0)


def hard_swish(values: Real[np.ndarray, "*shape"] | Numbers) -> Float[np.ndarray, "*shape"]:
    """X · hard_sigmoid(x). Source: Howard et al. 2019 (MobileNetV3), §5.2."""
    return np.asarray(as_numbers(values, "values") * hard_sigmoid(values))


def gelu(values: Real[np.ndarray, "*shape"] | Numbers) -> Float[np.ndarray, "*shape"]:
    """X · Φ(x) = x · (1 + erf(x / √2)) / 2, exactly, as ConvNeXt has it. Source: Hendrycks & Gimpel 2016."""
    x = as_numbers(values, "values")
    error_function = np.vectorize(math.erf, otypes=[np.float64])
    return np.asarray(x * (1.0 + error_function(x / math.sqrt(2.0))) / 2.0)
