"""The stage of a map normalised both ways: the batch it is looked at in, its cells and its numbers."""

from playwright.sync_api import expect

from models.images import sample
from models.nets.catalogue import load
from models.nets.maps.batch_tensors import tensor_of
from tests.stages.numbers import number

LINK = "batch_norm?part={part}&picture=cat&network=cifar10&batch=cat,coffee,rocket&tensor=bn:stage1.bn1&channel=3"
SHAPE = (32, 32)


def true_values():
    images = [sample(name) for name in ("cat", "coffee", "rocket")]
    return tensor_of(load("cifar10"), images, "bn:stage1.bn1")[:, 3:4].astype(float)


def stage(page):
    return page.locator(".normalized").first


def value(page, key):
    return number(stage(page).locator(f'figure[data-key="{key}"] .value').inner_text())


def point(page, key, row, column):
    """Points at a cell of a map, and gives its place on the screen."""
    canvas = stage(page).locator(f'figure[data-key="{key}"] canvas').first
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    at = (box["x"] + (column + 0.5) * box["width"] / SHAPE[1], box["y"] + (row + 0.5) * box["height"] / SHAPE[0])
    page.mouse.move(*at)
    expect(stage(page).locator(".readout")).to_contain_text(f"row {row}, column {column}")
    return at
