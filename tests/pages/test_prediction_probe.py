"""The part in which a picture is changed by hand, as a script: its numbers are the network's, and no link breaks it."""

import csv
import io
import re
import sys
from dataclasses import replace

import numpy as np
import pytest
import torch
from PIL import Image

from models.images import sample
from models.images.edit_text import read_edit
from models.images.edits import Cover, Edit, edited
from models.nets.catalogue import load
from pages.prediction.probe import cached as probing
from pages.prediction.probe import part as probe
from pages.prediction.probe import stage as stages
from pages.prediction.probe import words as page_words
from pages.prediction.probe.stage import MOST_STEPS, History, walked
from tests.pages.snippets import ran
from tests.pages.test_pages import opened, words

PART = {"part": "probe"}
COVERED = "cover.4.8.16.14_fill.mean"


def answers(name, picture, *edits):
    """Probabilities [edit, class], by torch alone."""
    network = load(name)
    pixels = network.picture(sample(picture))
    batch = torch.stack([torch.tensor(edited(pixels, edit)).permute(2, 0, 1) for edit in edits])
    with torch.inference_mode():
        found = network.module(network.normalize(batch.float() / 255)).double().softmax(dim=1)
    return found.numpy(), network.labels


def finished(app):
    """The page when all passes it was asked for are done: here no clock makes it go on."""
    while any(button.key.startswith("cancel ") for button in app.button if button.key):
        app.run()
        assert not app.exception
    return app


def test_the_reading_says_what_a_cover_took():
    edit = read_edit(COVERED, (32, 32))
    (before, after), labels = answers("cifar10", "cat", Edit(), edit)
    said = words(opened("prediction", **PART, edit=COVERED))
    first, now = labels[before.argmax()], labels[after.argmax()]
    assert f"Covering {100 * 16 * 14 / 1024:.1f} % of the picture took **{first}**" in said
    assert f"from {100 * before.max():.1f} % to {100 * after[before.argmax()]:.1f} %" in said
    assert ("still" if now == first else "now") + f" **{now}** ({100 * after.max():.1f} %)" in said


def test_the_reading_names_everything_that_was_done():
    app = opened(
        "prediction", **PART, edit="mirrored_right.3_down.-2_blur.3_grey.40_brightness.90_contrast.120_cover.0.0.4.4"
    )
    said = words(app)
    assert "Left and right exchanged, moved 3 right, moved 2 up, blurred (σ 1.5), 40 % grey, brightness 90 %," in said
    assert "contrast 120 %, 4 × 4 covered (grey): **" in said


def test_nothing_done_says_so_and_the_proof_is_exact():
    said = words(opened("prediction", **PART))
    assert "Nothing is changed yet: the network says **" in said
    assert "differ in 0 of 3,072 values, at most by 0 of 255" in said
    assert float(re.search(r"differ by at most ([\d.e-]+)\.", said)[1]) < 1e-6


def test_the_proof_of_a_blur_counts_what_differs():
    said = words(opened("prediction", **PART, edit="blur.5_grey.30"))
    different, levels = re.search(r"differ in ([\d,]+) of 3,072 values, at most by (\d+) of 255", said).groups()
    assert int(levels) <= 1
    assert int(different) < 10


@pytest.mark.parametrize(
    "query",
    [{"edit": "right.99999_cover.1.2"}, {"edit": "<script>" * 40}, {"edit": "cover.-1.0.5.5_fill.x_edge.y_blur.1e9"},
     {"sweep": "shown", "square": "all", "cells": "0", "under": "paint", "class": "-4", "cells ": "9"},
     {"moves": "maybe", "class": "9" * 200}, {"network": "nobody", "edit": "right.3"}],
    ids=str,
)  # fmt: skip
def test_a_tampered_address_falls_back(query):
    assert opened("prediction", **{**PART, **query}).title[0].value.startswith("What would change")


def test_covering_everywhere_says_where_the_class_falls_most():
    app = finished(opened("prediction", **PART, sweep="shown", square="half", cells="8", under="black"))
    spans = [(max(0, start), min(32, start + 16) - max(0, start)) for start in range(-6, 26, 4)]
    covers = [Cover(top, left, high, wide) for top, high in spans for left, wide in spans]
    edits = [Edit(cover=cover, fill="black") for cover in covers]
    found, labels = answers("cifar10", "cat", Edit(), *edits)
    best = found[0].argmax()
    least = found[1:, best].argmin()
    cover = edits[least].cover
    said = words(app)
    assert (
        f"**{labels[best]}** has {100 * found[0, best]:.1f} % without a cover and {100 * found[1 + least, best]:.1f} %"
        in said
    )
    assert f"around row {cover.top + cover.rows // 2}, column {cover.left + cover.columns // 2}" in said
    others = int((found[1:].argmax(axis=1) != best).sum())
    assert f"{others} of 64 covers change the answer" in said if others else "No cover changes the answer" in said


def test_another_class_can_be_watched():
    said = words(finished(opened("prediction", **{**PART, "class": "5", "sweep": "shown", "cells": "8"})))
    assert "**dog** has " in said


def test_moving_step_by_step_says_how_far_the_probability_goes():
    (found, labels) = answers("cifar10", "cat", *[Edit(right=right) for right in range(-16, 17)])
    app = finished(opened("prediction", **PART, moves="shown"))
    best = found[16].argmax()
    said = words(app)
    low, high = (f"{100 * end:.1f}" for end in (found[:, best].min(), found[:, best].max()))
    assert f"Over 33 positions **{labels[best]}** lies between {low} % and {high} %" in said
    assert f"at {int((found.argmax(axis=1) != best).sum())} of them the answer is another one" in said


def test_passes_and_seconds_are_said_beforehand():
    app = opened("prediction", **PART)
    labels = [button.label for button in app.button]
    assert any(re.fullmatch(r"Cover everywhere: 256 passes, about [\d.]+ s", label) for label in labels)
    assert any(re.fullmatch(r"Move it from left to right: 33 passes, about [\d.]+ s", label) for label in labels)


def test_the_buttons_start_the_passes():
    app = opened("prediction", **PART)
    app.button(key="moves start").click().run()
    assert "Over 33 positions" in words(finished(app))
    assert app.query_params["moves"] in ("shown", ["shown"])


@pytest.mark.parametrize("edit", ["", "right.5_down.-3_edge.grey_blur.3_grey.50_cover.3.3.9.9_fill.blur"])
def test_the_same_in_pytorch_prints_the_numbers_on_screen(edit):
    app = opened("prediction", **PART, edit=edit, picture="coffee")
    shown = ran(next(code.value for code in app.code if "import torch" in code.value))
    (before, after), labels = answers("cifar10", "coffee", Edit(), read_edit(edit, (32, 32)))
    for row in page_words.rows(before, after, labels):
        assert f"{row.name}: {row.before_text} % -> {row.after_text} %" in shown


def test_things_to_try_turn_the_answer_as_they_say():
    cover = probe.TRY["try_cover"]["edit"]
    assert "the answer is now **dog**" in words(opened("prediction", **PART, picture="cat", edit=cover))
    blurred = cover.replace("black", "blur")
    assert "the answer is still **cat**" in words(opened("prediction", **PART, picture="cat", edit=blurred))
    assert "the answer is now **" in words(opened("prediction", **PART, **probe.TRY["try_grey"]))
    face = words(finished(opened("prediction", **PART, **probe.TRY["try_sweep"])))
    row, column = (int(number) for number in re.search(r"around row (\d+), column (\d+)", face).groups())
    assert row < 12  # her face
    assert 8 < column < 24


def test_a_networks_random_weights_are_marked():
    assert "its answers mean nothing" in words(opened("prediction", **PART, network="squeezenet1_1"))


def test_a_network_without_classes_gets_a_sentence(monkeypatch):
    monkeypatch.setattr(probing, "names_classes", lambda *_: False)
    app = opened("prediction", **PART)
    assert "doesn't answer with one number for each of several classes" in app.info[0].value


def test_files_hold_the_pixels_and_the_probabilities():
    app = opened("prediction", **PART, edit=COVERED)
    edit = read_edit(COVERED, (32, 32))
    names = [button.proto.label for button in app.get("download_button")]
    assert names == ["The edited picture (PNG)", "Probabilities before and after (CSV)"]
    pixels = load("cifar10").picture(sample("cat"))
    assert (probing.edited_pixels(_cat(), "cifar10", edit) == edited(pixels, edit)).all()


def _cat():
    from pages.shell.pictures import sample_picture  # noqa: PLC0415, needs the script's run above

    return sample_picture("cat")


def test_the_csv_and_the_png_are_what_is_on_stage():
    from pages.prediction.probe import files  # noqa: PLC0415
    from pages.shell.records import Choice  # noqa: PLC0415

    chosen, edit = Choice(_cat(), "cifar10"), read_edit(COVERED, (32, 32))
    lines = list(csv.DictReader(io.StringIO(files.table(chosen, edit))))
    (before, after), labels = answers("cifar10", "cat", Edit(), edit)
    assert [line["class"] for line in lines] == list(labels)
    assert np.allclose([float(line["before"]) for line in lines], before, atol=1e-6)
    assert np.allclose([float(line["after"]) for line in lines], after, atol=1e-6)
    shown = np.asarray(Image.open(io.BytesIO(files.picture(chosen, edit))))
    assert (shown == edited(load("cifar10").picture(sample("cat")), edit)).all()


def test_the_way_is_cut_where_something_else_is_done_and_never_too_long():
    way = History(("digest", "cifar10"), (Edit(),), 0)
    for right in range(1, 4):
        way = walked(way, Edit(right=right), None)
    assert way.at == 3
    back = walked(way, Edit(right=1), 1)
    assert (back.at, len(back.edits)) == (1, 4)
    other = walked(back, Edit(grey=9), None)
    assert [edit.right for edit in other.edits] == [0, 1, 0]
    assert walked(way, Edit(right=1), 2).at == 4  # another edit than the step's: a new step
    for at in (True, "1", -1, 99, None):
        assert walked(way, Edit(right=2), at).at == 4
    for right in range(100):
        way = walked(way, Edit(right=right), None)
    assert len(way.edits) == MOST_STEPS
    assert way.edits[0] == Edit()


def test_numbers_add_up_as_written():
    random = np.random.default_rng(0)
    for before, after in random.random((500, 2)):
        written = float(page_words.percent(after)) - float(page_words.percent(before))
        assert float(page_words.change(before, after).replace("−", "-")) == pytest.approx(written, abs=1e-9)
    assert page_words.change(0.25, 0.25) == "0.0"
    assert page_words.tenths(64, 1024) == "6.3"
    assert page_words.tenths(1024, 1024) == "100.0"
    assert page_words.plain("a*b_[c]") == r"a\*b\_\[c\]"


def test_the_rules_of_a_stage_are_those_of_its_size():
    rules = stages.rules((32, 32))
    assert rules.limits["right"] == (-16, 16)
    assert set(rules.kernels) == set(range(1, 17))
    assert replace(rules, kernels={}).cover_kernel == stages.weights(4.0)


def test_the_paces_of_networks_are_bounded(monkeypatch):
    module = sys.modules[probing.probed.__module__]
    monkeypatch.setattr(module, "_paces", {})
    for number in range(3 * module.MOST_PACES):
        module._pace_of(f"network {number}").note(2.0, 4)
    assert len(module._paces) == module.MOST_PACES
    assert probing.pace("cifar10") > 0
    assert len(module._paces) == module.MOST_PACES
    assert module._pace_of("cifar10").known == probing.pace("cifar10")
