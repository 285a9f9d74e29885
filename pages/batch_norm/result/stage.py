"""The two stages of the result: one map normalised both ways, and the same of a picture that was moved."""

from __future__ import annotations

from typing import Any

import numpy as np

from models.ops.shifting import shift
from pages.batch_norm import batch
from pages.batch_norm.one_map import put
from pages.batch_norm.result.case import WAYS, Case, Moved
from pages.shell import language
from pages.shell.language import say, whole
from pages.shell.records import Now
from viz.stages.batch_norm.result import stage

RESULT, MOVED = "normalized", "moved"


def result(now: Now, case: Case, channel: int) -> None:
    """Mounts the eight maps."""
    own = None if now.layer is None else (float(now.layer.gamma[channel]), float(now.layer.beta[channel]))
    affine = stage.Affine(case.sigma, case.mean, own)
    shown = case.values[case.at, 0]
    maps = {way: case.shown(way) for way in WAYS}
    planes = {"before": shown, **maps, "difference": maps["channel"] - maps["location"]}
    gamma, beta = own or (1.0, 0.0)
    cell = stage.start_cell(shown)
    start = stage.ResultView(cell.row, cell.column, gamma, beta)
    about = _about(now, case, channel)
    captions = stage.Captions(
        say("batch_norm_result.alt", **about),
        say("batch_norm_result.title", **about, gamma="{gamma}", beta="{beta}"),
        f"batch-norm-{now.tensor}-{channel}".replace(":", "-"),
        channel,
    )
    put(
        RESULT,
        planes,
        _rows(case),
        captions,
        start,
        "batch_norm_result.stage",
        _subject(now, case, channel),
        affine=affine,
    )


def _rows(case: Case) -> tuple[stage.Row, ...]:
    rows = []
    for way, first in (("channel", "before"), ("location", "difference")):
        panels = [
            stage.Panel(f"{way} {first}", say(f"batch_norm_result.{first}"), first),
            stage.Panel(f"{way} normal", say("batch_norm_result.normal"), way),
            stage.Panel(f"{way} scaled", say("batch_norm_result.scaled"), way, "scaled"),
            stage.Panel(f"{way} rectified", say("batch_norm_result.rectified"), way, "rectified"),
        ]
        means, count = whole(case.values[0].size), len(case.values)
        rows.append(stage.Row(say(f"batch_norm_result.row_{way}", means=means, count=count), panels))
    return tuple(rows)


def moved(now: Now, case: Case, found: Moved, channel: int) -> None:
    """Mounts the six maps of the moved picture."""
    planes: dict[str, Any] = {}
    rows = []
    for way in WAYS:
        along = shift(found.old[way], 0, found.cells)
        along[:, : found.cells] = np.nan
        planes |= {f"{way}_old": along, f"{way}_new": found.new[way], f"{way}_difference": found.new[way] - along}
        kinds = ("old", "new", "difference")
        panels = [
            stage.Panel(f"{way} {kind}", say(f"batch_norm_result.moved_{kind}"), f"{way}_{kind}") for kind in kinds
        ]
        rows.append(stage.Row(say(f"batch_norm_result.row_moved_{way}"), panels))
    about = {**_about(now, case, channel), "cells": found.cells}
    file = f"batch-norm-shift-{now.tensor}-{channel}".replace(":", "-")
    title, alt = say("batch_norm_result.moved_title", **about), say("batch_norm_result.moved_alt", **about)
    captions = stage.Captions(alt, title, file, channel)
    cell = stage.start_cell(case.values[case.at, 0])
    subject = (*_subject(now, case, channel), found.cells)
    put(MOVED, planes, rows, captions, cell, "batch_norm_result.moved", subject, uncovered=True)


def _about(now: Now, case: Case, channel: int) -> dict[str, object]:
    return {"picture": now.members[case.at].label, "tensor": batch.named(now.tensor), "channel": channel}


def _subject(now: Now, case: Case, channel: int) -> tuple[object, ...]:
    members = tuple((member.key, member.digest) for member in now.members)
    return (members, now.network, now.tensor, channel, case.at, language.current())
