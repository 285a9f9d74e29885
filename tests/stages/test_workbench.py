"""The bare page mounts a stage as Streamlit does, says what it tells, and serves no file but its own."""

import re
import urllib.error
import urllib.request

import pytest
from playwright.sync_api import expect

from tests.stages.recording import visited
from viz.hosts.workbench import __main__ as command
from viz.hosts.workbench.server import themes

pytestmark = pytest.mark.browser

STAGE, CAT = "pooling/unpooling", "pooling?part=unpooling&picture=cat&network=cifar10"


def walked(page):
    page.locator('figure[data-key="original"] canvas').first.focus()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")


def test_what_a_stage_tells_leads_its_page_on_and_back(bench):
    page = bench.open(STAGE, CAT)
    walked(page)
    event = bench.told(column=1)
    visit = visited(CAT)
    first = visit.sent[STAGE]
    assert visit.tell(STAGE, "settled", event) == first, "what the browser did itself is not sent again"
    assert visit.query["column"] == "1"
    visit.app.segmented_control(key="picked window").set_value(3)
    assert visit.tell(STAGE, "settled", {**event, "row": 2}) != first
    bench.send(STAGE, visit.sent[STAGE])
    expect(page.locator('figure[data-key="pooled"] small')).to_contain_text("8 × 8")


def test_a_stage_is_in_a_root_of_its_own_and_leaves_nothing(bench):
    page = bench.open(STAGE, CAT)
    roots = "[...document.querySelectorAll('main *')].filter((one) => one.shadowRoot).length"
    assert page.evaluate(roots) == 1
    assert page.evaluate("document.querySelector('.back')") is None
    walked(page)
    page.evaluate("(stage) => window.bench.leave(stage)", STAGE)
    assert page.locator("main").inner_html() == ""
    page.wait_for_timeout(400)  # what was still to be told is not told any more
    assert page.evaluate("window.told") == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_theme_is_that_of_the_settings(bench, theme):
    page = bench.open(STAGE, CAT, theme=theme)
    red, green, blue = (int(themes()[theme]["background-color"][at : at + 2], 16) for at in (1, 3, 5))
    expect(page.locator("body")).to_have_css("background-color", f"rgb({red}, {green}, {blue})")
    ink = page.locator(".back").evaluate("(root) => getComputedStyle(root).color")
    lightness = sum(map(int, re.findall(r"\d+", ink))) / 3
    assert (lightness > 128) == (theme == "dark")


@pytest.mark.parametrize(
    "path",
    ["/server.py", "/payloads/../server.py", "/payloads/%2e%2e/x", "/assets/kernel", "/assets/../../app", "/payloads/"],
)
def test_no_other_file_is_served(workbench, path):
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(workbench + path)  # noqa: S310, our own server


def test_a_folder_without_payloads_is_told_how_to_fill_it(tmp_path):
    with pytest.raises(SystemExit, match=r"tests\.stages\.record"):
        command.main(tmp_path)
