"""Answers that come late: nobody is thrown back to an older view than the one on screen."""

import pytest
from playwright.sync_api import expect

from tests.browser.harness import open_view, settled, visit

pytestmark = [pytest.mark.browser, pytest.mark.long]

# Every message of the page's web sockets takes `late` milliseconds longer, each way; their order stays.
LATE = """
window.late = 0;
const Plain = window.WebSocket;
const later = (act) => (window.late === 0 ? act() : setTimeout(act, window.late));
window.WebSocket = class extends Plain {
  send(data) { later(() => super.send(data)); }
  set onmessage(hear) { super.onmessage = (event) => later(() => hear(event)); }
  addEventListener(kind, hear, ...rest) {
    const heard = kind === "message" ? (event) => later(() => hear(event)) : hear;
    super.addEventListener(kind, heard, ...rest);
  }
};
"""


@pytest.fixture
def slow(chromium):
    """A visitor whose network can be made slow once the page is open."""
    with visit(chromium) as page:
        page.add_init_script(LATE)
        yield page


@pytest.mark.parametrize("pace", [450, 700, 1000, 1400])
def test_keys_lead_as_many_units_on_as_were_pressed(slow, server, pace):
    open_view(slow, f"{server}/receptive_field?layer=stage2.conv1&channel=3&row=8&column=7")
    slow.evaluate("window.late = 200")
    slow.locator(".map .plane").focus()
    slow.keyboard.press("Home")
    for column in range(1, 7):
        slow.wait_for_timeout(pace)
        slow.keyboard.press("ArrowRight")
        expect(slow.locator(".stage .readout")).to_contain_text(f"row 0, column {column}:")
    slow.wait_for_selector('.stage[data-unit="3 0 6 picture"]:not(.waiting)')
    slow.wait_for_url("**row=0&column=6*")
    settled(slow)
    expect(slow.locator(".stage .readout")).to_contain_text("row 0, column 6:")


# A stage of each way of answering: one that is sent its cell anew, one whose page writes the unit into the address, and
# one whose numbers come back with each step.
STAGES = {
    "prediction where": ("prediction?part=where&row=3&column=1", ".stage .plane", "column=6"),
    "moved picture": ("pooling?part=invariance&row=5&column=20", 'figure[data-key="before_new"] canvas', "column=25"),
    "average over all pictures": (
        "receptive_field?layer=stage2.conv1&channel=3&row=2&column=1&over=average",
        ".map .plane",
        "column=6",
    ),
}


@pytest.mark.parametrize("name", STAGES)
def test_on_other_stages_no_step_is_lost_either(slow, server, name):
    address, place, end = STAGES[name]
    slow.goto(f"{server}/{address}")
    slow.wait_for_selector("[data-drawn]")
    settled(slow)
    slow.evaluate("window.late = 200")
    slow.locator(place).first.focus()
    for pace in (450, 300, 700, 500, 350):
        slow.keyboard.press("ArrowRight")
        slow.wait_for_timeout(pace)
    slow.wait_for_url(f"**{end}*")
    slow.wait_for_timeout(1000)  # whatever is late has come by then
    settled(slow)
    assert end in slow.url


def test_a_pixel_leads_to_the_same_unit_in_both_parts(page, server):
    where = "layer=stage3.relu1&channel=3"
    open_view(page, f"{server}/receptive_field?{where}&row=5&column=5")
    box = page.locator(".stage .seen .plane").bounding_box()
    page.mouse.click(box["x"] + 5.5 / 32 * box["width"], box["y"] + 9.5 / 32 * box["height"])
    page.mouse.move(0, 0)
    expect(page.locator(".stage .readout")).to_contain_text("row 2, column 1:")
    page.wait_for_selector('.stage[data-unit="3 2 1 picture"]')
    open_view(page, f"{server}/receptive_field?part=growth&layer=stage3.relu1&row=9&column=5")
    expect(page.locator("[data-testid=stMain]")).to_contain_text("is the one at row 2, column 1.")
