"""Which inputs does a position read? Every table against PyTorch's own layer, asked with one input lit at a time."""

import numpy as np
import pytest
import torch
from hypothesis import assume, given
from hypothesis import strategies as st
from torch.nn import functional

from models.ops import reads
from models.ops.geometry import output_size, transposed_size
from models.ops.spans import NOTHING

sizes = st.integers(1, 14)
RECOMPUTED = {"nearest": 0.0, "nearest-exact": 0.5}


def read_by(layer, size, dtype=torch.float64):
    """For each output position the inputs it reads: those that change it when they alone are lit."""
    lit = torch.eye(size, dtype=dtype)[:, None]
    answers = layer(lit)[:, 0].abs().numpy() > 1e-9
    return [set(np.flatnonzero(column).tolist()) for column in answers.T]


def told(table):
    return [set(row.tolist()) - {NOTHING} for row in table]


@given(sizes, st.integers(1, 5), st.integers(1, 4), st.integers(0, 3), st.integers(1, 3))
def test_windows_are_those_of_a_convolution(size, kernel, stride, padding, dilation):
    assume(size + 2 * padding > dilation * (kernel - 1))
    taps = torch.ones(1, 1, kernel, dtype=torch.float64)
    table = reads.windows(size, output_size(size, kernel, stride, padding, dilation), kernel, stride, padding, dilation)
    assert told(table) == read_by(lambda lit: functional.conv1d(lit, taps, None, stride, padding, dilation), size)


@given(sizes, st.integers(1, 5), st.integers(1, 4), st.integers(0, 2))
def test_windows_of_ceil_mode_are_cut_at_the_end(size, kernel, stride, padding):
    assume(2 * padding <= kernel and size + 2 * padding >= kernel)
    table = reads.windows(size, output_size(size, kernel, stride, padding, ceil_mode=True), kernel, stride, padding)
    by_torch = read_by(lambda lit: functional.avg_pool1d(lit, kernel, stride, padding, ceil_mode=True), size)
    assert told(table) == by_torch


@given(sizes, st.integers(1, 5), st.integers(1, 4), st.integers(0, 3), st.integers(1, 3), st.integers(0, 2))
def test_stamps_are_those_of_a_transposed_convolution(size, kernel, stride, padding, dilation, extra):
    assume(extra < max(stride, dilation))
    assume((size - 1) * stride + dilation * (kernel - 1) + 1 + extra > 2 * padding)
    taps = torch.ones(1, 1, kernel, dtype=torch.float64)
    outputs = transposed_size(size, kernel, stride, padding, extra, dilation)
    by_torch = read_by(
        lambda lit: functional.conv_transpose1d(lit, taps, None, stride, padding, extra, 1, dilation), size
    )
    assert told(reads.stamps(size, outputs, kernel, stride, padding, dilation)) == by_torch


@given(sizes, sizes)
def test_shares_are_those_of_adaptive_pooling(size, outputs):
    by_torch = read_by(lambda lit: functional.adaptive_avg_pool1d(lit, outputs), size)
    assert told(reads.shares(size, outputs)) == by_torch


@given(st.integers(1, 9), st.integers(-3, 6), st.integers(-3, 6), st.sampled_from(["zeros", "reflect", "replicate"]))
def test_margins_are_those_of_padding(size, before, after, mode):
    assume(min(before, 0) + min(after, 0) + size > 0)
    assume(mode == "zeros" or min(before, after) >= 0)  # torch mirrors nothing that it also cuts
    assume(mode != "reflect" or max(before, after) < size)
    name = {"zeros": "constant"}.get(mode, mode)
    by_torch = read_by(lambda lit: functional.pad(lit, (before, after), mode=name), size)
    assert told(reads.margins(size, before, after, mode)) == by_torch


@given(sizes, st.data())
def test_circular_margins_wrap_around(size, data):
    before, after = data.draw(st.tuples(st.integers(0, size), st.integers(0, size)))
    by_torch = read_by(lambda lit: functional.pad(lit, (before, after), mode="circular"), size)
    assert told(reads.margins(size, before, after, "circular")) == by_torch


def stretched(mode, size, **how):
    """Interpolation along one axis, made of PyTorch's for two: every row is the same."""

    def layer(lit):
        flat = lit[:, :, None]
        shape = None if size is None else (1, size)
        return functional.interpolate(flat, shape, mode=mode, **how)[:, :, 0]

    return layer


@given(st.integers(1, 40), st.integers(1, 60), st.sampled_from(sorted(RECOMPUTED)))
def test_copies_are_those_of_nearest_neighbour(size, outputs, mode):
    by_torch = read_by(stretched(mode, outputs), size, torch.float32)
    assert told(reads.copies(size, outputs, offset=RECOMPUTED[mode])) == by_torch


@pytest.mark.parametrize(("size", "outputs"), [(2, 82), (4, 94), (3, 123), (45, 129), (90, 129), (7, 7), (1, 9)])
def test_copies_are_rounded_as_pytorch_rounds_them_on_maps_of_float32(size, outputs):
    """In whole numbers some of these would copy another cell, and so they do on a line or in double precision."""
    by_torch = read_by(stretched("nearest", outputs), size, torch.float32)
    assert told(reads.copies(size, outputs)) == by_torch


@given(st.integers(1, 30), st.sampled_from([0.5, 0.7, 1 / 3, 1.0, 1.3, 1.5, 2.0, 2.9, 3.0]))
def test_a_factor_moves_the_copies_as_it_does_in_pytorch(size, factor):
    assume(int(size * factor) >= 1)
    by_torch = read_by(stretched("nearest", None, scale_factor=(1, factor)), size, torch.float32)
    assert told(reads.copies(size, int(size * factor), factor)) == by_torch


@given(sizes, st.integers(1, 40), st.booleans(), st.sampled_from(["bilinear", "bicubic"]))
def test_blends_are_those_of_interpolation(size, outputs, corners, mode):
    table = reads.blends(size, outputs, align_corners=corners, cubic=mode == "bicubic")
    assert told(table) == read_by(stretched(mode, outputs, align_corners=corners), size)


@given(sizes, st.sampled_from([0.5, 1.3, 1.5, 2.0, 2.9, 4.0]), st.sampled_from(["bilinear", "bicubic"]))
def test_a_factor_moves_the_blends_as_it_does_in_pytorch(size, factor, mode):
    assume(int(size * factor) >= 1)
    by_torch = read_by(stretched(mode, None, scale_factor=(1, factor)), size)
    assert told(reads.blends(size, int(size * factor), factor, cubic=mode == "bicubic")) == by_torch


@pytest.mark.parametrize(
    ("table", "even"),
    [
        (reads.windows(9, 4, 3, 2), (0, 2, 3)),
        (reads.shares(8, 4), (0, 2, 2)),
        (reads.shares(8, 3), None),
        (reads.copies(4, 8), None),
        (reads.copies(8, 4), (0, 2, 1)),
        (reads.everything(5), (0, 5, 5)),
        (reads.windows(5, 5, 3, 1, 1), None),
    ],
    ids=["windows", "even shares", "uneven shares", "copies", "every other one", "everything", "cut at the border"],
)
def test_even_windows_are_recognised(table, even):
    assert reads.evenly(table) == even


def test_everything_reads_all_and_repeated_the_only_one():
    assert reads.everything(3).tolist() == [[0, 1, 2]]
    assert reads.repeated(2).tolist() == [[0], [0]]
