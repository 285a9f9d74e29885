"""What the tables of every stage must say, read off its payload without any of the stage's own code.

An oracle makes of a payload's header and planes one entry for each table: an array of a map (all of it, of which a
table shows a part), or the lines of a list by their heads. Of a line, None is a cell that isn't compared.
"""

import json

import numpy as np


def opened(data):
    """Header and planes of a payload, by what `viz/stages/kernel/payload.py` says of the format."""
    length = int.from_bytes(data[:4], "little")
    header = json.loads(data[4 : 4 + length])
    start = -(-(4 + length) // 8) * 8
    planes = {}
    for name, about in header.pop("planes").items():
        kind, shape = np.dtype(about["type"]), about["shape"]
        flat = np.frombuffer(data, kind, int(np.prod(shape)), start + about["offset"])
        planes[name] = flat.reshape(shape)
    return header, planes


def decoded(codes, low, step):
    """Maps of two bytes a value as numbers; the last three codes stand for what is none."""
    values = low[:, None, None] + codes.astype(np.float64) * step[:, None, None]
    for code, value in ((65535, np.nan), (65534, np.inf), (65533, -np.inf)):
        values[codes == code] = value
    return values


def feature_maps(header, planes):
    maps = decoded(planes["codes0"], planes["low0"], planes["step0"])
    figures = {
        str(channel): [one.min(), one.max(), one.mean(), one.std(), 100 * (one == 0).mean()]
        for channel, one in enumerate(maps)
    }
    return [maps[header["view_from_address"]["channel"]], figures]


def result(header, planes):
    view, shown = header["view_from_address"], []
    for panel in (panel for row in header["rows"] for panel in row["panels"]):
        values = planes[panel["plane"]].astype(np.float64)
        if panel["step"] != "plain":
            values = view["gamma"] * values + view["beta"]
        shown.append(np.maximum(values, 0) if panel["step"] == "rectified" else values)
    return shown


ORACLES = {"feature_maps/maps": feature_maps, "batch_norm/result": result}
