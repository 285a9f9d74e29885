"""Which ways are there to share a mean among the values of a batch? The one table that all rooms read.

Values [batch 0, channel 1, row 2, column 3]; with the channels last, [batch 0, row 1, column 2, channel 3].
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod


@dataclass(frozen=True)
class Grouping:
    """One way: `axes` of [B, C, H, W] that disappear into a mean, `axes_last` the same of [B, H, W, C].

    >>> GROUPINGS["channel"].means((16, 64, 28, 28)), GROUPINGS["group"].means((16, 64, 28, 28), groups=4)
    (64, 64)

    `split`: the channels are first split into groups; the axes are those of [B, n, C/n, H, W], or [B, H, W, n, C/n].
    `centred`: whether the mean is taken off; if not, it counts as 0, and the variance is the mean of the squares.
    """

    axes: tuple[int, ...]
    axes_last: tuple[int, ...]
    split: bool = False
    centred: bool = True

    def means(self, shape: Sequence[int], groups: int = 1) -> int:
        """How many means values of this shape [B, C, H, W] have, with the channels in so many groups."""
        batch, channels, rows, columns = shape
        sizes = (batch, groups, channels // groups, rows, columns) if self.split else tuple(shape)
        return prod(size for axis, size in enumerate(sizes) if axis not in self.axes)


GROUPINGS = {
    "channel": Grouping((0, 2, 3), (0, 1, 2)),
    "location": Grouping((0,), (0,)),
    "layer": Grouping((1, 2, 3), (1, 2, 3)),
    "rms": Grouping((1, 2, 3), (1, 2, 3), centred=False),
    "instance": Grouping((2, 3), (1, 2)),
    "group": Grouping((2, 3, 4), (1, 2, 4), split=True),
}
"""By name: batch norm, its like per location, layer norm, RMS norm, instance norm, group norm."""
