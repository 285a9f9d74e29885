"""The terms of every output cell: they add up to what PyTorch computes, and their counts are those made by hand."""

import numpy as np
import pytest
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from torch.nn import functional

from models.ops.convolution import cross_correlate, transposed
from models.ops.geometry import ImpossibleGeometry
from models.ops.terms import convolution_terms, covered_inside, transposed_terms

torch.set_num_threads(1)
calm = settings(deadline=None, max_examples=100)
small = st.integers(1, 3)


def whole_numbers(seed, *shape):
    return np.random.default_rng(seed).integers(-5, 6, shape).astype(float)


def in_torch(function, inputs, weights, **own):
    return function(torch.from_numpy(inputs[None]), torch.from_numpy(weights), **own)[0].numpy()


def test_the_textbooks_first_cell_is_0_0_plus_1_1_plus_3_2_plus_4_3():
    terms = convolution_terms((1, 3, 3), (1, 1, 2, 2))
    assert terms.of(0) == [(0, 0), (1, 1), (3, 2), (4, 3)]
    np.testing.assert_array_equal(terms.total(np.arange(9), np.arange(4)), [[[19, 25], [37, 43]]])


@calm
@given(st.data())
def test_terms_of_a_convolution_add_up_to_pytorchs(data):
    groups, own, each = (data.draw(small) for _ in range(3))
    rows, columns = data.draw(st.integers(3, 7)), data.draw(st.integers(3, 7))
    kernel = (data.draw(small), data.draw(small))
    stride, dilation = ((data.draw(small), data.draw(small)) for _ in range(2))
    padding = (data.draw(st.integers(0, 2)), data.draw(st.integers(0, 2)))
    reach = [d * (k - 1) + 1 for d, k in zip(dilation, kernel, strict=True)]
    assume(reach[0] <= rows + 2 * padding[0] and reach[1] <= columns + 2 * padding[1])
    inputs = whole_numbers(data.draw(st.integers(0, 99)), groups * own, rows, columns)
    weights = whole_numbers(1, groups * each, own, *kernel)
    way = {"stride": stride, "padding": padding, "dilation": dilation, "groups": groups}
    terms = convolution_terms(inputs.shape, weights.shape, **way)
    np.testing.assert_array_equal(terms.total(inputs, weights), in_torch(functional.conv2d, inputs, weights, **way))


@calm
@given(st.data())
def test_terms_of_a_transposed_convolution_add_up_to_pytorchs(data):
    channels, maps = data.draw(small), data.draw(small)
    kernel = (data.draw(st.integers(1, 4)), data.draw(st.integers(1, 4)))
    way = {"stride": (data.draw(small), data.draw(small)), "dilation": data.draw(st.integers(1, 2))}
    inputs = whole_numbers(data.draw(st.integers(0, 99)), channels, data.draw(small), data.draw(small))
    weights = whole_numbers(2, channels, maps, *kernel)
    expected = in_torch(functional.conv_transpose2d, inputs, weights, **way)
    terms = transposed_terms(inputs.shape, weights.shape, **way)
    np.testing.assert_array_equal(terms.total(inputs, weights), expected)
    np.testing.assert_array_equal(terms.total(inputs, weights)[0], transposed(inputs, weights[:, 0], **way))


def test_transposed_terms_are_cut_off_by_padding_as_pytorchs_are():
    inputs, weights = whole_numbers(3, 2, 3, 4), whole_numbers(4, 2, 2, 3, 3)
    expected = in_torch(functional.conv_transpose2d, inputs, weights, stride=2, padding=1)
    terms = transposed_terms(inputs.shape, weights.shape, stride=2, padding=1)
    np.testing.assert_array_equal(terms.total(inputs, weights), expected)


def test_padding_makes_no_terms():
    counts = convolution_terms((1, 3, 3), (1, 1, 3, 3), padding=1).counts()[0]
    np.testing.assert_array_equal(counts, [[4, 6, 4], [6, 9, 6], [4, 6, 4]])
    assert len(convolution_terms((1, 1, 1), (1, 1, 1, 1), padding=1).of(0)) == 0
    picture = whole_numbers(5, 3, 3)
    total = convolution_terms((1, 3, 3), (1, 1, 3, 3), padding=1).total(picture, np.ones(9))
    np.testing.assert_array_equal(total[0], cross_correlate(picture, np.ones((3, 3)), padding=1))


def test_kernel_3_stride_2_makes_a_checkerboard():
    counts = transposed_terms((1, 3, 3), (1, 1, 3, 3), stride=2).counts()[0]
    along = np.array([1, 1, 2, 1, 2, 1, 1])  # of three stamps on seven cells, by hand
    np.testing.assert_array_equal(counts, np.outer(along, along))
    inside = covered_inside(3, 3, 2)
    assert inside == range(1, 6)
    assert set(np.unique(counts[np.ix_(inside, inside)])) == {1, 2, 4}


def test_kernel_4_stride_2_makes_none():
    counts = transposed_terms((1, 4, 4), (1, 1, 4, 4), stride=2).counts()[0]
    inside = covered_inside(4, 4, 2)
    assert inside == range(2, 8)
    assert set(np.unique(counts[np.ix_(inside, inside)])) == {4}


@given(st.integers(3, 9), st.integers(1, 6), st.integers(1, 6))
def test_inner_cells_are_covered_evenly_exactly_where_the_stride_divides_the_kernel(size, kernel, stride):
    inside = covered_inside(size, kernel, stride)
    counts = transposed_terms((1, 1, size), (1, 1, 1, kernel), stride=(1, stride)).counts()[0, 0]
    assume(len(inside) >= stride)
    found = set(counts[inside.start : inside.stop].tolist())
    assert (len(found) == 1) == (kernel % stride == 0)


def test_a_kernel_smaller_than_the_stride_leaves_cells_without_a_term():
    terms = transposed_terms((1, 2, 2), (1, 1, 1, 1), stride=3)
    assert terms.counts().min() == 0
    assert terms.total(np.ones(4), np.ones(1)).sum() == 4


@pytest.mark.parametrize(
    ("shapes", "own", "error"),
    [
        (((2, 3, 3), (1, 1, 2, 2)), {}, ValueError),
        (((4, 3, 3), (3, 2, 2, 2)), {"groups": 2}, ImpossibleGeometry),
        (((1, 3, 3), (1, 1, 4, 4)), {}, ImpossibleGeometry),
        (((1, 3, 3), (1, 1, 2, 2)), {"stride": 0}, ImpossibleGeometry),
        (((3, 3), (1, 1, 2, 2)), {}, ValueError),
        (((1, 3, 3), (1, 0, 2, 2)), {}, ImpossibleGeometry),
        (((1, 3, 3), (1, 1, 2, 2)), {"groups": 0}, ImpossibleGeometry),
    ],
)
def test_shapes_that_dont_belong_together_are_refused(shapes, own, error):
    with pytest.raises(error):
        convolution_terms(*shapes, **own)


def test_a_stamp_must_have_the_inputs_channels():
    with pytest.raises(ValueError, match="channels"):
        transposed_terms((2, 3, 3), (1, 1, 2, 2))


def test_terms_cannot_be_written_to():
    terms = convolution_terms((1, 3, 3), (1, 1, 2, 2))
    for indices in (terms.starts, terms.inputs, terms.weights):
        with pytest.raises(ValueError, match="read-only"):
            indices[0] = 1
