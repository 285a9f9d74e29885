"""How the means of one map scatter over random batches of 1 to 64 pictures, per channel and per location."""

from __future__ import annotations

from functools import partial

import numpy as np
import streamlit as st

from models.ops.batch_scatter import expected
from pages.batch_norm import cached
from pages.batch_norm.batch_adding import MOST
from pages.shell import address, charts
from pages.shell.language import counted, number, say, whole
from pages.shell.records import Now
from viz.ink.curves import bands

SIZES = (1, 2, 4, 8, 16, 32, 64)
START = 16


def show(now: Now, channel: int) -> None:
    """The slider of B, the bands, and what they say."""
    st.header(say("batch_norm_statistics.scatter", channel=channel), anchor=False)
    size = int(
        address.pick(
            st.select_slider, "size", say("batch_norm_statistics.size"), tuple(range(1, MOST + 1)), start=START
        )
    )
    _curve(now, channel, size)
    st.markdown(reading(now, channel, size))
    if size == 1 and len(now.members) > 1:
        _, _, rows, columns = now.values.shape
        st.info(say("batch_norm_statistics.size_one", rows=rows, columns=columns, values=rows * columns))


def _curve(now: Now, channel: int, size: int) -> None:
    sizes = tuple(sorted({*SIZES, size}))
    found = cached.batch_scatter(now, channel, sizes)
    ranges = {
        say("batch_norm_statistics.band_location"): (found.location.low.tolist(), found.location.high.tolist()),
        say("batch_norm_statistics.band_channel"): (found.channel.low.tolist(), found.channel.high.tolist()),
    }
    titles = (say("batch_norm_statistics.axis_size"), say("batch_norm_statistics.axis_distance"))
    charts.draw(partial(bands, sizes, ranges, titles, marked=size), "scatter curve")
    drawn_from = counted("batch_norm_statistics.drawn_from", len(now.members))
    st.caption(say("batch_norm_statistics.draws", draws=found.draws, pictures=drawn_from))


def reading(now: Now, channel: int, size: int) -> str:
    """The scatter for batches of this size, and how many more pictures the per-location means would need."""
    maps = now.values[:, channel].astype(np.float64)
    found = expected(maps, size)
    _, rows, columns = maps.shape
    if found.times is None:
        return say("batch_norm_statistics.scatter_none", count=len(maps))
    said = say(
        "batch_norm_statistics.scatter_reading",
        size=size,
        channel=number(found.channel),
        location=number(found.location),
        values=whole(size * rows * columns),
        places=whole(rows * columns),
    )
    if rows * columns == 1:
        return f"{said} {say('batch_norm_statistics.scatter_point')}"
    needed = {
        "times": number(found.times),
        "pictures": whole(round(size * found.times)),
        "places": whole(rows * columns),
    }
    return f"{said} {say('batch_norm_statistics.scatter_needed', **needed)}"
