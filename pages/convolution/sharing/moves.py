"""The visitor's picture moved by some pixels: a convolution's map moves along, a fully connected answer doesn't."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

import numpy as np
import streamlit as st
from jaxtyping import Float

from models.images import square
from models.ops import sharing as ops
from models.ops.kernels import KERNELS
from pages.convolution import cached
from pages.shell import address, export, language
from pages.shell.cached import caching
from pages.shell.language import number, say, whole, written
from pages.shell.proof import Proof, agree
from pages.shell.records import Choice, Picture
from pages.shell.staged import Staged
from viz.stages.convolution.sharing import stage as equivariance
from viz.stages.convolution.sharing.stage import SharingView
from viz.stages.kernel.cell import within

SIDES = (16, 24)
MOST = 5  # movements, by 0 pixels and so on
SLIDING = ("sobel left", "sobel top", "outline", "sharpen", "gaussian blur")
STAGE = "sharing"
Plane = Float[np.ndarray, "rows columns"]


@dataclass(frozen=True, eq=False)
class Stage:
    """What is on stage: the small grey picture, the kernel, and all movements; `view` is what the visitor sees."""

    subject: tuple[object, ...]
    picture: Plane
    kernel: Plane
    movements: tuple[ops.Moved, ...]
    staged: Staged[SharingView]
    view: SharingView

    @property
    def shown(self) -> ops.Moved:
        """The movement on stage."""
        return self.movements[self.view.pixels]


def show(chosen: Choice, stage: Stage) -> tuple[tuple[export.File, ...], str]:
    """Stage, reading and proof; what can be taken away, and lines of PyTorch."""
    mount_stage(stage)
    reading(stage)
    proof(stage)
    file = export.File(say("convolution_sharing.save_csv"), "moved", "csv", lambda: table(stage))
    return (file,), snippet(chosen, stage)


def choose(chosen: Choice) -> Stage:
    """The kernel and the size of the picture, and what comes of them."""
    name = address.pick(
        st.selectbox,
        "slider",
        say("convolution_sharing.kernel"),
        SLIDING,
        format_func=lambda kernel: say(f"convolution_sharing.kernels.{kernel.replace(' ', '_')}"),
    )
    side = address.pick(
        st.segmented_control,
        "side",
        say("convolution_sharing.side"),
        SIDES,
        start=SIDES[-1],
        required=True,
        format_func=lambda size: f"{size} × {size}",
    )
    start = SharingView(1, side // 2, side // 2)
    staged = Staged(STAGE, start, {"movements": MOST, **within((side, side))})
    subject = (chosen.picture.digest, name, side, language.current())
    picture = _grey(chosen.picture, side)
    return Stage(subject, picture, KERNELS[name], _movements(chosen.picture, name, side), staged, staged.view())


def _grey(picture: Picture, side: int) -> Plane:
    return np.asarray(square(picture.image.convert("L"), side), np.float64)


@caching.resource(24, of_network=False)
def _movements(picture: Picture, kernel: str, side: int) -> tuple[ops.Moved, ...]:
    return tuple(ops.move(_grey(picture, side), KERNELS[kernel], pixels) for pixels in range(MOST))


def mount_stage(stage: Stage) -> None:
    """Mounts the stage."""
    words = language.group("convolution_sharing.stage")

    def payload() -> bytes:
        return equivariance.payload(stage.movements, [_numbers(one) for one in stage.movements], words)

    stage.staged.mount("convolution/sharing", stage.subject, payload)


def _numbers(one: ops.Moved) -> dict[str, str]:
    """The numbers of a movement in figures."""
    return {
        "pixels": str(one.pixels),
        "cells": whole(len(one.columns) * len(one.picture)),
        "convolved": number(one.convolved_inside.largest),
        "share": _percent(one.convolved_inside.relative),
        "connected": number(one.connected_inside.largest),
        "connected_share": _percent(one.connected_inside.relative),
        "weights": whole(one.picture.size**2),
    }


def _percent(share: float | None) -> str:
    return say("convolution_sharing.no_share") if share is None else f"{number(100 * share)} %"


def reading(stage: Stage) -> None:
    """How far each answer is from the old one moved along."""
    key = "still" if stage.view.pixels == 0 else "moves"
    st.markdown(say(f"convolution_sharing.{key}", **_numbers(stage.shown)))


def proof(stage: Stage) -> None:
    """Both answers by hand beside PyTorch's."""
    shown, padding = stage.shown, len(stage.kernel) // 2
    by_torch = cached.kind_by_torch(shown.picture[None], stage.kernel[None, None], (padding, padding), "conv2d", ())
    connected = cached.connected_by_torch(shown.picture)
    differences = [
        float(np.abs(by_hand - torch).max())
        for by_hand, torch in ((shown.convolved, by_torch[0]), (shown.connected, connected))
    ]
    convolved, connected_too = (written(f"{difference:.1g}") for difference in differences)
    said = say("convolution_sharing.proof", convolved=convolved, connected=connected_too, cells=shown.picture.size)
    sizes = [float(np.abs(by_hand).max()) for by_hand in (shown.convolved, shown.connected)]
    Proof(said, holds=all(map(agree, differences, sizes))).put()


def table(stage: Stage) -> str:
    """A CSV with one line a cell: both answers before and after, and their differences."""
    file = io.StringIO()
    written = csv.writer(file)
    before, after = stage.movements[0], stage.shown
    planes = {
        "convolved_before": before.convolved,
        "convolved_after": after.convolved,
        "convolved_difference": after.convolved_difference,
        "connected_before": before.connected,
        "connected_after": after.connected,
        "connected_difference": after.connected_difference,
    }
    written.writerow([say(f"convolution_sharing.columns.{name}") for name in ("row", "column", *planes)])
    for cell in np.ndindex(stage.picture.shape):
        written.writerow([*cell, *(f"{plane[cell]:.9g}" for plane in planes.values())])
    return file.getvalue()


def snippet(chosen: Choice, stage: Stage) -> str:
    """Lines of PyTorch that print the differences on screen."""
    return export.code(
        "convolution_sharing_moves",
        **export.picture_code(chosen),
        side=len(stage.picture),
        pixels=stage.view.pixels,
        kernel=stage.kernel.tolist(),
    )
