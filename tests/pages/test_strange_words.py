"""What a stranger may say: every part under values that are legal elsewhere, or nowhere, in address and events."""

import re

import pytest
import streamlit as st

from tests.pages.snippets import ROOT
from tests.pages.test_pages import opened
from viz.hosts.streamlit import mount as mounting
from viz.stages.convolution.slide.view import KERNELS, MATRICES

PARTS = {
    "home": [""],
    "convolution": ["slide", "flashlight", "inside", "kinds", "sharing"],
    "pooling": ["slide", "invariance", "unpooling"],
    "feature_maps": [""],
    "receptive_field": ["point", "growth", "top_patches", "build"],
    "batch_norm": ["groups", "statistics", "result", "inference"],
    "prediction": ["answer", "where", "probe"],
    "training": ["update", "train", "rate", "edges"],
    "networks": ["zoo", "own"],
}
EVERY = [(topic, part) for topic, parts in PARTS.items() for part in parts]
# The shared ones have tests of their own; the passes of these take long, whatever is said of them.
NOT_TRIED = {"part", "network", "picture", "lang", "sweep", "moves", "example", "kept", "key", "width", "topic"}
SOURCES = "\n".join(
    file.read_text(encoding="utf-8") for folder in ("pages", "viz") for file in sorted((ROOT / folder).rglob("*.py"))
)
NAMES = sorted(
    {
        *re.findall(r'"(\w+)": ?f?"', SOURCES),
        *re.findall(r'get\("(\w+)"', SOURCES),
        *re.findall(r'address\.pick\(\s*[\w.]+,\s*"(\w+)"', SOURCES),
        *re.findall(r"^    (\w+): (?:str|int|float|bool) = ", SOURCES, re.MULTILINE),
        *re.findall(r'called="(\w+)"', SOURCES),
        *("row", "column", "channel", "input_channel", "step", "settled"),
    }
    - NOT_TRIED
)
LEGAL = {name: sorted({*re.findall(rf'"{name}": "([^"]+)"', SOURCES)})[:6] for name in NAMES}
LEGAL |= {"stride": ["window", "2x1"], "kernel": [*KERNELS, "3", "network", "typed"], "source": [*MATRICES, "cells"]}
STRANGE = [
    "", "-1", "0", "999999", "9" * 400, "1e999", "nan", "inf", "-inf", "1.5", "true", "x" * 5000, "١٢", "2x", "x2x",
    ",;", "\x00", "é\u202e", "[1]", "{}", "window", "network", "typed", "cells", "input", "all", "average", "here",
    "stage1.conv1", "bn:stage1.bn1", "upload 1", "own 1",
]  # fmt: skip
UNHEARD = [
    None, {}, [], [1, [2]], {"a": {}}, 10**300, -(10**300), -1, 0.5, float("nan"), float("inf"), -0.0, "", "x" * 5000,
    "é\x00", "window", "nan", "-1", True, [None, None], ["a", {}],
    "9" * 400,
]  # fmt: skip


def said(round_, name):
    """What is said under a name in a round: first what is legal somewhere, then what is strange."""
    known = LEGAL.get(name, [])
    values = [*known, *STRANGE]
    turned = len(known) + (7 * round_ + NAMES.index(name)) % len(STRANGE)
    return values[round_ if round_ < len(known) else turned]


@pytest.mark.parametrize(("topic", "part"), EVERY)
def test_no_word_in_the_address_breaks_a_part(topic, part):
    app = opened(topic, **({"part": part} if part else {}))
    for round_ in range(8):
        for name in NAMES:
            app.query_params[name] = said(round_, name)
        app.run()
        assert not app.exception, (round_, app.exception[0].message, app.exception[0].stack_trace, app.query_params)


@pytest.mark.parametrize("part", ["slide", "flashlight", "inside", "kinds", "sharing"])
def test_the_stride_of_pooling_is_none_of_a_convolution(part):
    assert not opened("convolution", part=part, stride="window").exception


def heard(mounted):
    """In place of a component: tells its page everything that a browser must not say, and notes what that breaks."""

    def component(**given):
        told = {key: value for key, value in given.items() if key.startswith("on_")}
        known = {"layer": st.query_params.get("layer"), "channel": 0}
        fields = [{**dict.fromkeys(NAMES, value), **more} for value in UNHEARD for more in ({}, known)]
        for event in [*UNHEARD, *fields]:
            for name, callback in told.items():
                key = given["key"]
                st.session_state[key] = {name.removeprefix("on_").removesuffix("_change"): event}
                try:
                    callback()
                except Exception as error:  # noqa: BLE001 - whatever it is
                    mounted.append((key, name, str(event)[:300], repr(error)))
                st.session_state.pop(f"told {key}", None)

    return component


@pytest.mark.parametrize(("topic", "part"), EVERY)
def test_no_event_breaks_a_part(topic, part, monkeypatch):
    broken = []
    monkeypatch.setattr(mounting, "_registered", lambda _: heard(broken))
    app = opened(topic, **({"part": part} if part else {}))
    assert not broken[:5], broken[:5]
    assert not app.exception
