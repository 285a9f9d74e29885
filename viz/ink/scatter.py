"""Values before and after as points, and the line they lie on: a Plotly figure. Arrays and labels in, a figure out."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
import plotly.graph_objects as go
from jaxtyping import Float

from viz.ink.curves import COLOURS, SIZE, SYMBOLS

MOST_POINTS = 600  # of a cloud: more only hide each other
Cloud = tuple[Float[np.ndarray, " points"], Float[np.ndarray, " points"]]


def thinned(x: Float[np.ndarray, "*shape"], y: Float[np.ndarray, "*shape"], most: int = MOST_POINTS) -> Cloud:
    """At most `most` points of two equally large arrays, evenly picked, the lowest and the highest x among them."""
    flat_x, flat_y = np.asarray(x, dtype=np.float64).ravel(), np.asarray(y, dtype=np.float64).ravel()
    picked = np.unique(np.linspace(0, flat_x.size - 1, min(most - 2, flat_x.size)).astype(int))
    picked = np.union1d(picked, [flat_x.argmin(), flat_x.argmax()])
    return flat_x[picked], flat_y[picked]


def scatter_with_line(
    clouds: Mapping[str, Cloud], line: tuple[str, float, float], titles: tuple[str, str]
) -> go.Figure:
    """A cloud of points each, by its label, and the line (label, slope, intercept) over them; `titles` of the axes."""
    figure = go.Figure()
    for index, (label, (x, y)) in enumerate(clouds.items()):
        marker = {"symbol": SYMBOLS[index % 3], "size": 7, "opacity": 0.55, "color": COLOURS[(1, 2, 0)[index % 3]]}
        hover = f"{titles[0]} %{{x:.4g}}<br>{titles[1]} %{{y:.4g}}"
        figure.add_scatter(x=x, y=y, name=label, mode="markers", marker=marker, hovertemplate=hover)
    label, slope, intercept = line
    every = np.concatenate([x for x, _ in clouds.values()])
    ends = np.array([every.min(), every.max()])
    look = {"color": COLOURS[0], "width": 3}
    figure.add_scatter(x=ends, y=slope * ends + intercept, name=label, mode="lines", line=look, hoverinfo="skip")
    font = {"size": SIZE}
    figure.update_layout(
        font=font,
        legend={"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "font": font},
        margin={"l": 10, "r": 10, "t": 10, "b": 10},
        height=380,
    )
    figure.update_xaxes(title={"text": titles[0], "font": font}, tickfont=font, fixedrange=True)
    figure.update_yaxes(title={"text": titles[1], "font": font}, tickfont=font, fixedrange=True)
    return figure


def chosen_among(
    points: Mapping[str, tuple[float, float]], chosen: str, ticks: Sequence[float], titles: tuple[str, str], hover: str
) -> go.Figure:
    """Named points on a logarithmic and an even axis, the chosen one large and with its name; `titles` of the axes.

    `ticks`: values on the logarithmic axis. `hover`: what is read at a point, with {name}, {x} and {y}.
    """
    names = list(points)
    x, y = ([points[name][axis] for name in names] for axis in (0, 1))
    marker = {
        "size": [18 if name == chosen else 10 for name in names],
        "color": [COLOURS[0] if name == chosen else COLOURS[1] for name in names],
        "opacity": 0.85,
        "line": {"width": 1, "color": "white"},
    }
    read = hover.format(name="%{customdata}", x="%{x:.3s}", y="%{y:.1f}") + "<extra></extra>"
    figure = go.Figure()
    figure.add_scatter(x=x, y=y, customdata=names, mode="markers", marker=marker, hovertemplate=read)
    font = {"size": SIZE}
    if chosen in points:
        # Where a text stands on a logarithmic axis is told by the logarithm.
        place = {"x": math.log10(points[chosen][0]), "y": points[chosen][1], "yshift": 20}
        figure.add_annotation(text=f"<b>{chosen}</b>", font={"size": SIZE + 2}, showarrow=False, **place)
    figure.update_layout(font=font, margin={"l": 10, "r": 10, "t": 10, "b": 10}, height=360, showlegend=False)
    axis = {"title": {"text": titles[0], "font": font}, "tickfont": font, "fixedrange": True}
    figure.update_xaxes(**axis, type="log", tickvals=list(ticks), tickformat="~s")
    axis = {"title": {"text": titles[1], "font": font}, "tickfont": font, "fixedrange": True}
    figure.update_yaxes(**axis)
    return figure
