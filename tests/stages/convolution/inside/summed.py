"""A convolution taken apart: the true sums of a channel, and the cells and words of its stage."""

from models.images import sample
from models.nets.by_hand.partial_sums import partial_sums
from models.nets.capture import capture
from models.nets.catalogue import load

LAYER, CHANNEL = "stage2.conv1", 5


def true_sums():
    """By layer, what the channel is the sum of."""
    network = load("cifar10")
    trace = capture(network, network.prepare(sample("cat")))
    return {layer: partial_sums(network, trace, layer, CHANNEL) for layer in ("stage1.conv1", LAYER)}


def address(**query):
    query = {"part": "inside", "channel": CHANNEL, **query}
    return f"convolution?{'&'.join(f'{name}={value}' for name, value in query.items())}"


def readout(page):
    return page.locator(".stage .readout")


def place_of(page, panel, row, column, shape):
    """Where on the screen the middle of a panel's cell is."""
    canvas = page.locator(f'.stage figure[data-key="{panel}"] canvas').first
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    return box["x"] + (column + 0.5) * box["width"] / shape[1], box["y"] + (row + 0.5) * box["height"] / shape[0]
