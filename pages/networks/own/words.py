"""The second step: what is in the file, which architecture it fits, and where it doesn't, in words."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
import streamlit as st

from models.records.matches import Match
from pages.networks.own import cached as own_weights
from pages.networks.own.cached import ARCHITECTURES, UnreadableWeights, plain
from pages.shell import address
from pages.shell.language import counted, listed, say, whole
from pages.text import catalogue

if TYPE_CHECKING:
    from pages.networks.own.cached import Weights
    from pages.networks.own.opened import Opened

MOST_NAMED = 12
MOST_LEFT = 4  # keys of a head, in a sentence
RUNNING = ("running_mean", "running_var")
COLUMNS = ("key", "shape", "count", "mean", "deviation", "least", "most")
PRECISIONS = {"F16": "float16", "BF16": "bfloat16", "F32": "float32", "F64": "float64"}


def put(opened: Opened | None) -> Match | None:
    """The architecture and how well it fits; None as long as there is no file."""
    if opened is None:
        st.markdown(say("networks_own.nothing_what"))
        return None
    match = _chosen(opened)
    if opened.best.confidence == "none":
        st.warning(say("networks_own.unknown", count=len(ARCHITECTURES)))
    everything = match.fitting + len(match.missing) + len(match.unexpected) + len(match.other)
    told = {"name": match.name, "fitting": match.fitting, "all": everything, "outputs": _outputs(match)}
    wanted = match.fitting + len(match.missing) + len(match.other)
    st.markdown(say(f"networks_own.confidence_{match.confidence}", wanted=wanted, channels=match.channels, **told))
    if notes := list(_notes(match)):
        st.markdown(" ".join(notes))
    for heading, lines in _differences(match):
        with st.expander(heading, expanded=match.confidence not in ("none", "fitting")):
            st.text("\n".join(lines))
    if (unsound := own_weights.fault(opened.weights, match)) is not None:
        st.error(refusal(unsound))
        return None
    if match.confidence in ("close", "distant"):
        st.markdown(say("networks_own.misfit", name=match.name))
    return match


def _notes(match: Match) -> Iterator[str]:
    """How the file differs from the architecture's own, where a network is shown all the same; sentence by sentence."""
    if match.prefix and match.fitting:
        yield say("networks_own.prefix", prefix=plain(match.prefix))
    if match.place.spelling != "own" and match.fitting:
        yield say(f"networks_own.spelling_{match.place.spelling}")
    ending = match.ending
    if ending is None:
        return
    if match.channels == 1:
        yield say("networks_own.grey")
    if ending.head is not None:
        yield say("networks_own.head_other", head=plain(ending.head), outputs=_outputs(match), inputs=ending.inputs)
    elif ending.before is not None:
        kind = "form" if ending.left else "none"
        left = listed(f"`{plain(key)}`" for key in ending.left[:MOST_LEFT])
        left += (
            say("networks_own.head_more", count=len(ending.left) - MOST_LEFT) if len(ending.left) > MOST_LEFT else ""
        )
        yield say(f"networks_own.head_{kind}", before=ending.before.rpartition(".")[0], left=left)
    if match.unexpected:
        yield say("networks_own.unused", count=len(match.unexpected))


def _outputs(match: Match) -> str:
    """How many outputs the last layer has."""
    return counted("networks_own.outputs", match.classes or 0)


def _chosen(opened: Opened) -> Match:
    best, guessed = opened.best.name, opened.best.confidence != "none"
    name = address.pick(
        st.selectbox,
        "architecture",
        say("networks_own.architecture"),
        ARCHITECTURES,
        start=best,
        format_func=lambda name: say("networks_own.suggested", name=name) if guessed and name == best else name,
    )
    return opened.best if name == best else own_weights.matched(opened.weights, str(name))


def _differences(match: Match) -> Iterator[tuple[str, list[str]]]:
    """A heading and lines for each kind of difference there is; at most `MOST_NAMED`, and how many more."""
    kinds: tuple[tuple[str, Sequence[tuple[object, ...]]], ...] = (
        ("missing", match.missing),
        ("unexpected", match.unexpected),
        ("other", match.other),
    )
    for kind, found in kinds:
        if found:
            lines = [_line(kind, entry) for entry in found[:MOST_NAMED]]
            if len(found) > MOST_NAMED:
                lines.append(say("networks_own.more", count=len(found) - MOST_NAMED))
            yield say(f"networks_own.{kind}", count=len(found)), lines


def _line(kind: str, entry: Sequence[object]) -> str:
    key, shape, *wanted = entry
    values = {"wanted": _shape(wanted[0])} if wanted else {}
    return say(f"networks_own.key_{kind}", name=plain(str(key)), shape=_shape(shape), **values)


def _shape(shape: object) -> str:
    sides = tuple(shape) if isinstance(shape, Sequence) else ()
    return " × ".join(str(side) for side in sides) or say("networks_own.single")


def contents(weights: Weights) -> None:
    """What the file says of itself."""
    st.text(weights.title)
    said = [
        say(
            "networks_own.contents",
            tensors=len(weights.tensors),
            numbers=whole(weights.numbers),
            types=listed(PRECISIONS.get(each, each) for each in weights.types),
        )
    ]
    running = sum(values.size for name, values in weights.tensors.items() if name.endswith(RUNNING))
    if running:
        said.append(say("networks_own.running", count=whole(running), rest=whole(weights.numbers - running)))
    if weights.aside:
        said.append(say("networks_own.aside", count=len(weights.aside)))
    if weights.integers:
        said.append(say("networks_own.integers", count=weights.integers))
    st.markdown(" ".join(said))


def table(weights: Weights) -> None:
    """Each tensor of the file, folded."""
    shown = st.expander(say("networks_own.table"), key="own table", on_change="rerun")
    if shown.open:
        named = {column: say(f"networks_own.column_{column}") for column in COLUMNS}
        columns = zip(*rows(weights), strict=True)
        shown.dataframe({named[name]: list(values) for name, values in zip(COLUMNS, columns, strict=True)})


def rows(weights: Weights) -> list[tuple[str, str, int, float, float, float, float]]:
    """Each tensor of the file in numbers, in the order of `COLUMNS`."""
    found = []
    for name, values in weights.tensors.items():
        with np.errstate(invalid="ignore"):  # a tensor that no network uses may hold infinity
            mean, deviation = float(values.mean(dtype=np.float64)), float(values.std(dtype=np.float64))
        ends = float(values.min()), float(values.max())
        found.append((name, _shape(values.shape), int(values.size), mean, deviation, *ends))
    return found


def table_csv(weights: Weights) -> str:
    """The table as CSV; a key that a spreadsheet would take for a formula is quoted."""
    file = io.StringIO()
    lines = csv.writer(file)
    lines.writerow([say(f"networks_own.column_{column}") for column in COLUMNS])
    for name, *numbers in rows(weights):
        lines.writerow([f"'{name}" if name[:1] in "=+-@" else name, *numbers])
    return file.getvalue()


def refusal(refused: UnreadableWeights) -> str:
    """Why a file was refused, in the visitor's language if there are words for it, else in the error's own."""
    key = f"networks_own.refused.{refused.code}"
    return say(key, **refused.details) if catalogue.has(key) else str(refused)
