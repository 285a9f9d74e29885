"""A map normalised both ways, on its stage: sliders, mouse, keys, a phone in the dark."""

import pytest
from playwright.sync_api import expect

from models.ops.batch_norm import normalize, statistics
from tests.browser.harness import visit
from tests.stages.batch_norm.result.normalized import LINK, point, stage, true_values, value
from tests.stages.looks import PHONE

pytestmark = pytest.mark.browser

STAGE = "batch_norm/result"


def opened(bench, part="result", more=""):
    return bench.open(STAGE, f"{LINK.format(part=part)}{more}")


@pytest.fixture(scope="module")
def values():
    return true_values()


def test_hovering_reads_the_same_cell_both_ways(bench, values):
    page = opened(bench, more="&gamma=1.5&beta=-0.5")
    normal = {way: normalize(values, statistics(values, way))[0, 0] for way in ("channel", "location")}
    for row, column in [(0, 0), (31, 31), (12, 20)]:
        point(page, "channel normal", row, column)
        assert value(page, "channel before") == pytest.approx(values[0, 0, row, column], rel=2e-3)
        for way, map_ in normal.items():
            found = map_[row, column]
            assert value(page, f"{way} normal") == pytest.approx(found, rel=2e-3)
            assert value(page, f"{way} scaled") == pytest.approx(1.5 * found - 0.5, rel=2e-3, abs=1e-5)
            assert value(page, f"{way} rectified") == pytest.approx(max(0, 1.5 * found - 0.5), rel=2e-3, abs=1e-5)


def test_sliders_and_maps_answer_to_the_keyboard(bench):
    page = opened(bench, more="&gamma=1&beta=0&row=4&column=4")
    slider = stage(page).locator("label.beta input")
    slider.focus()
    page.keyboard.press("ArrowRight")
    expect(stage(page).locator("label.beta output")).not_to_have_text("0")
    stage(page).locator("canvas").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("End")
    expect(stage(page).locator(".readout")).to_contain_text("row 5, column 31")
    bench.told(column=31)


@pytest.mark.parametrize("part", ["result", "inference"])
def test_the_stage_can_be_kept_as_a_picture(bench, part):
    page = opened(bench, part)
    with page.expect_download() as kept:
        stage(page).locator(".save").click()
    assert kept.value.suggested_filename.endswith(".png")


@pytest.mark.parametrize("part", ["result", "inference"])
def test_on_a_phone_in_the_dark_everything_fits(chromium, bench_on, part):
    with visit(chromium, **PHONE) as page:
        opened(bench_on(page), part)
        canvas = stage(page).locator("canvas").first
        canvas.scroll_into_view_if_needed()
        box = canvas.bounding_box()
        page.touchscreen.tap(box["x"] + box["width"] * 0.515, box["y"] + box["height"] * 0.265)
        expect(stage(page).locator(".readout")).to_contain_text("row 8, column 16")
        for found in page.locator(".normalized").all():
            assert found.evaluate("one => one.scrollWidth <= one.clientWidth")
            assert found.evaluate("one => one.getBoundingClientRect().right <= innerWidth")
