"""How long from a key press to new maps, against the floor; how smooth is hovering; how soon is the first page there?

A capture-phase keydown listener notes the time in the page, then every animation frame looks for the new content. The
application and the floor run at the same time and are measured in alternation: the ratio holds on a noisy machine.
"""

import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.benchmarks.table import against, frames
from tests.browser.harness import ARGUMENTS, CHROMIUM, answers, served, settled, visit, wait_until

FLOOR = "tests/benchmarks/floor.py"
SAME_TERMS = ("--runner.postScriptGC=false", "--server.fileWatcherType=none")  # as the application's own
ROUNDS = 30
ROOTS = "[...document.querySelectorAll('*')].map(element => element.shadowRoot).filter(Boolean)"

# Notes when a key goes down, and then, frame by frame, when `state()` has changed.
STOPWATCH = """
(state) => {
  window.watch = () => {
    window.took = null;
    const before = state();
    document.addEventListener('keydown', () => {
      const start = performance.now();
      const look = () => {
        if (state() !== before) requestAnimationFrame(() => { window.took = performance.now() - start; });
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }, { capture: true, once: true });
  };
}
"""
STAGE = f"() => {ROOTS}.map(root => root.querySelector('.stage')).find(Boolean)?.dataset.drawn"
TEXT = "() => document.querySelector('[data-testid=stText]')?.innerText"


def time_key(page, key):
    """Milliseconds from pressing `key` to the new content on screen."""
    page.evaluate("window.watch()")
    page.keyboard.press(key)
    page.wait_for_function("() => window.took !== null", polling=20)
    settled(page)
    page.wait_for_timeout(120)
    return page.evaluate("window.took")


def prepare(page, address, state, focus):
    """Opens an address and puts the keyboard where the keys are to go."""
    page.goto(address)
    page.wait_for_selector(focus, state="attached")
    settled(page)
    page.evaluate(f"({STOPWATCH})({state})")
    page.locator(focus).first.focus()


# What is pressed, where, and how many times the floor it may take.
KEYS = {
    "key press to new maps, `cifar10`, 48×32×32": ("layer=stage1.conv1", 1.5),
    "key press to new maps, `resnet18`, 64×112×112": ("network=resnet18&layer=conv1", 2.5),
}


def measure_keys(chromium, app, floor, rounds):
    """Rows for cifar10 layers and for resnet18's 64×112×112, each in alternation with the floor."""
    for label, (query, most) in KEYS.items():
        address = f"{app}/feature_maps?{query}"
        with visit(chromium) as page, visit(chromium) as base:
            prepare(page, address, STAGE, '.strip [aria-selected="true"]')
            prepare(base, floor, TEXT, "[data-testid=stSlider] input")
            times, floors = [], []
            for number in range(rounds + 4):
                # Back and forth between two layers of the same size.
                taken = time_key(page, "ArrowRight" if number % 2 == 0 else "ArrowLeft"), time_key(base, "ArrowRight")
                if number >= 4:
                    times.append(taken[0])
                    floors.append(taken[1])
            yield against(label, times, floors, most)


FRAMES = """
() => new Promise(done => {
  const frames = []; let last = performance.now(); const end = last + 3000;
  const tick = now => {
    frames.push(now - last);
    last = now;
    now < end ? requestAnimationFrame(tick) : done(frames.slice(3));
  };
  requestAnimationFrame(tick);
})
"""


def measure_hover(chromium, app):
    """Frame times while the mouse moves across the grid of maps."""
    for label, query in {
        "`cifar10`, 48×32×32": "layer=stage1.conv1",
        "`resnet18`, 64×112×112": "network=resnet18&layer=conv1",
    }.items():
        with visit(chromium) as page:
            page.goto(f"{app}/feature_maps?{query}")
            page.wait_for_selector(".stage[data-drawn]")
            settled(page)
            page.evaluate(f"window.frames_taken = null; ({FRAMES})().then(found => {{ window.frames_taken = found; }})")
            box = page.locator(".stage .sheet").bounding_box()
            end = time.monotonic() + 3
            step = 0
            while time.monotonic() < end:
                step += 1
                x, y = box["x"] + (step * 7) % (box["width"] - 4), box["y"] + (step * 3) % min(300, box["height"] - 4)
                page.mouse.move(x, y)
            page.wait_for_function("() => window.frames_taken !== null")
            times = page.evaluate("window.frames_taken")
        yield frames(f"frame time, hovering, {label}", times)


def measure_sliding(chromium, app):
    """Frame times on the largest stage there is, 64×64 with padding 3 under a 7×7 kernel: playing and dragging."""
    with visit(chromium) as page:
        page.goto(f"{app}/convolution?size=64&kernel=curve&padding=3x3&row=0&column=0")
        page.wait_for_selector(".stage[data-drawn]")
        settled(page)
        page.locator("select[name=speed]").select_option("600")
        page.locator("button[name=play]").click()
        yield frames("frame time, playing a 7×7 kernel over 64×64", page.evaluate(FRAMES))
        page.locator("button[name=first]").click()
        box = page.locator(".input .plane").bounding_box()
        page.mouse.move(box["x"] + 5, box["y"] + 5)
        page.mouse.down()
        page.evaluate(f"window.frames_taken = null; ({FRAMES})().then(found => {{ window.frames_taken = found; }})")
        end, step = time.monotonic() + 3, 0
        while time.monotonic() < end:
            step += 1
            page.mouse.move(box["x"] + (step * 5) % box["width"], box["y"] + (step * 3) % box["height"])
        page.mouse.up()
        page.wait_for_function("() => window.frames_taken !== null")
        yield frames("frame time, dragging it", page.evaluate("window.frames_taken"))


def time_cold_start(chromium, folder, script, path, words, options=()):
    """Seconds from starting the server to the first page on screen."""
    start = time.monotonic()
    with served(folder / "cold.log", script, options=options) as server, visit(chromium) as page:
        page.goto(f"{server}/{path}")
        page.wait_for_selector(words)
        return time.monotonic() - start


def measure_cold_starts(chromium, folder, rounds):
    """A row for the application's first page and the floor's, in alternation."""
    ours, floors = [], []
    for _ in range(rounds):
        ours.append(1000 * time_cold_start(chromium, folder, "app.py", "feature_maps", "h1"))
        floors.append(1000 * time_cold_start(chromium, folder, FLOOR, "", "[data-testid=stText]", SAME_TERMS))
    yield against("cold start to the first page (server and browser)", ours, floors)


def rows(*, quick=False):
    """All rows of the pages themselves."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        playwright = stack.enter_context(sync_playwright())
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield from measure_cold_starts(chromium, folder, 1 if quick else 5)
        app = stack.enter_context(served(folder / "app.log"))
        floor = stack.enter_context(served(folder / "floor.log", FLOOR, options=SAME_TERMS))
        wait_until(lambda: answers(f"{app}/healthy"), "the application answers")
        yield from measure_keys(chromium, app, floor, 2 if quick else ROUNDS)
        yield from measure_hover(chromium, app)
        yield from measure_sliding(chromium, app)
        chromium.close()
