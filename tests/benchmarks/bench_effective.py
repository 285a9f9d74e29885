"""How long from a click on a unit to its effective field, against one forward and backward pass plus the floor?

Every click is on a unit nobody has asked for yet. The floor is an application of one slider and one line of text; the
passes are timed in this process with as many threads as the application uses, while the application rests.
"""

import statistics
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

import torch
from playwright.sync_api import sync_playwright

from models.nets.catalogue import load
from tests.benchmarks.bench_page import FLOOR, FRAMES, SAME_TERMS, TEXT, prepare, time_key
from tests.benchmarks.table import Row, frames, said
from tests.browser.harness import ARGUMENTS, CHROMIUM, answers, served, settled, visit, wait_until

CASES = {"cifar10": ("stage2.conv2", 16), "resnet18": ("layer2.1.conv2", 28)}
ROUNDS = 24
MOST_FLOORS = 2
THREADS = 2
ROOTS = "[...document.querySelectorAll('*')].map(element => element.shadowRoot).filter(Boolean)"
STAGE = f"{ROOTS}.map(root => root.querySelector('.stage')).find(Boolean)"
WATCH = f"""
() => {{
  window.took = null;
  const stage = {STAGE};
  const before = stage.dataset.unit;
  document.addEventListener('click', () => {{
    const start = performance.now();
    const look = () => {{
      if (stage.dataset.unit !== before) requestAnimationFrame(() => {{ window.took = performance.now() - start; }});
      else requestAnimationFrame(look);
    }};
    requestAnimationFrame(look);
  }}, {{ capture: true, once: true }});
}}
"""


def rows(*, quick=False):
    """A row for each network, and the frames while the pointer moves."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        playwright = stack.enter_context(sync_playwright())
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        app = stack.enter_context(served(folder / "app.log"))
        floor = stack.enter_context(served(folder / "floor.log", FLOOR, options=SAME_TERMS))
        wait_until(lambda: answers(f"{app}/healthy"), "the application answers")
        for name, (layer, side) in CASES.items():
            yield measure_clicks(chromium, app, floor, name, layer, side, 2 if quick else ROUNDS)
        yield measure_pointing(chromium, app)
        chromium.close()


def measure_clicks(chromium, app, floor, name, layer, side, rounds):
    """Clicks on units all over the map, each in alternation with a key press on the floor."""
    with visit(chromium) as page, visit(chromium) as base:
        page.goto(f"{app}/receptive_field?network={name}&layer={layer}&channel=1&row=0&column=0")
        page.wait_for_selector(".stage[data-drawn]")
        settled(page)
        prepare(base, floor, TEXT, "[data-testid=stSlider] input")
        box = page.locator(".stage .map .plane").bounding_box()
        times, floors = [], []
        for number in range(rounds + 3):
            cell = (3 + 7 * number) % (side * side)
            page.evaluate(f"({WATCH})()")
            page.mouse.click(
                box["x"] + (cell % side + 0.5) * box["width"] / side,
                box["y"] + (cell // side + 0.5) * box["height"] / side,
            )
            page.wait_for_function("() => window.took !== null", polling=20)
            settled(page)
            page.wait_for_timeout(150)
            if number >= 3:
                times.append(page.evaluate("window.took"))
                floors.append(time_key(base, "ArrowRight"))
    passes, bare = time_passes(name, layer), statistics.median(floors)
    most = passes + MOST_FLOORS * bare
    what = f"click on a unit to its effective field, `{name}` (its two passes: {passes:.0f} ms)"
    target = f"≤ passes + {MOST_FLOORS} × floor: {most:.0f} ms"
    return Row(what, said(times), f"{bare:.0f} ms", "", target, statistics.median(times) <= most)


def time_passes(name, layer, rounds=15):
    """Median milliseconds of a forward pass and the backward pass from one unit of the layer to the pixels."""
    network, kept = load(name), []
    hook = network.module.get_submodule(layer).register_forward_hook(lambda *made: kept.append(made[2]))
    before = torch.get_num_threads()
    torch.set_num_threads(THREADS)
    times = []
    for _ in range(rounds):
        batch = torch.randn(1, 3, *network.input_size).requires_grad_()
        start = time.perf_counter()
        network.module(batch)
        torch.autograd.grad(kept.pop()[0, 1, 2, 2], batch)
        times.append(1000 * (time.perf_counter() - start))
    hook.remove()
    torch.set_num_threads(before)
    return statistics.median(times)


def measure_pointing(chromium, app):
    """Frame times while the pointer moves over the units of a map, box following."""
    with visit(chromium) as page:
        page.goto(f"{app}/receptive_field?network=resnet18&layer=layer2.1.conv2&channel=1")
        page.wait_for_selector(".stage[data-drawn]")
        settled(page)
        page.evaluate(f"window.frames_taken = null; ({FRAMES})().then(found => {{ window.frames_taken = found; }})")
        box = page.locator(".stage .map .plane").bounding_box()
        end, step = time.monotonic() + 3, 0
        while time.monotonic() < end:
            step += 1
            page.mouse.move(box["x"] + (step * 7) % box["width"], box["y"] + (step * 3) % box["height"])
        page.wait_for_function("() => window.frames_taken !== null")
        return frames("frame time, pointing at units of `resnet18`", page.evaluate("window.frames_taken"))
