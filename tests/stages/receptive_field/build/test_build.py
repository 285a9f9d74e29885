"""A stack of one's own on its stage: typed, stepped and played; by mouse, keys and touch."""

import re

import pytest
from playwright.sync_api import expect

from models.ops.receptive_field import STACKS, paths
from tests.browser.harness import visit
from tests.stages.looks import PHONE

pytestmark = pytest.mark.browser
STAGE = "receptive_field/build"


def build(bench, **query):
    query = {"part": "build", **query}
    return bench.open(STAGE, f"receptive_field?{'&'.join(f'{name}={value}' for name, value in query.items())}")


def seen(page):
    return [int(text) for text in page.locator(".stack td .seen").all_inner_texts()]


def sizes(page):
    return page.locator(".stack td .output").all_inner_texts()


def heading(page):
    return page.locator(".stack h2")


def test_a_number_out_of_bounds_is_brought_into_them(bench):
    page = build(bench)
    for typed, taken in (("99", "11"), ("0", "1"), ("", "1")):
        kernel = page.get_by_role("spinbutton", name="Layer 1, kernel")
        kernel.fill(typed)
        kernel.press("Enter")
        expect(kernel).to_have_value(taken)


def test_the_last_layer_cannot_be_removed_and_there_is_an_end_to_adding(bench):
    page = build(bench, stack="-".join(["c3s1p1d1"] * 23))
    page.get_by_role("button", name="Add a convolution").click()
    expect(page.get_by_role("button", name="Add a convolution")).to_be_disabled()
    page = build(bench, stack="c3s1p1d1")
    expect(page.get_by_role("button", name="Remove layer 1")).to_be_disabled()


def test_the_published_stacks(bench):
    page = build(bench)
    page.get_by_label("A stack to start from", exact=True).select_option("VGG-16")
    assert seen(page) == [3, 5, 6, 10, 14, 16, 24, 32, 40, 44, 60, 76, 92, 100, 132, 164, 196, 212]
    page.get_by_label("A stack to start from", exact=True).select_option("ResNet-18, main path")
    assert [seen(page)[index] for index in (1, 5, 9, 13, 17)] == [11, 43, 99, 211, 435]
    assert sizes(page)[-1] == "7"
    page.get_by_label("A stack to start from", exact=True).select_option("AlexNet")
    assert seen(page) == [11, 19, 51, 67, 99, 131, 163, 195]
    bench.told(step=8)
    assert "sees 195 × 195 pixels" in bench.said()


def test_ways_are_read_where_they_are_pointed_at(bench):
    page = build(bench)
    counts = paths(STACKS["three_3x3"].layers)
    canvas = page.locator(".stack .plane canvas").first
    box = canvas.bounding_box()
    for row, column in [(0, 0), (3, 3), (2, 5), (6, 1)]:
        page.mouse.move(box["x"] + (column + 0.5) * box["width"] / 7, box["y"] + (row + 0.5) * box["height"] / 7)
        said = page.locator(".stack .readout")
        expect(said).to_contain_text(f"Row {row}, column {column} of the field")
        ways = counts[row] * counts[column]
        assert f"= {ways} way{'' if ways == 1 else 's'} to the unit" in said.inner_text()


def test_a_gap_is_grey_and_said_to_be_one(bench):
    page = build(bench, stack="c3s1p0d2-c3s1p0d2-c3s1p0d2")
    canvas = page.locator(".stack .plane canvas").first
    box = canvas.bounding_box()
    page.mouse.move(box["x"] + 1.5 * box["width"] / 13, box["y"] + 0.5 * box["height"] / 13)
    expect(page.locator(".stack .readout")).to_contain_text("no way leads from here")
    expect(page.locator(".stack .gap")).to_have_text("not read")
    pixel = canvas.evaluate(
        """(canvas) => {
          const [x, y] = [1.3, 0.3].map((place) => Math.floor((canvas.width * place) / 13));
          return [...canvas.getContext("2d").getImageData(x, y, 1, 1).data];
        }"""
    )
    assert pixel[:3] == [144, 152, 156]


def test_stepping_by_keys_and_the_recurrence_with_its_numbers(bench):
    page = build(bench, step=1)
    expect(heading(page)).to_have_text("After layer 1 of 3: 3 × 3")
    canvas = page.locator(".stack .plane canvas").first
    canvas.focus()
    page.keyboard.press("PageDown")
    expect(heading(page)).to_have_text("After layer 2 of 3: 5 × 5")
    expect(page.locator(".stack .steps")).to_contain_text("r = 3 + 1 × (3 − 1) × 1 = 5")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".stack .readout")).to_contain_text("Row 2, column 3 of the field: 3 × 2 = 6 ways")
    page.keyboard.press("Home")
    expect(page.locator(".stack .readout")).to_contain_text("Row 2, column 0")
    bench.told(step=2)
    page.locator(".stack input[name=step]").focus()
    page.keyboard.press("End")
    expect(heading(page)).to_have_text("After layer 3 of 3: 7 × 7")


def test_it_plays_to_the_last_layer(bench):
    page = build(bench)
    page.get_by_role("button", name="Play through the layers").click()
    expect(heading(page)).to_have_text("After layer 1 of 3: 3 × 3")
    expect(heading(page)).to_have_text("After layer 3 of 3: 7 × 7")
    expect(page.get_by_role("button", name="Play through the layers")).to_be_visible()


def test_who_wants_less_motion_gets_a_step_instead_of_a_film(chromium, bench_on):
    with visit(chromium, reduced_motion="reduce") as page:
        build(bench_on(page), step=1)
        page.get_by_role("button", name="Play through the layers").click()
        expect(heading(page)).to_have_text("After layer 2 of 3: 5 × 5")
        expect(page.get_by_role("button", name="Play through the layers")).to_have_attribute("aria-pressed", "false")


def test_an_impossible_layer_is_explained_in_its_place(bench):
    page = build(bench, size=8)
    page.get_by_role("spinbutton", name="Layer 2, kernel").fill("11")
    page.keyboard.press("Enter")
    problem = page.locator(".stack .problem:visible")
    expect(problem).to_have_text(re.compile(r"Layer 2 can't stand here: its kernel reaches over 11 pixels"))
    assert sizes(page) == ["6", "–", "–"]
    bench.told(stack="c3s1p0d1-c11s1p0d1-c3s1p0d1")
    assert "This stack can't be built." in bench.said()
    page.get_by_role("spinbutton", name="Layer 2, padding").fill("5")
    page.keyboard.press("Enter")
    expect(problem).to_have_count(0)


def test_all_of_it_by_touch_on_a_telephone(chromium, bench_on):
    with visit(chromium, **PHONE) as page:
        bench = bench_on(page)
        build(bench)
        page.get_by_role("button", name="Add a convolution").tap()
        expect(heading(page)).to_have_text("After layer 4 of 4: 9 × 9")
        page.locator(".stack .plane canvas").first.tap()
        expect(page.locator(".stack .readout")).to_contain_text("Row 4, column 4")
        page.get_by_role("button", name="Remove layer 4").tap()
        expect(heading(page)).to_have_text("After layer 3 of 3: 7 × 7")
        bench.told()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_largest_field_that_is_drawn_and_one_that_is_not(bench):
    page = build(bench, stack="-".join(["c11s4p5d1"] * 5), size=256)
    expect(page.locator(".stack .readout")).to_contain_text("up to 1024 are drawn")
    page.get_by_role("button", name="Remove layer 5").click()
    expect(heading(page)).to_have_text("After layer 4 of 4: 851 × 851")
    expect(page.locator(".stack .readout")).to_contain_text("One unit reads 724,201 of 724,201")
