"""Where an answer comes from, in words: what cells are, the reading, the proof, and why some networks have no sum."""

from __future__ import annotations

from typing import Any

import numpy as np

from models.ops.class_activation import half_of
from models.ops.prediction import Head
from models.ops.written import write_summands
from pages.prediction.heads import differing, named
from pages.prediction.where.case import Case
from pages.shell.cached import networks
from pages.shell.language import counted, decimal, exact, number, say, written
from pages.shell.proof import Proof, agree, apart
from pages.shell.records import Choice, NetworkName
from pages.shell.rounded import rounded


def no_sum(chosen: Choice, head: Any) -> str:
    """Why the answer of this network isn't a sum over places, and which networks have one."""
    if isinstance(head, Head):
        why = say("prediction_where.why_features", chain=named(differing(head)))
    else:
        why = say(f"prediction_where.why_{head.reason}", chain=named(head.steps[1:]))
    return say("prediction_where.no_sum", network=chosen.network, why=why)


def cells(chosen: Choice, case: Case) -> str:
    """What a cell is on the picture, and how much more it sees."""
    field = networks.fields_of(chosen.picture, chosen.network).get(case.layer)
    rows, columns = case.head.maps.shape[1:]
    about = {"layer": f"`{case.layer}`", "rows": rows, "columns": columns}
    if field is None or field.scope == "unknown":
        return say("prediction_where.cells_unknown", **about, reason="" if field is None else field.reason)
    if field.scope == "whole image":
        return say("prediction_where.cells_all", **about, reason=field.reason)
    size = {"size_rows": field.size[0], "size_columns": field.size[1]}
    stride = {"stride_rows": field.stride[0], "stride_columns": field.stride[1]}
    if not all(field.evenly):
        return say("prediction_where.cells_uneven", **about, **size)
    return say("prediction_where.cells_exact", **about, **size, **stride)


def seen(network: NetworkName, layer: str) -> dict[str, int | str]:
    """How many cells a layer's maps have, how large their field is, and what share of the picture a corner one sees."""
    field, size = networks.fields(network)[layer], networks.network(network).input_size
    box = field.box(0, 0)
    share = (box.bottom - box.top) * (box.right - box.left) / (size[0] * size[1])
    cells = len(field.rows.starts) * len(field.columns.starts)
    return {"cells": cells, "field": field.size[0], "side": size[0], "percent": decimal(100 * share, 0)}


def reading(case: Case) -> str:
    """What speaks for the class and what against it, and where it is ahead of the other."""
    parts, head = case.one.parts, case.head
    ahead = parts.map - case.other.parts.map
    row, column = _place_of_largest(parts.map)
    ahead_row, ahead_column = _place_of_largest(ahead)
    logit = float(head.logits[case.one.label])
    summands = write_summands((parts.positive, parts.negative, parts.bias), logit)
    positive, negative, written_bias = map(written, summands)
    bias = say("prediction_where.reading_bias", bias=written_bias) if parts.bias else ""
    return say(
        "prediction_where.reading",
        **{"for": positive},
        one=case.one.name,
        other=case.other.name,
        logit=number(logit),
        above=int((parts.map > 0).sum()),
        below=int((parts.map < 0).sum()),
        against=negative,
        cells=parts.map.size,
        bias=bias,
        half=counted("prediction_where.half", half_of(parts.map)),
        part=number(parts.map[row, column]),
        row=row,
        column=column,
        ahead=number(head.logits[case.one.label] - head.logits[case.other.label]),
        most=number(ahead[ahead_row, ahead_column]),
        ahead_row=ahead_row,
        ahead_column=ahead_column,
    )


def _place_of_largest(values: np.ndarray) -> tuple[int, int]:
    row, column = np.unravel_index(int(values.argmax()), values.shape)
    return int(row), int(column)


def proof(case: Case) -> Proof:
    """The sums by hand beside the network's logits."""
    logits = case.head.logits
    answers = (case.one, case.other)
    found = [(answer.parts.total, float(logits[answer.label])) for answer in answers]
    return Proof(
        say(
            "prediction_where.proof",
            cells=case.one.parts.map.size,
            bias="" if case.head.form == "classes" else say("prediction_where.proof_bias"),
            one=case.one.name,
            other=case.other.name,
            by_hand=exact(found[0][0]),
            by_torch=exact(found[0][1]),
            shown=rounded(found[0][1]),
            other_by_hand=exact(found[1][0]),
            other_by_torch=exact(found[1][1]),
            difference=apart(max(abs(one - other) for one, other in found)),
        ),
        holds=agree(max(abs(one - other) for one, other in found), float(np.abs(logits).max())),
    )
