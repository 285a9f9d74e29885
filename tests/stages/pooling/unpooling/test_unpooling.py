"""The ways back of pooling as a visitor reads them: by mouse, keys and touch, and on a phone in the dark."""

import pytest
from playwright.sync_api import expect

from models.ops.enlarging import ways_back
from tests.browser.harness import visit
from tests.stages.looks import PHONE, fits_a_phone
from tests.stages.numbers import number
from tests.stages.pooling.figures import WAYS, cell_of, close, grey, value

pytestmark = pytest.mark.browser

STAGE = "pooling/unpooling"
CAT = "pooling?part=unpooling&picture=cat&network=cifar10"


@pytest.fixture
def back(bench):
    return bench.open(STAGE, CAT), ways_back(grey("cat", 24), 2)


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


def test_a_screen_reader_is_told_the_numbers_of_a_cell(back):
    page, _ = back
    page.locator('figure[data-key="original"] canvas').first.focus()
    page.keyboard.press("Home")
    told = page.locator(".heard")
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


def test_the_picture_to_keep_is_a_png(back):
    page, _ = back
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save as PNG").click()
    file = waiting.value.path().read_bytes()
    assert waiting.value.suggested_filename == "pooling-back-picture-cat.png"
    assert file.startswith(b"\x89PNG")
    assert len(file) > 10_000


def test_keys_walk_and_what_they_led_to_is_told(back, bench):
    page, _ = back
    page.mouse.click(*cell_of(page, "original", 6, 6, (24, 24)))
    for key in ("ArrowRight", "ArrowDown", "ArrowDown", "Home", "ArrowRight"):
        page.keyboard.press(key)
    expect(page.locator(".back .where")).to_contain_text("Row 8, column 1")
    bench.told(row=8, column=1)
    page.get_by_role("button", name="Errors").click()
    expect(page.locator(".back .scope")).to_contain_text("less the original")
    bench.told(look="errors", row=8, column=1)


def test_an_address_restores_a_cell_and_a_look(bench, back):
    page = bench.open(STAGE, f"{CAT}&row=8&column=1&look=errors")
    expect(page.locator(".back .where")).to_contain_text("Row 8, column 1")
    expect(page.get_by_role("button", name="Errors")).to_have_attribute("aria-pressed", "true")
    assert close(value(page, "nearest"), back[1].nearest[8, 1] - back[1].original[8, 1], 255)


def test_on_a_phone_in_the_dark_everything_fits(bench_on, chromium):
    with visit(chromium, **PHONE) as page:
        bench_on(page).open(STAGE, "pooling?part=unpooling&picture=rocket&network=cifar10")
        fits_a_phone(page, ".back")


def test_a_tampered_address_shows_the_stage(bench):
    page = bench.open(STAGE, f"{CAT}&row=99&column=x&look=1&stamp=;--")
    expect(page.locator(".back[data-drawn]")).to_be_visible()
