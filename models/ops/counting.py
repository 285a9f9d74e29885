"""How many weights does a layer learn, and how many products does it take? Counted from its shape alone."""

from typing import SupportsIndex

from models.ops.geometry import ImpossibleGeometry, IntOrPair, pair, whole


def products_per_output(channels: SupportsIndex, kernel: IntOrPair) -> int:
    """How many products one output value sums up: a 5×5 kernel over 3 channels makes 75.

    >>> products_per_output(3, kernel=5)
    75
    """
    rows, columns = pair(kernel, "kernel", 1)
    return whole(channels, "channels", 1) * rows * columns


def convolution_parameters(
    inputs: SupportsIndex, outputs: SupportsIndex, kernel: IntOrPair, *, groups: SupportsIndex = 1, bias: bool = True
) -> int:
    """How many numbers a convolution learns: one kernel for each output map, over its group's share of the inputs.

    >>> convolution_parameters(3, 64, kernel=7, bias=False)  # 64 kernels of 3 × 7 × 7
    9408

    Raises ImpossibleGeometry for settings below 1, or groups that do not divide inputs and outputs.
    """
    inputs, outputs, groups = whole(inputs, "inputs", 1), whole(outputs, "outputs", 1), whole(groups, "groups", 1)
    if inputs % groups or outputs % groups:
        raise ImpossibleGeometry("groups", groups, f"a divisor of both {inputs} inputs and {outputs} outputs")
    return outputs * (products_per_output(inputs // groups, kernel) + bool(bias))


def linear_parameters(inputs: SupportsIndex, outputs: SupportsIndex, *, bias: bool = True) -> int:
    """How many numbers a fully connected layer learns: one weight for each pair, and one bias for each output.

    >>> linear_parameters(32 * 32 * 3, 1, bias=False), linear_parameters(400, 120)
    (3072, 48120)
    """
    return whole(outputs, "outputs", 1) * (whole(inputs, "inputs", 1) + bool(bias))


def normalization_parameters(channels: SupportsIndex) -> int:
    """How many numbers a batch norm layer, or a relative, learns: a factor γ and a shift β for each channel.

    >>> normalization_parameters(64)
    128
    """
    return 2 * whole(channels, "channels", 1)


def convolution_multiply_adds(
    inputs: SupportsIndex, outputs: SupportsIndex, kernel: IntOrPair, places: IntOrPair, *, groups: SupportsIndex = 1
) -> int:
    """How many products a convolution takes and adds up, for `places` (rows, columns) of its output maps.

    >>> convolution_multiply_adds(1, 6, kernel=5, places=28)  # 6 kernels of 25 weights, on 784 places
    117600

    One for each weight of a kernel, at each place of each output map; stride, padding and dilation are in `places`
    already, and products with the zeros of the padding count. The bias is added without a product. For a transposed
    convolution turn it round: each value of the `inputs` is multiplied with each weight that leads from it, so give its
    outputs as inputs, its inputs as outputs, and the places of its input. Raises ImpossibleGeometry as
    `convolution_parameters` does.
    """
    rows, columns = pair(places, "places", 1)
    return convolution_parameters(inputs, outputs, kernel, groups=groups, bias=False) * rows * columns


def linear_multiply_adds(inputs: SupportsIndex, outputs: SupportsIndex, *, places: SupportsIndex = 1) -> int:
    """How many products a fully connected layer takes: one for each weight, at each place it is used on.

    >>> linear_multiply_adds(400, 120)
    48000
    """
    return linear_parameters(inputs, outputs, bias=False) * whole(places, "places", 1)


def memory(values: SupportsIndex, *, each: SupportsIndex = 4) -> int:
    """How many bytes so many values hold, of `each` bytes: four for the single precision that networks work in.

    >>> memory(64 * 56 * 56)  # 64 maps of 56 × 56: 0.8 MB
    802816
    """
    return whole(values, "values", 0) * whole(each, "each", 1)
