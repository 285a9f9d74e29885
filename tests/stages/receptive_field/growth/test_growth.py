"""The way through the layers as a visitor goes it: buttons, slider, keys, mouse, touch, playing."""

import re

import pytest
from playwright.sync_api import expect

from models.nets.catalogue import load
from models.nets.receptive_field import receptive_fields
from tests.browser.harness import visit
from tests.stages.looks import PHONE

pytestmark = pytest.mark.browser
STAGE = "receptive_field/growth"
SIZES = ["3", "5", "6", "10", "14", "16", "24", "32", "32"]


def open_growth(bench, query=""):
    return bench.open(STAGE, f"receptive_field?part=growth{query}")


def part(page, name):
    return page.locator(f".stage {name}")


def point(page, row, column, side=32):
    """Screen coordinates of the middle of a pixel of the picture."""
    box = part(page, ".plane").bounding_box()
    return box["x"] + (column + 0.5) * box["width"] / side, box["y"] + (row + 0.5) * box["height"] / side


def current(page):
    return part(page, ".sizes [aria-current]").inner_text()


def test_stepping_grows_the_box_as_the_recurrence_says(bench):
    page = open_growth(bench, "&layer=stage1.conv1")
    passed = [current(page)]
    for _ in range(len(SIZES) - 1):
        part(page, "[name=forward]").click()
        passed.append(current(page))
    assert passed == SIZES
    expect(part(page, "[name=forward]")).to_be_disabled()
    part(page, "[name=first]").click()
    for _ in range(3):
        part(page, "[name=forward]").click()
    expect(part(page, ".how")).to_contain_text("r ← r + d·(k − 1)·S = 6 + 1·(3 − 1)·2 = 10")
    expect(part(page, ".how")).to_contain_text("P ← P + p·S = 2 + 1·2 = 4")
    bench.told(layer="stage2.conv1")


def test_playing_goes_from_the_first_layer_to_the_last_and_then_stops(bench):
    page = open_growth(bench)
    assert current(page) == "32"
    part(page, "[name=play]").click()
    expect(part(page, ".sizes [aria-current]")).to_have_text("3")
    expect(part(page, ".layer b")).to_have_text("stage2.conv1", timeout=15_000)
    part(page, "[name=play]").click()  # paused, and on from there
    part(page, "[name=play]").click()
    expect(part(page, ".layer b")).to_have_text("average", timeout=15_000)
    expect(part(page, "[name=play]")).to_have_attribute("aria-pressed", "false", timeout=15_000)


def test_who_wants_less_motion_gets_a_layer_for_every_press(chromium, bench_on):
    with visit(chromium, reduced_motion="reduce") as page:
        bench = bench_on(page)
        open_growth(bench)
        for size in SIZES[:3]:
            part(page, "[name=play]").click()
            expect(part(page, ".sizes [aria-current]")).to_have_text(size)
            expect(part(page, "[name=play]")).to_have_attribute("aria-pressed", "false")
        bench.told(layer=part(page, ".layer b").inner_text())


def test_pointing_looks_and_pressing_chooses(bench):
    page = open_growth(bench, "&layer=stage2.conv1")
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
    bench.told(row=7, column=20)
    assert "nearest to the pixel at row 7, column 20" in bench.said()


def test_layers_that_change_nothing_are_skipped_until_wanted(bench):
    page = open_growth(bench, "&layer=stage1.conv1")
    part(page, "[name=every]").check()
    part(page, "[name=forward]").click()
    expect(part(page, ".layer b")).to_have_text("stage1.bn1")
    expect(part(page, ".how")).to_contain_text("Changes nothing")
    bench.told(every=True)
    part(page, "select").select_option("stage3.conv2")
    expect(part(page, ".size")).to_have_text("sees 32 × 32")


def test_the_slider_moves_by_keys(bench):
    page = open_growth(bench, "&layer=pool1")
    part(page, "[name=depth]").focus()
    page.keyboard.press("ArrowRight")
    expect(part(page, ".layer b")).to_have_text("stage2.conv1")
    expect(part(page, "[name=depth]")).to_have_attribute("aria-valuetext", "stage2.conv1")


def test_more_than_the_picture_is_the_whole_picture_and_said(bench):
    page = open_growth(bench, "&network=resnet18&layer=layer4.1.conv2")
    expect(part(page, ".place")).to_contain_text("435 × 435 is more than the 224 × 224 picture")
    part(page, "select").select_option("layer3.0.add")
    expect(part(page, ".how")).to_contain_text("layer3.0.bn2 147 × 147, layer3.0.downsample.1 99 × 99")


def test_a_finger_chooses_and_everything_fits_on_a_telephone(chromium, bench_on):
    with visit(chromium, **PHONE) as page:
        bench = bench_on(page)
        open_growth(bench, "&layer=stage1.conv2")
        page.touchscreen.tap(*point(page, 4, 27))
        bench.told(row=4, column=27)
        expect(part(page, ".place")).to_contain_text("Unit at row 4, column 27")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        box = part(page, ".plane").bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
