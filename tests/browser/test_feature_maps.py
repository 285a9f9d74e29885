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


def number(text):
    """The first number that is written in a text."""
    return float(re.search(r"−?[\d.]+(e[+−]?\d+)?", text)[0].replace("−", "-"))


def hover(page, channel, row, column, shape):
    """Points at a cell of the sheet of maps, in the order of the index."""
    sheet = page.locator(".stage .sheet")
    box = sheet.bounding_box()
    layout = {name: int(sheet.get_attribute(f"data-{name}")) for name in ("across", "tile-width", "tile-height")}
    x = (channel % layout["across"]) * (layout["tile-width"] + 3) + (column + 0.5) * layout["tile-width"] / shape[2]
    y = (channel // layout["across"]) * (layout["tile-height"] + 3) + (row + 0.5) * layout["tile-height"] / shape[1]
    page.mouse.move(box["x"] + x, box["y"] + y)


def test_hovering_reads_the_networks_own_numbers(page, server, trace):
    open_view(page, f"{server}/feature_maps")
    values = trace["stage1.conv1"].values[0]
    span = float(values.max() - values.min())
    for channel, row, column in [(0, 0, 0), (3, 31, 31), (10, 7, 20), (15, 16, 2)]:
        hover(page, channel, row, column, values.shape)
        expect(page.locator(".stage .readout")).to_contain_text(f"channel {channel}, row {row}, column {column}")
        true = float(values[channel, row, column])
        allowed = max(abs(true) * 1e-3, span * 1e-4)
        assert abs(number(readout(page)) - true) <= allowed


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


def test_arrow_keys_walk_positions_on_the_enlarged_map(page, server):
    open_view(page, f"{server}/feature_maps?channel=4&row=5&column=6")
    page.locator(".stage .enlarged canvas").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".stage .readout")).to_contain_text("channel 4, row 6, column 7")
    expect(page.locator("[data-testid=stMain]")).to_contain_text("unit (4, 6, 7)")


def test_the_legend_is_right_after_switching_pictures_back_and_forth(page, server):
    """One way this goes wrong elsewhere: the legend keeps the range of a picture shown before."""
    open_view(page, f"{server}/feature_maps?layer=stage1.relu1")
    network = load("cifar10")
    for name in ("cat", "coffee", "cat", "rocket", "cat"):
        page.locator(f'.thumbnails button[data-key="{name}"]').click()
        page.wait_for_selector(f'.stage[data-picture="{name}"]')
        values = capture(network, network.prepare(sample(name)))["stage1.relu1"].values[0]
        assert page.locator(".legend .low").first.inner_text() == "0"
        shown = number(page.locator(".legend .high").first.inner_text())
        assert abs(shown - values.max()) <= values.max() * 1e-3, name


def test_scales_and_orders_change_without_a_round_trip(page, server, trace):
    open_view(page, f"{server}/feature_maps?layer=stage1.bn1")
    values = trace["stage1.bn1"].values[0]
    reach = np.abs(values).max()
    page.context.set_offline(True)
    assert number(page.locator(".legend .high").first.inner_text()) == pytest.approx(reach, rel=1e-3)
    page.locator("select[name=range]").select_option("zero")
    assert number(page.locator(".legend .high").first.inner_text()) == pytest.approx(values.max(), rel=1e-3)
    assert "drawn grey" in page.locator(".stage .scope").inner_text()
    page.locator("select[name=order]").select_option("spread")
    page.locator("select[name=scope]").select_option("map")
    strongest = int(values.std(axis=(1, 2)).argmax())
    page.locator(".stage .sheet").focus()
    page.keyboard.press("Home")
    expect(page.locator(".stage .readout")).to_contain_text(f"channel {strongest},")
    page.context.set_offline(False)


def test_dead_maps_can_be_hidden(page, server):
    open_view(page, f"{server}/feature_maps?picture=point&layer=stage3.relu2")
    network = load("cifar10")
    values = capture(network, network.prepare(sample("point")))["stage3.relu2"].values[0]
    alive = int((values != 0).any(axis=(1, 2)).sum())
    assert alive < len(values)
    page.locator("input[name=live]").check()
    expect(page.locator(".stage .count")).to_contain_text(f"{alive} maps")
    page.wait_for_url("**live=true*")


def test_two_pictures_share_one_scale(page, server, trace):
    open_view(page, f"{server}/feature_maps?layer=stage1.relu2&compare=zone+plate")
    network = load("cifar10")
    other = capture(network, network.prepare(sample("zone_plate")))["stage1.relu2"].values[0]
    both = max(trace["stage1.relu2"].values[0].max(), other.max())
    assert page.locator(".stage figure.enlarged").count() == 2
    assert number(page.locator(".legend .high").first.inner_text()) == pytest.approx(both, rel=1e-3)


def test_back_leads_to_the_layer_before(page, server):
    open_view(page, f"{server}/feature_maps")
    page.locator('.strip button[data-name="stage1.relu1"]').click()
    drawn_layer(page, "stage1.relu1")
    page.wait_for_url("**layer=stage1.relu1*")
    page.go_back()
    drawn_layer(page, "stage1.conv1")


@pytest.mark.parametrize(
    "query",
    ["layer=nowhere&channel=99999&row=-3&column=1e9&order=drop&scope=%3Cscript%3E&range=0&live=maybe",
     "picture=../../etc/passwd&network=vit_b_16&lang=xx&compare=%00", "channel=" + "9" * 4000],
)  # fmt: skip
def test_a_tampered_link_falls_back(page, server, query):
    open_view(page, f"{server}/feature_maps?{query}")
    assert page.locator(".stage").get_attribute("data-drawn") == "stage1.conv1"
    assert page.locator(".stage").get_attribute("data-picture") == "cat"


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


def test_the_page_works_on_a_telephone_in_the_dark(chromium, server):
    options = {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark", "has_touch": True, "is_mobile": True}
    with visit(chromium, **options) as page:
        open_view(page, f"{server}/feature_maps")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        page.locator(".stage .enlarged canvas").first.tap(position={"x": 40, "y": 40})
        page.wait_for_url("**row=*")


def test_every_control_can_be_reached_and_every_picture_has_words(page, server):
    open_view(page, f"{server}/feature_maps")
    assert page.locator(".stage .sheet").get_attribute("aria-label").startswith("48 feature maps of 32 × 32")
    assert page.locator(".stage .readout").get_attribute("aria-live") == "polite"
    assert page.locator(".strip").get_attribute("aria-label")
    for picture in page.locator(".stage figure.seen canvas[role=img], .stage figure.enlarged canvas[role=img]").all():
        assert picture.get_attribute("aria-label")


def test_a_thing_to_try_is_on_stage_and_in_the_address(page, server):
    open_view(page, f"{server}/feature_maps?layer=stage2.conv1&channel=3")
    page.get_by_role("button", name="What ReLU throws away").click()
    drawn_layer(page, "stage1.relu1")
    page.wait_for_url("**layer=stage1.relu1*")
    settled(page)
    assert "order=zeros" in page.url
    assert "channel=31" in page.url, "the first of those shown"
    assert page.locator("select[name=order]").input_value() == "zeros"
