"""Ten states of every page, back through all of them and on again: one choice is one step, and the view is the same."""

import itertools
import time

import pytest

from tests.browser.harness import settled, wait_until

pytestmark = [pytest.mark.browser, pytest.mark.long]

# Everything a person sees or hears of the page: words, what is chosen, and the pixels of every canvas shown.
SEEN = """() => {
  const found = [];
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      if (node.data.trim() && node.parentElement?.checkVisibility()) found.push(node.data.trim());
      return;
    }
    const tag = node.localName;
    const passing = "[aria-live], .readout, .place, [data-testid=stDataFrame]"; // what follows the pointer
    if (["style", "script", "svg"].includes(tag) || node.matches?.(passing)) return;
    if (["input", "select", "textarea"].includes(tag)) found.push(`${tag} ${node.name} ${node.value} ${node.checked}`);
    if (node.getAttribute?.("aria-selected") === "true" || node.getAttribute?.("aria-pressed") === "true" ||
        node.getAttribute?.("aria-checked") === "true") found.push(`chosen ${node.textContent}`);
    // What is not shown keeps the drawing it had: no kernel is cleared only because this layer has none to show.
    if (tag === "canvas" && node.checkVisibility()) found.push(`canvas ${node.width} ${node.height} ${hash(node)}`);
    for (const child of (node.shadowRoot ?? node).childNodes) walk(child);
  };
  const hash = (canvas) => {
    if (canvas.width * canvas.height === 0) return 0;
    let sum = 7;
    for (const code of canvas.toDataURL()) sum = (31 * sum + code.charCodeAt(0)) | 0;
    return sum;
  };
  walk(document.querySelector("[data-testid=stMain]"));
  walk(document.querySelector("[data-testid=stSidebar]"));
  return [location.pathname + location.search, ...found];
}"""
# What is done: with a thing to try, a part, a small picture, a list, a row of buttons, or on the stage itself.
WAYS = {
    "try": "[class*='st-key-try-'] button >> nth={}",
    "part": ".st-key-picked-part button >> nth={}",
    "picture": '.thumbnails button[data-key="{}"]',
    "button": ".st-key-{} button >> nth={}",
    "press": "{}",
}
WALKS = {
    "home": (
        "try 0", "try 1", "picture ring", "list network 1", "button picked-spent 1", "button picked-by 1",
        "picture coffee", "button picked-spent 2", "picture cat", "list network 0",
    ),
    "convolution": (
        "try 0", "try 1", "choose .stage [name=kernel] 3", "picture ring", "part 3", "button picked-kind 1", "try 1",
        "part 4", "button picked-show 1", "part 2",
    ),
    "pooling": (
        "try 0", "try 1", "choose .stage [name=pool] 1", "picture ring", "part 1", "button picked-window 1",
        "try 1", "part 2", "button picked-stamp 1", "list picked-source 1",
    ),
    "feature_maps": (
        "try 0", "try 1", "list layer 3", "list compare 2", "key ArrowRight .stage .sheet",
        "choose .stage [name=order] 1", "picture ring", "list network 1", "try 2", "list layer 0",
    ),
    "receptive_field": (
        "key ArrowRight .stage .map .plane", "try 0", "list picked-layer 2", "part 1", "press .stage [name=first]",
        "part 2", "list picked-layer 3", "part 3", "try 1", "picture ring",
    ),
    "batch_norm": (
        "part 1", "list picked-tensor 2", "part 2", "list picked-channel 3", "button picked-cells 2",
        "list picked-shown 2", "try 1", "part 3", "list picked-channel 2", "part 0",
    ),
    "prediction": (
        "key ArrowRight .stage [name=temperature]", "try 1", "picture coffee", "part 1", "list picked-class 2",
        "list picked-other 3", "part 2", "list picked-square 0", "list picked-under 2", "try 0",
    ),
    "networks": (
        "button picked-norm 1", "button picked-here 1", "list picked-family 1", "part 1", "try 0", "picture ring",
        "part 0", "list network 1", "button picked-norm 2", "button picked-here 1",
    ),
}  # fmt: skip
DRAWN = "[data-testid=stMain] :is(canvas, .zoo[data-drawn])"
STILL = 0.25  # seconds without a change


def do(page, step):
    """One choice of a visitor's."""
    kind, *rest = step.split(" ", 2 if step.startswith("key") else 1)
    if kind == "key":
        page.locator(rest[1]).first.focus()
        page.keyboard.press(rest[0])
    elif kind == "choose":
        where, number = rest[0].rsplit(" ", 1)
        page.locator(where).first.select_option(index=int(number))
    elif kind == "list":
        name, number = rest[0].split(" ")
        option = page.locator("[role=option]:not([data-name])").nth(int(number))
        wait_until(lambda: opened(page, name, option), "the list is open")
        option.click()
    else:
        page.locator(WAYS[kind].format(*(rest if kind == "press" else rest[0].split(" ")))).first.click()


def opened(page, name, option):
    """Opens a list, unless it is; one that is drawn anew meanwhile closes again."""
    if not option.is_visible():
        page.locator(f".st-key-{name}").get_by_role("combobox").click()
        page.wait_for_timeout(300)
    return option.is_visible()


def view(page):
    """What is seen when nothing changes any more."""
    page.mouse.move(1275, 5)
    page.evaluate("document.activeElement?.blur()")
    before, since = None, time.monotonic()
    while time.monotonic() - since < STILL:
        settled(page)
        now = page.evaluate(SEEN)
        if now != before:
            before, since = now, time.monotonic()
        page.wait_for_timeout(40)
    return before


def same(page, expected, what):
    """Waits until the page shows what it showed; says where it doesn't."""
    end = time.monotonic() + 30
    while (now := page.evaluate(SEEN)) != expected and time.monotonic() < end:
        page.wait_for_timeout(40)
    settled(page)
    now = view(page)
    assert now == expected, (what, *(pair for pair in itertools.zip_longest(expected, now) if pair[0] != pair[1]))


@pytest.mark.parametrize("topic", WALKS)
def test_ten_states_back_and_on_again(topic, page, server):
    page.set_default_timeout(60_000)
    page.goto(f"{server}/{topic}")
    page.wait_for_selector(DRAWN)
    views = [view(page)]
    for step in WALKS[topic]:
        steps = page.evaluate("history.length")
        do(page, step)
        wait_until(
            lambda: page.evaluate("location.pathname + location.search") != views[-1][0], f"{step} is written", 15
        )
        views.append(view(page))
        assert page.evaluate("history.length") == steps + 1, f"{step} is one step"
    for number in reversed(range(len(views) - 1)):
        page.evaluate("history.back()")
        same(page, views[number], f"back before {WALKS[topic][number]}")
        if number == len(views) // 2:
            page.reload()
            page.wait_for_selector("[data-testid=stMain] [data-testid=stHeading]")
            same(page, views[number], "reloaded")
    for number, step in enumerate(WALKS[topic]):
        page.evaluate("history.forward()")
        same(page, views[number + 1], f"on after {step}")
