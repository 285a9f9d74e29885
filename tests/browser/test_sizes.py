"""Every part at three sizes of a window: results lie above the fold, words are large enough, nothing is cut. Minutes.

What a stage results in carries the mark `data-result` in its html: the maps that are made, the sentence with numbers.
Words are read off the page by their computed size, and off a canvas by the size that they are written with.
"""

import time
from functools import partial

import pytest

from tests.browser.harness import settled, visit, wait_until
from tests.stages.record import VIEWS

pytestmark = [pytest.mark.browser, pytest.mark.long]

# Width, height; how many CSS pixels a unit of a stage is there.
LARGE, WIDE, PHONE = (1280, 720), (1920, 1080), (390, 844)
UNITS = {LARGE: 1, WIDE: 1.5, PHONE: 1}
LEAST_TEXT = 14  # units
PATIENCE = 10  # seconds
WITHOUT_STAGE = ("networks?part=own",)
# What these show first lies above the fold; the table of networks is scrolled by itself.
NO_RESULT = ("networks?part=zoo", *WITHOUT_STAGE)

# Notes the least size that words are written with on a canvas, until that gets another size and is drawn anew.
NOTING = """
window.inked = new Map();
const write = CanvasRenderingContext2D.prototype.fillText;
CanvasRenderingContext2D.prototype.fillText = function (text, ...where) {
    const { a, b } = this.getTransform();  // words that are turned have their size too
    const size = Number(/([\\d.]+)px/.exec(this.font)[1]) * Math.hypot(a, b) / devicePixelRatio;
    const { width, least } = window.inked.get(this.canvas) ?? {};
    const before = width === this.canvas.width ? least : Infinity;
    if (String(text).trim()) window.inked.set(this.canvas, { width: this.canvas.width, least: Math.min(size, before) });
    return write.call(this, text, ...where);
};
"""

# Of the first stage with a result: where that ends on the page. Of all: their smallest words, on the page and in ink.
MEASURE = """() => {
    const main = document.querySelector("[data-testid=stMain]");
    const large = (node) => node.offsetWidth > 2 && node.offsetHeight > 2;
    const seen = (node) => large(node) && getComputedStyle(node).visibility !== "hidden";
    const hosts = [...main.querySelectorAll("*")].filter((node) => node.shadowRoot && node.offsetHeight > 20);
    const all = hosts.map((host) => [...host.shadowRoot.querySelectorAll("*:not(style)")]);
    const writes = (node) => [...node.childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim())
        || node.matches("select, input:not([type=range], [type=checkbox])");
    const words = all.flat().filter((node) => writes(node) && seen(node) && !node.closest(".heard"));
    const sizes = words.map((node) => [parseFloat(getComputedStyle(node).fontSize), node.outerHTML.slice(0, 80)]);
    const inked = all.flat().filter((node) => window.inked.has(node) && seen(node));
    const ink = inked.map((node) => window.inked.get(node).least);
    const results = all.map((nodes) => nodes.filter((node) => node.matches("[data-result]") && node.offsetHeight));
    const first = results.find(({ length }) => length > 0) ?? [];
    const ends = first.map((node) => node.getBoundingClientRect().bottom + main.scrollTop);
    return {
        result: ends.length > 0 ? Math.max(...ends) : null,
        text: sizes.sort(([one], [other]) => one - other)[0] ?? null,
        ink: ink.length > 0 ? Math.min(...ink) : null,
        across: Math.max(document.documentElement.scrollWidth, main.scrollWidth),
    };
}"""


def faults(page, address, size, least):
    """What isn't as it has to be in a window of that size, with what was measured."""
    found = page.evaluate(MEASURE)
    no_stage, no_result = address in WITHOUT_STAGE, address in NO_RESULT or size == PHONE
    holds = {
        "across": found["across"] <= size[0],
        "text": no_stage or (found["text"] is not None and found["text"][0] >= least),
        "ink": found["ink"] is None or found["ink"] >= least,
        "result": no_result or (found["result"] is not None and found["result"] <= size[1]),
    }
    return {name: found[name] for name, kept in holds.items() if not kept}


@pytest.mark.parametrize("address", VIEWS)
def test_the_result_is_above_the_fold_and_words_grow_with_the_window(server, chromium, address):
    with visit(chromium) as page:
        page.add_init_script(NOTING)
        page.goto(f"{server}/{address.removeprefix('home')}")
        page.wait_for_selector("[data-testid=stMain] h1")
        settled(page)
        if address not in WITHOUT_STAGE:
            drawn = "text" if address in NO_RESULT else "result"
            wait_until(lambda: page.evaluate(MEASURE)[drawn], "the stage is drawn")
        for size, unit in UNITS.items():
            page.evaluate("window.inked.clear()")
            page.set_viewport_size({"width": size[0], "height": size[1]})
            page.wait_for_timeout(300)  # a frame or two, until everything is drawn in the new size
            settled(page)
            amiss = partial(faults, page, address, size, LEAST_TEXT * unit - 0.01)
            end = time.monotonic() + PATIENCE  # on a busy machine those frames take longer
            while amiss() and time.monotonic() < end:
                page.wait_for_timeout(100)
            assert amiss() == {}, size
