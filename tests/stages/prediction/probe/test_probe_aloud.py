"""The network's answer to a moved picture is heard, once, and not before it is there; the four sliders keep still."""

import re

import pytest
from playwright.sync_api import expect

from tests.stages.recording import visited

pytestmark = pytest.mark.browser
STAGE, CAT = "prediction/probe", "prediction?part=probe"


def test_the_answer_to_a_moved_picture_is_announced(bench):
    page = bench.open(STAGE, CAT)
    heard = page.locator(".heard")
    page.locator(".plane[role=application]").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    event = bench.told(at=None)
    page.wait_for_timeout(700)
    assert heard.text_content() == "", "an edit without its answer is no news yet"
    bench.send(STAGE, visited(CAT).tell(STAGE, "settled", event))
    expect(heard).to_have_text(
        re.compile(r"^\w+: [\d.]+ % before, [\d.]+ % after, [−+]?[\d.]+ points. Moved 3 px to the right\.$")
    )
    after = re.search(r"→ ([\d.]+)", page.locator(".rows .row.won .numbers").inner_text())[1]
    assert f"{after} % after" in heard.text_content()
    assert page.locator("output").evaluate_all("all => all.map((one) => one.ariaLive)") == ["off"] * 4
