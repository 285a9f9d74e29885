"""The statistics of a batch on their stage: mouse, keys, touch, links, a dark phone."""

import re

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import expect

from models.images import sample
from models.images.variations import vary
from models.nets.catalogue import load
from models.nets.maps.batch_tensors import tensor_of
from tests.browser.harness import visit
from tests.stages.looks import PHONE
from tests.stages.numbers import number

pytestmark = pytest.mark.browser

STAGE = "batch_norm/statistics"
BATCH = "cat,coffee,rocket,cat/flip"
VIEW = f"batch_norm?part=statistics&picture=cat&network=cifar10&tensor=bn:stage2.bn2&batch={BATCH}"


@pytest.fixture(scope="module")
def values():
    images = [vary(sample(key.split("/")[0]), "".join(key.split("/")[1:])) for key in BATCH.split(",")]
    return tensor_of(load("cifar10"), images, "bn:stage2.bn2").astype(np.float64)


def point(page, selector, row, column, size):
    canvas = page.locator(selector).first
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    return box["x"] + (column + 0.5) * box["width"] / size, box["y"] + (row + 0.5) * box["height"] / size


def test_hovering_a_map_reads_mean_and_deviation_of_that_place(bench, values):
    page = bench.open(STAGE, VIEW)
    page.mouse.move(*point(page, '[data-key="means"] canvas', 3, 12, 16))
    expect(page.locator(".statistics .readout")).to_contain_text("row 3, column 12")
    for kind, true in (("means", values[:, 0, 3, 12].mean()), ("deviations", values[:, 0, 3, 12].std())):
        shown = number(page.locator(f'[data-key="{kind}"] .value').inner_text())
        assert shown == pytest.approx(true, rel=1e-3, abs=1e-4)


def test_bars_are_read_chosen_and_walked_by_keys(bench, values):
    page = bench.open(STAGE, VIEW)
    bars = page.locator(".channels canvas")
    box = bars.bounding_box()
    step = (box["width"] - 62) / 96
    page.mouse.move(box["x"] + 56 + 20.5 * step, box["y"] + 60)
    readout = page.locator(".statistics .readout")
    expect(readout).to_contain_text("Map 20: mean")
    mean, deviation = (float(found.replace("−", "-")) for found in re.findall(r"−?\d+\.\d+", readout.inner_text())[:2])
    assert mean == pytest.approx(values[:, 20].mean(), rel=1e-3)
    assert deviation == pytest.approx(values[:, 20].std(), rel=1e-3)
    page.mouse.down()
    page.mouse.up()
    bench.told(channel=20)
    bars.focus()
    page.keyboard.press("ArrowRight")
    bench.told(channel=21)
    page.keyboard.press("End")
    bench.told(channel=95)
    expect(page.locator('[data-key="means"] figcaption')).to_have_text("map 95: means")
    assert "Map 95: per-channel variance" in bench.said()


def test_a_link_leads_to_the_same_view(bench):
    page = bench.open(STAGE, f"{VIEW}&channel=7&row=2&column=3&grid=deviations&scope=map")
    expect(page.locator(".statistics .readout")).to_contain_text("Map 7, row 2, column 3")
    chosen = page.locator('.statistics [role=radio][aria-checked="true"]')
    assert chosen.all_inner_texts() == ["deviations", "each map its own"]


def test_the_stage_is_kept_as_a_picture(bench):
    page = bench.open(STAGE, VIEW)
    with page.expect_download() as download:
        page.locator(".statistics .save").click()
    with Image.open(download.value.path()) as kept:
        assert kept.size[0] > 600
        assert np.asarray(kept.convert("L")).std() > 20


def test_a_phone_in_the_dark_by_touch(chromium, bench_on):
    with visit(chromium, **PHONE) as page:
        full = ",".join(["cat", *(f"cat/{name}" for name in ("flip", "dark", "bright", "crop 1", "shift 1"))])
        bench = bench_on(page)
        bench.open(STAGE, VIEW.replace(BATCH, full))
        main = page.locator("main")
        assert main.evaluate("node => node.scrollWidth <= node.clientWidth")
        page.locator(".grid canvas").first.tap(position={"x": 45, "y": 10})
        bench.told(channel=1)
        means = page.locator('[data-key="means"] canvas').first
        cell = means.bounding_box()["width"] / 16
        means.tap(position={"x": 6.5 * cell, "y": 5.5 * cell})
        expect(page.locator(".statistics .readout")).to_contain_text("row 5, column 6")
