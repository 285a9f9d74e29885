"""The sliding window in the application: what it asks the server and when, links, pictures, things to try, files."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from models.ops.convolution import cross_correlate
from models.ops.kernels import KERNELS
from tests.browser.harness import open_view, settled, visit
from tests.stages.convolution.slide.sliding import grey, place, point, said_value

pytestmark = pytest.mark.browser


def frames_sent(page):
    """A list that grows with everything the page sends to the server from its next connection on."""
    sent = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(len(frame))))
    return sent


def test_dragging_asks_the_server_nothing_until_released(page, server):
    sent = frames_sent(page)
    open_view(page, f"{server}/convolution?size=32&row=0&column=0")
    page.wait_for_timeout(500)
    page.mouse.move(*point(page, "input", 3, 3, 32, 32))
    page.mouse.down()
    before = len(sent)
    for step in range(3, 29):
        page.mouse.move(*point(page, "input", step, step, 32, 32))
    page.wait_for_timeout(600)
    assert len(sent) == before
    assert before > 0
    expect(page.locator(".stage .place")).to_contain_text("Row 27, column 27 of")
    page.mouse.up()
    page.wait_for_url("**row=27*")
    assert len(sent) > before
    expect(page.locator("[data-testid=stMain]")).to_contain_text("The window at row 27, column 27 gives")


def test_a_link_restores_every_setting(page, server, chromium):
    query = (
        "source=cells&cells=1%2C2.5%2C-3%3B4%2C5%2C6%3B7%2C8%2C10&kernel=typed&weights=0.5%2C-1&stride=2x1&padding=1x2"
        "&dilation=1x2&mode=replicate&bias=0.25&convolve=true&row=1&column=2"
    )
    open_view(page, f"{server}/convolution?{query}")
    first = (place(page), page.locator(".stage .sum").inner_text())
    page.locator(".output .plane").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**column=3*")
    settled(page)
    with visit(chromium) as second:
        open_view(second, page.url)
        assert place(second) == place(page)
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**column=2*")
    assert (place(page), page.locator(".stage .sum").inner_text()) == first
    for name, value in {"bias": "0.25", "mode": "replicate", "kernel": "typed"}.items():
        assert page.locator(f"[name={name}]").input_value() == value


def test_another_picture_keeps_the_settings(page, server):
    open_view(page, f"{server}/convolution?size=24&kernel=emboss&row=2&column=3")
    page.locator('.thumbnails button[data-key="coffee"]').click()
    expect(page.locator(".stage .input figcaption")).to_have_text("Cup of coffee, 24 × 24")
    expected = cross_correlate(grey(24, "coffee"), KERNELS["emboss"])
    assert said_value(page) == (2, 3, pytest.approx(expected[2, 3], rel=1e-3))


def test_turning_to_another_part_and_back_by_the_browsers_button(page, server):
    open_view(page, f"{server}/pooling?window=3x3")
    page.get_by_role("radio", name="The way back").click()
    page.wait_for_url("**part=unpooling*")
    assert "window=" not in page.url
    page.go_back()
    expect(page.locator(".stage .products figcaption")).to_contain_text("3 × 3")


def test_the_stage_can_be_kept_as_a_picture(page, server, tmp_path):
    open_view(page, f"{server}/convolution")
    with page.expect_download() as download:
        page.locator("button[name=save_png]").click()
    saved = tmp_path / download.value.suggested_filename
    download.value.save_as(saved)
    assert saved.name == "convolution-cat.png"
    assert saved.read_bytes().startswith(b"\x89PNG")
    with page.expect_download() as download:
        page.get_by_role("button", name=re.compile("CSV")).click()
    download.value.save_as(tmp_path / "output.csv")
    read = np.genfromtxt(tmp_path / "output.csv", delimiter=",")
    np.testing.assert_allclose(read, cross_correlate(grey(32), KERNELS["outline"]))


def test_a_thing_to_try_is_on_stage_and_in_the_address(page, server):
    open_view(page, f"{server}/convolution?picture=coffee&kernel=emboss&row=1&column=1")
    page.get_by_role("button", name=re.compile("A stride of 3 on 5 × 5 with padding 1: the last row")).click()
    expect(page.locator(".stage .output figcaption")).to_have_text("Output, 2 × 2")
    page.wait_for_url("**source=count_5x5*")
    settled(page)
    assert "picture=coffee" in page.url
    page.locator(".output .plane").focus()
    page.keyboard.press("Home")
    expect(page.locator("[data-testid=stMain]")).to_contain_text("The window at row 0, column 0 gives")
    page.reload()
    expect(page.locator(".stage .output figcaption")).to_have_text("Output, 2 × 2")
    page.get_by_role("button", name="The textbook's first sum").click()
    expect(page.locator(".stage .input figcaption")).to_have_text("0 … 8 as 3×3, 3 × 3")
    page.go_back()
    expect(page.locator(".stage .output figcaption")).to_have_text("Output, 2 × 2")
