"""Servers that are tried with more than a browser's worth of visitors; all on this machine."""

import pytest

from tests.browser.harness import served, wait_until
from tests.load.visitor import ask


@pytest.fixture
def start(tmp_path):
    """Starts a server with settings in its environment, its networks loaded; its log must stay free of traces."""
    running = []

    def begin(**environment):
        log = tmp_path / f"log-{len(running)}"
        serving = served(log, **environment)
        address = serving.__enter__()
        running.append((serving, log))
        wait_until(lambda: b"ready" in ask(f"{address}/healthy"), "the networks are loaded", 120)
        return address

    yield begin
    for serving, log in running:
        serving.__exit__(None, None, None)
        assert "Traceback" not in log.read_text(), log.read_text()
