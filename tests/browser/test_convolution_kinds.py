"""The board of kinds and the stages of sharing as a visitor uses them: mouse, keyboard, touch, links, downloads."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from models.images import sample, square
from models.ops.kernels import KERNELS
from models.ops.sharing import move
from pages.convolution.kinds import case as cases
from tests.browser.harness import settled, visit

pytestmark = pytest.mark.browser
READOUT, SUM = ".board .readout", ".board .sum"


def open_board(page, server, query=""):
    page.goto(f"{server}/convolution?part=kinds{query}")
    page.wait_for_selector(".board[data-drawn]")
    settled(page)


def cells(page, volume):
    return page.locator(f'figure[data-volume="{volume}"] canvas').first


def at(page, volume, row, column, rows, columns):
    """The middle of a cell of a volume that is one map, from the canvas's corner."""
    box = cells(page, volume).bounding_box()
    return {"x": (column + 0.5) * box["width"] / columns, "y": (row + 0.5) * box["height"] / rows}


def test_hovering_an_output_cell_writes_its_sum(page, server):
    open_board(page, server, "&kind=dilated&dilation=2")
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


def test_hovering_an_input_says_where_it_goes(page, server):
    open_board(page, server, "&kind=transposed")
    cells(page, "inputs").hover(position=at(page, "inputs", 1, 2, 4, 4))
    expect(page.locator(READOUT)).to_have_text(
        "Input map 0, row 1, column 2: 2. It goes into 9 of the 81 output cells."
    )
    cells(page, "counts").hover(position=at(page, "counts", 2, 2, 9, 9))
    expect(page.locator(READOUT)).to_contain_text("lies under 4 of the stamps")
    expect(page.locator(SUM)).to_have_text("2 × 1 + 2 × 1 + 2 × 1 + 2 × 1 = 8")


def test_the_keyboard_walks_and_the_link_gives_the_same_view(page, server, chromium):
    open_board(page, server, "&kind=dice")
    expect(page.locator(SUM)).to_contain_text("= 3/36")
    cells(page, "outputs").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(page.locator(SUM)).to_contain_text("= 6/36")
    page.wait_for_url("**column=5*")
    settled(page)
    with visit(chromium) as second:
        second.goto(page.url)
        second.wait_for_selector(".board[data-drawn]")
        expect(second.locator(READOUT)).to_have_text(page.locator(READOUT).inner_text())
        expect(second.locator(SUM)).to_contain_text("= 6/36")
    page.keyboard.press("End")
    expect(page.locator(SUM)).to_have_text("1/6 × 1/6 = 1/36 ≈ 0.02778")
    page.keyboard.press("Home")
    expect(page.locator(READOUT)).to_contain_text("P(2)")


def test_playing_fills_the_output_and_pauses(page, server):
    open_board(page, server, "&kind=transposed&scene=numbers")
    button = page.locator(".board button.play")
    button.click()
    expect(button).to_have_text("Pause")
    expect(page.locator(READOUT)).to_contain_text("Input map 0, row 0, column 2: 0")
    cells(page, "outputs").focus()
    page.keyboard.press(" ")
    expect(button).to_have_text("Play")
    stopped = page.locator(READOUT).inner_text()
    page.locator(".board button.forward").click()
    assert page.locator(READOUT).inner_text() != stopped
    page.locator(".board button.back").click()
    expect(page.locator(READOUT)).to_have_text(stopped)


def test_playing_ends_with_the_last_cell(page, server):
    open_board(page, server, "&kind=dice")
    page.locator(".board button.play").click()
    expect(page.locator(".board button.play")).to_have_text("Play", timeout=20_000)
    expect(page.locator(READOUT)).to_contain_text("P(12)")
    page.wait_for_url("**column=10*")


def test_reduced_motion_steps_instead_of_playing(chromium, server):
    with visit(chromium, reduced_motion="reduce") as page:
        open_board(page, server, "&kind=dice")
        page.locator(".board button.play").click()
        expect(page.locator(READOUT)).to_contain_text("P(2)")
        expect(page.locator(".board button.play")).to_have_text("Play")
        page.locator(".board button.play").click()
        expect(page.locator(READOUT)).to_contain_text("P(3)")


def test_a_long_sum_folds_and_unfolds(page, server):
    open_board(page, server, "&kind=grouped&groups=1&map=3&row=1&column=1")
    case = cases.grouped(1)
    total = f"= {case.by_hand()[3, 1, 1]:.0f}".replace("-", "−")
    fold = page.locator(".board .sum button")
    expect(fold).to_contain_text("12 more terms")
    expect(page.locator(SUM)).to_contain_text(total)
    fold.click()
    assert page.locator(SUM).inner_text().count("×") == 16
    fold.click()
    expect(fold).to_contain_text("12 more terms")


@pytest.mark.parametrize(
    ("query", "kind", "expected"),
    [
        ("&mix=weigh", "1×1", "Output map 1, row 2, column 3: 3"),
        ("&kind=grouped&groups=4&map=2&row=0&column=1", "Grouped", "Output map 2, row 0, column 1"),
        ("&kind=depthwise&multiplier=2&map=5", "Depthwise", "Output map 5, row 1, column 1"),
        ("&kind=dilated&scene=checks&dilation=3", "Dilated", "Output map 0, row 1, column 1: 4"),
        ("&kind=transposed&kernel=4&stride=3&row=12&column=12", "Transposed", "row 12, column 12: 2"),
        ("&kind=dice&die=loaded&column=10", "Two dice", "P(12)"),
        ("&kind=signal&signal=spike&filter=difference&column=12", "Signal", "Output at position 12: −10"),
    ],
)
def test_a_link_restores_each_kind(page, server, query, kind, expected):
    open_board(page, server, query)
    expect(page.locator(READOUT)).to_contain_text(expected)
    assert page.get_by_role("radio", name=kind, exact=True).get_attribute("aria-checked") == "true"


def test_another_setting_draws_another_board(page, server):
    open_board(page, server, "&kind=transposed")
    expect(page.locator('figure[data-volume="outputs"] figcaption')).to_have_text("Output: 9 × 9")
    page.get_by_role("radiogroup", name="Kernel size").get_by_text("4", exact=True).click()
    expect(page.locator('figure[data-volume="outputs"] figcaption')).to_have_text("Output: 10 × 10")
    expect(page.locator("[data-testid=stMain]")).to_contain_text("no checkerboard")
    page.wait_for_url("**kernel=4*")


def test_saving_gives_a_picture_and_the_numbers(page, server, tmp_path):
    open_board(page, server, "&kind=signal&filter=gaussian")
    with page.expect_download() as download:
        page.locator(".board button.save").click()
    assert download.value.suggested_filename == "convolution-signal.png"
    download.value.save_as(tmp_path / "stage.png")
    assert (tmp_path / "stage.png").read_bytes().startswith(b"\x89PNG")
    with page.expect_download() as download:
        page.get_by_role("button", name="The output (CSV)").click()
    download.value.save_as(tmp_path / "output.csv")
    table = np.genfromtxt(tmp_path / "output.csv", delimiter=",", skip_header=1)
    case = cases.signal(cases.SIGNALS["step"], "gaussian")
    np.testing.assert_allclose(table[:, 3], case.by_hand().ravel() / 16)


@pytest.mark.parametrize("kind", ["pointwise", "grouped", "depthwise", "dilated", "transposed", "dice", "signal"])
def test_every_kind_works_on_a_telephone_in_the_dark(chromium, server, kind):
    options = {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark", "has_touch": True, "is_mobile": True}
    with visit(chromium, **options) as page:
        open_board(page, server, f"&kind={kind}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        main = page.locator("[data-testid=stMain]")
        assert main.evaluate("element => element.scrollWidth <= element.clientWidth")
        before = page.locator(READOUT).inner_text()
        cells(page, "outputs").tap(
            position=at(page, "outputs", 0, 0, 9, 16) if kind not in {"dice", "signal"} else {"x": 150, "y": 60}
        )
        expect(page.locator(READOUT)).not_to_have_text(before)


def test_everything_has_words_for_who_doesnt_see_it(page, server):
    open_board(page, server, "&kind=transposed")
    assert page.locator(READOUT).get_attribute("aria-live") == "polite"
    for canvas in page.locator(".board canvas[role]").all():
        assert canvas.get_attribute("aria-label")
        assert canvas.get_attribute("tabindex") == "0"


def open_moved(page, server, query=""):
    page.goto(f"{server}/convolution?part=sharing&show=move{query}")
    page.wait_for_selector(".moving[data-drawn]")
    settled(page)


def test_the_slider_moves_the_picture_without_asking_the_server(page, server):
    open_moved(page, server, "&picture=digit&row=8&column=10")
    found = [
        move(np.asarray(square(sample("digit").convert("L"), 24), float), KERNELS["sobel left"], pixels)
        for pixels in range(5)
    ]
    page.context.set_offline(True)
    page.locator(".moving input").focus()
    for pixels in (2, 3, 4):
        page.keyboard.press("ArrowRight")
        expect(page.locator(".moving output")).to_have_text(str(pixels))
        share = f"{100 * found[pixels].connected_inside.relative:.4g} %"
        expect(page.locator(".moving .row").nth(2).locator("p")).to_contain_text(share)
        expect(page.locator(".moving .row").nth(1).locator("p")).to_have_text("Difference inside: 0")
        expect(page.locator(".moving .readout")).to_contain_text(f"column 10 (was {10 - pixels})")
    page.context.set_offline(False)


def test_the_movement_is_in_the_address_and_in_what_is_said(page, server):
    open_moved(page, server)
    page.locator(".moving input").focus()
    page.keyboard.press("End")
    page.wait_for_url("**pixels=4*")
    expect(page.locator("[data-testid=stMain]")).to_contain_text("The picture moved right by 4.")
    page.reload()
    expect(page.locator(".moving output")).to_have_text("4")


def test_arrow_keys_read_cells_of_the_moved_maps(page, server):
    open_moved(page, server, "&row=3&column=0")
    expect(page.locator(".moving .readout")).to_contain_text("is new in the picture")
    page.locator('.moving figure[data-key="convolved"] canvas').first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".moving .readout")).to_contain_text("Row 4, column 1 (was 0).")
    page.wait_for_url("**row=4*")


def test_a_ratio_of_sixty_million_can_be_seen(page, server):
    page.goto(f"{server}/convolution?part=sharing&layer=textbook+200+5")
    page.wait_for_selector(".areas canvas")
    assert page.locator(".areas figure").count() == 3
    expect(page.locator(".areas .counts")).to_contain_text("4,609,920,000")
    assert "75" in page.locator(".areas .frames").get_attribute("aria-label")


def test_sharing_works_on_a_telephone_in_the_dark(chromium, server):
    options = {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark", "has_touch": True, "is_mobile": True}
    with visit(chromium, **options) as page:
        open_moved(page, server)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        page.locator('.moving figure[data-key="convolved"] canvas').first.tap(position={"x": 20, "y": 20})
        page.wait_for_url("**row=*")
        page.goto(f"{server}/convolution?part=sharing&layer=textbook+200+5")
        page.wait_for_selector(".areas canvas")
        settled(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize(
    "query", ["&kind=depthwise&multiplier=2", "&kind=grouped&groups=1", "&kind=transposed&kernel=4&stride=3"]
)
def test_every_number_fits_into_its_cell(chromium, server, query):
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
            open_board(page, server, query)
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


def test_the_weights_as_areas_can_be_kept_as_a_picture(page, server, tmp_path):
    page.goto(f"{server}/convolution?part=sharing")
    button = page.locator(".areas button[name=save_png]")
    with page.expect_download() as download:
        button.click()
    saved = tmp_path / download.value.suggested_filename
    download.value.save_as(saved)
    assert saved.read_bytes().startswith(b"\x89PNG")
