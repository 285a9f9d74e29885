"""Inside a convolution as a visitor uses it: what is pointed at, stepped and sorted; its numbers are torch's."""

import math
import re

import numpy as np
import pytest
from playwright.sync_api import expect

from tests.browser.harness import visit
from tests.stages.convolution.inside.summed import LAYER, address, place_of, readout, true_sums
from tests.stages.looks import PHONE
from tests.stages.numbers import number

pytestmark = pytest.mark.browser
STAGE = "convolution/inside"


def inside(bench, **query):
    return bench.open(STAGE, address(**query))


@pytest.fixture(scope="session")
def sums():
    return true_sums()


def test_every_value_that_is_pointed_at_is_the_networks_own(bench, sums):
    page = inside(bench, layer=LAYER)
    found = sums[LAYER]
    for row, column in [(0, 0), (15, 15), (3, 11), (9, 2)]:
        page.mouse.move(*place_of(page, "chain0", row, column, found.captured.shape))
        expect(readout(page)).to_contain_text(f"row {row}, column {column}")
        true = float(found.captured[row, column])
        assert number(readout(page).inner_text()) == pytest.approx(true, rel=1e-3, abs=1e-6)
        shown = number(page.locator('.stage figure[data-key="sum"] .value').inner_text())
        assert shown == pytest.approx(true, rel=1e-3, abs=1e-5)


def terms_of(text):
    """The factors that a written sum names: [(value, weight), …], and the sum after the sign of equality."""
    sides = text.replace("−", "-").replace("(", "").replace(")", "").split(" = ")
    pairs = [tuple(float(factor) for factor in term.split(" × ")) for term in sides[0].split(" + ")]
    return pairs, sides[1].split()[0]


def test_the_products_of_an_input_channel_are_true_and_add_up_as_written(bench, sums):
    page = inside(bench, layer=LAYER, row=7, column=3, input_channel=20)
    spelled = sums[LAYER].parts.at(7, 3)
    pairs, total = terms_of(page.locator(".spelled .one .sum").inner_text())
    assert len(pairs) == 9
    for (value, weight), true, slice_ in zip(
        pairs, spelled.values[20].ravel(), spelled.weights[20].ravel(), strict=True
    ):
        assert value == pytest.approx(true, abs=5.1e-4 * max(1, np.abs(spelled.values[20]).max()))
        assert weight == pytest.approx(slice_, abs=5.1e-5)
    assert math.isclose(sum(value * weight for value, weight in pairs), float(total), abs_tol=1e-12)


def test_all_parts_are_written_out_when_unfolded_and_add_up(bench, sums):
    page = inside(bench, layer=LAYER, row=7, column=3)
    written = page.locator(".spelled .all .sum")
    folded = written.inner_text().replace("−", "-")
    fold = written.get_by_role("button")
    assert fold.get_attribute("aria-expanded") == "false"
    named = re.findall(r"-?\d[\d.]*", folded.split(" = ")[0])
    count, rest = re.search(r"(\d+) more parts: (\S+)", folded).groups()
    total = float(folded.split(" = ")[1].split()[0])
    standing = [float(each) for each in named if each not in {count, rest}]
    assert int(count) == 44
    assert sum(standing) + float(rest) == pytest.approx(total, abs=1e-9)
    fold.press("Enter")
    parts = [float(each) for each in re.findall(r"-?\d[\d.]*", written.inner_text().replace("−", "-").split(" = ")[0])]
    assert len(parts) == 48
    assert sum(parts) == pytest.approx(total, abs=1e-9)
    assert np.allclose(parts, sums[LAYER].parts.maps[:, 7, 3], atol=1e-4)


def test_the_whole_stage_by_keyboard(bench, sums):
    page = inside(bench, layer=LAYER, row=7, column=3, input_channel=20)
    page.locator('.stage figure[data-key="sum"] canvas').first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".spelled .one h2")).to_contain_text("Input channel 20 at row 8, column 4")
    page.locator(".stage .scroller").focus()
    page.keyboard.press("ArrowDown")
    expect(readout(page)).to_contain_text("input channel 21 contributes")
    true = sums[LAYER].parts.maps[21, 8, 4]
    assert number(readout(page).inner_text()) == pytest.approx(float(true), rel=1e-3, abs=1e-7)
    page.keyboard.press("End")
    expect(readout(page)).to_contain_text("input channel 47 contributes")
    bench.told(input_channel=47)
    bench.told(row=8)
    assert "At row 8, column 4" in bench.said()
    page.locator(".stage input[name=added]").focus()
    page.keyboard.press("Home")
    expect(page.locator(".transport output")).to_have_text("0 of 48 parts")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".transport output")).to_have_text("1 of 48 parts")
    bench.told(added=1)


def test_the_sum_is_built_up_part_by_part(bench, sums):
    page = inside(bench, layer=LAYER, row=7, column=3, added=10)
    value = page.locator('.stage figure[data-key="sum"] .value')
    maps = sums[LAYER].parts.maps
    assert number(value.inner_text()) == pytest.approx(maps[:10, 7, 3].sum(), rel=1e-3, abs=1e-5)
    page.locator(".stage .on").click()
    assert number(value.inner_text()) == pytest.approx(maps[:11, 7, 3].sum(), rel=1e-3, abs=1e-5)
    page.locator(".stage .back").click()
    page.locator(".stage .back").click()
    assert number(value.inner_text()) == pytest.approx(maps[:9, 7, 3].sum(), rel=1e-3, abs=1e-5)


def test_space_plays_to_the_end_and_pauses(bench):
    page = inside(bench, layer="stage1.conv1", added=0)
    page.locator(".stage .scroller").focus()
    page.keyboard.press(" ")
    expect(page.locator(".stage .play")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".transport output")).to_have_text("3 of 3 parts")
    expect(page.locator(".stage .play")).to_have_attribute("aria-pressed", "false")


def test_who_wants_less_motion_gets_a_step_instead_of_a_film(chromium, bench_on):
    with visit(chromium, reduced_motion="reduce") as page:
        inside(bench_on(page), layer="stage1.conv1", added=0)
        page.locator(".stage .play").click()
        expect(page.locator(".transport output")).to_have_text("1 of 3 parts")
        expect(page.locator(".stage .play")).to_have_attribute("aria-pressed", "false")


def test_the_parts_are_sorted_in_the_browser_by_what_they_contribute_here(bench, sums):
    page = inside(bench, layer=LAYER, row=7, column=3)
    page.context.set_offline(True)
    page.locator("select[name=order]").select_option("contribution")
    here = sums[LAYER].parts.maps[:, 7, 3]
    order = np.argsort(-np.abs(here), kind="stable")
    page.locator(".stage .scroller").focus()
    page.keyboard.press("Home")
    expect(readout(page)).to_contain_text(f"input channel {order[0]} contributes")
    for place in (1, 2):
        page.keyboard.press("ArrowDown")
        expect(readout(page)).to_contain_text(f"input channel {order[place]} contributes")
    first = page.locator(".spelled .all .sum").inner_text().replace("−", "-").strip("(").split(" + ")[0].strip(")")
    assert float(first) == pytest.approx(here[order[0]], abs=1e-4)
    page.context.set_offline(False)


def test_hovering_an_input_map_reads_its_cell_and_moves_the_window(bench, sums):
    page = inside(bench, layer="stage1.conv1")
    found = sums["stage1.conv1"]
    window = page.locator(".stage .scroller")
    box = window.bounding_box()
    # The first row's input map stands behind its name; its cells are found by walking over it.
    page.mouse.move(box["x"] + 58 + 50, box["y"] + 56)
    expect(readout(page)).to_contain_text("input channel red, row")
    row, column = (int(each) for each in re.search(r"row (\d+), column (\d+)", readout(page).inner_text()).groups())
    true = float(found.parts.inputs[0, row, column])
    assert number(readout(page).inner_text()) == pytest.approx(true, rel=1e-3)
    expect(page.locator(".spelled .one h2")).to_contain_text(
        f"Input channel red at row {row}, column {column}: 9 products"
    )


@pytest.mark.parametrize(
    "query",
    [{"layer": "%3Cscript%3E", "channel": "99", "row": "-1", "column": "1e3"},
     {"layer": "stage1.conv1", "added": "9" * 50, "input_channel": "7", "order": "none", "network": "vit_b_16"}],
)  # fmt: skip
def test_a_tampered_link_falls_back(bench, query):
    page = inside(bench, **query)
    assert page.locator(".stage").get_attribute("data-drawn").startswith("stage1.conv1 ")
    expect(page.locator(".transport output")).to_have_text("3 of 3 parts")


def test_a_telephone_in_the_dark_reads_and_taps(chromium, bench_on, sums):
    with visit(chromium, **PHONE) as page:
        bench = bench_on(page)
        inside(bench, layer=LAYER)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        canvas = page.locator('.stage figure[data-key="chain0"] canvas').first
        size = canvas.bounding_box()["width"] / sums[LAYER].captured.shape[1]
        canvas.tap(position={"x": 4.5 * size, "y": 9.5 * size})
        bench.told(row=9)
        assert "At row 9, column 4, output channel 5" in bench.said()
        true = float(sums[LAYER].captured[9, 4])
        shown = page.locator('.stage figure[data-key="chain0"] .value').inner_text()
        assert number(shown) == pytest.approx(true, rel=1e-3)


def test_every_control_has_a_name_and_the_value_is_announced(bench):
    page = inside(bench, layer=LAYER)
    for control in page.locator(".stage .controls :is(button, input, select)").all():
        assert control.evaluate(
            "node => node.getAttribute('aria-label') || node.labels?.[0]?.innerText || node.innerText"
        )
    for canvas in page.locator(".stage .maps canvas[role]").all():
        assert canvas.get_attribute("aria-label")
    assert page.locator(".heard").get_attribute("aria-live") == "polite"
    assert page.locator(".stage .scroller").get_attribute("aria-label").startswith("Output channel 5 of stage2.conv1")
