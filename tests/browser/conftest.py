"""The served application that the tests of this folder share."""

import urllib.request

import pytest

from tests.browser.harness import served, wait_until


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """One warm server for all tests that don't need a cold one; at the end its log must be free of errors."""
    log = tmp_path_factory.mktemp("server") / "log"
    with served(log) as address:
        ready = lambda: b"ready" in urllib.request.urlopen(f"{address}/healthy").read()  # noqa: E731, S310
        wait_until(ready, "the network is loaded")
        yield address
    assert "Traceback" not in log.read_text(), log.read_text()
