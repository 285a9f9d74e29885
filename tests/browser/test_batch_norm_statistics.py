"""A batch and its statistics as a visitor uses them: dropping, uploading, mouse, keys, touch, links, a dark phone."""

import io
import re

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.harness import settled

pytestmark = pytest.mark.browser

BATCH = "cat,coffee,rocket,cat/flip"
VIEW = f"/batch_norm?part=statistics&picture=cat&network=cifar10&tensor=bn:stage2.bn2&batch={BATCH}"


def opened(page, address):
    page.goto(address)
    page.wait_for_selector(".statistics[data-drawn]")
    page.wait_for_selector(".batch[data-drawn]")
    settled(page)
    return page


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
