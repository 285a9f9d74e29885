"""Where an answer comes from, in Chromium: the cell under the pointer is taken apart, and the parts add up."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.harness import open_view, settled
from tests.stages.prediction.where.places import VIEW, point, said

pytestmark = pytest.mark.browser


def test_a_click_and_keys_choose_a_cell_that_stands_in_the_address(page, server):
    open_view(page, f"{server}/{VIEW}")
    point(page, 0, 2, 6)
    page.mouse.down()
    page.mouse.up()
    page.wait_for_url("**row=2&column=6*")
    settled(page)
    page.locator(".stage .plane").nth(1).focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowLeft")
    said(page, 3, 5)
    expect(page.locator(".channels h2")).to_have_text("dog at row 3, column 5")
    page.wait_for_url(re.compile("row=3$"))  # column 5 is where the stage begins
    page.reload()
    page.wait_for_selector(".stage[data-drawn]")
    said(page, 3, 5)


def test_a_network_without_a_sum_says_why(page, server):
    page.goto(f"{server}/prediction?part=where&network=alexnet")
    page.get_by_text("there is no exact sum over places").wait_for(timeout=60000)
    page.get_by_role("button", name="What makes it a cat, and not a dog?").click()
    page.wait_for_selector(".stage[data-drawn]")
    page.wait_for_url("**class=3*")
    expect(page.locator("[data-testid=stMain]")).to_contain_text("Of the logit 5.849 of cat")
