"""What is said about a layer's field: what its unit sees, the proof, the curve of all layers, the recurrence."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

import streamlit as st

from pages.receptive_field import cached
from pages.receptive_field.growth.rungs import rungs
from pages.shell import charts
from pages.shell.cached import networks
from pages.shell.language import say
from pages.shell.proof import Proof
from pages.shell.records import Choice
from viz.ink.curves import depth_curves
from viz.stages.receptive_field.growth.stage import GrowthView, Rung, Window

AXES = ("rows", "columns")


def times(size: tuple[int, int]) -> str:
    """Two sizes as "10 × 10"."""
    return f"{size[0]} × {size[1]}"


def reading(chosen: Choice, rung: Rung, view: GrowthView) -> str:
    """What the rung's unit for the pixel sees."""
    picture = networks.network(chosen.network).input_size
    box = rung.box(view.row, view.column, picture)
    if rung.through is not None:
        key, size = "receptive_field_growth.reading_whole_through", times(rung.through)
        return say(key, layer=rung.name, reason=rung.reason, size=size)
    if rung.scope != "exact" or box is None:
        key = "whole" if rung.scope == "whole image" else "unknown"
        return say(f"receptive_field_growth.reading_{key}", layer=rung.name, reason=rung.reason)
    (row, column), (top, left, bottom, right) = rung.unit(view.row, view.column), box
    seen = (bottom - top, right - left)
    place = {"pixel_row": view.row, "pixel_column": view.column, "row": row, "column": column}
    sizes = {"size": times(rung.size), "seen": times(seen), "picture": times(picture)}
    ends = {"first_row": top, "last_row": bottom - 1, "first_column": left, "last_column": right - 1}
    key = f"receptive_field_growth.{_kind(rung, seen, picture)}"
    return say(key, layer=rung.name, **place, **sizes, **ends)


def _kind(rung: Rung, seen: tuple[int, int], picture: tuple[int, int]) -> str:
    if 0 in seen:
        return "reading_nothing"
    if seen == picture:
        return "reading_all" if rung.size == picture else "reading_more"
    return "reading" if seen == rung.size else "reading_cut"


def proof(chosen: Choice, rung: Rung, view: GrowthView) -> Proof:
    """The box by the recurrence beside that of PyTorch's gradient."""
    box = rung.box(view.row, view.column, networks.network(chosen.network).input_size)
    measured = cached.measured_box(chosen.network, rung.name, *rung.unit(view.row, view.column))
    if box is None or measured is None:
        return Proof(say("receptive_field_growth.proof_not"))
    top, left, bottom, right = box
    found = (measured.top, measured.left, measured.bottom, measured.right)
    if top == bottom and found == (0, 0, 0, 0):
        return Proof(say("receptive_field_growth.proof_nothing"))
    return Proof(
        say(
            "receptive_field_growth.proof",
            rows=f"{top}–{bottom - 1}",
            columns=f"{left}–{right - 1}",
            measured_rows=f"{found[0]}–{found[2] - 1}",
            measured_columns=f"{found[1]}–{found[3] - 1}",
            difference=max(abs(one - other) for one, other in zip(box, found, strict=True)),
        ),
        holds=box == found,
    )


def chart(chosen: Choice, rung: Rung) -> None:
    """Size and stride of every layer's field over its depth."""
    st.header(say("receptive_field_growth.chart"), anchor=False)
    found = rungs(chosen.network)
    names = [one.name for one in found]
    rows, columns = networks.network(chosen.network).input_size
    level = (
        say("receptive_field_growth.line_picture", size=rows if rows == columns else times((rows, columns))),
        float(rows),
    )
    titles = (say("receptive_field_growth.axis_layer"), say("receptive_field_growth.axis_pixels"))
    marked = names.index(rung.name)
    charts.draw(partial(depth_curves, names, lines(found), level, titles, marked=marked), "growth curve")
    sizes = [one.size for one in found if one.scope == "exact"]
    if any(later < before for before, later in pairwise(sizes)):
        st.caption(say("receptive_field_growth.chart_branches"))


def lines(found: tuple[Rung, ...]) -> dict[str, list[float | None]]:
    """The curves: the size, once if both axes are alike, and the stride; gaps where they have no answer."""
    known = [one if one.scope == "exact" else None for one in found]
    sizes = {
        axis: [None if one is None else float(one.size[index]) for one in known] for index, axis in enumerate(AXES)
    }
    if sizes["rows"] == sizes["columns"]:
        drawn = {say("receptive_field_growth.line_size"): sizes["rows"]}
    else:
        drawn = {say(f"receptive_field_growth.line_size_{axis}"): values for axis, values in sizes.items()}
    strides = [one and one.axes[0].stride for one in known]
    drawn[say("receptive_field_growth.line_stride")] = [float(stride) if stride else None for stride in strides]
    through = [float(one.through[0]) if one.through is not None else None for one in found]
    if any(through):
        drawn[say("receptive_field_growth.line_through")] = through
    return drawn


def depth(rung: Rung) -> None:
    """The recurrence with this layer's numbers, and the traps, folded."""
    with st.expander(say("page.depth")):
        st.markdown(say("receptive_field_growth.depth.recurrence"))
        for sentence in recurrence(rung):
            st.markdown(sentence)
        st.markdown(say("receptive_field_growth.depth.nearest"))
        st.markdown(say("receptive_field_growth.depth.traps"))


def recurrence(rung: Rung) -> list[str]:
    """The recurrence with the rung's numbers, once if both axes are alike; nothing where it isn't one."""
    how = rung.how
    if not isinstance(how, Window) or rung.scope != "exact":
        return []
    written = [_formula(how, rung, axis) for axis in (0, 1)]
    named = {"both": written[0]} if written[0] == written[1] else dict(zip(AXES, written, strict=True))
    return [
        say(
            "receptive_field_growth.depth.numbers",
            layer=rung.name,
            axis=say(f"receptive_field_growth.depth.axis_{axis}"),
            line=line,
        )
        for axis, line in named.items()
    ]


def _formula(how: Window, rung: Rung, axis: int) -> str:
    before, after = how.before[axis], rung.axes[axis]
    stride, kernel, dilation = before.stride, how.kernel[axis], how.dilation[axis]
    size = f"r = {before.size} + {dilation}\\cdot({kernel} - 1)\\cdot {stride} = {after.size}"
    padding = f"P = {before.padding} + {how.padding[axis]}\\cdot {stride} = {after.padding}"
    return f"${size}$, $S = {stride}\\cdot {how.stride[axis]} = {after.stride}$, ${padding}$"
