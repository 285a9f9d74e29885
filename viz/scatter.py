"""Values before and after as points, and the line they lie on: a Plotly figure. Arrays and labels in, a figure out."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import plotly.graph_objects as go
from jaxtyping import Float

from viz.curves import COLOURS, SIZE, SYMBOLS

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
