"""Is what a run finds out once as true as if it were asked every time, and what is drawn again as what was drawn?"""

import json
import threading
import time
from functools import partial

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from pages.shell import charts
from pages.shell.cached import caching, host
from pages.shell.cached.host import in_order_of_use
from pages.shell.runs import OnceARun
from viz.ink.curves import curves


def test_without_a_run_it_is_found_anew_every_time():
    found = iter(range(9))
    ask = OnceARun(lambda: next(found))
    assert [ask(), ask(), ask()] == [0, 1, 2]


ONCE = """
import streamlit as st

from pages.shell.runs import OnceARun

found = st.session_state.setdefault("found", [])
# Kept from run to run, as what stands in a module.
ask = st.session_state.setdefault("ask", OnceARun(lambda: found.append(len(found)) or len(found)))
st.text(f"{ask()} {ask()} {len(found)}")
ask.forget()
st.text(f"{ask()} {len(found)}")
"""


def test_every_run_finds_out_once_and_a_change_in_the_middle_is_seen():
    app = AppTest.from_string(ONCE)
    assert [text.value for text in app.run().text] == ["1 1 1", "2 2"]
    assert [text.value for text in app.run().text] == ["3 3 3", "4 4"]


@pytest.mark.parametrize("many", [1, 8])
def test_what_many_ask_for_at_once_is_made_once(many):
    made, answers = [], []
    ask = in_order_of_use(lambda key: time.sleep(0.05) or made.append(key) or [key], 4, {})
    threads = [threading.Thread(target=lambda: answers.append(ask("a"))) for _ in range(many)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == ["a"]
    assert all(answer is answers[0] for answer in answers)


def test_what_fails_is_not_kept_and_does_not_lock():
    ask, fails = in_order_of_use(lambda value: 1 // value if fails else 7, 4, {}), [True]
    with pytest.raises(ZeroDivisionError):
        ask(0)
    fails.clear()
    assert ask(0) == 7


@given(st.lists(st.integers(0, 6), max_size=40), st.integers(1, 4))
def test_the_last_that_were_asked_for_stay(asked, most):
    made, kept = [], []
    ask = in_order_of_use(lambda key: made.append(key) or key, most, {})
    for key in asked:
        before = len(made)
        assert ask(key) == key
        assert (len(made) > before) is (key not in kept)
        kept = [other for other in kept if other != key][-(most - 1) :] * (most > 1) + [key]


def drawn(app):
    return [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]


CHART = """
from functools import partial

import streamlit as st

from pages.shell import charts, streamlit_host
from viz.ink.curves import curves

streamlit_host.arrive()
last = st.number_input("last", value=2.0)
charts.draw(partial(curves, range(3), {"line": [0.0, 1.0, last]}, ("x", "y"), marked=1), "chart")
"""


def test_a_chart_that_is_drawn_again_is_the_same_and_another_number_is_another_chart():
    before = host.current()
    try:
        app = AppTest.from_string(CHART).run()
        first = drawn(app)
        assert first[0]["data"][0]["y"] == [0, 1, 2]
        assert first[0]["layout"]["separators"] == ".,"
        assert drawn(app.run()) == first
        app.number_input[0].set_value(2.0000000001).run()
        assert drawn(app)[0]["data"][0]["y"] == [0, 1, 2.0000000001]
        app.number_input[0].set_value(2.0).run()
        assert drawn(app) == first
    finally:
        host.use(before)


def said(*lines, **looks):
    return charts.Made(partial(curves, (0, 1), dict(enumerate(map(list, lines))), ("x", "y"), **looks), ".,").said


NUMBERS = st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=2, max_size=2)


@settings(deadline=None)
@given(NUMBERS, NUMBERS)
def test_charts_are_told_apart_by_every_number(one, other):
    assert (said(one) == said(other)) is (list(map(repr, one)) == list(map(repr, other)))


def test_charts_are_told_apart_by_arrays_looks_and_marks():
    numbers = np.linspace(0, 1, 2_000_000)
    moved = numbers.copy()
    moved[1_234_567] += 1e-15
    plain = charts.Made(partial(curves, numbers), ".,")
    others = [charts.Made(partial(curves, moved), ".,"), charts.Made(partial(curves, numbers), ",.")]
    others += [charts.Made(partial(curves, numbers.astype(np.float32)), ".,"), charts.Made(partial(curves), ".,")]
    assert plain.said == charts.Made(partial(curves, numbers.copy()), ".,").said
    assert len({plain.said, *(other.said for other in others)}) == 5
    assert said([0, 1]) != said([0, 1], marked=0) != said([0, 1], marked=1)


def test_what_is_drawn_elsewhere_than_on_a_page_is_drawn_every_time():
    before, calls = host.current(), []
    host.use(host.Plain())
    try:

        @caching.drawn(4, of_network=False)
        def draw(number: int) -> None:
            calls.append(number)

        draw(1)
        draw(1)
        assert calls == [1, 1]
    finally:
        host.use(before)
