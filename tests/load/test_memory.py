"""Does memory stay flat over 320 visits, with collections only when it is quiet? Linux tells what a process takes."""

import itertools
from pathlib import Path

import pytest

from pages.shell.routes import ROUTES
from tests.benchmarks.bench_memory import memory, serving
from tests.load.visitor import visiting

VISITS, WARM = 320, 40
NETWORKS = ("cifar10", "imagenette")
PICTURES = ("cat", "coffee")
MOST_GROWTH = 60  # MB from the 40th visit to the 320th


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells what a process takes")
def test_memory_is_flat_over_320_visits(start):
    address = start()
    process = serving(address)
    views = itertools.cycle(itertools.product([route.topic for route in ROUTES[1:]], PICTURES, NETWORKS))
    taken = [memory(process)[1]]
    for number, (page, picture, network) in zip(range(VISITS), views, strict=False):
        with visiting(address) as visitor:
            visitor.look(page, f"picture={picture}&network={network}")
        if (number + 1) % WARM == 0:
            taken.append(memory(process)[1])
            print(f"after {number + 1} visits: {taken[-1]} MB")
    assert taken[-1] - taken[1] < MOST_GROWTH, taken
