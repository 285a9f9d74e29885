"""The served application and the browser that the tests of this folder share."""

import urllib.request

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.browser.harness import ARGUMENTS, CHROMIUM, WINDOW, served, wait_until, watched

# How long a thing may be away before a test gives it up: a machine can be slow. Nothing is measured by it.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """One warm server for all tests that don't need a cold one; at the end its log must be free of errors."""
    log = tmp_path_factory.mktemp("server") / "log"
    with served(log) as address:
        ready = lambda: b"ready" in urllib.request.urlopen(f"{address}/healthy").read()  # noqa: E731, S310
        wait_until(ready, "the network is loaded")
        yield address
    assert "Traceback" not in log.read_text(), log.read_text()


@pytest.fixture(scope="session")
def chromium():
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
