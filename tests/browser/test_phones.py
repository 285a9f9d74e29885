"""Every part of every page on a phone, in the dark: nothing is wider than the window. Takes minutes."""

import pytest

from tests.browser.harness import settled, visit, wait_until
from tests.stages.looks import PHONE
from tests.stages.record import VIEWS

pytestmark = [pytest.mark.browser, pytest.mark.long]


@pytest.mark.parametrize("address", VIEWS)
def test_on_a_phone_nothing_is_wider_than_the_window(server, chromium, address):
    with visit(chromium, **PHONE) as page:
        page.goto(f"{server}/{address.removeprefix('home')}")
        page.wait_for_selector("[data-testid=stMain] h1")
        settled(page)
        # The lines of code below come with their own scrolling a little later than the rest.
        wide = "Math.max(...['html', '[data-testid=stMain]'].map((each) => document.querySelector(each).scrollWidth))"
        wait_until(lambda: page.evaluate(wide) <= 390, "the page is as narrow as the window", seconds=10)
