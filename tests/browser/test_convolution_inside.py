"""Inside the network as a visitor uses it: what is pointed at, stepped, sorted and linked; its numbers are torch's."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from tests.browser.harness import settled, visit
from tests.stages.convolution.inside.summed import LAYER, address, place_of, readout, true_sums

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def sums():
    return true_sums()


def inside(page, server, **query):
    page.goto(f"{server}/{address(**query)}")
    page.wait_for_selector(".stage[data-drawn]")
    settled(page)


def test_a_click_on_a_map_settles_and_the_link_gives_the_same_view(page, server, sums, chromium):
    inside(page, server, layer=LAYER, order="contribution")
    page.mouse.click(*place_of(page, "chain2", 12, 6, sums[LAYER].captured.shape))
    page.wait_for_url("**row=12*")
    page.locator("select[name=order]").select_option("size")
    page.wait_for_url("**order=size*")
    expect(page.locator("[data-testid=stMain]")).to_contain_text("At row 12, column 6")
    page.mouse.move(5, 5)
    before = readout(page).inner_text(), page.locator(".spelled").inner_text()
    with visit(chromium) as second:
        second.goto(page.url)
        second.wait_for_selector(".stage[data-drawn]")
        settled(second)
        assert (readout(second).inner_text(), second.locator(".spelled").inner_text()) == before
        assert second.locator("select[name=order]").input_value() == "size"


def test_another_channel_is_another_sum(page, server):
    inside(page, server, layer=LAYER)
    field = page.locator("[data-testid=stNumberInput] input")
    field.fill("17")
    field.press("Enter")
    page.wait_for_selector(f'.stage[data-drawn="{LAYER} 17"]')
    settled(page)
    assert "channel=17" in page.url
    expect(page.locator("[data-testid=stMain]")).to_contain_text("output channel 17 of stage2.conv1")


def test_the_stage_is_saved_as_a_picture_and_the_parts_as_a_table(page, server, tmp_path, sums):
    inside(page, server, layer=LAYER, row=7, column=3)
    with page.expect_download() as download:
        page.locator(".stage .save").click()
    assert download.value.suggested_filename == "cifar10-stage2.conv1-5-cat.png"
    download.value.save_as(tmp_path / "stage.png")
    assert (tmp_path / "stage.png").read_bytes().startswith(b"\x89PNG")
    with page.expect_download() as download:
        page.get_by_role("button", name=re.compile("CSV")).click()
    download.value.save_as(tmp_path / "parts.csv")
    table = np.genfromtxt(tmp_path / "parts.csv", delimiter=",", skip_header=1)
    assert np.allclose(table[:, 1], sums[LAYER].parts.maps[:, 7, 3], atol=1e-7)
