"""The learning rate, as a visitor tries it on the page: predicted, run, kept in the address, taken home."""

import pytest
from playwright.sync_api import expect

from tests.browser.harness import settled

pytestmark = pytest.mark.browser


def test_a_rate_is_predicted_run_linked_and_taken_home(page, server):
    page.goto(f"{server}/training?part=rate")
    page.wait_for_selector(".valley[data-drawn]")
    settled(page)
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text("Is the rate on stage above it or below?")
    page.get_by_role("button", name="It runs away").click()
    page.wait_for_url("**predicted=diverges*")
    page.locator(".valley input[name=updates]").fill("60")
    expect(page.locator(".valley .outcome")).to_contain_text("Not so. It swings from side to side and settles.")
    expect(main).to_contain_text("by 0.64 along the valley and by −0.8 across it")
    page.wait_for_url("**updates=60*")
    page.reload()
    page.wait_for_selector(".valley[data-drawn]")
    expect(page.locator(".valley .outcome")).to_contain_text("Your prediction: “It runs away”. Not so.")
    # All that shows the result is in sight without scrolling.
    ends = page.locator(".valley [data-result]").evaluate_all(
        "(all) => all.map((one) => one.getBoundingClientRect().bottom)"
    )
    assert max(ends) <= 720
    page.get_by_role("button", name="Exactly at the limit").click()
    expect(page.locator(".valley .outcome")).to_contain_text("swings for ever")
    page.wait_for_url("**rate=1%2F30*")
    with page.expect_download() as kept:
        page.locator(".valley .save").click()
    assert kept.value.path().read_bytes().startswith(b"\x89PNG")
    expect(main).to_contain_text("stands exactly at the limit")
    settled(page)
    with page.expect_download() as kept:
        page.get_by_role("button", name="The path (CSV)").click()
    update, first, *_ = kept.value.path().read_text().splitlines()[61].split(",")
    assert (update, round(float(first), 9)) == ("60", 1.5)
