"""What the stage of the block is sent: the groups around a channel are those of the whole tensor, nothing is lost."""

from dataclasses import asdict

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from models.ops.batch_norm import statistics
from models.ops.groupings import GROUPINGS
from tests.viz.packed import unpacked
from viz.stages.batch_norm.groups import stage
from viz.stages.batch_norm.groups.spread import counts_by_map, finite_range

VALUES = np.random.default_rng(5).normal(2.0, 3.0, size=(3, 12, 4, 5)).astype(np.float32)
TEXTBOOK = np.arange(16.0).reshape(2, 2, 2, 2)
CAPTIONS = stage.Captions("alt", "title", "file", ("cat", "dog", "owl"))
anything = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.lists(st.integers()))


def test_the_textbooks_groups():
    shown = stage.around(TEXTBOOK, 0)
    assert shown.by_channel.mean.item() == 5.5
    assert shown.by_channel.variance.item() == 17.25
    assert shown.by_location.mean.ravel().tolist() == [4, 5, 6, 7]
    assert shown.by_location.variance.ravel().tolist() == [16] * 4
    assert shown.by_groups[0].mean.ravel().tolist() == [3.5, 11.5]
    assert shown.by_groups[1].mean.ravel().tolist() == [1.5, 9.5]


@pytest.mark.parametrize("channel", [0, 5, 11])
def test_the_groups_around_a_channel_are_those_of_the_whole_tensor(channel):
    shown = stage.around(VALUES, channel)
    for groups, found in zip(shown.divisors, shown.by_groups, strict=True):
        place = channel * groups // VALUES.shape[1]
        whole = statistics(VALUES, ("group", groups))
        assert found.mean.ravel() == pytest.approx(whole.mean[:, place].ravel())
        assert found.variance.ravel() == pytest.approx(whole.variance[:, place].ravel())
        assert found.count == whole.count
    single = torch.tensor(VALUES)
    assert shown.by_groups[0].mean.ravel() == pytest.approx(single.mean((1, 2, 3)).numpy(), rel=1e-5)
    assert shown.by_groups[-1].mean.ravel() == pytest.approx(single.mean((2, 3))[:, channel].numpy(), rel=1e-5)
    assert shown.by_channel.mean.item() == pytest.approx(single.mean((0, 2, 3))[channel].item(), rel=1e-5)
    assert shown.by_location.mean[0, 0] == pytest.approx(single.mean(0)[channel].numpy(), rel=1e-5)


def test_every_value_lies_in_one_bin():
    counted = counts_by_map(VALUES, finite_range(VALUES))
    assert (counted.sum(axis=2) == 20).all()
    for picture, channel in [(0, 0), (2, 7)]:
        expected, _ = np.histogram(VALUES[picture, channel].astype(float), 48, finite_range(VALUES))
        assert counted[picture, channel].tolist() == expected.tolist()


def test_bins_of_constant_and_of_broken_values():
    assert counts_by_map(np.full((1, 2, 2, 2), 3.0), (3.0, 3.0)).sum() == 8
    broken = TEXTBOOK.copy()
    broken[0, 0, 0] = [np.nan, np.inf]
    assert finite_range(broken) == (2.0, 15.0)
    assert counts_by_map(broken, (2.0, 15.0)).sum() == 14
    assert finite_range(np.full((1, 1, 1, 1), np.nan)) == (0.0, 0.0)


def test_the_bins_of_groups_hold_their_values():
    shown = stage.around(VALUES, 7)
    for groups, bins in zip(shown.divisors, shown.bins, strict=True):
        assert (bins.sum(axis=1) == 12 // groups * 20).all()


def test_the_block_travels_whole():
    shown = stage.around(VALUES, 4)
    packed = stage.payload(shown, CAPTIONS, [{"over": "channel"}], {"word": "×"})
    header, planes = unpacked(packed)
    assert header["shape"] == [3, 12, 4, 5]
    assert header["divisors"] == [1, 2, 3, 4, 6, 12]
    assert asdict(stage.start_of(shown)) == {"over": "channel", "groups": 3, **place(VALUES[:, 4])}
    assert header["captions"]["pictures"] == ["cat", "dog", "owl"]
    maps = planes["codes"] * planes["step"][:, None, None] + planes["low"][:, None, None]
    assert maps == pytest.approx(VALUES[:, 4], abs=1e-3)
    assert planes["mean_group"].shape == (6, 3)
    assert planes["deviation_location"].size == 20
    assert planes["mean_channel"].item() == pytest.approx(VALUES[:, 4].mean(), rel=1e-5)


def place(maps):
    item, row, column = (int(index) for index in np.unravel_index(maps.argmax(), maps.shape))
    return {"item": item, "row": row, "column": column}


@pytest.mark.parametrize("shape", [(1, 1, 1, 1), (1, 3, 1, 6), (2, 1, 5, 1), (64, 2, 1, 1)])
def test_the_smallest_tensors_travel_too(shape):
    values = np.random.default_rng(1).normal(size=shape).astype(np.float32)
    shown = stage.around(values, shape[1] - 1)
    captions = stage.Captions("alt", "title", "file", ("a picture",) * shape[0])
    _, planes = unpacked(stage.payload(shown, captions, [], {}))
    assert planes["mean_location"].size == shape[2] * shape[3]
    assert planes["mean_group"].size == len(shown.divisors) * shape[0]


@given(st.dictionaries(st.sampled_from(["over", "groups", "item", "row", "column", "x"]), anything))
def test_no_event_leads_out_of_bounds(event):
    shown = stage.around(VALUES, 0)
    view = stage.start_of(shown).read(event, stage.bounds_of(shown))
    assert view.over in GROUPINGS
    assert view.groups in shown.divisors
    assert view.item < 3
    assert view.row < 4
    assert view.column < 5


def test_a_legal_event_is_taken_over():
    shown = stage.around(VALUES, 0)
    event = {"over": "group", "groups": "4", "item": 2, "row": "3", "column": 1}
    assert stage.GroupsView().read(event, stage.bounds_of(shown)) == stage.GroupsView("group", 4, 2, 3, 1)
    assert stage.GroupsView(groups=3).read({"groups": "5"}, stage.bounds_of(shown)).groups == 3
