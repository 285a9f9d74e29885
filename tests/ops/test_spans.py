"""Ranges carried through layers: by hand at the borders, and against sets of pixels collected one by one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.ops import reads
from models.ops.receptive_field import PIXELS, after, span
from models.ops.spans import Boxes, Spans, first_ones, holding, hull, joined, pixels


def as_pairs(spans):
    return list(zip(spans.starts.tolist(), spans.stops.tolist(), strict=True))


def test_two_3x3_layers_on_five_pixels_by_hand():
    once = pixels(5).through(reads.windows(5, 5, 3, 1, 1))
    twice = once.through(reads.windows(5, 5, 3, 1, 1))
    assert as_pairs(once) == [(0, 2), (0, 3), (1, 4), (2, 5), (3, 5)]
    assert as_pairs(twice) == [(0, 3), (0, 4), (0, 5), (1, 5), (2, 5)]
    assert twice.longest == 5


def test_a_unit_that_reads_padding_alone_sees_nothing_and_says_nothing_later():
    padded = pixels(3).through(reads.margins(3, 2, 1))
    assert as_pairs(padded) == [(0, 0), (0, 0), (0, 1), (1, 2), (2, 3), (0, 0)]
    assert padded.empty.tolist() == [True, True, False, False, False, True]
    assert as_pairs(padded.through(reads.windows(6, 4, 3))) == [(0, 1), (0, 2), (0, 3), (1, 3)]


def test_pixels_cut_off_by_a_stride_are_not_seen_through_the_padding_after_them():
    """Four units of stride 2 on eight pixels with a kernel of 1 see 0, 2, 4, 6; the affine record says 7 too."""
    strided = pixels(8).through(reads.windows(8, 4, 1, 2))
    last = strided.through(reads.windows(4, 4, 3, 1, 1))
    assert as_pairs(last)[-1] == (4, 7)
    assert span(after(after(PIXELS, 1, 2), 3, 1, 1), 3, limit=8) == (4, 8)


layers = st.lists(
    st.tuples(st.integers(1, 4), st.integers(1, 3), st.integers(0, 4), st.integers(1, 2)), min_size=1, max_size=4
)


@given(layers, st.integers(1, 20))
def test_spans_are_the_first_and_last_of_the_pixels_collected_one_by_one(stack, size):
    spans, sets = pixels(size), [{place} for place in range(size)]
    for kernel, stride, padding, dilation in stack:
        count = (len(spans) + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1
        if count < 1:
            return
        table = reads.windows(len(spans), count, kernel, stride, padding, dilation)
        spans = spans.through(table)
        sets = [set().union(*(sets[place] for place in row if place >= 0)) for row in table]
    assert as_pairs(spans) == [(min(one), max(one) + 1) if one else (0, 0) for one in sets]
    for pixel in (0, size // 2, size - 1):
        within = [bool(one) and min(one) <= pixel <= max(one) for one in sets]
        assert holding([Boxes(spans, pixels(1))], pixel, 0)[:, 0].tolist() == within


def test_a_hull_leaves_out_those_that_see_nothing():
    one = Spans(np.array([0, 4]), np.array([0, 6]))
    other = Spans(np.array([3, 2]), np.array([5, 3]))
    assert as_pairs(hull([one, other])) == [(3, 5), (2, 6)]
    assert hull([one]) is one
    with pytest.raises(ValueError, match="at least one"):
        hull([])


def test_boxes_of_branches_become_one_unless_one_branch_has_a_margin():
    plain = Boxes(pixels(4), pixels(4))
    wide = Boxes(pixels(4), pixels(4).through(reads.windows(4, 4, 3, 1, 1)))
    (both,) = joined([plain, wide])
    assert as_pairs(both.columns) == as_pairs(wide.columns)
    margin = Boxes(pixels(3).through(reads.margins(3, 1, 0)), wide.columns)
    assert len(joined([plain, margin, wide])) == 2


def test_boxes_that_see_nothing_are_kept_only_where_all_do():
    nothing = Boxes(first_ones(2, 0), pixels(2))
    assert joined([nothing, nothing]) == (nothing,)
    (left,) = joined([nothing, Boxes(pixels(2), pixels(2))])
    assert as_pairs(left.rows) == [(0, 1), (1, 2)]


def test_spans_cannot_be_written_to():
    for spans in (pixels(3), pixels(3).through(reads.everything(3)), hull([pixels(3), first_ones(3, 2)])):
        with pytest.raises(ValueError, match="read-only"):
            spans.starts[0] = 1
