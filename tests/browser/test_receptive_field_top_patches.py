"""What a channel looks at, as a visitor uses it: pointed at, stepped, followed; by mouse, keys and touch."""

import csv
import re

import numpy as np
import pytest
from playwright.sync_api import expect

from tests.browser.harness import settled, visit
from tests.stages.looks import PHONE
from tests.stages.numbers import number
from tests.stages.receptive_field.top_patches.patched import LAYER, address, patches, readout, true_maps

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def maps():
    return true_maps()


def looks(page, server, **query):
    page.goto(f"{server}/{address(**query)}")
    page.wait_for_selector(".patches[data-drawn]")
    settled(page)


def test_channels_are_stepped_without_asking_the_server(page, server, maps):
    sent = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(len(frame))))
    looks(page, server, channel=7)
    before = len(sent)
    field = page.get_by_role("spinbutton", name="Channel")
    page.get_by_role("button", name="The next channel").click()
    expect(field).to_have_value("8")
    assert number(patches(page).first.inner_text()) == pytest.approx(float(maps[8].max()), rel=1e-3)
    assert len(sent) == before
    page.wait_for_url("**channel=8*")
    expect(page.get_by_test_id("stMain")).to_contain_text(f"channel 8 of {LAYER}")


def test_all_of_it_by_keyboard(page, server, maps):
    looks(page, server, channel=7)
    field = page.get_by_role("spinbutton", name="Channel")
    field.focus()
    field.press("ArrowUp")
    expect(field).to_have_value("8")
    field.press("PageDown")
    expect(field).to_have_value("9")
    patches(page).first.focus()
    page.keyboard.press("ArrowRight")
    expect(readout(page)).to_contain_text("patch 2 of 9")
    page.keyboard.press("End")
    expect(readout(page)).to_contain_text("patch 9 of 9")
    page.keyboard.press("Home")
    expect(readout(page)).to_contain_text("patch 1 of 9")
    page.keyboard.press("Enter")
    page.wait_for_url("**column=*")
    row, column = np.unravel_index(maps[9].argmax(), maps[9].shape)
    for said in (f"layer={LAYER}", "channel=9", f"row={row}", f"column={column}"):
        assert said in page.url


def test_a_click_leads_to_the_unit_in_its_own_picture(page, server):
    looks(page, server, where="all", channel=12, layer="stage2.relu1")
    patches(page).nth(0).hover()
    name = page.locator(".patches .place figcaption").inner_text()
    assert name != "Cat"
    row, column = re.search(r"Row (\d+), column (\d+)", readout(page).inner_text()).groups()
    patches(page).nth(0).click()
    page.wait_for_url("**column=*")
    settled(page)
    for said in ("layer=stage2.relu1", "channel=12", f"row={row}", f"column={column}"):
        assert said in page.url
    assert f"picture={name.lower().replace(' ', '+')}" in page.url


def test_a_finger_marks_first_and_goes_with_the_second_touch(chromium, server):
    with visit(chromium, **PHONE) as page:
        looks(page, server, channel=7)
        patches(page).nth(1).tap()
        expect(readout(page)).to_contain_text("patch 2 of 9")
        assert "part=top_patches" in page.url
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        patches(page).nth(1).tap()
        page.wait_for_url("**part=point*")


def test_the_picture_and_the_table_can_be_kept(page, server, maps):
    looks(page, server, channel=7)
    with page.expect_download() as kept:
        page.get_by_role("button", name="Save as PNG").click()
    assert kept.value.path().read_bytes().startswith(b"\x89PNG")
    with page.expect_download() as kept:
        page.get_by_role("button", name="The patches (CSV)").click()
    lines = list(csv.DictReader(kept.value.path().read_text().splitlines()))
    assert len(lines) == 9
    assert float(lines[0]["value"]) == pytest.approx(float(maps[7].max()), rel=1e-6)


def test_everything_stands_in_the_window(page, server):
    looks(page, server, where="all")
    stage = page.locator(".patches").bounding_box()
    assert stage["y"] + stage["height"] <= 740
