"""From maps to the answer in Chromium: every number is the network's, and looking around asks nobody."""

import re

import numpy as np
import pytest
import torch
from playwright.sync_api import expect

from models.images import sample
from models.nets.answers.prediction import head_of
from models.nets.capture import capture
from models.nets.catalogue import load
from models.ops.prediction import by_size, terms_of
from tests.browser.harness import open_view, readout, settled, visit

pytestmark = pytest.mark.browser
PHONE = {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark", "has_touch": True, "is_mobile": True}
VIEW = "prediction?part=answer"


@pytest.fixture(scope="module")
def head():
    network = load("cifar10")
    return head_of(network, capture(network, network.prepare(sample("cat"))))


def number(text):
    return float(text.replace("−", "-"))


def rows(page, name):
    return page.locator(f".stage .{name} .row")


def test_the_largest_parts_come_first_with_their_numbers(page, server, head):
    open_view(page, f"{server}/{VIEW}")
    terms = terms_of(head, 3)
    products = terms.values * terms.weights
    first = by_size(products)[0]
    cells = [text for text in rows(page, "terms").first.inner_text().split("\n") if text.strip()]
    assert int(cells[0]) == first
    shown = [number(text) for text in cells[1:4]]
    assert np.allclose(shown, [terms.values[first], terms.weights[first], products[first]], rtol=2e-3)


def test_the_written_sum_adds_up_when_it_is_unfolded(page, server, head):
    open_view(page, f"{server}/{VIEW}")
    sum_ = page.locator(".stage .logit .sum")
    sum_.locator("button").click()
    expect(sum_.locator("button")).to_have_text("fold")
    terms = sum_.locator("span").all_inner_texts()
    assert len(terms) == 193
    written = [text.replace("(", "").replace(")", "").replace("bias ", "1 × ").split(" × ") for text in terms]
    total = sum(number(one) * number(other) for one, other in written)
    assert abs(total - number(sum_.locator("b").inner_text())) < 1e-9
    assert np.isclose(total, head.logits[3], rtol=1e-3)
    sum_.locator("button").click()
    expect(sum_.locator("button")).to_contain_text("188 more terms")


def test_classes_are_walked_by_keys_and_stand_in_the_address(page, server, head):
    open_view(page, f"{server}/{VIEW}")
    page.locator(".stage .classes .scroller").focus()
    page.keyboard.press("ArrowDown")
    order = np.argsort(-head.logits)
    expect(page.locator(".stage .readout")).to_contain_text("rank 2 of 10")
    page.wait_for_url(f"**class={order[1]}*")
    settled(page)
    expect(page.locator("[data-testid=stMain]")).to_contain_text("dog gets 0.8556")
    page.keyboard.press("End")
    expect(page.locator(".stage .readout")).to_contain_text("rank 10 of 10")
    page.wait_for_url(f"**class={order[9]}*")
    page.reload()
    page.wait_for_selector(".stage[data-drawn]")
    expect(page.locator(".stage .readout")).to_contain_text("rank 10 of 10")


def test_temperature_and_truth_work_without_the_server(page, server, head):
    open_view(page, f"{server}/{VIEW}")
    page.context.set_offline(True)
    page.locator("input[name=temperature]").fill("40")
    logits = torch.tensor(head.logits)
    hot = 100 * torch.softmax(logits / 10, 0)[3]
    expect(page.locator(".stage .readout")).to_contain_text(f"{hot:.1f} % at T = 10")
    assert np.isclose(number(page.locator(".softmax .sum b").inner_text()), hot / 100, rtol=1e-3)
    page.locator("select[name=true]").select_option("5")
    loss = torch.nn.functional.cross_entropy(logits[None] / 10, torch.tensor([5]))
    assert np.isclose(number(page.locator(".loss .sum b").inner_text()), float(loss), rtol=1e-3)
    page.context.set_offline(False)
    page.locator("button[name=own_temperature]").click()
    expect(page.locator(".stage .readout")).to_contain_text("98.0 % at T = 1")
    expect(page.locator("button[name=own_temperature]")).to_have_attribute("aria-pressed", "true")
    page.wait_for_url("**true=5*")


def test_pointing_at_a_channel_a_class_and_a_step_says_what_it_is(page, server):
    open_view(page, f"{server}/{VIEW}")
    rows(page, "terms").nth(2).hover()
    expect(page.locator(".stage .readout")).to_contain_text("number 3 of 192 by size")
    name = rows(page, "terms").nth(2).locator(".name").inner_text()
    expect(page.locator(".stage .map figcaption")).to_have_text(f"Map {name}")
    rows(page, "classes").nth(4).hover()
    expect(page.locator(".stage .readout")).to_contain_text("rank 5 of 10")
    expect(page.locator(".stage .logit h4")).to_contain_text("Logit of truck")
    page.locator(".chain button").first.focus()
    expect(page.locator(".stage .readout")).to_contain_text("makes the last maps: 192 × 8 × 8")
    page.locator(".chain button", has_text="cross-entropy").focus()
    expect(page.locator(".stage .readout")).to_contain_text("−ln of the probability")


def test_a_class_whose_weights_were_not_sent_is_found_and_fetched(page, server):
    open_view(page, f"{server}/{VIEW}&network=squeezenet1_1")
    serial = page.locator(".stage").get_attribute("data-drawn")
    page.locator("input[name=search]").fill("maker espresso")
    expect(rows(page, "classes").first).to_contain_text("espresso maker")
    page.locator("input[name=search]").press("Enter")
    page.wait_for_selector(f'.stage[data-drawn]:not([data-drawn="{serial}"])')
    expect(page.locator(".stage .terms h4")).to_contain_text("What espresso maker is made of: 169 places")
    assert readout(page).startswith("espresso")
    page.wait_for_url("**class=550*")


def test_another_head_says_which_steps_differ(page, server):
    open_view(page, f"{server}/{VIEW}&network=mobilenet_v3_small")
    differing = page.locator(".chain .differs b").all_inner_texts()
    assert differing == ["classifier.0", "classifier.1"]
    expect(page.locator(".stage .terms h4")).to_contain_text("1024 features")
    expect(page.locator(".stage .map")).to_be_hidden()


def test_a_telephone_in_the_dark(chromium, server):
    with visit(chromium, **PHONE) as page:
        open_view(page, f"{server}/{VIEW}")
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
        rows(page, "classes").nth(1).tap()
        expect(page.locator(".stage .readout")).to_contain_text("rank 2 of 10")
        page.wait_for_url("**class=5*")


def test_the_stage_and_its_tables_can_be_kept(page, server, tmp_path):
    open_view(page, f"{server}/{VIEW}")
    for button, suffix in [("Save picture (PNG)", ".png"), ("The parts of this logit (CSV)", ".csv")]:
        with page.expect_download() as download:
            page.get_by_role("button", name=button).click()
        assert download.value.suggested_filename.endswith(suffix)
        download.value.save_as(tmp_path / f"kept{suffix}")
    assert (tmp_path / "kept.png").read_bytes().startswith(b"\x89PNG")
    assert len((tmp_path / "kept.csv").read_text().splitlines()) == 194


@pytest.mark.parametrize("key", ["T = 5 makes", "A network whose last sum"])
def test_things_to_try_lead_there(page, server, key):
    open_view(page, f"{server}/{VIEW}")
    page.get_by_role("button", name=re.compile(re.escape(key))).click()
    page.wait_for_url("**temperature=5.0*" if "T = 5" in key else "**network=alexnet*")
    settled(page)
    expected = "at T = 5" if "T = 5" in key else "rank 1 of 1000"
    expect(page.locator(".stage .readout")).to_contain_text(expected)
