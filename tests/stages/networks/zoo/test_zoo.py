"""The table of networks: chosen by Enter and by a click anywhere in a row, sorted by its heads, and walked through."""

import re

import pytest
from playwright.sync_api import expect

from tests.stages.recording import recorded, visited
from tests.viz.packed import unpacked

pytestmark = pytest.mark.browser
ADDRESS = "networks?part=zoo"
TOLD = "window.told.map(({ event, value }) => [event, value])"


@pytest.fixture
def table(bench):
    return bench.open("networks/zoo", ADDRESS).locator("table")


def names(table):
    return table.locator("tbody th").all_inner_texts()


def test_a_click_anywhere_in_a_row_chooses_it(table, page):
    first, second = table.locator("tbody tr").nth(2), table.locator("tbody tr").nth(4)
    wanted = names(table)
    for at, row in ((2, first), (4, second)):
        cells = row.locator("td")
        for cell in (0, cells.count() - 1):
            cells.nth(cell).click()
            assert page.evaluate(TOLD)[-1] == ["chosen", wanted[at]]
    page.locator(".scroller").evaluate("(box) => box.scrollTo(0, 0)")
    row = first.bounding_box()
    page.mouse.click(row["x"] + 2, row["y"] + row["height"] - 3)
    assert page.evaluate(TOLD)[-1] == ["chosen", wanted[2]]
    assert len(page.evaluate(TOLD)) == 5, "each once"


def test_keys_walk_the_rows_and_enter_chooses(table, page):
    wanted = names(table)
    table.locator("thead button").last.focus()
    page.keyboard.press("Tab")
    stand = table.locator("tbody button:focus")
    expect(stand).to_have_text(wanted[0])
    for key, at in (("ArrowDown", 1), ("PageDown", 9), ("ArrowUp", 8), ("End", len(wanted) - 1), ("Home", 0)):
        page.keyboard.press(key)
        expect(stand).to_have_text(wanted[at])
    assert page.evaluate(TOLD) == [], "walking chooses nothing"
    page.keyboard.press("ArrowDown")
    for key in ("Enter", "Space"):
        page.keyboard.press(key)
    assert page.evaluate(TOLD) == [["chosen", wanted[1]]] * 2
    # One stop of the tabulator for all rows, and it comes back to where one stood.
    assert table.locator("tbody button[tabindex='0']").all_inner_texts() == [wanted[1]]
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(stand).to_have_text(wanted[1])


def natural(text):
    """Numbers in a name count as numbers."""
    return [int(piece) if piece.isdigit() else piece for piece in re.split(r"(\d+)", text)]


@pytest.mark.parametrize(
    ("column", "of"), [("layers", int), ("weights", int), ("name", natural), ("trained weights", natural)]
)
def test_a_head_sorts_by_what_a_column_means(table, page, column, of):
    sent, _ = unpacked(recorded(ADDRESS)["networks/zoo"])
    at = [each["text"] for each in sent["columns"]].index(column)
    by = {line["name"]: of(line["order"][at]) for line in sent["lines"]}
    head = table.get_by_role("columnheader", name=column, exact=True)
    for way, falling in (("ascending", False), ("descending", True)):
        head.get_by_role("button").focus()
        page.keyboard.press("Enter")
        expect(head).to_have_attribute("aria-sort", way)
        expect(head.get_by_role("button")).to_be_focused()
        shown = [by[name] for name in names(table)]
        assert shown == sorted(by.values(), reverse=falling)
    assert table.locator("[aria-sort]").count() == 1


def test_what_is_chosen_is_said_and_who_stands_there_stays(table, page, bench):
    chosen = table.locator("tbody tr[aria-current=true]")
    expect(chosen.locator("th")).to_have_text("cifar10")
    assert table.locator("[aria-pressed=true]").all_inner_texts() == ["cifar10"]
    table.get_by_role("button", name="alexnet").focus()
    page.keyboard.press("Enter")
    bench.send("networks/zoo", visited(f"{ADDRESS}&network=alexnet").sent["networks/zoo"])
    expect(chosen.locator("th")).to_have_text("alexnet")
    expect(table.get_by_role("button", name="alexnet")).to_be_focused()


def test_a_telephone_scrolls_the_table_and_not_the_page(table, page):
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    button = table.locator("tbody button").first
    assert button.bounding_box()["height"] >= 30
    page.locator(".scroller").evaluate("(box) => (box.scrollLeft = 300)")
    assert button.bounding_box()["x"] < 20, "names stay in sight"
