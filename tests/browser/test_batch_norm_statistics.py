"""A batch and its statistics as a visitor uses them: dropping, uploading, mouse, keys, touch, links, a dark phone."""

import io
import re

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import expect

from models.images import sample
from models.images.variations import vary
from models.nets.catalogue import load
from models.nets.maps.batch_tensors import tensor_of
from tests.browser.harness import settled, visit

pytestmark = pytest.mark.browser

BATCH = "cat,coffee,rocket,cat/flip"
VIEW = f"/batch_norm?part=statistics&picture=cat&network=cifar10&tensor=bn:stage2.bn2&batch={BATCH}"


@pytest.fixture(scope="module")
def values():
    images = [vary(sample(key.split("/")[0]), "".join(key.split("/")[1:])) for key in BATCH.split(",")]
    return tensor_of(load("cifar10"), images, "bn:stage2.bn2").astype(np.float64)


def opened(page, address):
    page.goto(address)
    page.wait_for_selector(".statistics[data-drawn]")
    page.wait_for_selector(".batch[data-drawn]")
    settled(page)
    return page


def number(text):
    return float(re.search(r"−?[\d.]+(e[+−]?\d+)?", text)[0].replace("−", "-"))


def point(page, selector, row, column, size):
    canvas = page.locator(selector).first
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    return box["x"] + (column + 0.5) * box["width"] / size, box["y"] + (row + 0.5) * box["height"] / size


def test_hovering_a_map_reads_mean_and_deviation_of_that_place(page, server, values):
    opened(page, server + VIEW)
    page.mouse.move(*point(page, '[data-key="means"] canvas', 3, 12, 16))
    expect(page.locator(".statistics .readout")).to_contain_text("row 3, column 12")
    for kind, true in (("means", values[:, 0, 3, 12].mean()), ("deviations", values[:, 0, 3, 12].std())):
        shown = number(page.locator(f'[data-key="{kind}"] .value').inner_text())
        assert shown == pytest.approx(true, rel=1e-3, abs=1e-4)


def test_bars_are_read_chosen_and_walked_by_keys(page, server, values):
    opened(page, server + VIEW)
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
    expect(page).to_have_url(re.compile("channel=20"))
    bars.focus()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("channel=21"))
    page.keyboard.press("End")
    expect(page).to_have_url(re.compile("channel=95"))
    expect(page.locator('[data-key="means"] figcaption')).to_have_text("map 95: means")
    expect(page.get_by_text("Map 95: per-channel variance")).to_be_visible()


def test_a_picture_is_dropped_by_mouse_and_by_key_and_the_last_one_stays(page, server):
    opened(page, server + VIEW)
    page.locator('.batch [data-key="coffee"]').click()
    expect(page.locator(".batch .count b")).to_have_text("B = 3")
    expect(page).to_have_url(re.compile(r"batch=cat(%2C|,)rocket(%2C|,)cat(%2F|/)flip"))
    page.locator('.batch [data-key="cat"]').focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Delete")
    expect(page.locator(".batch .count b")).to_have_text("B = 2")
    page.keyboard.press("Delete")
    expect(page.locator(".batch .count b")).to_have_text("B = 1")
    page.locator(".batch button").first.click()
    expect(page.get_by_text("One picture, B = 1")).to_be_visible()
    expect(page.locator(".batch .count b")).to_have_text("B = 1")
    expect(page.locator('[data-key="deviations"] .value')).to_have_text("0")


def picture(size, mode="RGB", kind="PNG"):
    file = io.BytesIO()
    noise = np.random.default_rng(size[0]).integers(0, 256, (size[1], size[0], 3), dtype=np.uint8)
    Image.fromarray(noise).convert(mode).save(file, kind)
    return file.getvalue()


def test_uploads_of_all_kinds_with_a_broken_one_among_them(page, server):
    opened(page, server + VIEW)
    page.get_by_role("button", name="Change the batch").click()
    chosen = [
        {"name": "wide.jpg", "mimeType": "image/jpeg", "buffer": picture((320, 60), kind="JPEG")},
        {"name": "broken.png", "mimeType": "image/png", "buffer": picture((64, 64))[:300]},
        {"name": "grey.png", "mimeType": "image/png", "buffer": picture((31, 90), "L")},
        {"name": "palette.gif", "mimeType": "image/gif", "buffer": picture((50, 50), "P", "GIF")},
    ]
    page.get_by_test_id("stPopoverBody").locator("input[type=file]").set_input_files(chosen)
    expect(page.locator(".batch .count b")).to_have_text("B = 7", timeout=20_000)
    expect(page.get_by_test_id("stText").filter(has_text="broken.png")).to_be_visible()
    expect(page.locator(".batch button")).to_have_count(7)


def test_a_link_leads_to_the_same_view(page, server):
    opened(page, f"{server}{VIEW}&channel=7&row=2&column=3&grid=deviations&scope=map")
    expect(page.locator(".statistics .readout")).to_contain_text("Map 7, row 2, column 3")
    chosen = page.locator('.statistics [role=radio][aria-checked="true"]')
    assert chosen.all_inner_texts() == ["deviations", "each map its own"]
    page.reload()
    expect(page.locator(".statistics .readout")).to_contain_text("Map 7, row 2, column 3")


def test_the_stage_is_kept_as_a_picture(page, server):
    opened(page, server + VIEW)
    with page.expect_download() as download:
        page.locator(".statistics .save").click()
    with Image.open(download.value.path()) as kept:
        assert kept.size[0] > 600
        assert np.asarray(kept.convert("L")).std() > 20


def test_a_phone_in_the_dark_by_touch(chromium, server):
    options = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "color_scheme": "dark"}
    with visit(chromium, **options) as page:
        full = ",".join(["cat", *(f"cat/{name}" for name in ("flip", "dark", "bright", "crop 1", "shift 1"))])
        opened(page, server + VIEW.replace(BATCH, full))
        main = page.get_by_test_id("stMain")
        assert main.evaluate("node => node.scrollWidth <= node.clientWidth")
        page.locator(".grid canvas").first.tap(position={"x": 45, "y": 10})
        expect(page).to_have_url(re.compile("channel=1"))
        settled(page)
        means = page.locator('[data-key="means"] canvas').first
        cell = means.bounding_box()["width"] / 16
        means.tap(position={"x": 6.5 * cell, "y": 5.5 * cell})
        expect(page.locator(".statistics .readout")).to_contain_text("row 5, column 6")
