"""Which way is worse, and how steeply? The gradient of a loss, sent back through one layer at a time.

δ stands for the gradient of the loss with respect to what a layer gives out: how much the loss changes for each bit by
which that value changes. Every function takes the δ behind a layer and gives the gradient of what the layer is made of,
or reads. Images are [rows, columns] or [channels, rows, columns]; a δ has the shape of the values it belongs to.
"""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float, Real

from models.ops.arrays import Numbers, as_image, as_numbers, frozen
from models.ops.convolution import transposed
from models.ops.geometry import IntOrPair, pad, pair
from models.ops.pooling import average_pool, max_pool_winners
from models.ops.windows import all_windows


@dataclass(frozen=True, eq=False)
class Terms:
    """The gradient of one weight as a sum over positions: `deltas` × `values` = `products`, which add up to `total`."""

    deltas: Float[np.ndarray, "output_rows output_columns"]
    values: Float[np.ndarray, "output_rows output_columns"]
    products: Float[np.ndarray, "output_rows output_columns"]
    total: float


def kernel_gradient(
    image: Real[np.ndarray, "*channels rows columns"] | Numbers,
    delta: Real[np.ndarray, "output_rows output_columns"] | Numbers,
    *,
    stride: IntOrPair = (1, 1),
    padding: IntOrPair = (0, 0),
    kernel: IntOrPair | None = None,
) -> Float[np.ndarray, "*channels kernel_rows kernel_columns"]:
    """∂L/∂K[a, b] = Σ δ[i, j] · X[i·stride + a, j·stride + b], over all positions (i, j) of the output.

    >>> image = np.arange(9).reshape(3, 3)
    >>> kernel_gradient(image, [[1, 1], [1, 1]]).tolist()  # the first: 0 + 1 + 3 + 4
    [[8.0, 12.0], [20.0, 24.0]]
    >>> kernel_gradient(image, [[1, 0], [0, -1]]).tolist()  # each 4 less along the diagonal
    [[-4.0, -4.0], [-4.0, -4.0]]

    `kernel` is the kernel's size; without it, the largest that makes an output of this size. Raises ValueError where
    δ is no output of such a kernel. Source: Dumoulin & Visin 2016, §4; `torch.nn.grad.conv2d_weight`.
    """
    padded, deltas, stride = (
        pad(as_image(image), pair(padding, "padding"), "zeros"),
        _plane(delta),
        pair(stride, "stride", 1),
    )
    size = _kernel_size(padded, deltas, stride) if kernel is None else pair(kernel, "kernel", 1)
    under = all_windows(padded, size, stride, (1, 1))
    if under.shape[-4:-2] != deltas.shape:
        raise ValueError(f"delta has the shape {list(deltas.shape)}, but the output has {list(under.shape[-4:-2])}")
    return np.asarray(np.einsum("...rcab,rc->...ab", under, deltas))


def gradient_terms(
    image: Real[np.ndarray, "rows columns"] | Numbers,
    delta: Real[np.ndarray, "output_rows output_columns"] | Numbers,
    row: int,
    column: int,
    *,
    stride: IntOrPair = (1, 1),
) -> Terms:
    """The gradient of one kernel cell, with everything it is made of: δ of each position × the pixel it met there.

    >>> terms = gradient_terms(np.arange(9).reshape(3, 3), [[1, 0], [0, -1]], row=0, column=1)
    >>> terms.values.tolist(), terms.products.tolist(), terms.total
    ([[1.0, 2.0], [4.0, 5.0]], [[1.0, 0.0], [0.0, -5.0]], -4.0)
    """
    (down, across), deltas = pair(stride, "stride", 1), _plane(delta)
    rows, columns = row + down * np.arange(len(deltas)), column + across * np.arange(deltas.shape[1])
    values = as_image(image)[np.ix_(rows, columns)]
    products = deltas * values
    return Terms(frozen(deltas), frozen(values), frozen(products), float(products.sum()))


def bias_gradient(delta: Real[np.ndarray, "..."] | Numbers) -> float:
    """∂L/∂bias = Σ δ: the bias is added at every position, so each of them has its say.

    >>> bias_gradient([[1, 0], [0.5, -1]])
    0.5
    """
    return float(as_numbers(delta, "delta").sum())


def input_gradient(
    delta: Real[np.ndarray, "output_rows output_columns"] | Numbers,
    kernel: Real[np.ndarray, "kernel_rows kernel_columns"] | Numbers,
    size: tuple[int, int],
    *,
    stride: IntOrPair = (1, 1),
    padding: IntOrPair = (0, 0),
) -> Float[np.ndarray, "rows columns"]:
    """∂L/∂X: each δ is spread back over the pixels its window read, weighted by the kernel; what overlaps adds up.

    >>> input_gradient([[1, 0], [0, -1]], [[0, 1], [2, 3]], size=(3, 3)).tolist()
    [[0.0, 1.0, 0.0], [2.0, 3.0, -1.0], [0.0, -2.0, -3.0]]

    `size`: of the image, [rows, columns]. It is a transposed convolution; pixels that no window reads get 0.
    """
    (above, beside), (rows, columns) = pair(padding, "padding"), size
    stamped = transposed(_plane(delta), kernel, stride=stride)
    # A stride may leave the last rows and columns of the padded image unread.
    missing = [
        (0, max(0, whole - have))
        for whole, have in zip((rows + 2 * above, columns + 2 * beside), stamped.shape, strict=True)
    ]
    return np.pad(stamped, missing)[above : above + rows, beside : beside + columns]


def relu_gradient(
    delta: Real[np.ndarray, "..."] | Numbers, values: Real[np.ndarray, "..."] | Numbers
) -> Float[np.ndarray, "..."]:
    """δ passes where the value before the ReLU was positive, and nowhere else.

    >>> relu_gradient([5, 6, 7], values=[1, -2, 0]).tolist()
    [5.0, 0.0, 0.0]

    At exactly 0 there is no slope; 0 is taken for it, as in PyTorch.
    """
    return np.where(as_numbers(values, "values") > 0, as_numbers(delta, "delta"), 0.0)


def max_pool_gradient(
    delta: Real[np.ndarray, "*channels output_rows output_columns"] | Numbers,
    image: Real[np.ndarray, "*channels rows columns"] | Numbers,
    kernel: IntOrPair,
    *,
    stride: IntOrPair | None = None,
    padding: IntOrPair = 0,
) -> Float[np.ndarray, "*channels rows columns"]:
    """Each window's δ goes to the pixel that won it; the others could have been a little different unnoticed.

    >>> max_pool_gradient([[5]], [[1, 4], [3, 2]], 2).tolist()
    [[0.0, 5.0], [0.0, 0.0]]
    >>> max_pool_gradient([[1, 2], [3, 4]], np.arange(9).reshape(3, 3), 2, stride=1).tolist()  # 4, 5, 7 and 8 win
    [[0.0, 0.0, 0.0], [0.0, 1.0, 2.0], [0.0, 3.0, 4.0]]

    Of equal pixels the first wins. Source: `torch.nn.MaxPool2d`.
    """
    values, deltas = as_image(image), as_image(delta, "delta")
    winners = max_pool_winners(values, kernel, stride=stride, padding=padding)
    gradient = np.zeros(values.shape)
    channels = np.indices(winners.rows.shape)[:-2]
    np.add.at(gradient, (*channels, winners.rows, winners.columns), deltas)
    return gradient


def average_pool_gradient(
    delta: Real[np.ndarray, "*channels output_rows output_columns"] | Numbers,
    size: tuple[int, int],
    kernel: IntOrPair,
    *,
    stride: IntOrPair | None = None,
) -> Float[np.ndarray, "*channels rows columns"]:
    """Each window's δ is shared out evenly among its pixels.

    >>> average_pool_gradient([[4, 8]], size=(2, 4), kernel=2).tolist()
    [[1.0, 1.0, 2.0, 2.0], [1.0, 1.0, 2.0, 2.0]]

    `size`: of what was pooled, [rows, columns]. Raises ValueError where δ is no output of such a pooling.
    """
    deltas, (high, wide) = as_image(delta, "delta"), pair(kernel, "kernel", 1)
    down, across = (high, wide) if stride is None else pair(stride, "stride", 1)
    expected = average_pool(np.zeros(size), (high, wide), stride=(down, across)).shape
    if deltas.shape[-2:] != expected:
        raise ValueError(f"delta has the shape {list(deltas.shape)}, but the output has {list(expected)}")
    gradient = np.zeros((*deltas.shape[:-2], *size))
    for row, column in np.ndindex(expected):
        window = (..., slice(row * down, row * down + high), slice(column * across, column * across + wide))
        gradient[window] += deltas[..., row, column, None, None] / (high * wide)
    return gradient


def linear_gradients(
    delta: Real[np.ndarray, " outputs"] | Numbers,
    values: Real[np.ndarray, " features"] | Numbers,
    weights: Real[np.ndarray, "outputs features"] | Numbers,
) -> tuple[Float[np.ndarray, "outputs features"], Float[np.ndarray, " features"]]:
    """(∂L/∂W, ∂L/∂x): each weight gets δ of its output × its feature; each feature the δ it caused, by its weights.

    >>> of_weights, of_values = linear_gradients([1, -1], values=[1, 2], weights=[[3, 4], [5, 6]])
    >>> of_weights.tolist(), of_values.tolist()  # 1·3 − 1·5, and 1·4 − 1·6
    ([[1.0, 2.0], [-1.0, -2.0]], [-2.0, -2.0])

    ∂L/∂bias is δ itself.
    """
    deltas, numbers, matrix = as_numbers(delta, "delta"), as_numbers(values, "values"), as_numbers(weights, "weights")
    if matrix.shape != (deltas.size, numbers.size):
        raise ValueError(f"weights have the shape {list(matrix.shape)}, but must be {[deltas.size, numbers.size]}")
    return np.outer(deltas, numbers), deltas @ matrix


def _plane(delta: Numbers) -> Float[np.ndarray, "output_rows output_columns"]:
    plane = as_image(delta, "delta")
    if plane.ndim > 2:  # noqa: PLR2004 - rows and columns: one kernel makes one map
        raise ValueError(f"delta has the shape {list(plane.shape)}, but must be [rows, columns]")
    return plane


def _kernel_size(
    padded: Float[np.ndarray, "*channels rows columns"],
    delta: Float[np.ndarray, "output_rows output_columns"],
    stride: tuple[int, int],
) -> tuple[int, int]:
    """The largest kernel with which an image gives an output as large as δ."""
    rows, columns = (
        size - (count - 1) * step for size, count, step in zip(padded.shape[-2:], delta.shape, stride, strict=True)
    )
    if min(rows, columns) < 1:
        raise ValueError(f"delta has the shape {list(delta.shape)}, which no kernel makes of {list(padded.shape)}")
    return rows, columns
