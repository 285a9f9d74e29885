"""The stage of the sliding window: what comes from outside is checked, and browser and Python work out the same."""

import json
import random
from dataclasses import asdict, fields
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given as supposing
from hypothesis import strategies as st

from models.ops.examples import MATRICES
from models.ops.geometry import PADDING_MODES, ImpossibleGeometry
from models.ops.kernels import KERNELS
from tests.viz.node import told_by
from viz.stages.convolution.slide import stage
from viz.stages.convolution.slide.view import (
    COLOURS,
    ConvolutionView,
    PoolingView,
    matrix_of,
    pair_of,
)

SCRIPT = Path(__file__).parent / "slide_cases.mjs"
KINDS = (ConvolutionView, PoolingView)
FIELDS = sorted({field.name for kind in KINDS for field in fields(kind)})


@pytest.fixture(scope="module")
def about():
    draw = np.random.default_rng(5)
    planes = {name: draw.integers(0, 256, (64, 64), dtype=np.uint8) for name in COLOURS}
    return stage.Given(planes, draw.normal(size=(6, 3, 5, 4)).astype(np.float32))


def pair(draw, low, high):
    return f"{draw.randint(low, high)}x{draw.randint(low, high)}"


def matrix(draw, most):
    rows, columns = draw.randint(1, most), draw.randint(1, most)
    return ";".join(",".join(repr(draw.choice([draw.randint(-9, 9), draw.gauss(0, 2)])) for _ in range(columns))
                    for _ in range(rows))  # fmt: skip


def random_view(kind, draw):
    drawn = {
        "source": draw.choice(["picture", "picture", "cells", *MATRICES]),
        "size": draw.randint(8, 64),
        "colour": draw.choice(COLOURS),
        "cells": matrix(draw, 16),
        "row": 0,
        "column": 0,
        "kernel": draw.choice(["network", "typed", *KERNELS]),
        "number": draw.randint(0, 9),
        "weights": matrix(draw, 7),
        "stride": draw.choice(["window", pair(draw, 1, 4)]) if kind is PoolingView else pair(draw, 1, 4),
        "padding": pair(draw, 0, 3),
        "dilation": pair(draw, 1, 3),
        "mode": draw.choice(list(PADDING_MODES)),
        "bias": draw.gauss(0, 3),
        "convolve": draw.random() < 0.5,
        "pool": draw.choice(["max", "average"]),
        "window": pair(draw, 1, 7),
        "ceil": draw.random() < 0.5,
        "include": draw.random() < 0.5,
    }
    return kind(**{field.name: drawn[field.name] for field in fields(kind)})


@pytest.mark.parametrize(("kind", "operation"), [(ConvolutionView, "convolution"), (PoolingView, "pooling")])
def test_the_browser_works_out_what_python_works_out(kind, operation, about, tmp_path):
    draw = random.Random(11)  # noqa: S311, cases for a test
    views = [random_view(kind, draw) for _ in range(300)]
    (tmp_path / "payload").write_bytes(stage.payload(operation, about, {}, {}))
    (tmp_path / "views.json").write_text(json.dumps([asdict(view) for view in views]))
    outputs = 0
    for view, found in zip(views, told_by(SCRIPT, tmp_path / "payload", tmp_path / "views.json"), strict=True):
        assert_same(found["image"], stage.image_of(view, about))
        if kind is ConvolutionView:
            assert_same(found["kernel"], stage.kernel_of(view, about))
        try:
            expected = stage.output_of(view, about)
        except ImpossibleGeometry:
            assert found["problem"] is not None, view
            continue
        assert found["problem"] is None, view
        assert_same(found["output"], expected)
        outputs += 1
    assert outputs > 80


def assert_same(found, expected):
    assert (found["rows"], found["columns"]) == expected.shape
    # JSON has no infinities: a window that holds padding alone would be −∞, and pooling refuses such settings.
    np.testing.assert_allclose(np.reshape(found["values"], expected.shape), expected, rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize(("convolve", "expected"), [(False, 0 * 0 + 1 * 1 + 3 * 2 + 4 * 3), (True, 3 * 0 + 2 * 1 + 3)])
def test_a_kernel_is_turned_for_a_convolution_once(about, convolve, expected):
    view = ConvolutionView(source="count_3x3", kernel="counting", convolve=convolve)
    image, kernel = stage.image_of(view, about), stage.kernel_of(view, about)
    output = stage.convolved(view, image, kernel)
    np.testing.assert_array_equal(stage.turned(view, kernel), [[3, 2], [1, 0]] if convolve else [[0, 1], [2, 3]])
    assert output[0, 0] == expected
    np.testing.assert_array_equal(stage.output_of(view, about), output)


def test_half_a_grey_level_is_rounded_up():
    planes = {name: np.tile(np.array([[0, 1]], np.uint8), (64, 32)) for name in COLOURS}
    view = ConvolutionView(size=32)
    assert (stage.image_of(view, stage.Given(planes, None)) == 1).all()


WILD = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=12), st.lists(st.integers(), max_size=3),
    st.sampled_from(["1x1", "0x0", "9x9", "1x", "x", "1,2;3,4", "1,2;3", "nan", "inf", "1e400", "٣x٣", "picture"]),
)  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
@supposing(said=st.dictionaries(st.sampled_from([*FIELDS, "else"]), WILD))
def test_whatever_is_said_a_legal_view_comes_out(kind, said):
    view = kind().read(said)
    planes = {name: np.zeros((64, 64), np.uint8) for name in COLOURS}
    placed = stage.placed(view, stage.Given(planes, None))
    assert placed.row >= 0
    assert placed.column >= 0
    assert kind().read(asdict(placed)) == placed


@pytest.mark.parametrize("said", [None, 3, "text", [], {"size": "64x", "kernel": "../../etc", "stride": "0x1"}])
def test_nonsense_is_the_default(said):
    assert ConvolutionView().read(said) == ConvolutionView()


def test_every_field_of_a_view_can_be_read_back_from_an_address():
    draw = random.Random(3)  # noqa: S311, cases for a test
    for kind in KINDS:
        for _ in range(40):
            view = random_view(kind, draw)
            address = {name: str(value).lower() if isinstance(value, bool) else str(value)
                       for name, value in asdict(view).items()}  # fmt: skip
            assert kind().read(address) == view


@pytest.mark.parametrize("text", ["", "1,2;3", "x", "1,,2", "nan", "inf", "1e7", ";".join(["1"] * 8), "1," * 4000])
def test_what_is_no_matrix_is_none(text):
    assert matrix_of(text, 7) is None


def test_a_view_starts_at_the_strongest_response(about):
    view = stage.placed(ConvolutionView(source="curves", kernel="curve"), about)
    assert (view.row, view.column) == (1, 1)
    assert stage.output_of(view, about)[1, 1] == 81


def test_a_position_behind_the_map_is_brought_back(about):
    view = stage.placed(ConvolutionView(source="count_3x3", kernel="counting", row=900, column=0), about)
    assert (view.row, view.column) == (1, 0)


def test_a_kernel_behind_the_last_of_the_network_counts_as_the_last(about):
    assert stage.placed(ConvolutionView(kernel="network", number=90), about).number == 5


def test_over_grey_a_colour_kernel_counts_with_the_sum_of_its_slices(about):
    grey = stage.kernel_of(ConvolutionView(kernel="network", number=2), about)
    slices = [stage.kernel_of(ConvolutionView(kernel="network", number=2, colour=name), about) for name in COLOURS[1:]]
    np.testing.assert_allclose(grey, sum(slices))


def test_a_network_without_small_kernels_falls_back(about):
    without = stage.Given(about.planes, None)
    assert stage.kernel_of(ConvolutionView(kernel="network"), without) is KERNELS["outline"]


def test_pairs_are_rows_before_columns():
    assert pair_of("2x3") == (2, 3)
