"""What the browser makes of an edit is, pixel for pixel, what Python gives to the network."""

import json
import zlib
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import pytest

from models.images.edits import EDGES, FILLS, Cover, Edit, cover_deviation, edited, limits, weights
from tests.viz.node import told_by
from tests.viz.packed import unpacked
from viz.stages.prediction.probe.stage import (
    HISTORY,
    ProbeView,
    Row,
    Rules,
    Step,
    Way,
    as_it_was,
    history,
    payload,
    shown_steps,
)
from viz.stages.prediction.probe_sweep import stage as sweep_stage

SCRIPT = Path(__file__).parent / "probe_cases.mjs"
KERNELS = {half: weights(half / 2) for half in range(1, 17)}


def random_edit(random, size):
    numbers = {name: int(random.integers(low, high + 1)) for name, (low, high) in limits(size).items()}
    edit = Edit(**numbers, mirrored=bool(random.integers(2)), upended=bool(random.integers(2)))
    edit = replace(edit, edge=EDGES[random.integers(3)], fill=FILLS[random.integers(4)])
    # One in three does only one thing, so that no step hides behind another.
    if random.integers(3) == 0:
        name = str(random.choice(["right", "down", "blur", "grey", "brightness", "contrast", "mirrored", "upended"]))
        edit = Edit(**{name: getattr(edit, name)}, edge=edit.edge, fill=edit.fill)
    if random.integers(2):
        top, left = (int(random.integers(0, side)) for side in size)
        high, wide = (int(random.integers(1, side - at + 1)) for side, at in zip(size, (top, left), strict=True))
        edit = replace(edit, cover=Cover(top, left, high, wide))
    return edit


def made(count=240, seed=0):
    random = np.random.default_rng(seed)
    for number in range(count):
        size = tuple(int(side) for side in random.integers(1 if number % 8 == 0 else 20, 45, 2))
        kinds = (random.integers(0, 256, (*size, 3)), np.full((*size, 3), random.integers(0, 256)),
                 255 * random.integers(0, 2, (*size, 3)))  # fmt: skip
        yield np.asarray(kinds[number % 3], dtype=np.uint8), random_edit(random, size)


def in_javascript(cases, folder):
    file = folder / "cases.json"
    said = [
        {"values": pixels.ravel().tolist(), "size": pixels.shape[:2], "edit": asdict(edit),
         "cover_kernel": weights(cover_deviation(pixels.shape[:2]))}
        for pixels, edit in cases
    ]  # fmt: skip
    file.write_text(json.dumps({"kernels": KERNELS, "cases": said}))
    return told_by(SCRIPT, file)


def test_the_browser_agrees_on_every_pixel_of_every_edit(tmp_path):
    cases = list(made())
    for (pixels, edit), found in zip(cases, in_javascript(cases, tmp_path), strict=True):
        expected = edited(pixels, edit)
        assert found["pixels"] == expected.ravel().tolist(), edit
        assert found["checksum"] == zlib.adler32(np.ascontiguousarray(expected).tobytes())


def test_every_blur_agrees_on_a_large_picture(tmp_path):
    pixels = np.random.default_rng(1).integers(0, 256, (96, 128, 3), dtype=np.uint8)
    cases = [(pixels, Edit(blur=half)) for half in range(1, 17)]
    cases.append((pixels, Edit(cover=Cover(0, 0, 96, 128), fill="blur")))
    for (_, edit), found in zip(cases, in_javascript(cases, tmp_path), strict=True):
        assert found["pixels"] == edited(pixels, edit).ravel().tolist(), edit


def header(data):
    return json.loads(data[4 : 4 + int.from_bytes(data[:4], "little")])


def test_the_stage_is_sent_what_it_needs():
    pixels = np.random.default_rng(2).integers(0, 256, (8, 8, 3), dtype=np.uint8)
    edit = Edit(right=2)
    way = Way({0: Step(asdict(Edit()), "as it is", "a"), 1: Step(asdict(edit), "moved", "b")}, 1)
    rules = Rules(limits((8, 8)), EDGES, FILLS, KERNELS, weights(1.0))
    changed = edited(pixels, edit)
    row = Row("cat", 0.5, 0.25, "50.0", "25.0", "−25.0", "50.0 → 25.0 %")
    found = header(payload(changed, [row], way, ProbeView("right.2"), 3, rules, {"file": "x"}, {"move": "m"}))
    assert found["checksum"] == zlib.adler32(changed.tobytes())
    assert found["edit"] == asdict(edit)
    assert found["history"][0] == {"number": 0, "edit": asdict(Edit())}
    assert sum(found["kernels"]["4"]) == 2**22
    assert found["planes"] == {}
    said, planes = unpacked(as_it_was(pixels))
    assert (said, list(planes)) == ({}, ["picture"])
    assert np.array_equal(planes["picture"], pixels)
    assert [step["number"] for step in history(way, {})["steps"]] == [0, 1]


@pytest.mark.parametrize("count", [1, 2, 6, 7, 20])
def test_the_steps_around_the_one_on_stage_are_shown(count):
    for at in range(count):
        shown = shown_steps(at, count)
        assert shown[0] == 0
        assert len(shown) == min(count, HISTORY) == len(set(shown))
        assert {max(0, at - 1), at, min(count - 1, at + 1)} <= set(shown)


def test_the_scale_of_a_sweep_reaches_as_far_below_zero_as_above():
    falls = np.array([[1.0, -3.0], [2.0, 0.5]])
    swept = sweep_stage.Swept(np.zeros((2, 2, 4), dtype=int), falls, 4)
    assert swept.scale == (-3.0, 3.0)
    assert swept.strongest == (1, 0)
    sent = header(sweep_stage.payload(np.zeros((8, 8, 3), np.uint8), swept, [{"name": "cat"}] * 4, "s", {}, {}))
    assert sent["planes"]["covers"]["shape"] == [2, 2, 4]
    assert sent["strongest"] == [1, 0]
