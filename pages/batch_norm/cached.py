"""Batch norm: the tensors of a batch, their statistics, and both by PyTorch for the proof lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from jaxtyping import Float32, Float64, UInt8

from models.ops.batch_norm import Over
from pages.shell.pictures import FIRST, sample_picture
from pages.shell.records import Member, NetworkName, Now

if TYPE_CHECKING:
    from models.ops.batch_norm import Statistics
    from models.ops.batch_scatter import Scatter
    from models.ops.pixel_normal import PixelNormal
    from models.records.batch_norm import BatchNorm, ByTorch, Folded, Place
    from viz.stages.batch_norm.groups.stage import Around


from pages.shell.cached import caching
from pages.shell.cached.networks import GATE, PATIENCE, network, trace

CASES_WEIGH = 48 * 2**20  # bytes: what parts have worked out of one channel of a batch, each part for itself


@caching.resource(8)
def batch_places(name: NetworkName) -> tuple[Place, ...]:
    """The tensors of a network that a batch can be looked at in, in order of execution."""
    chosen = network(name)
    with GATE.place(PATIENCE):
        from models.nets.maps.batch_tensors import places

        return places(chosen)


@caching.data(64)
def normalizes_by_function(name: NetworkName) -> bool:
    """Whether a network calls batch norm as a function, beside any layer that could be looked at."""
    made = trace(sample_picture(FIRST), name).values()
    return any("BatchNorm" in each.kind and each.module is None for each in made)


@caching.resource(256)
def batch_norm_layer(name: NetworkName, layer: str) -> BatchNorm:
    """A batch norm layer as plain values."""
    from models.nets.maps.batch_tensors import batch_norm

    return batch_norm(network(name), layer)


@caching.resource(3)
def batch_values(
    members: tuple[Member, ...], name: NetworkName, tensor: str
) -> Float32[np.ndarray, "batch channels rows columns"]:
    """One tensor of the network for every picture of a batch."""
    chosen = network(name)
    with GATE.place(PATIENCE):
        from models.nets.maps.batch_tensors import tensor_of

        return tensor_of(chosen, [member.image for member in members], tensor)


@caching.resource(64)
def shifted_values(
    member: Member, name: NetworkName, tensor: str, by: tuple[int, int]
) -> Float32[np.ndarray, "1 channels rows columns"]:
    """One tensor of the network for a picture that is moved by (rows, columns) as the network sees it."""
    chosen = network(name)
    with GATE.place(PATIENCE):
        from models.nets.maps.batch_tensors import tensor_of
        from models.nets.maps.shifted import shifted_picture

        return tensor_of(chosen, [shifted_picture(chosen, member.image, by)], tensor)


@caching.resource(4)
def pixel_statistics(members: tuple[Member, ...], name: NetworkName) -> tuple[PixelNormal, float | None]:
    """Mean and spread of each pixel over a batch, 0…255, and how deviations of neighbouring pixels correlate."""
    from models.ops.pixel_normal import neighbour_correlation, pixel_normal

    pictures = np.stack([network(name).picture(member.image) for member in members]).astype(np.float64)
    found = pixel_normal(pictures)
    return found, neighbour_correlation(pictures, found)


def member_pixels(member: Member, name: NetworkName) -> UInt8[np.ndarray, "rows columns 3"]:
    """What the network sees of one picture of a batch, before the colours are normalised."""
    return network(name).picture(member.image)


def normalized_by_torch(
    values: Float64[np.ndarray, "batch channels rows columns"], eps: float
) -> dict[str, Float32[np.ndarray, "batch channels rows columns"] | None]:
    """What PyTorch makes of a batch per channel and per location; None where it refuses to."""
    from models.nets.oracles.normalized import batch_norm_2d, per_location

    plain = np.zeros(values.shape[1]), np.ones(values.shape[1])
    return {"channel": batch_norm_2d(values, plain, plain[::-1], eps).training, "location": per_location(values, eps)}


def batch_norm_by_torch(
    values: Float64[np.ndarray, "batch 1 rows columns"],
    running: tuple[float, float],
    line: tuple[float, float],
    eps: float,
    momentum: float,
) -> ByTorch:
    """What `nn.BatchNorm2d` makes of one channel: `running` mean and variance before, and γ and β as `line`."""
    from models.nets.oracles.normalized import batch_norm_2d

    kept, affine = ((np.array([one]), np.array([other])) for one, other in (running, line))
    return batch_norm_2d(values, kept, affine, eps, momentum)


@caching.resource(64)
def foldable(name: NetworkName) -> dict[str, str]:
    """The batch norm layers that can be folded, with the convolution before each."""
    from models.nets.maps.folded import foldable as found

    return found(trace(sample_picture(FIRST), name), network(name).module)


@caching.resource(32)
def folded(members: tuple[Member, ...], name: NetworkName, layers: tuple[str, ...]) -> Folded:
    """The network without these batch norm layers beside itself as it is, on a batch."""
    chosen, captured = network(name), trace(sample_picture(FIRST), name)
    with GATE.place(PATIENCE):
        from models.nets.maps.folded import compare

        return compare(chosen, captured, [member.image for member in members], layers)


@caching.resource(32)
def group_moments(now: Now, over: Over) -> Statistics:
    """The statistics of all groups of a batch, by hand."""
    from models.ops.batch_norm import statistics

    with GATE.place(PATIENCE):
        return statistics(now.values, over)


@caching.resource(32)
def group_moments_by_torch(
    now: Now, over: str, groups: int | None
) -> tuple[Float32[np.ndarray, "*kept"], Float32[np.ndarray, "*kept"]]:
    """The means and biased variances of a way of grouping, by PyTorch; `groups`: into how many channels are split."""
    from models.ops.groupings import GROUPINGS

    way = GROUPINGS[over]
    batch, channels, rows, columns = now.values.shape
    with GATE.place(PATIENCE):
        import torch

        values = torch.tensor(now.values)
        if groups is not None:
            values = values.reshape(batch, groups, channels // groups, rows, columns)
        if not way.centred:
            squares = values.square().mean(way.axes)
            return torch.zeros_like(squares).numpy(), squares.numpy()
        variance, mean = torch.var_mean(values, way.axes, correction=0)
        return mean.numpy(), variance.numpy()


@caching.resource(16)
def around(now: Now, channel: int) -> Around:
    """The groups that hold values of one channel of a batch."""
    from viz.stages.batch_norm.groups.stage import around as found

    return found(now.values, channel)


@caching.data(64)
def statistics_difference(now: Now) -> float:
    """The largest difference between the statistics of a batch worked out by hand and by torch.var_mean."""
    largest = 0.0
    for over in ("channel", "location"):
        by_hand, (mean, variance) = group_moments(now, over), group_moments_by_torch(now, over, None)
        own = by_hand.mean.reshape(mean.shape), by_hand.variance.reshape(variance.shape)
        largest = max(largest, float(np.abs(own[0] - mean).max()), float(np.abs(own[1] - variance).max()))
    return largest


@caching.data(128)
def batch_scatter(now: Now, channel: int, sizes: tuple[int, ...]) -> Scatter:
    """How the means of one channel scatter over random batches of these sizes."""
    from models.ops.batch_scatter import scatter

    with GATE.place(PATIENCE):
        return scatter(now.values[:, channel], sizes)
