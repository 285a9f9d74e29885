"""Sharing: a picture that moves and its map that moves along, and as many weights as areas."""

import numpy as np
import pytest
from playwright.sync_api import expect

from models.images import sample, square
from models.ops.kernels import KERNELS
from models.ops.sharing import move
from tests.browser.harness import visit
from tests.stages.looks import PHONE

pytestmark = pytest.mark.browser
AREAS, MOVED = "convolution/areas", "convolution/sharing"


def open_moved(bench, query=""):
    return bench.open(MOVED, f"convolution?part=sharing&show=move{query}")


def test_the_slider_moves_the_picture_without_asking_the_server(bench):
    page = open_moved(bench, "&picture=digit&row=8&column=10")
    found = [
        move(np.asarray(square(sample("digit").convert("L"), 24), float), KERNELS["sobel left"], pixels)
        for pixels in range(5)
    ]
    page.context.set_offline(True)
    page.locator(".moving input").focus()
    for pixels in (2, 3, 4):
        page.keyboard.press("ArrowRight")
        expect(page.locator(".moving output")).to_have_text(str(pixels))
        share = f"{100 * found[pixels].connected_inside.relative:.4g} %"
        expect(page.locator(".moving .row").nth(2).locator("p")).to_contain_text(share)
        expect(page.locator(".moving .row").nth(1).locator("p")).to_have_text("Difference inside: 0")
        expect(page.locator(".moving .readout")).to_contain_text(f"column 10 (was {10 - pixels})")
    page.context.set_offline(False)


def test_arrow_keys_read_cells_of_the_moved_maps(bench):
    page = open_moved(bench, "&row=3&column=0")
    expect(page.locator(".moving .readout")).to_contain_text("is new in the picture")
    page.locator('.moving figure[data-key="convolved"] canvas').first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".moving .readout")).to_contain_text("Row 4, column 1 (was 0).")
    bench.told(row=4)


def test_a_ratio_of_sixty_million_can_be_seen(bench):
    page = bench.open(AREAS, "convolution?part=sharing&layer=textbook+200+5")
    page.wait_for_selector(".areas canvas")
    assert page.locator(".areas figure").count() == 3
    expect(page.locator(".areas .counts")).to_contain_text("4,609,920,000")
    assert "75" in page.locator(".areas .frames").get_attribute("aria-label")


def test_sharing_works_on_a_telephone_in_the_dark(chromium, bench_on):
    with visit(chromium, **PHONE) as page:
        bench = bench_on(page)
        open_moved(bench)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        page.locator('.moving figure[data-key="convolved"] canvas').first.tap(position={"x": 20, "y": 20})
        assert "row" in bench.told()
        bench.open(AREAS, "convolution?part=sharing&layer=textbook+200+5")
        page.wait_for_selector(".areas canvas")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_weights_as_areas_can_be_kept_as_a_picture(bench, tmp_path):
    page = bench.open(AREAS, "convolution?part=sharing")
    button = page.locator(".areas button[name=save_png]")
    with page.expect_download() as download:
        button.click()
    saved = tmp_path / download.value.suggested_filename
    download.value.save_as(saved)
    assert saved.read_bytes().startswith(b"\x89PNG")
