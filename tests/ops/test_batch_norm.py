"""Normalisation: the numbers of a batch a reader can check, and PyTorch as the oracle for every kind."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn
from torch.nn import functional

from models.ops.batch_norm import as_line, fold, normalize, running_update, statistics
from models.ops.variance_split import split_variance

SMALL = np.arange(16).reshape(2, 2, 2, 2)

torch.set_num_threads(1)
calm = settings(deadline=None, max_examples=80)
seeds = st.integers(0, 9999)
shapes = st.tuples(st.integers(2, 4), st.sampled_from([2, 4, 6]), st.integers(1, 4), st.integers(2, 4))


def batch(seed, *shape):
    generator = np.random.default_rng(seed)
    return generator.normal(generator.normal(scale=3), generator.uniform(0.5, 4), size=shape)


def tensor(values):
    return None if values is None else torch.tensor(np.asarray(values, dtype=np.float64))


def test_per_channel_means_of_the_small_batch():
    found = statistics(SMALL)
    assert found.mean.ravel().tolist() == [5.5, 9.5]
    assert found.variance.ravel().tolist() == [17.25, 17.25]
    assert (found.count, found.over) == (8, "channel")
    assert found.variance.ravel()[0] * 8 / 7 == pytest.approx(19.714, abs=5e-4)


def test_per_channel_output_of_the_small_batch():
    first = normalize(SMALL, statistics(SMALL))[0, 0].ravel()
    np.testing.assert_allclose(first, [-1.3242, -1.0835, -0.8427, -0.6019], atol=5e-5)


def test_per_location_means_of_the_small_batch():
    found = statistics(SMALL, "location")
    np.testing.assert_array_equal(found.mean[0, 0].ravel(), [4, 5, 6, 7])
    np.testing.assert_array_equal(found.variance, np.full((1, 2, 2, 2), 16))
    assert found.count == 2
    np.testing.assert_allclose(np.abs(normalize(SMALL, found)), 1, atol=1e-6)


def test_one_training_step_of_the_small_batch():
    mean, variance = running_update([0, 0], [1, 1], statistics(SMALL))
    np.testing.assert_allclose(mean, [0.55, 0.95])
    np.testing.assert_allclose(variance, [2.8714, 2.8714], atol=5e-5)


def test_the_variance_of_the_small_batch_splits_into_16_and_1_25():
    split = split_variance(SMALL)
    for channel in (0, 1):
        assert (split.total[channel], split.within[channel], split.between[channel]) == (17.25, 16, 1.25)
        assert (split.pictures[channel], split.interaction[channel]) == (16, 0)


@calm
@given(seeds, shapes)
def test_variance_splits_for_any_batch(seed, shape):
    split = split_variance(batch(seed, *shape))
    np.testing.assert_allclose(split.within + split.between, split.total)
    np.testing.assert_allclose(split.pictures + split.between + split.interaction, split.total)
    np.testing.assert_allclose(split.pictures + split.interaction, split.within)
    assert min(part.min() for part in (split.pictures, split.between, split.interaction)) >= 0


@calm
@given(seeds, shapes)
def test_the_split_is_that_of_a_regression_on_pictures_and_locations(seed, shape):
    """The interaction is what least squares leave; the parts of the fit are the variances of its two sets of terms."""
    values = batch(seed, *shape)
    split = split_variance(values)
    pictures, locations = shape[0], shape[2] * shape[3]
    at_picture, at_location = np.divmod(np.arange(pictures * locations), locations)
    design = np.hstack([np.eye(pictures)[at_picture], np.eye(locations)[at_location]])
    for channel in range(shape[1]):
        seen = values[:, channel].ravel()
        fit, *_ = np.linalg.lstsq(design, seen, rcond=None)
        assert split.interaction[channel] == pytest.approx(np.mean((seen - design @ fit) ** 2), abs=1e-9)
        assert split.pictures[channel] == pytest.approx(fit[:pictures].var(), abs=1e-9)
        assert split.between[channel] == pytest.approx(fit[pictures:].var(), abs=1e-9)


def test_only_pictures_only_locations_and_only_both_together():
    pictures, locations = np.array([1.0, -1.0])[:, None, None, None], np.array([[3.0, -3.0]])[None, None]
    sides = [
        split_variance(np.broadcast_to(each, (2, 1, 1, 2))) for each in (pictures, locations, pictures * locations)
    ]
    shares = [(float(each.pictures[0]), float(each.between[0]), float(each.interaction[0])) for each in sides]
    assert shares == [(1, 0, 0), (0, 9, 0), (0, 0, 9)]


@calm
@given(seeds, shapes, st.sampled_from(["channel", "location"]))
def test_the_order_of_the_pictures_does_not_matter(seed, shape, over):
    values = batch(seed, *shape)
    mixed = values[np.random.default_rng(seed + 1).permutation(len(values))]
    one, other = statistics(values, over), statistics(mixed, over)
    np.testing.assert_allclose(one.mean, other.mean, atol=1e-12)
    np.testing.assert_allclose(one.variance, other.variance, atol=1e-12)


@calm
@given(seeds, st.integers(1, 3))
def test_a_picture_that_goes_around_takes_its_map_along_per_channel_and_not_per_location(seed, by):
    """Equivariance under circular shift of one picture: what keeps a normalised convolution a convolution."""
    values = batch(seed, 3, 2, 4, 4)
    moved = values.copy()
    moved[0] = np.roll(values[0], by, axis=-1)
    after = {over: [normalize(each, statistics(each, over))[0] for each in (values, moved)]
             for over in ("channel", "location")}  # fmt: skip
    np.testing.assert_allclose(np.roll(after["channel"][0], by, axis=-1), after["channel"][1], atol=1e-9)
    assert np.abs(np.roll(after["location"][0], by, axis=-1) - after["location"][1]).max() > 1e-3


@pytest.mark.parametrize(
    ("over", "shape", "count"),
    [
        ("channel", (1, 6, 1, 1), 3 * 4 * 5),
        ("location", (1, 6, 4, 5), 3),
        ("layer", (3, 1, 1, 1), 6 * 4 * 5),
        ("instance", (3, 6, 1, 1), 4 * 5),
        ("rms", (3, 1, 1, 1), 6 * 4 * 5),
        (("group", 2), (3, 2, 1, 1), 3 * 4 * 5),
    ],
)
def test_how_many_means_there_are_and_how_many_values_behind_each(over, shape, count):
    found = statistics(np.zeros((3, 6, 4, 5)), over)
    assert found.mean.shape == found.variance.shape == shape
    assert (found.count, found.over) == (count, over)
    assert found.mean.size * found.count == 3 * 6 * 4 * 5
    assert not found.mean.flags.writeable
    assert not found.variance.flags.writeable


def test_resnet18s_first_layer_has_64_means_or_200704():
    first_layer = np.zeros((2, 64, 56, 56))
    assert (statistics(first_layer).mean.size, statistics(first_layer).count) == (64, 3136 * 2)
    by_location = statistics(first_layer, "location")
    assert (by_location.mean.size, by_location.count) == (200_704, 2)


def test_a_single_picture_has_no_variance_per_location_but_still_one_per_channel():
    alone = SMALL[:1]
    by_location = statistics(alone, "location")
    assert by_location.count == 1
    assert not by_location.variance.any()
    assert not normalize(alone, by_location).any()
    assert normalize(alone, statistics(alone)).any()


@calm
@given(seeds, shapes, st.sampled_from([1e-5, 1e-3, 0.1]), st.booleans())
def test_batch_norm_in_training_is_pytorchs(seed, shape, eps, affine):
    values, channels = batch(seed, *shape), shape[1]
    gamma, beta = (batch(seed + 1, channels), batch(seed + 2, channels)) if affine else (None, None)
    old_mean, old_variance = batch(seed + 3, channels), batch(seed + 4, channels) ** 2
    mean, variance = tensor(old_mean), tensor(old_variance)
    expected = functional.batch_norm(
        tensor(values), mean, variance, tensor(gamma), tensor(beta), training=True, momentum=0.3, eps=eps
    )
    found = statistics(values)
    np.testing.assert_allclose(normalize(values, found, gamma, beta, eps), expected.numpy(), atol=1e-9)
    new_mean, new_variance = running_update(old_mean, old_variance, found, momentum=0.3)
    np.testing.assert_allclose(new_mean, mean.numpy())
    np.testing.assert_allclose(new_variance, variance.numpy())


@calm
@given(seeds, shapes, st.booleans())
def test_batch_norm_in_eval_mode_is_one_line_per_map(seed, shape, affine):
    values, channels = batch(seed, *shape), shape[1]
    mean, variance = batch(seed + 1, channels), batch(seed + 2, channels) ** 2
    gamma, beta = (batch(seed + 3, channels), batch(seed + 4, channels)) if affine else (None, None)
    expected = functional.batch_norm(tensor(values), tensor(mean), tensor(variance), tensor(gamma), tensor(beta))
    a, b = as_line(mean, variance, gamma, beta)
    line = a[:, None, None] * values + b[:, None, None]
    np.testing.assert_allclose(line, expected.numpy(), rtol=1e-6, atol=1e-8)


@calm
@given(seeds, shapes, st.sampled_from([1, 2]))
def test_group_instance_and_layer_norm_are_pytorchs(seed, shape, groups):
    values, channels = batch(seed, *shape), shape[1]
    gamma, beta = batch(seed + 1, channels), batch(seed + 2, channels)
    affine = (tensor(gamma), tensor(beta))
    by_group = functional.group_norm(tensor(values), groups, *affine)
    np.testing.assert_allclose(normalize(values, statistics(values, ("group", groups)), gamma, beta), by_group.numpy())
    by_instance = functional.instance_norm(tensor(values), None, None, *affine)
    np.testing.assert_allclose(normalize(values, statistics(values, "instance"), gamma, beta), by_instance.numpy())
    gamma, beta = batch(seed + 1, *shape[1:]), batch(seed + 2, *shape[1:])
    by_layer = functional.layer_norm(tensor(values), shape[1:], tensor(gamma), tensor(beta))
    np.testing.assert_allclose(normalize(values, statistics(values, "layer"), gamma, beta), by_layer.numpy())


@calm
@given(seeds, shapes)
def test_rms_norm_is_pytorchs_and_takes_no_mean_off(seed, shape):
    values = batch(seed, *shape)
    gamma, beta = batch(seed + 1, *shape[1:]), batch(seed + 2, *shape[1:])
    found = statistics(values, "rms")
    by_rms = functional.rms_norm(tensor(values), shape[1:], tensor(gamma), eps=1e-5).numpy()
    np.testing.assert_allclose(normalize(values, found, gamma), by_rms, rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(normalize(values, found, gamma, beta), by_rms + beta, rtol=1e-9, atol=1e-9)
    assert not found.mean.any()
    np.testing.assert_allclose(found.variance.ravel(), (values**2).reshape(len(values), -1).mean(1))


def test_rms_norm_by_hand():
    found = statistics([[[[3.0, -4.0]]], [[[0.0, 10.0]]]], "rms")
    assert found.variance.ravel().tolist() == [12.5, 50.0]
    scaled = normalize([[[[3.0, -4.0]]], [[[0.0, 10.0]]]], found, eps=0).ravel()
    assert scaled.tolist() == pytest.approx([3 / 12.5**0.5, -4 / 12.5**0.5, 0, 2**0.5])


@calm
@given(seeds, shapes)
def test_groups_of_one_channel_are_instances_and_one_group_is_the_layer(seed, shape):
    values = batch(seed, *shape)
    for groups, over in ((shape[1], "instance"), (1, "layer")):
        grouped, other = statistics(values, ("group", groups)), statistics(values, over)
        np.testing.assert_allclose(grouped.mean, other.mean, atol=1e-12)
        np.testing.assert_allclose(grouped.variance, other.variance, atol=1e-12)


@calm
@given(seeds, shapes, st.sampled_from(["channel", "location", "layer", "instance", ("group", 2)]))
def test_normalised_values_have_mean_zero_and_variance_one(seed, shape, over):
    values = batch(seed, *shape)
    again = statistics(normalize(values, statistics(values, over), eps=1e-12), over)
    np.testing.assert_allclose(again.mean, 0, atol=1e-6)
    np.testing.assert_allclose(again.variance, 1, atol=1e-3)


@calm
@given(seeds, shapes, st.floats(0.5, 20), st.floats(-9, 9))
def test_scaling_and_shifting_the_input_changes_nothing(seed, shape, factor, offset):
    values = batch(seed, *shape)
    moved = factor * values + offset
    before = normalize(values, statistics(values), eps=0)
    np.testing.assert_allclose(normalize(moved, statistics(moved), eps=0), before, atol=1e-8)


@calm
@given(seeds, st.booleans())
def test_the_line_folds_into_the_convolution_before_it(seed, biased):
    picture = batch(seed, 2, 3, 6, 6)
    convolution = nn.Conv2d(3, 4, 3, bias=biased, dtype=torch.float64).requires_grad_(requires_grad=False)
    norm = nn.BatchNorm2d(4, dtype=torch.float64).requires_grad_(requires_grad=False).eval()
    norm.running_mean, norm.running_var = tensor(batch(seed + 1, 4)), tensor(batch(seed + 2, 4) ** 2 + 0.1)
    norm.weight[:], norm.bias[:] = tensor(batch(seed + 3, 4)), tensor(batch(seed + 4, 4))
    a, b = as_line(*(part.numpy() for part in (norm.running_mean, norm.running_var, norm.weight, norm.bias)), norm.eps)
    bias = convolution.bias.numpy() if biased else None
    kernel, offset = fold(convolution.weight.numpy(), bias, a, b)
    folded = functional.conv2d(tensor(picture), tensor(kernel), tensor(offset))
    np.testing.assert_allclose(folded.numpy(), norm(convolution(tensor(picture))).numpy(), atol=1e-9)


def test_one_gamma_for_each_feature_map_also_when_there_are_as_many_columns():
    values, gamma = batch(0, 2, 3, 3, 3), np.array([1.0, 2.0, 3.0])
    plain, scaled = normalize(values, statistics(values)), normalize(values, statistics(values), gamma, [1, 1, 1])
    for channel in range(3):
        np.testing.assert_allclose(scaled[:, channel], gamma[channel] * plain[:, channel] + 1)
    np.testing.assert_allclose(normalize(values, statistics(values), 2, 1), 2 * plain + 1)


@pytest.mark.parametrize("over", ["channel", "location", "layer", "instance", ("group", 3)])
def test_a_large_offset_does_not_cost_digits(over):
    """Mean 10,000 and standard deviation 0.01 in single precision: the variance of these very values, to 1 %."""
    noise = np.random.default_rng(1).normal(size=(16, 3, 32, 32))
    values = (10_000 + 0.01 * noise).astype(np.float32)
    before = values.copy()
    found, expected = statistics(values, over), statistics(values.astype(np.longdouble).astype(np.float64) - 1e4, over)
    np.testing.assert_allclose(found.variance, expected.variance, rtol=1e-2, atol=1e-12)
    np.testing.assert_array_equal(values, before, err_msg="the values belong to the caller")
