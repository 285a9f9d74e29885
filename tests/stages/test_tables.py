"""Every stage that shows numbers in cells shows them as a table too, and is heard: at rest, once, position and value.

The numbers are compared with those of the payload, read here without any of the stage's own code.
"""

import re
from dataclasses import dataclass

import numpy as np
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
        current: [...table.querySelectorAll("tr, td")].findIndex((cell) => cell.ariaCurrent === "true"),
    }))"""
CHANGED = f"(before) => JSON.stringify(({TABLES})()) !== JSON.stringify(before)"
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

# How often something was announced.
COUNTED = """() => {
    const places = [...document.querySelectorAll("main *")].map((one) => one.shadowRoot?.querySelector(".heard"));
    window.announced = 0;
    new MutationObserver(() => (window.announced += 1)).observe(places.find(Boolean), { childList: true });
}"""


@dataclass(frozen=True)
class Shown:
    """How a stage is come by: an address; what takes a key on it that leads on; whether there is something to play.

    `ready`: what is in sight once there are numbers, where they take their time.
    """

    address: str
    walks: str = "[role=application][tabindex='0']"
    key: str = "ArrowRight"
    plays: bool = False
    ready: str = ""


STAGES = {
    "feature_maps/maps": Shown("feature_maps?channel=5&row=14&column=3"),
    "batch_norm/result": Shown("batch_norm?part=result&row=3&column=3"),
    "batch_norm/statistics": Shown("batch_norm?part=statistics&channel=40"),
    "batch_norm/groups": Shown("batch_norm?part=groups&row=3&column=3", ".large [role=application]"),
    "convolution/areas": Shown("convolution?part=sharing", walks=""),
    "convolution/sharing": Shown("convolution?part=sharing&show=move"),
    "convolution/kinds": Shown(
        "convolution?part=kinds", "[data-volume=outputs] [role=application]", "Home", plays=True
    ),
    "convolution/inside": Shown("convolution?part=inside&row=9&column=9", ".maps [role=application]", plays=True),
    "convolution/slide": Shown(
        "convolution?source=count_4x4&kernel=sobel top", ".output [role=application]", plays=True
    ),
    "pooling/invariance": Shown("pooling?part=invariance"),
    "pooling/unpooling": Shown("pooling?part=unpooling"),
    "prediction/answer": Shown("prediction?part=answer", ".classes .scroller", "ArrowDown"),
    "prediction/where": Shown("prediction?part=where&row=3&column=3"),
    "prediction/probe": Shown("prediction?part=probe", walks=""),
    "prediction/probe_sweep": Shown("prediction?part=probe&sweep=shown"),
    "receptive_field/growth": Shown("receptive_field?part=growth", key="PageUp", plays=True),
    "receptive_field/point": Shown("receptive_field?part=point", ".map [role=application]", "Home"),
    "receptive_field/build": Shown("receptive_field?part=build", plays=True),
    "receptive_field/top_patches": Shown("receptive_field?part=top_patches", ".list button[tabindex='0']"),
    "home/overview": Shown("home"),
    "training/update": Shown("training?part=update", plays=True),
    "training/train": Shown("training?part=train", walks="", ready=".confusion"),
    "training/rate": Shown("training?part=rate&updates=5", plays=True),
    "training/rates": Shown("training?part=rate", walks=""),
    "training/edges": Shown("training?part=edges&moment=30", walks="", plays=True),
    "frame/map_row": Shown("feature_maps?layer=stage1.bn1"),
}
NUMBERS = re.compile(r"−?\d+(?:\.\d+)?(?:e[+−]\d+)?")


def number(text):
    """The number that a text says: the last one, as in "3/12 = 0.25"; and by how much it may be rounded."""
    found = NUMBERS.findall(text.replace(",", ""))[-1].replace("−", "-")
    digits, _, power = found.partition("e")
    return float(found), 0.51 * 10.0 ** (int(power or 0) - len(digits.partition(".")[2]))


def place(text):
    """The number in a head such as "Row 5"."""
    return int(re.search(r"\d+", text)[0])


def says(text, value):
    """Whether a cell says a value: a text as it is, a number as it rounds to the digits that are shown."""
    if value is None or isinstance(value, str):
        return value is None or text == value
    if not np.isfinite(value):
        return text in {"NaN", "–", "+∞", "−∞"}
    shown, rounding = number(text)
    return abs(shown - float(value)) <= rounding + 1e-6 * abs(float(value))


def agrees(table, oracle):
    """Holds a table against an oracle: an array of a map, or the lines of a list by their heads."""
    heads, columns = [text for _, text in table["heads"]], [text for _, text in table["columns"][1:]]
    for head, cells in zip(heads, table["cells"], strict=True):
        if isinstance(oracle, dict):
            true = oracle[head]
        elif re.match(r"Row \d+$", head):
            true = [oracle[place(head), place(column)] for column in columns]
        else:  # a row of bars
            true = [oracle.reshape(-1)[heads.index(head)]]
        wrong = [(text, value) for text, value in zip(cells, true, strict=True) if not says(text, value)]
        assert wrong == [], (table["caption"], head)


def test_every_stage_with_numbers_in_cells_is_tried():
    assert STAGES.keys() == ORACLES.keys()


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_is_shown_as_tables_and_heard(stage, bench):
    shown = STAGES[stage]
    page = bench.open(stage, shown.address)
    if shown.ready:
        page.locator(shown.ready).wait_for()
    button, box, heard = page.locator(".as-table > button"), page.locator(".tables"), page.locator(".heard")
    expect(box).to_be_hidden()
    assert button.bounding_box()["height"] >= 44
    assert button.text_content() == "As a table"
    assert box.get_attribute("id") == button.get_attribute("aria-controls")

    # By keyboard alone, and back.
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(box).to_be_visible()
    tables = page.evaluate(TABLES)
    header, planes = opened(recorded(shown.address)[stage])
    oracles = ORACLES[stage](header, planes)
    assert len(tables) == len(oracles) > 0
    for table, oracle in zip(tables, oracles, strict=True):
        assert table["caption"].strip()
        assert {scope for scope, text in table["columns"] if text} == {"col"}
        assert {scope for scope, _ in table["heads"]} == {"row"}
        assert all(text for _, text in table["heads"])
        assert len(table["cells"]) <= 25
        agrees(table, oracle)
    # Wide ones are scrolled by themselves, also on a telephone.
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 720})
        page.wait_for_function("document.documentElement.scrollWidth <= innerWidth")
        assert box.bounding_box()["width"] <= width

    says_what_it_is(page)
    assert heard.text_content() == ""

    # A key: the table follows, and once at rest the place and a value are announced.
    page.evaluate(COUNTED)
    if shown.walks:
        page.locator(shown.walks).first.focus()
        page.keyboard.press(shown.key)
        expect(heard).to_have_text(re.compile(r"\d.*\D.*\d"))
        page.wait_for_function(CHANGED, arg=tables)
        assert page.evaluate("window.announced") == 1
    # Of several on a page, each says what it lists.
    caption = box.locator("caption span").first.evaluate("(words) => words.firstChild.textContent")
    expect(button).to_have_accessible_name(f"As a table: {caption}")
    expect(box).to_have_accessible_name(f"As a table: {caption}")
    if shown.plays:
        plays_in_silence(page, header["words"])

    button.press("Space")
    expect(box).to_be_hidden()
    expect(button).to_have_attribute("aria-expanded", "false")


def says_what_it_is(page):
    """What takes keys says what it is and what its numbers are; at first there is no news."""
    walked = page.evaluate(WALKED)
    assert len({element["name"] for element in walked}) == len(walked), "which of them is it?"
    for element in walked:
        assert re.match(r"\w", element["name"]), element
        assert element["kind"]
        assert re.search(r"\d", element["description"] or ""), element
    assert page.evaluate(NOTHING) == []


def plays_in_silence(page, words):
    """While a stage plays nothing is announced; when it stops, once."""
    tables = page.evaluate(TABLES)
    page.evaluate("window.announced = 0")
    page.get_by_role("button", name=words["play"], exact=True).click()
    pause = page.get_by_role("button", name=words["pause"], exact=True)
    expect(pause).to_be_visible()
    page.wait_for_function(CHANGED, arg=tables)
    page.wait_for_timeout(650)  # longer than a rest: whoever didn't wait for the end would have spoken
    assert page.evaluate("window.announced") == 0
    if pause.is_visible():
        pause.click()
    page.wait_for_function("window.announced > 0")
    page.wait_for_timeout(650)
    assert page.evaluate("window.announced") == 1
