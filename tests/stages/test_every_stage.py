"""Every stage stands alone: with what its page sends it, in light and dark, from mounting to leaving. Takes minutes."""

import pytest

from tests.stages.record import record
from tests.stages.recording import keep
from viz.hosts.workbench.server import payloads as files_of
from viz.hosts.workbench.server import stages

pytestmark = [pytest.mark.browser, pytest.mark.long]
NOTHING_TO_SEE = ("frame/into_view", "frame/relay", "frame/travel")
OF_THE_HOST = ("frame/sent",)  # it looks after Streamlit's own connection

# Groups of controls that have no name for those who hear the page; what takes the focus but is said to be a picture.
FAULTS = """() => {
    const all = (selector) => [...document.querySelectorAll("main *")]
        .flatMap(({ shadowRoot }) => (shadowRoot ? [...shadowRoot.querySelectorAll(selector)] : []));
    const legend = (group) => (group.tagName === "FIELDSET" ? (group.querySelector("legend")?.textContent ?? "") : "");
    const said = (group) => group.getAttribute("aria-label") ?? group.getAttribute("aria-labelledby");
    const named = (group) => (said(group) ?? legend(group)).trim();
    const roles = ["group", "toolbar", "radiogroup", "listbox", "grid"].map((role) => `[role=${role}]`);
    const groups = all(`${roles.join()}, fieldset`);
    return {
        nameless: groups.filter((group) => !named(group)).map(({ outerHTML }) => outerHTML.slice(0, 90)),
        silent: all("[role=img][tabindex='0']").map(({ outerHTML }) => outerHTML.slice(0, 90)),
    };
}"""
FOCUSED = """() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return (window.places ??= []).includes(at) ? window.places.indexOf(at) : window.places.push(at) - 1;
}"""


@pytest.fixture(scope="module")
def recordings(payloads):
    record(payloads)
    keep(payloads, "frame/travel", {"to": None})  # else it is there only while somebody is going to another page
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


@pytest.mark.parametrize("stage", [stage for stage in stages() if stage not in (*OF_THE_HOST, *NOTHING_TO_SEE)])
def test_every_group_has_a_name_and_keys_reach_what_takes_them(stage, recordings, page, workbench):
    for file in recordings[stage]:
        page.goto(f"{workbench}/?stage={stage}&payload={file}")
        page.wait_for_selector("html[data-mounted]")
        assert page.evaluate(FAULTS) == {"nameless": [], "silent": []}
        # The tabulator leads through all of it, and is caught nowhere.
        stops = [page.evaluate(FOCUSED)]
        while len(stops) < 60:
            page.keyboard.press("Tab")
            stops.append(page.evaluate(FOCUSED))
            assert stops[-1] != stops[-2], "a stage keeps the tabulator"
            if stops[-1] == 0:
                break


def test_the_list_leads_to_every_payload(recordings, page, workbench):
    page.goto(workbench)
    page.wait_for_selector("html[data-mounted]")
    names = page.locator("nav h2").all_inner_texts()
    assert names == list(stages())
    assert page.locator("nav a").count() == 2 * sum(map(len, recordings.values()))
    page.locator("nav a", has_text="pooling-unpooling.bin, dark").click()
    page.wait_for_selector(".back[data-drawn]")
