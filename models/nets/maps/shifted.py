"""What does a network's pooling forgive? Its maps before and after each pooling layer, for a picture that was moved.

The picture is shifted as the network sees it, by whole pixels, its border replicated. Shifts are (rows, columns),
positive ones down and right.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from jaxtyping import Float, Float32
from PIL import Image

from models.nets.capture import capture
from models.nets.capture.layers import settings
from models.nets.network import Network
from models.ops.geometry import pair
from models.ops.pooling import Pool, adaptive_average_pool, average_pool, global_average_pool, max_pool
from models.ops.shifting import Change, change, shift
from models.records.layers import Activation, LayerChanges, PoolingLayer, Span, Trace

Shift = tuple[int, int]
Maps = Float32[np.ndarray, "channels rows columns"]
Pooled = Float32[np.ndarray, "channels pooled_rows pooled_columns"]

ROUNDING = 1e-6  # of the largest value: what differs less counts as the same, for sums of float32 are rounded
PLACES = ({2, 3}, {-1, -2})  # the axes of a mean over rows and columns


def pooling_layers(network: Network, trace: Trace) -> dict[str, PoolingLayer]:
    """The network's pooling layers by name, in order of execution; those that pool over rows and columns."""
    found = {}
    for name, made in trace.items():
        if made.kind in BY_HAND and made.whole and len(made.inputs) == 1 and made.inputs[0] in trace:
            own = settings(network.module, made)
            before = trace[made.inputs[0]].values
            if before.ndim == 4 and _over_places(made, own):  # noqa: PLR2004, maps
                found[name] = _described(made, own, before.shape[1:])
    return found


def _over_places(made: Activation, own: Mapping[str, Any]) -> bool:
    if own.get("divisor_override") is not None:
        return False
    return made.kind != "Mean" or set(np.atleast_1d(own.get("dim", ())).tolist()) in PLACES


def _described(made: Activation, own: Mapping[str, Any], before: tuple[int, ...]) -> PoolingLayer:
    channels, rows, columns = (*made.values.shape[1:], 1, 1)[:3]
    after = (channels, rows, columns)
    rows, columns = (_windows(made.kind, own, axis, before[axis + 1], after[axis + 1]) for axis in (0, 1))
    own = {name: own[name] for name in own if name in NEEDED}
    return PoolingLayer(
        name=made.name,
        kind=made.kind,
        settings=own,
        source=made.inputs[0],
        before=(before[0], before[1], before[2]),
        after=after,
        rows=_cut(rows, before[1]),
        columns=_cut(columns, before[2]),
        centres=(_middles(rows), _middles(columns)),
    )


def _windows(kind: str, own: Mapping[str, Any], axis: int, size: int, count: int) -> tuple[Span, ...]:
    """The range of cells that each output position of an axis reads, also beyond the map."""
    if kind in ("AdaptiveAvgPool2d", "Mean"):
        return tuple((index * size // count, -(-(index + 1) * size // count)) for index in range(count))
    pool = _pool(own)
    reach = pool.dilation[axis] * (pool.kernel[axis] - 1) + 1
    starts = pool.starts(size, axis).tolist()
    return tuple((start, start + reach) for start in starts)


def _cut(windows: tuple[Span, ...], size: int) -> tuple[Span, ...]:
    return tuple((max(0, start), min(size, stop)) for start, stop in windows)


def _middles(windows: tuple[Span, ...]) -> tuple[float, ...]:
    return tuple((start + stop - 1) / 2 for start, stop in windows)


def _pool(own: Mapping[str, Any]) -> Pool:
    kernel = pair(own["kernel_size"])
    return Pool(
        kernel,
        pair(own.get("stride") or kernel),
        pair(own.get("padding", 0)),
        pair(own.get("dilation", 1)),
        bool(own.get("ceil_mode", False)),
    )


def pooled_by_hand(layer: PoolingLayer, maps: Maps) -> Float[np.ndarray, "channels pooled_rows pooled_columns"]:
    """What the layer makes of maps, worked out in NumPy from its settings."""
    return BY_HAND[layer.kind](maps.astype(np.float64), layer)


def _max(maps: Float[np.ndarray, "..."], layer: PoolingLayer) -> Float[np.ndarray, "..."]:
    pool = _pool(layer.settings)
    more = {"padding": pool.padding, "dilation": pool.dilation, "ceil_mode": pool.ceil_mode}
    return max_pool(maps, pool.kernel, stride=pool.stride, **more)  # type: ignore[arg-type]


def _average(maps: Float[np.ndarray, "..."], layer: PoolingLayer) -> Float[np.ndarray, "..."]:
    pool, counted = _pool(layer.settings), bool(layer.settings.get("count_include_pad", True))
    more = {"padding": pool.padding, "ceil_mode": pool.ceil_mode, "count_include_pad": counted}
    return average_pool(maps, pool.kernel, stride=pool.stride, **more)  # type: ignore[arg-type]


def _adaptive(maps: Float[np.ndarray, "..."], layer: PoolingLayer) -> Float[np.ndarray, "..."]:
    return adaptive_average_pool(maps, layer.after[1:])


def _mean(maps: Float[np.ndarray, "..."], _: PoolingLayer) -> Float[np.ndarray, "..."]:
    return global_average_pool(maps)[:, None, None]


BY_HAND: dict[str, Callable[[Float[np.ndarray, "..."], PoolingLayer], Float[np.ndarray, "..."]]] = {
    "MaxPool2d": _max,
    "AvgPool2d": _average,
    "AdaptiveAvgPool2d": _adaptive,
    "Mean": _mean,
}
NEEDED = frozenset(("kernel_size", "stride", "padding", "dilation", "ceil_mode", "count_include_pad"))


def shifted_trace(network: Network, image: Image.Image, by: Shift) -> Trace:
    """Everything the network computes for the picture, moved by (rows, columns) as the network sees it."""
    return capture(network, network.prepare(shifted_picture(network, image, by)))


def shifted_picture(network: Network, image: Image.Image, by: Shift) -> Image.Image:
    """What the network sees of the picture, moved by (rows, columns), its border replicated."""
    pixels = shift(network.picture(image).transpose(2, 0, 1), *by)
    return Image.fromarray(np.ascontiguousarray(pixels.transpose(1, 2, 0)).astype(np.uint8))


def maps_around(trace: Trace, layer: PoolingLayer) -> tuple[Maps, Pooled]:
    """A pooling layer's maps of the first picture before and after it."""
    before, after = trace[layer.source].values[0], trace[layer.name].values[0]
    return before, after.reshape(layer.after)


def changes(
    network: Network, image: Image.Image, trace: Trace, layers: Mapping[str, PoolingLayer], shifts: Sequence[Shift]
) -> dict[str, LayerChanges]:
    """How far the maps around every pooling layer change under each of the shifts; `trace` is of the unmoved picture.

    One forward pass a shift, and nothing of it is kept but these numbers.
    """
    found: dict[str, list[tuple[Change, Change]]] = {name: [] for name in layers}
    for by in shifts:
        other = shifted_trace(network, image, by)
        for name, layer in layers.items():
            pairs = zip(maps_around(trace, layer), maps_around(other, layer), strict=True)
            before, after = (change(old, new, ROUNDING) for old, new in pairs)
            found[name].append((before, after))
    return {name: LayerChanges(*(tuple(side) for side in zip(*both, strict=True))) for name, both in found.items()}
