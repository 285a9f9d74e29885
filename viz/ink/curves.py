"""Numbers over a few steps as curves: Plotly figures for st.plotly_chart. Arrays and labels in, a figure out."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

# Blue and orange of the diverging palette: far apart for every eye, and readable on white and on black.
COLOURS = ("#d9772f", "#4a86c5", "#8a8f98")
SYMBOLS = ("circle", "square", "diamond")
DASHES = ("solid", "dash", "dot")
SIZE = 15


def curves(
    x: Sequence[int],
    lines: Mapping[str, Sequence[float | None]],
    titles: tuple[str, str],
    *,
    marked: int | None = None,
    unit: str = "",
    ticks: Sequence[int] | None = None,
    heights: tuple[int, int] | None = None,
) -> go.Figure:
    """One curve a line, by its label, over whole steps `x`; `titles` of the two axes.

    `marked`: the step that is on stage. `unit` follows every value that is read. A value that is not known is a gap.
    `ticks`: the steps that are named, all if not given; `heights`: where the upright axis begins and ends.
    """
    figure = go.Figure()
    for index, (label, values) in enumerate(lines.items()):
        colour = COLOURS[index % len(COLOURS)]
        figure.add_scatter(
            x=list(x),
            y=list(values),
            name=label,
            mode="lines+markers",
            line={"color": colour, "width": 3, "dash": DASHES[index % len(DASHES)]},
            marker={"symbol": SYMBOLS[index % len(SYMBOLS)], "size": 10},
            hovertemplate=f"%{{y:.4g}}{unit}",
        )
    if marked is not None:
        figure.add_vline(x=marked, line={"color": COLOURS[2], "width": 2, "dash": "dot"})
    _dress(figure, x if ticks is None else ticks, titles)
    if heights is not None:
        figure.update_yaxes(range=list(heights))
    return figure


def _dress(figure: go.Figure, x: Sequence[int], titles: tuple[str, str]) -> None:
    """Large type, steps where there are values, and zero as the ground."""
    font = {"size": SIZE}
    figure.update_layout(
        font=font,
        hovermode="x unified",
        legend={"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "font": font},
        margin={"l": 10, "r": 10, "t": 10, "b": 10},
        height=340,
    )
    axis = {"title": {"text": titles[0], "font": font}, "tickfont": font}
    figure.update_xaxes(**axis, tickvals=list(x), fixedrange=True)
    axis = {"title": {"text": titles[1], "font": font}, "tickfont": font}
    figure.update_yaxes(**axis, rangemode="tozero", fixedrange=True)


def depth_curves(
    layers: Sequence[str],
    lines: Mapping[str, Sequence[float | None]],
    level: tuple[str, float],
    titles: tuple[str, str],
    *,
    marked: int | None = None,
) -> go.Figure:
    """One curve a line, by its label, over the layers of a network, on a logarithmic axis of powers of two.

    `level`: a line across at some height, with its label. `marked`: the layer on stage, counted from 0. A value that is
    not known is a gap.
    """
    figure = go.Figure()
    for index, (label, values) in enumerate(lines.items()):
        colour, dash = COLOURS[index % len(COLOURS)], DASHES[index % len(DASHES)]
        figure.add_scatter(
            x=list(range(1, len(layers) + 1)),
            y=list(values),
            name=label,
            customdata=list(layers),
            mode="lines+markers",
            line={"color": colour, "width": 3, "dash": dash, "shape": "hv"},
            marker={"symbol": SYMBOLS[index % len(SYMBOLS)], "size": 5},
            hovertemplate="%{customdata}: %{y}<extra>%{fullData.name}</extra>",
        )
    text, height = level
    figure.add_hline(y=height, line={"color": COLOURS[2], "width": 2})
    # Where a text stands on a logarithmic axis is told by the logarithm; lines and values are told as they are.
    place = {"xref": "paper", "x": 0, "xanchor": "left", "yanchor": "bottom", "y": math.log10(height)}
    figure.add_annotation(text=text, font={"size": SIZE}, showarrow=False, **place)
    if marked is not None:
        figure.add_vline(x=marked + 1, line={"color": COLOURS[2], "width": 2, "dash": "dot"})
    _dress(figure, [1], titles)
    tops = [value for values in lines.values() for value in values if value is not None]
    powers = [2**power for power in range(int(max([height, *tops])).bit_length() + 1)]
    figure.update_layout(hovermode="closest")
    figure.update_xaxes(tickvals=None)
    figure.update_yaxes(type="log", tickvals=powers, rangemode="normal")
    return figure


def bands(
    x: Sequence[int],
    ranges: Mapping[str, tuple[Sequence[float], Sequence[float]]],
    titles: tuple[str, str],
    *,
    marked: int | None = None,
) -> go.Figure:
    """Bands around zero, each from its lower to its upper values, by its label, over `x` on an axis of powers of two.

    The widest should come first: those that follow are drawn over it. `marked`: the step that is on stage.
    """
    figure = go.Figure()
    for index, (label, ends) in enumerate(ranges.items()):
        colour = COLOURS[index % len(COLOURS)]
        for upper, values in enumerate(ends):
            figure.add_scatter(
                x=list(x),
                y=list(values),
                name=label,
                legendgroup=label,
                showlegend=bool(upper),
                mode="lines",
                line={"color": colour, "width": 3, "dash": DASHES[index % len(DASHES)]},
                fill="tonexty" if upper else None,
                hovertemplate="%{y:.4g}",
            )
    if marked is not None:
        # On a logarithmic axis a line is told its place as it is.
        figure.add_vline(x=marked, line={"color": COLOURS[2], "width": 2, "dash": "dot"})
    _dress(figure, [size for size in x if size & (size - 1) == 0], titles)
    figure.update_xaxes(type="log")
    figure.update_yaxes(rangemode="normal")
    return figure
