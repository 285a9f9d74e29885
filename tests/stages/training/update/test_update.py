"""One update on its stage: played, stepped, pointed at, repeated; by keys, mouse and touch; and what can't be."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from pages.training.update.case import case_of
from tests.browser.harness import visit
from tests.stages.looks import PHONE
from viz.stages.training.update.pictures import PICTURES
from viz.stages.training.update.view import UPDATE, UpdateView

pytestmark = pytest.mark.browser
STAGE = "training/update"


def update(bench, **query):
    return bench.open(
        STAGE, f"training?{'&'.join(f'{name}={value}' for name, value in {'part': 'update', **query}.items())}"
    )


def button(page, name):
    return page.get_by_role("button", name=name, exact=True)


def heading(page):
    return page.locator(".one-update h2")


def readout(page):
    return page.locator(".one-update .readout")


def panel(page, key):
    return page.locator(f".one-update figure[data-key={key}]")


def cell(page, key, row, column, side):
    """Where a cell of a panel is on the page."""
    box = panel(page, key).locator("canvas").first.bounding_box()
    return box["x"] + (column + 0.5) * box["width"] / side, box["y"] + (row + 0.5) * box["height"] / side


def test_the_four_phases_light_up_what_they_bring(bench):
    page = update(bench, step=0)
    ahead = page.locator(".one-update figure.ahead")
    assert ahead.count() == 9
    for name, text, left in (
        ("Forward", "Forward 5", 6), ("Loss", "Loss:", 6), ("Backward", "Backward 5", 1), ("Update", "Update:", 0),
    ):  # fmt: skip
        expect(page.locator(".phases .next")).to_have_text(name)
        button(page, name).click()
        expect(heading(page)).to_contain_text(text, timeout=10_000)
        expect(button(page, "Play the whole update")).to_be_visible()
        assert ahead.count() == left
    bench.told(step=UPDATE)
    assert "really falls by" in bench.said()


def test_the_gradient_of_a_cell_is_drawn_and_added_up(bench):
    page = update(bench, step=UPDATE)
    terms = case_of(UpdateView(row=2, column=1), PICTURES["seven"] / 100).cell
    page.mouse.move(*cell(page, "gradient", 2, 1, 3))
    count = int((terms.deltas != 0).sum())
    expect(readout(page)).to_contain_text(f"∂L/∂K[2, 1] = Σ δ × X over the {count} of 36 positions with δ ≠ 0:")
    expect(readout(page)).to_contain_text(f"{terms.total:.4g}".replace("-", "−"))
    expect(readout(page)).to_contain_text("K[2, 1] ← ")
    before = page.evaluate(PAINTED)
    page.mouse.move(*cell(page, "kernel", 0, 0, 3))
    expect(readout(page)).to_contain_text("∂L/∂K[0, 0]")
    assert page.evaluate(PAINTED) != before, "other pixels are met"
    page.mouse.click(*cell(page, "kernel", 1, 2, 3))
    bench.told(row=1, column=2)


PAINTED = """() => [...document.querySelectorAll("main *")].flatMap(({ shadowRoot }) => shadowRoot ?? [])
    .map((root) => root.querySelector("[data-key=products] canvas")).find(Boolean).toDataURL()"""


def test_every_delta_is_read_where_it_is_pointed_at(bench):
    page = update(bench, step=UPDATE, kernel=1)
    case = case_of(UpdateView(kernel=1), PICTURES["seven"] / 100)
    for key, side in (("convolution", 6), ("relu", 6), ("pooling", 3)):
        deltas = getattr(case.backward, key)[1]
        row, column = map(int, np.unravel_index(np.abs(deltas).argmax(), deltas.shape))
        page.mouse.move(*cell(page, f"d_{key}", row, column, side))
        shown = float(panel(page, f"d_{key}").locator(".value").inner_text().replace("−", "-"))
        assert shown == pytest.approx(deltas[row, column], rel=1e-3)
        expect(readout(page)).to_contain_text("δ = ")
    page.locator(".classes tbody tr").nth(1).hover()
    expect(readout(page)).to_contain_text("δ = probability − target = ")


def test_walked_by_keys_it_is_announced_once_at_rest(bench):
    page = update(bench, step=UPDATE)
    panel(page, "gradient").locator("canvas").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    expect(readout(page)).to_contain_text("∂L/∂K[1, 1]")
    expect(page.locator(".heard")).to_contain_text("∂L/∂K[1, 1]")
    bench.told(row=1, column=1)
    page.keyboard.press("PageUp")
    expect(page.locator(".heard")).to_contain_text("Backward 5")
    page.keyboard.press("PageDown")
    expect(heading(page)).to_contain_text("Update:")
    expect(page.locator(".heard")).to_contain_text("of the promise")
    page.locator(".classes table").focus()
    page.keyboard.press("ArrowDown")
    expect(readout(page)).to_contain_text("Logit of “digit 1”")


def test_another_update_goes_on_and_forward_behind_an_update_begins_the_next(bench):
    page = update(bench, step=UPDATE)
    button(page, "Another update").click()
    expect(heading(page)).to_contain_text("Update 2.")
    bench.told(updates=1, step=UPDATE)
    again = case_of(UpdateView(updates=1), PICTURES["seven"] / 100)
    expect(page.locator(".promise")).to_contain_text(f"{100 * again.fall / again.promised:.1f} % of the promise")
    button(page, "Forward").click()
    expect(heading(page)).to_contain_text("Update 3.")
    button(page, "Start over").click()
    expect(heading(page)).to_have_text(re.compile("^Update 1. The picture goes in"))
    bench.told(updates=0, step=0)


def test_another_setting_begins_with_the_first_update_and_says_so(bench):
    page = update(bench, step=UPDATE, updates=3)
    page.locator("select[name=pool]").select_option("average")
    expect(page.locator(".scales")).to_contain_text("Back to the first update")
    bench.told(pool="average", updates=0)
    page.locator("select[name=source]").select_option("stripe")
    bench.told(source="stripe", label=2)
    expect(page.locator(".scales")).not_to_contain_text("Back to the first update")


@pytest.mark.parametrize(
    ("typed", "taken", "said"),
    [
        ("-3", 0, "would climb"), ("1e30", 1e9, "largest learning rate here"), ("much", 0.1, "no number"),
        ("", 0.1, "no number"), ("0.25", 0.25, "Rows and columns"), ("1e9", 1e9, "Rows and columns"),
    ],
)  # fmt: skip
def test_a_rate_that_cannot_be_is_brought_into_bounds_and_said(bench, typed, taken, said):
    page = update(bench, step=UPDATE)
    field = page.get_by_label("Learning rate", exact=True)
    field.fill(typed)
    field.press("Enter")
    expect(page.locator(".scales")).to_contain_text(said)
    bench.told(rate=taken)


def test_a_rate_far_too_high_keeps_the_last_update_with_a_number(bench):
    page = update(bench, step=UPDATE, loss="squared_error", rate="1e9", updates=200)
    done = case_of(UpdateView(loss="squared_error", rate=1e9, updates=200), PICTURES["seven"] / 100).done
    expect(heading(page)).to_contain_text(f"Update {done + 1}.")
    expect(page.locator(".scales")).to_contain_text(f"no longer a number after update {done + 1}")
    expect(page.locator(".promise")).to_contain_text("no longer a number")


def test_who_wants_less_motion_sees_each_phase_at_once(chromium, bench_on):
    with visit(chromium, reduced_motion="reduce") as page:
        update(bench_on(page), step=0)
        button(page, "Forward").click()
        expect(heading(page)).to_contain_text("Forward 5", timeout=500)
        button(page, "Backward").click()
        expect(heading(page)).to_contain_text("Backward 5", timeout=500)


def test_all_of_it_by_touch_on_a_telephone(chromium, bench_on):
    with visit(chromium, **PHONE) as page:
        bench = bench_on(page)
        update(bench, step=UPDATE)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        canvas = panel(page, "gradient").locator("canvas").first
        box = canvas.bounding_box()
        canvas.tap(position={"x": box["width"] * 5 / 6, "y": box["height"] / 6})
        expect(readout(page)).to_contain_text("∂L/∂K[0, 2]")
        button(page, "Another update").tap()
        bench.told(updates=1)


def test_the_result_lies_above_the_fold_and_can_be_kept(bench):
    page = update(bench, step=UPDATE)
    assert page.viewport_size == {"width": 1280, "height": 720}
    for name in (".readout", ".sum", ".promise"):
        box = page.locator(f".one-update {name}").bounding_box()
        assert box["y"] + box["height"] <= 720 - 120, "the page's own head takes 120"
    with page.expect_download() as kept:
        button(page, "Save as PNG").click()
    assert kept.value.suggested_filename == "update-seven-0-12.png"
    assert kept.value.path().read_bytes().startswith(b"\x89PNG")
