"""How long from a key press to 48 new maps, as people would write it: matplotlib's picture, Plotly's subplots?"""

import tempfile
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.benchmarks.bench_page import SAME_TERMS, prepare, time_key
from tests.benchmarks.table import Row, said
from tests.browser.harness import ARGUMENTS, CHROMIUM, served, visit

SCRIPT = "tests/benchmarks/instead.py"
ROUNDS = 12
SLIDER = "[data-testid=stSlider] input"
# What changes when the new maps are on screen.
WAYS = {
    "matplotlib": "() => [...document.querySelectorAll('[data-testid=stImage] img')].map(i => i.complete && i.src)[0]",
    "plotly": "() => document.querySelector('.js-plotly-plot .gtitle')?.textContent",
}
NAMES = {"matplotlib": "matplotlib through `st.image`", "plotly": "Plotly's subplots"}


def rows(*, quick=False):
    """One row, whose own figure stands above it."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        playwright = stack.enter_context(sync_playwright())
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        address = stack.enter_context(served(folder / "log", SCRIPT, options=SAME_TERMS))
        took = {way: presses(chromium, f"{address}?way={way}", 2 if quick else ROUNDS) for way in WAYS}
        chromium.close()
    instead = "; ".join(f"{NAMES[way]} {said(times)}" for way, times in took.items())
    yield Row("the same 48 maps as people would write it", "as above", instead=instead)


def presses(chromium, address, rounds):
    """Milliseconds from each key press to the new maps."""
    way = address.rsplit("=", 1)[1]
    with visit(chromium) as page:
        page.set_default_timeout(60_000)
        prepare(page, address, WAYS[way], SLIDER)
        page.wait_for_function(f"() => ({WAYS[way]})()")
        return [time_key(page, "ArrowRight") for _ in range(rounds + 2)][2:]
