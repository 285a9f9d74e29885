"""Pointing at units and pixels in Chromium: boxes are those of the network, and nothing is asked while pointing."""

import pytest
from playwright.sync_api import expect

from tests.browser.harness import drawn_layer, open_view, settled
from tests.stages.receptive_field.point.pointing import UNIT, point

pytestmark = pytest.mark.browser


def drawn_unit(page, unit):
    page.wait_for_selector(f'.stage[data-unit="{unit}"]')


def test_a_click_brings_the_effective_field_and_the_address(page, server):
    open_view(page, f"{server}/receptive_field?{UNIT}")
    point(page, "map", 4, 11, 16, 16)
    page.mouse.down()
    page.mouse.up()
    drawn_unit(page, "3 4 11 picture")
    page.wait_for_url("**row=4&column=11*")
    expect(page.locator("[data-testid=stMain]")).to_contain_text("The unit at row 4, column 11 of stage2.conv1 sees")
    page.reload()
    drawn_unit(page, "3 4 11 picture")


def test_keys_walk_units_and_layers(page, server):
    open_view(page, f"{server}/receptive_field?{UNIT}")
    page.locator(".map .plane").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".stage .readout")).to_contain_text("row 9, column 8:")
    drawn_unit(page, "3 9 8 picture")
    page.keyboard.press("Home")
    expect(page.locator(".stage .readout")).to_contain_text("row 0, column 0:")
    drawn_unit(page, "3 0 0 picture")
    page.locator(".map .plane").focus()
    page.keyboard.press("PageDown")
    drawn_layer(page, "stage2.bn1")
    settled(page)
    page.locator(".map .plane").focus()
    page.keyboard.press("PageUp")
    drawn_layer(page, "stage2.conv1")


def test_the_slider_and_the_average(page, server):
    open_view(page, f"{server}/receptive_field?{UNIT}")
    page.locator("input[name=mix]").fill("0")
    page.locator("input[name=mix]").fill("1")
    page.locator("select[name=over]").select_option("average")
    drawn_unit(page, "3 8 7 average")
    expect(page.locator("[data-testid=stMain]")).to_contain_text("Averaged over 19 pictures")
    page.wait_for_url("**over=average*")


def test_the_stage_can_be_kept(page, server, tmp_path):
    open_view(page, f"{server}/receptive_field?{UNIT}")
    with page.expect_download() as download:
        page.locator("button[name=save_png]").click()
    download.value.save_as(tmp_path / "stage.png")
    assert (tmp_path / "stage.png").read_bytes().startswith(b"\x89PNG")
    with page.expect_download() as download:
        page.get_by_role("button", name="The boxes of all units (CSV)").click()
    download.value.save_as(tmp_path / "boxes.csv")
    assert len((tmp_path / "boxes.csv").read_text().splitlines()) == 257
