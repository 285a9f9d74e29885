"""Pointing at units and pixels: the boxes are those of the network, in words and in numbers."""

import re

import pytest
from playwright.sync_api import expect

from models.nets.catalogue import load
from models.nets.receptive_field import receptive_fields
from tests.browser.harness import visit
from tests.pages.test_pages import words
from tests.stages.looks import PHONE
from tests.stages.receptive_field.point.pointing import UNIT, point
from tests.stages.recording import visited

pytestmark = pytest.mark.browser
STAGE = "receptive_field/point"


@pytest.fixture(scope="module")
def fields():
    return receptive_fields(load("cifar10").module, (32, 32))


def said_box(page):
    found = re.search(
        r"sees rows (\d+) to (\d+) and columns (\d+) to (\d+)", page.locator(".stage .readout").inner_text()
    )
    top, bottom, left, right = (int(number) for number in found.groups())
    return top, bottom + 1, left, right + 1


def test_the_box_under_the_pointer_is_the_networks(bench, fields):
    page = bench.open(STAGE, f"receptive_field?{UNIT}")
    page.context.set_offline(True)
    for row, column in [(0, 0), (8, 7), (15, 15), (0, 15), (3, 12)]:
        point(page, "map", row, column, 16, 16)
        expect(page.locator(".stage .readout")).to_contain_text(f"row {row}, column {column}:")
        box = fields["stage2.conv1"].box(row, column)
        assert said_box(page) == (box.top, box.bottom, box.left, box.right)
    point(page, "map", 0, 0, 16, 16)
    expect(page.locator(".stage .note")).to_contain_text("Of its field of 10 × 10 only 6 × 6 lie in the picture")
    page.context.set_offline(False)


def test_the_units_that_see_a_pixel_are_counted(bench, fields):
    page = bench.open(STAGE, f"receptive_field?{UNIT}")
    field = fields["stage2.conv1"]
    boxes = [field.box(row, column) for row in range(16) for column in range(16)]
    for row, column in [(0, 0), (16, 9), (31, 31)]:
        point(page, "seen", row, column, 32, 32)
        expect(page.locator(".stage .readout")).to_contain_text(f"Pixel at row {row}, column {column}:")
        seeing = sum(box.top <= row < box.bottom and box.left <= column < box.right for box in boxes)
        expect(page.locator(".stage .readout")).to_contain_text(f"{seeing} of 256 units see it")


def test_a_layer_that_sees_everything_says_so(bench):
    page = bench.open(STAGE, "receptive_field?layer=linear&channel=3")
    assert said_box(page) == (0, 32, 0, 32)
    expect(page.locator(".stage .note")).to_contain_text("every pixel")


def test_a_torchvision_network_with_random_weights_is_marked(bench):
    address = "receptive_field?network=squeezenet1_1&layer=features.4.cat&row=3&column=3"
    page = bench.open(STAGE, address)
    assert "The weights of this network are random" in words(visited(address).app)
    box = receptive_fields(load("squeezenet1_1").module, (224, 224))["features.4.cat"].box(3, 3)
    assert said_box(page) == (box.top, box.bottom, box.left, box.right)


def test_a_telephone_in_the_dark(chromium, bench_on):
    with visit(chromium, **PHONE) as page:
        bench = bench_on(page)
        bench.open(STAGE, f"receptive_field?{UNIT}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        box = page.locator(".stage .map .plane").bounding_box()
        page.locator(".stage .map .plane").tap(position={"x": box["width"] - 3, "y": box["height"] - 3})
        bench.told(row=15, column=15)


@pytest.mark.parametrize("query", ["layer=nowhere&channel=1e9&row=-3&over=x", "layer=stage3.conv1&row=99&part=point"])
def test_a_tampered_link_falls_back(bench, query):
    page = bench.open(STAGE, f"receptive_field?{query}")
    assert page.locator(".stage .readout").inner_text().startswith("Unit")


def test_squeeze_and_excitation_is_said_with_the_size_through_the_windows(bench):
    page = bench.open(STAGE, "receptive_field?network=mobilenet_v3_small&layer=features.1.block.1.mul&row=3&column=3")
    expect(page.locator(".stage .note")).to_contain_text("every pixel")
    expect(page.locator(".stage .note")).to_contain_text("Through its windows alone it would see 7 × 7")
