"""What the stage of partial sums is sent holds the network's own numbers, and the browser works out the same parts."""

from dataclasses import asdict

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.ops.partial_sums import Setting, take_apart
from tests.viz.node import told_by_lines
from viz.stages.convolution.inside.stage import (
    MOST_BYTES,
    InsideView,
    Scene,
    Stop,
    begin,
    bounds_of,
    payload,
    sent,
    steps,
)
from viz.stages.kernel.cell import within
from viz.stages.kernel.payload import merged

OPEN = """
import { unpack } from "ROOT/viz/stages/kernel/payload.js";
import { contributions, takeApart, runningSum, spell } from "ROOT/viz/stages/convolution/inside/sums.js";
import { readFileSync } from "node:fs";
const told = process.argv.slice(2).map((file) => {
  const stage = unpack(new Uint8Array(readFileSync(file)));
  const parts = takeApart(stage);
  const { row, column, added } = stage.view;
  const order = parts.map((_, index) => index);
  return {
    maps: parts.map(({ map }) => [...map.values]),
    here: contributions(parts, row, column),
    products: parts.filter(({ input }) => input).map((part) => spell(part, stage.setting, row, column).products),
    total: [...runningSum(parts, order, added, stage.bias).values],
    numbers: stage.numbers,
  };
});
console.log(JSON.stringify(told));
"""


def scene(parts, first=0):
    chain = (Stop("conv", "Conv2d", parts.total.astype(np.float32)),)
    return Scene("conv", 3, first, None, parts, chain, "alt", "title", "file")


def taken_apart(seed, channels=4, rows=7, columns=6, kernel=(3, 2), setting=None):
    generator = np.random.default_rng(seed)
    inputs = generator.normal(size=(channels, rows, columns)).astype(np.float32)
    weights = generator.normal(size=(channels, *kernel)).astype(np.float32)
    return take_apart(inputs, weights, float(np.float32(generator.normal())), setting or Setting())


def sent_with(view, packed):
    return merged([packed], {"view": asdict(view), "serial": 0})


def in_the_browser(folder, payloads):
    files = []
    for index, data in enumerate(payloads):
        files.append(folder / f"payload{index}")
        files[-1].write_bytes(data)
    return told_by_lines(OPEN, folder, *files)


SETTINGS = [
    Setting(stride, padding, dilation, mode)
    for stride in ((1, 1), (2, 3))
    for padding in ((0, 0), (2, 1))
    for dilation in ((1, 1), (2, 1))
    for mode in ("zeros", "reflect", "replicate", "circular")
]


def test_the_browser_works_out_the_same_parts_for_every_setting(tmp_path):
    cases = [taken_apart(seed, setting=setting) for seed, setting in enumerate(SETTINGS)]
    payloads = [sent_with(begin(parts, 0), payload(scene(parts), {})) for parts in cases]
    for parts, told in zip(cases, in_the_browser(tmp_path, payloads), strict=True):
        view = begin(parts, 0)
        assert np.allclose(told["maps"], parts.maps.reshape(4, -1), atol=1e-12)
        assert np.allclose(told["total"], parts.total.ravel(), atol=1e-12)
        assert np.allclose(told["here"], parts.maps[:, view.row, view.column], atol=1e-12)
        assert np.allclose(told["products"], parts.at(view.row, view.column).products.reshape(4, -1), atol=1e-12)


def test_what_does_not_fit_travels_as_one_part_and_the_total_stays(tmp_path):
    parts = taken_apart(1, channels=20)
    most = 4 * 7 * 6 * 5
    view = begin(parts, 100, most)
    (told,) = in_the_browser(tmp_path, [sent_with(view, payload(scene(parts, 100), {}, most))])
    largest = np.sort(np.argsort(-parts.sizes)[:5])
    assert sent(parts, most).tolist() == largest.tolist()
    assert told["numbers"] == (100 + largest).tolist()
    assert view.added == steps(parts, most) == 6
    assert len(told["maps"]) == 6
    assert np.allclose(told["total"], parts.total.ravel(), atol=1e-5)


def test_a_message_stays_small_however_large_the_layer():
    inputs, weights = np.ones((192, 96, 96), np.float32), np.ones((192, 1, 1), np.float32)
    parts = take_apart(inputs, weights)
    data = payload(scene(parts), {})
    assert len(data) < MOST_BYTES + 200_000
    assert len(sent(parts)) == MOST_BYTES // (4 * 96 * 96)


def test_one_map_larger_than_a_message_travels_all_the_same():
    parts = taken_apart(2)
    assert len(sent(parts, 1)) == 1


def test_a_view_begins_at_the_strongest_response_and_the_part_that_makes_most_of_it():
    parts = taken_apart(3)
    view = begin(parts, 10)
    assert parts.total[view.row, view.column] == parts.total.max()
    assert view.input_channel - 10 == np.abs(parts.maps[:, view.row, view.column]).argmax()
    assert view.added == 4
    bounds = bounds_of(parts, 10)
    assert view == view.read(view.said(), bounds)
    assert (bounds["rows"], bounds["columns"]) == parts.total.shape
    assert (list(bounds["channels"]), bounds["steps"]) == ([10, 11, 12, 13], 5)


def test_maps_without_numbers_have_a_beginning_too():
    inputs = np.full((2, 3, 3), np.nan, np.float32)
    view = begin(take_apart(inputs, np.ones((2, 1, 1), np.float32)), 0)
    assert view == InsideView(0, 0, 0, added=2)


BOUNDS = {**within((3, 4)), "channels": {5, 6, 8}, "steps": 5}
START = InsideView(row=1, column=2, input_channel=5, added=4)


@pytest.mark.parametrize(
    "event",
    [None, "x", [], {"row": 3}, {"row": -1}, {"column": 1.5}, {"input_channel": 9}, {"input_channel": 4}, {"added": 5},
     {"order": "drop table"}, {"order": ["size"]}, {"row": "9" * 5000}, {"added": True}, {"row": "٣"}],
)  # fmt: skip
def test_what_is_not_legal_falls_to_the_start(event):
    assert START.read(event, BOUNDS) == START


anything = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.lists(st.integers()))
names = st.sampled_from(["row", "column", "input_channel", "added", "order", "x"])


@given(st.dictionaries(names, anything))
def test_no_event_leads_out_of_bounds(event):
    view = START.read(event, BOUNDS)
    assert 0 <= view.row < 3
    assert 0 <= view.column < 4
    assert view.input_channel in {5, 6, 8}
    assert 0 <= view.added <= 4


def test_a_legal_event_is_taken_over():
    event = {"row": "2", "column": 0, "input_channel": 8, "order": "contribution", "added": "0", "layer": "conv"}
    assert START.read(event, BOUNDS) == InsideView(2, 0, 8, "contribution", 0)
