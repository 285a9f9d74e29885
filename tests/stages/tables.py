"""What the tables of every stage must say, read off its payload without any of the stage's own code.

An oracle makes of a payload's header and planes one entry for each table: an array of a map (all of it, of which a
table shows a part), or the lines of a list by their heads. Of a line, None is a cell that isn't compared.
"""

import json

import numpy as np
import torch

from tests.viz.node import ROOT, told_by
from tests.viz.packed import unpacked


def opened(data):
    """Header and planes of a payload, by what `viz/stages/kernel/payload.py` says; some are plain values."""
    if not isinstance(data, bytes):
        return data, {}
    return unpacked(data)


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
    return [maps[header["view"]["channel"]], figures]


def result(header, planes):
    view, shown = header["view"], []
    for panel in (panel for row in header["rows"] for panel in row["panels"]):
        values = planes[panel["plane"]].astype(np.float64)
        if panel["step"] != "plain":
            values = view["gamma"] * values + view["beta"]
        shown.append(np.maximum(values, 0) if panel["step"] == "rectified" else values)
    return shown


def statistics(header, planes):
    names = [name for name in ("mean", "deviation", "running_mean", "running_deviation") if name in planes]
    channels = {str(at): [planes[name][at] for name in names] for at in range(header["shape"][0])}
    maps = [
        decoded(*(planes[f"{kind}_{part}"] for part in ("codes", "low", "step"))) for kind in ("means", "deviations")
    ]
    return [channels, *(one[header["view"]["channel"]] for one in maps)]


def groups(header, planes):
    view = header["view"]
    ways = {
        header["words"][f"over_{kind['over']}"]: [kind[name] for name in ("short", "axes_first", "axes_last")]
        for kind in header["kinds"]
        if kind["over"] != "group" or kind["groups"] == view["groups"]
    }
    return [decoded(planes["codes"], planes["low"], planes["step"])[view["item"]], ways]


def areas(header, _):
    return [{one["label"]: [one["text"], one["how"]] for one in header["quantities"]}]


def sharing(header, planes):
    pixels = header["view"]["pixels"]
    shown = [planes["picture"][0], planes["picture"][pixels]]
    for name in ("convolved", "connected"):
        shown += [planes[name][0], planes[name][pixels], planes[f"{name}_difference"][pixels]]
    return shown


def kinds(header, planes):
    view, (top, bottom) = header["view"], header["denominators"]
    over = {"inputs": top, "weights": bottom, "outputs": top * bottom, "counts": 1}
    # The terms of the chosen output cell: the maps and slices that the first of each stands in.
    _, rows, columns = header["shapes"]["outputs"]
    cell = (view["map"] * rows + view["row"]) * columns + view["column"]
    starts = planes["starts"].astype(int)
    terms = slice(starts[cell], starts[cell + 1])
    at = {"outputs": view["map"], "counts": view["map"]}
    for name in ("inputs", "weights"):
        size = int(np.prod(header["shapes"][name][1:]))
        at[name] = int(planes[f"term_{name}"][terms].min()) // size
    volumes = {name: planes[name].reshape(shape) / over[name] for name, shape in header["shapes"].items()}
    return [volume[at.get(name, 0)] for name, volume in volumes.items()]


def correlated(image, kernel, padding=0):
    """Cross-correlation of two planes, stride 1, by its definition."""
    wide = np.pad(np.float64(image), padding)
    rows, columns = (size - taps + 1 for size, taps in zip(wide.shape, kernel.shape, strict=True))
    windows = np.lib.stride_tricks.sliding_window_view(wide, kernel.shape)
    return (windows * kernel).sum(axis=(2, 3)).reshape(rows, columns)


def inside(header, planes):
    view, setting = header["view"], header["setting"]
    assert (setting["stride"], setting["dilation"], setting["padding"]) == ([1, 1], [1, 1], [1, 1])
    maps = [correlated(one, kernel, 1) for one, kernel in zip(planes["inputs"], planes["weights"], strict=True)]
    parts = {name: [one[view["row"], view["column"]]] for name, one in zip(header["names"], maps, strict=True)}
    if header["bias"]:
        parts["Bias"] = [header["bias"]]
    return [parts, sum(maps) + header["bias"], *planes["chain"]]


def slide(header, _):
    view = header["view"]
    image, kernel = np.arange(16.0).reshape(4, 4), np.array(header["kernel_names"]["sobel top"])
    window = image[view["row"] : view["row"] + 3, view["column"] : view["column"] + 3]
    said = [
        [
            f"{value:g} × ({weight:g})".replace("-", "−") if weight < 0 else f"{value:g} × {weight:g}"
            for value, weight in pairs
        ]
        for pairs in (zip(*pair, strict=True) for pair in zip(window, kernel, strict=True))
    ]
    return [image, {f"Row {row}": line for row, line in enumerate(said)}, correlated(image, kernel)]


def invariance(_, planes):
    sides = [(planes[f"{side}_old"], planes[f"{side}_new"]) for side in ("before", "after")]
    return [one for old, new in sides for one in (old, new, np.float32(new) - np.float32(old))]


def unpooling(_, planes):
    return [planes[name] for name in ("original", "pooled", "unpooled", "nearest", "bilinear", "transposed")]


def answer(header, planes):
    view, logits = header["view"], planes["logits"].astype(np.float64)
    values, weights = planes["values"][0], planes["weights"][header["shown"].index(view["label"])]
    terms = {str(at): [values[at], weights[at], float(values[at]) * float(weights[at])] for at in range(len(values))}
    shares = np.exp(logits / view["temperature"] - np.max(logits / view["temperature"]))
    classes = {
        label: [logit, 100 * share / shares.sum()]
        for label, logit, share in zip(header["labels"], logits, shares, strict=True)
    }
    return [terms, classes]


def where(_, planes):
    one, other = planes["parts"].astype(np.float64)
    return [one, other, one - other]


def probe(header, _):
    return [{row["name"]: [100 * row["before"], 100 * row["after"], None] for row in header["rows"]}]


def sweep(_, planes):
    return [planes["falls"]]


def growth(header, _):
    def times(pair):
        return f"{pair[0]} × {pair[1]}"

    return [
        {
            one["name"]: [one["kind"], *(times(one[name]) for name in ("size", "stride", "padding"))]
            for one in header["rungs"]
        }
    ]


def point(_, planes):
    return [planes["map"]]


def build(*_):
    """The number of ways through three layers of 3 × 3: the coefficients of (1 + x + x²)³ on either axis."""
    line = np.array([1, 3, 6, 7, 6, 3, 1])
    return [np.outer(line, line)]


def update(header, planes):
    """The panels of a forward pass, by PyTorch, as the view has it; and the classes."""
    view = header["view"]
    assert (view["updates"], view["step"], view["pool"]) == (0, 5, "max")
    kernels, biases, matrix, offsets = (torch.tensor(values) for values in header["initial"][view["seed"]])
    picture = torch.tensor(planes[view["source"]] / 100, dtype=torch.float32)
    kernels = kernels.reshape(-1, 1, 3, 3)
    maps = torch.nn.functional.conv2d(picture[None, None], kernels, biases)
    pooled = torch.nn.functional.max_pool2d(maps.relu(), 2)
    logits = matrix.reshape(3, -1) @ pooled.flatten() + offsets
    shown = [maps[0], maps.relu()[0], pooled[0]]
    names = header["classes"][header["families"][view["source"]]]
    lines = {
        name: [float(logit), float(share), "–", "–"]
        for name, logit, share in zip(names, logits, logits.softmax(0), strict=True)
    }
    chosen = view["kernel"]
    return [each.numpy() for each in (picture, kernels[chosen, 0], *(one[chosen] for one in shown))] + [lines]


def top_patches(header, planes):
    channel, lines = header["view"]["channel"], {}
    for at, value in enumerate(planes["values"][channel]):
        row, column = (int(planes[name][channel, at]) for name in ("rows", "columns"))
        if row == 65535:  # nothing more
            break
        spans = planes["row_spans"][row], planes["column_spans"][column]
        label = header["pictures"][int(planes["sources"][channel, at])]["label"]
        lines[str(at + 1)] = [value, row, column, *(f"{start}–{stop - 1}" for start, stop in spans), label]
    return [lines]


def overview(header, _):
    lines = {}
    for group in header["groups"]:
        layers = header["layers"][group["start"] : group["stop"]]
        parameters = sum(layer["parameters"] for layer in layers)
        lines[group["label"]] = [len(layers), " × ".join(map(str, layers[-1]["shape"])), parameters, None, None]
    for layer in header["layers"]:
        shape = " × ".join(map(str, layer["shape"]))
        lines[layer["name"]] = [1, shape, layer["parameters"], None, None]
    return [lines]


def rate(header, _):
    """Descent on Σ (y − t)² over the windows of d2l's edge: four of each row count, two of them with both."""
    view = header["view"]
    weights, lines = np.array([view["first"], view["second"]]), {}
    windows, wanted = np.array([[1, 1], [1, 0], [0, 1], [1, 1]] * 6), np.array([0, 1, -1, 0] * 6)
    for update in range(view["updates"] + 1):
        away = windows @ weights - wanted
        lines[str(update)] = [*weights, (away**2).sum()]
        weights = weights - float(view["rate"]) * 2 * away @ windows
    return [lines]


def rates(header, _):
    """Nothing has been trained yet."""
    return [{str(update): [np.nan] * 5 for update in range(20, header["bounds"]["updates"] + 1, 20)}]


def train(header, _):
    """How the network does on held-out pictures before its first update, as node has it too."""
    asked = {"view": {**header["view"], "updates": 0}, "heldOut": header["limits"]["held_out"]}
    done = told_by(ROOT / "tests/viz/training/train_view.mjs", json.dumps(asked))
    return [{"0": [done["loss"], 100 * done["accuracy"]]}]


def edges(header, planes):
    """How far the first kernels have moved at every moment, and what was measured then."""
    kernels = planes["kernels"].reshape(len(header["updates"]), -1).astype(np.float64)
    moved = np.linalg.norm(kernels - kernels[0], axis=1) / np.linalg.norm(kernels[0])
    columns = zip(moved, planes["held_out_loss"], planes["held_out_accuracy"], strict=True)
    return [{str(update): list(found) for update, found in zip(header["updates"], columns, strict=True)}]


def map_row(_, planes):
    return list(decoded(planes["codes"], planes["low"], planes["step"]))


ORACLES = {
    "frame/map_row": map_row,
    "feature_maps/maps": feature_maps,
    "batch_norm/result": result,
    "batch_norm/statistics": statistics,
    "batch_norm/groups": groups,
    "convolution/areas": areas,
    "convolution/sharing": sharing,
    "convolution/kinds": kinds,
    "convolution/inside": inside,
    "convolution/slide": slide,
    "pooling/invariance": invariance,
    "pooling/unpooling": unpooling,
    "prediction/answer": answer,
    "prediction/where": where,
    "prediction/probe": probe,
    "prediction/probe_sweep": sweep,
    "receptive_field/growth": growth,
    "receptive_field/point": point,
    "receptive_field/build": build,
    "receptive_field/top_patches": top_patches,
    "home/overview": overview,
    "training/update": update,
    "training/train": train,
    "training/rate": rate,
    "training/rates": rates,
    "training/edges": edges,
}
