"""The recurrence against published stacks, and against asking PyTorch which pixels have a gradient."""

from itertools import accumulate

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn

from models.ops.convolution import cross_correlate
from models.ops.geometry import ImpossibleGeometry
from models.ops.receptive_field import (
    PIXELS,
    STACKS,
    Axis,
    Layer,
    after,
    centre,
    grow,
    paths,
    span,
    uniform_deviation,
    union,
    units_seeing,
)

torch.set_num_threads(1)
calm = settings(deadline=None, max_examples=150)

# Each layer as (kernel, stride, padding), in order.
CONV3, VALID3, POOL2 = (3, 1, 1), (3, 1, 0), (2, 2, 0)
VGG16 = [*[CONV3, CONV3, POOL2] * 2, *[CONV3, CONV3, CONV3, POOL2] * 3]
VGG11 = [CONV3, POOL2, CONV3, POOL2, *[CONV3, CONV3, POOL2] * 3]
ALEXNET = [(11, 4, 2), (3, 2, 0), (5, 1, 2), (3, 2, 0), CONV3, CONV3, CONV3, (3, 2, 0)]
LENET = [(5, 1, 2), POOL2, (5, 1, 0), POOL2]
TINY_VGG = [VALID3, VALID3, POOL2, VALID3, VALID3, POOL2]

layers = st.tuples(st.integers(1, 4), st.integers(1, 3), st.integers(0, 2), st.integers(1, 2))
axes = st.builds(Axis, st.integers(1, 40), st.integers(1, 8), st.integers(0, 30))


def fields(stack):
    return list(accumulate(stack, lambda axis, layer: after(axis, *layer), initial=PIXELS))[1:]


@pytest.mark.parametrize(
    ("stack", "sizes"),
    [
        (ALEXNET, [11, 19, 51, 67, 99, 131, 163, 195]),
        (VGG16, [3, 5, 6, 10, 14, 16, 24, 32, 40, 44, 60, 76, 92, 100, 132, 164, 196, 212]),
        (LENET, [5, 6, 14, 16]),
        (TINY_VGG, [3, 5, 6, 10, 14, 16]),
    ],
    ids=["alexnet", "vgg16", "lenet", "tiny vgg"],
)
def test_sizes_after_each_layer(stack, sizes):
    assert [field.size for field in fields(stack)] == sizes


@pytest.mark.parametrize(
    ("stack", "expected"),
    [(ALEXNET, Axis(195, 32, 66)), (VGG16, Axis(212, 32, 90)), (VGG11, Axis(150, 32, 59))],
    ids=["alexnet", "vgg16", "vgg11"],
)
def test_size_stride_and_padding_at_the_end_of_the_features(stack, expected):
    assert fields(stack)[-1] == expected


@pytest.mark.parametrize(
    ("blocks", "stages"),
    [((2, 2, 2, 2), [11, 43, 99, 211, 435]), ((3, 4, 6, 3), [11, 59, 179, 547, 899])],
    ids=["resnet18", "resnet34"],
)
def test_residual_branches_join_in_resnets(blocks, stages):
    reached = after(after(PIXELS, 7, 2, 3), 3, 2, 1)
    sizes = [reached.size]
    for stage, count in enumerate(blocks):
        for block in range(count):
            stride = 2 if stage > 0 and block == 0 else 1
            shortcut = after(reached, 1, stride)
            reached = union([after(after(reached, 3, stride, 1), 3, 1, 1), shortcut])
        sizes.append(reached.size)
    assert sizes == stages
    assert (reached.stride, reached.padding) == (32, (stages[-1] - 1) // 2)


@calm
@given(st.lists(layers, min_size=1, max_size=4), st.integers(8, 30), st.data())
def test_pixels_with_a_gradient_are_those_in_the_span(stack, size, data):
    """All weights positive, so that no gradient cancels; dilation leaves holes, hence first and last pixel."""
    network = nn.Sequential(
        *(nn.Conv1d(1, 1, k, s, p, d, bias=False, dtype=torch.float64) for k, s, p, d in stack)
    ).requires_grad_(requires_grad=False)
    for layer in network:
        layer.weight.fill_(1)
    picture = torch.zeros(1, 1, size, dtype=torch.float64, requires_grad=True)
    try:
        units = network(picture)[0, 0]
    except RuntimeError:
        return  # a kernel that does not fit
    unit = data.draw(st.integers(0, len(units) - 1))
    units[unit].backward()
    lit = torch.nonzero(picture.grad[0, 0]).ravel().tolist()
    axis = fields(stack)[-1]
    start, stop = span(axis, unit, limit=size)
    assert all(start <= pixel < stop for pixel in lit)
    whole_start, whole_stop = span(axis, unit)
    if start == whole_start and stop == whole_stop:  # otherwise padding in between may hide the outermost pixels
        assert (lit[0], lit[-1]) == (start, stop - 1)


@calm
@given(axes, st.integers(0, 20), st.integers(1, 60))
def test_units_seeing_is_the_inverse_of_span(axis, pixel, count):
    seeing = [unit for unit in range(count) if span(axis, unit)[0] <= pixel < span(axis, unit)[1]]
    assert list(units_seeing(axis, pixel, count)) == seeing


@calm
@given(axes, st.integers(0, 50))
def test_the_centre_is_in_the_middle_of_the_span(axis, position):
    start, stop = span(axis, position)
    assert centre(axis, position) == (start + stop - 1) / 2
    assert stop - start == axis.size


@calm
@given(st.lists(st.tuples(st.integers(1, 40), st.integers(0, 30)), min_size=1, max_size=4), st.integers(1, 8))
def test_a_union_is_the_hull_of_its_branches_for_every_unit(branches, stride):
    several = [Axis(size, stride, padding) for size, padding in branches]
    joined = union(several)
    for unit in range(3):
        starts, stops = zip(*(span(axis, unit) for axis in several), strict=True)
        assert span(joined, unit) == (min(starts), max(stops))


def test_branches_of_different_strides_have_no_record():
    assert union([Axis(3, 1, 1), Axis(3, 2, 1)]) is None
    assert union([Axis(3, 2, 1)]) == Axis(3, 2, 1)
    with pytest.raises(ValueError, match="axes holds no branch"):
        union([])


def test_a_span_is_cut_to_the_picture_and_empty_beyond_it():
    axis = Axis(435, 32, 217)
    assert span(axis, 0) == (-217, 218)
    assert span(axis, 0, limit=224) == (0, 218)
    assert span(axis, 3, limit=224) == (0, 224)
    assert span(axis, 100, limit=224) == (224, 224)


def test_the_centre_of_an_even_field_lies_between_two_pixels():
    assert centre(Axis(2, 2, 0), 0) == 0.5
    assert centre(PIXELS, 7) == 7


@calm
@given(st.integers(1, 60))
def test_layers_that_change_nothing_change_nothing(size):
    axis = Axis(size, 4, 7)
    assert after(axis, 1) == axis
    assert after(axis, 3, dilation=2) == after(axis, 5)


def test_the_effective_field_of_ten_uniform_3x3_layers_is_2_58_pixels():
    assert uniform_deviation(10, 3) == pytest.approx(2.58, abs=5e-3)
    field = np.ones((1, 1))
    for _ in range(10):
        field = cross_correlate(field, np.full((1, 3), 1 / 3), padding=(0, 2))
    places = np.arange(field.size) - (field.size - 1) / 2
    assert field.size == after_ten().size == 21
    assert np.sqrt((field[0] * places**2).sum()) == pytest.approx(uniform_deviation(10, 3))


def after_ten():
    return fields([(3, 1, 0)] * 10)[-1]


@pytest.mark.parametrize(("name", "value"), [("kernel", 0), ("stride", 0), ("padding", -1), ("dilation", 0)])
def test_settings_out_of_range_are_refused_by_name(name, value):
    with pytest.raises(ImpossibleGeometry, match=f"{name} is {value}"):
        after(PIXELS, **{"kernel": 3, name: value})


VGG16_SIZES = [3, 5, 6, 10, 14, 16, 24, 32, 40, 44, 60, 76, 92, 100, 132, 164, 196, 212]


@pytest.mark.parametrize(
    ("name", "sizes", "outputs", "axis"),
    [
        ("three_3x3", [3, 5, 7], [30, 28, 26], Axis(7, 1, 0)),
        ("one_7x7", [7], [26], Axis(7, 1, 0)),
        ("dilated_1_2_4", [3, 7, 15], [30, 26, 18], Axis(15, 1, 0)),
        ("dilated_2_2_2", [5, 9, 13], [28, 24, 20], Axis(13, 1, 0)),
        ("lenet", [5, 6, 14, 16], [28, 14, 10, 5], Axis(16, 4, 2)),
        ("alexnet", [11, 19, 51, 67, 99, 131, 163, 195], [55, 27, 27, 13, 13, 13, 13, 6], Axis(195, 32, 66)),
        ("vgg16", VGG16_SIZES, [*[224] * 2, *[112] * 3, *[56] * 4, *[28] * 4, *[14] * 4, 7], Axis(212, 32, 90)),
    ],
)
def test_every_stack_has_its_published_sizes(name, sizes, outputs, axis):
    stages = grow(STACKS[name].layers, STACKS[name].size)
    assert [stage.axis.size for stage in stages] == sizes
    assert [stage.size for stage in stages] == outputs
    assert stages[-1].axis == axis


def test_the_main_path_of_resnet18_reaches_its_published_sizes_at_the_end_of_each_stage():
    stages = grow(STACKS["resnet18"].layers, 224)
    ends = stages[1::4]
    assert [stage.axis.size for stage in ends] == [11, 43, 99, 211, 435]
    assert [stage.size for stage in ends] == [56, 56, 28, 14, 7]
    assert stages[-1].axis == Axis(435, 32, 217)


def test_three_small_kernels_see_as_far_as_a_large_one_and_look_harder_at_the_middle():
    assert paths(STACKS["three_3x3"].layers).tolist() == [1, 3, 6, 7, 6, 3, 1]
    assert paths(STACKS["one_7x7"].layers).tolist() == [1] * 7


def test_doubling_dilations_leave_no_gap_and_equal_ones_do():
    assert paths(STACKS["dilated_1_2_4"].layers).tolist() == [1, 1, 2, 1, 3, 2, 3, 1, 3, 2, 3, 1, 2, 1, 1]
    assert paths(STACKS["dilated_2_2_2"].layers).tolist() == [1, 0, 3, 0, 6, 0, 7, 0, 6, 0, 3, 0, 1]


built = st.lists(
    st.builds(
        Layer, st.just("convolution"), st.integers(1, 4), st.integers(1, 3), st.integers(0, 2), st.integers(1, 3)
    ),
    max_size=4,
)


@calm
@given(built, st.integers(1, 12))
def test_ways_are_the_gradient_of_a_stack_of_ones(stack, more):
    """Without padding, on a picture just large enough for the last unit; torch multiplies and adds for itself."""
    unpadded = [Layer(one.kind, one.kernel, one.stride, 0, one.dilation) for one in stack]
    ways = paths(unpadded)
    units = torch.ones(1, 1, ways.size + more - 1, dtype=torch.float64, requires_grad=True)
    out = units
    for layer in unpadded:
        taps = torch.ones(1, 1, layer.kernel, dtype=torch.float64)
        out = nn.functional.conv1d(out, taps, stride=layer.stride, dilation=layer.dilation)
    out[0, 0, 0].backward()
    assert units.grad[0, 0].tolist() == [*ways.tolist(), *[0] * (more - 1)]
    stages = grow(unpadded, ways.size + more - 1)
    assert [stage.size for stage in stages][-1:] == ([out.shape[-1]] if unpadded else [])


@calm
@given(built)
def test_there_are_as_many_ways_as_choices_of_taps(stack):
    ways = paths(stack)
    axis = fields([(one.kernel, one.stride, one.padding, one.dilation) for one in stack])[-1:]
    assert ways.sum() == np.prod([layer.kernel for layer in stack])
    assert [len(ways)] == [last.size for last in axis] or not stack
    assert (ways == ways[::-1]).all()


def test_a_stack_that_does_not_fit_names_the_layer():
    stack = [Layer("convolution", 5), Layer("pooling", 2, 2), Layer("convolution", 7)]
    with pytest.raises(ImpossibleGeometry, match="kernel of layer 3 is 7, but must be small enough to fit") as caught:
        grow(stack, 12)
    assert (caught.value.argument, caught.value.value) == ("kernel of layer 3", 7)
    assert [stage.size for stage in grow(stack, 18)] == [14, 7, 1]


@pytest.mark.parametrize(
    ("layer", "message"),
    [
        (Layer("convolution", 0), "kernel of layer 1 is 0"),
        (Layer("convolution", 3, 0), "stride of layer 1 is 0"),
        (Layer("convolution", 3, 1, -1), "padding of layer 1 is -1"),
        (Layer("convolution", 3, 1, 0, 0), "dilation of layer 1 is 0"),
    ],
)
def test_a_layer_with_an_impossible_setting_is_named(layer, message):
    with pytest.raises(ImpossibleGeometry, match=message):
        grow([layer], 32)


def test_no_layer_is_a_stack_too():
    assert grow([], 8) == ()
    assert paths([]).tolist() == [1]
    with pytest.raises(ImpossibleGeometry, match="size is 0"):
        grow([], 0)


def test_more_ways_than_can_be_counted_are_refused():
    assert paths([Layer("convolution", 3)] * 39).max() > 0
    with pytest.raises(ValueError, match="more than 2⁶³"):
        paths([Layer("convolution", 3)] * 40)
