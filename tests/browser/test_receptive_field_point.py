"""Pointing at units and pixels in Chromium: boxes are those of the network, and nothing is asked while pointing."""

import re

import pytest
from playwright.sync_api import expect

from models.nets.catalogue import load
from models.nets.receptive_field import receptive_fields
from tests.browser.harness import drawn_layer, open_view, settled, visit

pytestmark = pytest.mark.browser
PHONE = {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark", "has_touch": True, "is_mobile": True}
UNIT = "layer=stage2.conv1&channel=3&row=8&column=7"


@pytest.fixture(scope="module")
def fields():
    return receptive_fields(load("cifar10").module, (32, 32))


def point(page, name, row, column, rows, columns):
    box = page.locator(f".stage .{name} .plane").bounding_box()
    page.mouse.move(box["x"] + (column + 0.5) * box["width"] / columns, box["y"] + (row + 0.5) * box["height"] / rows)


def said_box(page):
    found = re.search(r"sees rows (\d+)–(\d+) and columns (\d+)–(\d+)", page.locator(".stage .readout").inner_text())
    top, bottom, left, right = (int(number) for number in found.groups())
    return top, bottom + 1, left, right + 1


def drawn_unit(page, unit):
    page.wait_for_selector(f'.stage[data-unit="{unit}"]')


def test_the_box_under_the_pointer_is_the_networks(page, server, fields):
    open_view(page, f"{server}/receptive_field?{UNIT}")
    page.context.set_offline(True)
    for row, column in [(0, 0), (8, 7), (15, 15), (0, 15), (3, 12)]:
        point(page, "map", row, column, 16, 16)
        expect(page.locator(".stage .readout")).to_contain_text(f"row {row}, column {column}:")
        box = fields["stage2.conv1"].box(row, column)
        assert said_box(page) == (box.top, box.bottom, box.left, box.right)
    point(page, "map", 0, 0, 16, 16)
    expect(page.locator(".stage .note")).to_contain_text("Of its field of 10 × 10 only 6 × 6 lie in the picture")
    page.context.set_offline(False)


def test_the_units_that_see_a_pixel_are_counted(page, server, fields):
    open_view(page, f"{server}/receptive_field?{UNIT}")
    field = fields["stage2.conv1"]
    boxes = [field.box(row, column) for row in range(16) for column in range(16)]
    for row, column in [(0, 0), (16, 9), (31, 31)]:
        point(page, "seen", row, column, 32, 32)
        expect(page.locator(".stage .readout")).to_contain_text(f"Pixel at row {row}, column {column}:")
        seeing = sum(box.top <= row < box.bottom and box.left <= column < box.right for box in boxes)
        expect(page.locator(".stage .readout")).to_contain_text(f"{seeing} of 256 units see it")


def test_a_click_brings_the_effective_field_and_the_address(page, server):
    open_view(page, f"{server}/receptive_field?{UNIT}")
    point(page, "map", 4, 11, 16, 16)
    page.mouse.down()
    page.mouse.up()
    drawn_unit(page, "3 4 11 picture")
    page.wait_for_url("**row=4&column=11*")
    expect(page.locator("[data-testid=stMain]")).to_contain_text("The unit at row 4, column 11 of stage2.conv1 sees")
    page.reload()
    drawn_unit(page, "3 4 11 picture")


def test_keys_walk_units_and_layers(page, server):
    open_view(page, f"{server}/receptive_field?{UNIT}")
    page.locator(".map .plane").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".stage .readout")).to_contain_text("row 9, column 8:")
    drawn_unit(page, "3 9 8 picture")
    page.keyboard.press("Home")
    expect(page.locator(".stage .readout")).to_contain_text("row 0, column 0:")
    drawn_unit(page, "3 0 0 picture")
    page.locator(".map .plane").focus()
    page.keyboard.press("PageDown")
    drawn_layer(page, "stage2.bn1")
    settled(page)
    page.locator(".map .plane").focus()
    page.keyboard.press("PageUp")
    drawn_layer(page, "stage2.conv1")


def test_the_slider_and_the_average(page, server):
    open_view(page, f"{server}/receptive_field?{UNIT}")
    page.locator("input[name=mix]").fill("0")
    page.locator("input[name=mix]").fill("1")
    page.locator("select[name=over]").select_option("average")
    drawn_unit(page, "3 8 7 average")
    expect(page.locator("[data-testid=stMain]")).to_contain_text("Averaged over 19 pictures")
    page.wait_for_url("**over=average*")


def test_a_layer_that_sees_everything_says_so(page, server):
    open_view(page, f"{server}/receptive_field?layer=linear&channel=3")
    assert said_box(page) == (0, 32, 0, 32)
    expect(page.locator(".stage .note")).to_contain_text("every pixel")


def test_a_torchvision_network_with_random_weights_is_marked(page, server):
    open_view(page, f"{server}/receptive_field?network=squeezenet1_1&layer=features.4.cat&row=3&column=3")
    expect(page.locator("[data-testid=stMain]")).to_contain_text("The weights of this network are random")
    box = receptive_fields(load("squeezenet1_1").module, (224, 224))["features.4.cat"].box(3, 3)
    assert said_box(page) == (box.top, box.bottom, box.left, box.right)


def test_a_telephone_in_the_dark(chromium, server):
    with visit(chromium, **PHONE) as page:
        open_view(page, f"{server}/receptive_field?{UNIT}")
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
        box = page.locator(".stage .map .plane").bounding_box()
        page.locator(".stage .map .plane").tap(position={"x": box["width"] - 3, "y": box["height"] - 3})
        drawn_unit(page, "3 15 15 picture")


def test_the_stage_can_be_kept(page, server, tmp_path):
    open_view(page, f"{server}/receptive_field?{UNIT}")
    with page.expect_download() as download:
        page.locator("button[name=save_png]").click()
    download.value.save_as(tmp_path / "stage.png")
    assert (tmp_path / "stage.png").read_bytes().startswith(b"\x89PNG")
    with page.expect_download() as download:
        page.get_by_role("button", name="The boxes of all units (CSV)").click()
    download.value.save_as(tmp_path / "boxes.csv")
    assert len((tmp_path / "boxes.csv").read_text().splitlines()) == 257


@pytest.mark.parametrize("query", ["layer=nowhere&channel=1e9&row=-3&over=x", "layer=stage3.conv1&row=99&part=point"])
def test_a_tampered_link_falls_back(page, server, query):
    open_view(page, f"{server}/receptive_field?{query}")
    assert page.locator(".stage .readout").inner_text().startswith("Unit")


def test_squeeze_and_excitation_is_said_with_the_size_through_the_windows(page, server):
    open_view(page, f"{server}/receptive_field?network=mobilenet_v3_small&layer=features.1.block.1.mul&row=3&column=3")
    expect(page.locator(".stage .note")).to_contain_text("every pixel")
    expect(page.locator(".stage .note")).to_contain_text("Through its windows alone it would see 7 × 7")
