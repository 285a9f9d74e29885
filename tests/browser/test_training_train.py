"""A training in the whole app: under its headers, without a word to the server, in the address once it rests."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect
from safetensors.numpy import load

from tests.browser.harness import settled

pytestmark = pytest.mark.browser


def test_a_network_is_trained_linked_and_trained_again(page, server):
    sent = []

    def note(what):
        sent.append(what)

    page.on("websocket", lambda socket: socket.on("framesent", note))
    page.on("request", lambda request: None if request.url.startswith("blob:") else note(request.url))
    page.goto(f"{server}/training?part=train")
    page.wait_for_selector(".train[data-drawn]")
    readout = page.locator(".train .readout")
    expect(readout).to_contain_text("Held out, after update 0:")
    settled(page)
    page.wait_for_timeout(500)
    before = len(sent)
    page.get_by_role("button", name="Start", exact=True).click()
    page.wait_for_timeout(2000)
    assert len(sent) == before, "while it trains the server hears nothing"
    page.get_by_role("button", name="Pause", exact=True).click()
    page.wait_for_url("**updates=*")
    assert len(sent) > before
    # What shows the result is in sight without scrolling.
    ends = page.locator(".train [data-result]").evaluate_all(
        "(all) => all.map((one) => one.getBoundingClientRect().bottom)"
    )
    assert max(ends) <= 720
    with page.expect_download() as kept:
        page.get_by_role("button", name="Save as PNG").click()
    assert kept.value.path().read_bytes().startswith(b"\x89PNG")
    with page.expect_download() as kept:
        page.get_by_role("button", name="History (NPZ)").click()
    arrays = np.load(kept.value.path())
    with page.expect_download() as kept:
        page.get_by_role("button", name="Curves (CSV)").click()
    lines = kept.value.path().read_text().splitlines()
    assert lines[0] == "Update,batch loss,batch accuracy,held-out loss,held-out accuracy"
    assert float(lines[5].split(",")[1]) == arrays["losses"][3]  # the line of update 4
    assert arrays["0.weight"].shape == (len(arrays["moments"]), 8, 1, 3, 3)
    with page.expect_download() as kept:
        page.get_by_role("button", name="Save the network (.safetensors)").click()
    saved = load(kept.value.path().read_bytes())
    assert np.array_equal(saved["0.weight"], arrays["0.weight"][-1])
    shown = readout.inner_text()
    page.get_by_role("button", name="Look inside this network").click()
    page.wait_for_url(re.compile(r"network=own\+1"))
    expect(readout).to_contain_text("The network was sent as it is now")
    update = re.search(r"Update [\d,]+, epoch", shown)[0]
    expect(readout).to_contain_text(update)  # the training stays where it is
    page.get_by_role("main").get_by_role("link", name="Feature maps").click()
    page.wait_for_url(re.compile(r"/feature_maps\?.*network=own\+1"))
    page.wait_for_selector(".maps[data-drawn], [data-drawn]")
    expect(page.get_by_text("16 × 16", exact=False).first).to_be_visible()
    page.goto(f"{server}/training?part=train&updates=25&count=100")
    expect(readout).to_contain_text("Held out, after update 25:")
    page.get_by_role("button", name="A rate of 1,000").click()
    expect(readout).to_contain_text("The loss is no longer a number after update 7.")
