"""Types and shapes in signatures are checked while the tests run; hypothesis has no deadline: machines differ."""

import re
import sys
from functools import cache

import pytest
from hypothesis import settings

from tests import shapes
from tests.browser.harness import ARGUMENTS, CHROMIUM, WINDOW, watched

settings.register_profile("convoscope", deadline=None, print_blob=True)
settings.register_profile("few", deadline=None, print_blob=True, max_examples=10)  # for what is tried a second time
settings.load_profile("convoscope")

shapes.install()

# What is tried with several networks is tried every day with those that are bundled, and with a plain one, one of
# shortcuts, one of joined branches and one of squeeze and excitation; with these by `make test-all`.
LARGE = re.compile(
    r"densenet\w+|shufflenet\w+|mobilenet_v2|mobilenet_v3_large|resnet(?!18\b)\d+|resnext\w+|wide_resnet\w+|convnext\w+"
    r"|inception_v3|googlenet|vgg\w+|regnet\w+|efficientnet\w+|mnasnet\w+"
)
TABLES = ("test_catalogue.py", "test_families.py")  # quick, as no network is run; and one that says for itself


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Marks the large networks of a test as long, unless there are no others."""
    run = [item for item in items if {"nets", "pages"} & {*item.path.parts} and item.path.name not in TABLES]
    large = [item for item in run if LARGE.search(item.name.partition("[")[2])]
    others = {(item.path, item.name.partition("[")[0]) for item in items if item not in set(large)}
    for item in large:
        if (item.path, item.name.partition("[")[0]) in others and not item.get_closest_marker("clock"):
            item.add_marker(pytest.mark.long)


def pytest_collection_finish():
    """Has Streamlit's test runner look through the installed packages once, and not in each of a thousand tests.

    It looks for components that they bring, and reads what each package says of itself: most of a test's time.
    """
    if "streamlit.testing.v1" in sys.modules:
        from streamlit.components.v2 import manifest_scanner  # noqa: PLC0415, only where it is there already

        manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)


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
