"""What lies under a kernel? The windows of an image: all of them as one view, or a single one spelled out.

Image [..., rows, columns]; windows [..., output_row, output_column, window_row, window_column], origin at the top left.
"""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Bool, Float, Int

from models.ops.arrays import frozen
from models.ops.geometry import spread, window_start


@dataclass(frozen=True, eq=False)
class Window:
    """What one output position reads: values [..., window_row, window_column] at the input's `rows` and `columns`.

    Positions outside the input, negative or past its end, are padding: `inside` is False there.
    """

    rows: Int[np.ndarray, " window_rows"]
    columns: Int[np.ndarray, " window_columns"]
    values: Float[np.ndarray, "*channels window_rows window_columns"]
    inside: Bool[np.ndarray, "window_rows window_columns"]


def all_windows(
    padded: Float[np.ndarray, "*channels padded_rows padded_columns"],
    kernel_size: tuple[int, int],
    stride: tuple[int, int],
    dilation: tuple[int, int],
) -> Float[np.ndarray, "*channels output_rows output_columns window_rows window_columns"]:
    """Every window of an image that is already padded, as a read-only view: nothing is copied.

    >>> all_windows(np.arange(9.0).reshape(3, 3), (2, 2), (1, 1), (1, 1))[0, 1].tolist()
    [[1.0, 2.0], [4.0, 5.0]]
    """
    reach = (spread(kernel_size[0], dilation[0]), spread(kernel_size[1], dilation[1]))
    # Windows at every place, with every cell in them; then every `stride`-th place, and every `dilation`-th cell.
    dense = np.lib.stride_tricks.sliding_window_view(padded, reach, axis=(-2, -1))
    every_stride = dense[..., :: stride[0], :: stride[1], :, :]
    return every_stride[..., :: dilation[0], :: dilation[1]]


def tap_positions(
    position: int, kernel_size: int, stride: int, padding: int, dilation: int
) -> Int[np.ndarray, " taps"]:
    """The input positions on one axis that the taps of a window read; negative ones are padding.

    >>> tap_positions(0, kernel_size=3, stride=2, padding=1, dilation=1).tolist()
    [-1, 0, 1]
    """
    return window_start(position, stride, padding) + dilation * np.arange(kernel_size)


def check_position(position: tuple[int, int], output_shape: tuple[int, int]) -> None:
    """Raises ValueError, naming row or column, when the output has no such position.

    >>> check_position((1, 2), output_shape=(2, 3))
    >>> try:
    ...     check_position((2, 0), output_shape=(2, 3))
    ... except ValueError as error:
    ...     print(error)
    row is 2, but must be from 0 to 1: the output has 2 rows
    """
    for name, index, count in zip(("row", "column"), position, output_shape, strict=True):
        if not 0 <= index < count:
            raise ValueError(f"{name} is {index}, but must be from 0 to {count - 1}: the output has {count} {name}s")


def window_of(
    values: Float[np.ndarray, "*channels window_rows window_columns"],
    rows: Int[np.ndarray, " window_rows"],
    columns: Int[np.ndarray, " window_columns"],
    image_shape: tuple[int, int],
) -> Window:
    """The values of a window together with where they came from in an image of `image_shape` (rows, columns).

    >>> window_of(np.zeros((1, 2)), np.array([0]), np.array([-1, 0]), image_shape=(3, 3)).inside.tolist()
    [[False, True]]
    """
    inside = np.outer((rows >= 0) & (rows < image_shape[0]), (columns >= 0) & (columns < image_shape[1]))
    return Window(frozen(rows), frozen(columns), frozen(values), frozen(inside))
