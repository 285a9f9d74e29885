"""The ladder as a visitor climbs it: buttons, slider, keys, mouse, touch, playing, links, downloads."""

import re

import pytest
from playwright.sync_api import expect

from models.nets.catalogue import load
from models.nets.receptive_field import receptive_fields
from tests.browser.harness import open_view, settled, visit

pytestmark = pytest.mark.browser
PHONE = {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark", "has_touch": True, "is_mobile": True}
SIZES = ["3", "5", "6", "10", "14", "16", "24", "32", "32"]


def open_ladder(page, server, query=""):
    open_view(page, f"{server}/receptive_field?part=growth{query}")


def part(page, name):
    return page.locator(f".stage {name}")


def point(page, row, column, side=32):
    """Screen coordinates of the middle of a pixel of the picture."""
    box = part(page, ".plane").bounding_box()
    return box["x"] + (column + 0.5) * box["width"] / side, box["y"] + (row + 0.5) * box["height"] / side


def current(page):
    return part(page, ".sizes [aria-current]").inner_text()


def test_stepping_grows_the_box_as_the_recurrence_says(page, server):
    open_ladder(page, server, "&layer=stage1.conv1")
    climbed = [current(page)]
    for _ in range(len(SIZES) - 1):
        part(page, "[name=forward]").click()
        climbed.append(current(page))
    assert climbed == SIZES
    expect(part(page, "[name=forward]")).to_be_disabled()
    part(page, "[name=first]").click()
    for _ in range(3):
        part(page, "[name=forward]").click()
    expect(part(page, ".how")).to_contain_text("r ← r + d·(k − 1)·S = 6 + 1·(3 − 1)·2 = 10")
    expect(part(page, ".how")).to_contain_text("P ← P + p·S = 2 + 1·2 = 4")
    page.wait_for_url("**layer=stage2.conv1*")


def test_playing_goes_from_the_first_layer_to_the_last_and_then_stops(page, server):
    open_ladder(page, server)
    assert current(page) == "32"
    part(page, "[name=play]").click()
    expect(part(page, ".sizes [aria-current]")).to_have_text("3")
    expect(part(page, ".layer b")).to_have_text("stage2.conv1", timeout=15_000)
    part(page, "[name=play]").click()  # paused, and on from there
    part(page, "[name=play]").click()
    expect(part(page, ".layer b")).to_have_text("average", timeout=15_000)
    expect(part(page, "[name=play]")).to_have_attribute("aria-pressed", "false", timeout=15_000)


def test_pointing_looks_and_pressing_chooses(page, server):
    open_ladder(page, server, "&layer=stage2.conv1")
    field = receptive_fields(load("cifar10").module, (32, 32))["stage2.conv1"]
    for row, column in [(16, 16), (0, 31), (7, 20)]:
        page.mouse.move(*point(page, row, column))
        said = re.search(r"row (\d+), column (\d+): it sees rows (\d+) to (\d+)", part(page, ".place").inner_text())
        unit_row, unit_column, top, bottom = (int(number) for number in said.groups())
        box = field.box(unit_row, unit_column)
        assert (box.top, box.bottom - 1) == (top, bottom)
        assert abs(field.centre(unit_row, unit_column)[0] - row) <= 1
    before = part(page, ".place").inner_text()
    page.mouse.move(5, 5)
    expect(part(page, ".place")).not_to_have_text(before)
    page.mouse.click(*point(page, 7, 20))
    page.wait_for_url("**row=7&column=20*")
    settled(page)
    expect(page.get_by_text("nearest to the pixel at row 7, column 20")).to_be_visible()


def test_keys_walk_units_and_layers_and_the_link_gives_the_same_view(page, server, chromium):
    open_ladder(page, server, "&layer=pool2&row=13&column=13")
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


def test_layers_that_change_nothing_are_skipped_until_wanted(page, server):
    open_ladder(page, server, "&layer=stage1.conv1")
    part(page, "[name=every]").check()
    part(page, "[name=forward]").click()
    expect(part(page, ".layer b")).to_have_text("stage1.bn1")
    expect(part(page, ".how")).to_contain_text("Changes nothing")
    page.wait_for_url("**every=true*")
    part(page, "select").select_option("stage3.conv2")
    expect(part(page, ".size")).to_have_text("sees 32 × 32")


def test_the_slider_moves_by_keys(page, server):
    open_ladder(page, server, "&layer=pool1")
    part(page, "[name=depth]").focus()
    page.keyboard.press("ArrowRight")
    expect(part(page, ".layer b")).to_have_text("stage2.conv1")
    expect(part(page, "[name=depth]")).to_have_attribute("aria-valuetext", "stage2.conv1")


def test_more_than_the_picture_is_the_whole_picture_and_said(page, server):
    open_ladder(page, server, "&network=resnet18&layer=layer4.1.conv2")
    expect(part(page, ".place")).to_contain_text("435 × 435 is more than the 224 × 224 picture")
    part(page, "select").select_option("layer3.0.add")
    expect(part(page, ".how")).to_contain_text("layer3.0.bn2 147 × 147, layer3.0.downsample.1 99 × 99")


def test_a_finger_chooses_and_everything_fits_on_a_telephone(chromium, server):
    with visit(chromium, **PHONE) as page:
        open_ladder(page, server, "&layer=stage1.conv2")
        page.touchscreen.tap(*point(page, 4, 27))
        page.wait_for_url("**row=4&column=27*")
        settled(page)
        expect(part(page, ".place")).to_contain_text("Unit at row 4, column 27")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        box = part(page, ".plane").bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390


def test_the_stage_stands_in_the_window_without_scrolling(page, server):
    open_ladder(page, server)
    box = part(page, ".plane").bounding_box()
    assert box["height"] >= 360
    assert box["y"] + box["height"] <= 720


def test_the_picture_and_the_table_can_be_kept(page, server):
    open_ladder(page, server, "&layer=pool1")
    with page.expect_download() as picture:
        part(page, "[name=save]").click()
    assert picture.value.suggested_filename == "cifar10-cat-pool1.png"
    with page.expect_download() as table:
        page.get_by_role("button", name="Every layer (CSV)").click()
    lines = open(table.value.path(), encoding="utf-8").read().splitlines()  # noqa: SIM115, PTH123 - read at once
    assert len(lines) == 24
    assert lines[8].startswith("8,stage2.conv1,Conv2d,3,1,1,1,16,exact,10,2,4,0.5")


def test_a_thing_to_try_leads_there(page, server):
    open_ladder(page, server)
    page.get_by_role("button", name=re.compile("In the corner")).click()
    page.wait_for_url("**layer=stage2.conv2*")
    settled(page)
    expect(part(page, ".place")).to_contain_text("Cut by the border to 8 × 8")
