"""A stack in the address is read or refused; the browser works out what Python does."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.ops.geometry import ImpossibleGeometry
from models.ops.receptive_field import STACKS, Layer, grow, paths
from tests.viz.node import told_by_lines
from viz.stages.receptive_field.build.stage import payload
from viz.stages.receptive_field.build.view import (
    BOUNDS,
    MOST_LAYERS,
    PRESETS,
    START,
    BuildView,
    read_stack,
    write_stack,
)

WORK = """
import { grow, read, ways, write, BOUNDS, MOST_LAYERS } from "ROOT/viz/stages/receptive_field/build/layers.js";
import { readFileSync } from "node:fs";
const told = JSON.parse(readFileSync(process.argv[2])).map(({ stack, size }) => {
  const layers = read(stack);
  const found = grow(layers, size);
  return {
    stack: write(layers), fields: found.map(({ field }) => field), strides: found.map(({ stride }) => stride),
    sizes: found.map((each) => each.size), ways: found.at(-1).field > 3000 ? null : ways(layers).map(Number),
  };
});
console.log(JSON.stringify({ told, BOUNDS, MOST_LAYERS }));
"""

kinds = st.sampled_from(["convolution", "pooling"])
numbers = [st.integers(*BOUNDS[name]) for name in ("kernel", "stride", "padding", "dilation")]
stacks = st.lists(st.builds(Layer, kinds, *numbers), min_size=1, max_size=MOST_LAYERS).map(tuple)


@given(stacks)
def test_every_stack_survives_the_address(layers):
    assert read_stack(write_stack(layers)) == layers


@pytest.mark.parametrize(
    "text",
    [None, "", "c3", "c3s1p1d1-", "c0s1p0d1", "c12s1p0d1", "c3s5p0d1", "c3s1p6d1", "c3s1p0d0", "x3s1p1d1", "c3s1p1d1 ",
     "-".join(["c3s1p1d1"] * 25), "c3s1p1d1" * 999, ["c3s1p1d1"], "c٣s1p1d1", "C3s1p1d1", "c3s1p1d1--c3s1p1d1", 3],
)  # fmt: skip
def test_what_is_no_stack_is_refused(text):
    assert read_stack(text) is None
    assert BuildView().read({"stack": text}).stack == START[0]


anything = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(), stacks.map(write_stack))


@given(st.dictionaries(st.sampled_from(["stack", "size", "step", "zoom"]), anything))
def test_no_address_leads_out_of_bounds(event):
    view = BuildView().read(event)
    assert 8 <= view.size <= 256
    assert 1 <= view.step <= len(view.layers) <= MOST_LAYERS


def test_a_legal_view_is_taken():
    said = {"stack": "m2s2p0d1-c5s1p2d1", "size": "64", "step": 1, "zoom": "true"}
    assert BuildView().read(said) == BuildView("m2s2p0d1-c5s1p2d1", 64, 1, zoom=True)
    assert BuildView().read({"size": "7", "step": "9"}) == BuildView(START[0], START[1], 3)


def test_the_stacks_to_start_from_are_those_of_the_arithmetic():
    assert set(PRESETS) == {*STACKS, "ten_3x3"}
    for name, stack in STACKS.items():
        assert read_stack(PRESETS[name][0]) == stack.layers


def in_the_browser(folder, cases):
    (folder / "cases.json").write_text(json.dumps(cases))
    return told_by_lines(WORK, folder, folder / "cases.json")


def drawn(count, seed=3):
    generator = np.random.default_rng(seed)
    for _ in range(count):
        layers = tuple(
            Layer(
                str(generator.choice(["convolution", "pooling"])),
                *(int(generator.integers(low, high + 1)) for low, high in BOUNDS.values()),
            )
            for _ in range(generator.integers(1, 5))
        )
        yield write_stack(layers), int(generator.integers(8, 257))


def test_the_browser_grows_the_same_fields_sizes_and_ways(tmp_path):
    cases = [*PRESETS.values(), *drawn(300)]
    answer = in_the_browser(tmp_path, [{"stack": stack, "size": size} for stack, size in cases])
    assert {name: tuple(bounds) for name, bounds in answer["BOUNDS"].items()} == BOUNDS
    assert answer["MOST_LAYERS"] == MOST_LAYERS
    refused = 0
    for (stack, size), told in zip(cases, answer["told"], strict=True):
        layers = read_stack(stack)
        assert told["stack"] == stack
        if told["ways"] is not None:
            assert np.allclose(told["ways"], paths(layers).astype(float), rtol=1e-12)
        too_wide = any(one.kind == "pooling" and one.padding > one.kernel // 2 for one in layers)
        try:
            stages = grow(layers, size)
        except ImpossibleGeometry:
            stages = ()
        if too_wide or not stages:
            refused += 1
            assert told["sizes"][-1] is None
            stages = grow([Layer(one.kind, one.kernel, one.stride, 0, one.dilation) for one in layers], 10**9)
        else:
            assert told["sizes"] == [stage.size for stage in stages]
        assert told["fields"] == [stage.axis.size for stage in stages]
        assert told["strides"] == [stage.axis.stride for stage in stages]
    assert 20 < refused < len(cases) - 20


def test_the_payload_says_every_stack_to_start_from():
    data = payload(dict.fromkeys(PRESETS, "label"), "alt", {})
    header = json.loads(data[4 : 4 + int.from_bytes(data[:4], "little")])
    assert [each["key"] for each in header["presets"]] == list(PRESETS)
