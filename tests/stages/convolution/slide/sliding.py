"""Places and numbers of the stage of the sliding window."""

import re

import numpy as np

from models.images import sample, square
from models.ops.pooling import adaptive_average_pool


def grey(size, name="cat"):
    values = np.asarray(square(sample(name), 64).convert("L"))
    return np.floor(adaptive_average_pool(values, size) + 0.5)


def place(page):
    return page.locator(".stage .place").inner_text()


def said_value(page):
    """Row, column and value as they are announced."""
    found = re.match(r"Row (\d+), column (\d+) of the output: (−?[\d.]+(?:e.\d+)?)\.", place(page))
    return int(found[1]), int(found[2]), float(found[3].replace("−", "-"))


def point(page, name, row, column, rows, columns):
    """Screen coordinates of the middle of a cell of a view."""
    box = page.locator(f".stage .{name} .plane").bounding_box()
    return box["x"] + (column + 0.5) * box["width"] / columns, box["y"] + (row + 0.5) * box["height"] / rows
