"""Where values go that are only laid elsewhere, against PyTorch and on paper."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch.nn import functional

from models.ops.rearranging import PAD_MODES, channel_shuffle, padded, pixel_shuffle, pixel_unshuffle

few = st.integers(1, 3)


def counted(*shape):
    return np.arange(np.prod(shape), dtype=np.float64).reshape(shape)


@settings(deadline=None)
@given(channels=few, rows=few, columns=few, factor=few)
def test_shuffled_pixels_are_pytorchs_and_come_back(channels, rows, columns, factor):
    maps = counted(channels * factor**2, rows, columns)
    shuffled = pixel_shuffle(maps, factor)
    np.testing.assert_array_equal(shuffled, functional.pixel_shuffle(torch.from_numpy(maps), factor).numpy())
    np.testing.assert_array_equal(pixel_unshuffle(shuffled, factor), maps)
    np.testing.assert_array_equal(functional.pixel_unshuffle(torch.from_numpy(shuffled), factor).numpy(), maps)


def test_four_channels_make_one_square_on_paper():
    assert pixel_shuffle(counted(4, 1, 1), 2).tolist() == [[[0, 1], [2, 3]]]


@settings(deadline=None)
@given(groups=few, each=few)
def test_shuffled_channels_are_pytorchs(groups, each):
    maps = counted(groups * each, 2, 2)
    theirs = functional.channel_shuffle(torch.from_numpy(maps)[None], groups)[0].numpy()
    np.testing.assert_array_equal(channel_shuffle(maps, groups), theirs)


@settings(deadline=None)
@given(
    mode=st.sampled_from(sorted(set(PAD_MODES) - {"zeros"})),
    around=st.lists(st.integers(-1, 2), min_size=4, max_size=4),
)
def test_padding_and_cutting_are_pytorchs(mode, around):
    around = around if mode == "constant" else [max(0, cells) for cells in around]
    maps = counted(2, 4, 5)
    theirs = functional.pad(torch.from_numpy(maps)[None], around, mode=mode)[0].numpy()
    np.testing.assert_array_equal(padded(maps, around, mode), theirs)


def test_a_fill_of_its_own_and_padded_channels():
    maps = counted(1, 2, 2)
    theirs = functional.pad(torch.from_numpy(maps), (1, 0, 0, 1, 2, 0), value=7.0).numpy()
    np.testing.assert_array_equal(padded(maps, (1, 0, 0, 1, 2, 0), "constant", 7), theirs)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: pixel_shuffle(counted(3, 1, 1), 2), "factor is 2, but its square must divide the 3 channels"),
        (lambda: pixel_unshuffle(counted(1, 3, 2), 2), "factor is 2, but must divide the 3 rows"),
        (lambda: channel_shuffle(counted(3, 1, 1), 2), "groups is 2, but must divide the 3 channels"),
        (lambda: padded(counted(1, 1, 1), (1,)), "mode is 'constant' and around \\[1\\]"),
        (lambda: padded(counted(1, 2, 2), (-1, 1), "reflect"), "must not be negative for mode 'reflect'"),
        (lambda: pixel_shuffle(counted(3, 1), 1), "must be \\[channels, rows, columns\\]"),
    ],
)
def test_what_does_not_fit_is_refused_by_name(call, message):
    with pytest.raises(ValueError, match=message):
        call()
