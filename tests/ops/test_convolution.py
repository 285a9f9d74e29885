"""Cross-correlation and its transpose: the textbook's numbers, and PyTorch as the oracle."""

import numpy as np
import pytest
import torch
from hypothesis import assume, given
from hypothesis import strategies as st
from torch import nn
from torch.nn import functional

from models.ops.convolution import cross_correlate, flipped, output_shape, products_at, transposed
from models.ops.geometry import PADDING_MODES, ImpossibleGeometry
from models.ops.kernels import KERNELS
from tests.ops.drawn import SMALL, calm, pairs, random_array

torch.set_num_threads(1)
COUNTING = np.arange(9).reshape(3, 3)


def torch_conv(image, weight, bias=None, **own):
    tensors = [None if values is None else torch.from_numpy(np.array(values)) for values in (image[None], weight, bias)]
    return functional.conv2d(*tensors, **own).numpy()[0]


def test_the_first_window_is_0_0_plus_1_1_plus_3_2_plus_4_3():
    spelled = products_at(COUNTING, SMALL, 0, 0)
    np.testing.assert_array_equal(spelled.values, [[0, 1], [3, 4]])
    np.testing.assert_array_equal(spelled.weights, SMALL)
    np.testing.assert_array_equal(spelled.products, [[0, 1], [6, 12]])
    assert spelled.total == 19


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ({}, [[19, 25], [37, 43]]),
        ({"padding": 1}, [[0, 3, 8, 4], [9, 19, 25, 10], [21, 37, 43, 16], [6, 7, 8, 0]]),
        ({"padding": (1, 1), "stride": (3, 2)}, [[0, 8], [6, 8]]),
        ({"bias": 0.5}, [[19.5, 25.5], [37.5, 43.5]]),
        ({"dilation": 2}, [[0 * 0 + 2 * 1 + 6 * 2 + 8 * 3]]),
    ],
)
def test_the_textbook_example(own, expected):
    result = cross_correlate(COUNTING, SMALL, **own)
    np.testing.assert_array_equal(result, expected)
    assert result.dtype == np.float64


def test_lists_integers_pixels_and_booleans_are_numbers():
    expected = cross_correlate(COUNTING, SMALL)
    np.testing.assert_array_equal(cross_correlate(COUNTING.tolist(), SMALL.tolist()), expected)
    np.testing.assert_array_equal(cross_correlate(COUNTING.astype(np.uint8), SMALL.astype(np.float32)), expected)
    np.testing.assert_array_equal(cross_correlate(COUNTING > 3, np.ones((3, 3), dtype=bool)), [[5]])


def test_small_integers_do_not_overflow():
    bright = np.full((8, 8), 255, dtype=np.uint8)
    np.testing.assert_array_equal(cross_correlate(bright, np.ones((8, 8), dtype=np.int8)), [[255 * 64]])


def test_several_channels_are_added_up():
    image, kernel = np.stack([COUNTING, COUNTING + 1]), np.stack([SMALL, SMALL + 1])
    maps = [cross_correlate(image, kernel + offset) for offset in range(3)]
    np.testing.assert_array_equal(maps, [[[56, 72], [104, 120]], [[76, 100], [148, 172]], [[96, 128], [192, 224]]])


def test_an_edge_kernel_finds_vertical_edges_and_is_blind_to_horizontal_ones():
    picture = np.ones((6, 8))
    picture[:, 2:6] = 0
    np.testing.assert_array_equal(cross_correlate(picture, [[1, -1]]), [[0, 1, 0, 0, 0, -1, 0]] * 6)
    assert not cross_correlate(picture.T, [[1, -1]]).any()


@pytest.mark.parametrize(
    ("kernel", "own", "expected"),
    [
        ((3, 3), {"padding": 1}, (8, 8)),
        ((5, 3), {"padding": (2, 1)}, (8, 8)),
        ((3, 3), {"padding": 1, "stride": 2}, (4, 4)),
        ((3, 5), {"padding": (0, 1), "stride": (3, 4)}, (2, 2)),
    ],
)
def test_shapes_of_the_textbook(kernel, own, expected):
    image, weights = np.ones((8, 8)), np.ones(kernel)
    assert output_shape(image, weights, **own) == cross_correlate(image, weights, **own).shape == expected


def test_a_curve_detector_answers_to_its_curve_and_not_beside_it():
    curve = np.zeros((7, 7))
    curve[[6, 5, 4, 3, 2, 1, 0], [5, 5, 4, 4, 3, 3, 2]] = 1
    picture = np.zeros((15, 15))
    picture[1:8, 1:8] = curve
    answers = cross_correlate(picture, curve)
    assert answers[1, 1] == answers.max() == curve.sum()
    assert answers[8, 8] == 0


def test_two_dice_are_a_convolution():
    die = np.full((1, 6), 1 / 6)
    sums = cross_correlate(die, flipped(die), padding=(0, 5))[0]
    assert sums[4 - 2] == pytest.approx(3 / 36)
    assert sums[7 - 2] == pytest.approx(6 / 36)
    loaded = np.arange(1.0, 7.0)[None] / 21
    np.testing.assert_allclose(
        cross_correlate(die * loaded, flipped(loaded), padding=(0, 5))[0], np.convolve(die[0] * loaded[0], loaded[0])
    )


@pytest.mark.parametrize("name", sorted(KERNELS))
def test_convolution_is_cross_correlation_only_for_kernels_unchanged_by_half_a_turn(name):
    kernel, picture = KERNELS[name], random_array(1, 9, 9)
    same = np.allclose(cross_correlate(picture, kernel), cross_correlate(picture, flipped(kernel)))
    assert same == np.array_equal(kernel, flipped(kernel))
    assert same == (name in {"identity", "sharpen", "outline", "gaussian blur", "box blur"})


def test_kernels_say_what_they_are_called():
    picture = random_array(2, 6, 7)
    np.testing.assert_array_equal(cross_correlate(picture, KERNELS["identity"], padding=1), picture)
    for name in ("outline", "sobel top", "sobel bottom", "sobel left", "sobel right"):
        assert not cross_correlate(np.full((5, 5), 7.0), KERNELS[name]).any(), name
    for name in ("sharpen", "gaussian blur", "box blur", "emboss"):
        np.testing.assert_allclose(cross_correlate(np.full((5, 5), 7.0), KERNELS[name]), 7.0, err_msg=name)
    bright = {"top": np.s_[:2, :], "bottom": np.s_[2:, :], "left": np.s_[:, :2], "right": np.s_[:, 2:]}
    for side, half in bright.items():
        picture = np.zeros((4, 4))
        picture[half] = 1
        answers = {other: cross_correlate(picture, KERNELS[f"sobel {other}"]).sum() for other in bright}
        assert max(answers, key=answers.get) == side
    with pytest.raises(ValueError, match="read-only"):
        KERNELS["identity"][0, 0] = 1


@calm
@given(
    st.integers(0, 9999),
    st.integers(1, 3),
    pairs(1, 9),
    pairs(1, 4),
    pairs(1, 3),
    pairs(0, 3),
    pairs(1, 3),
    st.sampled_from(sorted(PADDING_MODES)),
)
def test_every_setting_agrees_with_pytorch_or_both_refuse(
    seed, channels, size, kernel_size, stride, padding, dilation, mode
):
    image = random_array(seed, channels, *size)
    layer = nn.Conv2d(
        channels, 2, kernel_size, stride, padding, dilation, padding_mode=mode, dtype=torch.float64
    ).requires_grad_(requires_grad=False)
    own = {"stride": stride, "padding": padding, "dilation": dilation, "mode": mode}
    weights, biases = layer.weight.numpy(), layer.bias.numpy()
    try:
        expected = layer(torch.from_numpy(image)[None])[0].numpy()
    except RuntimeError:
        with pytest.raises(ImpossibleGeometry):
            cross_correlate(image, weights[0], **own)
        return
    for one_map, kernel, bias in zip(expected, weights, biases, strict=True):
        np.testing.assert_allclose(cross_correlate(image, kernel, bias=float(bias), **own), one_map, atol=1e-12)


@calm
@given(st.integers(0, 9999), st.sampled_from([1, 2, 4]), pairs(3, 7), pairs(1, 3))
def test_groups_are_slices_of_the_channels(seed, groups, size, kernel_size):
    image, weight = random_array(seed, 4, *size), random_array(seed + 1, 4, 4 // groups, *kernel_size)
    expected = torch_conv(image, weight, groups=groups)
    share = 4 // groups
    for output in range(4):
        first = output // share * share
        ours = cross_correlate(image[first : first + share], weight[output])
        np.testing.assert_allclose(ours, expected[output], atol=1e-12)


@calm
@given(
    st.integers(0, 9999),
    st.sampled_from([None, 1, 3]),
    pairs(1, 6),
    pairs(1, 3),
    pairs(1, 3),
    pairs(0, 2),
    pairs(1, 2),
    st.sampled_from(sorted(PADDING_MODES)),
)
def test_products_at_spells_out_every_value_of_the_map(
    seed, channels, size, kernel_size, stride, padding, dilation, mode
):
    many = () if channels is None else (channels,)
    image, kernel = random_array(seed, *many, *size), random_array(seed + 1, *many, *kernel_size)
    own = {"bias": 0.25, "stride": stride, "padding": padding, "dilation": dilation, "mode": mode}
    try:
        whole_map = cross_correlate(image, kernel, **own)
    except ImpossibleGeometry:
        assume(False)  # noqa: FBT003 - hypothesis' own manner
    for row, column in np.ndindex(whole_map.shape):
        spelled = products_at(image, kernel, row, column, **own)
        assert spelled.total == pytest.approx(whole_map[row, column], abs=1e-12)
        assert spelled.products.sum() + spelled.bias == spelled.total
        np.testing.assert_array_equal(spelled.products, spelled.values * kernel)
        window = spelled.window
        rows, columns = window.inside.any(axis=1), window.inside.any(axis=0)
        np.testing.assert_array_equal(
            spelled.values[..., rows, :][..., columns],
            image[..., window.rows[rows], :][..., window.columns[columns]],
        )
        if mode == "zeros":
            assert not spelled.values[..., ~window.inside].any()


def test_a_window_over_the_corner_says_which_cells_are_padding():
    window = products_at(COUNTING, np.ones((3, 3)), 0, 0, padding=1).window
    assert (window.rows.tolist(), window.columns.tolist()) == ([-1, 0, 1], [-1, 0, 1])
    np.testing.assert_array_equal(window.inside, [[False] * 3, [False, True, True], [False, True, True]])


def test_results_cannot_be_written_to_and_arguments_are_left_alone():
    image, kernel = COUNTING.astype(float), SMALL.astype(float)
    spelled = products_at(image, kernel, 0, 0)
    for values in (spelled.values, spelled.weights, spelled.products, spelled.window.rows, spelled.window.inside):
        assert not values.flags.writeable
    assert kernel.flags.writeable
    cross_correlate(image, kernel)[:] = -1
    np.testing.assert_array_equal(image, COUNTING)


@calm
@given(st.integers(0, 9999), st.floats(-5, 5), st.floats(-5, 5))
def test_it_is_linear_in_the_image_and_in_the_kernel(seed, first, second):
    one, other, kernel = random_array(seed, 2, 6, 6), random_array(seed + 1, 2, 6, 6), random_array(seed + 2, 2, 3, 3)
    mixed = first * cross_correlate(one, kernel) + second * cross_correlate(other, kernel)
    np.testing.assert_allclose(cross_correlate(first * one + second * other, kernel), mixed, atol=1e-10)
    scaled = cross_correlate(one, first * kernel)
    np.testing.assert_allclose(scaled, first * cross_correlate(one, kernel), atol=1e-10)


@calm
@given(st.integers(0, 9999), st.integers(-4, 4), st.integers(-4, 4))
def test_a_shifted_image_gives_a_shifted_map(seed, down, right):
    image, kernel = random_array(seed, 7, 7), random_array(seed + 1, 3, 3)
    own = {"padding": 1, "mode": "circular"}
    shifted = cross_correlate(np.roll(image, (down, right), (0, 1)), kernel, **own)
    np.testing.assert_allclose(shifted, np.roll(cross_correlate(image, kernel, **own), (down, right), (0, 1)))


@pytest.mark.parametrize(
    ("image", "kernel", "words"),
    [
        (np.zeros((3, 8, 8)), np.zeros((2, 3, 3)), r"kernel has the shape \[2, 3, 3\]"),
        (np.zeros((8, 8)), np.zeros((1, 3, 3)), "kernel has the shape"),
        (np.zeros((3, 8, 8)), np.zeros((3, 3)), "kernel has the shape"),
        (np.zeros((8, 8)), np.zeros((0, 3)), "kernel has the shape"),
        (np.zeros(8), np.zeros(3), "image has the shape"),
        (np.zeros((2, 2)), np.zeros((3, 3)), "kernel is 3"),
    ],
)
def test_image_and_kernel_that_do_not_belong_together_are_refused(image, kernel, words):
    for operation in (cross_correlate, transposed) if "is 3" not in words else (cross_correlate,):
        with pytest.raises(ValueError, match=words):
            operation(image, kernel)


@pytest.mark.parametrize("own", [{"stride": 0}, {"padding": -1}, {"dilation": (1, 0)}, {"stride": (1, 2, 3)}])
def test_settings_out_of_range_are_refused_by_name(own):
    with pytest.raises(ImpossibleGeometry, match=f"^{next(iter(own))} is"):
        cross_correlate(COUNTING, SMALL, **own)


@pytest.mark.parametrize(("position", "word"), [((2, 0), "row is 2"), ((0, -1), "column is -1")])
def test_a_position_outside_the_map_is_refused(position, word):
    with pytest.raises(ValueError, match=word):
        products_at(COUNTING, SMALL, *position)


@pytest.mark.parametrize("brightness", [1.0, 9.0, 255.0])
def test_of_the_two_curve_detectors_only_one_takes_a_bright_patch_for_its_curve(brightness):
    plain, even = KERNELS["curve"], KERNELS["curve zero-sum"]
    patch, curve = np.full((7, 7), brightness), brightness * plain
    assert even.sum() == 0
    assert (
        cross_correlate(patch, plain) == cross_correlate(curve, plain) == cross_correlate(curve, even) == 9 * brightness
    )
    assert cross_correlate(patch, even) == 0
