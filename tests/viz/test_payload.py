"""What travels to the browser comes out as it went in, as far as two bytes a value can promise."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from tests.viz.node import told_by_lines
from tests.viz.packed import unpacked
from viz.stages.feature_maps.maps.stage import Layer, MapsView, Shown, payload
from viz.stages.kernel.cell import within
from viz.stages.kernel.payload import ALIGNMENT, HIGHEST_LEVEL, encode, merged, pack

values = arrays(np.float32, array_shapes(min_dims=3, max_dims=3, max_side=6), elements=st.floats(-1e6, 1e6, width=32))


OPEN = """
import { unpack } from "ROOT/viz/stages/kernel/payload.js";
import { readFileSync } from "node:fs";
const { text, planes } = unpack(new Uint8Array(readFileSync(process.argv[2])));
console.log(JSON.stringify([text, [...planes.odd.values], [...planes.maps.values], planes.maps.shape]));
"""


def decoded(codes):
    return codes.low[:, None, None] + codes.codes.astype(np.float64) * codes.step[:, None, None]


@given(values)
def test_codes_are_true_to_a_hundred_thousandth_of_each_maps_range(maps):
    span = np.ptp(maps.astype(np.float64), axis=(1, 2))
    rounding = np.abs(maps).max(axis=(1, 2)) * 1e-6 + 1e-40  # of low and step, which travel as float32
    error = np.abs(decoded(encode(maps)) - maps).max(axis=(1, 2))
    assert (error <= span / HIGHEST_LEVEL + rounding).all()


def test_zero_stays_zero_after_relu():
    maps = np.maximum(np.random.default_rng(0).normal(size=(4, 9, 9)), 0).astype(np.float32)
    assert np.array_equal(decoded(encode(maps)) == 0, maps == 0)


def test_a_constant_map_has_step_zero():
    codes = encode(np.full((1, 3, 3), 7.25, np.float32))
    assert codes.step[0] == 0
    assert (decoded(codes) == 7.25).all()


def test_what_is_not_finite_has_codes_of_its_own():
    maps = np.array([[[1, np.nan, np.inf, -np.inf, 3]]], np.float32)
    assert encode(maps).codes.tolist() == [[[0, 65535, 65534, 65533, HIGHEST_LEVEL]]]
    assert (encode(np.full((1, 1, 2), np.nan, np.float32)).codes == 65535).all()


def test_at_most_two_bytes_a_value_travel():
    maps = np.random.default_rng(0).normal(size=(64, 112, 112)).astype(np.float32)
    shown = Shown("cat", "Cat", np.zeros((224, 224, 3), np.uint8), maps)
    data = payload(Layer("conv1", "", None, None, None), (shown,), {})
    assert len(data) < 2 * maps.size + 224 * 224 * 3 + 10_000


@given(values, st.text(), st.integers(0, 50))
def test_a_payload_opens_to_what_was_packed(maps, text, extra):
    planes = {"maps": maps, "bytes": np.arange(extra, dtype=np.uint8), "codes": encode(maps).codes}
    header, found = unpacked(pack({"text": text}, planes))
    assert header["text"] == text
    assert all(np.array_equal(found[name], plane) for name, plane in planes.items())


def test_the_browsers_half_opens_it_alike(tmp_path):
    maps = np.arange(24, dtype=np.float32).reshape(2, 3, 4)
    (tmp_path / "data").write_bytes(pack({"text": "Größe ×"}, {"odd": np.arange(3, dtype=np.uint8), "maps": maps}))
    assert told_by_lines(OPEN, tmp_path, tmp_path / "data") == ["Größe ×", [0, 1, 2], list(range(24)), [2, 3, 4]]


names = st.sampled_from(["a", "b", "words", "Größe"])
said = st.dictionaries(names, st.one_of(st.none(), st.integers(), st.floats(allow_nan=False, allow_infinity=False),
                                        st.text(max_size=9), st.lists(st.integers(), max_size=3)))  # fmt: skip
kinds = st.sampled_from([np.uint8, np.uint16, np.float32])
plane = kinds.flatmap(lambda kind: arrays(kind, array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=5)))
packs = st.lists(st.tuples(said, st.dictionaries(names, plane)), max_size=4)


@settings(max_examples=50)
@given(packs, said)
def test_pieces_made_one_are_what_each_says_and_of_two_the_last_counts(pieces, more):
    data = merged([pack(*piece) for piece in pieces], more)
    header, planes = unpacked(data)
    found = [unpacked(pack(*piece)) for piece in pieces]
    assert header == {name: value for one in [*(header for header, _ in found), more] for name, value in one.items()}
    expected = {name: value for _, one in found for name, value in one.items()}
    assert planes.keys() == expected.keys()
    starts = json.loads(data[4 : 4 + int.from_bytes(data[:4], "little")])["planes"]
    for name, value in expected.items():
        assert (planes[name].dtype, planes[name].shape) == (value.dtype, value.shape)
        assert planes[name].tobytes() == value.tobytes()
        assert starts[name]["offset"] % ALIGNMENT == 0, "where a browser can lay an array of any type on it"
    assert len(data) % ALIGNMENT == 0
    assert merged([data], {}) is data, "what is one already stays the same bytes"
    assert unpacked(merged([data], {"a": 1}))[0] == {**header, "a": 1}


def test_the_browsers_half_opens_pieces_made_one(tmp_path):
    one = pack({"text": "no"}, {"odd": np.arange(3, dtype=np.uint8)})
    other = pack({"text": "Größe"}, {"maps": np.arange(6, dtype=np.float32).reshape(2, 3)})
    (tmp_path / "data").write_bytes(merged([one, other], {"serial": 3}))
    assert told_by_lines(OPEN, tmp_path, tmp_path / "data") == ["Größe", [0, 1, 2], list(range(6)), [2, 3]]


def test_what_is_added_to_pieces_cannot_carry_what_json_cannot():
    with pytest.raises(ValueError, match="JSON"):
        merged([pack({}, {})], {"value": float("inf")})


def test_a_header_cannot_carry_what_json_cannot():
    with pytest.raises(ValueError, match="JSON"):
        pack({"value": float("nan")}, {})


START = MapsView(channel=3, row=2, column=1)


@pytest.mark.parametrize(
    "event",
    [None, 3, "x", [], {}, {"channel": -1}, {"channel": 48}, {"channel": 1.5}, {"channel": True}, {"channel": "٣"},
     {"channel": "9" * 5000}, {"row": None, "order": "drop table", "scope": ["layer"], "range": {}, "live": 1}],
)  # fmt: skip
def test_what_is_not_legal_falls_to_the_start(event):
    assert START.read(event, within((48, 32, 32))) == START


fields = st.sampled_from(["channel", "row", "column", "order", "scope", "range", "live", "x"])
anything = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.lists(st.integers()))


@given(st.dictionaries(fields, anything))
def test_no_event_leads_out_of_bounds(event):
    view = START.read(event, within((4, 3, 2)))
    assert 0 <= view.channel < 4
    assert 0 <= view.row < 3
    assert 0 <= view.column < 2


def test_a_legal_event_is_taken_over():
    event = {"channel": "7", "row": 0, "column": 31, "order": "zeros", "scope": "map", "range": "zero", "live": "true"}
    assert START.read(event, within((48, 32, 32))) == MapsView(7, 0, 31, "zeros", "map", "zero", live=True)
