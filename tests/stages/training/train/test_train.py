"""A training on its stage: started, paused, changed, broken, looked back on; Python hears of it at rest."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.harness import visit
from tests.stages.looks import PHONE

pytestmark = pytest.mark.browser
STAGE = "training/train"
SMALL = {"count": "96", "convolutions": "4k3s1m"}
UPDATE = re.compile(r"Update ([\d,]+), epoch")


def train(bench, **query):
    query = {"part": "train", **SMALL, **query}
    page = bench.open(STAGE, f"training?{'&'.join(f'{name}={value}' for name, value in query.items())}")
    expect(readout(page)).to_contain_text("Held out, after update")
    return page


def readout(page):
    return page.locator(".train .readout")


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def update(page):
    return int(UPDATE.search(readout(page).inner_text())[1].replace(",", ""))


def typed(page, name, text):
    box = page.get_by_label(name, exact=True)
    box.fill(text)
    box.press("Enter")


def started(page, least=20):
    press(page, "Start")
    page.wait_for_function(
        """([selector, least]) => [...document.querySelectorAll("main *")].some((one) => {
            const found = /Update ([\\d,]+)/.exec(one.shadowRoot?.querySelector(selector)?.textContent ?? "");
            return found !== null && Number(found[1].replace(",", "")) >= least;
        })""",
        arg=[".readout", least],
    )


def test_it_starts_pauses_and_steps_and_asks_the_server_nothing(bench):
    page = train(bench)
    assert update(page) == 0
    asked, told = [], page.evaluate("window.told.length")
    page.on("request", lambda request: asked.append(request.url))
    started(page)
    assert page.evaluate("window.told.length") == told, "while it trains, Python hears nothing"
    press(page, "Pause")
    expect(page.get_by_role("button", name="Start", exact=True)).to_be_visible()
    at = bench.told()["updates"]
    expect(readout(page)).to_contain_text(f"Held out, after update {at}:")
    press(page, "One update")
    expect(readout(page)).to_contain_text(f"Update {at + 1}, ")
    press(page, "One epoch")
    expect(readout(page)).to_contain_text(f"Held out, after update {at + 7}:")
    bench.told(updates=at + 7)
    press(page, "Back to the start")
    expect(readout(page)).to_contain_text("Back at update 0")
    expect(readout(page)).to_contain_text("Update 0, ")
    assert [url for url in asked if not url.startswith("blob:")] == []


def test_a_rate_goes_on_and_a_network_begins_anew(bench):
    page = train(bench)
    started(page)
    page.locator("input[name=notch]").fill("5")
    expect(readout(page)).to_contain_text("the training goes on from where it is")
    before = update(page)
    assert before >= 20
    expect(page.get_by_role("button", name="Pause", exact=True)).to_be_visible()
    press(page, "Pause")
    bench.told(updates=0, rate=0.0025)  # no link makes this run anew
    assert update(page) >= before
    page.get_by_label("Convolutions").select_option("2")
    expect(readout(page)).to_contain_text("everything is back at update 0")
    expect(readout(page)).to_contain_text("Held out, after update 0:")
    bench.told(convolutions="4k3s1m-16k3s1m", updates=0)


def test_the_same_link_is_the_same_run(bench):
    page = train(bench, updates=30)
    expect(readout(page)).to_contain_text("Held out, after update 30:")
    once = readout(page).inner_text()
    page = train(bench, updates=30)
    expect(readout(page)).to_have_text(once)
    page = train(bench, updates=30, seed=2)
    expect(readout(page)).to_contain_text("Held out, after update 30:")
    assert readout(page).inner_text() != once


def test_what_breaks_down_is_said_and_the_weights_are_those_before(bench):
    page = train(bench, decay=0.1)
    typed(page, "Learning rate", "1e9")
    expect(readout(page)).to_contain_text("A learning rate of 1,000,000,000 is far too large")
    press(page, "Start")
    expect(readout(page)).to_contain_text(re.compile(r"The loss is no longer a number after update \d+\. The weights"))
    assert not re.search("NaN|undefined", page.locator(".train").inner_text())
    page.locator("input[name=moment]").fill("0")
    expect(readout(page)).to_contain_text("Held out, after update 0:")
    typed(page, "Learning rate", "0")
    expect(readout(page)).to_contain_text("With a learning rate of 0 the weights stay as they are.")


@pytest.mark.parametrize(("text", "said"), [("fast", "“fast” is no learning rate"), ("-1", "rate of −1 would climb"),
                                            ("1e12", "is too large"), ("", "“” is no learning rate")])  # fmt: skip
def test_what_is_no_rate_gets_a_sentence(bench, text, said):
    page = train(bench)
    typed(page, "Learning rate", text)
    expect(page.locator(".train .problem")).to_contain_text(said)
    typed(page, "Learning rate", "0,02")
    expect(page.locator(".train .problem")).to_have_text("")
    bench.told(rate=0.02)


def test_an_impossible_network_is_said_and_cannot_be_started(bench):
    page = train(bench, convolutions="8k3s2m-8k3s2m-8k3s1n")
    page.locator("select[name=pool2]").select_option("max")
    expect(page.locator(".train .weights")).to_contain_text("Nothing is left of the picture behind convolution 3")
    expect(page.get_by_role("button", name="Start", exact=True)).to_have_attribute("aria-disabled", "true")
    page.locator("select[name=pool2]").select_option("none")
    expect(page.locator(".train .weights")).to_contain_text("weights to learn")
    press(page, "One update")
    expect(readout(page)).to_contain_text("Held out, after update 1:")


def test_a_hidden_tab_pauses(bench):
    page = train(bench)
    started(page)
    page.evaluate(
        """() => {
            Object.defineProperty(document, "hidden", { configurable: true, value: true });
            document.dispatchEvent(new Event("visibilitychange"));
        }"""
    )
    expect(readout(page)).to_contain_text("Paused while this tab was hidden")
    expect(page.get_by_role("button", name="Start", exact=True)).to_be_visible()
    at = update(page)
    page.wait_for_timeout(300)
    assert update(page) == at


def test_the_history_is_looked_back_through_and_gone_on_from(bench):
    page = train(bench, updates=20)
    expect(readout(page)).to_contain_text("Held out, after update 20:")
    slider = page.locator("input[name=moment]")
    assert slider.get_attribute("max") == "20"
    slider.fill("8")
    expect(readout(page)).to_contain_text("You are looking back from update 20")
    expect(readout(page)).to_contain_text("Held out, after update 8:")
    assert slider.get_attribute("aria-valuetext") == "After update 8"
    press(page, "One update")
    expect(readout(page)).to_contain_text("Held out, after update 9:")
    expect(slider).to_have_attribute("max", "9")


def test_a_mistake_shows_its_feature_maps(bench):
    page = train(bench, updates=3)
    mistake = page.locator(".train .mistakes button").first
    expect(mistake).to_be_visible()
    number = re.search(r"picture (\d+) is a \w+, taken for", mistake.get_attribute("aria-label"))[1]
    mistake.click()
    expect(mistake).to_have_attribute("aria-pressed", "true")
    expect(readout(page)).to_contain_text(f"Held-out picture {number} is a")
    expect(page.locator(".train .chosen figcaption")).to_have_text(f"Held-out picture {number}")
    counts = page.locator(".train .confusion td").all_inner_texts()
    assert sum(int(text) for text in counts if text.isdigit()) == 300


def test_the_rest_is_announced_once(bench):
    page = train(bench)
    press(page, "One epoch")
    expect(page.locator(".heard[aria-live]")).to_contain_text("Held out, after update 6:")


def test_all_of_it_on_a_telephone(chromium, bench_on):
    with visit(chromium, **PHONE) as page:
        train(bench_on(page))
        page.get_by_role("button", name="One update", exact=True).tap()
        expect(readout(page)).to_contain_text("Held out, after update 1:")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        sizes = page.locator(".train").evaluate(
            """(root) => [...root.querySelectorAll("*")].filter((one) => one.innerText?.trim())
                .map((one) => parseFloat(getComputedStyle(one).fontSize))"""
        )
        assert min(sizes) >= 14


def test_leaving_ends_the_worker(bench):
    page = train(bench)
    assert len(page.workers) == 1
    bench.leave(STAGE)
    page.wait_for_timeout(100)
    assert len(page.workers) == 0
