"""The batch that is looked at, its true values, and how its stage is pointed at."""

import re

from playwright.sync_api import expect

from models.images import sample
from models.nets.catalogue import load
from models.nets.maps.batch_tensors import tensor_of

BATCH = ("cat", "coffee", "rocket", "coins")
QUERY = f"part=groups&network=cifar10&tensor=bn:stage1.bn2&batch={','.join(BATCH)}&channel=3"
RELATION = re.compile(
    r"column \d+: (\S+) = mean (\S+) (\+|−) (\S+), and (\S+) is (\S+) standard deviations of (\S+)\.$"
)


def true_values():
    return tensor_of(load("cifar10"), [sample(name) for name in BATCH], "bn:stage1.bn2")


def number(text):
    return float(text.replace("−", "-"))


def point(page, row, column, shape):
    canvas = page.locator(".block .large canvas").first
    canvas.evaluate("(canvas) => canvas.scrollIntoView({ block: 'center' })")  # else the header may lie over it
    box = canvas.bounding_box()
    page.mouse.move(
        box["x"] + (column + 0.5) * box["width"] / shape[3], box["y"] + (row + 0.5) * box["height"] / shape[2]
    )
    expect(page.locator(".block .readout")).to_contain_text(f"row {row}, column {column}:")
