"""What is drawn of training and inference: the four maps, the line in the cloud, and pictures drawn pixel by pixel."""

from __future__ import annotations

from functools import partial

import numpy as np
import streamlit as st
from jaxtyping import Float, UInt8

from models.ops.batch_norm import normalize, statistics
from models.ops.pixel_normal import draw
from pages.batch_norm import batch, cached
from pages.batch_norm.inference import words
from pages.batch_norm.inference.case import Case
from pages.batch_norm.one_map import put
from pages.shell import address, charts, language
from pages.shell.language import say
from pages.shell.records import Now
from viz.ink.scatter import scatter_with_line, thinned
from viz.stages.batch_norm.result import stage
from viz.stages.kernel.cell import CellView

DRAWN = 3
SEEDS = 1000


def modes(now: Now, case: Case, channel: int) -> None:
    """Mounts the map before batch norm, in training, at inference, and the difference."""
    before, training, inference = (each[case.at, 0] for each in (case.values, case.training, case.inference))
    planes = {"before": before, "training": training, "inference": inference, "difference": training - inference}
    panels = [stage.Panel(name, say(f"batch_norm_inference.{name}"), name) for name in planes]
    about = {"picture": now.members[case.at].label, "tensor": batch.named(now.tensor), "channel": channel}
    captions = stage.Captions(
        say("batch_norm_inference.alt", **about),
        say("batch_norm_inference.title", **about),
        f"batch-norm-modes-{now.tensor}-{channel}".replace(":", "-"),
        channel,
    )
    members = tuple((member.key, member.digest) for member in now.members)
    subject = (members, now.network, now.tensor, channel, case.at, language.current())
    rows = (stage.Row(say("batch_norm_inference.row"), panels),)
    put("modes", planes, rows, captions, stage.start_cell(before), "batch_norm_inference.stage", subject)


def line_chart(case: Case) -> None:
    """The channel's values before and after: at inference on a line, per location a cloud."""
    kept = case.kept
    by_location = normalize(case.values, statistics(case.values, "location"), kept.gamma, kept.beta, kept.eps)
    clouds = {
        say("batch_norm_inference.cloud_location"): thinned(case.values, by_location),
        say("batch_norm_inference.cloud_inference"): thinned(case.values, case.inference),
    }
    titles = (say("batch_norm_inference.axis_in"), say("batch_norm_inference.axis_out"))
    line = (say("batch_norm_inference.line_label"), *case.line)
    charts.draw(partial(scatter_with_line, clouds, line, titles), "line")


def pixels(now: Now, at: int) -> None:
    """Mounts the mean picture, the spread picture, and pictures drawn from both."""
    st.header(say("batch_norm_inference.pixels_title"), anchor=False)
    st.markdown(say("batch_norm_inference.pixels_told"))
    seed = _seed()
    normal, correlation = cached.pixel_statistics(now.members, now.network)
    drawn = draw(normal, DRAWN, seed)
    real = cached.member_pixels(now.members[at], now.network)
    batch_ = {"real": real, "mean_picture": _bytes(normal.mean), "spread_picture": _bytes(normal.deviation)}
    made = {f"drawn {index}": _bytes(drawn[index]) for index in range(DRAWN)}
    label = now.members[at].label
    rows = (
        stage.Row(say("batch_norm_inference.row_pixels"), [_panel(name, label) for name in batch_]),
        stage.Row(say("batch_norm_inference.row_drawn"), [_drawn(index) for index in range(DRAWN)]),
    )
    title, alt = say("batch_norm_inference.pixels_title_kept"), say("batch_norm_inference.pixels_alt", picture=label)
    captions = stage.Captions(alt, title, "batch-norm-pixels")
    members = tuple((member.key, member.digest) for member in now.members)
    subject = (members, now.network, at, seed, language.current())
    start = CellView(real.shape[0] // 2, real.shape[1] // 2)
    st.markdown(words.pixels(now, drawn, normal, correlation))
    st.button(say("batch_norm_inference.draw"), key="draw others", on_click=_next_seed, icon=":material/casino:")
    put("pixels", batch_ | made, rows, captions, start, "batch_norm_inference.pixels", subject)


def _panel(name: str, label: str) -> stage.Panel:
    return stage.Panel(name, label if name == "real" else say(f"batch_norm_inference.{name}"), name)


def _drawn(index: int) -> stage.Panel:
    return stage.Panel(f"drawn {index}", say("batch_norm_inference.drawn", index=index + 1), f"drawn {index}")


def _bytes(picture: Float[np.ndarray, "rows columns 3"]) -> UInt8[np.ndarray, "rows columns 3"]:
    return np.clip(np.rint(picture), 0, 255).astype(np.uint8)


def _seed() -> int:
    text = address.here().get("seed", "")
    return int(text) % SEEDS if text.isascii() and text.isdecimal() and len(text) <= 3 else 0  # noqa: PLR2004, digits


def _next_seed() -> None:
    address.write("seed", (_seed() + 1) % SEEDS)
