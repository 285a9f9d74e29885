"""Every part under axe-core, all of it unfolded: light and dark, wide and narrow. Takes minutes.

Nothing of ours is found, however slight. What Streamlit itself brings stands in a table, by its rule and where it is.
"""

import pytest

from tests.browser.harness import ROOT, settled
from tests.stages.record import VIEWS

pytestmark = [pytest.mark.browser, pytest.mark.long]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"  # `make types` brings it
SIZES = {"wide": {"width": 1280, "height": 720}, "narrow": {"width": 390, "height": 844}}
# A notice, a refusal, and a network that can't be chosen are on no page by themselves.
FURTHER = (
    *("feature_maps?network=squeezenet1_1", "convolution?network=vit_b_16", "networks?part=zoo&find=nothing"),
    "prediction?part=probe&moves=shown",
)
# What is Streamlit's own: rules of axe, and elements that a finding lies in.
STREAMLITS = (
    # Lines of code are coloured by Streamlit's highlighter; a block wider than the window scrolls. Browsers lead the
    # tabulator to what scrolls by themselves.
    ("color-contrast", "[data-testid=stCode] .token"),
    ("scrollable-region-focusable", "[data-testid=stCode] pre"),
    # Where a file is dropped; the button in it takes the focus.
    ("presentation-role-conflict", "[data-testid=stFileUploaderDropzone]"),
)
RESTS = 8  # how often it is looked again where something was found
UNFOLDED = """() => {
    for (const summary of document.querySelectorAll("details:not([open]) > summary")) summary.click();
    const inside = [...document.querySelectorAll("*")].flatMap(({ shadowRoot }) => shadowRoot ?? []);
    const tables = inside.flatMap((root) => [...root.querySelectorAll(".as-table > button[aria-expanded=false]")]);
    for (const button of tables) button.click();
}"""
# What is found, and where, without what is Streamlit's.
FOUND = """async (streamlits) => {
    const { violations } = await axe.run(document, { resultTypes: ["violations"], elementRef: true });
    const known = (rule, element) => streamlits.some(([name, where]) => name === rule && element.closest(where));
    return violations.flatMap(({ id, impact, nodes }) => nodes
        .filter(({ element }) => !known(id, element))
        .map(({ html, any, all, none }) => [impact, id, html.slice(0, 160), [...any, ...all, ...none][0]?.message]));
}"""


def shown(page, address):
    page.goto(address)
    page.wait_for_selector("[data-testid=stMain] h1")
    settled(page)
    page.evaluate(UNFOLDED)
    settled(page)
    page.wait_for_timeout(500)  # an expander unfolds at its leisure
    page.evaluate(AXE.read_text(encoding="utf-8"))


def at_rest(page):
    """What is found when nothing changes any more: colours and sizes pass over, slowly on a busy machine."""
    for _ in range(RESTS):
        page.wait_for_timeout(300)
        if not (found := page.evaluate(FOUND, STREAMLITS)):
            break
    return found


@pytest.mark.parametrize("address", [*VIEWS, *FURTHER])
def test_nothing_of_ours_is_found(page, server, address):
    shown(page, f"{server}/{address.removeprefix('home')}")
    found = {}
    for size, window in SIZES.items():
        page.set_viewport_size(window)
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme=theme)
            found[size, theme] = at_rest(page)
    assert {where: faults for where, faults in found.items() if faults} == {}
