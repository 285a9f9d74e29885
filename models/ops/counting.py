"""How many weights does a layer learn, and how many products does it take? Counted from its shape alone."""

from typing import SupportsIndex

from models.ops.geometry import ImpossibleGeometry, IntOrPair, pair, whole


def products_per_output(channels: SupportsIndex, kernel: IntOrPair) -> int:
    """How many products one output value sums up: a 5×5 kernel over 3 channels makes 75."""
    rows, columns = pair(kernel, "kernel", 1)
    return whole(channels, "channels", 1) * rows * columns


def convolution_parameters(
    inputs: SupportsIndex, outputs: SupportsIndex, kernel: IntOrPair, *, groups: SupportsIndex = 1, bias: bool = True
) -> int:
    """How many numbers a convolution learns: one kernel for each output map, over its group's share of the inputs.

    Raises ImpossibleGeometry for settings below 1, or groups that do not divide inputs and outputs.
    """
    inputs, outputs, groups = whole(inputs, "inputs", 1), whole(outputs, "outputs", 1), whole(groups, "groups", 1)
    if inputs % groups or outputs % groups:
        raise ImpossibleGeometry("groups", groups, f"a divisor of both {inputs} inputs and {outputs} outputs")
    return outputs * (products_per_output(inputs // groups, kernel) + bool(bias))


def linear_parameters(inputs: SupportsIndex, outputs: SupportsIndex, *, bias: bool = True) -> int:
    """How many numbers a fully connected layer learns: one weight for each pair, and one bias for each output."""
    return whole(outputs, "outputs", 1) * (whole(inputs, "inputs", 1) + bool(bias))
