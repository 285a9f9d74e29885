"""What a channel looks at: the true maps of its layer, and the patches and words of its stage."""

from models.images import sample
from models.nets.capture import capture
from models.nets.catalogue import load

LAYER = "stage2.conv1"


def true_maps():
    network = load("cifar10")
    return capture(network, network.prepare(sample("cat")))[LAYER].values[0]


def address(**query):
    query = {"part": "top_patches", "layer": LAYER, **query}
    return f"receptive_field?{'&'.join(f'{name}={value}' for name, value in query.items())}"


def patches(page):
    return page.locator(".patches .list button")


def readout(page):
    return page.locator(".patches .readout")
