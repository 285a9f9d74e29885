"""Shapes in signatures are checked while the tests run; hypothesis has no deadline, since machines differ."""

import pytest
from hypothesis import settings
from jaxtyping import install_import_hook

from tests.browser.harness import ARGUMENTS, CHROMIUM, WINDOW, watched

settings.register_profile("convoscope", deadline=None, print_blob=True)
settings.load_profile("convoscope")

install_import_hook(["models.ops", "models.records", "models.nets", "models.images", "viz"], "beartype.beartype")


@pytest.fixture(scope="session")
def chromium():
    """The browser of all tests that need one: Playwright can be started once in a process."""
    from playwright.sync_api import expect, sync_playwright  # noqa: PLC0415, most tests need no browser

    # How long a thing may be away before a test gives it up: a machine can be slow. Nothing is measured by it.
    expect.set_options(timeout=30_000)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def window(chromium):
    """The window of most visits: it keeps the files it was given, so that a page is there sooner."""
    context = chromium.new_context(**WINDOW)
    yield context
    context.close()


@pytest.fixture
def page(window):
    """A new page in it; of the visitors before, nothing is left but files."""
    window.set_offline(False)
    window.clear_cookies()
    window.clear_permissions()
    with watched(window) as visitor:
        yield visitor
        if visitor.url.startswith("http"):
            visitor.evaluate("localStorage.clear(); sessionStorage.clear()")
    for left in window.pages:
        left.close()
