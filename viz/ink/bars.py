"""Where something is spent, part by part: a Plotly figure for st.plotly_chart. Labels and numbers in, a figure out."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from viz.ink.curves import COLOURS, SIZE

MOST_NAMED = 12  # bars that are named on the axis; of more the names are read where the mouse points


def bars(labels: Sequence[str], values: Sequence[int], titles: tuple[str, str], told: Sequence[str]) -> go.Figure:
    """One bar a part, in order; `titles` of the two axes, `told`: what is read of each bar beside its label."""
    figure = go.Figure()
    figure.add_bar(
        x=list(range(len(labels))),
        y=list(values),
        customdata=list(zip(labels, told, strict=True)),
        marker={"color": COLOURS[1], "line": {"width": 0}},
        hovertemplate="%{customdata[0]}<br>%{customdata[1]}<extra></extra>",
    )
    font = {"size": SIZE}
    few = len(labels) <= MOST_NAMED
    figure.update_layout(font=font, margin={"l": 10, "r": 10, "t": 10, "b": 10}, height=330, bargap=0.25 if few else 0)
    named = {"tickvals": list(range(len(labels))), "ticktext": list(labels)} if few else {"showticklabels": False}
    figure.update_xaxes(title={"text": titles[0], "font": font}, tickfont=font, fixedrange=True, **named)
    figure.update_yaxes(title={"text": titles[1], "font": font}, tickfont=font, fixedrange=True, rangemode="tozero")
    return figure
