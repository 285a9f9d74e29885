"""A widget that the browser hasn't heard of yet says what it was on; a visitor's choice is told apart from that."""

import pytest
from streamlit.testing.v1 import AppTest

from pages.shell import address

PAGE = """
import streamlit as st
from pages.shell import address
st.text(address.pick(st.selectbox, "kind", "Kind", ["one", "two", "three"]))
"""


@pytest.fixture
def arrived():
    """A page whose address has just gone from "one" to "two"."""
    test = AppTest.from_string(PAGE).run()
    test.query_params["kind"] = "two"
    test.run()
    assert shown(test) == ("two", "two")
    return test


def shown(test):
    said = test.query_params.get("kind", "one")
    return test.text[0].value, said if isinstance(said, str) else said[0]


def test_what_the_widget_was_on_before_the_address_changed_is_no_choice(arrived):
    arrived.selectbox[0].set_value("one").run()
    assert shown(arrived) == ("two", "two")


def test_anything_else_is_a_choice_at_once(arrived):
    arrived.selectbox[0].set_value("three").run()
    assert shown(arrived) == ("three", "three")


def test_after_some_seconds_it_is_a_choice_too(arrived, monkeypatch):
    monkeypatch.setattr(address, "ECHO", 0.0)
    arrived.selectbox[0].set_value("one").run()
    assert shown(arrived) == ("one", "one")


def test_without_a_new_address_going_back_and_forth_is_followed():
    test = AppTest.from_string(PAGE).run()
    for choice in ("two", "one", "three", "one"):
        test.selectbox[0].set_value(choice).run()
        assert shown(test) == (choice, choice)
