"""Whatever button of a stage is pressed by keyboard, until it can be pressed no more, the focus stays on the stage."""

import pytest

from tests.stages.test_tables import STAGES

pytestmark = [pytest.mark.browser, pytest.mark.long]
PRESSES = 12  # more than any stage has layers, edits or parts to step through

# The buttons that can be reached, and one of them to stand on.
BUTTONS = """() => {
    const roots = [...document.querySelectorAll("main *")].flatMap((one) => one.shadowRoot ?? []);
    window.buttons = roots.flatMap((root) => [...root.querySelectorAll("button")])
        .filter((button) => button.checkVisibility() && !button.disabled);
    return window.buttons.map((button) => button.ariaLabel ?? button.textContent);
}"""
STAND = "(at) => { const button = window.buttons[at]; button.focus(); return button.isConnected; }"
HELD = """() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at !== null && at !== document.body && at.isConnected && !at.disabled;
}"""


@pytest.mark.parametrize("stage", STAGES)
def test_a_pressed_button_never_drops_the_focus(stage, bench):
    page = bench.open(stage, STAGES[stage].address)
    for at, name in enumerate(page.evaluate(BUTTONS)):
        if not page.evaluate(STAND, at):  # a press before has brought others in its place
            continue
        for press in range(PRESSES):
            page.keyboard.press("Enter")
            page.evaluate("new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then)))")
            assert page.evaluate(HELD), (name, press)
