"""Which input channel contributes what? One output channel of a convolution, taken apart into maps that add up to it.

Maps [channel, row, column]. A part is what one input channel and its slice of the kernel make together; all parts and
the bias add up to the output channel. Sums are float64.
"""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float, Real

from models.ops.arrays import Number, as_image, frozen
from models.ops.convolution import Products, output_shape, products_at
from models.ops.geometry import pad, pair
from models.ops.windows import all_windows


@dataclass(frozen=True)
class Setting:
    """How a kernel goes over its maps, each (rows, columns); `mode` says what the padding holds."""

    stride: tuple[int, int] = (1, 1)
    padding: tuple[int, int] = (0, 0)
    dilation: tuple[int, int] = (1, 1)
    mode: str = "zeros"


@dataclass(frozen=True, eq=False)
class Parts:
    """One output channel in parts: `maps`[k] is `inputs`[k] under `weights`[k], and Σ maps + `bias` is the channel.

    >>> parts = take_apart(np.array([[[1.0]], [[2.0]]]), np.array([[[3.0]], [[-4.0]]]), bias=0.5)
    >>> parts.sizes.tolist(), parts.total.item(), parts.at(0, 0).products.ravel().tolist()
    ([3.0, 8.0], -4.5, [3.0, -8.0])
    """

    inputs: Float[np.ndarray, "channels rows columns"]
    weights: Float[np.ndarray, "channels kernel_rows kernel_columns"]
    bias: float
    setting: Setting
    maps: Float[np.ndarray, "channels output_rows output_columns"]

    @property
    def total(self) -> Float[np.ndarray, "output_rows output_columns"]:
        """The output channel: the sum of all parts, and the bias."""
        return np.asarray(self.maps.sum(axis=0) + self.bias)

    @property
    def sizes(self) -> Float[np.ndarray, " channels"]:
        """How much each part weighs over the whole map: the mean of its absolute values."""
        return np.asarray(np.abs(self.maps).mean(axis=(1, 2)))

    def at(self, row: int, column: int) -> Products:
        """Every product behind one value of the channel, [channels, kernel_rows, kernel_columns], worked out anew.

        Raises ValueError when the map has no such position.
        """
        way = self.setting
        return products_at(
            self.inputs,
            self.weights,
            row,
            column,
            bias=self.bias,
            stride=way.stride,
            padding=way.padding,
            dilation=way.dilation,
            mode=way.mode,
        )


@dataclass(frozen=True)
class Convolution:
    """A convolution of a network as it ran. `rearranged`: maps were cut or shuffled on their way into it.

    >>> layer = Convolution("conv", 4, 6, 2, (3, 3), Setting(), bias=False, rearranged=False)
    >>> layer.slices, layer.group(5), layer.reads(5)
    (2, 1, range(2, 4))
    """

    layer: str
    inputs: int
    outputs: int
    groups: int
    kernel: tuple[int, int]
    setting: Setting
    bias: bool
    rearranged: bool

    @property
    def slices(self) -> int:
        """How many input channels one output channel reads: those of its group."""
        return self.inputs // self.groups

    def group(self, channel: int) -> int:
        """The number of the group an output channel belongs to."""
        return channel // (self.outputs // self.groups)

    def reads(self, channel: int) -> range:
        """Which input channels an output channel reads."""
        first = self.group(channel) * self.slices
        return range(first, first + self.slices)


@dataclass(frozen=True, eq=False)
class PartialSums:
    """One output channel of a convolution in parts, one for each input channel in `reads`, and as it was captured.

    >>> layer = Convolution("conv", 2, 1, 1, (1, 1), Setting(), bias=False, rearranged=False)
    >>> parts = take_apart(np.array([[[1.0]], [[2.0]]]), np.array([[[3.0]], [[4.0]]]))  # 1·3 + 2·4
    >>> PartialSums(layer, 0, layer.reads(0), parts, captured=np.array([[11.5]])).difference
    0.5
    """

    convolution: Convolution
    channel: int
    reads: range
    parts: Parts
    captured: Float[np.ndarray, "output_rows output_columns"]

    @property
    def difference(self) -> float:
        """The largest |Σ parts + bias − captured| over the whole map."""
        return float(np.abs(self.parts.total - self.captured).max())


def take_apart(
    inputs: Real[np.ndarray, "channels rows columns"],
    weights: Real[np.ndarray, "channels kernel_rows kernel_columns"],
    bias: Number = 0.0,
    setting: Setting | None = None,
) -> Parts:
    """The parts of the output channel that the kernel `weights` [C, kh, kw] makes of `inputs` [C, H, W].

    >>> inputs = np.arange(9.0).reshape(3, 3) + [[[0]], [[1]]]
    >>> parts = take_apart(inputs, np.array([[[0.0, 1.0], [2.0, 3.0]], [[1.0, 2.0], [3.0, 4.0]]]))
    >>> parts.maps.tolist()
    [[[19.0, 25.0], [37.0, 43.0]], [[37.0, 47.0], [67.0, 77.0]]]
    >>> parts.total.tolist()
    [[56.0, 72.0], [104.0, 120.0]]

    Each input channel is cross-correlated with its own slice alone; only the sum mixes channels.
    Raises ImpossibleGeometry when the kernel does not fit, ValueError when there is not one slice for each input.
    Source: Dumoulin & Visin 2016, §1.1, on several input feature maps.
    """
    if len(inputs) != len(weights):
        raise ValueError(f"weights have {len(weights)} slices, but must have {len(inputs)}, one for each input channel")
    way, stack = setting or Setting(), as_image(inputs, "inputs")
    kernel = as_image(weights, "weights")
    stride, dilation = pair(way.stride, "stride", 1), pair(way.dilation, "dilation", 1)
    output_shape(stack, kernel, stride, way.padding, dilation)
    under_kernel = all_windows(pad(stack, way.padding, way.mode), kernel.shape[-2:], stride, dilation)
    # As in `cross_correlate`, but the channel k is named after the arrow: it is not summed over.
    maps = np.einsum("krcij,kij->krc", under_kernel, kernel)
    return Parts(inputs, weights, float(bias), way, frozen(maps))
