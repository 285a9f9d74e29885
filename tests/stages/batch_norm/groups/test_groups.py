"""The groups of a batch on their stage: pointed at by mouse, keys and touch, turned, on a phone in the dark."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from models.ops.batch_norm import statistics
from tests.browser.harness import visit
from tests.stages.batch_norm.groups.block import QUERY, RELATION, number, point, true_values
from tests.stages.looks import PHONE

pytestmark = pytest.mark.browser

STAGE = "batch_norm/groups"
OVERS = {"channel": "channel", "location": "location", "layer": "layer", "instance": "instance", "group": ("group", 4)}


@pytest.fixture(scope="module")
def values():
    return true_values()


@pytest.fixture
def block(bench):
    return bench.open(STAGE, f"batch_norm?{QUERY}")


def of_group(figures, over, item, channel, row, column):
    """The number of one group in the arrays that `statistics` gives."""
    place = {
        "channel": (0, channel, 0, 0),
        "location": (0, channel, row, column),
        "layer": (item, 0, 0, 0),
        "instance": (item, channel, 0, 0),
    }.get(over, (item, channel * 4 // 48, 0, 0))
    return figures[place]


def test_pointing_says_the_networks_value_and_its_groups_mean(block, values):
    block.locator(".block .batch canvas").first.focus()
    block.keyboard.press("Home")
    block.keyboard.press("ArrowRight")
    for over, asked in OVERS.items():
        block.locator(f'.choice[data-over="{over}"]').click()
        if over == "group":
            block.locator(".block select").select_option("4")
        found = statistics(values, asked)
        for row, column in [(0, 0), (5, 17), (31, 31)]:
            point(block, row, column, values.shape)
            text = block.locator(".block .readout").inner_text()
            assert text.startswith("Picture 1, channel 3,")
            value, mean, sign, away, again, times, deviation = RELATION.search(text).groups()
            true = float(values[1, 3, row, column])
            middle = float(of_group(found.mean, over, 1, 3, row, column))
            spread = float(np.sqrt(of_group(found.variance, over, 1, 3, row, column)))
            size = max(abs(true), abs(middle), spread)
            assert number(value) == pytest.approx(true, abs=size * 2e-3), over
            assert number(mean) == pytest.approx(middle, abs=size * 2e-3), over
            assert number(deviation) == pytest.approx(spread, abs=size * 2e-3), over
            assert number(times) == pytest.approx(abs(true - middle) / spread, rel=5e-3, abs=0.02), over
            assert again == away
            signed = number(away) if sign == "+" else -number(away)
            assert number(mean) + signed == pytest.approx(number(value), abs=1e-9)


def test_rms_norm_measures_from_zero(block, bench, values):
    block.locator('.choice[data-over="rms"]').click()
    point(block, 5, 17, values.shape)
    text = block.locator(".block .readout").inner_text()
    value, times, root = re.search(r": (\S+), in size (\S+) times the root mean square of (\S+)\.$", text).groups()
    item = int(re.match(r"Picture (\d)", text)[1])
    true, square = float(values[item, 3, 5, 17]), float(np.sqrt((values[item].astype(float) ** 2).mean()))
    assert number(value) == pytest.approx(true, rel=2e-3, abs=2e-3)
    assert number(root) == pytest.approx(square, rel=2e-3)
    assert number(times) == pytest.approx(abs(true) / square, rel=5e-3, abs=0.02)
    bench.told(over="rms")
    assert "On stage, per picture, without a mean (RMS norm)" in bench.said()


def pixels(page, name):
    return page.locator(f".block .{name} canvas").first.evaluate("(canvas) => canvas.toDataURL()")


def test_the_block_turns_by_mouse_and_keys_and_turns_back(block):
    before, readout = pixels(block, "space"), block.locator(".block .readout").inner_text()
    canvas = block.locator(".block .space canvas")
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    block.mouse.move(box["x"] + 200, box["y"] + 150)
    block.mouse.down()
    block.mouse.move(box["x"] + 280, box["y"] + 120, steps=4)
    block.mouse.up()
    dragged = pixels(block, "space")
    assert dragged != before
    canvas.focus()
    block.keyboard.press("ArrowLeft")
    assert pixels(block, "space") not in {before, dragged}
    block.keyboard.press("Home")
    assert pixels(block, "space") == before
    assert block.locator(".block .readout").inner_text() == readout


def test_every_way_of_grouping_lights_another_part(block):
    seen = set()
    for over in OVERS:
        block.locator(f'.choice[data-over="{over}"]').click()
        expect(block.locator(f'.choice[data-over="{over}"]')).to_have_attribute("aria-checked", "true")
        seen.add((pixels(block, "space"), pixels(block, "spread")))
    assert len(seen) == len(OVERS)


def test_the_picture_to_keep_is_a_png(block):
    with block.expect_download() as waiting:
        block.get_by_role("button", name="Save as PNG").click()
    file = waiting.value.path().read_bytes()
    assert waiting.value.suggested_filename == "groups-bn-stage1-bn2-3.png"
    assert file.startswith(b"\x89PNG")
    assert len(file) > 20_000


def test_one_picture_and_its_zeros(bench):
    page = bench.open(STAGE, "batch_norm?part=groups&network=cifar10&batch=cat&over=location")
    expect(page.locator(".block .readout")).to_contain_text("their standard deviation is 0")


def test_on_a_phone_in_the_dark_everything_fits(bench_on, chromium):
    with visit(chromium, **PHONE) as page:
        bench_on(page).open(STAGE, f"batch_norm?{QUERY}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        canvas = page.locator(".block .large canvas").first
        canvas.scroll_into_view_if_needed()
        box = canvas.bounding_box()
        page.touchscreen.tap(box["x"] + 3, box["y"] + 3)
        expect(page.locator(".block .readout")).to_contain_text("row 0, column 0:")
        smallest = page.evaluate(
            """Math.min(...[...document.querySelectorAll('.block *')].filter((e) => e.innerText?.trim())
                .map((e) => parseFloat(getComputedStyle(e).fontSize)))"""
        )
        assert smallest >= 13


def test_a_tampered_link_shows_the_stage(bench):
    page = bench.open(STAGE, "batch_norm?part=groups&network=cifar10&over=<b>&groups=7&item=99&row=x&channel=1e9")
    expect(page.locator('.choice[data-over="channel"]')).to_have_attribute("aria-checked", "true")
