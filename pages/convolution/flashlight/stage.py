"""The stage of the flashlight: the parts of one kernel's map, and below it all maps of the layer side by side."""

from __future__ import annotations

import numpy as np
import streamlit as st

from models.ops.activation import relu
from models.ops.flashlight import KERNELS, LAYERS
from pages.convolution.flashlight import words
from pages.convolution.flashlight.case import Case
from pages.shell import choice, language
from pages.shell.language import say
from pages.shell.staged import Staged
from viz.hosts.streamlit.mount import mount
from viz.stages.convolution.inside import stage
from viz.stages.convolution.inside.stage import InsideView
from viz.stages.frame.map_row import row

STAGE = "flashlight"


def start(case: Case) -> InsideView:
    """Where the view begins: at the strongest response."""
    return stage.begin(case.parts, 0)


def view_of(case: Case) -> InsideView:
    """The view the address asks for."""
    return _staged(case).view()


def _staged(case: Case) -> Staged[InsideView]:
    return Staged(STAGE, start(case), stage.bounds_of(case.parts, 0))


def put(case: Case) -> None:
    """Mounts the stage."""
    stage_words = language.group("convolution_inside.stage")

    def payload() -> bytes:
        return stage.payload(_scene(case), stage_words)

    subject = (case.picture.key, case.picture.digest, case.layer, case.kernel, language.current())
    _staged(case).mount("convolution/inside", subject, payload, relayed=True)


def hear(case: Case) -> None:
    """Mounts what tells Python of the view on stage."""
    _staged(case).hear(f"echo {STAGE}", layer=case.layer, channel=case.number)


def _scene(case: Case) -> stage.Scene:
    about = {"kernel": words.kernel_name(case.kernel), "picture": choice.label(case.picture.key)}
    made = case.captured[case.number].astype(np.float32)
    return stage.Scene(
        layer=case.layer,
        channel=case.number,
        first=0,
        names=words.input_names(case.layer),
        parts=case.parts,
        chain=(
            stage.Stop(case.layer, "Conv2d", made),
            stage.Stop(case.layer.replace("conv", "relu"), "ReLU", relu(made).astype(np.float32)),
        ),
        alt=say("convolution_flashlight.alt", **about),
        title=say("convolution_flashlight.title", **about),
        file=f"flashlight-{case.layer}-{case.kernel}-{case.picture.key}".replace(" ", "-"),
    )


def put_all(case: Case, view: InsideView) -> None:
    """All maps of the layer: as many channels as it has kernels."""
    maps, rows, columns = case.captured.shape
    key = "first" if case.layer == LAYERS[0] else "second"
    st.header(say(f"convolution_flashlight.all_{key}", maps=maps, rows=rows, columns=columns), anchor=False)
    stops = tuple(
        row.Stop(words.kernel_name(name), say("convolution_flashlight.map", number=number), values.astype(np.float32))
        for number, (name, values) in enumerate(zip(KERNELS[case.layer], case.captured, strict=True))
    )
    mount(
        "frame/map_row",
        row.payload(stops, (view.row, view.column), language.group("feature_maps.row")),
        key="five maps",
    )
