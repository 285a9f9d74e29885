"""From maps to the answer, on its stage: every number is the network's, and looking around asks nobody."""

import numpy as np
import pytest
import torch
from playwright.sync_api import expect

from models.images import sample
from models.nets.answers.prediction import head_of
from models.nets.capture import capture
from models.nets.catalogue import load
from models.ops.prediction import by_size, terms_of
from tests.browser.harness import visit
from tests.stages.looks import PHONE

pytestmark = pytest.mark.browser
STAGE, VIEW = "prediction/answer", "prediction?part=answer"


@pytest.fixture(scope="module")
def head():
    network = load("cifar10")
    return head_of(network, capture(network, network.prepare(sample("cat"))))


def number(text):
    return float(text.replace("−", "-"))


def rows(page, name):
    return page.locator(f".stage .{name} .row")


def test_the_largest_parts_come_first_with_their_numbers(bench, head):
    page = bench.open(STAGE, VIEW)
    terms = terms_of(head, 3)
    products = terms.values * terms.weights
    first = by_size(products)[0]
    cells = [text for text in rows(page, "terms").first.inner_text().split("\n") if text.strip()]
    assert int(cells[0]) == first
    shown = [number(text) for text in cells[1:4]]
    assert np.allclose(shown, [terms.values[first], terms.weights[first], products[first]], rtol=2e-3)


def test_the_written_sum_adds_up_when_it_is_unfolded(bench, head):
    page = bench.open(STAGE, VIEW)
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


def test_temperature_and_truth_work_without_the_server(bench, head):
    page = bench.open(STAGE, VIEW)
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
    bench.told(truth=5)


def test_pointing_at_a_channel_a_class_and_a_step_says_what_it_is(bench):
    page = bench.open(STAGE, VIEW)
    rows(page, "terms").nth(2).hover()
    expect(page.locator(".stage .readout")).to_contain_text("number 3 of 192 by size")
    name = rows(page, "terms").nth(2).locator(".name").inner_text()
    expect(page.locator(".stage .map figcaption")).to_have_text(f"Map {name}")
    rows(page, "classes").nth(4).hover()
    expect(page.locator(".stage .readout")).to_contain_text("rank 5 of 10")
    expect(page.locator(".stage .logit h2")).to_contain_text("Logit of truck")
    page.locator(".chain button").first.focus()
    expect(page.locator(".stage .readout")).to_contain_text("makes the last maps: 192 × 8 × 8")
    page.locator(".chain button", has_text="cross-entropy").focus()
    expect(page.locator(".stage .readout")).to_contain_text("−ln of the probability")


def test_another_head_says_which_steps_differ(bench):
    page = bench.open(STAGE, f"{VIEW}&network=mobilenet_v3_small")
    differing = page.locator(".chain .differs b").all_inner_texts()
    assert differing == ["classifier.0", "classifier.1"]
    expect(page.locator(".stage .terms h2")).to_contain_text("1024 features")
    expect(page.locator(".stage .map")).to_be_hidden()


def test_a_telephone_in_the_dark(chromium, bench_on):
    with visit(chromium, **PHONE) as page:
        bench = bench_on(page)
        bench.open(STAGE, VIEW)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        rows(page, "classes").nth(1).tap()
        expect(page.locator(".stage .readout")).to_contain_text("rank 2 of 10")
        bench.told(label=5)
