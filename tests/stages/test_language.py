"""Stages that are told another language: the numbers of the English ones, with its marks."""

import re

import pytest

from tests.stages.recording import recorded
from tests.viz.packed import ending_of
from viz.stages.kernel.payload import pack

pytestmark = pytest.mark.browser

GERMAN = {"language": "de", "decimal": ",", "group": ".", "list": ", "}
STAGES = {
    "prediction/answer": "prediction?part=answer",
    "convolution/inside": "convolution?part=inside",
    "batch_norm/groups": "batch_norm?part=groups",
    "batch_norm/statistics": "batch_norm?part=statistics",
    "feature_maps/maps": "feature_maps?layer=stage2.relu1",
    "prediction/where": "prediction?part=where",
    "training/update": "training?part=update&step=12",
}
# Whatever is written on a stage by its script, what is announced and how places are named for those who hear the page.
WRITTEN = """() => [...document.querySelectorAll("main *")].flatMap(({ shadowRoot }) => {
    if (!shadowRoot) return [];
    const named = [...shadowRoot.querySelectorAll("[aria-label]")].map((each) => each.getAttribute("aria-label"));
    return [...named, ...[...shadowRoot.querySelectorAll(":not(style):not(option)")]
        .filter((each) => each.children.length === 0).map((each) => each.textContent)];
}).filter((text) => /\\d/.test(text))"""


def in_another_language(sent, marks):
    """A payload with how numbers are written behind it."""
    header, planes = ending_of(sent)
    ending = pack({**header, "marks": marks, "hash": "another"}, planes)
    length = int.from_bytes(sent[-4:], "little")
    return sent[: -4 - length] + ending + len(ending).to_bytes(4, "little")


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_writes_numbers_in_the_language_it_is_sent(bench, stage):
    page = bench.open(stage, STAGES[stage])
    english = page.evaluate(WRITTEN)
    sent = recorded(STAGES[stage])[stage]
    bench.leave(stage)
    bench.send(stage, in_another_language(sent, GERMAN))
    german = page.evaluate(WRITTEN)
    assert len(german) == len(english)
    assert german != english
    for one, other in zip(english, german, strict=True):
        assert re.sub(r"[.,;]", "·", one) == re.sub(r"[.,;]", "·", other), "the digits are the same"
    point = re.compile(r"(?<![\w.])\d+\.\d{1,2}(?!\d)|\d\.\d{4,}")
    assert not [text for text in german if point.search(text)], "no decimal point is left"


def test_a_rate_is_pulled_and_typed_with_the_languages_marks(bench):
    page = bench.open("training/update", STAGES["training/update"])
    sent = recorded(STAGES["training/update"])["training/update"]
    bench.leave("training/update")
    bench.send("training/update", in_another_language(sent, GERMAN))
    slider, field = page.locator("input[name=notch]"), page.locator("input[name=rate]")
    assert field.input_value() == "0,1"
    slider.focus()
    page.keyboard.press("ArrowRight")
    bench.told(rate=0.13)
    assert field.input_value() == "0,13"
    field.fill("0,02")
    field.press("Enter")
    bench.told(rate=0.02)
