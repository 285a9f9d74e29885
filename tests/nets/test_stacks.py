"""The ways through a stack, counted by the recurrence, are the gradient of that stack in torch."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.nets.oracles.stacks import ways_by_gradient
from models.ops.effective_field import deviation
from models.ops.receptive_field import PIXELS, STACKS, Layer, after, paths, uniform_deviation


def field_of(layers):
    axis = PIXELS
    for one in layers:
        axis = after(axis, one.kernel, one.stride, one.padding, one.dilation)
    return axis.size


def asked(layers):
    return [(one.kernel, one.stride, one.dilation) for one in layers]


@pytest.mark.parametrize("name", [name for name in STACKS if name != "resnet18"])
def test_the_gradient_counts_the_ways(name):
    layers = STACKS[name].layers
    counts = paths(layers).astype(float)
    assert np.array_equal(ways_by_gradient(asked(layers), field_of(layers)), np.outer(counts, counts))


stacks = st.lists(
    st.builds(Layer, st.just("convolution"), st.integers(1, 5), st.integers(1, 3), st.just(0), st.integers(1, 3)),
    min_size=1,
    max_size=4,
)


@given(stacks.filter(lambda layers: field_of(layers) <= 120))
@settings(max_examples=40)
def test_random_stacks_too(layers):
    counts = paths(layers).astype(float)
    assert np.array_equal(ways_by_gradient(asked(layers), field_of(layers)), np.outer(counts, counts))


def test_ten_layers_of_three_spread_as_the_text_says():
    ways = ways_by_gradient([(3, 1, 1)] * 10, 21)
    assert deviation(ways) == pytest.approx((uniform_deviation(10, 3),) * 2)
    assert round(uniform_deviation(10, 3), 2) == 2.58


@pytest.mark.parametrize("size", [4, 6])
def test_only_exactly_as_many_pixels_as_the_field_will_do(size):
    with pytest.raises(ValueError, match=f"size is {size}"):
        ways_by_gradient([(5, 1, 1)], size)
