"""A thing to try brings the stage into view: on every page, for a lecture and on a telephone, once and no more."""

import pytest
from playwright.sync_api import expect

from tests.browser.harness import settled, visit

pytestmark = pytest.mark.browser
PAGES = [
    "", "convolution", "convolution?part=kinds", "convolution?part=sharing", "pooling", "feature_maps",
    "receptive_field", "receptive_field?part=build", "batch_norm", "batch_norm?part=groups", "prediction?part=where",
    "training?part=update", "training?part=rate", "training?part=train",
    "training?part=edges",
]  # fmt: skip
DAILY = ("", "convolution?part=kinds", "batch_norm?part=groups")
FIRST = """() => [...document.querySelectorAll("[data-testid=stMain] [data-testid=stBidiComponentIsolated]")]
    .find(({ offsetHeight }) => offsetHeight >= 60)?.getBoundingClientRect().top"""
SCROLLED = "() => document.querySelector('[data-testid=stMain]').scrollTop"


def press(page, number):
    """Presses a thing to try, from as far down as it stands."""
    button = page.locator("[class*='st-key-try-'] button").nth(number)
    button.scroll_into_view_if_needed()
    page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollBy(0, 200)")
    button.click()


def comes_into_view(page, height):
    page.wait_for_function(f"() => {{ const top = ({FIRST})(); return top >= 59 && top < {height // 2}; }}")


@pytest.mark.parametrize(
    "address", [*DAILY, *(pytest.param(each, marks=pytest.mark.long) for each in PAGES if each not in DAILY)]
)
def test_the_stage_is_in_view_after_a_press(page, server, address):
    page.goto(f"{server}/{address}")
    page.wait_for_selector("[class*='st-key-try-'] button")
    settled(page)
    steps = page.evaluate("history.length")
    for number in (1, 0):
        press(page, number)
        comes_into_view(page, 720)
        settled(page)
    assert page.evaluate("history.length") <= steps + 2


def test_it_does_so_on_a_telephone_and_only_once(chromium, server):
    with visit(chromium, viewport={"width": 390, "height": 844}, has_touch=True) as page:
        page.goto(f"{server}/convolution?part=kinds")
        page.wait_for_selector("[class*='st-key-try-'] button")
        settled(page)
        press(page, 2)
        comes_into_view(page, 844)
        settled(page)
        page.wait_for_timeout(600)  # as long as it holds on to the stage
        page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollBy(0, 500)")
        below = page.evaluate(SCROLLED)
        page.get_by_text("In depth").first.click()
        settled(page)
        page.wait_for_timeout(600)
        assert page.evaluate(SCROLLED) >= below - 1
        page.reload()
        page.wait_for_selector("[class*='st-key-try-'] button")
        settled(page)
        expect(page.locator("h1")).to_be_in_viewport()


def test_a_visitor_who_scrolls_is_left_alone(page, server):
    page.goto(f"{server}/batch_norm")
    page.wait_for_selector("[class*='st-key-try-'] button")
    settled(page)
    press(page, 0)
    page.mouse.move(700, 400)
    page.mouse.wheel(0, 3000)
    settled(page)
    page.wait_for_timeout(600)
    assert page.evaluate(SCROLLED) > 200


def test_a_pointer_that_rests_where_the_button_was_points_at_nothing(page, server):
    page.goto(f"{server}/prediction?part=answer&network=cifar10&picture=cat")
    page.wait_for_selector("[class*='st-key-try-'] button")
    settled(page)
    press(page, 1)
    comes_into_view(page, 720)
    settled(page)
    page.wait_for_timeout(600)
    readout = page.locator(".stage .readout")
    expect(readout).to_contain_text("at T = 5")
    box = page.locator(".stage canvas").first.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(readout).not_to_contain_text("at T = 5")
