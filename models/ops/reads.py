"""Which inputs does each output position of a layer read? A table for each kind of layer, on one axis.

Tables are [output position, input]; they hold positions of the input, counted from 0, and NOTHING where a tap lies in
padding or a position reads fewer inputs than others. `Spans.through` turns them into pixels.
"""

from fractions import Fraction

import numpy as np
from jaxtyping import Int

from models.ops.geometry import PADDING_MODES
from models.ops.spans import FAR, NOTHING

Reads = Int[np.ndarray, "outputs inputs"]
CUBIC_TAPS = np.arange(-1, 3)
FINEST = 10**6


def windows(size: int, outputs: int, kernel: int, stride: int = 1, padding: int = 0, dilation: int = 1) -> Reads:
    """Convolution and pooling: position u reads u·s − p + t·d for every tap t.

    >>> windows(size=4, outputs=4, kernel=3, padding=1).tolist()
    [[-1, 0, 1], [0, 1, 2], [1, 2, 3], [2, 3, -1]]

    Windows that hang over the end, as ceil mode has them, are cut there.
    """
    places = np.arange(outputs)[:, None] * stride - padding + np.arange(kernel) * dilation
    return np.where((places >= 0) & (places < size), places, NOTHING)


def stamps(size: int, outputs: int, kernel: int, stride: int = 1, padding: int = 0, dilation: int = 1) -> Reads:
    """Transposed convolution: input i is stamped over i·s − p + t·d, so position u reads those that reach it.

    >>> stamps(size=2, outputs=4, kernel=2, stride=2).tolist()
    [[0, -1], [-1, 0], [1, -1], [-1, 1]]
    """
    reach = np.arange(outputs)[:, None] + padding - np.arange(kernel) * dilation
    places = reach // stride
    return np.where((reach % stride == 0) & (places >= 0) & (places < size), places, NOTHING)


def shares(size: int, outputs: int) -> Reads:
    """Adaptive pooling: position u of m reads from ⌊u·n/m⌋ up to ⌈(u + 1)·n/m⌉. Windows may differ and overlap.

    >>> shares(size=5, outputs=2).tolist()
    [[0, 1, 2], [2, 3, 4]]

    Source: `torch.nn.AdaptiveAvgPool2d`.
    """
    places = np.arange(outputs)
    # −(−a // b) rounds up.
    starts, stops = places * size // outputs, -(-(places + 1) * size // outputs)
    # A table is as wide as its longest window.
    inside = starts[:, None] + np.arange((stops - starts).max())
    return np.where(inside < stops[:, None], inside, NOTHING)


def margins(size: int, before: int, after: int, mode: str = "zeros") -> Reads:
    """Padding: which input lies at each place. Negative margins cut; modes are those of `models.ops.geometry.pad`.

    >>> margins(size=3, before=1, after=1).ravel().tolist(), margins(3, 1, 0, mode="reflect").ravel().tolist()
    ([-1, 0, 1, 2, -1], [1, 0, 1, 2])
    """
    kept = np.arange(max(0, -before), size - max(0, -after))
    around = (max(0, before), max(0, after))
    filled = {"constant_values": NOTHING} if mode == "zeros" else {}
    return np.pad(kept, around, mode=PADDING_MODES[mode], **filled)[:, None]  # type: ignore[call-overload]


def evenly(table: Reads) -> tuple[int, int, int] | None:
    """Where the first window starts, how much further each next one does, and over how many inputs it reaches.

    >>> evenly(windows(size=5, outputs=2, kernel=3, stride=2))
    (0, 2, 3)

    None where windows differ or are not evenly spaced. A single window counts as followed by one that touches it.
    """
    # NOTHING, which is −1, would be the smallest.
    starts = np.where(table == NOTHING, FAR, table).min(axis=1)
    reaches = table.max(axis=1) - starts + 1
    steps = np.diff(starts)
    if np.ptp(reaches) or (len(steps) and np.ptp(steps)):
        return None
    return int(starts[0]), int(steps[0]) if len(steps) else int(reaches[0]), int(reaches[0])


def everything(size: int) -> Reads:
    """One position that reads all inputs.

    >>> everything(size=3).tolist()
    [[0, 1, 2]]
    """
    return np.arange(size)[None, :]


def repeated(outputs: int) -> Reads:
    """Every position reads the only input there is.

    >>> repeated(outputs=3).tolist()
    [[0], [0], [0]]
    """
    return np.zeros((outputs, 1), np.int64)


def copies(size: int, outputs: int, factor: float | None = None, offset: float = 0.0) -> Reads:
    """Nearest neighbour: ⌊(u + offset)·n/m⌋, rounded as PyTorch rounds it on maps of float32.

    >>> copies(size=2, outputs=4).ravel().tolist()
    [0, 0, 1, 1]

    `factor` stands for m/n when given, unless nothing becomes larger or smaller. Offset 0 is mode "nearest" of
    `torch.nn.functional.interpolate`, offset ½ is "nearest-exact".
    """
    scale = np.float32(1 / factor) if factor and size != outputs else np.float32(size) / np.float32(outputs)
    places = np.floor((np.arange(outputs, dtype=np.float32) + np.float32(offset)) * scale)
    return np.minimum(places.astype(np.int64), size - 1)[:, None]


def blends(
    size: int, outputs: int, factor: float | None = None, *, align_corners: bool = False, cubic: bool = False
) -> Reads:
    """Bilinear enlarging, one axis: the two inputs around each position, or with `cubic` four; one where it hits it.

    >>> blends(size=2, outputs=4).tolist()  # at −0.25 (so 0), 0.25, 0.75, 1.25 (cut to 1)
    [[0, -1], [0, 1], [0, 1], [1, 1]]

    Cells are squares, and position u lies at (u + ½)·n/m − ½; with `align_corners` they are points, and it lies at
    u·(n − 1)/(m − 1). `factor` stands for m/n when given, unless nothing becomes larger or smaller.
    Source: `torch.nn.functional.interpolate`.
    """
    # In whole numbers, `above` over `below`: whether a place lies exactly on an input decides what is read.
    places = np.arange(outputs)
    if align_corners:
        above, below = places * (size - 1), max(1, outputs - 1)
    else:
        given = factor if cubic or size != outputs else None
        ratio = 1 / Fraction(given).limit_denominator(FINEST) if given else Fraction(size, outputs)
        above, below = (2 * places + 1) * ratio.numerator - ratio.denominator, 2 * ratio.denominator
        above = above if cubic else np.maximum(0, above)
    first, hit = above // below, above % below == 0
    around = first[:, None] + (CUBIC_TAPS if cubic else np.arange(2))
    reached = np.clip(around, 0, size - 1)
    return np.where(hit[:, None] & (around != first[:, None]), NOTHING, reached)
