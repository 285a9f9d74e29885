"""Changing a picture by hand in Chromium: by mouse, keys and finger; the preview is what the network is given."""

import io
import re
from urllib.parse import parse_qs, urlsplit

import numpy as np
import pytest
import torch
from PIL import Image
from playwright.sync_api import expect

from models.images import sample
from models.images.edit_text import read_edit
from models.images.edits import Cover, Edit, edited
from models.nets.catalogue import load
from tests.browser.harness import settled, visit
from tests.stages.looks import PHONE

pytestmark = pytest.mark.browser
START = "part=probe&picture=cat&network=cifar10"


@pytest.fixture(scope="module")
def network():
    return load("cifar10")


def go(page, server, more=""):
    page.goto(f"{server}/prediction?{START}{more}")
    page.wait_for_selector(".probe[data-drawn]")
    settled(page)


def answered(page):
    """Waits until what is on stage has been answered, and was the same picture to the last pixel."""
    page.wait_for_selector('.probe:not(.waiting)[data-exact="yes"]')


def edit_of(page):
    return read_edit(parse_qs(urlsplit(page.url).query).get("edit", [""])[0], (32, 32))


def spot(page, row, column, plane=".probe .plane"):
    box = page.locator(plane).bounding_box()
    return box["x"] + (column + 0.5) * box["width"] / 32, box["y"] + (row + 0.5) * box["height"] / 32


def drag(page, start, stop):
    page.mouse.move(*spot(page, *start))
    page.mouse.down()
    middle = [(one + other) // 2 for one, other in zip(start, stop, strict=True)]
    page.mouse.move(*spot(page, *middle))
    page.mouse.move(*spot(page, *stop))
    page.mouse.up()


def written(page):
    """The classes and their percentages on stage."""
    rows = {}
    for text in page.locator(".probe .row").all_inner_texts():
        name, numbers, change = text.strip().split("\n")
        rows[name] = (*(float(number) for number in re.findall(r"[\d.]+", numbers)), float(change.replace("−", "-")))
    return rows


def probabilities(network, edit):
    pixels = torch.tensor(np.ascontiguousarray(edited(network.picture(sample("cat")), edit)))
    with torch.inference_mode():
        found = network.module(network.normalize(pixels.permute(2, 0, 1)[None].float() / 255))
    return dict(zip(network.labels, found.double().softmax(dim=1)[0].tolist(), strict=True))


def check_numbers(page, network, edit):
    before, after = probabilities(network, Edit()), probabilities(network, edit)
    rows = written(page)
    assert max(after, key=after.get) in rows
    for name, (was, now, change) in rows.items():
        assert abs(was - 100 * before[name]) < 0.051
        assert abs(now - 100 * after[name]) < 0.051
        assert abs(now - was - change) < 1e-6


def test_a_drag_moves_the_picture_and_the_bars_follow(page, server, network):
    go(page, server)
    drag(page, (16, 10), (19, 15))
    page.wait_for_url("**edit=right.5_down.3*")
    answered(page)
    check_numbers(page, network, Edit(right=5, down=3))
    expect(page.locator("[data-testid=stMain]")).to_contain_text("Moved 5 right, moved 3 down: cat went from")
    expect(page.locator(".probe .readout")).to_contain_text("Moved 5 px to the right, 3 px down.")


def test_a_cover_is_drawn_carried_and_sized(page, server, network):
    go(page, server)
    page.locator("button[name=cover]").click()
    drag(page, (4, 6), (12, 17))
    page.wait_for_url("**cover.4.6.9.12*")
    answered(page)
    check_numbers(page, network, Edit(cover=Cover(4, 6, 9, 12)))
    expect(page.locator(".probe .readout")).to_contain_text("9 × 12 pixels, 10.5 % of the picture")
    drag(page, (8, 10), (10, 9))
    page.wait_for_url("**cover.6.5.9.12*")
    page.locator(".probe .plane").focus()
    page.keyboard.press("+")
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**cover.5.5.11.14*")
    page.locator("select[name=fill]").select_option("blur")
    page.wait_for_url("**fill.blur*")
    answered(page)
    check_numbers(page, network, Edit(cover=Cover(5, 5, 11, 14), fill="blur"))
    page.locator("button[name=uncover]").click()
    page.wait_for_url(lambda address: "cover" not in address)


def test_sliders_and_flips_are_told_when_they_are_let_go(page, server, network):
    go(page, server)
    page.locator("button[name=mirrored]").click()
    answered(page)
    for name, value in (("blur", 3), ("grey", 60), ("brightness", 140), ("contrast", 70)):
        page.locator(f".sliders input[name={name}]").fill(str(value))
        page.wait_for_url(f"**{name}.{value}*")
    answered(page)
    edit = Edit(mirrored=True, blur=3, grey=60, brightness=140, contrast=70)
    assert edit_of(page) == edit
    check_numbers(page, network, edit)
    page.locator("select[name=order]").select_option("change")
    changes = [abs(change) for *_, change in written(page).values()]
    assert changes[0] == max(changes)


def test_nothing_is_asked_while_dragging(page, server):
    go(page, server)
    page.mouse.move(*spot(page, 16, 16))
    page.mouse.down()
    for column in range(16, 24):
        page.mouse.move(*spot(page, 16, column))
    expect(page.locator(".probe")).to_have_class(re.compile("waiting"))
    expect(page.locator(".probe .readout")).to_contain_text("Moved 7 px to the right.")
    assert "edit=" not in page.url
    page.mouse.up()
    page.wait_for_url("**edit=right.7*")
    answered(page)


def test_undo_redo_and_rows_lead_back(page, server):
    go(page, server)
    plane = page.locator(".probe .plane")
    plane.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**edit=right.1*")
    answered(page)
    plane.focus()
    page.keyboard.press("ArrowDown")
    page.wait_for_url("**edit=right.1_down.1*")
    answered(page)
    page.keyboard.press("Control+z")
    page.wait_for_url(lambda address: edit_of(page) == Edit(right=1) and "edit" in address)
    answered(page)
    page.locator("button[name=redo]").click()
    page.wait_for_url("**edit=right.1_down.1*")
    answered(page)
    expect(page.locator(".history button")).to_have_count(3)
    page.locator(".history button").nth(1).click()
    page.wait_for_url(lambda address: "down" not in address)
    page.wait_for_selector('.history[data-drawn="1"]')
    expect(page.locator(".probe .readout")).to_contain_text("Moved 1 px to the right.")
    page.locator("button[name=reset]").click()
    page.wait_for_url(lambda address: "edit" not in address)
    expect(page.locator("[data-testid=stMain]")).to_contain_text("Nothing is changed yet")


def test_a_link_opens_the_same_view(page, server, network):
    edit = "upended_right.-4_edge.black_blur.2_cover.2.3.9.8_fill.mean"
    go(page, server, f"&edit={edit}")
    answered(page)
    check_numbers(page, network, read_edit(edit, (32, 32)))


def test_pictures_kept_are_the_networks_input(page, server, network):
    go(page, server, "&edit=right.3_grey.50")
    with page.expect_download() as download:
        page.get_by_role("button", name="The edited picture (PNG)").click()
    kept = np.asarray(Image.open(io.BytesIO(download.value.path().read_bytes())))
    assert (kept == edited(network.picture(sample("cat")), Edit(right=3, grey=50))).all()
    with page.expect_download() as download:
        page.locator("button[name=save_png]").first.click()
    assert download.value.path().read_bytes().startswith(b"\x89PNG")


def test_covering_everywhere_draws_a_map_that_can_be_read_and_taken(page, server, network):
    go(page, server, "&cells=8&square=quarter&under=black")
    page.get_by_role("button", name="Cover everywhere: 64 passes").click()
    page.wait_for_selector(".sweep[data-drawn]")
    page.locator(".sweep .plane").scroll_into_view_if_needed()
    page.mouse.move(*spot(page, 9, 13, ".sweep .plane"))
    cover = Cover(6, 10, 8, 8)
    after = probabilities(network, Edit(cover=cover, fill="black"))
    expect(page.locator(".sweep .readout")).to_contain_text(
        f"Rows 6 to 13, columns 10 to 17 covered: cat {100 * after['cat']:.1f} % instead of"
    )
    page.mouse.click(*spot(page, 9, 13, ".sweep .plane"))
    page.locator(".sweep button[name=take]").click()
    page.wait_for_url("**cover.6.10.8.8_fill.black*")
    page.wait_for_selector('.probe[data-drawn*="cover.6.10.8.8_fill.black"]')
    answered(page)
    check_numbers(page, network, Edit(cover=cover, fill="black"))


def test_covering_everywhere_can_be_stopped(page, server):
    page.goto(f"{server}/prediction?part=probe&picture=coffee&network=imagenette&cells=32")
    page.wait_for_selector(".probe[data-drawn]")
    settled(page)
    start = page.get_by_role("button", name="Cover everywhere: 1,024 passes")
    start.click()
    page.get_by_role("button", name="Cancel").click()
    expect(start).to_be_visible(timeout=30_000)
    settled(page)
    assert "sweep" not in page.url
    expect(page.get_by_role("button", name="Cancel")).to_have_count(0)


def test_moving_step_by_step_draws_a_chart(page, server):
    go(page, server)
    page.get_by_role("button", name="Move it from left to right").click()
    page.wait_for_selector(".js-plotly-plot .scatterlayer .trace")
    assert page.locator(".js-plotly-plot .scatterlayer .trace").count() == 3
    expect(page.locator("[data-testid=stMain]")).to_contain_text("Over 33 positions cat lies between")


def test_a_telephone_in_the_dark(chromium, server):
    with visit(chromium, **PHONE) as page:
        go(page, server)
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
        page.locator("button[name=cover]").tap()
        box = page.locator(".probe .plane").bounding_box()
        page.locator(".probe .plane").tap(position={"x": 0.51 * box["width"], "y": 0.51 * box["height"]})
        page.wait_for_url("**cover.12.12.8.8*")
        answered(page)


def test_a_tampered_link_falls_back(page, server):
    go(page, server, "&edit=right.9999_cover.40.40.3.3_fill.gold&class=x&cells=7")
    answered(page)
    assert edit_of(page) == Edit()
