"""What pooling forgives, and the way back, in the application: links, choices beside the stage, another part."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.harness import settled, visit
from tests.stages.pooling.figures import cell_of, value

pytestmark = pytest.mark.browser


def opened(page, address, stage):
    page.goto(address)
    page.wait_for_selector(f".{stage}[data-drawn]")
    settled(page)


def test_a_link_restores_what_keys_led_to_and_another_window_comes_with_its_own_maps(page, server, chromium):
    opened(page, f"{server}/pooling?part=unpooling&picture=cat&network=cifar10", "back")
    page.mouse.click(*cell_of(page, "original", 6, 6, (24, 24)))
    for key in ("ArrowRight", "ArrowDown", "ArrowDown", "Home", "ArrowRight"):
        page.keyboard.press(key)
    expect(page.locator(".back .where")).to_contain_text("Row 8, column 1")
    page.wait_for_url("**column=1*")
    page.get_by_role("button", name="Errors").click()
    expect(page.locator(".back .scope")).to_contain_text("less the original")
    page.wait_for_url("**look=errors*")
    settled(page)
    with visit(chromium) as second:
        opened(second, page.url, "back")
        expect(second.locator(".back .where")).to_contain_text("Row 8, column 1")
        expect(second.get_by_role("button", name="Errors")).to_have_attribute("aria-pressed", "true")
        assert value(second, "nearest") == value(page, "nearest")
    drawn = page.locator(".back").get_attribute("data-drawn")
    page.locator(".st-key-picked-window").get_by_text("3", exact=True).click()
    expect(page.locator(".back")).not_to_have_attribute("data-drawn", drawn)
    expect(page.locator('figure[data-key="pooled"] small')).to_contain_text("8 × 8")
    page.wait_for_url("**window=3*")


def test_another_shift_is_drawn_and_told_and_another_part_clears_the_address(page, server):
    opened(page, f"{server}/pooling?part=invariance&picture=cat&network=cifar10&kernel=outline", "shifted")
    drawn = page.locator(".shifted").get_attribute("data-drawn")
    page.locator(".st-key-picked-shift").get_by_text("4", exact=True).click()
    expect(page.locator(".shifted")).not_to_have_attribute("data-drawn", drawn)
    expect(page.get_by_test_id("stMain")).to_contain_text("Moved to the right by 4 px")
    expect(page).to_have_url(re.compile("shift=4"))
    page.get_by_test_id("stMain").get_by_text("The way back", exact=True).click()
    page.wait_for_selector(".back[data-drawn]")
    settled(page)
    assert "kernel" not in page.url
    assert "shift" not in page.url
