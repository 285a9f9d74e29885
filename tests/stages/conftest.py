"""A stage alone in a bare page, with what the real page sends it."""

from urllib.parse import urlencode

import pytest

from tests.pages.test_pages import words
from tests.stages.recording import keep, recorded, visited
from viz.hosts.workbench.server import served

RELAY = "frame/relay"  # what tells the page of a stage that keeps its payload


class Bench:
    """Puts stages on a page that belongs to nobody else. `page`: Playwright's."""

    def __init__(self, page, folder, address):
        self.page, self.folder, self.address, self.view = page, folder, address, ""

    def open(self, stage, address, *, theme="", beside=()):
        """Shows the stage as it stands under an address, such as "pooling?part=unpooling"; the page."""
        self.view, sent, asked = address, recorded(address), [("theme", theme)]
        for name in (*sorted({RELAY} & {*sent}), *beside, stage):
            asked += [("stage", name), ("payload", keep(self.folder, name, sent[name]))]
        self.page.goto(f"{self.address}/?{urlencode(asked)}")
        self.page.wait_for_selector("html[data-mounted]")
        return self.page

    def send(self, stage, data):
        """Gives the stage another payload."""
        self.page.evaluate("(given) => window.bench.send(...given)", [stage, keep(self.folder, stage, data)])

    def leave(self, stage):
        """Takes the stage away, as leaving its page does."""
        self.page.evaluate("(stage) => window.bench.leave(stage)", stage)

    def told(self, **fields):
        """Waits until the newest event that the page was told has these fields; the event."""
        every = "Object.entries(fields).every(([name, value]) => window.told.at(-1).value[name] === value)"
        has = f"(fields) => window.told.length > 0 && {every}"
        plain = {name: value.item() if hasattr(value, "item") else value for name, value in fields.items()}
        self.page.wait_for_function(has, arg=plain)
        return self.page.evaluate("window.told.at(-1)?.value")

    def said(self):
        """The words of the real page once it has been told the newest event."""
        newest = self.page.evaluate("window.told.at(-1)")
        visit = visited(self.view)
        visit.tell(newest["stage"], newest["event"], newest["value"])
        return words(visit.app).replace("**", "")

    def heard(self):
        """All that the page was told so far."""
        return self.page.evaluate("window.told.map((told) => told.value)")


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
