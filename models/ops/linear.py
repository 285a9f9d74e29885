"""What does a fully connected layer compute? One weighted sum of all features for each output.

Values [feature], weights [output, feature] as PyTorch stores them, bias [output].
"""

import numpy as np
from jaxtyping import Float, Real

from models.ops.arrays import Numbers, as_numbers


def linear(
    values: Real[np.ndarray, " features"] | Numbers,
    weights: Real[np.ndarray, "outputs features"] | Numbers,
    bias: Real[np.ndarray, " outputs"] | Numbers | None = None,
) -> Float[np.ndarray, " outputs"]:
    """Weights · values + bias: [outputs] in float64. Raises ValueError when the shapes do not belong together.

    >>> linear([1, 2], weights=[[3, 4], [5, 6]], bias=[0, 100]).tolist()  # 1·3 + 2·4, and 1·5 + 2·6 + 100
    [11.0, 117.0]
    """
    values, weights = as_numbers(values, "values"), as_numbers(weights, "weights")
    if values.ndim != 1:
        raise ValueError(f"values have the shape {list(values.shape)}, but must be [features]: flatten the maps first")
    if weights.ndim != 2 or weights.shape[1] != values.size:  # noqa: PLR2004 - outputs and features
        raise ValueError(f"weights have the shape {list(weights.shape)}, but must be [outputs, {values.size}]")
    offset = np.zeros(len(weights)) if bias is None else as_numbers(bias, "bias")
    if offset.shape != (len(weights),):
        raise ValueError(f"bias has the shape {list(offset.shape)}, but must be [{len(weights)}]")
    return np.asarray(weights @ values + offset)
