"""What the stage of a sliding window is sent, and the plane, kernel and settings that a view on it means.

The browser works all of this out by itself while somebody plays; here it is worked out from the same view for what is
said in words, proved and saved. A plane is [row, column], float64.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from jaxtyping import Float, Float32, UInt8

from models.ops.arrays import frozen
from models.ops.convolution import cross_correlate, flipped
from models.ops.examples import MATRICES
from models.ops.geometry import ImpossibleGeometry
from models.ops.kernels import KERNELS
from models.ops.pooling import adaptive_average_pool, average_pool, max_pool
from viz.stages.convolution.slide import view as bounds
from viz.stages.convolution.slide.view import (
    CELLS,
    COLOURS,
    NETWORK,
    PICTURE,
    TYPED,
    UNSAID,
    ConvolutionView,
    PoolingView,
    SlideView,
    matrix_of,
    pair_of,
)
from viz.stages.kernel.payload import pack

Plane = Float[np.ndarray, "rows columns"]
Kernel = Float[np.ndarray, "kernel_rows kernel_columns"]
Output = Float[np.ndarray, "output_rows output_columns"]
ROUNDING = 1e-9  # a mean of whole numbers that is half way up to this much counts as half way


@dataclass(frozen=True, eq=False)
class Given:
    """What the stage works on besides the view: the picture's planes by colour, and a first layer's kernels.

    `kernels` is None where the network's first layer has none of at most 7×7 over red, green and blue, or brightness.
    """

    planes: Mapping[str, UInt8[np.ndarray, "rows columns"]]
    kernels: Float32[np.ndarray, "channels colours taps_down taps_across"] | None


def image_of(view: SlideView, given: Given) -> Plane:
    """The plane the window slides over."""
    if view.source == CELLS:
        typed = matrix_of(view.cells, bounds.MOST_CELLS)
        return MATRICES["count_4x4"] if typed is None else frozen(typed)
    if view.source != PICTURE:
        return MATRICES[view.source]
    means = adaptive_average_pool(given.planes[view.colour].astype(np.float64), view.size)
    return frozen(np.floor(means + 0.5 + ROUNDING))


def kernel_of(view: ConvolutionView, given: Given) -> Plane:
    """The kernel as it is set, before it is turned; the default one where the view names none that is there."""
    typed = matrix_of(view.weights, bounds.MOST_TAPS)
    if view.kernel == TYPED and typed is not None:
        return frozen(typed)
    if view.kernel == NETWORK and given.kernels is not None:
        own = given.kernels[min(view.number, len(given.kernels) - 1)].astype(np.float64)
        # Over grey every colour holds the same value: what counts is the sum of the slices.
        alone = view.colour == COLOURS[0] or len(own) == 1
        return frozen(own.sum(axis=0) if alone else own[COLOURS.index(view.colour) - 1])
    return KERNELS.get(view.kernel, KERNELS[ConvolutionView().kernel])


def convolution_settings(view: ConvolutionView) -> dict[str, Any]:
    """The keyword arguments of `cross_correlate` that the view means."""
    pairs = {name: pair_of(getattr(view, name)) for name in ("stride", "padding", "dilation")}
    return {**pairs, "mode": view.mode, "bias": view.bias}


def turned(view: ConvolutionView, kernel: Kernel) -> Kernel:
    """The kernel as it slides: turned by 180° for a convolution as mathematics has it."""
    return flipped(kernel) if view.convolve else kernel


def convolved(view: ConvolutionView, image: Plane, kernel: Kernel) -> Output:
    """What any kernel makes of any plane, with the settings of a view. Raises ImpossibleGeometry."""
    return cross_correlate(image, turned(view, kernel), **convolution_settings(view))


def pooling_settings(view: PoolingView) -> dict[str, Any]:
    """The keyword arguments of `max_pool` and `average_pool` that the view means."""
    stride = None if view.stride == bounds.WINDOW else pair_of(view.stride)
    found = {"kernel": pair_of(view.window), "stride": stride, "padding": pair_of(view.padding), "ceil_mode": view.ceil}
    return found if view.pool == "max" else {**found, "count_include_pad": view.include}


def pooled(view: PoolingView, image: Plane) -> Output:
    """What a pooling window keeps of any plane, with the settings of a view. Raises ImpossibleGeometry."""
    pool = max_pool if view.pool == "max" else average_pool
    return pool(image, **pooling_settings(view))


def output_of(view: SlideView, given: Given) -> Plane:
    """The output on stage, whatever slides. Raises ImpossibleGeometry."""
    image = image_of(view, given)
    if isinstance(view, ConvolutionView):
        return convolved(view, image, kernel_of(view, given))
    return pooled(view, image)  # type: ignore[arg-type]


def placed(view: bounds.AnySlide, given: Given) -> bounds.AnySlide:
    """The view with its position inside the output; where none is said, at the strongest response."""
    if isinstance(view, ConvolutionView) and given.kernels is not None:
        view = replace(view, number=min(view.number, len(given.kernels) - 1))
    try:
        output = output_of(view, given)
    except ImpossibleGeometry:
        return replace(view, row=0, column=0)
    if UNSAID in (view.row, view.column):
        row, column = (int(index) for index in np.unravel_index(output.argmax(), output.shape))
        return replace(view, row=row, column=column)
    rows, columns = output.shape
    return replace(view, row=min(view.row, rows - 1), column=min(view.column, columns - 1))


def payload(operation: str, given: Given, words: Mapping[str, str], about: Mapping[str, str]) -> bytes:
    """Everything the browser needs to play with the view without asking again.

    `operation`: "convolution" or "pooling"; `about`: what is on stage, in words.
    """
    planes: dict[str, np.ndarray] = {f"colour_{name}": given.planes[name] for name in COLOURS}
    if given.kernels is not None:
        planes["kernels"] = given.kernels
    limits = {
        name: getattr(bounds, name.upper())
        for name in ("smallest", "largest", "most_cells", "most_taps", "most_stride", "most_padding", "most_dilation")
    }
    header = {
        "operation": operation,
        "matrices": {name: matrix.tolist() for name, matrix in MATRICES.items()},
        "kernel_names": {name: kernel.tolist() for name, kernel in KERNELS.items()},
        "limits": limits,
        "about": dict(about),
        "words": dict(words),
    }
    return pack(header, planes)
