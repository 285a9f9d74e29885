"""What pooling forgives, as a visitor reads it: a map before and after a shift, and what is left of it once pooled."""

import pytest
from playwright.sync_api import expect

from models.ops.convolution import cross_correlate
from models.ops.kernels import KERNELS
from models.ops.pooling import max_pool
from models.ops.shifting import shift
from tests.browser.harness import visit
from tests.stages.looks import PHONE, fits_a_phone
from tests.stages.pooling.figures import cell_of, close, grey, value

pytestmark = pytest.mark.browser

STAGE = "pooling/invariance"
CAT = "pooling?part=invariance&picture=cat&network=cifar10"


def test_shifted_maps_are_read_before_and_after(bench):
    page = bench.open(STAGE, f"{CAT}&shift=2")
    old, new = (cross_correlate(shift(grey("cat", 34), 0, by), KERNELS["sobel right"]) for by in (0, 2))
    for row, column in [(0, 0), (31, 31), (13, 14), (6, 21)]:
        page.mouse.move(*cell_of(page, "before_difference", row, column, old.shape))
        expect(page.locator(".shifted .readout")).to_contain_text(f"at row {row}, column {column}:")
        assert close(value(page, "before_old"), old[row, column], 1500)
        assert close(value(page, "before_new"), new[row, column], 1500)
        assert close(value(page, "before_difference"), new[row, column] - old[row, column], 1500)
        assert close(value(page, "after_old"), max_pool(old, 2)[row // 2, column // 2], 1500)
        assert close(value(page, "after_new"), max_pool(new, 2)[row // 2, column // 2], 1500)


def test_keys_walk_the_pooled_map_window_by_window(bench):
    page = bench.open(STAGE, f"{CAT}&row=10&column=10")
    page.locator('figure[data-key="after_new"] canvas').first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".shifted .readout")).to_contain_text("pooled cell (5, 6)")
    page.keyboard.press("End")
    expect(page.locator(".shifted .readout")).to_contain_text("pooled cell (5, 15)")
    bench.told(column=30)


def test_on_a_phone_in_the_dark_everything_fits(bench_on, chromium):
    with visit(chromium, **PHONE) as page:
        bench_on(page).open(STAGE, "pooling?part=invariance&picture=rocket&network=cifar10")
        fits_a_phone(page, ".shifted")


def test_a_tampered_address_shows_the_stage(bench):
    page = bench.open(STAGE, f"{CAT}&shift=-1&source=<b>")
    expect(page.locator(".shifted[data-drawn]")).to_be_visible()
