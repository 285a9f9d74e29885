"""A finger on a map as wide as a telephone: swiped it scrolls the page, rested or pulled sideways it holds the map."""

import pytest

from tests.browser.harness import visit
from tests.stages.looks import PHONE

pytestmark = pytest.mark.browser

# What can be pulled on every stage that has such a thing: its map, and what there tells a view from another.
HELD = {
    "convolution/slide": ("convolution?part=slide", ".input .plane", ".place"),
    "receptive_field/growth": ("receptive_field?part=growth&layer=stage1.conv2", ".plane", ".place"),
    "prediction/probe": ("prediction?part=probe", ".plane", ".readout"),
    "training/rate": ("training?part=rate", ".plane", ".readout"),
    "batch_norm/groups": ("batch_norm?part=groups", ".space canvas", None),  # it turns, and says nothing
}
REST, SETTLED = 500, 600  # milliseconds, of a finger that rests, and until a page that was swiped stands still

# A map's ink, as a short text.
INK = """(node) => {
    const [canvas, marks] = node.matches("canvas") ? [node] : node.querySelectorAll("canvas");
    return [canvas, marks].filter(Boolean).map((each) => each.toDataURL()).join();
}"""


class Finger:
    """One finger on the screen, by the browser's own events."""

    def __init__(self, page):
        self.page, self.cdp = page, page.context.new_cdp_session(page)

    def _send(self, kind, *points):
        points = [{"x": x, "y": y} for x, y in points]
        self.cdp.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def pull(self, start, by, rest=0):
        """Touches, rests, is drawn in steps, and is lifted."""
        self._send("touchStart", start)
        self.page.wait_for_timeout(rest)
        for step in range(1, 11):
            self._send("touchMove", tuple(at + step * way / 10 for at, way in zip(start, by, strict=True)))
            self.page.wait_for_timeout(16)
        self._send("touchEnd")
        self.page.wait_for_timeout(SETTLED)


@pytest.fixture(params=HELD)
def held(request, chromium, bench_on):
    """A stage on a page that is longer than the telephone; the map in question, and how to read the view."""
    address, plane, said = HELD[request.param]
    with visit(chromium, **PHONE) as page:
        bench_on(page).open(request.param, address)
        page.add_style_tag(content="main { padding: 0 0 2000px !important; }")
        node = page.locator(plane).first
        node.evaluate("(node) => window.scrollTo(0, node.getBoundingClientRect().top - 200)")
        page.wait_for_timeout(200)
        box = node.bounding_box()
        middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

        def view():
            ink = node.evaluate(INK)
            return (page.locator(said).inner_text(), ink) if said else ink

        yield Finger(page), middle, view, lambda: page.evaluate("window.scrollY")


def test_a_swipe_up_or_down_scrolls_and_changes_nothing(held):
    finger, middle, view, scrolled = held
    before, from_top = view(), scrolled()
    finger.pull(middle, (6, -150))
    assert scrolled() > from_top + 100
    assert view() == before
    finger.pull(middle, (-6, 150))
    assert scrolled() < from_top + 60
    assert view() == before


def test_pulling_sideways_holds_at_once(held):
    finger, middle, view, scrolled = held
    before, from_top = view(), scrolled()
    finger.pull(middle, (90, 4))
    assert view() != before
    assert scrolled() == from_top


def test_a_finger_that_rests_holds_in_every_direction(held):
    finger, middle, view, scrolled = held
    before, from_top = view(), scrolled()
    finger.pull(middle, (0, -90), rest=REST)
    assert view() != before
    assert scrolled() == from_top


def test_the_page_scrolls_again_after_a_map_was_held(held):
    finger, middle, _, scrolled = held
    finger.pull(middle, (0, -60), rest=REST)
    from_top = scrolled()
    finger.pull(middle, (0, -120))
    assert scrolled() > from_top + 80
