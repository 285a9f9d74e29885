"""What does a kernel answer at each place of an image? Cross-correlation, one window at a time, and its transpose.

Image [rows, columns] with kernel [kernel_row, kernel_column], or [channels, rows, columns] with a kernel of as many
channels; one kernel makes one feature map [output_row, output_column]. All sums are float64, and so are the results.
"""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float, Int, Real

from models.ops.arrays import Number, Numbers, as_image, frozen
from models.ops.geometry import IntOrPair, output_size, pad, pair, transposed_size
from models.ops.windows import Window, all_windows, check_position, tap_positions, window_of


@dataclass(frozen=True, eq=False)
class Products:
    """One output value spelled out: `window.values` × `weights` = `products`, whose sum and `bias` make `total`.

    >>> found = products_at([[1, 2]], [[3, 4]], row=0, column=0, bias=5)
    >>> found.values.tolist(), found.weights.tolist(), found.products.tolist(), found.total
    ([[1.0, 2.0]], [[3.0, 4.0]], [[3.0, 8.0]], 16.0)
    """

    window: Window
    weights: Float[np.ndarray, "*channels kernel_rows kernel_columns"]
    products: Float[np.ndarray, "*channels kernel_rows kernel_columns"]
    bias: float
    total: float

    @property
    def values(self) -> Float[np.ndarray, "*channels kernel_rows kernel_columns"]:
        """The values under the kernel, padding included."""
        return self.window.values


def cross_correlate(
    image: Real[np.ndarray, "*channels rows columns"] | Numbers,
    kernel: Real[np.ndarray, "*channels kernel_rows kernel_columns"] | Numbers,
    *,
    bias: Number = 0.0,
    stride: IntOrPair = (1, 1),
    padding: IntOrPair = (0, 0),
    dilation: IntOrPair = (1, 1),
    mode: str = "zeros",
) -> Float[np.ndarray, "output_rows output_columns"]:
    """The feature map of one kernel: at each position the sum of window × kernel over all channels, plus the bias.

    >>> image, kernel = np.arange(9).reshape(3, 3), [[0, 1], [2, 3]]
    >>> cross_correlate(image, kernel).tolist()  # the first: 0·0 + 1·1 + 3·2 + 4·3
    [[19.0, 25.0], [37.0, 43.0]]
    >>> cross_correlate(image, kernel, padding=1, stride=(3, 2)).tolist()
    [[0.0, 8.0], [6.0, 8.0]]

    Image [H, W] with kernel [kh, kw], or [C, H, W] with [C, kh, kw]; result [H', W'] in float64, with H' and W' from
    `output_size`. The kernel is not flipped, which is what networks call convolution; see `flipped`.
    Raises ImpossibleGeometry when the kernel does not fit or a setting is out of range, ValueError when image and
    kernel do not belong together. Source: Dumoulin & Visin 2016, §2; padding modes as in `torch.nn.Conv2d`.
    """
    image, kernel = _of_one_kind(image, kernel)
    stride, dilation = pair(stride, "stride", 1), pair(dilation, "dilation", 1)
    output_shape(image, kernel, stride, padding, dilation)
    under_kernel = all_windows(pad(image, padding, mode), kernel.shape[-2:], stride, dilation)
    # k: channel; r, c: place of the output; i, j: place in the window. What isn't named after the arrow is summed over.
    letters = "krcij,kij->rc" if image.ndim > 2 else "rcij,ij->rc"  # noqa: PLR2004 - more axes than a plane has
    return np.asarray(np.einsum(letters, under_kernel, kernel) + float(bias))


def products_at(
    image: Real[np.ndarray, "*channels rows columns"] | Numbers,
    kernel: Real[np.ndarray, "*channels kernel_rows kernel_columns"] | Numbers,
    row: int,
    column: int,
    *,
    bias: Number = 0.0,
    stride: IntOrPair = (1, 1),
    padding: IntOrPair = (0, 0),
    dilation: IntOrPair = (1, 1),
    mode: str = "zeros",
) -> Products:
    """One value of `cross_correlate`, at output position (row, column), with everything it was made of.

    >>> found = products_at(np.arange(9).reshape(3, 3), [[0, 1], [2, 3]], row=0, column=0)
    >>> found.values.tolist(), found.products.tolist(), found.total
    ([[0.0, 1.0], [3.0, 4.0]], [[0.0, 1.0], [6.0, 12.0]], 19.0)

    Raises ValueError when the output has no such position, and what `cross_correlate` raises.
    """
    image, kernel = _of_one_kind(image, kernel)
    stride, dilation = pair(stride, "stride", 1), pair(dilation, "dilation", 1)
    paddings = pair(padding, "padding")
    check_position((row, column), output_shape(image, kernel, stride, paddings, dilation))
    kernel_rows, kernel_columns = kernel.shape[-2:]
    rows = tap_positions(row, kernel_rows, stride[0], paddings[0], dilation[0])
    columns = tap_positions(column, kernel_columns, stride[1], paddings[1], dilation[1])
    padded = pad(image, paddings, mode)
    # Row −p of the image is row 0 of the padded one.
    values = padded[..., rows[:, None] + paddings[0], columns + paddings[1]]
    products = values * kernel
    window = window_of(values, rows, columns, image.shape[-2:])
    return Products(window, frozen(kernel), frozen(products), float(bias), float(products.sum() + float(bias)))


def transposed(
    image: Real[np.ndarray, "*channels rows columns"] | Numbers,
    kernel: Real[np.ndarray, "*channels kernel_rows kernel_columns"] | Numbers,
    *,
    bias: Number = 0.0,
    stride: IntOrPair = (1, 1),
    padding: IntOrPair = (0, 0),
    output_padding: IntOrPair = (0, 0),
    dilation: IntOrPair = (1, 1),
) -> Float[np.ndarray, "output_rows output_columns"]:
    """One map of a transposed convolution: each input value stamps the kernel, weighted by it, onto the output.

    >>> transposed([[0, 1], [2, 3]], [[0, 1], [2, 3]]).tolist()  # the middle: 0·3 + 1·2 + 2·1 + 3·0
    [[0.0, 0.0, 1.0], [0.0, 4.0, 6.0], [4.0, 12.0, 9.0]]
    >>> transposed([[1, 2]], [[1, 1]], stride=(1, 2)).tolist()
    [[1.0, 1.0, 2.0, 2.0]]

    Image [H, W] with kernel [kh, kw], or [C, H, W] with [C, kh, kw]: channel c of the kernel is the stamp of input
    channel c, which is `weight[:, o]` of PyTorch's [in, out, kh, kw] for output map o. Stamps lie `stride` apart and
    add up where they overlap; `padding` cells are then cut off at both ends, and `output_padding` ones are kept, or
    added, at the end. Result [H', W'] in float64, H' and W' from `transposed_size`.
    Raises ImpossibleGeometry and ValueError as `cross_correlate` does. Source: Dumoulin & Visin 2016, §4.
    """
    image, kernel = _of_one_kind(image, kernel)
    stride, padding = pair(stride, "stride", 1), pair(padding, "padding")
    dilation, extra = pair(dilation, "dilation", 1), pair(output_padding, "output_padding")
    (height, width), kernel_size = image.shape[-2:], kernel.shape[-2:]
    rows = transposed_size(height, kernel_size[0], stride[0], padding[0], extra[0], dilation[0])
    columns = transposed_size(width, kernel_size[1], stride[1], padding[1], extra[1], dilation[1])
    # As large as it is before the padding is cut off.
    canvas = np.zeros((rows + 2 * padding[0], columns + 2 * padding[1]))
    # All stamps at once, one weight of the kernel at a time: it lands at every `stride`-th cell from its own place on.
    for kernel_row, kernel_column in np.ndindex(kernel_size):
        stamped = image * kernel[..., kernel_row, kernel_column, None, None]
        top, left = kernel_row * dilation[0], kernel_column * dilation[1]
        below, beside = (
            slice(top, top + height * stride[0], stride[0]),
            slice(left, left + width * stride[1], stride[1]),
        )
        canvas[below, beside] += stamped.reshape(-1, height, width).sum(axis=0)
    return canvas[padding[0] : padding[0] + rows, padding[1] : padding[1] + columns] + float(bias)


def stamps_at(
    image: Real[np.ndarray, "channels rows columns"] | Numbers,
    kernel: Real[np.ndarray, "channels kernel_rows kernel_columns"] | Numbers,
    row: int,
    column: int,
    *,
    stride: IntOrPair = (1, 1),
    padding: IntOrPair = (0, 0),
    dilation: IntOrPair = (1, 1),
) -> Float[np.ndarray, "channels products"]:
    """The products that land on cell (row, column) of `transposed`, whose sum plus the bias is its value.

    >>> stamps_at([[[1, 2], [3, 4]]], [[[0, 1], [2, 3]]], row=1, column=1).tolist()  # 4·0, 3·1, 2·2, 1·3
    [[0.0, 3.0, 4.0, 3.0]]

    The stamp of input row r puts its kernel row i onto output row r·s + d·i − p. No products: the cell lies between
    the stamps. Raises as `transposed` does.
    """
    image, kernel = _of_one_kind(image, kernel)
    settings = zip(pair(stride, "stride", 1), pair(padding, "padding"), pair(dilation, "dilation", 1), strict=True)
    places = zip((row, column), image.shape[-2:], kernel.shape[-2:], settings, strict=True)
    (rows, down), (columns, right) = (_stamps_of(place, size, taps, *setting) for place, size, taps, setting in places)
    values, weights = image[..., rows[:, None], columns], kernel[..., down[:, None], right]
    return (values * weights).reshape(*image.shape[:-2], -1)


def _stamps_of(
    place: int, size: int, taps: int, stride: int, padding: int, dilation: int
) -> tuple[Int[np.ndarray, " stamps"], Int[np.ndarray, " stamps"]]:
    """On one axis: the inputs whose stamp covers a place of the output, and the kernel's cell that lies on it."""
    cells = np.arange(taps)
    # r·s + d·i − p = place, solved for the input r: there is one where the division leaves nothing over.
    ahead = place + padding - dilation * cells
    covers = (ahead % stride == 0) & (ahead >= 0) & (ahead // stride < size)
    return ahead[covers] // stride, cells[covers]


def flipped(
    kernel: Real[np.ndarray, "*channels kernel_rows kernel_columns"] | Numbers,
) -> Float[np.ndarray, "*channels kernel_rows kernel_columns"]:
    """The kernel turned by 180° in its plane: cross-correlating with it is convolution as mathematics defines it.

    >>> flipped([[0, 1], [2, 3]]).tolist()
    [[3.0, 2.0], [1.0, 0.0]]
    """
    return as_image(kernel, "kernel")[..., ::-1, ::-1].copy()


def output_shape(
    image: Float[np.ndarray, "*channels rows columns"],
    kernel: Float[np.ndarray, "*channels kernel_rows kernel_columns"],
    stride: IntOrPair = (1, 1),
    padding: IntOrPair = (0, 0),
    dilation: IntOrPair = (1, 1),
) -> tuple[int, int]:
    """The (rows, columns) of the feature map that `cross_correlate` would return; raises ImpossibleGeometry.

    >>> output_shape(np.zeros((32, 32)), np.zeros((5, 5)), stride=(1, 3))
    (28, 10)
    """
    settings = zip(pair(stride, "stride", 1), pair(padding, "padding"), pair(dilation, "dilation", 1), strict=True)
    sizes = zip(image.shape[-2:], kernel.shape[-2:], settings, strict=True)
    rows, columns = (output_size(size, taps, *setting) for size, taps, setting in sizes)
    return rows, columns


def _of_one_kind(
    image: Numbers, kernel: Numbers
) -> tuple[Float[np.ndarray, "*channels rows columns"], Float[np.ndarray, "*channels kernel_rows kernel_columns"]]:
    image, kernel = as_image(image), as_image(kernel, "kernel")
    if image.shape[:-2] != kernel.shape[:-2]:
        shape, expected = list(kernel.shape), [*image.shape[:-2], "kernel rows", "kernel columns"]
        raise ValueError(f"kernel has the shape {shape}, but must be {expected} for an image of {list(image.shape)}")
    return image, kernel
