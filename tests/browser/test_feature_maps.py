"""The Feature maps page as a visitor uses it: mouse, keyboard, links, downloads; and its numbers are the network's."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from models.images import sample
from models.nets.capture import capture
from models.nets.catalogue import load
from tests.browser.harness import drawn_layer, open_view, readout, settled, visit

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def trace():
    network = load("cifar10")
    return capture(network, network.prepare(sample("cat")))


def test_arrow_keys_choose_layers_and_the_link_gives_the_same_view(page, server, chromium):
    open_view(page, f"{server}/feature_maps")
    page.locator('.strip [aria-selected="true"]').focus()
    for expected in ("stage1.bn1", "stage1.relu1", "stage1.conv2"):
        page.keyboard.press("ArrowRight")
        drawn_layer(page, expected)
    settled(page)
    assert "layer=stage1.conv2" in page.url
    with visit(chromium) as second:
        open_view(second, page.url)
        assert second.locator(".stage").get_attribute("data-drawn") == "stage1.conv2"
        assert readout(second) == readout(page)


def test_a_click_chooses_a_layer(page, server):
    open_view(page, f"{server}/feature_maps")
    page.locator('.strip button[data-name="pool1"]').click()
    drawn_layer(page, "pool1")
    assert page.locator('.strip [aria-selected="true"] b').inner_text() == "pool1"


def test_the_chosen_unit_is_in_the_address_and_survives_a_reload(page, server):
    open_view(page, f"{server}/feature_maps")
    page.locator(".stage .sheet").focus()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".stage .readout")).to_contain_text("channel 2,")
    page.wait_for_url("**channel=2*")
    before = readout(page)
    page.reload()
    page.wait_for_selector(".stage[data-drawn]")
    expect(page.locator(".stage .readout")).to_contain_text("channel 2,")
    assert readout(page) == before


def test_back_leads_to_the_layer_before(page, server):
    open_view(page, f"{server}/feature_maps")
    page.locator('.strip button[data-name="stage1.relu1"]').click()
    drawn_layer(page, "stage1.relu1")
    page.wait_for_url("**layer=stage1.relu1*")
    page.go_back()
    drawn_layer(page, "stage1.conv1")


def test_a_layer_that_is_not_there_cannot_be_sent(page, server):
    """What the browser sends is checked against the network: a forged block changes nothing."""
    open_view(page, f"{server}/feature_maps")
    page.evaluate(
        """() => { const roots = [...document.querySelectorAll('*')].map(e => e.shadowRoot).filter(Boolean);
        const strip = roots.map(r => r.querySelector('.strip')).find(Boolean);
        strip.children[3].dataset.name = '__import__'; strip.children[3].click(); }"""
    )
    settled(page)
    assert page.locator(".stage").get_attribute("data-drawn") == "stage1.conv1"


def test_what_is_saved_is_what_is_shown(page, server, trace, tmp_path):
    open_view(page, f"{server}/feature_maps?layer=stage2.conv1")
    saved = {}
    for label in ("PNG", "NPZ", "CSV"):
        with page.expect_download() as download:
            page.get_by_role("button", name=re.compile(label)).click()
        saved[label] = tmp_path / download.value.suggested_filename
        download.value.save_as(saved[label])
    numbers = np.load(saved["NPZ"])
    values = trace["stage2.conv1"].values
    assert np.array_equal(numbers["values"], values)
    assert str(numbers["layer"]) == "stage2.conv1"
    table = np.genfromtxt(saved["CSV"], delimiter=",", skip_header=1)
    assert np.allclose(table[:, 3], values[0].mean(axis=(1, 2)), atol=1e-6)
    assert saved["PNG"].read_bytes().startswith(b"\x89PNG")


def test_a_thing_to_try_is_on_stage_and_in_the_address(page, server):
    open_view(page, f"{server}/feature_maps?layer=stage2.conv1&channel=3")
    page.get_by_role("button", name="What ReLU throws away").click()
    drawn_layer(page, "stage1.relu1")
    page.wait_for_url("**layer=stage1.relu1*")
    settled(page)
    assert "order=zeros" in page.url
    assert "channel=31" in page.url, "the first of those shown"
    assert page.locator("select[name=order]").input_value() == "zeros"
