"""One pooling window over one picture: the stage, what it keeps in words and numbers, and what to try and take."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import streamlit as st

from models.ops.geometry import ImpossibleGeometry
from models.ops.pooling import max_pool_winners
from pages.pooling import cached
from pages.pooling.slide.case import Case, case_of
from pages.shell import export, language, presets, slide
from pages.shell.language import decimal, exact, number, say, whole
from pages.shell.proof import Proof, agree, apart
from pages.shell.records import Choice
from pages.shell.rounded import rounded
from viz.hosts.streamlit.mount import mount
from viz.stages.convolution.slide import stage
from viz.stages.convolution.slide.view import COLOURS, PICTURE, PoolingView, pair_of
from viz.stages.frame.map_row import row

TOPIC = "pooling"
TRY = {
    "pooling_slide.try_textbook": {"source": "count_3x3", "window": "2x2", "stride": "1x1"},
    "pooling_slide.try_ceil": {"source": "count_5x5", "window": "2x2", "ceil": "true"},
    "pooling_slide.try_average": {"pool": "average", "window": "3x3", "stride": "1x1", "size": "32"},
}


def show(chosen: Choice) -> None:
    """The whole part."""
    st.title(say("pooling_slide.question"), anchor=False)
    st.markdown(say("pooling_slide.answer"))
    about = slide.given(chosen)
    slide.put(PoolingView, chosen, about, TOPIC)
    below(chosen, about)


@st.fragment
def below(chosen: Choice, about: stage.Given) -> None:
    """What is said about the view, and what can be taken from it: it follows when somebody rests on the stage."""
    slide.hear(PoolingView, about, TOPIC)
    view = slide.current(PoolingView, about, TOPIC)
    try:
        case = case_of(view, about)
    except ImpossibleGeometry:
        st.markdown(say("pooling_slide.no_output"))
        presets.put(TRY)
        return
    reading(case)
    proof(case)
    if view.source == PICTURE:
        channels(view, about)
    presets.put(TRY)
    file = export.File(
        say("pooling_slide.save_csv"), f"pooling-{chosen.picture.key}", "csv", lambda: slide.table(case.output)
    )
    export.put(chosen, (file,), snippet(chosen, case))
    with st.expander(say("page.depth")):
        st.markdown(say("pooling_slide.depths.formula"))
        st.markdown(say("pooling_slide.depths.traps"))


def reading(case: Case) -> None:
    """What is kept, in numbers."""
    view, image, output = case.view, case.image, case.output
    kept = {"cells": whole(image.size), "kept": whole(output.size), "share": decimal(100 * output.size / image.size, 0)}
    place = {"row": view.row, "column": view.column, "value": number(case.value)}
    if view.pool == "max":
        found = max_pool_winners(image, **stage.pooling_settings(view))
        winners = len(set(zip(found.rows.ravel().tolist(), found.columns.ravel().tolist(), strict=True)))
        more = {"winners": whole(winners), "pixels": whole(image.size)}
    else:
        more = {"mean_before": number(image.mean()), "mean_after": number(output.mean())}
    st.markdown(f"{say(f'pooling_slide.reading_{view.pool}', **kept, **place, **more)} {stride_in_words(view)}")


def stride_in_words(view: PoolingView) -> str:
    """How the windows lie to each other."""
    window = pair_of(view.window)
    stride = window if view.stride == "window" else pair_of(view.stride)
    if stride == window:
        return say("pooling_slide.stride_same", rows=window[0], columns=window[1])
    less = any(step < size for step, size in zip(stride, window, strict=True))
    return say("pooling_slide.stride_less" if less else "pooling_slide.stride_more")


def proof(case: Case) -> None:
    """The map by hand beside what PyTorch computes."""
    view = case.view
    computed = cached.pooled(case.image, view.pool, **stage.pooling_settings(view))
    difference = float(np.abs(case.output - computed).max())
    captured = computed[view.row, view.column]
    numbers = {"by_hand": exact(case.value), "captured": exact(captured), "shown": rounded(captured)}
    said = say("pooling_slide.proof", **numbers, difference=apart(difference))
    Proof(said, holds=agree(difference, float(np.abs(computed).max()))).put()


def channels(view: PoolingView, about: stage.Given) -> None:
    """Red, green and blue, each pooled by itself, on one scale."""
    st.header(say("pooling_slide.channels"), anchor=False)
    planes = {colour: stage.image_of(replace(view, colour=colour), about) for colour in COLOURS[1:]}
    maps = {colour: stage.pooled(view, plane) for colour, plane in planes.items()}
    stops = tuple(
        row.Stop(
            say(f"sliding.stage.colour_{colour}"),
            say("pooling_slide.channel_note", rows=values.shape[0], columns=values.shape[1]),
            values.astype(np.float32),
        )
        for colour, values in maps.items()
    )
    data = row.payload(stops, (view.row, view.column), language.group("feature_maps.row"))
    mount("frame/map_row", data, key="pooled channels")


def snippet(chosen: Choice, case: Case) -> str:
    """Lines of PyTorch that print the numbers on stage."""
    view = case.view
    settings = stage.pooling_settings(view)
    more = "" if view.pool == "max" else f", count_include_pad={view.include}"
    numbers = {name: settings[name] for name in ("kernel", "stride", "padding", "ceil_mode")}
    function = {"max": "max_pool2d", "average": "avg_pool2d"}[view.pool]
    image = slide.image_code(chosen, view, case.image)
    place = {"row": view.row, "column": view.column}
    return export.code("pooling_slide", function=function, more=more, **numbers, **place, **image)
