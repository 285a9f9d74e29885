"""The board of kinds and the stages of sharing as a visitor uses them: mouse, keyboard, touch, links, downloads."""

import numpy as np
import pytest
from playwright.sync_api import expect

from pages.convolution.kinds import case as cases
from tests.browser.harness import settled, visit

pytestmark = pytest.mark.browser
READOUT, SUM = ".kinds .readout", ".kinds .sum"


def open_kinds(page, server, query=""):
    page.goto(f"{server}/convolution?part=kinds{query}")
    page.wait_for_selector(".kinds[data-drawn]")
    settled(page)


def cells(page, volume):
    return page.locator(f'figure[data-volume="{volume}"] canvas').first


def test_the_keyboard_walks_and_the_link_gives_the_same_view(page, server, chromium):
    open_kinds(page, server, "&kind=dice")
    expect(page.locator(SUM)).to_contain_text("= 3/36")
    cells(page, "outputs").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(page.locator(SUM)).to_contain_text("= 6/36")
    page.wait_for_url("**column=5*")
    settled(page)
    with visit(chromium) as second:
        second.goto(page.url)
        second.wait_for_selector(".kinds[data-drawn]")
        expect(second.locator(READOUT)).to_have_text(page.locator(READOUT).inner_text())
        expect(second.locator(SUM)).to_contain_text("= 6/36")
    page.keyboard.press("End")
    expect(page.locator(SUM)).to_have_text("1/6 × 1/6 = 1/36 ≈ 0.02778")
    page.keyboard.press("Home")
    expect(page.locator(READOUT)).to_contain_text("P(2)")


def test_another_setting_draws_another_layer(page, server):
    open_kinds(page, server, "&kind=transposed")
    expect(page.locator('figure[data-volume="outputs"] figcaption')).to_have_text("Output: 9 × 9")
    page.get_by_role("radiogroup", name="Kernel size").get_by_text("4", exact=True).click()
    expect(page.locator('figure[data-volume="outputs"] figcaption')).to_have_text("Output: 10 × 10")
    expect(page.locator("[data-testid=stMain]")).to_contain_text("no checkerboard")
    page.wait_for_url("**kernel=4*")


def test_saving_gives_a_picture_and_the_numbers(page, server, tmp_path):
    open_kinds(page, server, "&kind=signal&filter=gaussian")
    with page.expect_download() as download:
        page.locator(".kinds button.save").click()
    assert download.value.suggested_filename == "convolution-signal.png"
    download.value.save_as(tmp_path / "stage.png")
    assert (tmp_path / "stage.png").read_bytes().startswith(b"\x89PNG")
    with page.expect_download() as download:
        page.get_by_role("button", name="The output (CSV)").click()
    download.value.save_as(tmp_path / "output.csv")
    table = np.genfromtxt(tmp_path / "output.csv", delimiter=",", skip_header=1)
    case = cases.signal(cases.SIGNALS["step"], "gaussian")
    np.testing.assert_allclose(table[:, 3], case.by_hand().ravel() / 16)


def open_moved(page, server, query=""):
    page.goto(f"{server}/convolution?part=sharing&show=move{query}")
    page.wait_for_selector(".moving[data-drawn]")
    settled(page)


def test_the_movement_is_in_the_address_and_in_what_is_said(page, server):
    open_moved(page, server)
    page.locator(".moving input").focus()
    page.keyboard.press("End")
    page.wait_for_url("**pixels=4*")
    expect(page.locator("[data-testid=stMain]")).to_contain_text("The picture moved right by 4.")
    page.reload()
    expect(page.locator(".moving output")).to_have_text("4")
