"""Where there is no page, is what was worked out kept as faithfully as on one?"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.shell.cached import caching, host
from pages.shell.cached.host import Plain, key_of
from pages.shell.pictures import find
from pages.shell.records import Picture

VALUES = st.recursive(
    st.integers(-2, 2) | st.booleans() | st.text("ab", max_size=2) | st.none(),
    lambda items: st.lists(items, max_size=3).map(tuple) | st.dictionaries(st.sampled_from("xy"), items, max_size=2),
    max_leaves=5,
)


@pytest.fixture
def plain():
    before = host.current()
    host.use(Plain())
    yield host.current()
    host.use(before)


def spelled(value):
    """A value in letters, whatever the order of a dictionary."""
    if isinstance(value, dict):
        return "mapping", sorted((name, spelled(item)) for name, item in value.items())
    return [spelled(item) for item in value] if isinstance(value, tuple) else repr(value)


@given(VALUES, VALUES)
def test_keys_tell_apart_what_differs_and_nothing_else(one, other):
    assert (key_of(one, {}) == key_of(other, {})) is (spelled(one) == spelled(other))


def test_what_was_asked_for_least_recently_is_let_go(plain):
    made = []
    ask = plain.keep(lambda value: made.append(value) or [value], "shared", 2, {}, of_the_visit=False)
    for value in (1, 2, 1, 3, 1, 2):
        assert ask(value) == [value]
    assert made == [1, 2, 3, 2]
    assert ask(2) is ask(2)


def test_a_copy_is_everyones_own(plain):
    ask = plain.keep(lambda: [1], "copied", 2, {}, of_the_visit=False)
    ask().append(2)
    assert ask() == [1]


def test_pictures_and_arrays_are_told_by_what_they_show(plain):
    made = []
    ask = plain.keep(lambda *values: made.append(values), "shared", 9, caching.BY_DIGEST, of_the_visit=False)
    cat = find("cat")
    ask(cat, np.zeros(3))
    ask(Picture("another name", cat.image), np.zeros(3))
    ask(cat, np.array([0, 0, 1.0]))
    ask(find("rocket"), np.zeros(3))
    assert len(made) == 3


@pytest.mark.usefixtures("plain")
def test_a_function_goes_where_the_present_host_keeps_things():
    made = []

    @caching.data(4, of_network=False)
    def doubled(number: int) -> int:
        made.append(number)
        return 2 * number

    assert [doubled(3), doubled(3), doubled(4)] == [6, 6, 8]
    host.use(Plain())
    assert doubled(3) == 6
    assert made == [3, 4, 3]
