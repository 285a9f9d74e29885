"""The valley on its stage: rates slid and typed, predictions kept, updates played; by mouse, keys and touch."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.harness import visit
from tests.stages.looks import PHONE
from viz.stages.training.rate.view import MOST_UPDATES

pytestmark = pytest.mark.browser
STAGE = "training/rate"


def rate(bench, **query):
    query = {"part": "rate", **query}
    return bench.open(STAGE, f"training?{'&'.join(f'{name}={value}' for name, value in query.items())}")


def outcome(page):
    return page.locator(".valley .outcome")


def readout(page):
    return page.locator(".valley .readout")


def factors(page):
    return page.locator(".valley .factors li").all_inner_texts()


def typed(page, text):
    box = page.get_by_role("textbox", name="Learning rate")
    box.fill(text)
    box.press("Enter")


def test_d2ls_losses_update_by_update(bench):
    page = rate(bench, first=0, second=0)
    for update, loss in enumerate(["12", "4.915", "2.013", "0.8246", "0.3378"]):
        expect(readout(page)).to_contain_text(f"Update {update} of {MOST_UPDATES}: ")
        expect(readout(page)).to_contain_text(f", loss {loss}.")
        page.get_by_role("button", name="One update on").click()
    bench.told(updates=5)
    page.locator("input[name=updates]").fill("10")
    expect(readout(page)).to_have_text("Update 10 of 60: weights 0.9885 and −0.9885, loss 0.001595.")
    assert factors(page)[0] == "along the valley, λ = 12: × (1 − 0.03 × 12) = 0.64"


def test_what_is_predicted_stands_beside_what_becomes_of_it(bench):
    page = rate(bench)
    expect(outcome(page)).to_have_text("Predict, then play.")
    assert "rate × 60" in factors(page)[1], "the factor is not given away"
    page.get_by_role("button", name="It settles").click()
    expect(outcome(page)).to_have_text("Your prediction: “It settles”. Play to see.")
    page.locator("input[name=updates]").fill(str(MOST_UPDATES))
    expect(outcome(page)).to_have_text(
        "Your prediction: “It settles”. Not so. It swings from side to side and settles."
    )
    bench.told(predicted="settles", updates=MOST_UPDATES)
    page.get_by_role("button", name="It swings and settles").click()
    expect(readout(page)).to_contain_text("Update 0 of")
    page.locator("input[name=updates]").fill(str(MOST_UPDATES))
    expect(outcome(page)).to_contain_text("Right. It swings")
    page.get_by_role("button", name="1/30: limit").click()
    expect(outcome(page)).to_have_text("It stands at the limit and swings for ever, neither closer nor further.")
    bench.told(predicted="", rate="1/30")


def test_above_the_limit_it_leaves_the_map_and_says_when(bench):
    page = rate(bench, rate="0.05", updates=2)
    expect(readout(page)).not_to_contain_text("Off the map")
    page.get_by_role("button", name="One update on").click()
    expect(readout(page)).to_contain_text("Off the map after update 2.")
    typed(page, "0.1")
    page.locator("input[name=updates]").fill(str(MOST_UPDATES))
    expect(outcome(page)).to_have_text("It runs away.")
    assert re.search(r"loss \d\.\d+e\d+\.", readout(page).inner_text())
    assert not re.search("NaN|∞", page.locator(".valley").inner_text())


@pytest.mark.parametrize(
    ("text", "said"),
    [("1e9", "1e9 is too large: the largest rate here is 0.1"), ("-0.1", "A rate of −0.1 would climb"),
     ("fast", "“fast” is no rate"), ("", "“” is no rate"), ("1/0", "“1/0” is no rate")],
)  # fmt: skip
def test_what_is_no_rate_gets_a_sentence_and_changes_nothing(bench, text, said):
    page = rate(bench)
    typed(page, text)
    expect(page.locator(".valley .problem")).to_contain_text(said)
    assert page.locator("input[name=slide]").input_value() == "0.03"
    typed(page, "0,02")
    expect(page.locator(".valley .problem")).to_have_text("")
    bench.told(rate="0.02")


def test_what_has_not_arrived_yet_is_said_to_be_on_its_way(bench):
    page = rate(bench, rate="0.001", updates=MOST_UPDATES)
    expect(outcome(page)).to_have_text("It settles without swinging. After 60 updates it is still on its way.")
    typed(page, "0.033333")
    expect(outcome(page)).to_contain_text("and settles. After 60 updates it is still on its way.")
    assert factors(page)[1].endswith("= −0.99998")
    page.get_by_role("button", name="1/36: fastest").click()
    expect(outcome(page)).to_have_text("It swings from side to side and settles.")


def test_a_rate_of_nothing_moves_nothing(bench):
    page = rate(bench, updates=MOST_UPDATES)
    typed(page, "0")
    expect(outcome(page)).to_have_text("Nothing moves.")
    expect(readout(page)).to_contain_text("weights 0 and 1, loss 42.")


def test_momentum_moves_the_limit(bench):
    page = rate(bench, rate="0.04", updates=MOST_UPDATES)
    expect(outcome(page)).to_have_text("It runs away.")
    page.locator("input[name=momentum]").fill("0.5")
    expect(outcome(page)).to_have_text("It swings from side to side and settles.")
    expect(page.get_by_role("button", name="1.5/30: limit")).to_be_visible()
    expect(page.get_by_role("button", name="1/36: fastest")).to_be_hidden()
    assert factors(page)[1] == "across the valley, λ = 60: × √0.5 ≈ 0.7071 per update, turning"
    page.get_by_role("button", name="1.5/30: limit").click()
    expect(outcome(page)).to_contain_text("swings for ever")


def test_the_start_is_moved_by_mouse_and_by_keys(bench):
    page = rate(bench)
    canvas = page.locator(".valley .plane canvas").first
    canvas.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowUp")
    expect(readout(page)).to_contain_text("weights 0.05 and 1.05")
    bench.told(first=0.05, second=1.05)
    page.keyboard.press("PageDown")
    expect(readout(page)).to_contain_text("Update 1 of")
    page.keyboard.press("Home")
    expect(page.locator(".valley .plane canvas").first).to_have_attribute("aria-label", re.compile("left weight −1.5"))
    box = canvas.bounding_box()
    page.mouse.move(box["x"] + 60, box["y"] + 30)
    expect(readout(page)).to_contain_text("Here: weights")
    page.mouse.down()
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    page.mouse.up()
    bench.told(first=-1.5, second=1.5)


def test_it_plays_to_the_end_and_says_it_once(bench):
    page = rate(bench, updates=MOST_UPDATES - 6)
    page.get_by_role("button", name="Play the updates").click()
    expect(readout(page)).to_contain_text(f"Update {MOST_UPDATES} of")
    expect(page.locator(".heard[aria-live]")).to_contain_text("It swings from side to side and settles.")
    bench.told(updates=MOST_UPDATES)


def test_who_wants_less_motion_gets_an_update_a_press(chromium, bench_on):
    with visit(chromium, reduced_motion="reduce") as page:
        rate(bench_on(page))
        page.get_by_role("button", name="Play the updates").click()
        expect(readout(page)).to_contain_text("Update 1 of")
        expect(page.get_by_role("button", name="Play the updates")).to_have_attribute("aria-pressed", "false")


def test_all_of_it_by_touch_on_a_telephone(chromium, bench_on):
    with visit(chromium, **PHONE) as page:
        bench = bench_on(page)
        rate(bench)
        page.get_by_role("button", name="It runs away").tap()
        page.get_by_role("button", name="One update on").tap()
        expect(readout(page)).to_contain_text("Update 1 of")
        page.locator(".valley .plane canvas").first.tap()
        expect(outcome(page)).to_have_text("Predict, then play.")
        bench.told(predicted="")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
