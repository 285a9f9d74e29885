"""A map normalised both ways, as a visitor uses it: sliders, buttons, mouse, keys, a phone in the dark."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from models.images import sample
from models.nets.catalogue import load
from models.nets.maps.batch_tensors import tensor_of
from tests.browser.harness import settled
from tests.stages.pooling.figures import number

pytestmark = pytest.mark.browser

LINK = "batch_norm?part={part}&picture=cat&network=cifar10&batch=cat,coffee,rocket&tensor=bn:stage1.bn1&channel=3"
SHAPE = (32, 32)


def opened(page, server, part="result", more=""):
    page.goto(f"{server}/{LINK.format(part=part)}{more}")
    page.wait_for_selector(".normalized[data-drawn]")
    settled(page)


def stage(page):
    return page.locator(".normalized").first


def value(page, key):
    return number(stage(page).locator(f'figure[data-key="{key}"] .value').inner_text())


def point(page, key, row, column):
    canvas = stage(page).locator(f'figure[data-key="{key}"] canvas').first
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    at = (box["x"] + (column + 0.5) * box["width"] / SHAPE[1], box["y"] + (row + 0.5) * box["height"] / SHAPE[0])
    page.mouse.move(*at)
    expect(stage(page).locator(".readout")).to_contain_text(f"row {row}, column {column}")
    return at


@pytest.fixture(scope="module")
def values():
    images = [sample(name) for name in ("cat", "coffee", "rocket")]
    return tensor_of(load("cifar10"), images, "bn:stage1.bn1")[:, 3:4].astype(float)


def test_the_identity_comes_back_per_channel_alone_and_stands_in_the_address(page, server, values):
    opened(page, server)
    stage(page).locator("[data-preset=identity]").click()
    expect(stage(page).locator(".said")).to_contain_text("the map before is back")
    expect(stage(page).locator("[data-preset=identity]")).to_have_attribute("aria-pressed", "true")
    page.wait_for_url(re.compile("gamma="))
    point(page, "channel before", 5, 9)
    assert value(page, "channel scaled") == pytest.approx(value(page, "channel before"), rel=1e-3)
    gamma = float(re.search(r"gamma=([\d.]+)", page.url)[1])
    assert gamma == pytest.approx(np.sqrt(values.var() + 1e-5), rel=1e-6)
    page.reload()
    page.wait_for_selector(".normalized[data-drawn]")
    expect(stage(page).locator(".said")).to_contain_text("the map before is back")


def test_a_cell_of_the_moved_maps_leaves_gamma_alone(page, server):
    opened(page, server, more="&gamma=1.25")
    page.wait_for_selector(".normalized.plain[data-drawn]")
    page.locator(".normalized.plain canvas").first.click(position={"x": 60, "y": 30})
    page.wait_for_url(re.compile("row="))
    assert "gamma=1.25" in page.url


def test_other_pictures_are_drawn_on_demand(page, server):
    opened(page, server, "inference")
    page.get_by_text("Draw others").click()
    page.wait_for_url(re.compile("seed=1"))
    settled(page)
