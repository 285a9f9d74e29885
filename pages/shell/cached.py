"""Everything computed once for all visitors, and the only way from the pages to the networks.

Caches are bounded and keyed by what determines the result: the SHA-256 of the picture's pixels, the network's name,
the layer. Heavy work queues at one fair gate. torch is imported inside the functions: the first page needs none.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
import streamlit as st
from jaxtyping import Float32, Float64, UInt8

from models.images.gate import Gate
from pages.shell.members import Member
from pages.shell.pictures import FIRST, Picture, sample_picture

if TYPE_CHECKING:
    from models.nets.capture import Trace
    from models.nets.chain import Link
    from models.nets.network import Network
    from models.nets.normalized import ByTorch
    from models.nets.receptive_field import Box, LayerRow, ReceptiveField
    from models.nets.recompute import Recomputed
    from models.nets.shifted import LayerChanges, PoolingLayer
    from models.ops.batch_layers import BatchNorm, Place
    from models.ops.batch_norm import Over, Statistics
    from models.ops.batch_scatter import Scatter
    from models.ops.enlarging import Stamp
    from models.ops.folded import Folded
    from models.ops.partial_sums import Convolution, PartialSums
    from models.ops.pixel_normal import PixelNormal
    from models.ops.sharing import Sharing
    from models.ops.strongest import ColumnSpans, Peaks, RowSpans
    from pages.shell.batch import Now
    from viz.components.block.stage import Around

BUNDLED = ("cifar10",)
MOST_PARAMETERS = 30_000_000  # larger networks are for a machine of one's own
THREADS = max(1, min(2, os.cpu_count() or 1))
PATIENCE = 60.0  # seconds a visitor waits for heavy work before being told that the house is full

_gate = Gate(1)
_BY_DIGEST: dict[str | type[Any], Callable[[Any], Any]] = {Picture: lambda picture: picture.digest}
# By name: the batch is put together from what this module finds.
_BY_MEMBERS: dict[str | type[Any], Callable[[Any], Any]] = {
    "pages.shell.batch.Now": lambda now: (
        now.network,
        now.tensor,
        [(each.key, each.picture.digest) for each in now.members],
    )
}


def network_names() -> tuple[str, ...]:
    """The networks a visitor can choose, the bundled ones first. Doesn't import torch."""
    from models.nets.catalogue import names
    from models.nets.entries import ENTRIES

    small = {entry.name for entry in ENTRIES if entry.parameters <= MOST_PARAMETERS}
    return tuple(name for name in names() if name in BUNDLED or name in small)


@st.cache_resource(max_entries=4, show_spinner=False)
def network(name: str) -> Network:
    """The network of that name, shared by all visitors."""
    with _gate.place(PATIENCE):
        import torch

        from models.nets.catalogue import load

        torch.set_num_threads(THREADS)
        return load(name)


@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs=_BY_DIGEST)
def seen(picture: Picture, name: str) -> UInt8[np.ndarray, "rows columns 3"]:
    """The pixels the network sees of a picture: cropped and resized, before the colours are normalised."""
    return network(name).picture(picture.image)


@st.cache_resource(max_entries=6, show_spinner=False, hash_funcs=_BY_DIGEST)
def trace(picture: Picture, name: str) -> Trace:
    """Every layer's output for a picture."""
    chosen = network(name)
    with _gate.place(PATIENCE):
        from models.nets.capture import capture

        return capture(chosen, chosen.prepare(picture.image))


@st.cache_resource(max_entries=8, show_spinner=False)
def fields(name: str) -> dict[str, ReceptiveField]:
    """The receptive field of every layer."""
    chosen = network(name)
    with _gate.place(PATIENCE):
        from models.nets.receptive_field import receptive_fields

        with chosen.lock:
            return receptive_fields(chosen.module, chosen.input_size)


@st.cache_resource(max_entries=256, show_spinner=False, hash_funcs=_BY_DIGEST)
def effective(
    picture: Picture, name: str, layer: str, unit: tuple[int, int, int]
) -> Float32[np.ndarray, "rows columns"]:
    """How much each pixel of what the network sees matters to one unit (channel, row, column)."""
    chosen = network(name)
    channel, row, column = unit
    with _gate.place(PATIENCE):
        from models.nets.receptive_field import effective as found

        return found(chosen, chosen.prepare(picture.image), layer, row, column, channel)


@st.cache_resource(max_entries=8, show_spinner=False)
def layer_table(name: str) -> tuple[LayerRow, ...]:
    """Every layer in order of execution: its settings and its receptive field."""
    chosen = network(name)
    with _gate.place(PATIENCE):
        from models.nets.receptive_field import layer_table as found

        with chosen.lock:
            return found(chosen.module, chosen.input_size)


@st.cache_resource(max_entries=8, show_spinner=False)
def chain(name: str) -> dict[str, Link]:
    """Every layer by name, in order of execution: what feeds it, and how PyTorch holds it."""
    chosen = network(name)
    with _gate.place(PATIENCE):
        from models.nets.chain import chain as found

        with chosen.lock:
            return found(chosen.module, chosen.input_size)


@st.cache_data(max_entries=256, show_spinner=False)
def measured_box(name: str, layer: str, row: int, column: int) -> Box | None:
    """The pixels that move a unit, by PyTorch's gradient; None where that can't be asked."""
    chosen = network(name)
    with _gate.place(PATIENCE):
        from models.nets.chain import measured_box as found

        with chosen.lock:
            return found(chosen.module, chosen.input_size, layer, row, column)


@st.cache_data(max_entries=512, show_spinner=False, hash_funcs=_BY_DIGEST)
def answers(picture: Picture, name: str, count: int = 3) -> tuple[tuple[str, float], ...]:
    """The network's most probable classes for a picture, with their probabilities."""
    from models.ops.softmax import softmax

    probabilities = softmax(trace(picture, name).output[0].astype(np.float64))
    best = np.argsort(-probabilities, kind="stable")[:count]
    labels = network(name).labels
    return tuple((labels[index], float(probabilities[index])) for index in best)


@st.cache_data(max_entries=256, show_spinner=False)
def parameters(name: str) -> int:
    """How many trained numbers the network has."""
    return sum(parameter.numel() for parameter in network(name).module.parameters())


def maps(picture: Picture, name: str, layer: str) -> Float32[np.ndarray, "channels rows columns"]:
    """One layer's feature maps of a picture."""
    from viz.components.feature_maps.stage import as_maps

    return as_maps(trace(picture, name)[layer].values[0])


def by_hand(picture: Picture, name: str, layer: str, unit: tuple[int, int, int]) -> Recomputed:
    """One unit (channel, row, column) worked out from its inputs and weights."""
    from models.nets.recompute import recompute

    return recompute(network(name), trace(picture, name), layer, *unit)


@st.cache_resource(max_entries=64, show_spinner=False)
def colour_kernels(name: str, layer: str) -> Float32[np.ndarray, "channels 3 rows columns"] | None:
    """The kernels of a convolution that looks at red, green and blue; None for every other layer."""
    from models.nets.layers import kernels

    found = kernels(network(name), layer)
    return found if found is not None and found.shape[1] == 3 else None  # noqa: PLR2004, red, green, blue


@st.cache_resource(max_entries=64, show_spinner=False)
def first_kernels(name: str) -> Float32[np.ndarray, "channels 3 rows columns"] | None:
    """The kernels of a network's first layer, where they are small enough to be slid by hand."""
    from models.nets.layers import first_kernels as found

    return found(network(name))


def convolved(
    image: Float64[np.ndarray, "rows columns"], kernel: Float64[np.ndarray, "taps_down taps_across"], **settings: Any
) -> Float32[np.ndarray, "output_rows output_columns"]:
    """What PyTorch makes of one plane and one kernel; the settings are those of `cross_correlate`."""
    from models.nets.reference import convolve

    return convolve(image, kernel, **settings)


def pooled(
    image: Float64[np.ndarray, "rows columns"], kind: str, **settings: Any
) -> Float32[np.ndarray, "output_rows output_columns"]:
    """What PyTorch makes of one plane by pooling, "max" or "average"; the settings are those of `max_pool`."""
    from models.nets.reference import pool

    return pool(image, kind, **settings)


@st.cache_data(max_entries=128, show_spinner=False)
def kind_by_torch(
    inputs: Float64[np.ndarray, "channels rows columns"],
    weights: Float64[np.ndarray, "outer inner kernel_rows kernel_columns"],
    padding: tuple[int, int],
    layer: str,
    settings: tuple[tuple[str, int], ...],
) -> Float32[np.ndarray, "maps output_rows output_columns"]:
    """What PyTorch's `layer`, conv2d or conv_transpose2d, makes of a few maps; `settings`: stride, dilation, groups."""
    with _gate.place(PATIENCE):
        from models.nets.kinds import by_torch

        return by_torch(inputs, weights, padding=padding, transposed=layer == "conv_transpose2d", **dict(settings))


@st.cache_data(max_entries=64, show_spinner=False)
def connected_by_torch(picture: Float64[np.ndarray, "rows columns"]) -> Float32[np.ndarray, "rows columns"]:
    """What PyTorch makes of a small picture by the fully connected layer of `models.ops.sharing`."""
    with _gate.place(PATIENCE):
        from models.nets.kinds import linear_by_torch
        from models.ops.sharing import connections

        return linear_by_torch(picture.ravel(), connections(picture.size)).reshape(picture.shape)


def weights_by_torch(sharing: Sharing) -> tuple[int, int]:
    """How many weights PyTorch's fully connected layer and its convolution of these sizes have."""
    from models.nets.kinds import weights

    return weights(sharing)


@st.cache_resource(max_entries=8, show_spinner=False)
def shared_layers(name: str) -> dict[str, Sharing]:
    """The sizes of a network's convolutions, by layer, in order of execution."""
    chosen = network(name)
    with _gate.place(PATIENCE):
        from models.nets.kinds import convolutions as found

        return found(chosen)


def neighbours(picture: Picture, name: str, layer: str) -> tuple[str, ...]:
    """The chain of layers around `layer` that keeps channels apart: convolution, batch norm, activation."""
    from models.nets.layers import followers

    return followers(trace(picture, name), layer)


@st.cache_resource(max_entries=32, show_spinner=False, hash_funcs=_BY_DIGEST)
def convolutions(picture: Picture, name: str) -> tuple[Convolution, ...]:
    """The network's convolutions that can be taken apart, in order of execution."""
    from models.nets.partial_sums import convolutions as found

    return found(network(name), trace(picture, name))


@st.cache_resource(max_entries=8, show_spinner=False, hash_funcs=_BY_DIGEST)
def partial_sums(picture: Picture, name: str, layer: str, channel: int) -> PartialSums:
    """One output channel of a convolution, in the parts that its input channels contribute."""
    chosen, captured = network(name), trace(picture, name)
    with _gate.place(PATIENCE):
        from models.nets.partial_sums import partial_sums as taken_apart

        return taken_apart(chosen, captured, layer, channel)


@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs=_BY_DIGEST)
def pooling_layers(picture: Picture, name: str) -> dict[str, PoolingLayer]:
    """The network's pooling layers, in order of execution."""
    from models.nets.shifted import pooling_layers as found

    return found(network(name), trace(picture, name))


@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs=_BY_DIGEST)
def shift_changes(picture: Picture, name: str, shifts: tuple[tuple[int, int], ...]) -> dict[str, LayerChanges]:
    """How far the maps around every pooling layer change when the picture is moved; shifts are (rows, columns)."""
    chosen, unmoved, layers = network(name), trace(picture, name), pooling_layers(picture, name)
    with _gate.place(PATIENCE):
        from models.nets.shifted import changes

        return changes(chosen, picture.image, unmoved, layers, shifts)


@st.cache_resource(max_entries=6, show_spinner=False, hash_funcs=_BY_DIGEST)
def shifted_maps(
    picture: Picture, name: str, layer: str, by: tuple[int, int]
) -> tuple[Float32[np.ndarray, "channels rows columns"], Float32[np.ndarray, "channels pooled_rows pooled_columns"]]:
    """The maps before and after a pooling layer, of the picture moved by (rows, columns)."""
    chosen, about = network(name), pooling_layers(picture, name)[layer]
    unmoved = trace(picture, name)
    with _gate.place(PATIENCE):
        from models.nets.shifted import maps_around, shifted_trace

        before, after = maps_around(unmoved if by == (0, 0) else shifted_trace(chosen, picture.image, by), about)
        return before.copy(), after.copy()  # not the whole trace is kept for these two


@st.cache_data(max_entries=128, show_spinner=False, hash_funcs=_BY_DIGEST)
def pooling_difference(picture: Picture, name: str, layer: str, by: tuple[int, int]) -> float:
    """The largest difference between a pooling layer worked out by hand and the network's own, over all its maps."""
    before, after = shifted_maps(picture, name, layer, by)
    about = pooling_layers(picture, name)[layer]
    with _gate.place(PATIENCE):
        from models.nets.shifted import pooled_by_hand

        return float(np.abs(pooled_by_hand(about, before) - after).max())


def ways_back_by_torch(
    original: Float64[np.ndarray, "rows columns"], stamp: Stamp, *, align_corners: bool
) -> dict[str, Float32[np.ndarray, "rows columns"]]:
    """What PyTorch makes of the four ways back from a pooled map."""
    from models.nets.enlarged import ways_back

    return ways_back(original, stamp, align_corners=align_corners)


def spans(name: str, layer: str) -> tuple[RowSpans, ColumnSpans]:
    """The pixels that each row and each column of a layer's units sees, [start, stop), cut to the picture."""
    from models.nets.strongest import spans as seen_by

    return seen_by(fields(name)[layer])


@st.cache_resource(max_entries=1024, show_spinner=False, hash_funcs=_BY_DIGEST)
def peaks(picture: Picture, name: str, layer: str) -> Peaks:
    """The strongest places of every channel of a layer on a picture; of the pass itself nothing is kept."""
    chosen, field = network(name), fields(name)[layer]
    with _gate.place(PATIENCE):
        from models.nets.strongest import peaks_of

        return peaks_of(chosen, picture.image, layer, field)


@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs=_BY_DIGEST)
def traced_peaks(picture: Picture, name: str, layer: str) -> Peaks:
    """The same from the pass that is kept for the chosen picture."""
    from models.ops.strongest import strongest

    return strongest(maps(picture, name, layer), *spans(name, layer))


def strongest_by_torch(
    values: Float32[np.ndarray, "rows columns"], rows: RowSpans, columns: ColumnSpans, most: int
) -> tuple[tuple[int, int], ...]:
    """The strongest places (row, column) of one map as torch finds them."""
    from models.nets.strongest import strongest_by_torch as found

    return tuple((int(row), int(column)) for row, column in found(values, rows, columns, most))


@st.cache_data(max_entries=64, show_spinner=False)
def ways_by_gradient(settings: tuple[tuple[int, int, int], ...], size: int) -> Float64[np.ndarray, "size size"]:
    """In how many ways each pixel leads to a unit of a stack (kernel, stride, dilation of each layer), by torch."""
    with _gate.place(PATIENCE):
        from models.nets.stacks import ways_by_gradient as by_torch

        return by_torch(settings, size)


@st.cache_resource(max_entries=8, show_spinner=False)
def batch_places(name: str) -> tuple[Place, ...]:
    """The tensors of a network that a batch can be looked at in, in order of execution."""
    chosen = network(name)
    with _gate.place(PATIENCE):
        from models.nets.batch_tensors import places

        return places(chosen)


@st.cache_resource(max_entries=256, show_spinner=False)
def batch_norm_layer(name: str, layer: str) -> BatchNorm:
    """A batch norm layer as plain values."""
    from models.nets.batch_tensors import batch_norm

    return batch_norm(network(name), layer)


@st.cache_resource(max_entries=3, show_spinner=False, hash_funcs={Member: lambda member: member.digest})
def batch_values(
    members: tuple[Member, ...], name: str, tensor: str
) -> Float32[np.ndarray, "batch channels rows columns"]:
    """One tensor of the network for every picture of a batch."""
    chosen = network(name)
    with _gate.place(PATIENCE):
        from models.nets.batch_tensors import tensor_of

        return tensor_of(chosen, [member.image for member in members], tensor)


@st.cache_resource(max_entries=64, show_spinner=False, hash_funcs={Member: lambda member: member.digest})
def shifted_values(
    member: Member, name: str, tensor: str, by: tuple[int, int]
) -> Float32[np.ndarray, "1 channels rows columns"]:
    """One tensor of the network for a picture that is moved by (rows, columns) as the network sees it."""
    chosen = network(name)
    with _gate.place(PATIENCE):
        from models.nets.batch_tensors import tensor_of
        from models.nets.shifted import shifted_picture

        return tensor_of(chosen, [shifted_picture(chosen, member.image, by)], tensor)


@st.cache_resource(max_entries=4, show_spinner=False, hash_funcs={Member: lambda member: member.digest})
def pixel_statistics(members: tuple[Member, ...], name: str) -> tuple[PixelNormal, float | None]:
    """Mean and spread of each pixel over a batch, 0…255, and how deviations of neighbouring pixels correlate."""
    from models.ops.pixel_normal import neighbour_correlation, pixel_normal

    pictures = np.stack([network(name).picture(member.image) for member in members]).astype(np.float64)
    found = pixel_normal(pictures)
    return found, neighbour_correlation(pictures, found)


def member_pixels(member: Member, name: str) -> UInt8[np.ndarray, "rows columns 3"]:
    """What the network sees of one picture of a batch, before the colours are normalised."""
    return network(name).picture(member.image)


def normalized_by_torch(
    values: Float64[np.ndarray, "batch channels rows columns"], eps: float
) -> dict[str, Float32[np.ndarray, "batch channels rows columns"] | None]:
    """What PyTorch makes of a batch per channel and per location; None where it refuses to."""
    from models.nets.normalized import batch_norm_2d, per_location

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
    from models.nets.normalized import batch_norm_2d

    kept, affine = ((np.array([one]), np.array([other])) for one, other in (running, line))
    return batch_norm_2d(values, kept, affine, eps, momentum)


@st.cache_resource(max_entries=64, show_spinner=False)
def foldable(name: str) -> dict[str, str]:
    """The batch norm layers that can be folded, with the convolution before each."""
    from models.nets.folded import foldable as found

    return found(trace(sample_picture(FIRST), name))


@st.cache_resource(max_entries=32, show_spinner=False, hash_funcs={Member: lambda member: member.digest})
def folded(members: tuple[Member, ...], name: str, layers: tuple[str, ...]) -> Folded:
    """The network without these batch norm layers beside itself as it is, on a batch."""
    chosen, captured = network(name), trace(sample_picture(FIRST), name)
    with _gate.place(PATIENCE):
        from models.nets.folded import compare

        return compare(chosen, captured, [member.image for member in members], layers)


@st.cache_resource(max_entries=32, show_spinner=False, hash_funcs=_BY_MEMBERS)
def group_moments(now: Now, over: Over) -> Statistics:
    """The statistics of all groups of a batch, by hand."""
    from models.ops.batch_norm import statistics

    with _gate.place(PATIENCE):
        return statistics(now.values, over)


@st.cache_resource(max_entries=32, show_spinner=False, hash_funcs=_BY_MEMBERS)
def group_moments_by_torch(
    now: Now, axes: tuple[int, ...], groups: int | None
) -> tuple[Float32[np.ndarray, "*kept"], Float32[np.ndarray, "*kept"]]:
    """The means and biased variances over these axes, by PyTorch; `groups`: into how many channels are first split."""
    batch, channels, rows, columns = now.values.shape
    with _gate.place(PATIENCE):
        import torch

        values = torch.tensor(now.values)
        if groups is not None:
            values = values.reshape(batch, groups, channels // groups, rows, columns)
        variance, mean = torch.var_mean(values, axes, correction=0)
        return mean.numpy(), variance.numpy()


@st.cache_resource(max_entries=16, show_spinner=False, hash_funcs=_BY_MEMBERS)
def around(now: Now, channel: int) -> Around:
    """The groups that hold values of one channel of a batch."""
    from viz.components.block.stage import around as found

    return found(now.values, channel)


@st.cache_data(max_entries=64, show_spinner=False, hash_funcs=_BY_MEMBERS)
def statistics_difference(now: Now) -> float:
    """The largest difference between the statistics of a batch worked out by hand and by torch.var_mean."""
    largest = 0.0
    for over, axes in (("channel", (0, 2, 3)), ("location", (0,))):
        by_hand, (mean, variance) = group_moments(now, over), group_moments_by_torch(now, axes, None)
        own = by_hand.mean.reshape(mean.shape), by_hand.variance.reshape(variance.shape)
        largest = max(largest, float(np.abs(own[0] - mean).max()), float(np.abs(own[1] - variance).max()))
    return largest


@st.cache_data(max_entries=128, show_spinner=False, hash_funcs=_BY_MEMBERS)
def batch_scatter(now: Now, channel: int, sizes: tuple[int, ...]) -> Scatter:
    """How the means of one channel scatter over random batches of these sizes."""
    from models.ops.batch_scatter import scatter

    with _gate.place(PATIENCE):
        return scatter(now.values[:, channel], sizes)
