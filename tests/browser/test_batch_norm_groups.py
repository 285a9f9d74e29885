"""The groups of a batch as a visitor points at them: by mouse, keys and touch, in the dark and on a phone."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from models.images import sample
from models.nets.catalogue import load
from models.nets.maps.batch_tensors import tensor_of
from models.ops.batch_norm import statistics
from tests.browser.harness import settled, visit, wait_until

pytestmark = pytest.mark.browser

BATCH = ("cat", "coffee", "rocket", "coins")
QUERY = f"part=groups&network=cifar10&tensor=bn:stage1.bn2&batch={','.join(BATCH)}&channel=3"
OVERS = {"channel": "channel", "location": "location", "layer": "layer", "instance": "instance", "group": ("group", 4)}
RELATION = re.compile(
    r"column \d+: (\S+) = mean (\S+) (\+|−) (\S+), and (\S+) is (\S+) standard deviations of (\S+)\.$"
)


@pytest.fixture(scope="module")
def values():
    return tensor_of(load("cifar10"), [sample(name) for name in BATCH], "bn:stage1.bn2")


def opened(page, address):
    page.goto(address)
    page.wait_for_selector(".block[data-drawn]")
    settled(page)


@pytest.fixture
def block(page, server):
    opened(page, f"{server}/batch_norm?{QUERY}")
    return page


def number(text):
    return float(text.replace("−", "-"))


def point(page, row, column, shape):
    canvas = page.locator(".block .large canvas").first
    canvas.evaluate("(canvas) => canvas.scrollIntoView({ block: 'center' })")  # else the header may lie over it
    box = canvas.bounding_box()
    page.mouse.move(
        box["x"] + (column + 0.5) * box["width"] / shape[3], box["y"] + (row + 0.5) * box["height"] / shape[2]
    )
    expect(page.locator(".block .readout")).to_contain_text(f"row {row}, column {column}:")


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


def test_rms_norm_measures_from_zero(block, values):
    block.locator('.choice[data-over="rms"]').click()
    point(block, 5, 17, values.shape)
    text = block.locator(".block .readout").inner_text()
    value, times, root = re.search(r": (\S+), in size (\S+) times the root mean square of (\S+)\.$", text).groups()
    item = int(re.match(r"Picture (\d)", text)[1])
    true, square = float(values[item, 3, 5, 17]), float(np.sqrt((values[item].astype(float) ** 2).mean()))
    assert number(value) == pytest.approx(true, rel=2e-3, abs=2e-3)
    assert number(root) == pytest.approx(square, rel=2e-3)
    assert number(times) == pytest.approx(abs(true) / square, rel=5e-3, abs=0.02)
    block.wait_for_url("**over=rms*")
    expect(block.get_by_test_id("stMain")).to_contain_text("On stage, per picture, without a mean (RMS norm)")


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


def test_another_map_comes_with_its_own_values(block, values):
    drawn = block.locator(".block").get_attribute("data-drawn")
    box = block.get_by_test_id("stMain").get_by_role("combobox").first
    box.click()
    block.keyboard.type("7")
    block.get_by_role("option", name="7", exact=True).click()
    expect(block.locator(".block")).not_to_have_attribute("data-drawn", drawn)
    point(block, 3, 4, values.shape)
    text = block.locator(".block .readout").inner_text()
    item = int(re.search(r"Picture (\d+), channel 7,", text)[1])
    true = float(values[item, 7, 3, 4])
    assert number(RELATION.search(text)[1]) == pytest.approx(true, abs=2e-3 * float(np.abs(values[:, 7]).max()))


def test_the_picture_to_keep_is_a_png(block):
    with block.expect_download() as waiting:
        block.get_by_role("button", name="Save as PNG").click()
    file = waiting.value.path().read_bytes()
    assert waiting.value.suggested_filename == "groups-bn-stage1-bn2-3.png"
    assert file.startswith(b"\x89PNG")
    assert len(file) > 20_000


def test_one_picture_and_its_zeros(page, server):
    opened(page, f"{server}/batch_norm?part=groups&network=cifar10&batch=cat&over=location")
    expect(page.locator(".block .readout")).to_contain_text("their standard deviation is 0")


def test_things_to_try_lead_to_what_they_promise(block):
    block.get_by_role("button", name="A batch of one picture").click()
    expect(block.locator(".block .counted")).to_contain_text("each from 1 value")
    expect(block.get_by_test_id("stMain")).to_contain_text("nothing but zeros")


def test_on_a_phone_in_the_dark_everything_fits(server, chromium):
    phone = {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark", "has_touch": True, "is_mobile": True}
    with visit(chromium, **phone) as page:
        opened(page, f"{server}/batch_norm?{QUERY}")
        # The lines of code below come with their own scrolling a little later than the rest.
        wide = "document.querySelector('[data-testid=stMain]').scrollWidth"
        wait_until(lambda: page.evaluate(wide) <= 390, "the page is as narrow as the window")
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


def test_a_tampered_link_shows_the_stage(page, server):
    opened(page, f"{server}/batch_norm?part=groups&network=cifar10&over=%3Cb%3E&groups=7&item=99&row=x&channel=1e9")
    expect(page.locator('.choice[data-over="channel"]')).to_have_attribute("aria-checked", "true")
