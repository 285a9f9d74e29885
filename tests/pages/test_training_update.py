"""One update on its page: by hand beside PyTorch, what is read of it, what can be taken from it, and bad addresses."""

import re
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.nets.oracles.updates import update_by_autograd
from models.ops.digits import number
from pages.training.update.case import case_of, tried
from pages.training.update.files import snippet, table
from tests.pages.snippets import ran
from tests.pages.test_pages import opened, words
from viz.stages.training.update.pictures import CLASSES, FAMILIES, PICTURES, SIDE, SOURCES, family_of, label_of
from viz.stages.training.update.view import LOSS_NAMES, MOST_UPDATES, POOLS, STEPS, UPDATE, UpdateView, start_of
from viz.stages.training.update.weights import FEATURES, KERNELS, SEEDS, initial

VIEWS = st.builds(
    UpdateView,
    source=st.sampled_from(list(PICTURES)),
    label=st.integers(0, CLASSES - 1),
    loss=st.sampled_from(LOSS_NAMES),
    pool=st.sampled_from(POOLS),
    rate=st.floats(0, 0.3),
    seed=st.integers(0, SEEDS - 1),
    updates=st.integers(0, 6),
)


def worked_out(view):
    return case_of(view, PICTURES[view.source] / 100)


def update(**query):
    return opened("training", part="update", **query)


@settings(max_examples=30, deadline=None)
@given(VIEWS)
def test_every_gradient_is_pytorch_s_and_that_of_trying(view):
    case = worked_out(view)
    weights = case.before.all()
    loss, by_torch = update_by_autograd(case.forward.picture, weights, view.label, loss=view.loss, pool=view.pool)
    assert loss == pytest.approx(case.forward.loss, rel=1e-10, abs=1e-12)
    for mine, theirs in zip(case.backward.gradient.all(), by_torch, strict=True):
        assert np.allclose(mine, theirs, atol=1e-10)
    assert case.cell.total == pytest.approx(by_torch[0][view.kernel, view.row, view.column], abs=1e-10)


def test_trying_finds_the_same_gradient():
    for view in (UpdateView(), UpdateView(loss="squared_error", pool="average", source="square", label=1)):
        assert all(np.allclose(mine, found, atol=1e-8) for mine, found in _pairs(worked_out(view)))


@settings(max_examples=20, deadline=None)
@given(VIEWS)
def test_another_update_goes_on_from_the_last_one(view):
    first, second = worked_out(view), worked_out(replace(view, updates=view.updates + 1))
    for mine, theirs in zip(second.before.all(), first.after.all(), strict=True):
        assert np.array_equal(mine, theirs)
    assert second.forward.loss == first.again.loss


def test_a_tie_is_said_where_trying_finds_something_else():
    view = UpdateView(source="cross", label=0, seed=6)
    assert "exactly equal" in words(update(source="cross", seed="6"))
    assert "exactly equal" not in words(update())
    apart = [np.abs(mine - found).max() for mine, found in _pairs(worked_out(view))]
    assert max(apart) > 0.01


def _pairs(case):
    return zip(case.backward.gradient.all(), tried(case).all(), strict=True)


def test_nothing_moves_at_a_rate_of_nothing():
    case = worked_out(UpdateView(rate=0.0, updates=3))
    assert (case.promised, case.fall) == (0, 0)
    assert np.array_equal(case.after.kernels, initial(0).kernels)
    assert "So nothing moves" in words(update(rate="0"))


def test_a_loss_that_is_no_number_stops_the_updates_and_is_said():
    view = UpdateView(rate=1e9, loss="squared_error", updates=MOST_UPDATES)
    case = worked_out(view)
    assert case.done < MOST_UPDATES
    assert np.isfinite(case.forward.loss)
    assert not np.isfinite(case.again.loss)
    app = update(rate="1e9", loss="squared_error", updates="200")
    assert "no longer a number" in words(app)
    assert not app.exception
    assert not app.error


def test_the_pictures_are_small_and_of_their_class():
    assert {name for members in FAMILIES.values() for name in members} == {*PICTURES}
    for name, picture in PICTURES.items():
        assert picture.shape == (SIDE, SIDE)
        assert picture.max() <= 100
        assert FAMILIES[family_of(name)][label_of(name)] == name
    assert family_of("own") not in FAMILIES


def test_weights_have_few_decimals_and_each_seed_has_its_own():
    seen = [np.concatenate([each.ravel() for each in initial(seed).all()]) for seed in range(SEEDS)]
    assert len({each.tobytes() for each in seen}) == SEEDS
    for each in seen:
        assert each.size == KERNELS * 10 + CLASSES * (FEATURES + 1) == 77
        assert np.array_equal(each, np.round(each, 3))
    assert np.array_equal(initial(3).linear, initial(3).linear)


def test_a_picture_without_a_class_is_of_its_own():
    read = UpdateView().read
    assert [read({"source": name}).label for name in SOURCES] == [0, 1, 2, 0, 1, 2, 0]
    assert read({"source": "seven", "label": "0"}).label == 0
    assert read({"source": "one", "label": "3"}).label == 1
    assert start_of(read({"source": "one", "label": "0"})).label == 1


@pytest.mark.parametrize("rate", ["-1", "nan", "inf", "1e10", "", "x", "9" * 500])
def test_a_rate_that_cannot_be_is_the_usual_one(rate):
    assert UpdateView().read({"rate": rate}).rate == UpdateView().rate


def test_what_is_read_says_the_loss_the_promise_and_what_came_of_it():
    said = words(update())
    case = worked_out(UpdateView())
    assert (
        f"Before update 1 the loss is **{number(case.forward.loss)}** (cross-entropy; the true class is “digit 7”)"
        in said
    )
    assert f"promises a fall of **{number(case.promised)}**" in said
    assert f"really falls by **{number(case.fall)}**" in said
    assert "77 gradients worked out by hand" in said
    assert float(re.search(r"from PyTorch: \*\*([\d.e−-]+)\*\*", said)[1].replace("−", "-")) < 1e-12
    assert float(re.search(r"finite differences: \*\*([\d.e−-]+)\*\*", said)[1].replace("−", "-")) < 1e-8


def test_a_visitor_s_own_picture_is_reduced_and_shown():
    said = words(update(source="own", picture="digit", label="2"))
    assert "the true class is “class 2”" in said


@pytest.mark.parametrize(
    "view",
    [
        UpdateView(),
        UpdateView(
            source="cross", label=2, loss="squared_error", pool="average", rate=0.05, seed=4, updates=3, kernel=1
        ),
    ],
)
def test_the_same_in_pytorch_prints_the_same_numbers(view):
    case = worked_out(view)
    lines = ran(snippet(case)).splitlines()
    assert len(lines) == view.updates + 3
    loss, promised = map(float, re.search(r"loss ([\d.e+-]+), promised fall ([\d.e+-]+)", lines[view.updates]).groups())
    assert loss == pytest.approx(case.forward.loss, rel=1e-5)
    assert promised == pytest.approx(case.promised, rel=1e-5)
    gradient = np.array(eval(lines[-2].partition(":")[2]))  # noqa: S307 - what our own lines have printed
    assert np.allclose(gradient, case.backward.gradient.kernels[view.kernel], atol=1e-12)
    assert float(lines[-1].split()[-1]) == pytest.approx(case.again.loss, rel=1e-5)


def test_the_table_has_every_weight():
    case = worked_out(UpdateView())
    head, *lines = table(case).splitlines()
    assert head == "parameter,index,before,gradient,after"
    assert len(lines) == 77
    for line in lines:
        before, gradient, after = map(float, line.split(",")[2:])
        assert after == pytest.approx(before - 0.1 * gradient, abs=1e-8)


def test_every_step_has_its_words():
    said = words(update(step=str(UPDATE)))
    assert "really falls by" in said
    assert len(STEPS) == 13
