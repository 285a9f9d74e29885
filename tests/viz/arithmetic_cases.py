"""Cases of the arithmetic of windows, worked out by `models.ops`, for the browser's own arithmetic to reproduce.

A case is plain JSON: its kind, what goes in, and what must come out, or `refused`: the settings that make it
impossible. Images are {values, rows, columns}, row by row; numbers that JSON lacks are written as words.
"""

import math

import numpy as np

from models.ops.convolution import cross_correlate, flipped, products_at, transposed
from models.ops.enlarging import STAMPS, stamp, ways_back
from models.ops.geometry import PADDING_MODES, ImpossibleGeometry, check_padding, left_over, output_size, pad
from models.ops.pooling import adaptive_average_pool, average_pool, max_pool_winners

MODES = tuple(PADDING_MODES)
COUNTS = {"correlate": 160, "pool": 160, "transposed": 60, "axis": 120}
COUNTS |= {"pad": 40, "adaptive": 30, "flip": 10, "back": 36}


def cases(seed=0):
    """All cases, always the same."""
    random = np.random.default_rng(seed)
    return [MAKERS[kind](random, number) for kind, count in COUNTS.items() for number in range(count)]


def plane(values):
    values = np.asarray(values, dtype=np.float64)
    return {"values": plain(values.ravel()), "rows": values.shape[0], "columns": values.shape[1]}


def plain(numbers):
    """Numbers as JSON can say them, and JavaScript's Number reads them."""
    words = {math.inf: "Infinity", -math.inf: "-Infinity"}
    return ["NaN" if math.isnan(each) else words.get(each, each) for each in np.asarray(numbers, float).tolist()]


def pair(random, low, high):
    return [int(each) for each in random.integers(low, high, 2)]


def image(random, *, largest=10):
    """Whole numbers, or any; sometimes with equal values, on which winners depend."""
    shape = random.integers(1, largest, 2)
    kinds = (random.normal(size=shape) * 10, random.integers(-9, 10, shape), random.integers(0, 3, shape))
    return np.asarray(kinds[int(random.integers(0, 3))], dtype=np.float64)


def correlate(random, number):
    picture, kernel = image(random), np.round(random.normal(size=random.integers(1, 6, 2)), 3)
    setting = {"stride": pair(random, 1, 5), "padding": pair(random, 0, 4), "dilation": pair(random, 1, 4)}
    mode, bias = MODES[number % len(MODES)], float(random.normal()) if number % 3 else 0.0
    case = {"kind": "correlate", "image": plane(picture), "kernel": plane(kernel)}
    case["setting"] = {**setting, "kernel": list(kernel.shape), "mode": mode, "bias": bias}
    try:
        output = cross_correlate(picture, kernel, **setting, mode=mode, bias=bias)
    except ImpossibleGeometry:
        return case | {"refused": sorted(reasons(picture.shape, kernel.shape, setting, mode))}
    row, column = (int(random.integers(0, size)) for size in output.shape)
    one = products_at(picture, kernel, row, column, **setting, mode=mode, bias=bias)
    spelled = {"row": row, "column": column, "values": plain(one.values.ravel()), "total": one.total}
    spelled |= {"products": plain(one.products.ravel()), "rows": one.window.rows.tolist()}
    return case | {"output": plane(output), "one": spelled | {"columns": one.window.columns.tolist()}}


def reasons(shape, kernel, setting, mode="zeros", *, pooling=False, ceil_mode=False):
    """Which arguments make it impossible: there may be more than one."""
    found = set()
    for axis, size in enumerate(shape):
        own = (kernel[axis], setting["stride"][axis], setting["padding"][axis], setting["dilation"][axis])
        try:
            output_size(size, *own, ceil_mode)
        except ImpossibleGeometry as problem:
            found.add(problem.argument)
        try:
            check_padding(size, setting["padding"][axis], mode)
        except ImpossibleGeometry as problem:
            found.add(problem.argument)
        if pooling and setting["padding"][axis] > kernel[axis] // 2:
            found.add("padding")
    return found


def pool(random, number):
    picture, kernel = image(random), pair(random, 1, 5)
    if number % 20 == 7:
        picture.flat[int(random.integers(0, picture.size))] = np.nan
    kind = "max" if number % 2 else "average"
    stride = kernel if number % 3 == 0 else pair(random, 1, 5)
    setting = {"stride": stride, "padding": pair(random, 0, 3), "dilation": [1, 1]}
    if kind == "max" and number % 5 == 0:
        setting["dilation"] = pair(random, 1, 3)
    ceil_mode, include = bool(random.integers(0, 2)), bool(random.integers(0, 2))
    case = {"kind": "pool", "image": plane(picture), "pooling": kind}
    case["setting"] = {**setting, "kernel": kernel, "ceil": ceil_mode, "includePadding": include, "pooling": True}
    try:
        found = _pooled(picture, kernel, setting, kind, ceil_mode, include)
    except ImpossibleGeometry:
        return case | {"refused": sorted(reasons(picture.shape, kernel, setting, pooling=True, ceil_mode=ceil_mode))}
    return case | found


def _pooled(picture, kernel, setting, kind, ceil_mode, include):
    more = {"stride": setting["stride"], "padding": setting["padding"], "ceil_mode": ceil_mode}
    if kind == "average":
        return {"output": plane(average_pool(picture, kernel, **more, count_include_pad=include)), "winners": None}
    winners = max_pool_winners(picture, kernel, **more, dilation=setting["dilation"])
    index = np.where(winners.rows < 0, -1, winners.rows * picture.shape[1] + winners.columns)
    return {"output": plane(winners.values), "winners": index.ravel().tolist()}


def transpose(random, _):
    picture, kernel = image(random, largest=7), np.round(random.normal(size=random.integers(1, 5, 2)), 3)
    while True:
        setting = {"stride": pair(random, 1, 4), "padding": pair(random, 0, 3), "dilation": pair(random, 1, 3)}
        extra, bias = pair(random, 0, 2), float(random.normal())
        try:
            output = transposed(picture, kernel, **setting, output_padding=extra, bias=bias)
        except ImpossibleGeometry:
            continue  # the browser refuses none: it offers only what is possible
        setting |= {"outputPadding": extra, "bias": bias}
        case = {"kind": "transposed", "image": plane(picture), "kernel": plane(kernel), "setting": setting}
        return case | {"output": plane(output)}


def axis(random, _):
    """Sizes on one axis: how many windows fit, how much is left over; 0 windows where there is no output."""
    size, kernel, stride, dilation = (int(random.integers(1, high)) for high in (12, 6, 5, 4))
    padding, ceil_mode = int(random.integers(0, 4)), bool(random.integers(0, 2))
    arguments = [size, kernel, stride, padding, dilation, ceil_mode]
    try:
        count, left = output_size(*arguments), left_over(*arguments)
    except ImpossibleGeometry:
        count, left = 0, None
    return {"kind": "axis", "arguments": arguments, "count": count, "left": left}


def padding(random, number):
    """Which pixel stands where around an axis, told by an image that counts its pixels from 1; 0 is a zero."""
    size, mode = int(random.integers(1, 9)), MODES[number % len(MODES)]
    most = {"reflect": size - 1, "circular": size}.get(mode, 5)
    cells = int(random.integers(0, most + 1))
    sources = pad(np.arange(1.0, size + 1)[None], (0, cells), mode)[0] - 1
    return {"kind": "pad", "size": size, "mode": mode, "padding": cells, "sources": sources.astype(int).tolist()}


def adaptive(random, _):
    picture, size = image(random), pair(random, 1, 12)
    return {"kind": "adaptive", "image": plane(picture), "size": size} | {
        "output": plane(adaptive_average_pool(picture, size))
    }


def flip(random, _):
    picture = image(random)
    return {"kind": "flip", "image": plane(picture), "output": plane(flipped(picture))}


def back(random, number):
    """All cells of the two ways back that add something up."""
    window, kind, corners = 2 + number % 3, STAMPS[number // 3 % len(STAMPS)], number % 2 == 1
    picture = random.normal(size=[int(each) * window for each in random.integers(1, 6, 2)])
    ways, own = ways_back(picture, window, kind=kind, align_corners=corners), stamp(kind, window)
    settings = {"window": window, "padding": own.padding, "corners": corners, "kernel": plane(own.kernel)}
    outputs = {"bilinear": plane(ways.bilinear), "transposed": plane(ways.transposed)}
    return {"kind": "back", "image": plane(ways.winners.values), **settings, **outputs}


MAKERS = {"correlate": correlate, "pool": pool, "transposed": transpose, "axis": axis, "pad": padding}
MAKERS |= {"adaptive": adaptive, "flip": flip, "back": back}
