"""Does memory stay flat over 320 visits, with collections only when it is quiet? Linux tells what a process takes."""

import itertools
import statistics
import time
from pathlib import Path

import pytest

from pages.shell import tidying
from pages.shell.routes import ROUTES
from tests.benchmarks.bench_memory import memory, serving
from tests.load.visitor import visiting

VISITS, WARM = 320, 40
NETWORKS = ("cifar10", "imagenette")
PICTURES = ("cat", "coffee")
MOST_GROWTH = 60  # MB, from the first 120 visits to the last 120


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
            time.sleep(tidying.QUIET + 2 * tidying.LOOK)  # it is quiet: what isn't needed any more is collected
            taken.append(memory(process)[1])
            print(f"after {number + 1} visits: {taken[-1]} MB")
    # What visits of the last half minute hold differs from one look to the next: three looks are held against three.
    assert statistics.median(taken[-3:]) - statistics.median(taken[1:4]) < MOST_GROWTH, taken
