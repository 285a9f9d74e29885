"""How long from letting go of a picture that was moved by hand to the network's new answers beside it?"""

import random
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.benchmarks.table import Row, said
from tests.browser.harness import ARGUMENTS, CHROMIUM, served, settled, visit

DRAGS = 30
FARTHEST = 60  # pixels of the screen
ANSWERED = '.probe:not(.waiting)[data-exact="yes"]'


def rows(*, quick=False):
    """A row for each network."""
    with (
        tempfile.TemporaryDirectory() as folder,
        served(Path(folder) / "server.log") as address,
        sync_playwright() as playwright,
    ):
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for network in ("cifar10", "imagenette"):
            view = f"{address}/prediction?part=probe&picture=cat&network={network}"
            took = drags(chromium, view, 2 if quick else DRAGS)
            yield Row(f"letting go of a picture moved by hand to new answers, `{network}`", said(took))
        chromium.close()


def drags(chromium, address, count):
    """The milliseconds of many."""
    with visit(chromium) as page:
        page.goto(address)
        page.wait_for_selector(ANSWERED)
        settled(page)
        return [drag(page) for _ in range(count)]


def drag(page):
    """Milliseconds from letting go to the answers."""
    box = page.locator(".probe .plane").bounding_box()
    across, down = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(across, down)
    page.mouse.down()
    page.mouse.move(across + random.uniform(9, FARTHEST), down + random.uniform(-FARTHEST, FARTHEST))  # noqa: S311
    page.wait_for_timeout(40)
    start = time.perf_counter()
    page.mouse.up()
    page.wait_for_selector(ANSWERED)
    took = 1000 * (time.perf_counter() - start)
    settled(page)
    page.wait_for_timeout(200)
    return took
