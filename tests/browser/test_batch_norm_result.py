"""A map normalised both ways, as a visitor uses it: sliders, buttons, mouse, keys, a phone in the dark."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from tests.browser.harness import settled
from tests.stages.batch_norm.result.normalized import LINK, point, stage, true_values, value

pytestmark = pytest.mark.browser


def opened(page, server, part="result", more=""):
    page.goto(f"{server}/{LINK.format(part=part)}{more}")
    page.wait_for_selector(".normalized[data-drawn]")
    settled(page)


@pytest.fixture(scope="module")
def values():
    return true_values()


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
