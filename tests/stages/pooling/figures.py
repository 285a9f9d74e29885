"""Cells and numbers of a stage of figures, each a map under a key."""

import numpy as np

from models.images import sample, square
from tests.stages.numbers import number

WAYS = ("nearest", "bilinear", "unpooled", "transposed")


def grey(name, side):
    return np.asarray(square(sample(name), side).convert("L")).astype(float)


def cell_of(page, key, row, column, shape):
    """Where on the page the middle of a panel's cell is."""
    canvas = page.locator(f'figure[data-key="{key}"] canvas').first
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    return (box["x"] + (column + 0.5) * box["width"] / shape[1], box["y"] + (row + 0.5) * box["height"] / shape[0])


def value(page, key):
    return number(page.locator(f'figure[data-key="{key}"] .value').inner_text())


def close(found, true, span):
    return abs(found - true) <= max(abs(true) * 1e-3, span * 1e-4)
