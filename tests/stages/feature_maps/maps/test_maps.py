"""The stage of all feature maps as a visitor uses it: mouse, keyboard, touch; and its numbers are the network's."""

import numpy as np
import pytest
from playwright.sync_api import expect

from models.images import sample
from models.nets.capture import capture
from models.nets.catalogue import load
from tests.browser.harness import readout, visit
from tests.stages.looks import PHONE
from tests.stages.numbers import number
from tests.stages.recording import recorded

pytestmark = pytest.mark.browser
STAGE = "feature_maps/maps"


@pytest.fixture(scope="session")
def trace():
    network = load("cifar10")
    return capture(network, network.prepare(sample("cat")))


def hover(page, channel, row, column, shape):
    """Points at a cell of the sheet of maps, in the order of the index."""
    sheet = page.locator(".stage .sheet")
    box = sheet.bounding_box()
    layout = {name: int(sheet.get_attribute(f"data-{name}")) for name in ("across", "tile-width", "tile-height")}
    x = (channel % layout["across"]) * (layout["tile-width"] + 3) + (column + 0.5) * layout["tile-width"] / shape[2]
    y = (channel // layout["across"]) * (layout["tile-height"] + 3) + (row + 0.5) * layout["tile-height"] / shape[1]
    page.mouse.move(box["x"] + x, box["y"] + y)


def test_hovering_reads_the_networks_own_numbers(bench, trace):
    page = bench.open(STAGE, "feature_maps")
    values = trace["stage1.conv1"].values[0]
    span = float(values.max() - values.min())
    for channel, row, column in [(0, 0, 0), (3, 31, 31), (10, 7, 20), (15, 16, 2)]:
        hover(page, channel, row, column, values.shape)
        expect(page.locator(".stage .readout")).to_contain_text(f"channel {channel}, row {row}, column {column}")
        true = float(values[channel, row, column])
        allowed = max(abs(true) * 1e-3, span * 1e-4)
        assert abs(number(readout(page)) - true) <= allowed


def test_arrow_keys_walk_positions_on_the_enlarged_map(bench):
    page = bench.open(STAGE, "feature_maps?channel=4&row=5&column=6")
    page.locator(".stage .enlarged canvas").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".stage .readout")).to_contain_text("channel 4, row 6, column 7")
    bench.told(channel=4, row=6, column=7)
    assert "unit (4, 6, 7)" in bench.said()


def test_the_legend_is_right_after_switching_pictures_back_and_forth(bench):
    """One way this goes wrong elsewhere: the legend keeps the range of a picture shown before."""
    page = bench.open(STAGE, "feature_maps?layer=stage1.relu1")
    network = load("cifar10")
    for name in ("cat", "coffee", "cat", "rocket", "cat"):
        bench.send(STAGE, recorded(f"feature_maps?layer=stage1.relu1&picture={name}")[STAGE])
        page.wait_for_selector(f'.stage[data-picture="{name}"]')
        values = capture(network, network.prepare(sample(name)))["stage1.relu1"].values[0]
        assert page.locator(".legend .low").first.inner_text() == "0"
        shown = number(page.locator(".legend .high").first.inner_text())
        assert abs(shown - values.max()) <= values.max() * 1e-3, name


def test_scales_and_orders_change_without_a_round_trip(bench, trace):
    page = bench.open(STAGE, "feature_maps?layer=stage1.bn1")
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


def test_dead_maps_can_be_hidden(bench):
    page = bench.open(STAGE, "feature_maps?picture=point&layer=stage3.relu2")
    network = load("cifar10")
    values = capture(network, network.prepare(sample("point")))["stage3.relu2"].values[0]
    alive = int((values != 0).any(axis=(1, 2)).sum())
    assert alive < len(values)
    page.locator("input[name=live]").check()
    expect(page.locator(".stage .count")).to_contain_text(f"{alive} maps")
    bench.told(live=True)


def test_two_pictures_share_one_scale(bench, trace):
    page = bench.open(STAGE, "feature_maps?layer=stage1.relu2&compare=zone+plate")
    network = load("cifar10")
    other = capture(network, network.prepare(sample("zone_plate")))["stage1.relu2"].values[0]
    both = max(trace["stage1.relu2"].values[0].max(), other.max())
    assert page.locator(".stage figure.enlarged").count() == 2
    assert number(page.locator(".legend .high").first.inner_text()) == pytest.approx(both, rel=1e-3)


@pytest.mark.parametrize(
    "query",
    ["layer=nowhere&channel=99999&row=-3&column=1e9&order=drop&scope=%3Cscript%3E&range=0&live=maybe",
     "picture=../../etc/passwd&network=vit_b_16&lang=xx&compare=%00", "channel=" + "9" * 4000],
)  # fmt: skip
def test_a_tampered_link_falls_back(bench, query):
    page = bench.open(STAGE, f"feature_maps?{query}")
    assert page.locator(".stage").get_attribute("data-drawn") == "stage1.conv1"
    assert page.locator(".stage").get_attribute("data-picture") == "cat"


def test_the_page_works_on_a_telephone_in_the_dark(chromium, bench_on):
    with visit(chromium, **PHONE) as page:
        bench = bench_on(page)
        bench.open(STAGE, "feature_maps")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        page.locator(".stage .enlarged canvas").first.tap(position={"x": 40, "y": 40})
        assert "row" in bench.told()


def test_every_control_can_be_reached_and_every_picture_has_words(bench):
    page = bench.open(STAGE, "feature_maps", beside=["frame/network_strip"])
    assert page.locator(".stage .sheet").get_attribute("aria-label").startswith("48 feature maps of 32 × 32")
    assert page.locator(".heard").get_attribute("aria-live") == "polite"
    assert page.locator(".strip").get_attribute("aria-label")
    for picture in page.locator(".stage figure.seen canvas[role=img], .stage figure.enlarged canvas[role=img]").all():
        assert picture.get_attribute("aria-label")
