"""Every stage that shows numbers in cells shows them as a table too, and is heard: at rest, once, position and value.

The numbers are compared with those of the payload, read here without any of the stage's own code.
"""

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import expect

from tests.stages.recording import recorded
from tests.stages.tables import ORACLES, opened

pytestmark = pytest.mark.browser

# Of all tables of a stage: their captions, heads and cells as text.
TABLES = """() => [...document.querySelectorAll("main *")].flatMap((one) => (one.shadowRoot ? [one.shadowRoot] : []))
    .flatMap((root) => [...root.querySelectorAll(".tables table")]).map((table) => ({
        caption: table.caption?.textContent ?? "",
        columns: [...table.tHead.rows[0].cells].map((cell) => [cell.scope ?? "", cell.textContent]),
        heads: [...table.tBodies[0].rows].map((row) => [row.cells[0].scope, row.cells[0].textContent]),
        cells: [...table.tBodies[0].rows].map((row) => [...row.cells].slice(1).map((cell) => cell.textContent)),
        current: table.querySelectorAll("[aria-current=true]").length,
    }))"""
# What takes keys without being a control of the browser's: its role, its name, and how it is described.
WALKED = """() => [...document.querySelectorAll("main *")].flatMap((one) => (one.shadowRoot ? [one.shadowRoot] : []))
    .flatMap((root) => [...root.querySelectorAll("[role=application]")].map((element) => ({
        name: element.getAttribute("aria-label"), kind: element.getAttribute("aria-roledescription"),
        description: root.getElementById(element.getAttribute("aria-describedby"))?.textContent,
    })))"""
# Elements that are named or described without being anything: screen readers pass such words over.
NOTHING = """() => [...document.querySelectorAll("main *")].flatMap((one) => (one.shadowRoot ? [one.shadowRoot] : []))
    .flatMap((root) => [...root.querySelectorAll("[aria-label], [aria-describedby], [aria-roledescription]")])
    .filter((element) => element.matches(":is(div, span, p, b, i, canvas, li, small):not([role])"))
    .map((one) => one.outerHTML.slice(0, 90))"""


@dataclass(frozen=True)
class Shown:
    """How a stage is come by: an address, what takes the arrow key on it, the key, and a part of it that plays."""

    address: str
    walks: str = "[role=application][tabindex='0']"
    key: str = "ArrowRight"
    plays: str = ""


STAGES = {
    "feature_maps/maps": Shown("feature_maps?channel=5&row=14&column=3"),
    "batch_norm/result": Shown("batch_norm?part=result"),
}


def number(text):
    """A number as stages write it."""
    return float(text.replace("−", "-").replace("∞", "inf").replace(" %", "").replace(",", ""))


def place(text):
    """The number in a head such as "Row 5"."""
    return int(re.search(r"\d+", text)[0])


def agrees(table, oracle):
    """Whether a table says what the oracle has: an array of a map, or of a list its lines by their heads."""
    heads, columns = [text for _, text in table["heads"]], [text for _, text in table["columns"][1:]]
    for head, cells in zip(heads, table["cells"], strict=True):
        listed = isinstance(oracle, dict)
        true = oracle[head] if listed else [oracle[place(head), place(column)] for column in columns]
        for text, value in zip(cells, true, strict=True):
            if isinstance(value, str):
                assert text == value, (table["caption"], head)
            elif value is not None:
                assert number(text) == pytest.approx(value, rel=1e-3, abs=2e-4, nan_ok=True), (table["caption"], head)


def test_every_stage_with_numbers_in_cells_is_tried():
    assert STAGES.keys() == ORACLES.keys()


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_is_shown_as_tables_and_heard(stage, bench):
    shown = STAGES[stage]
    page = bench.open(stage, shown.address)
    button, box, heard = page.locator(".as-table > button"), page.locator(".tables"), page.locator(".heard")
    expect(box).to_be_hidden()
    assert button.bounding_box()["height"] >= 44

    # By keyboard alone, and back.
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(box).to_be_visible()
    tables = page.evaluate(TABLES)
    oracles = ORACLES[stage](*opened(recorded(shown.address)[stage]))
    assert len(tables) == len(oracles) > 0
    for table, oracle in zip(tables, oracles, strict=True):
        assert table["caption"].strip()
        assert {scope for scope, text in table["columns"] if text} == {"col"}
        assert {scope for scope, _ in table["heads"]} == {"row"}
        assert all(text for _, text in table["heads"])
        assert len(table["cells"]) <= 25
        agrees(table, oracle)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    # What takes keys says what it is and what its numbers are; at first there is no news.
    for element in page.evaluate(WALKED):
        assert element["name"]
        assert element["kind"]
        assert re.search(r"\d", element["description"] or ""), element
    assert page.evaluate(NOTHING) == []
    assert heard.text_content() == ""

    # A key: the table follows, and once at rest the place and a value are announced.
    if shown.walks:
        page.locator(shown.walks).first.focus()
        page.keyboard.press(shown.key)
        expect(heard).to_have_text(re.compile(r"\d.*\D.*\d"))
        page.wait_for_function(f"(before) => JSON.stringify(({TABLES})()) !== JSON.stringify(before)", arg=tables)

    button.press("Space")
    expect(box).to_be_hidden()
    expect(button).to_have_attribute("aria-pressed", "false")
