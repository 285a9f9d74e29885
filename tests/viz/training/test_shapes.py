"""The pictures of shapes that networks are trained on in the browser: drawn right, all there, the same for a seed."""

from math import pi, sqrt
from pathlib import Path

import numpy as np
import pytest

from tests.viz.node import told_by

SCRIPT = Path(__file__).parent / "draw_shapes.mjs"
RADIUS, THICK, LONG = 9, 0.28, 0.98
HALF = THICK / 1.6
# What plane geometry says of a shape of radius 1.
AREAS = {
    "disc": pi,
    "ring": pi * (1 - (1 - THICK) ** 2),
    "square": 1.4**2,
    "cross": 2 * (2 * LONG * 2 * HALF) - (2 * HALF) ** 2,
    "triangle": 3 * sqrt(3) / 4,
    "bar": 2 * LONG * 2 * HALF,
}


@pytest.fixture(scope="module")
def drawn():
    return told_by(SCRIPT)


@pytest.mark.parametrize("shape", AREAS)
@pytest.mark.parametrize("placed", ["upright", "turned"])
def test_a_shape_has_its_area_and_its_middle(drawn, shape, placed):
    ink = np.array(drawn["ink"][shape][placed]).reshape(28, 28)
    assert ink.sum() == pytest.approx(AREAS[shape] * RADIUS**2, rel=0.06)
    assert (ink >= 0).all()
    assert (ink <= 1).all()
    places = np.arange(28) + 0.5
    middle = np.array([places @ ink.sum(axis=1), places @ ink.sum(axis=0)]) / ink.sum()
    assert middle == pytest.approx([14, 14], abs=0.03)


def test_no_two_shapes_are_alike(drawn):
    ink = [np.array(found["upright"]) for found in drawn["ink"].values()]
    for index, one in enumerate(ink):
        assert all(np.abs(one - other).sum() > 30 for other in ink[:index])


def test_a_shape_is_all_on_the_picture_and_places_and_sizes_differ(drawn):
    pictures = np.array(drawn["still"]["pictures"]).reshape(-1, 28, 28)
    border = pictures[:, [0, -1], :].sum(axis=(1, 2)) + pictures[:, :, [0, -1]].sum(axis=(1, 2))
    assert border.max() < 1e-6
    weights = pictures.sum(axis=(1, 2))
    rows = (pictures.sum(axis=2) @ (np.arange(28) + 0.5)) / weights
    assert (rows.min() < 9, rows.max() > 19, weights.max() > 4 * weights.min()) == (True, True, True)


def test_classes_are_about_as_frequent_and_named(drawn):
    labels = np.array(drawn["still"]["labels"])
    assert drawn["still"]["classes"] == list(AREAS)
    assert np.bincount(labels, minlength=6).min() > 30


def test_a_seed_gives_the_same_pictures_and_fewer_are_the_first_of_more(drawn):
    noisy, more = drawn["noisy"], drawn["more"]
    assert noisy == drawn["again"]
    assert noisy["pictures"] != drawn["other"]["pictures"]
    assert more["pictures"][: len(noisy["pictures"])] == noisy["pictures"]
    assert more["labels"][:40] == noisy["labels"]


def test_noise_is_strewn_and_nothing_leaves_zero_to_one(drawn):
    pictures = np.array(drawn["noisy"]["pictures"]).reshape(40, 16, 16)
    assert (pictures.min(), pictures.max()) == (0, 1)
    # Half of the noise on an empty pixel is cut off at 0: what is left has this mean and is 0 half the time.
    corner = pictures[:, 0, 0]
    assert corner.mean() == pytest.approx(0.15 / sqrt(2 * pi), abs=0.06)


def test_what_is_impossible_is_refused_with_its_bound(drawn):
    assert [refused.split(" ")[0] for refused in drawn["refused"]] == ["side", "count", "count", "noise", "noise"]
    assert all("must be" in refused for refused in drawn["refused"])
