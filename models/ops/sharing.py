"""What do locality and sharing save, and what do they promise? Weights counted, and a picture moved by some pixels.

Sizes are (channels, rows, columns); a picture is one plane [rows, columns].
"""

from dataclasses import dataclass
from functools import cache
from math import prod

import numpy as np
from jaxtyping import Float

from models.ops.arrays import frozen
from models.ops.convolution import cross_correlate
from models.ops.counting import convolution_parameters, linear_parameters, products_per_output
from models.ops.linear import linear
from models.ops.shifting import Change, moved, shift

Plane = Float[np.ndarray, "rows columns"]
SEED = 0


@dataclass(frozen=True)
class Sharing:
    """A convolution between volumes of these sizes, and the layers it saves: weights without biases.

    >>> layer = Sharing(inputs=(3, 32, 32), outputs=(6, 28, 28), kernel=(5, 5))
    >>> layer.neuron, layer.window
    (3072, 75)
    >>> layer.fully_connected, layer.local, layer.shared
    (14450688, 352800, 450)
    """

    inputs: tuple[int, int, int]
    outputs: tuple[int, int, int]
    kernel: tuple[int, int]
    groups: int = 1

    @property
    def neuron(self) -> int:
        """The weights of one fully connected neuron: one for each input value."""
        return prod(self.inputs)

    @property
    def window(self) -> int:
        """The weights of one kernel: one for each input value in its window."""
        return products_per_output(self.inputs[0] // self.groups, self.kernel)

    @property
    def fully_connected(self) -> int:
        """The weights of a fully connected layer from all input values to all output values."""
        return linear_parameters(self.neuron, prod(self.outputs), bias=False)

    @property
    def local(self) -> int:
        """The weights of a layer whose neurons see windows, each neuron with weights of its own: locality alone."""
        return self.window * prod(self.outputs)

    @property
    def shared(self) -> int:
        """The weights of the convolution: locality, and one kernel shared by all places of a map."""
        return convolution_parameters(self.inputs[0], self.outputs[0], self.kernel, groups=self.groups, bias=False)


@dataclass(frozen=True, eq=False)
class Moved:
    """A picture moved right by `pixels`, and what two layers make of it, each with its difference.

    A difference is the answer less the old answer moved along; NaN in the first `pixels` columns, where the picture is
    new. `inside`: how far the answer is from the old one moved along, on the columns in `columns`: those whose window
    sees neither the border that came in nor the padding.
    """

    pixels: int
    columns: range
    picture: Plane
    convolved: Plane
    convolved_difference: Plane
    convolved_inside: Change
    connected: Plane
    connected_difference: Plane
    connected_inside: Change


def move(picture: Plane, kernel: Float[np.ndarray, "taps taps"], pixels: int) -> Moved:
    """The picture moved right by `pixels`, convolved with padding to keep its size, and fully connected.

    >>> found = move(np.eye(6), np.ones((3, 3)), pixels=1)
    >>> found.columns, found.convolved_inside.largest, found.connected_inside.largest > 0
    (range(2, 5), 0.0, True)

    The border's pixels fill what is uncovered. Raises ValueError where no column is left to compare.
    """
    rows, columns = picture.shape
    reach = len(kernel) // 2
    within = range(pixels + reach, columns - reach)
    now = shift(picture, 0, pixels)
    pairs = [(cross_correlate(image, kernel, padding=reach), connect(image)) for image in (picture, now)]
    inside = [moved(before, after, (0, pixels), (range(rows), within)) for before, after in zip(*pairs, strict=True)]
    if inside[0] is None or inside[1] is None:
        raise ValueError(f"pixels is {pixels}, but must be less than {columns - 2 * reach}")
    differences = [_difference(before, after, pixels) for before, after in zip(*pairs, strict=True)]
    convolved, connected = (frozen(answer) for answer in pairs[1])
    return Moved(
        pixels, within, frozen(now), convolved, differences[0], inside[0], connected, differences[1], inside[1]
    )


def connect(picture: Plane) -> Plane:
    """What a fully connected layer with random weights answers, laid out as a plane of the picture's size.

    >>> connect(np.zeros((2, 3))).tolist()
    [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]
    """
    return np.asarray(linear(picture.ravel(), connections(picture.size)).reshape(picture.shape))


@cache
def connections(size: int) -> Float[np.ndarray, "size size"]:
    """The random weights of a fully connected layer, the same at every call: normal, with variance 1 / size.

    >>> connections(4).shape, connections(4) is connections(4)
    ((4, 4), True)
    """
    # With this variance a sum of `size` products is about as large as a single value.
    return frozen(np.random.default_rng(SEED).normal(size=(size, size)) / np.sqrt(size))


def _difference(before: Plane, after: Plane, pixels: int) -> Plane:
    difference = after - shift(before, 0, pixels)
    difference[:, :pixels] = np.nan
    return frozen(difference)
