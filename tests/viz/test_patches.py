"""What the stage of patches is sent is what was found; what comes back is taken only if it is there."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.ops.strongest import over_pictures, strongest
from tests.viz.node import told_by_lines
from viz.stages.kernel.cell import within
from viz.stages.receptive_field.top_patches.stage import (
    COUNTS,
    Captions,
    Gone,
    Pictured,
    TopPatchesView,
    payload,
    start_of,
)

OPEN = """
import { unpack } from "ROOT/viz/stages/kernel/payload.js";
import { patchesOf } from "ROOT/viz/stages/receptive_field/top_patches/places.js";
import { readFileSync } from "node:fs";
const stage = unpack(new Uint8Array(readFileSync(process.argv[2])));
const channels = Array.from({ length: stage.channels }, (_, channel) => patchesOf(stage, channel, 12));
const pixels = stage.pictures.map((_, index) => [...stage.planes[`picture${index}`].values].slice(0, 3));
console.log(JSON.stringify({ channels, pixels, keys: stage.pictures.map(({ key }) => key), several: stage.several }));
"""
CAPTIONS = Captions("layer", "alt", "title", "file", None)
SPANS = np.stack([np.clip(np.arange(4) * 2 - 1, 0, 8), np.clip(np.arange(4) * 2 + 2, 0, 8)], axis=1)


def pictured(count):
    return tuple(Pictured(f"key {one}", f"Name {one}", np.full((8, 8, 3), one, np.uint8)) for one in range(count))


def in_the_browser(folder, data):
    (folder / "payload").write_bytes(data)
    return told_by_lines(OPEN, folder, folder / "payload")


def found(count, channels=3, seed=0):
    generator = np.random.default_rng(seed)
    each = [strongest(generator.normal(size=(channels, 4, 4)) + one, SPANS, SPANS) for one in range(count)]
    return over_pictures(each)


def test_the_browser_has_the_same_patches(tmp_path):
    peaks = found(3)
    told = in_the_browser(tmp_path, payload(peaks, (SPANS, SPANS), pictured(3), CAPTIONS, {}))
    used = sorted({int(source) for source in peaks.sources.ravel() if source >= 0})
    assert told["keys"] == [f"key {index}" for index in used]
    assert told["pixels"] == [[index] * 3 for index in used]
    assert told["several"] is True
    for channel, patches in enumerate(told["channels"]):
        assert len(patches) == peaks.count(channel)
        for rank, patch in enumerate(patches):
            row, column = int(peaks.rows[channel, rank]), int(peaks.columns[channel, rank])
            assert (patch["row"], patch["column"]) == (row, column)
            assert patch["value"] == float(np.float32(peaks.values[channel, rank]))
            assert used[patch["source"]] == peaks.sources[channel, rank]
            box = patch["box"]
            assert [box["top"], box["bottom"]] == SPANS[row].tolist()
            assert [box["left"], box["right"]] == SPANS[column].tolist()


def test_pictures_without_a_patch_are_not_sent(tmp_path):
    silent = strongest(np.zeros((2, 4, 4)), SPANS, SPANS)
    loud = strongest(np.random.default_rng(0).normal(size=(2, 4, 4)), SPANS, SPANS)
    data = payload(over_pictures([silent, loud, silent]), (SPANS, SPANS), pictured(3), CAPTIONS, {})
    told = in_the_browser(tmp_path, data)
    assert told["keys"] == ["key 1"]
    assert {patch["source"] for patch in told["channels"][0]} == {0}


def test_without_any_patch_one_picture_is_still_there(tmp_path):
    silent = strongest(np.zeros((2, 4, 4)), SPANS, SPANS)
    data = payload(over_pictures([silent]), (SPANS, SPANS), pictured(1), CAPTIONS, {})
    assert in_the_browser(tmp_path, data) == {
        "channels": [[], []],
        "pixels": [[0] * 3],
        "keys": ["key 0"],
        "several": False,
    }


def test_the_view_begins_at_the_channel_that_responds_most():
    values = np.zeros((3, 4, 4))
    values[1, 2, 2], values[2, 0, 0] = 9, 3
    assert start_of(strongest(values, SPANS, SPANS)) == TopPatchesView(1)
    assert start_of(strongest(np.zeros((3, 4, 4)), SPANS, SPANS)) == TopPatchesView(0)


@pytest.mark.parametrize(
    "event", [None, "x", [], {"channel": 5}, {"channel": -1}, {"channel": "1.5"}, {"count": 7}, {"count": "9" * 99}]
)
def test_what_is_not_legal_falls_to_the_start(event):
    assert TopPatchesView(2, 12).read(event, {"channels": 5}) == TopPatchesView(2, 12)


def test_a_legal_view_is_taken():
    assert TopPatchesView(2, 12).read({"channel": "4", "count": 6, "row": 1}, {"channels": 5}) == TopPatchesView(4, 6)


KNOWN = {"pictures": ("cat", "upload 1"), **within((3, 4))}


@pytest.mark.parametrize(
    "event",
    [None, {}, {"picture": "cat"}, {"picture": "dog", "row": 1, "column": 1}, {"picture": "cat", "row": 3, "column": 0},
     {"picture": ["cat"], "row": 0, "column": 0}, {"picture": "cat", "row": True, "column": 0}],
)  # fmt: skip
def test_only_a_unit_that_is_there_is_followed(event):
    assert Gone.whole(event, KNOWN) is None


def test_a_unit_that_is_there_is_followed():
    assert Gone.whole({"picture": "upload 1", "row": 2, "column": "3"}, KNOWN) == Gone("upload 1", 2, 3)


anything = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.lists(st.integers()))


@given(st.dictionaries(st.sampled_from(["channel", "count", "picture", "row", "column"]), anything))
def test_no_event_leads_out_of_bounds(event):
    view = TopPatchesView().read(event, {"channels": 5})
    assert 0 <= view.channel < 5
    assert view.count in COUNTS
    gone = Gone.whole(event, KNOWN)
    assert gone is None or (gone.picture in KNOWN["pictures"] and gone.row < 3 and gone.column < 4)
