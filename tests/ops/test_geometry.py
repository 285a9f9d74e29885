"""Sizes and padding, with PyTorch as the oracle: same sizes, same pixels, same refusals."""

import pickle

import numpy as np
import pytest
import torch
from hypothesis import example, given, settings
from hypothesis import strategies as st
from torch.nn import functional

from models.ops.arrays import as_image, as_numbers, frozen
from models.ops.geometry import (
    PADDING_MODES,
    ImpossibleGeometry,
    left_over,
    output_size,
    pad,
    pair,
    spread,
    transposed_size,
    unread_pixels,
    window_start,
)

torch.set_num_threads(1)
calm = settings(deadline=None, max_examples=200)
sizes = st.integers(-1, 12)
kernels = st.integers(0, 6)
strides = st.integers(-1, 5)
paddings = st.integers(-1, 4)
dilations = st.integers(-1, 4)


def answer_or_refusal(question):
    try:
        return question()
    except ImpossibleGeometry:
        return "refused"


def torch_length(layer, size, *arguments, **settings_of_layer):
    """The length PyTorch gives one axis, or its refusal; the other axis is a single pixel."""
    try:
        return layer(torch.zeros(1, 1, size, 1, dtype=torch.float64), *arguments, **settings_of_layer).shape[2]
    except RuntimeError:
        return "refused"


@pytest.mark.parametrize(
    ("settings_of_axis", "expected"),
    [
        ((8, 3, 1, 1), 8),
        ((8, 5, 1, 2), 8),
        ((8, 3, 2, 1), 4),
        ((8, 3, 3, 0), 2),
        ((8, 5, 4, 1), 2),
        ((32, 5), 28),
        ((5, 3, 3, 1), 2),
        ((224, 7, 2, 3), 112),
        ((7, 3, 1, 0, 2), 3),
    ],
)
def test_sizes_of_the_textbooks(settings_of_axis, expected):
    assert output_size(*settings_of_axis) == expected


def test_lenet_shrinks_28_pixels_to_5():
    first = output_size(28, 5, padding=2)
    pooled = output_size(first, 2, stride=2)
    second = output_size(pooled, 5)
    assert (first, pooled, second, output_size(second, 2, stride=2)) == (28, 14, 10, 5)


def test_tiny_vgg_shrinks_64_pixels_to_13():
    reached = [64]
    for kernel, stride in [(3, 1), (3, 1), (2, 2), (3, 1), (3, 1), (2, 2)]:
        reached.append(output_size(reached[-1], kernel, stride))
    assert reached[1:] == [62, 60, 30, 28, 26, 13]


@calm
@given(sizes, kernels, strides, paddings, dilations)
@example(4, 1, 1, 0, 0)
@example(5, 3, 3, 1, 1)
def test_convolution_sizes_and_refusals_are_pytorchs(size, kernel, stride, padding, dilation):
    if size < 0:  # a tensor cannot even be made
        with pytest.raises(ImpossibleGeometry, match="size is -1"):
            output_size(size, kernel, stride, padding, dilation)
        return
    weight = torch.zeros(1, 1, kernel, 1, dtype=torch.float64)
    own = {"stride": (stride, 1), "padding": (padding, 0), "dilation": (dilation, 1)}
    expected = torch_length(functional.conv2d, size, weight, **own)
    assert answer_or_refusal(lambda: output_size(size, kernel, stride, padding, dilation)) == expected


@calm
@given(sizes.filter(lambda size: size >= 0), kernels, strides, paddings, dilations, st.integers(-1, 3))
def test_transposed_sizes_and_refusals_are_pytorchs(size, kernel, stride, padding, dilation, extra):
    weight = torch.zeros(1, 1, kernel, 1, dtype=torch.float64)
    own = {"stride": (stride, 1), "padding": (padding, 0), "dilation": (dilation, 1), "output_padding": (extra, 0)}
    expected = torch_length(functional.conv_transpose2d, size, weight, **own)
    assert answer_or_refusal(lambda: transposed_size(size, kernel, stride, padding, extra, dilation)) == expected


@pytest.mark.parametrize(
    ("own", "unread"),
    [((1, 1, 7, 2), 1), ((2, 1, 7, 2), 2), ((3, 1, 7, 2), 3), ((4, 1, 7, 2), 0), ((8, 3, 3), 2), ((5, 3, 3, 1), 0)],
)
def test_no_more_pixels_are_unread_than_there_are(own, unread):
    """Of the first three, the only window reads a cell of the padding before the input."""
    assert unread_pixels(*own) == unread


@calm
@given(st.integers(1, 12), st.integers(1, 6), st.integers(1, 5), st.integers(0, 3), st.integers(1, 3), st.booleans())
def test_windows_and_what_is_left_over_cover_the_padded_axis(size, kernel, stride, padding, dilation, ceil_mode):
    own = (size, kernel, stride, padding, dilation, ceil_mode)
    count = answer_or_refusal(lambda: output_size(*own))
    if count == "refused" or (ceil_mode and padding > kernel // 2):  # which pooling refuses
        return
    last_start = window_start(count - 1, stride, padding)
    stop = last_start + spread(kernel, dilation)
    over = left_over(*own)
    assert max(stop, size + padding) == stop + over
    assert unread_pixels(*own) == len([pixel for pixel in range(size) if pixel >= stop])
    if ceil_mode:
        assert last_start < size, "the last window starts inside the input or the padding before it"
    else:
        assert stop <= size + padding
        assert over < stride


def test_a_stride_that_leaves_cells_over_says_how_many():
    assert output_size(5, 3, stride=3, padding=1) == 2
    assert left_over(5, 3, stride=3, padding=1) == 1
    assert unread_pixels(5, 3, stride=3, padding=1) == 0
    assert left_over(8, 3, stride=3) == unread_pixels(8, 3, stride=3) == 2
    assert left_over(8, 3, stride=3, ceil_mode=True) == 0


def test_transposed_undoes_the_size_of_a_convolution():
    for size in range(5, 30):
        made = output_size(size, 3, stride=2, padding=1)
        back = transposed_size(made, 3, stride=2, padding=1)
        assert size in (back, back + 1)
        assert size == transposed_size(made, 3, stride=2, padding=1, output_padding=size - back)


def test_a_refusal_names_argument_value_and_bound():
    with pytest.raises(ImpossibleGeometry) as refusal:
        output_size(5, 4, dilation=2, padding=0)
    error = refusal.value
    assert (error.argument, error.value) == ("kernel", 4)
    assert "7 pixels" in error.bound
    assert "at most 5" in error.bound
    assert str(error) == f"kernel is 4, but must be {error.bound}"
    assert str(pickle.loads(pickle.dumps(error))) == str(error)  # noqa: S301 - our own bytes
    assert isinstance(error, ValueError)


@pytest.mark.parametrize(
    ("argument", "arguments"),
    [
        ("size", {"size": 0}),
        ("kernel", {"kernel": 0}),
        ("stride", {"stride": 0}),
        ("padding", {"padding": -1}),
        ("dilation", {"dilation": 0}),
    ],
)
def test_each_argument_out_of_range_is_named(argument, arguments):
    with pytest.raises(ImpossibleGeometry, match=f"^{argument} is {arguments[argument]}, but must be at least"):
        output_size(**{"size": 5, "kernel": 3, **arguments})


def test_numpy_integers_are_whole_numbers_and_the_answer_is_a_plain_int():
    answer = output_size(np.int64(8), np.uint8(3), np.int32(2), np.int64(1))
    assert (answer, type(answer)) == (4, int)


def test_a_pair_is_one_number_twice_or_two_numbers():
    assert pair(3) == (3, 3)
    assert pair((2, 1)) == pair([2, 1]) == pair(np.array([2, 1])) == (2, 1)


@pytest.mark.parametrize("value", [(1, 2, 3), (), [1]])
def test_other_lengths_are_no_pair(value):
    with pytest.raises(ImpossibleGeometry, match=r"stride is .*pair"):
        pair(value, "stride")


@pytest.mark.parametrize("value", [(1, 2.5), 2.5, "12", None])
def test_fractions_and_words_are_no_pair(value):
    with pytest.raises((ImpossibleGeometry, TypeError), match=r"stride|value"):  # TypeError where types are checked
        pair(value, "stride")


@calm
@given(
    st.sampled_from(sorted(PADDING_MODES)),
    st.tuples(st.integers(1, 5), st.integers(1, 5)),
    st.tuples(st.integers(0, 6), st.integers(0, 6)),
    st.booleans(),
)
def test_padding_and_its_refusals_are_pytorchs(mode, shape, padding, with_channels):
    image = np.arange(np.prod(shape) * 2.0).reshape(2, *shape)[slice(None) if with_channels else 0]
    rows, columns = padding
    tensor = torch.from_numpy(np.atleast_3d(image).reshape(1, -1, *shape))
    try:
        expected = functional.pad(tensor, (columns, columns, rows, rows), "constant" if mode == "zeros" else mode)
    except RuntimeError:
        with pytest.raises(ImpossibleGeometry, match="padding"):
            pad(image, padding, mode)
    else:
        np.testing.assert_array_equal(pad(image, padding, mode).ravel(), expected.numpy().ravel())
        assert pad(image, padding, mode).shape[-2:] == expected.shape[-2:]


def test_an_unknown_mode_is_refused_with_the_known_ones():
    with pytest.raises(ValueError, match="mode is 'same', but must be one of zeros, reflect, replicate, circular"):
        pad(np.zeros((2, 2)), 1, "same")


@pytest.mark.parametrize("value", [[[1, 2], [3]], [["a"]], np.array([[1j]]), None])
def test_what_is_not_made_of_real_numbers_is_refused_by_name(value):
    with pytest.raises((ValueError, TypeError), match="weights"):
        as_numbers(value, "weights")


@pytest.mark.parametrize("shape", [(), (3,), (1, 2, 3, 4), (0, 3), (2, 0, 3)])
def test_an_image_has_two_or_three_axes_and_pixels(shape):
    with pytest.raises(ValueError, match="image has the shape"):
        as_image(np.zeros(shape))


def test_frozen_copies_and_locks():
    original = np.zeros(3)
    locked = frozen(original)
    original[0] = 1
    assert locked[0] == 0
    with pytest.raises(ValueError, match="read-only"):
        locked[0] = 1
