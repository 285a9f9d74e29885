"""From maps to the answer in Chromium: every number is the network's, and looking around asks nobody."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from models.images import sample
from models.nets.answers.prediction import head_of
from models.nets.capture import capture
from models.nets.catalogue import load
from tests.browser.harness import open_view, readout, settled

pytestmark = pytest.mark.browser
VIEW = "prediction?part=answer"


@pytest.fixture(scope="module")
def head():
    network = load("cifar10")
    return head_of(network, capture(network, network.prepare(sample("cat"))))


def rows(page, name):
    return page.locator(f".stage .{name} .row")


def test_classes_are_walked_by_keys_and_stand_in_the_address(page, server, head):
    open_view(page, f"{server}/{VIEW}")
    page.locator(".stage .classes .scroller").focus()
    page.keyboard.press("ArrowDown")
    order = np.argsort(-head.logits)
    expect(page.locator(".stage .readout")).to_contain_text("rank 2 of 10")
    page.wait_for_url(f"**class={order[1]}*")
    settled(page)
    expect(page.locator("[data-testid=stMain]")).to_contain_text("dog gets 0.8556")
    page.keyboard.press("End")
    expect(page.locator(".stage .readout")).to_contain_text("rank 10 of 10")
    page.wait_for_url(f"**class={order[9]}*")
    page.reload()
    page.wait_for_selector(".stage[data-drawn]")
    expect(page.locator(".stage .readout")).to_contain_text("rank 10 of 10")


def test_a_class_whose_weights_were_not_sent_is_found_and_fetched(page, server):
    open_view(page, f"{server}/{VIEW}&network=squeezenet1_1")
    serial = page.locator(".stage").get_attribute("data-drawn")
    page.locator("input[name=search]").fill("maker espresso")
    expect(rows(page, "classes").first).to_contain_text("espresso maker")
    page.locator("input[name=search]").press("Enter")
    page.wait_for_selector(f'.stage[data-drawn]:not([data-drawn="{serial}"])')
    expect(page.locator(".stage .terms h2")).to_contain_text("What espresso maker is made of: 169 places")
    assert readout(page).startswith("espresso")
    page.wait_for_url("**class=550*")


def test_the_stage_and_its_tables_can_be_kept(page, server, tmp_path):
    open_view(page, f"{server}/{VIEW}")
    for button, suffix in [("Save picture (PNG)", ".png"), ("The parts of this logit (CSV)", ".csv")]:
        with page.expect_download() as download:
            page.get_by_role("button", name=button).click()
        assert download.value.suggested_filename.endswith(suffix)
        download.value.save_as(tmp_path / f"kept{suffix}")
    assert (tmp_path / "kept.png").read_bytes().startswith(b"\x89PNG")
    assert len((tmp_path / "kept.csv").read_text().splitlines()) == 194


@pytest.mark.parametrize("key", ["T = 5 makes", "A network whose last sum"])
def test_things_to_try_lead_there(page, server, key):
    open_view(page, f"{server}/{VIEW}")
    page.get_by_role("button", name=re.compile(re.escape(key))).click()
    page.wait_for_url("**temperature=5.0*" if "T = 5" in key else "**network=alexnet*")
    settled(page)
    expected = "at T = 5" if "T = 5" in key else "rank 1 of 1000"
    expect(page.locator(".stage .readout")).to_contain_text(expected)
