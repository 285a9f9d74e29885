"""What pooling forgives, and the way back, as a visitor uses them: mouse, keys, touch, links, a phone in the dark."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from models.images import sample, square
from models.ops.convolution import cross_correlate
from models.ops.enlarging import ways_back
from models.ops.kernels import KERNELS
from models.ops.pooling import max_pool
from models.ops.shifting import shift
from tests.browser.harness import settled, visit

pytestmark = pytest.mark.browser

WAYS = ("nearest", "bilinear", "unpooled", "transposed")


def opened(page, address, stage):
    page.goto(address)
    page.wait_for_selector(f".{stage}[data-drawn]")
    settled(page)


def number(text):
    """The first number that is written in a text."""
    return float(re.search(r"−?[\d.]+(e[+−]?\d+)?", text)[0].replace("−", "-"))


def grey(name, side):
    return np.asarray(square(sample(name), side).convert("L")).astype(float)


def cell_of(page, key, row, column, shape):
    """Where on the page the middle of a panel's cell is."""
    canvas = page.locator(f'figure[data-key="{key}"] canvas').first
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    return (box["x"] + (column + 0.5) * box["width"] / shape[1], box["y"] + (row + 0.5) * box["height"] / shape[0])


def value(page, key):
    return number(page.locator(f'figure[data-key="{key}"] .value').inner_text())


def close(found, true, span):
    return abs(found - true) <= max(abs(true) * 1e-3, span * 1e-4)


@pytest.fixture
def back(page, server):
    opened(page, f"{server}/pooling?part=unpooling&picture=cat&network=cifar10", "back")
    return page, ways_back(grey("cat", 24), 2)


def test_hovering_reads_the_same_cell_in_every_way(back):
    page, ways = back
    for row, column in [(0, 0), (23, 23), (10, 7), (5, 16)]:
        page.mouse.move(*cell_of(page, "bilinear", row, column, (24, 24)))
        expect(page.locator(".back .where")).to_contain_text(f"Row {row}, column {column}")
        for name in WAYS:
            assert close(value(page, name), getattr(ways, name)[row, column], 255), name
        assert close(value(page, "original"), ways.original[row, column], 255)
        assert close(value(page, "pooled"), ways.winners.values[row // 2, column // 2], 255)


def test_the_written_sums_add_up_to_the_values_in_the_maps(back):
    page, ways = back
    for row, column in [(0, 0), (0, 9), (11, 12), (22, 23)]:
        page.mouse.move(*cell_of(page, "nearest", row, column, (24, 24)))
        expect(page.locator(".back .where")).to_contain_text(f"Row {row}, column {column}")
        line = page.locator('.back dd[data-way="bilinear"] .sum').inner_text()
        terms, sum_ = line.split(" = ")
        products = (one.split(" × ") for one in terms.split(" + "))
        total = sum(float(one) * float(other) for one, other in products)
        assert total == pytest.approx(number(sum_), abs=1e-9)
        assert total == pytest.approx(ways.bilinear[row, column], rel=1e-3)


def test_a_pooled_cell_leads_to_its_remembered_place(back):
    page, ways = back
    page.mouse.click(*cell_of(page, "pooled", 4, 7, (12, 12)))
    row, column = ways.winners.rows[4, 7], ways.winners.columns[4, 7]
    expect(page.locator(".back .where")).to_contain_text(f"Row {row}, column {column}")
    expect(page.locator('.back dd[data-way="unpooled"]')).to_contain_text("remembered here")
    assert value(page, "unpooled") == value(page, "original") == value(page, "pooled")


def test_keys_walk_and_a_link_restores_what_they_led_to(back, chromium):
    page, _ = back
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


def test_a_screen_reader_is_told_the_numbers_of_a_cell(back):
    page, _ = back
    page.locator('figure[data-key="original"] canvas').first.focus()
    page.keyboard.press("Home")
    told = page.locator(".back .readout")
    expect(told).to_have_attribute("aria-live", "polite")
    for key in ("original", "pooled", *WAYS):
        expect(told).to_contain_text(page.locator(f'figure[data-key="{key}"] .value').inner_text())
        assert page.locator(f'figure[data-key="{key}"] canvas').first.get_attribute("aria-label")


def test_errors_are_the_way_less_the_original(back):
    page, ways = back
    page.get_by_role("button", name="Errors").click()
    page.mouse.move(*cell_of(page, "nearest", 12, 3, (24, 24)))
    expect(page.locator(".back .where")).to_contain_text("Row 12, column 3")
    for name in WAYS:
        assert close(value(page, name), getattr(ways, name)[12, 3] - ways.original[12, 3], 255), name


def test_another_window_comes_with_its_own_maps(back):
    page, _ = back
    drawn = page.locator(".back").get_attribute("data-drawn")
    page.locator(".st-key-picked-window").get_by_text("3", exact=True).click()
    expect(page.locator(".back")).not_to_have_attribute("data-drawn", drawn)
    expect(page.locator('figure[data-key="pooled"] small')).to_contain_text("8 × 8")
    page.wait_for_url("**window=3*")


def test_the_picture_to_keep_is_a_png(back):
    page, _ = back
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save as PNG").click()
    file = waiting.value.path().read_bytes()
    assert waiting.value.suggested_filename == "pooling-back-picture-cat.png"
    assert file.startswith(b"\x89PNG")
    assert len(file) > 10_000


def test_shifted_maps_are_read_before_and_after(page, server):
    opened(page, f"{server}/pooling?part=invariance&picture=cat&network=cifar10&shift=2", "shifted")
    old, new = (cross_correlate(shift(grey("cat", 34), 0, by), KERNELS["sobel right"]) for by in (0, 2))
    for row, column in [(0, 0), (31, 31), (13, 14), (6, 21)]:
        page.mouse.move(*cell_of(page, "before_difference", row, column, old.shape))
        expect(page.locator(".shifted .readout")).to_contain_text(f"at row {row}, column {column}:")
        assert close(value(page, "before_old"), old[row, column], 1500)
        assert close(value(page, "before_new"), new[row, column], 1500)
        assert close(value(page, "before_difference"), new[row, column] - old[row, column], 1500)
        assert close(value(page, "after_old"), max_pool(old, 2)[row // 2, column // 2], 1500)
        assert close(value(page, "after_new"), max_pool(new, 2)[row // 2, column // 2], 1500)


def test_keys_walk_the_pooled_map_window_by_window(page, server):
    opened(page, f"{server}/pooling?part=invariance&picture=cat&network=cifar10&row=10&column=10", "shifted")
    page.locator('figure[data-key="after_new"] canvas').first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".shifted .readout")).to_contain_text("pooled cell (5, 6)")
    page.keyboard.press("End")
    expect(page.locator(".shifted .readout")).to_contain_text("pooled cell (5, 15)")
    page.wait_for_url("**column=30*")


def test_another_shift_is_drawn_and_told(page, server):
    opened(page, f"{server}/pooling?part=invariance&picture=cat&network=cifar10", "shifted")
    drawn = page.locator(".shifted").get_attribute("data-drawn")
    page.locator(".st-key-picked-shift").get_by_text("4", exact=True).click()
    expect(page.locator(".shifted")).not_to_have_attribute("data-drawn", drawn)
    expect(page.get_by_test_id("stMain")).to_contain_text("Moved to the right by 4 px")
    expect(page).to_have_url(re.compile("shift=4"))


def test_turning_to_another_part_clears_the_address(page, server):
    opened(page, f"{server}/pooling?part=invariance&picture=cat&network=cifar10&shift=3&kernel=outline", "shifted")
    page.get_by_test_id("stMain").get_by_text("The way back", exact=True).click()
    page.wait_for_selector(".back[data-drawn]")
    settled(page)
    assert "kernel" not in page.url
    assert "shift" not in page.url


def test_what_to_try_leads_to_what_it_promises(page, server):
    opened(page, f"{server}/pooling?part=invariance&network=cifar10", "shifted")
    page.get_by_role("button", name="A shift by the stride").click()
    expect(page.get_by_test_id("stMain")).to_contain_text("moved along (cells: 1")
    opened(page, f"{server}/pooling?part=unpooling&network=cifar10", "back")
    page.get_by_role("button", name="Tents of a transposed").click()
    expect(page.get_by_test_id("stMain")).to_contain_text("largest difference inside 0")


@pytest.mark.parametrize(("part", "stage"), [("invariance", "shifted"), ("unpooling", "back")])
def test_on_a_phone_in_the_dark_everything_fits(server, chromium, part, stage):
    phone = {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark", "has_touch": True, "is_mobile": True}
    with visit(chromium, **phone) as page:
        opened(page, f"{server}/pooling?part={part}&network=cifar10&picture=rocket", stage)
        wide = page.evaluate(
            "Math.max(...[...document.querySelectorAll('[data-testid=stMain]')].map((e) => e.scrollWidth))"
        )
        assert wide <= 390
        canvas = page.locator(f".{stage} figure canvas").first
        canvas.scroll_into_view_if_needed()
        box = canvas.bounding_box()
        page.touchscreen.tap(box["x"] + 3, box["y"] + 3)
        expect(page.locator(f".{stage}")).to_contain_text(re.compile("row 0, column 0", re.IGNORECASE))
        smallest = page.evaluate(
            f"""Math.min(...[...document.querySelectorAll('.{stage} *')].filter((e) => e.innerText?.trim())
                .map((e) => parseFloat(getComputedStyle(e).fontSize)))"""
        )
        assert smallest >= 13


@pytest.mark.parametrize(
    "query", ["part=unpooling&row=99&column=x&look=1&stamp=;--", "part=invariance&shift=-1&source=%3Cb%3E"]
)
def test_a_tampered_link_shows_a_stage(page, server, query):
    page.goto(f"{server}/pooling?{query}&network=cifar10")
    page.wait_for_selector("[data-drawn]")
    settled(page)
