"""What the part says of a moment of the recorded training is what the record holds and PyTorch repeats."""

import csv
import io
import re

import numpy as np
import pytest
import torch
from PIL import Image

from models.nets.bundled.recorded import read
from models.nets.catalogue import load
from models.nets.oracles.recorded import prepared
from pages.training.edges.case import moment_of
from pages.training.edges.files import snippet, table
from tests.pages.snippets import ran
from tests.pages.test_pages import opened, words
from viz.stages.training.edges.view import MOMENTS, EdgesView


@pytest.fixture(scope="module")
def record():
    return read()


def edges(**query):
    return words(opened("training", part="edges", **query))


def test_the_view_has_all_moments_of_the_record(record):
    assert len(record.updates) == MOMENTS


@pytest.mark.parametrize(
    ("moment", "updates", "moved"),
    [("10", 10, "0.11"), ("23", 50, "0.35"), ("34", 200, "0.68"), ("47", 1000, "1.13"), ("59", 4500, "1.15")],
)
def test_how_far_the_kernels_have_moved_is_said(moment, updates, moved):
    said = edges(moment=moment)
    assert f"After {updates:,} updates the 48 kernels of the first layer have moved **{moved}** times" in said
    assert ("the held-out curve is bumpy" in said) == (15 <= updates <= 430)
    difference = re.search(r"those recorded (\S+)\. ", said)[1]
    assert float(difference.replace("−", "-")) < 1e-4


def test_the_curve_is_bumpy_where_it_is_said(record):
    updates, rises = record.updates[1:], np.diff(record.held_out_loss)
    bumps = updates[rises > 0.2]
    assert len(bumps) >= 5
    assert bumps.min() >= 15
    assert 350 < bumps.max() <= 430
    assert updates[rises.argmax()] < 60, "most of all before 60"


def test_the_first_moment_is_a_guess_and_the_last_says_what_8_bits_cost():
    assert "Before the first update the kernels are random numbers" in edges()
    assert "86.55\u00a0% exact, 86.65\u00a0% in 8 bits" in edges(moment="59")


@pytest.mark.parametrize("moment", ["-1", "60", "1e9", "x", ""])
def test_a_moment_that_is_none_is_the_first(moment):
    assert "Before the first update" in edges(moment=moment)


def test_the_network_at_hand_is_the_newest_that_was_kept(record):
    for moment in range(MOMENTS):
        found = moment_of(record, EdgesView(moment=moment))
        later = [each.update for each in record.snapshots if found.snapshot.update < each.update <= found.update]
        assert found.snapshot.update <= found.update
        assert later == []


def test_a_picture_is_prepared_as_the_network_does():
    grey = Image.fromarray(np.random.default_rng(0).integers(0, 256, (50, 71), np.uint8))
    for image in (grey, grey.convert("RGB").resize((200, 90))):
        wanted = load("cifar10").prepare(image)[0]
        assert torch.allclose(torch.tensor(prepared(image)), wanted, atol=1e-6)


def test_the_curves_to_keep_hold_every_update_and_every_moment(record):
    _, *lines = csv.reader(io.StringIO(table(record)))
    assert [int(line[0]) for line in lines] == [*range(4501)]
    assert sum(line[4] != "" for line in lines) == MOMENTS
    assert float(lines[50][1]) == pytest.approx(record.loss[50], rel=1e-5)
    assert lines[4500][1] == ""
    assert float(lines[4500][5]) == pytest.approx(0.8655, abs=1e-6)


def test_the_same_in_pytorch_repeats_the_answers(record):
    view = EdgesView(moment=40)
    said = ran(snippet(moment_of(record, view))).splitlines()
    first, then = (record.kernels[at].astype(float) for at in (0, 40))
    moved = np.sqrt(((then - first) ** 2).sum() / (first**2).sum())
    assert said[0] == f"after update 429: moved {moved:.4f}, held-out accuracy 0.4960"
    by_torch, recorded = (np.array(line.split()[1:], float) for line in said[1:])
    np.testing.assert_allclose(by_torch, recorded, atol=0.0011)
