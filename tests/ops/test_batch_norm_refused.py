"""What batch norm and its like refuse, by name."""

import numpy as np
import pytest

from models.ops.batch_norm import as_line, fold, normalize, running_update, statistics

SMALL = np.arange(16).reshape(2, 2, 2, 2)


@pytest.mark.parametrize("over", ["pixel", "group", ("group", 4), ("group", 0), ("layer", 2), ("group",)])
def test_unknown_or_uneven_sets_are_refused(over):
    with pytest.raises((ValueError, TypeError), match=r"over|groups"):
        statistics(np.zeros((2, 6, 2, 2)), over)


@pytest.mark.parametrize("shape", [(2, 2), (2, 2, 2), (0, 2, 2, 2), (1, 1, 2, 2, 2)])
def test_other_shapes_than_a_batch_of_maps_are_refused(shape):
    with pytest.raises(ValueError, match="values have the shape"):
        statistics(np.zeros(shape))
    with pytest.raises(ValueError, match="values have the shape"):
        normalize(np.zeros(shape), statistics(SMALL))


def test_statistics_of_other_maps_are_refused():
    for over in ("channel", "location", "instance", ("group", 3)):
        with pytest.raises(ValueError, match="statistics has the shape"):
            normalize(SMALL, statistics(np.zeros((5, 3, 4, 4)), over))


@pytest.mark.parametrize("name", ["gamma", "beta"])
def test_a_gamma_or_beta_that_fits_nothing_is_named(name):
    with pytest.raises(ValueError, match=rf"{name} has the shape \[3\]"):
        normalize(SMALL, statistics(SMALL), **{name: [1, 2, 3]})
    with pytest.raises(ValueError, match=rf"{name} has the shape \[3\]"):
        as_line([1, 2], [1, 2], **{name: [1, 2, 3]})


def test_eps_zero_is_legal_only_without_zero_variances():
    np.testing.assert_array_equal(np.abs(normalize(SMALL, statistics(SMALL, "location"), eps=0)), 1)
    for eps, values in ((0, np.ones((2, 2, 2, 2))), (-1, SMALL), (float("nan"), SMALL)):
        with pytest.raises(ValueError, match="eps is"):
            normalize(values, statistics(values), eps=eps)


@pytest.mark.parametrize(
    ("found", "own", "words"),
    [
        (statistics(SMALL, "location"), {}, "over 'location'"),
        (statistics(np.ones((1, 2, 1, 1))), {}, "1 value behind each mean"),
        (statistics(SMALL), {"momentum": 1.5}, "momentum is 1.5"),
        (statistics(np.ones((2, 3, 2, 2))), {}, r"running_mean has the shape \[2\]"),
    ],
)
def test_running_statistics_refuse_what_they_cannot_keep(found, own, words):
    with pytest.raises(ValueError, match=words):
        running_update([0, 0], [1, 1], found, **own)


def test_fold_refuses_what_does_not_belong_together():
    with pytest.raises(ValueError, match=r"kernel has the shape \[3, 3\]"):
        fold(np.zeros((3, 3)), None, [1], [1])
    with pytest.raises(ValueError, match=r"bias has the shape \[3\], but must be \[2\]"):
        fold(np.zeros((2, 1, 3, 3)), [0, 0, 0], [1, 1], [0, 0])
