"""The groups of a batch as a visitor points at them: by mouse, keys and touch, in the dark and on a phone."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from tests.browser.harness import choose, settled, visit
from tests.stages.batch_norm.groups.block import QUERY, RELATION, number, point, true_values

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def values():
    return true_values()


def opened(page, address):
    page.goto(address)
    page.wait_for_selector(".block[data-drawn]")
    settled(page)


@pytest.fixture
def block(page, server):
    opened(page, f"{server}/batch_norm?{QUERY}")
    return page


def test_the_counted_sentence_follows_at_once_and_the_reading_soon(block):
    counted = block.locator(".block .counted")
    expect(counted).to_have_text(re.compile(r"^(\d+) channels → \1 means, each from 4 × 32 × 32 = 4,096 values$"))
    block.locator('.choice[data-over="location"]').click()
    expect(counted).to_contain_text("means, each from 4 values")
    expect(block.get_by_test_id("stMain")).to_contain_text("On stage, per location")
    block.wait_for_url("**over=location*")


def test_keys_choose_the_way_the_value_and_the_picture_and_a_link_keeps_them(block, chromium):
    block.locator('.choice[data-over="channel"]').focus()
    block.keyboard.press("End")
    expect(block.locator('.choice[data-over="group"]')).to_have_attribute("aria-checked", "true")
    block.keyboard.press("ArrowUp")
    expect(block.locator('.choice[data-over="instance"]')).to_be_focused()
    block.locator(".block .batch canvas").first.focus()
    block.keyboard.press("End")
    point(block, 6, 6, (4, 48, 32, 32))
    block.locator(".block .large canvas").first.focus()
    for key in ("ArrowDown", "Home", "ArrowRight", "ArrowRight"):
        block.keyboard.press(key)
    place = "Picture 3, channel 3, row 7, column 2:"
    expect(block.locator(".block .readout")).to_contain_text(place)
    block.wait_for_url("**column=2*")
    settled(block)
    with visit(chromium) as second:
        opened(second, block.url)
        assert second.locator(".block .readout").inner_text() == block.locator(".block .readout").inner_text()
        expect(second.locator('.choice[data-over="instance"]')).to_have_attribute("aria-checked", "true")


def test_another_map_comes_with_its_own_values(block, values):
    drawn = block.locator(".block").get_attribute("data-drawn")
    choose(block, "Map", "7")
    expect(block.locator(".block")).not_to_have_attribute("data-drawn", drawn)
    point(block, 3, 4, values.shape)
    text = block.locator(".block .readout").inner_text()
    item = int(re.search(r"Picture (\d+), channel 7,", text)[1])
    true = float(values[item, 7, 3, 4])
    assert number(RELATION.search(text)[1]) == pytest.approx(true, abs=2e-3 * float(np.abs(values[:, 7]).max()))


def test_things_to_try_lead_to_what_they_promise(block):
    block.get_by_role("button", name="A batch of one picture").click()
    expect(block.locator(".block .counted")).to_contain_text("each from 1 value")
    expect(block.get_by_test_id("stMain")).to_contain_text("nothing but zeros")
