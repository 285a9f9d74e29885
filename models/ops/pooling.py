"""What remains of a neighbourhood? Max, average, adaptive and global pooling.

Image [rows, columns] or [channels, rows, columns], each channel pooled by itself; results have as many axes and are
float64. Row and column indices count from the top left of the unpadded image.
"""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float, Int, Real

from models.ops.arrays import Numbers, as_image, frozen
from models.ops.geometry import ImpossibleGeometry, IntOrPair, output_size, pair, spread, window_start
from models.ops.windows import all_windows

NO_WINNER = -1


@dataclass(frozen=True)
class Pool:
    """The settings of a pooling layer, each as (rows, columns), checked against PyTorch's rules when made.

    >>> pool = Pool(kernel=(2, 2), stride=(2, 2), padding=(0, 0))
    >>> pool.output_size(5, axis=0), pool.starts(5, axis=0).tolist()
    (2, [0, 2])
    >>> pool.windows(np.array([[1.0, 2.0], [3.0, 4.0]]), filler=0.0).tolist()
    [[[[1.0, 2.0], [3.0, 4.0]]]]
    """

    kernel: tuple[int, int]
    stride: tuple[int, int]
    padding: tuple[int, int]
    dilation: tuple[int, int] = (1, 1)
    ceil_mode: bool = False

    def __post_init__(self) -> None:
        for kernel, padding in zip(self.kernel, self.padding, strict=True):
            if padding > kernel // 2:
                bound = f"at most {kernel // 2}, half of the kernel {kernel}: a window must not see padding alone"
                raise ImpossibleGeometry("padding", padding, bound)

    def output_size(self, size: int, axis: int) -> int:
        """How many windows there are on an axis (0: rows, 1: columns) of `size` pixels."""
        own = (self.kernel[axis], self.stride[axis], self.padding[axis], self.dilation[axis])
        return output_size(size, *own, self.ceil_mode)

    def starts(self, size: int, axis: int) -> Int[np.ndarray, " outputs"]:
        """The first position of each window on an axis; negative inside the padding."""
        count, own = self.output_size(size, axis), (self.stride[axis], self.padding[axis])
        return np.array([window_start(position, *own) for position in range(count)])

    def windows(
        self, image: Float[np.ndarray, "*channels rows columns"], filler: float
    ) -> Float[np.ndarray, "*channels output_rows output_columns window_rows window_columns"]:
        """Every window, with `filler` in the padding and where the last one hangs over the end (`ceil_mode`)."""
        around = [(0, 0)] * (image.ndim - 2)
        for axis, size in enumerate(image.shape[-2:]):
            # Just as far as the last window reaches: further padding would make room for one more.
            last_stop = self.starts(size, axis)[-1] + spread(self.kernel[axis], self.dilation[axis])
            around.append((self.padding[axis], max(0, int(last_stop) - size)))
        padded = np.pad(image, around, constant_values=filler)
        return all_windows(padded, self.kernel, self.stride, self.dilation)


@dataclass(frozen=True, eq=False)
class Winners:
    """Where each maximum came from: `rows` and `columns` of the input, with the `values` there."""

    rows: Int[np.ndarray, "*channels output_rows output_columns"]
    columns: Int[np.ndarray, "*channels output_rows output_columns"]
    values: Float[np.ndarray, "*channels output_rows output_columns"]


def max_pool(
    image: Real[np.ndarray, "*channels rows columns"] | Numbers,
    kernel: IntOrPair,
    *,
    stride: IntOrPair | None = None,
    padding: IntOrPair = 0,
    dilation: IntOrPair = 1,
    ceil_mode: bool = False,
) -> Float[np.ndarray, "*channels output_rows output_columns"]:
    """The largest value of each window; padding never wins, and NaN always does. Stride defaults to the kernel.

    >>> max_pool(np.arange(9).reshape(3, 3), 2, stride=1).tolist()
    [[4.0, 5.0], [7.0, 8.0]]
    >>> max_pool(np.arange(16).reshape(4, 4), 3, stride=2, padding=1).tolist()
    [[5.0, 7.0], [13.0, 15.0]]

    A dilated window may miss every pixel of a small image: its value is −∞, as in PyTorch.
    Raises ImpossibleGeometry when no window fits, or the padding is more than half the kernel.
    Source: `torch.nn.MaxPool2d`.
    """
    pool = _settings(kernel, stride, padding, dilation, ceil_mode)
    return np.asarray(pool.windows(as_image(image), -np.inf).max(axis=(-2, -1)))


def max_pool_winners(
    image: Real[np.ndarray, "*channels rows columns"] | Numbers,
    kernel: IntOrPair,
    *,
    stride: IntOrPair | None = None,
    padding: IntOrPair = 0,
    dilation: IntOrPair = 1,
    ceil_mode: bool = False,
) -> Winners:
    """Which pixel each output of `max_pool` copies: of equal ones the first, row by row.

    >>> winners = max_pool_winners(np.arange(16).reshape(4, 4), 2)
    >>> winners.rows.tolist(), winners.columns.tolist(), winners.values.tolist()
    ([[1, 1], [3, 3]], [[1, 3], [1, 3]], [[5.0, 7.0], [13.0, 15.0]])

    Row and column are −1 where a dilated window misses every pixel. Raises what `max_pool` raises.
    """
    image, pool = as_image(image), _settings(kernel, stride, padding, dilation, ceil_mode)
    values = pool.windows(image, -np.inf)
    largest = values.max(axis=(-2, -1), keepdims=True)
    # Windows over the pixels' own row and column numbers say which pixel lies under each tap, and which tap on none.
    row_of_pixel, column_of_pixel = as_image(np.indices(image.shape[-2:]))
    rows, columns = (pool.windows(place, float(NO_WINNER)) for place in (row_of_pixel, column_of_pixel))
    # NaN is equal to nothing, not even to itself, and yet wins.
    wins = (rows != NO_WINNER) & ((values == largest) | np.isnan(values))
    flat = (*wins.shape[:-2], -1)
    # The first True, row by row.
    first = wins.reshape(flat).argmax(axis=-1)[..., None]
    row, column = (
        np.take_along_axis(np.broadcast_to(place, wins.shape).reshape(flat), first, axis=-1)[..., 0].astype(np.int64)
        for place in (rows, columns)
    )
    nobody = ~wins.any(axis=(-2, -1))
    row[nobody], column[nobody] = NO_WINNER, NO_WINNER
    return Winners(frozen(row), frozen(column), frozen(largest[..., 0, 0]))


def average_pool(
    image: Real[np.ndarray, "*channels rows columns"] | Numbers,
    kernel: IntOrPair,
    *,
    stride: IntOrPair | None = None,
    padding: IntOrPair = 0,
    ceil_mode: bool = False,
    count_include_pad: bool = True,
) -> Float[np.ndarray, "*channels output_rows output_columns"]:
    """The mean of each window. Stride defaults to the kernel.

    >>> average_pool(np.arange(9).reshape(3, 3), 2, stride=1).tolist()
    [[2.0, 3.0], [5.0, 6.0]]

    The padding's zeros count as values unless `count_include_pad` is False; what hangs over the padded end with
    `ceil_mode` never counts. Raises ImpossibleGeometry as `max_pool` does. Source: `torch.nn.AvgPool2d`.
    """
    image, pool = as_image(image), _settings(kernel, stride, padding, 1, ceil_mode)
    total = pool.windows(image, 0.0).sum(axis=(-2, -1))
    height, width = (_counted(pool, size, axis, count_include_pad) for axis, size in enumerate(image.shape[-2:]))
    return np.asarray(total / np.outer(height, width))


def _counted(pool: Pool, size: int, axis: int, include_padding: bool) -> Int[np.ndarray, " outputs"]:  # noqa: FBT001 - private
    # Counted by axis: a window's cells are so many rows times so many columns.
    starts, margin = pool.starts(size, axis), pool.padding[axis] if include_padding else 0
    stops = np.minimum(starts + pool.kernel[axis], size + margin)
    return np.asarray(stops - np.maximum(starts, -margin))


def adaptive_average_pool(
    image: Real[np.ndarray, "*channels rows columns"] | Numbers, size: IntOrPair
) -> Float[np.ndarray, "*channels output_rows output_columns"]:
    """The image averaged down to `size` (rows, columns), whatever its own size is.

    >>> adaptive_average_pool([[0, 1, 2, 3, 4]], size=(1, 2)).tolist()  # of 0, 1, 2, and of 2, 3, 4
    [[1.0, 3.0]]

    Output position i averages the pixels from ⌊i·n/m⌋ to ⌈(i + 1)·n/m⌉ of n pixels for m outputs; these ranges overlap
    where n/m is not whole. Raises ImpossibleGeometry for a size below 1. Source: `torch.nn.AdaptiveAvgPool2d`.
    """
    image = as_image(image)
    for axis, count in zip((-2, -1), pair(size, "size", 1), strict=True):
        image = _average_ranges(image, axis, count)
    return image


def _average_ranges(image: Float[np.ndarray, "..."], axis: int, count: int) -> Float[np.ndarray, "..."]:
    length = image.shape[axis]
    # −(−a // b) rounds up.
    ranges = [range(i * length // count, -(-(i + 1) * length // count)) for i in range(count)]
    return np.stack([image.take(pixels, axis=axis).mean(axis=axis) for pixels in ranges], axis=axis)


def global_average_pool(
    image: Real[np.ndarray, "*channels rows columns"] | Numbers,
) -> Float[np.ndarray, "*channels"]:
    """One mean per channel: [channels] from [channels, rows, columns], a single number from [rows, columns].

    >>> global_average_pool(np.arange(8).reshape(2, 2, 2)).tolist()
    [1.5, 5.5]
    """
    return np.asarray(as_image(image).mean(axis=(-2, -1)))


def _settings(
    kernel: IntOrPair,
    stride: IntOrPair | None,
    padding: IntOrPair,
    dilation: IntOrPair,
    ceil_mode: bool,  # noqa: FBT001 - private
) -> Pool:
    kernel = pair(kernel, "kernel", 1)
    step = kernel if stride is None else pair(stride, "stride", 1)
    return Pool(kernel, step, pair(padding, "padding"), pair(dilation, "dilation", 1), ceil_mode)
