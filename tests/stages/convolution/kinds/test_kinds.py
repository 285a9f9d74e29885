"""The board of kinds as a visitor uses it: mouse, keyboard, touch; its numbers are those of the case."""

import re

import pytest
from playwright.sync_api import expect

from pages.convolution.kinds import case as cases
from tests.browser.harness import visit
from tests.stages.looks import PHONE
from tests.stages.recording import visited

pytestmark = pytest.mark.browser
STAGE = "convolution/kinds"
READOUT, SUM = ".kinds .readout", ".kinds .sum"


def open_kinds(bench, query=""):
    return bench.open(STAGE, f"convolution?part=kinds{query}")


def cells(page, volume):
    return page.locator(f'figure[data-volume="{volume}"] canvas').first


def at(page, volume, row, column, rows, columns):
    """The middle of a cell of a volume that is one map, from the canvas's corner."""
    box = cells(page, volume).bounding_box()
    return {"x": (column + 0.5) * box["width"] / columns, "y": (row + 0.5) * box["height"] / rows}


def test_hovering_an_output_cell_writes_its_sum(bench):
    page = open_kinds(bench, "&kind=dilated&dilation=2")
    case = cases.dilated("edge", 2)
    outputs = case.by_hand()[0]
    for row, column in [(0, 0), (2, 3), (4, 4)]:
        cells(page, "outputs").hover(position=at(page, "outputs", row, column, *outputs.shape))
        expect(page.locator(READOUT)).to_have_text(
            f"Output map 0, row {row}, column {column}: {outputs[row, column]:.0f}"
        )
        written = page.locator(SUM).inner_text().replace("−", "-")
        left, right = written.split("=")
        factors = [int(number) for number in re.findall(r"-?\d+", left)]
        assert len(factors) == 18
        assert sum(value * weight for value, weight in zip(factors[::2], factors[1::2], strict=True)) == int(right)
        assert int(right) == outputs[row, column]


def test_hovering_an_input_says_where_it_goes(bench):
    page = open_kinds(bench, "&kind=transposed")
    cells(page, "inputs").hover(position=at(page, "inputs", 1, 2, 4, 4))
    expect(page.locator(READOUT)).to_have_text(
        "Input map 0, row 1, column 2: 2. It goes into 9 of the 81 output cells."
    )
    cells(page, "counts").hover(position=at(page, "counts", 2, 2, 9, 9))
    expect(page.locator(READOUT)).to_contain_text("lies under 4 of the stamps")
    expect(page.locator(SUM)).to_have_text("2 × 1 + 2 × 1 + 2 × 1 + 2 × 1 = 8")


def test_playing_fills_the_output_and_pauses(bench):
    page = open_kinds(bench, "&kind=transposed&scene=numbers")
    button = page.locator(".kinds button.play")
    button.click()
    expect(button).to_have_text("Pause")
    expect(page.locator(READOUT)).to_contain_text("Input map 0, row 0, column 2: 0")
    cells(page, "outputs").focus()
    page.keyboard.press(" ")
    expect(button).to_have_text("Play")
    stopped = page.locator(READOUT).inner_text()
    page.locator(".kinds button.forward").click()
    assert page.locator(READOUT).inner_text() != stopped
    page.locator(".kinds button.back").click()
    expect(page.locator(READOUT)).to_have_text(stopped)


def test_playing_ends_with_the_last_cell(bench):
    page = open_kinds(bench, "&kind=dice")
    page.locator(".kinds button.play").click()
    expect(page.locator(".kinds button.play")).to_have_text("Play", timeout=20_000)
    expect(page.locator(READOUT)).to_contain_text("P(12)")
    bench.told(column=10)


def test_reduced_motion_steps_instead_of_playing(chromium, bench_on):
    with visit(chromium, reduced_motion="reduce") as page:
        open_kinds(bench_on(page), "&kind=dice")
        page.locator(".kinds button.play").click()
        expect(page.locator(READOUT)).to_contain_text("P(2)")
        expect(page.locator(".kinds button.play")).to_have_text("Play")
        page.locator(".kinds button.play").click()
        expect(page.locator(READOUT)).to_contain_text("P(3)")


def test_a_long_sum_folds_and_unfolds(bench):
    page = open_kinds(bench, "&kind=grouped&groups=1&map=3&row=1&column=1")
    case = cases.grouped(1)
    total = f"= {case.by_hand()[3, 1, 1]:.0f}".replace("-", "−")
    fold = page.locator(".kinds .sum button")
    expect(fold).to_contain_text("12 more terms")
    expect(page.locator(SUM)).to_contain_text(total)
    fold.click()
    assert page.locator(SUM).inner_text().count("×") == 16
    fold.click()
    expect(fold).to_contain_text("12 more terms")


@pytest.mark.parametrize(
    ("query", "kind", "expected"),
    [
        ("&mix=weigh", "pointwise", "Output map 1, row 2, column 3: 3"),
        ("&kind=grouped&groups=4&map=2&row=0&column=1", "grouped", "Output map 2, row 0, column 1"),
        ("&kind=depthwise&multiplier=2&map=5", "depthwise", "Output map 5, row 1, column 1"),
        ("&kind=dilated&scene=checks&dilation=3", "dilated", "Output map 0, row 1, column 1: 4"),
        ("&kind=transposed&kernel=4&stride=3&row=12&column=12", "transposed", "row 12, column 12: 2"),
        ("&kind=dice&die=loaded&column=10", "dice", "P(12)"),
        ("&kind=signal&signal=spike&filter=difference&column=12", "signal", "Output at position 12: −10"),
    ],
)
def test_a_link_restores_each_kind(bench, query, kind, expected):
    page = open_kinds(bench, query)
    expect(page.locator(READOUT)).to_contain_text(expected)
    chosen = visited(f"convolution?part=kinds{query}").app.segmented_control(key="picked kind")
    assert chosen.value == kind


@pytest.mark.parametrize("kind", ["pointwise", "grouped", "depthwise", "dilated", "transposed", "dice", "signal"])
def test_every_kind_works_on_a_telephone_in_the_dark(chromium, bench_on, kind):
    with visit(chromium, **PHONE) as page:
        open_kinds(bench_on(page), f"&kind={kind}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        assert page.locator("main").evaluate("element => element.scrollWidth <= element.clientWidth")
        before = page.locator(READOUT).inner_text()
        cells(page, "outputs").tap(
            position=at(page, "outputs", 0, 0, 9, 16) if kind not in {"dice", "signal"} else {"x": 150, "y": 60}
        )
        expect(page.locator(READOUT)).not_to_have_text(before)


def test_everything_has_words_for_who_doesnt_see_it(bench):
    page = open_kinds(bench, "&kind=transposed")
    assert page.locator(".heard").get_attribute("aria-live") == "polite"
    for canvas in page.locator(".kinds canvas[role]").all():
        assert canvas.get_attribute("aria-label")
        assert canvas.get_attribute("tabindex") == "0"


@pytest.mark.parametrize(
    "query", ["&kind=depthwise&multiplier=2", "&kind=grouped&groups=1", "&kind=transposed&kernel=4&stride=3"]
)
def test_every_number_fits_into_its_cell(chromium, bench_on, query):
    """Digits are drawn only where there is room for them: none may be missing, in a window or on a telephone."""
    for width in (1280, 390):
        with visit(chromium, viewport={"width": width, "height": 900}) as page:
            page.add_init_script(
                """window.written = {}; const fill = CanvasRenderingContext2D.prototype.fillText;
                CanvasRenderingContext2D.prototype.fillText = function (...given) {
                  const key = this.canvas.closest?.('figure')?.dataset.volume;
                  (window.written[key] ??= new Set()).add(`${given[1]} ${given[2]}`);
                  return fill.apply(this, given); };"""
            )
            open_kinds(bench_on(page), query)
            case = case_of(query)
            expected = {"inputs": case.inputs.size, "weights": case.weights.size, "outputs": case.by_hand().size}
            page.evaluate("window.written = {}")
            cells(page, "outputs").focus()
            page.keyboard.press("Home")
            for volume, count in expected.items():
                assert page.evaluate(f"window.written['{volume}'].size") == count, (width, volume)


def case_of(query):
    kinds = {"depthwise": cases.depthwise(2), "grouped": cases.grouped(1)}
    return next((case for kind, case in kinds.items() if kind in query), cases.stamped("flat", "ones", 4, 3))
