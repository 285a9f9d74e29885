"""The flashlight as a visitor meets it: pointed at, turned to the other layer, and linked."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from models.images import sample, square
from models.ops.flashlight import as_channels, parts_of
from tests.browser.harness import open_view, settled

pytestmark = pytest.mark.browser


def whole(text):
    return int(text.replace("−", "-").replace(",", ""))


def test_the_flashlight_reads_three_colours_and_the_second_layer_five_maps(page, server):
    picture = as_channels(np.asarray(square(sample("coffee"), 32)))
    open_view(page, f"{server}/convolution?part=flashlight&picture=coffee&kernel=left")
    assert page.locator(".stage").get_attribute("data-drawn") == "conv1 1"
    box = page.locator('.stage figure[data-key="sum"]').bounding_box()
    assert box["y"] + box["height"] <= 720, "the sum is above the fold"
    canvas = page.locator('.stage figure[data-key="chain0"] canvas').first
    canvas.focus()
    page.keyboard.press("Home")
    expect(page.get_by_text(re.compile("the kernel for bright left of dark adds up 75 products"))).to_be_visible()
    for layer, kernel, products in (("conv1", "left", 75), ("conv2", "corner", 45)):
        if layer == "conv2":
            page.get_by_role("radio", name="Second: over the first's maps").click()
            page.wait_for_selector('.stage[data-drawn="conv2 0"]')
            page.wait_for_url("**layer=conv2*")
        settled(page)
        said = page.get_by_text(re.compile(f"adds up {products} products")).inner_text()
        row, column = map(int, re.search(r"At row (\d+), column (\d+)", said).groups())
        total = parts_of(layer, kernel, picture).total[row, column]
        assert whole(re.search(r"that makes (−?[\d,]+)", said)[1]) == total
    assert "kernel=left" not in page.url
