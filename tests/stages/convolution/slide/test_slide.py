"""The stage of the sliding window as a visitor uses it: mouse, keys, touch, typing; and its numbers are true."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from models.ops.convolution import cross_correlate
from models.ops.kernels import KERNELS
from models.ops.pooling import max_pool
from tests.browser.harness import visit
from tests.pages.test_pages import opened, words
from tests.stages.convolution.slide.sliding import grey, point, said_value
from tests.stages.looks import PHONE

pytestmark = pytest.mark.browser
STAGE = "convolution/slide"


def test_hovering_reads_true_numbers(bench):
    page = bench.open(STAGE, "convolution?size=16&kernel=sobel+left&stride=2x1&padding=1x1&row=0&column=0")
    expected = cross_correlate(grey(16), KERNELS["sobel left"], stride=(2, 1), padding=1)
    for row, column in [(0, 0), (3, 7), (7, 15), (5, 1)]:
        page.mouse.move(*point(page, "output", row, column, *expected.shape))
        expect(page.locator(".stage .place")).to_contain_text(f"Row {row}, column {column} of")
        assert said_value(page)[2] == pytest.approx(expected[row, column], rel=1e-3)
        # The same window, pointed at in the picture: its middle is at u·s + 1 of the padded plane.
        page.mouse.move(*point(page, "input", 2 * row + 1, column + 1, 18, 18))
        expect(page.locator(".stage .place")).to_contain_text(f"Row {row}, column {column} of")


def test_playing_fills_the_map_and_asks_nothing(bench):
    page = bench.open(STAGE, "convolution?size=16&row=13&column=13")
    page.locator("select[name=speed]").select_option("120")
    page.wait_for_timeout(500)
    before = len(bench.heard())
    page.locator(".input .plane").focus()
    page.keyboard.press("Space")
    expect(page.locator("button[name=play]")).to_have_attribute("aria-pressed", "true")
    page.wait_for_timeout(500)
    assert len(bench.heard()) == before
    row, column, _ = said_value(page)
    assert 10 < row * 14 + column < 196
    expect(page.locator("button[name=play]")).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".stage .place")).to_contain_text("Row 13, column 13 of")


def test_who_wants_less_motion_gets_a_window_for_every_press(chromium, bench_on):
    with visit(chromium, reduced_motion="reduce") as page:
        bench = bench_on(page)
        bench.open(STAGE, "convolution?size=16&row=13&column=13")
        for column in (0, 1, 2):
            page.locator("button[name=play]").click()
            expect(page.locator(".stage .place")).to_contain_text(f"Row 0, column {column} of")
            expect(page.locator("button[name=play]")).to_have_attribute("aria-pressed", "false")
        bench.told(row=0, column=2)


def test_the_whole_stage_works_by_keyboard(bench):
    page = bench.open(STAGE, "convolution?size=16&kernel=outline&row=4&column=4")
    expected = cross_correlate(grey(16), KERNELS["outline"])
    page.locator(".input .plane").focus()
    for key, (row, column) in {"ArrowRight": (4, 5), "ArrowDown": (5, 5), "Home": (0, 0), "End": (13, 13)}.items():
        page.keyboard.press(key)
        expect(page.locator(".stage .place")).to_contain_text(f"Row {row}, column {column} of")
        assert said_value(page)[2] == pytest.approx(expected[row, column], rel=1e-3)
    page.keyboard.press("m")
    row, column = np.unravel_index(expected.argmax(), expected.shape)
    expect(page.locator(".stage .place")).to_contain_text(f"Row {row}, column {column} of")
    bench.told(row=row, column=column)


def test_every_control_is_reached_with_the_tabulator(bench):
    page = bench.open(STAGE, "convolution")
    page.locator("select[name=source]").focus()
    reached = []
    for _ in range(40):
        reached.append(
            page.evaluate(
                """() => { let at = document.activeElement;
                while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
                return at?.name || at?.closest?.('figure')?.className || ''; }"""
            )
        )
        page.keyboard.press("Tab")
    wanted = [
        "source",
        "size",
        "colour",
        "kernel",
        "convolve",
        "stride",
        "padding",
        "mode",
        "dilation",
        "bias",
        "input",
    ]
    wanted += ["show_convolution", "show_kernel", "output", "first", "back", "play", "forward", "speed", "save_png"]
    assert [name for name in wanted if name not in reached] == []


def test_a_kernel_can_be_typed(bench):
    page = bench.open(STAGE, "convolution?source=count_3x3&kernel=counting&row=0&column=0")
    expect(page.locator(".stage .sum")).to_have_text("0 × 0 + 1 × 1 + 3 × 2 + 4 × 3 = 19")
    page.locator("button[name=show_kernel]").click()
    page.locator("input[name=weight_1]").fill("-2.5")
    page.keyboard.press("Tab")
    expect(page.locator(".stage .sum")).to_have_text("0 × 0 + 1 × (−2.5) + 3 × 2 + 4 × 3 = 15.5")
    expect(page.locator(".stage .kernel-sum")).to_contain_text("2.5")
    page.locator("button[name=transpose]").click()
    expect(page.locator(".stage .sum")).to_have_text("0 × 0 + 1 × 2 + 3 × (−2.5) + 4 × 3 = 6.5")
    bench.told(weights="0,2;-2.5,3")
    page.locator("select[name=kernel_columns]").select_option("3")
    expect(page.locator(".stage .sum")).to_contain_text("= 6.5")
    page.locator("input[name=weight_0]").fill("1e9")
    page.keyboard.press("Tab")
    expect(page.locator(".stage .refused")).to_be_visible()


def test_kernels_that_cannot_be_normalised_say_so(bench):
    page = bench.open(STAGE, "convolution?kernel=difference")
    page.locator("button[name=show_kernel]").click()
    page.locator("button[name=sum_one]").click()
    expect(page.locator(".stage .refused")).to_contain_text("add up to 0")
    page.locator("select[name=kernel]").select_option("box blur")
    expect(page.locator(".stage .refused")).to_be_hidden()


def test_cells_can_be_painted_and_typed(bench):
    page = bench.open(STAGE, "convolution?source=count_4x4&kernel=counting&row=0&column=0")
    page.locator("select[name=source]").select_option("cells")
    page.locator("input[name=paint]").check()
    page.locator("input[name=brush]").fill("50")
    page.keyboard.press("Tab")
    page.mouse.move(*point(page, "input", 0, 1, 4, 4))
    page.mouse.down()
    page.mouse.move(*point(page, "input", 0, 2, 4, 4))
    page.mouse.up()
    expect(page.locator(".stage .sum")).to_have_text("0 × 0 + 50 × 1 + 4 × 2 + 5 × 3 = 73")
    page.locator("button[name=show_cells]").click()
    page.locator("input[name=cell_0]").fill("7")
    page.keyboard.press("Tab")
    bench.told(cells="7,50,50,3;4,5,6,7;8,9,10,11;12,13,14,15")
    page.locator("select[name=cells_rows]").select_option("2")
    expect(page.locator(".stage .input figcaption")).to_contain_text("2 × 4")


def test_cross_correlation_and_convolution_are_compared(bench):
    page = bench.open(STAGE, "convolution?kernel=box+blur&size=16")
    page.locator("input[name=convolve]").check()
    expect(page.locator(".stage .other")).to_be_visible()
    expect(page.locator(".stage .agree")).to_contain_text("agree everywhere")
    page.locator("select[name=kernel]").select_option("sobel top")
    expect(page.locator(".stage .agree")).to_contain_text("differ in")
    expected = cross_correlate(grey(16), KERNELS["sobel top"][::-1, ::-1])
    row, column, value = said_value(page)
    assert value == pytest.approx(expected[row, column], rel=1e-3)
    turned_is_what_the_products_use(page)


def turned_is_what_the_products_use(page):
    """A typed kernel of 2×3, its own turned table beside it: the written sum multiplies by the second."""
    page.locator("select[name=source]").select_option("count_4x4")
    page.locator("button[name=show_kernel]").click()
    page.locator("select[name=kernel_rows]").select_option("2")
    for index, weight in enumerate(["1", "-2", "0.5", "3", "0", "7"]):
        page.locator(f"input[name=weight_{index}]").fill(weight)
        page.keyboard.press("Tab")
    expect(page.locator(".stage .both p")).to_have_text(["Kernel", "Turned by 180°, as it is used"])
    expect(page.locator(".stage .turned td")).to_have_text(["7", "0", "3", "0.5", "−2", "1"])
    page.locator(".stage .input .plane").press("Home")
    row, column, value = said_value(page)
    window = np.arange(16).reshape(4, 4)[row : row + 2, column : column + 3]
    turned = [float(text.replace("−", "-")) for text in page.locator(".stage .turned td").all_inner_texts()]
    written = page.locator(".stage .sum").inner_text().replace("−", "-").split(" = ")[0]
    terms = [term.strip("()").split(" × ") for term in written.split(" + ")]
    assert [float(weight.strip("()")) for _, weight in terms] == turned
    assert value == (window.ravel() * turned).sum()
    page.locator("input[name=convolve]").uncheck()
    expect(page.locator(".stage .turned")).to_have_count(0)
    expect(page.locator(".stage .both")).to_have_count(0)


def test_an_impossible_setting_is_explained_where_the_picture_was(bench):
    page = bench.open(STAGE, "convolution?source=count_3x3&kernel=counting")
    page.locator("select[name=kernel]").select_option("curve")
    problem = page.locator(".stage .problem")
    expect(problem).to_contain_text("1·(7 − 1) + 1 = 7 rows, but there are only 3 + 2·0 = 3")
    expect(page.locator(".stage .input")).to_be_hidden()
    said = bench.told(kernel="curve")
    assert "no output" in words(opened("convolution", **{name: str(said[name]) for name in ("source", "kernel")}))
    page.locator("select[name=source]").select_option("count_8x8")
    expect(problem).to_be_hidden()
    expect(page.locator(".stage .output figcaption")).to_have_text("Output, 2 × 2")


def test_what_a_stride_leaves_over_is_said(bench):
    page = bench.open(STAGE, "convolution?source=count_5x5&kernel=box+blur&padding=1x1&stride=3x3")
    formula = page.locator(".stage .formula")
    expect(formula).to_contain_text("⌊(5 + 2·1 − 1·(3 − 1) − 1) / 3⌋ + 1 = 2")
    expect(formula).to_contain_text("rows 1, columns 1; of these in the picture itself: rows 0, columns 0")
    page.locator("fieldset[name=padding] select").first.select_option("0")
    expect(formula).to_contain_text("rows 2, columns 1; of these in the picture itself: rows 2, columns 0")


def test_a_long_sum_folds_and_unfolds(bench):
    page = bench.open(STAGE, "convolution?source=curves&kernel=curve&row=1&column=1")
    line = page.locator(".stage .sum")
    expect(line).to_contain_text("… 45 more terms: 81 …")
    page.locator(".stage .fold").click()
    expect(line).to_contain_text("fold")
    text = line.inner_text().split("=")
    terms = re.findall(r"(\d+) × (\d+)", text[0])
    assert len(terms) == 49
    assert sum(int(one) * int(other) for one, other in terms) == 81


def test_pooling_marks_its_winner_and_rounds_up(bench):
    page = bench.open(STAGE, "pooling?source=count_5x5&window=2x2&row=0&column=1")
    expect(page.locator(".stage .sum")).to_have_text("max(2, 3, 7, 8) = 8, from row 1, column 3")
    expect(page.locator(".stage .output figcaption")).to_have_text("Largest values, 2 × 2")
    page.locator("input[name=ceil]").check()
    expect(page.locator(".stage .output figcaption")).to_have_text("Largest values, 3 × 3")
    page.locator("select[name=pool]").select_option("average")
    expect(page.locator(".stage .sum")).to_have_text("(2 + 3 + 7 + 8) / 4 = 20 / 4 = 5")
    page.locator("fieldset[name=stride] select").first.select_option("1")
    bench.told(stride="1x2")
    page.locator("button[name=stride_window]").click()
    expect(page.locator("button[name=stride_window]")).to_be_hidden()


def test_pooling_reads_true_numbers(bench):
    page = bench.open(STAGE, "pooling?size=20&window=3x3&stride=2x2&padding=1x1&row=0&column=0")
    expected = max_pool(grey(20), 3, stride=2, padding=1)
    for row, column in [(0, 0), (9, 9), (4, 6)]:
        page.mouse.move(*point(page, "output", row, column, *expected.shape))
        expect(page.locator(".stage .place")).to_contain_text(f"Row {row}, column {column} of")
        assert said_value(page)[2] == expected[row, column]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_views_have_words_and_an_announcement_in_light_and_dark(chromium, bench_on, scheme):
    with visit(chromium, color_scheme=scheme) as page:
        bench_on(page).open(STAGE, "convolution")
        assert "32 × 32" in page.locator(".stage .input .plane").get_attribute("aria-label")
        assert "Arrow keys" in page.locator(".stage .output .plane").get_attribute("aria-label")
        assert page.locator(".heard").get_attribute("aria-live") == "polite"


@pytest.mark.parametrize(
    "query",
    ["source=nowhere&size=1e9&kernel=%3Cscript%3E&stride=0x0&padding=-1x9&row=-4&bias=NaN",
     "weights=" + "1," * 900 + "&kernel=typed&cells=%00&source=cells", "part=nowhere&mode=constant"],
)  # fmt: skip
def test_a_tampered_link_falls_back(bench, query):
    page = bench.open(STAGE, f"convolution?{query}")
    assert page.locator(".stage .place").inner_text().startswith("Row")


@pytest.mark.parametrize(("topic", "last"), [("convolution", 13), ("pooling", 7)])
def test_a_telephone_in_the_dark(chromium, bench_on, topic, last):
    with visit(chromium, **PHONE) as page:
        bench = bench_on(page)
        bench.open(STAGE, f"{topic}?size=16&row=0&column=0")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        box = page.locator(".stage .output .plane").bounding_box()
        page.locator(".stage .output .plane").tap(position={"x": box["width"] - 4, "y": box["height"] - 4})
        bench.told(row=last, column=last)
