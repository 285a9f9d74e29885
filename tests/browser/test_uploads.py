"""Pictures of one's own: good ones are shown at once, refused ones get a sentence and change nothing."""

import io
import re

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.harness import open_view, settled

pytestmark = pytest.mark.browser


def saved(image, picture_format, **options):
    file = io.BytesIO()
    image.save(file, picture_format, **options)
    return file.getvalue()


def noise(rows, columns):
    return Image.fromarray(np.random.default_rng(0).integers(0, 256, (rows, columns, 3), dtype=np.uint8))


def claims_much():
    """A GIF of 35 bytes that claims 30,000 × 30,000 pixels."""
    side = (30_000).to_bytes(2, "little")
    return b"GIF89a" + side * 2 + b"\x80\0\0" + bytes(6) + b"," + bytes(4) + side * 2 + b"\0\x02\x02L\x01\0;"


JPEG = saved(noise(300, 200), "JPEG")
REFUSED = {
    "nothing.png": (b"", "empty"),
    "truncated.jpg": (JPEG[: len(JPEG) // 2], "damaged"),
    "truncated.png": (saved(noise(90, 90), "PNG")[:9000], "damaged"),
    "text.png": (b"dear diary, " * 50, "text"),
    "program.png": (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "PostScript"),
    "drawing.svg": (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "SVG"),
    "phone.heic": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(400), "HEIC"),
    "bomb.gif": (claims_much(), "megapixels"),
    "thin.png": (saved(noise(4000, 1), "PNG"), "times as long"),
    "<img src=x onerror=alert(1)>.png": (b"<html><script>alert(1)</script>", "web page"),
    "../../../etc/passwd": (b"root:x:0:0:root:/root:/bin/sh\n" * 9, "text"),
}


def upload(page, name, data):
    page.get_by_role("tab", name="Upload").click()
    page.locator("[data-testid=stFileUploader] input[type=file]").set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": data}
    )


def test_refused_files_are_named_and_change_nothing(page, server):
    open_view(page, f"{server}/feature_maps?picture=coffee&layer=pool1")
    page.evaluate("window.alert = () => { document.title = 'attacked' }")
    alert = page.get_by_test_id("stSidebar").get_by_test_id("stAlert")
    for name, (data, word) in REFUSED.items():
        upload(page, name, data)
        expect(alert).to_contain_text(re.compile(word, re.IGNORECASE))
        settled(page)
        assert page.locator(".stage").get_attribute("data-picture") == "coffee", name
        assert page.locator(".stage").get_attribute("data-drawn") == "pool1", name
    assert page.title() != "attacked"


def test_a_photograph_is_shown_with_its_size_and_what_was_done_to_it(page, server):
    open_view(page, f"{server}/feature_maps")
    upload(page, "holiday.jpg", saved(noise(1500, 2000), "JPEG"))
    page.wait_for_selector('.stage[data-picture="upload 1"]')
    sidebar = page.locator("[data-testid=stSidebar]")
    expect(sidebar).to_contain_text("holiday.jpg")
    expect(sidebar).to_contain_text("1500 × 2000")
    expect(sidebar).to_contain_text("reduced")


def test_the_first_frame_of_an_animation_is_shown_and_it_says_so(page, server):
    frames = [Image.new("RGB", (40, 40), colour) for colour in ("red", "green", "blue")]
    data = saved(frames[0], "GIF", save_all=True, append_images=frames[1:])
    open_view(page, f"{server}/feature_maps")
    upload(page, "moving.gif", data)
    page.wait_for_selector('.stage[data-picture="upload 1"]')
    expect(page.locator("[data-testid=stSidebar]")).to_contain_text("first frame")


def test_a_refusal_after_a_good_upload_keeps_the_upload(page, server):
    open_view(page, f"{server}/feature_maps")
    upload(page, "good.png", saved(noise(64, 64), "PNG"))
    page.wait_for_selector('.stage[data-picture="upload 1"]')
    upload(page, "bad.png", b"no picture at all")
    expect(page.get_by_test_id("stSidebar").get_by_test_id("stAlert")).to_be_visible()
    assert page.locator(".stage").get_attribute("data-picture") == "upload 1"


def test_a_name_full_of_html_is_text(page, server):
    name = "<b onmouseover=alert(1)>![x](evil)**.png"
    open_view(page, f"{server}/feature_maps")
    upload(page, name, saved(noise(64, 64), "PNG"))
    page.wait_for_selector('.stage[data-picture="upload 1"]')
    expect(page.locator("[data-testid=stSidebar]")).to_contain_text("<b onmouseover=alert(1)>")
    assert page.locator("[data-testid=stSidebar] b[onmouseover]").count() == 0


def test_a_link_to_somebodys_own_picture_says_that_it_is_not_here(page, server):
    open_view(page, f"{server}/feature_maps?picture=upload+1")
    assert page.locator(".stage").get_attribute("data-picture") == "cat"
    expect(page.locator("[data-testid=stMain]")).to_contain_text("somebody's own")
