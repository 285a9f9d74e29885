"""Where do values go that a layer only lays elsewhere? Pixel shuffle, its way back, channel shuffle, padding.

Maps [channel, row, column]; results are float64.
"""

from collections.abc import Sequence

import numpy as np
from jaxtyping import Float, Real

from models.ops.arrays import Number, Numbers, as_numbers
from models.ops.geometry import whole

PAD_MODES = {"constant": "constant", "zeros": "constant", "reflect": "reflect", "replicate": "edge", "circular": "wrap"}
Maps = Float[np.ndarray, "_ _ _"]


def pixel_shuffle(values: Real[np.ndarray, "channels rows columns"] | Numbers, factor: int) -> Maps:
    """Blocks of factor² channels become one map `factor` times as high and wide: [C·f², H, W] → [C, H·f, W·f].

    >>> pixel_shuffle(np.arange(4).reshape(4, 1, 1), factor=2).tolist()
    [[[0.0, 1.0], [2.0, 3.0]]]

    Cell (row·f + i, column·f + j) of map c is (row, column) of channel c·f² + i·f + j. Raises ValueError unless the
    factor's square divides the channels. Source: Shi et al. 2016; `torch.nn.PixelShuffle`.
    """
    maps, side = _as_maps(values), whole(factor, "factor", 1)
    channels, rows, columns = maps.shape
    if channels % side**2:
        raise ValueError(f"factor is {side}, but its square must divide the {channels} channels")
    # [map, i, j, row, column] becomes [map, row, i, column, j]: each index beside the axis that it divides further.
    blocks = maps.reshape(channels // side**2, side, side, rows, columns)
    return blocks.transpose(0, 3, 1, 4, 2).reshape(-1, rows * side, columns * side)


def pixel_unshuffle(values: Real[np.ndarray, "channels rows columns"] | Numbers, factor: int) -> Maps:
    """The way back from `pixel_shuffle`: [C, H·f, W·f] → [C·f², H, W].

    >>> pixel_unshuffle([[[0, 1], [2, 3]]], factor=2).tolist()
    [[[0.0]], [[1.0]], [[2.0]], [[3.0]]]

    Raises ValueError unless the factor divides rows and columns.
    """
    maps, side = _as_maps(values), whole(factor, "factor", 1)
    channels, rows, columns = maps.shape
    if rows % side or columns % side:
        raise ValueError(f"factor is {side}, but must divide the {rows} rows and {columns} columns")
    blocks = maps.reshape(channels, rows // side, side, columns // side, side)
    return blocks.transpose(0, 2, 4, 1, 3).reshape(-1, rows // side, columns // side)


def channel_shuffle(values: Real[np.ndarray, "channels rows columns"] | Numbers, groups: int) -> Maps:
    """Deals the channels of every group out in turn: channel g·n + i goes to i·groups + g, of n channels in a group.

    >>> channel_shuffle(np.arange(6).reshape(6, 1, 1), groups=2).ravel().tolist()
    [0.0, 3.0, 1.0, 4.0, 2.0, 5.0]

    Raises ValueError unless the groups divide the channels. Source: Zhang et al. 2018 (ShuffleNet), §3.1.
    """
    maps, count = _as_maps(values), whole(groups, "groups", 1)
    if len(maps) % count:
        raise ValueError(f"groups is {count}, but must divide the {len(maps)} channels")
    # [group, place in it], read column by column.
    return maps.reshape(count, -1, *maps.shape[1:]).swapaxes(0, 1).reshape(maps.shape)


def padded(
    values: Real[np.ndarray, "channels rows columns"] | Numbers,
    around: Sequence[int],
    mode: str = "constant",
    fill: Number = 0.0,
) -> Maps:
    """Maps with cells added at the start and end of their axes; with a constant, cut off where the number is negative.

    >>> padded([[[1, 2, 3]]], around=(2, -1)).tolist()
    [[[0.0, 0.0, 1.0, 2.0]]]

    `around` counts from the last axis, as PyTorch does: (left, right), then top and bottom, then channels. Raises
    ValueError for another mode, an odd count, or what is cut off in another mode.
    Source: `torch.nn.functional.pad`.
    """
    maps, counts = _as_maps(values), [int(cells) for cells in around]
    if mode not in PAD_MODES or len(counts) not in (2, 4, 6):
        raise ValueError(f"mode is {mode!r} and around {counts}, but must be one of {', '.join(PAD_MODES)} and pairs")
    if min(counts) < 0 and PAD_MODES[mode] != "constant":
        raise ValueError(f"around is {counts}, but must not be negative for mode {mode!r}")
    pairs = list(zip(counts[::2], counts[1::2], strict=True))[::-1]
    pairs = [(0, 0)] * (maps.ndim - len(pairs)) + pairs
    room = [(max(0, before), max(0, after)) for before, after in pairs]
    extra = {"constant_values": float(fill)} if PAD_MODES[mode] == "constant" else {}
    # First all that is added, then all that is cut off: an axis may have both.
    wide = np.pad(maps, room, mode=PAD_MODES[mode], **extra)  # type: ignore[call-overload]
    cuts = (
        slice(-min(0, before), size + min(0, after)) for (before, after), size in zip(pairs, wide.shape, strict=True)
    )
    return np.asarray(wide[tuple(cuts)])


def _as_maps(values: Numbers) -> Maps:
    maps = as_numbers(values, "values")
    if maps.ndim != 3:  # noqa: PLR2004 - channels, rows, columns
        raise ValueError(f"values have the shape {list(maps.shape)}, but must be [channels, rows, columns]")
    return maps
