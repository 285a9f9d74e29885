"""Opens what travels to the browser, as the browser does."""

import json

import numpy as np

from viz.stages.kernel.payload import merged


def unpacked(data):
    """The header and the planes of what `viz.stages.kernel.payload` has packed."""
    length = int.from_bytes(data[:4], "little")
    header = json.loads(data[4 : 4 + length])
    start = -(-(4 + length) // 8) * 8
    planes = {}
    for name, plane in header.pop("planes").items():
        count = int(np.prod(plane["shape"]))
        found = np.frombuffer(data, plane["type"], count, start + plane["offset"])
        planes[name] = found.reshape(plane["shape"])
    return header, planes


def ending_of(sent):
    """The header and the planes of what `viz.hosts.streamlit.mount` has put behind a payload."""
    length = int.from_bytes(sent[-4:], "little")
    return unpacked(sent[-4 - length : -4])


def changed(sent, **more):
    """What a host sent, with other values in its header."""
    end = len(sent) - 4 - int.from_bytes(sent[-4:], "little")
    return merged([sent[:end]], more) + sent[end:]
