"""A small network at several rates on its stage: predicted, trained without the server, and the same again."""

import pytest
from playwright.sync_api import expect

from tests.browser.harness import visit
from tests.stages.looks import PHONE

pytestmark = pytest.mark.browser
STAGE = "training/rates"
PATIENCE = 60_000  # milliseconds, on a machine that is busy with other tests


def rates(bench, **query):
    return bench.open(STAGE, f"training?part=rate{''.join(f'&{name}={value}' for name, value in query.items())}")


def outcome(page):
    return page.locator(".race .outcome")


def trained(page):
    expect(page.get_by_role("button", name="Train again")).to_be_visible(timeout=PATIENCE)
    return outcome(page).inner_text()


def test_what_is_predicted_stands_beside_what_training_shows(bench):
    page = rates(bench)
    expect(outcome(page)).to_have_text("Predict, then train.")
    page.get_by_role("button", name="Rate 0.03 ends lowest").click()
    expect(outcome(page)).to_have_text("Your prediction: 0.03. Now train.")
    bench.told(favourite="0.03")
    told = len(bench.heard())
    page.get_by_role("button", name="Train at all five").click()
    expect(page.get_by_role("button", name="Rate 0.3 ends lowest")).to_be_disabled()
    said = trained(page)
    assert said.startswith("Your prediction: 0.03. Not so. The loss ends lowest at rate 0.3: ")
    assert "No better than guessing: 0.01, 1." in said
    expect(page.locator(".heard[aria-live]")).to_contain_text("The loss ends lowest at rate 0.3")
    assert len(bench.heard()) == told, "training asks nothing of the server"
    page.get_by_role("button", name="Train again").click()
    assert trained(page) == said, "the same seed gives the same run"
    page.get_by_role("button", name="As a table").click()
    assert page.locator(".tables tbody tr").count() == 15


def test_training_pauses_and_another_seed_begins_anew(bench):
    page = rates(bench)
    page.get_by_role("button", name="Train at all five").click()
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("button", name="Go on")).to_be_visible()
    seed = page.get_by_role("spinbutton", name="Seed")
    for typed, taken in (("7", "7"), ("0", "1"), ("1e9", "99"), ("", "1")):
        seed.fill(typed)
        seed.press("Enter")
        expect(seed).to_have_value(taken)
    expect(outcome(page)).to_have_text("Predict, then train.")
    bench.told(seed=1)


def test_by_touch_and_for_who_wants_less_motion(chromium, bench_on):
    with visit(chromium, reduced_motion="reduce", **PHONE) as page:
        rates(bench_on(page))
        page.get_by_role("button", name="Train at all five").tap()
        expect(outcome(page)).to_have_text("Update 20 of 300.")
        page.get_by_role("button", name="Go on").tap()
        expect(outcome(page)).to_have_text("Update 40 of 300.")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
