"""What does a layer do to each value by itself? The activation functions of the networks shown here.

Each takes values of any shape and returns float64 of the same shape; NaN stays NaN.
"""

import math

import numpy as np
from jaxtyping import Float, Real

from models.ops.arrays import Number, Numbers, as_numbers

# Solved for, not chosen: normally distributed values of mean 0 and variance 1 keep both.
SELU_SCALE, SELU_ALPHA = 1.0507009873554805, 1.6732632423543772


def relu(values: Real[np.ndarray, "*shape"] | Numbers) -> Float[np.ndarray, "*shape"]:
    """max(0, x). Source: Nair & Hinton 2010.

    >>> relu([-2, 0, 3]).tolist()
    [0.0, 0.0, 3.0]
    """
    # NumPy's maximum hands NaN on; its fmax would hide it.
    return np.asarray(np.maximum(as_numbers(values, "values"), 0.0))


def hard_tanh(
    values: Real[np.ndarray, "*shape"] | Numbers, minimum: Number = -1.0, maximum: Number = 1.0
) -> Float[np.ndarray, "*shape"]:
    """Each value clipped to minimum…maximum. Raises ValueError when the minimum exceeds the maximum.

    >>> hard_tanh([-2, 0.5, 3]).tolist()
    [-1.0, 0.5, 1.0]
    """
    low, high = float(minimum), float(maximum)
    if not low <= high:
        raise ValueError(f"minimum is {low}, but must be at most the maximum {high}")
    return np.asarray(np.clip(as_numbers(values, "values"), low, high))


def relu6(values: Real[np.ndarray, "*shape"] | Numbers) -> Float[np.ndarray, "*shape"]:
    """min(max(0, x), 6), as MobileNetV2 has it. Source: Howard et al. 2017; Sandler et al. 2018.

    >>> relu6([-2, 3, 8]).tolist()
    [0.0, 3.0, 6.0]
    """
    return hard_tanh(values, 0.0, 6.0)


def sigmoid(values: Real[np.ndarray, "*shape"] | Numbers) -> Float[np.ndarray, "*shape"]:
    """1 / (1 + e^−x), from 0 to 1.

    >>> sigmoid([-np.inf, 0, np.inf]).tolist()
    [0.0, 0.5, 1.0]
    >>> round(float(sigmoid(math.log(3))), 4)  # 1 / (1 + 1/3)
    0.75
    """
    x = as_numbers(values, "values")
    shrunk = np.exp(-np.abs(x))  # never overflows, unlike e^−x of a large negative x
    return np.asarray(np.where(x >= 0, 1.0, shrunk) / (1.0 + shrunk))


def silu(values: Real[np.ndarray, "*shape"] | Numbers) -> Float[np.ndarray, "*shape"]:
    """X · sigmoid(x), also called swish, as EfficientNet has it. Source: Elfwing et al. 2018.

    >>> silu([-1, 0, 1]).round(4).tolist()  # sigmoid(1) = 0.7311, sigmoid(−1) = 0.2689
    [-0.2689, 0.0, 0.7311]
    """
    return np.asarray(as_numbers(values, "values") * sigmoid(values))


def hard_sigmoid(values: Real[np.ndarray, "*shape"] | Numbers) -> Float[np.ndarray, "*shape"]:
    """relu6(x + 3) / 6: the sigmoid in three straight pieces. Source: Howard et al. 2019 (MobileNetV3), §5.2.

    >>> hard_sigmoid([-3, 0, 1.5, 3]).tolist()
    [0.0, 0.5, 0.75, 1.0]
    """
    return np.asarray(relu6(np.asarray(as_numbers(values, "values") + 3.0)) / 6.0)


def hard_swish(values: Real[np.ndarray, "*shape"] | Numbers) -> Float[np.ndarray, "*shape"]:
    """X · hard_sigmoid(x). Source: Howard et al. 2019 (MobileNetV3), §5.2.

    >>> hard_swish([-1.5, 0, 1.5, 3]).tolist()
    [-0.375, 0.0, 1.125, 3.0]
    """
    return np.asarray(as_numbers(values, "values") * hard_sigmoid(values))


def gelu(values: Real[np.ndarray, "*shape"] | Numbers) -> Float[np.ndarray, "*shape"]:
    """X · Φ(x) = x · (1 + erf(x / √2)) / 2, exactly, as ConvNeXt has it. Source: Hendrycks & Gimpel 2016.

    >>> gelu([-1, 0, 1]).round(4).tolist()  # Φ(1) = 0.8413
    [-0.1587, 0.0, 0.8413]
    """
    x = as_numbers(values, "values")
    # NumPy has no error function of its own.
    error_function = np.vectorize(math.erf, otypes=[np.float64])
    return np.asarray(x * (1.0 + error_function(x / math.sqrt(2.0))) / 2.0)


def leaky_relu(values: Real[np.ndarray, "*shape"] | Numbers, slope: Number = 0.01) -> Float[np.ndarray, "*shape"]:
    """X where it is above 0, else slope · x; PReLU learns the slope, one for each channel. Source: Maas et al. 2013.

    >>> leaky_relu([-2, 3], slope=0.25).tolist()
    [-0.5, 3.0]
    """
    x = as_numbers(values, "values")
    return np.asarray(np.where(x > 0, x, float(slope) * x))


def elu(values: Real[np.ndarray, "*shape"] | Numbers, alpha: Number = 1.0) -> Float[np.ndarray, "*shape"]:
    """X where it is above 0, else alpha · (e^x − 1). Source: Clevert et al. 2015.

    >>> elu([-math.log(2), 3]).round(4).tolist()  # 1/2 − 1
    [-0.5, 3.0]
    """
    x = as_numbers(values, "values")
    # Both sides are worked out: without the minimum, the one that isn't taken would overflow. expm1 keeps the digits
    # that e^x − 1 loses near 0.
    return np.asarray(np.where(x > 0, x, float(alpha) * np.expm1(np.minimum(x, 0.0))))


def celu(values: Real[np.ndarray, "*shape"] | Numbers, alpha: Number = 1.0) -> Float[np.ndarray, "*shape"]:
    """X where it is above 0, else alpha · (e^(x / alpha) − 1). Source: Barron 2017.

    >>> celu([-2 * math.log(2), 3], alpha=2).round(4).tolist()  # 2 · (1/2 − 1)
    [-1.0, 3.0]
    """
    x = as_numbers(values, "values")
    # As in `elu`.
    return np.asarray(np.where(x > 0, x, float(alpha) * np.expm1(np.minimum(x / float(alpha), 0.0))))


def selu(values: Real[np.ndarray, "*shape"] | Numbers) -> Float[np.ndarray, "*shape"]:
    """1.0507 · elu(x, 1.6733), with the two numbers that keep mean 0 and variance 1. Source: Klambauer et al. 2017.

    >>> selu([-1, 0, 1]).round(4).tolist()
    [-1.1113, 0.0, 1.0507]
    """
    return np.asarray(SELU_SCALE * elu(values, SELU_ALPHA))


def softplus(
    values: Real[np.ndarray, "*shape"] | Numbers, beta: Number = 1.0, threshold: Number = 20.0
) -> Float[np.ndarray, "*shape"]:
    """ln(1 + e^(beta · x)) / beta, and x itself where beta · x is above the threshold. Source: `torch.nn.Softplus`.

    >>> softplus([0, 30]).round(4).tolist()  # ln 2; and 30 is above the threshold
    [0.6931, 30.0]
    """
    x, steepness = as_numbers(values, "values"), float(beta)
    # logaddexp(0, z) is ln(e^0 + e^z), and never overflows.
    with np.errstate(invalid="ignore"):  # NaN stays NaN
        return np.asarray(np.where(steepness * x > float(threshold), x, np.logaddexp(0.0, steepness * x) / steepness))


def softsign(values: Real[np.ndarray, "*shape"] | Numbers) -> Float[np.ndarray, "*shape"]:
    """X / (1 + |x|), from −1 to 1.

    >>> softsign([-1, 0, 3]).tolist()
    [-0.5, 0.0, 0.75]
    """
    x = as_numbers(values, "values")
    return np.asarray(x / (1.0 + np.abs(x)))


def tanh(values: Real[np.ndarray, "*shape"] | Numbers) -> Float[np.ndarray, "*shape"]:
    """(e^x − e^−x) / (e^x + e^−x), from −1 to 1.

    >>> round(float(tanh(math.log(2))), 4)  # (2 − 1/2) / (2 + 1/2)
    0.6
    """
    return np.asarray(np.tanh(as_numbers(values, "values")))


def mish(values: Real[np.ndarray, "*shape"] | Numbers) -> Float[np.ndarray, "*shape"]:
    """X · tanh(ln(1 + e^x)). Source: Misra 2019.

    >>> round(float(mish(math.log(2))), 4)  # ln 2 · tanh(ln 3), and tanh(ln 3) = 0.8
    0.5545
    """
    return np.asarray(as_numbers(values, "values") * np.tanh(softplus(values)))


def gelu_by_tanh(values: Real[np.ndarray, "*shape"] | Numbers) -> Float[np.ndarray, "*shape"]:
    """X · (1 + tanh(√(2/π) · (x + 0.044715 · x³))) / 2: GELU nearly. Source: Hendrycks & Gimpel 2016, §2.

    >>> gelu_by_tanh([-1, 0, 1]).round(4).tolist()
    [-0.1588, 0.0, 0.8412]
    """
    x = as_numbers(values, "values")
    return np.asarray(x * (1.0 + np.tanh(math.sqrt(2.0 / math.pi) * (x + 0.044715 * x**3))) / 2.0)


def log_sigmoid(values: Real[np.ndarray, "*shape"] | Numbers) -> Float[np.ndarray, "*shape"]:
    """−ln(1 + e^−x), the logarithm of the sigmoid.

    >>> round(float(log_sigmoid(0)), 4)  # −ln 2
    -0.6931
    """
    # PyTorch's has no threshold either.
    return np.asarray(-softplus(-as_numbers(values, "values"), threshold=np.inf))


def hard_shrink(values: Real[np.ndarray, "*shape"] | Numbers, bound: Number = 0.5) -> Float[np.ndarray, "*shape"]:
    """X where |x| is above the bound, else 0. Source: `torch.nn.Hardshrink`.

    >>> hard_shrink([-1, -0.5, 0.25, 2]).tolist()
    [-1.0, 0.0, 0.0, 2.0]
    """
    x = as_numbers(values, "values")
    # Asked this way round, NaN stays: it is not at most anything.
    return np.asarray(np.where(np.abs(x) <= float(bound), 0.0, x))


def soft_shrink(values: Real[np.ndarray, "*shape"] | Numbers, bound: Number = 0.5) -> Float[np.ndarray, "*shape"]:
    """X brought nearer to 0 by the bound, 0 within it. Source: `torch.nn.Softshrink`.

    >>> soft_shrink([-1, -0.5, 0.25, 2]).tolist()
    [-0.5, 0.0, 0.0, 1.5]
    """
    x = as_numbers(values, "values")
    # What lies within the bound is taken away from itself, and the bound from all else.
    return np.asarray(x - np.clip(x, -float(bound), float(bound)))


def above(
    values: Real[np.ndarray, "*shape"] | Numbers, threshold: Number, other: Number
) -> Float[np.ndarray, "*shape"]:
    """X where it is above the threshold, else the other value. Source: `torch.nn.Threshold`.

    >>> above([-1, 0, 2], threshold=0, other=7).tolist()
    [7.0, 7.0, 2.0]
    """
    x = as_numbers(values, "values")
    # NaN stays, as in `hard_shrink`.
    return np.asarray(np.where(x <= float(threshold), float(other), x))
