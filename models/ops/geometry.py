"""Where do the windows of a layer lie, and how many fit? The arithmetic of one axis, and padding.

One axis at a time: position 0 is the first pixel, ranges are half-open, padding lies at negative positions and from
`size` on. Where two axes occur, rows come before columns.
"""

import operator
from collections.abc import Iterable, Sequence
from typing import Any, SupportsIndex

import numpy as np
from jaxtyping import Float, Real

from models.ops.arrays import Numbers, as_image

IntOrPair = SupportsIndex | Sequence[SupportsIndex] | np.ndarray
"""One whole number for both axes, or (rows, columns)."""

PADDING_MODES = {"zeros": "constant", "reflect": "reflect", "replicate": "edge", "circular": "wrap"}
"""PyTorch's names of the padding modes, each with NumPy's."""


class ImpossibleGeometry(ValueError):  # noqa: N818 - the name is what the learner reads, and pages catch it by it
    """A setting for which the layer has no output: `.argument` is `.value`, but must be `.bound` (words).

    >>> try:
    ...     whole(0, "stride", minimum=1)
    ... except ImpossibleGeometry as error:
    ...     print(error)
    stride is 0, but must be at least 1
    """

    def __init__(self, argument: str, value: object, bound: str) -> None:
        super().__init__(argument, value, bound)
        self.argument = argument
        self.value = value
        self.bound = bound

    def __str__(self) -> str:
        return f"{self.argument} is {self.value}, but must be {self.bound}"


def whole(value: Any, argument: str, minimum: int) -> int:
    """The value as a plain int of at least `minimum`; raises ImpossibleGeometry otherwise, also for 2.5 or "3".

    >>> whole(np.int64(3), "stride", minimum=1)
    3
    """
    try:
        # Unlike int(), index() refuses 2.5 and "3", and takes NumPy's whole numbers.
        number = operator.index(value)
    except TypeError:
        raise ImpossibleGeometry(argument, repr(value), f"a whole number of at least {minimum}") from None
    if number < minimum:
        raise ImpossibleGeometry(argument, number, f"at least {minimum}")
    return number


def pair(value: IntOrPair, argument: str = "value", minimum: int = 0) -> tuple[int, int]:
    """The value as (rows, columns): a single whole number stands for both. Raises ImpossibleGeometry.

    >>> pair(3), pair([1, 2])
    ((3, 3), (1, 2))
    """
    if not isinstance(value, Iterable):
        return (whole(value, argument, minimum),) * 2
    numbers = tuple(value)
    if isinstance(value, str) or len(numbers) != 2:  # noqa: PLR2004 - a pair has two
        raise ImpossibleGeometry(argument, repr(value), "one whole number, or a pair (rows, columns)")
    return whole(numbers[0], argument, minimum), whole(numbers[1], argument, minimum)


def spread(kernel: SupportsIndex, dilation: SupportsIndex = 1) -> int:
    """How many pixels a kernel reaches over: d(k − 1) + 1, its taps and the gaps between them.

    >>> spread(3), spread(3, dilation=2)
    (3, 5)

    Source: Dumoulin & Visin 2016, "A guide to convolution arithmetic for deep learning", §5.1.
    """
    return whole(dilation, "dilation", 1) * (whole(kernel, "kernel", 1) - 1) + 1


def output_size(
    size: SupportsIndex,
    kernel: SupportsIndex,
    stride: SupportsIndex = 1,
    padding: SupportsIndex = 0,
    dilation: SupportsIndex = 1,
    ceil_mode: bool = False,  # noqa: FBT001, FBT002 - the order of arguments that PyTorch uses
) -> int:
    """How many windows fit on one axis: ⌊(n + 2p − d(k − 1) − 1) / s⌋ + 1.

    >>> output_size(32, kernel=5), output_size(8, kernel=3, stride=2, padding=1)
    (28, 4)

    With `ceil_mode` (pooling) one more window may hang over the end, if it starts inside the input or the padding
    before it; so the rounding is upwards except where such a window would read padding alone.
    Raises ImpossibleGeometry when no window fits, or when an argument is out of its range.
    Source: Dumoulin & Visin 2016, relationships 6 and 15; `ceil_mode` as `torch.nn.MaxPool2d` defines it.
    """
    size, stride = whole(size, "size", 1), whole(stride, "stride", 1)
    padding, reach = whole(padding, "padding", 0), spread(kernel, dilation)
    room = size + 2 * padding - reach
    # ⌈room / s⌉ is ⌊(room + s − 1) / s⌋: rounding up is so much more room.
    overhang = stride - 1 if ceil_mode else 0
    if room + overhang < 0:
        raise ImpossibleGeometry("kernel", operator.index(kernel), _what_fits(size, padding, reach, overhang))
    count = (room + overhang) // stride + 1
    last_starts_too_late = ceil_mode and (count - 1) * stride >= size + padding
    return count - 1 if last_starts_too_late else count


def _what_fits(size: int, padding: int, reach: int, overhang: int) -> str:
    allowed = size + 2 * padding + overhang
    hanging = f" + {overhang} over the end" if overhang else ""
    return (
        f"small enough to fit: it spreads over {reach} pixels, "
        f"and there are at most {allowed} (size {size} + 2 × padding {padding}{hanging})"
    )


def window_start(position: SupportsIndex, stride: SupportsIndex = 1, padding: SupportsIndex = 0) -> int:
    """The first pixel of the window behind an output position: u·s − p, negative inside the padding.

    >>> window_start(0, stride=2, padding=1), window_start(3, stride=2, padding=1)
    (-1, 5)
    """
    start = whole(position, "position", 0) * whole(stride, "stride", 1)
    return start - whole(padding, "padding", 0)


def left_over(
    size: SupportsIndex,
    kernel: SupportsIndex,
    stride: SupportsIndex = 1,
    padding: SupportsIndex = 0,
    dilation: SupportsIndex = 1,
    ceil_mode: bool = False,  # noqa: FBT001, FBT002 - as output_size
) -> int:
    """How many cells at the end of the padded axis no window reaches: what ⌊…⌋ in `output_size` throws away.

    >>> left_over(8, kernel=3, stride=3)  # windows on 0–2 and 3–5
    2

    The padding's own cells count: (5, k3, p1, s3) leaves one over, and it is padding. `unread_pixels` counts pixels.
    Raises ImpossibleGeometry as `output_size` does.
    """
    count = output_size(size, kernel, stride, padding, dilation, ceil_mode)
    last_stop = window_start(count - 1, stride, padding) + spread(kernel, dilation)
    # With `ceil_mode` the last window may end behind the padding: then nothing is left over, not less than that.
    return max(0, operator.index(size) + operator.index(padding) - last_stop)


def unread_pixels(
    size: SupportsIndex,
    kernel: SupportsIndex,
    stride: SupportsIndex = 1,
    padding: SupportsIndex = 0,
    dilation: SupportsIndex = 1,
    ceil_mode: bool = False,  # noqa: FBT001, FBT002 - as output_size
) -> int:
    """How many pixels of the input itself lie behind the last window; the padding's cells do not count.

    >>> unread_pixels(8, kernel=3, stride=3), unread_pixels(5, kernel=3, stride=3, padding=1)
    (2, 0)
    """
    cells = left_over(size, kernel, stride, padding, dilation, ceil_mode)
    # A last window that lies in the padding before the input leaves cells of that padding over, too.
    return min(operator.index(size), max(0, cells - operator.index(padding)))


def transposed_size(
    size: SupportsIndex,
    kernel: SupportsIndex,
    stride: SupportsIndex = 1,
    padding: SupportsIndex = 0,
    output_padding: SupportsIndex = 0,
    dilation: SupportsIndex = 1,
) -> int:
    """How long the output of a transposed convolution is: (n − 1)s − 2p + d(k − 1) + 1 + output padding.

    >>> transposed_size(4, kernel=2, stride=2), transposed_size(3, kernel=3)
    (8, 5)

    Raises ImpossibleGeometry when nothing is left, or when the output padding is not smaller than stride or dilation.
    Source: Dumoulin & Visin 2016, relationship 14; dilation as `torch.nn.ConvTranspose2d` defines it.
    """
    size, stride = whole(size, "size", 1), whole(stride, "stride", 1)
    padding, dilation = whole(padding, "padding", 0), whole(dilation, "dilation", 1)
    extra, reach = whole(output_padding, "output_padding", 0), spread(kernel, dilation)
    # A convolution makes one size of `stride` different ones; output padding says which of them it was.
    if extra >= max(stride, dilation):
        bound = f"less than the larger of stride {stride} and dilation {dilation}"
        raise ImpossibleGeometry("output_padding", extra, bound)
    stamped = (size - 1) * stride + reach + extra
    if stamped - 2 * padding < 1:
        raise ImpossibleGeometry(
            "padding", padding, f"at most {(stamped - 1) // 2}: it cuts {stamped} cells at both ends"
        )
    return stamped - 2 * padding


def check_padding(size: int, padding: int, mode: str) -> None:
    """Raises ImpossibleGeometry where the mode has no pixels left to fill the padding with, as PyTorch does.

    >>> check_padding(size=3, padding=2, mode="reflect")
    >>> try:
    ...     check_padding(size=3, padding=3, mode="reflect")
    ... except ImpossibleGeometry as error:
    ...     print(error)
    padding is 3, but must be less than the size 3: reflection leaves the edge pixel out
    """
    if mode == "reflect" and padding >= size:
        raise ImpossibleGeometry("padding", padding, f"less than the size {size}: reflection leaves the edge pixel out")
    if mode == "circular" and padding > size:
        raise ImpossibleGeometry("padding", padding, f"at most the size {size}: it may wrap around once")


def pad(
    image: Real[np.ndarray, "*channels rows columns"] | Numbers, padding: IntOrPair, mode: str = "zeros"
) -> Float[np.ndarray, "*channels padded_rows padded_columns"]:
    """The image [rows, columns] or [channels, rows, columns] with `padding` cells on every side, float64.

    >>> pad([[1, 2, 3]], padding=(0, 2), mode="reflect").tolist(), pad([[1, 2, 3]], padding=(0, 1)).tolist()
    ([[3.0, 2.0, 1.0, 2.0, 3.0, 2.0, 1.0]], [[0.0, 1.0, 2.0, 3.0, 0.0]])

    Modes: "zeros"; "reflect" (mirrored at the edge pixel); "replicate" (the edge pixel again); "circular" (wraps
    around). Raises ImpossibleGeometry when the padding asks a mode for more pixels than there are, ValueError for
    another mode. Source: `padding_mode` of `torch.nn.Conv2d`.
    """
    if mode not in PADDING_MODES:
        raise ValueError(f"mode is {mode!r}, but must be one of {', '.join(PADDING_MODES)}")
    image = as_image(image)
    paddings = pair(padding, "padding")
    for size, cells in zip(image.shape[-2:], paddings, strict=True):
        check_padding(size, cells, mode)
    untouched = [(0, 0)] * (image.ndim - 2)
    around = [(cells, cells) for cells in paddings]
    return np.pad(image, untouched + around, mode=PADDING_MODES[mode])  # type: ignore[call-overload]
