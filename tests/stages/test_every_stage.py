"""Every stage stands alone: with what its page sends it, in light and dark, from mounting to leaving. Takes minutes."""

import pytest

from tests.stages.record import record
from viz.hosts.workbench.server import payloads as files_of
from viz.hosts.workbench.server import stages

pytestmark = [pytest.mark.browser, pytest.mark.long]
NOTHING_TO_SEE = ("frame/into_view", "frame/relay", "frame/travel")
OF_THE_HOST = ("frame/sent",)  # it looks after Streamlit's own connection


@pytest.fixture(scope="module")
def recordings(payloads):
    record(payloads)
    return files_of(payloads)


@pytest.mark.parametrize("stage", [stage for stage in stages() if stage not in OF_THE_HOST])
def test_a_stage_draws_what_its_page_sends_it_and_leaves_nothing(stage, recordings, page, workbench):
    assert recordings[stage], "no page of those recorded shows it"
    for file in recordings[stage]:
        for theme in ("light", "dark"):
            page.goto(f"{workbench}/?stage={stage}&payload={file}&theme={theme}")
            page.wait_for_selector("html[data-mounted]")
            if stage not in NOTHING_TO_SEE:
                page.wait_for_function("document.querySelector('main').getBoundingClientRect().height > 60")
    page.evaluate("(stage) => window.bench.leave(stage)", stage)
    assert page.locator("main").inner_html() == ""


def test_the_list_leads_to_every_payload(recordings, page, workbench):
    page.goto(workbench)
    page.wait_for_selector("html[data-mounted]")
    names = page.locator("nav h2").all_inner_texts()
    assert names == list(stages())
    assert page.locator("nav a").count() == 2 * sum(map(len, recordings.values()))
    page.locator("nav a", has_text="pooling-unpooling.bin, dark").click()
    page.wait_for_selector(".back[data-drawn]")
