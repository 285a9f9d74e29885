"""The way through the layers as a visitor goes it: buttons, slider, keys, mouse, touch, playing, links, downloads."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.harness import open_view, settled, visit

pytestmark = pytest.mark.browser


def open_growth(page, server, query=""):
    open_view(page, f"{server}/receptive_field?part=growth{query}")


def part(page, name):
    return page.locator(f".stage {name}")


def test_keys_walk_units_and_layers_and_the_link_gives_the_same_view(page, server, chromium):
    open_growth(page, server, "&layer=pool2&row=13&column=13")
    part(page, ".plane").focus()
    page.keyboard.press("ArrowDown")  # to the next unit, 4 pixels further
    page.keyboard.press("PageDown")
    expect(part(page, ".layer b")).to_have_text("stage3.conv1")
    page.keyboard.press("PageUp")
    page.keyboard.press("PageUp")
    expect(part(page, ".layer b")).to_have_text("stage2.conv2")
    page.wait_for_url("**row=17*")
    settled(page)
    said = part(page, ".place").inner_text()
    with visit(chromium) as second:
        second.goto(page.url)
        second.wait_for_selector(".stage[data-drawn]")
        expect(second.locator(".stage .layer b")).to_have_text("stage2.conv2")
        expect(second.locator(".stage .place")).to_have_text(said)
    page.keyboard.press("Home")
    expect(part(page, ".layer b")).to_have_text("stage1.conv1")
    page.keyboard.press("End")
    expect(part(page, ".layer b")).to_have_text("average")
    page.keyboard.press("Space")
    expect(part(page, "[name=play]")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Space")
    expect(part(page, "[name=play]")).to_have_attribute("aria-pressed", "false")


def test_the_stage_stands_in_the_window_without_scrolling(page, server):
    open_growth(page, server)
    box = part(page, ".plane").bounding_box()
    assert box["height"] >= 360
    assert box["y"] + box["height"] <= 720


def test_the_picture_and_the_table_can_be_kept(page, server):
    open_growth(page, server, "&layer=pool1")
    with page.expect_download() as picture:
        part(page, "[name=save]").click()
    assert picture.value.suggested_filename == "cifar10-cat-pool1.png"
    with page.expect_download() as table:
        page.get_by_role("button", name="Every layer (CSV)").click()
    lines = open(table.value.path(), encoding="utf-8").read().splitlines()  # noqa: SIM115, PTH123 - read at once
    assert len(lines) == 24
    assert lines[8].startswith("8,stage2.conv1,Conv2d,3,1,1,1,16,exact,10,2,4,0.5")


def test_a_thing_to_try_leads_there(page, server):
    open_growth(page, server)
    page.get_by_role("button", name=re.compile("In the corner")).click()
    page.wait_for_url("**layer=stage2.conv2*")
    settled(page)
    expect(part(page, ".place")).to_contain_text("Cut by the border to 8 × 8")
