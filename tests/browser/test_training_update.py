"""One update as a visitor makes it: by keyboard through the four phases, a link that brings it back, what is kept."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.harness import settled

pytestmark = pytest.mark.browser


def update(page, server, **query):
    query = {"part": "update", **query}
    page.goto(f"{server}/training?{'&'.join(f'{name}={value}' for name, value in query.items())}")
    page.wait_for_selector(".one-update[data-drawn]")
    settled(page)


def test_by_keyboard_through_an_update_and_back_by_its_link(page, server):
    update(page, server, step=0)
    for name, said in (("Forward", "Forward 5"), ("Loss", "Loss:"), ("Backward", "Backward 5"), ("Update", "Update:")):
        page.get_by_role("button", name=name, exact=True).focus()
        page.keyboard.press("Enter")
        expect(page.locator(".one-update h2")).to_contain_text(said, timeout=15_000)
    page.wait_for_url("**step=12*")
    page.locator("figure[data-key=gradient] canvas").first.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**column=1*")
    page.get_by_role("button", name="Another update", exact=True).press("Enter")
    page.wait_for_url("**updates=1*")
    expect(page.get_by_test_id("stMain")).to_contain_text("Before update 2 the loss is")
    page.locator("select[name=loss]").select_option("squared_error")
    page.wait_for_url("**loss=squared_error*")
    expect(page.get_by_test_id("stMain")).to_contain_text("Before update 1 the loss is")

    page.go_back()
    expect(page.locator(".one-update h2")).to_contain_text("Update 2.")
    written = page.locator(".one-update .readout").inner_text()
    assert written.startswith("∂L/∂K[0, 1]")
    page.reload()
    page.wait_for_selector(".one-update[data-drawn]")
    expect(page.locator(".one-update .readout")).to_have_text(re.compile(re.escape(written.splitlines()[0])))
    link = page.get_by_test_id("stExpander").filter(has_text="Link to this view")
    link.locator("summary").click()
    expect(link).to_contain_text("updates=1")


def test_no_server_is_asked_while_an_update_plays_and_its_weights_can_be_kept(page, server):
    sent = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(len(frame))))
    update(page, server, step=0)
    settled(page)
    sent.clear()
    page.get_by_role("button", name="Play the whole update", exact=True).click()
    expect(page.locator(".one-update h2")).to_contain_text("Backward 1", timeout=15_000)
    assert sent == []
    expect(page.locator(".one-update h2")).to_contain_text("Update:", timeout=15_000)
    with page.expect_download() as kept:
        page.get_by_role("button", name="Weights and gradients (CSV)").click()
    assert len(kept.value.path().read_text().splitlines()) == 78
