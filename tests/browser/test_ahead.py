"""What may be chosen next is on screen before the server has answered, and nobody is thrown back by its answer."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from models.images import sample
from models.nets.capture import capture
from models.nets.catalogue import load
from tests.browser.harness import drawn_layer, open_view, settled, visit, wait_until
from tests.browser.test_late_answers import LATE

pytestmark = pytest.mark.browser

KEPT = "[...globalThis.convoscopeParcels.kept.keys()].length"
HISTORY = """() => {
  window.layers = [];
  const find = (root) => {
    for (const each of root.querySelectorAll("*")) {
      if (each.matches(".stage[data-drawn]")) return each;
      const inner = each.shadowRoot && find(each.shadowRoot);
      if (inner) return inner;
    }
    return null;
  };
  const found = find(document);
  const noted = new MutationObserver(() => window.layers.push(found.dataset.drawn));
  noted.observe(found, { attributeFilter: ["data-drawn"] });
}"""


@pytest.fixture
def slow(chromium):
    """A visitor whose messages can be made to take as long as wanted; what is asked for by address comes as ever."""
    with visit(chromium) as page:
        page.add_init_script(LATE)
        yield page


def foreseen(page):
    """Waits until what lies on either side is at hand."""
    wait_until(lambda: page.evaluate(KEPT) >= 5, "what lies around is at hand")
    page.wait_for_timeout(800)


def test_the_next_layer_is_there_before_the_server_has_answered_and_stays(slow, server):
    open_view(slow, f"{server}/feature_maps?layer=stage1.conv2")
    foreseen(slow)
    slow.evaluate(HISTORY)
    slow.evaluate("window.late = 1500")
    slow.locator('.strip [aria-selected="true"]').focus()
    slow.keyboard.press("ArrowRight")
    slow.wait_for_selector('.stage[data-drawn="stage1.bn2"]', timeout=1000)
    slow.wait_for_timeout(500)  # its own neighbours come
    slow.keyboard.press("ArrowRight")
    slow.wait_for_selector('.stage[data-drawn="stage1.relu2"]', timeout=1000)
    assert "layer=stage1.conv2" in slow.url
    slow.wait_for_url("**layer=stage1.relu2*")
    slow.wait_for_timeout(3500)  # every answer is here
    settled(slow)
    assert slow.evaluate("window.layers")[:2] == ["stage1.bn2", "stage1.relu2"]
    assert set(slow.evaluate("window.layers")[2:]) <= {"stage1.relu2"}, "an older answer was shown"
    expect(slow.get_by_text(re.compile(r"stage1\.relu2.*ReLU"))).not_to_have_count(0)


def test_what_is_shown_ahead_is_what_the_server_answers(slow, server):
    open_view(slow, f"{server}/feature_maps?layer=stage1.conv2")
    foreseen(slow)
    slow.evaluate("window.late = 1500")
    slow.locator('.strip [aria-selected="true"]').focus()
    slow.keyboard.press("ArrowRight")
    slow.wait_for_selector('.stage[data-drawn="stage1.bn2"]', timeout=1000)
    ahead = slow.locator(".stage .readout").inner_text()
    network = load("cifar10")
    maps = capture(network, network.prepare(sample("cat")))["stage1.bn2"].values[0]
    channel, row, column = np.unravel_index(maps.argmax(), maps.shape)
    assert f"channel {channel}," in ahead
    assert f"row {row}, column {column}" in ahead
    slow.wait_for_url("**layer=stage1.bn2*")
    slow.wait_for_timeout(2000)
    assert slow.locator(".stage .readout").inner_text() == ahead


def test_what_is_done_meanwhile_is_kept(slow, server):
    open_view(slow, f"{server}/feature_maps?layer=stage1.conv2")
    foreseen(slow)
    slow.evaluate("window.late = 1200")
    slow.locator('.strip [aria-selected="true"]').focus()
    slow.keyboard.press("ArrowRight")
    slow.wait_for_selector('.stage[data-drawn="stage1.bn2"]', timeout=1000)
    slow.locator(".stage .sheet").focus()
    slow.keyboard.press("Home")
    slow.keyboard.press("ArrowRight")
    expect(slow.locator(".stage .readout")).to_contain_text("channel 1,")
    slow.wait_for_timeout(3000)
    expect(slow.locator(".stage .readout")).to_contain_text("channel 1,")
    slow.evaluate("window.late = 0")
    slow.wait_for_url("**channel=1*")
    settled(slow)
    expect(slow.locator(".stage .readout")).to_contain_text("channel 1,")
    assert "layer=stage1.bn2" in slow.url


def test_the_sample_under_the_pointer_is_there_when_it_is_clicked(slow, server):
    open_view(slow, f"{server}/feature_maps?layer=stage1.conv2")
    wanted = slow.locator('.thumbnails button[data-key="coffee"]')
    wanted.wait_for()
    foreseen(slow)
    before = slow.evaluate(KEPT)
    wanted.hover()
    wait_until(lambda: slow.evaluate(KEPT) > before, "what is pointed at is at hand")
    slow.evaluate("window.late = 1500")
    wanted.click()
    slow.wait_for_selector('.stage[data-picture="coffee"]', timeout=1000)
    slow.wait_for_url("**picture=coffee*")
    slow.wait_for_timeout(2000)
    assert slow.locator(".stage").get_attribute("data-picture") == "coffee"


@pytest.mark.long
def test_who_pays_for_what_is_fetched_is_fetched_nothing_ahead(chromium, server):
    with visit(chromium) as page:
        page.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
        open_view(page, f"{server}/feature_maps?layer=stage1.conv2")
        page.wait_for_timeout(1500)
        before = page.evaluate(KEPT)
        assert before <= 5  # the words, the thumbnails, the strip, the maps, and the row before and after
        page.locator('.strip [aria-selected="true"]').focus()
        page.keyboard.press("ArrowRight")
        drawn_layer(page, "stage1.bn2")


def test_what_is_a_visitors_own_is_given_to_that_visit_alone(page, server, tmp_path):
    picture = tmp_path / "mine.png"
    sample("coffee").rotate(90).save(picture)
    open_view(page, f"{server}/feature_maps")
    page.get_by_role("tab", name="Upload").click()
    asked = []
    page.on("request", lambda request: asked.append(request) if "/payload/" in request.url else None)
    page.locator("input[type=file]").first.set_input_files(picture)
    page.wait_for_selector('.stage[data-picture="upload 1"]')
    settled(page)
    answers = [(request, request.response()) for request in asked]
    private = [request for request, answer in answers if "private" in answer.headers.get("cache-control", "")]
    assert private
    for request in private:
        for stranger in ({}, {"x-visit": "0" * 32}):
            assert page.request.get(request.url, headers=stranger).status == 404
        assert page.request.get(request.url, headers={"x-visit": request.headers["x-visit"]}).status == 200


@pytest.mark.long
def test_where_nothing_can_be_fetched_it_is_said_and_what_was_there_stays(chromium, server):
    with visit(chromium) as page:
        open_view(page, f"{server}/feature_maps?layer=stage1.conv2")
        foreseen(page)
        page.route("**/payload/**", lambda route: route.fulfill(body="<p>Not ours.</p>", content_type="text/html"))
        page.locator('.strip button[data-name="stage3.conv1"]').click()
        alert = page.locator(".stage .missing")
        alert.wait_for(timeout=20000)
        assert "couldn't be fetched" in alert.inner_text()
        assert page.locator(".stage").get_attribute("data-drawn") == "stage1.conv2"
        page.unroute("**/payload/**")
        page.locator('.strip button[data-name="stage3.bn1"]').click()
        drawn_layer(page, "stage3.bn1")
        assert alert.count() == 0
