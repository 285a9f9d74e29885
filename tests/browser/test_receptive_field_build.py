"""A stack of one's own, as a visitor builds it: typed, added, moved, removed; by mouse, keys and touch."""

import pytest
from playwright.sync_api import expect

from tests.browser.harness import settled

pytestmark = pytest.mark.browser


def build(page, server, **query):
    query = {"part": "build", **query}
    page.goto(f"{server}/receptive_field?{'&'.join(f'{name}={value}' for name, value in query.items())}")
    page.wait_for_selector(".stack[data-drawn]")
    settled(page)


def seen(page):
    return [int(text) for text in page.locator(".stack td .seen").all_inner_texts()]


def heading(page):
    return page.locator(".stack h2")


def test_typing_a_number_changes_the_stack_the_address_and_the_words(page, server):
    build(page, server)
    assert seen(page) == [3, 5, 7]
    kernel = page.get_by_role("spinbutton", name="Layer 2, kernel")
    kernel.fill("7")
    kernel.press("Tab")
    assert seen(page) == [3, 9, 11]
    page.wait_for_url("**stack=c3s1p0d1-c7s1p0d1-c3s1p0d1*")
    expect(page.get_by_test_id("stMain")).to_contain_text("sees 11 × 11 pixels")


def test_layers_are_added_moved_and_removed(page, server):
    build(page, server)
    page.get_by_role("button", name="Add a pooling").click()
    assert seen(page) == [3, 5, 7, 8]
    page.get_by_role("button", name="Move layer 4 up").click()
    assert seen(page) == [3, 5, 6, 10]
    expect(page.get_by_role("button", name="Move layer 3 up")).to_be_focused()
    page.get_by_role("button", name="Remove layer 1").click()
    assert seen(page) == [3, 4, 8]
    page.wait_for_url("**stack=c3s1p0d1-m2s2p0d1-c3s1p0d1*")
    page.reload()
    page.wait_for_selector(".stack[data-drawn]")
    assert seen(page) == [3, 4, 8]


def test_a_thing_to_try_changes_the_stage_and_the_address(page, server):
    build(page, server)
    page.get_by_role("button", name="Ten 3×3 layers").click()
    expect(heading(page)).to_have_text("After layer 10 of 10: 21 × 21")
    page.wait_for_url("**size=64*")
    expect(page.get_by_test_id("stMain")).to_contain_text("2.582")


def test_the_picture_and_the_table_can_be_kept(page, server):
    build(page, server)
    with page.expect_download() as kept:
        page.get_by_role("button", name="Save as PNG").click()
    assert kept.value.path().read_bytes().startswith(b"\x89PNG")
    with page.expect_download() as kept:
        page.get_by_role("button", name="The recurrence (CSV)").click()
    assert kept.value.path().read_text().splitlines()[3].startswith("3,convolution,3,1,0,1,7,1,0,26")
