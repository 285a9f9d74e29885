"""One kernel over one picture: the stage, what it gives in words and numbers, and what to try and take."""

from __future__ import annotations

import numpy as np
import streamlit as st

from models.ops.convolution import cross_correlate
from models.ops.examples import MATRICES
from models.ops.geometry import ImpossibleGeometry
from models.ops.kernels import CURVE, CURVES, KERNELS
from pages.convolution import cached
from pages.convolution.slide.case import Case, case_of
from pages.shell import export, presets, slide
from pages.shell.language import compact, exact, number, say
from pages.shell.proof import Proof, agree, apart
from pages.shell.records import Choice
from pages.shell.rounded import rounded
from viz.stages.convolution.slide import stage
from viz.stages.convolution.slide.view import ConvolutionView

TOPIC = "convolution"
EVEN = 1e-9  # a sum of weights this small is 0 but for rounding
TRY = {
    "convolution_slide.try_textbook": {"source": "count_3x3", "kernel": "counting", "row": "0", "column": "0"},
    "convolution_slide.try_left_over": {"source": "count_5x5", "kernel": "box blur", "padding": "1x1", "stride": "3x3"},
    "convolution_slide.try_curve": {"source": "curves_and_patch", "kernel": "curve", "row": "10", "column": "1"},
}
TORCH_MODES = {"zeros": "constant"}


def show(chosen: Choice) -> None:
    """The whole part."""
    st.title(say("convolution_slide.question"), anchor=False)
    st.markdown(say("convolution_slide.answer"))
    about = slide.given(chosen)
    slide.put(ConvolutionView, chosen, about, TOPIC)
    below(chosen, about)


@st.fragment
def below(chosen: Choice, about: stage.Given) -> None:
    """What is said about the view, and what can be taken from it: it follows when somebody rests on the stage."""
    slide.hear(ConvolutionView, about, TOPIC)
    view = slide.current(ConvolutionView, about, TOPIC)
    try:
        case = case_of(view, about)
    except ImpossibleGeometry:
        st.markdown(say("convolution_slide.no_output"))
        put_tries()
        return
    reading(case)
    if view.kernel in CURVES:
        curves(case)
    proof(case)
    put_tries()
    file = export.File(
        say("convolution_slide.save_csv"), f"convolution-{chosen.picture.key}", "csv", lambda: slide.table(case.output)
    )
    export.put(chosen, (file,), snippet(chosen, case))
    with st.expander(say("page.depth")):
        st.markdown(say("convolution_slide.depths.formula"))
        st.markdown(say("convolution_slide.depths.traps"))
    if about.kernels is None:
        st.caption(say("convolution_slide.no_kernels", network=chosen.network))


def reading(case: Case) -> None:
    """What the kernel makes of the plane, in numbers."""
    view, kernel, output = case.view, case.kernel, case.output
    best_row, best_column = np.unravel_index(output.argmax(), output.shape)
    numbers = {"low": output.min(), "high": output.max(), "value": case.value}
    place = {"row": view.row, "column": view.column, "best_row": best_row, "best_column": best_column}
    shape = {"rows": output.shape[0], "columns": output.shape[1], "terms": kernel.size}
    said = {name: number(value) for name, value in numbers.items()}
    total = float(kernel.sum())
    key = "sum_zero" if abs(total) < EVEN else "sum_other"
    even = say(f"convolution_slide.{key}", sum=number(total), bias=number(view.bias))
    st.markdown(f"{say('convolution_slide.reading', **said, **place, **shape)} {even}")


def curves(case: Case) -> None:
    """What the two curve detectors make of this window, of a curve, and of a patch that is bright everywhere."""
    view, bright = case.view, case.image.max()
    numbers = {"bright": bright}
    for name, kernel in zip(("plain", "even"), CURVES, strict=True):
        numbers[f"here_{name}"] = stage.convolved(view, case.image, KERNELS[kernel])[view.row, view.column]
        numbers[f"curve_{name}"] = bright * (KERNELS[kernel] * CURVE).sum()
        numbers[f"patch_{name}"] = bright * KERNELS[kernel].sum()
    said = {name: number(value) for name, value in numbers.items()}
    st.markdown(say("convolution_slide.curves", **said))


def put_tries() -> None:
    """What there is to try, with what the curve detector gives on the curve and on the patch."""
    scene = TRY["convolution_slide.try_curve"]
    output = cross_correlate(MATRICES[scene["source"]], KERNELS[scene["kernel"]])
    patch = output[int(scene["row"]), int(scene["column"])]
    numbers = {"patch": compact(patch), "curve": compact(MATRICES["curves"].max() * CURVE.sum())}
    presets.put(TRY, numbers={"convolution_slide.try_curve": numbers})


def proof(case: Case) -> None:
    """The map by hand beside what PyTorch computes."""
    view = case.view
    computed = cached.convolved(case.image, case.sliding, **stage.convolution_settings(view))
    difference = float(np.abs(case.output - computed).max())
    captured = computed[view.row, view.column]
    numbers = {
        "by_hand": exact(case.value),
        "captured": exact(captured),
        "shown": rounded(captured),
        "difference": apart(difference),
    }
    Proof(say("convolution_slide.proof", **numbers), holds=agree(difference, float(np.abs(computed).max()))).put()


def snippet(chosen: Choice, case: Case) -> str:
    """Lines of PyTorch that print the numbers on stage."""
    view = case.view
    settings = stage.convolution_settings(view)
    (above, beside), mode = settings["padding"], TORCH_MODES.get(view.mode, view.mode)
    numbers = {name: settings[name] for name in ("stride", "dilation", "bias")}
    place = {"row": view.row, "column": view.column, "above": above, "beside": beside}
    kernel = case.kernel.tolist()
    turned = ".flip(0, 1)" if view.convolve else ""
    image = slide.image_code(chosen, view, case.image)
    return export.code("convolution_slide", kernel=kernel, turned=turned, mode=mode, **numbers, **place, **image)
