"""A stage alone in a bare page, with what the real page sends it."""

from urllib.parse import urlencode

import pytest

from tests.stages.recording import keep, recorded
from viz.hosts.workbench.server import served


class Bench:
    """Puts stages on a page that belongs to nobody else. `page`: Playwright's."""

    def __init__(self, page, folder, address):
        self.page, self.folder, self.address = page, folder, address

    def open(self, stage, topic, *, beside=(), theme="", **query):
        """Shows the stage as the page on `topic` opens it, and those `beside` it; the page."""
        sent = recorded(topic, **query)
        asked = [("theme", theme)]
        for name in (*beside, stage):
            asked += [("stage", name), ("payload", keep(self.folder, name, sent[name]))]
        self.page.goto(f"{self.address}/?{urlencode(asked)}")
        self.page.wait_for_selector("html[data-mounted]")
        return self.page

    def send(self, stage, data):
        """Gives the stage another payload."""
        self.page.evaluate("(given) => window.bench.send(...given)", [stage, keep(self.folder, stage, data)])

    def told(self, event="settled", **fields):
        """Waits until the stage's newest event has these fields; the event."""
        newest = "(event) => window.told.findLast((told) => told.event === event)?.value"
        every = "Object.entries(fields).every(([name, value]) => told[name] === value)"
        has = f"([event, fields]) => {{ const told = ({newest})(event); return told !== undefined && {every}; }}"
        self.page.wait_for_function(has, arg=[event, fields])
        return self.page.evaluate(newest, event)


@pytest.fixture(scope="session")
def payloads(tmp_path_factory):
    return tmp_path_factory.mktemp("payloads")


@pytest.fixture(scope="session")
def workbench(payloads):
    with served(payloads) as address:
        yield address


@pytest.fixture
def bench(page, payloads, workbench):
    return Bench(page, payloads, workbench)


@pytest.fixture
def bench_on(payloads, workbench):
    """The workbench on a page of the test's own, such as that of a phone."""
    return lambda page: Bench(page, payloads, workbench)
