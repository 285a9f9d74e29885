"""What a layer does with a picture, in words and numbers: worked out once for all who look at it."""

from __future__ import annotations

import numpy as np

from pages.shell.cached import caching, networks
from pages.shell.language import counted, decimal, number, say
from pages.shell.records import NetworkName, Picture


@caching.resource(64)
def reading(picture: Picture, network: NetworkName, layer: str, lang: str) -> str:
    """What the layer does with this picture, in numbers."""
    del lang  # only a part of the key
    activation = networks.trace(picture, network)[layer]
    maps = networks.maps(picture, network, layer)
    channels, rows, columns = maps.shape
    channel, row, column = np.unravel_index(np.nanargmax(np.where(np.isfinite(maps), maps, -np.inf)), maps.shape)
    found = networks.described(picture, network, layer)
    return say(
        "feature_maps.reading",
        layer=layer,
        kind=activation.kind,
        channels=channels,
        rows=rows,
        columns=columns,
        silent=counted("feature_maps.silent", int((found.zeros == 1).sum())),
        zeros=decimal(100 * float((maps == 0).mean()), 1),
        channel=channel,
        value=number(maps[channel, row, column]),
        row=row,
        column=column,
    )
