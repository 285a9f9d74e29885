"""Does memory stay flat over 320 visits come and gone, collected when it is quiet? Linux tells what a process takes."""

import itertools
import time
from pathlib import Path

import pytest

from pages.shell import tidying
from pages.shell.guard import visits
from pages.shell.routes import ROUTES
from tests.benchmarks.bench_memory import memory, serving
from tests.load.visitor import visiting

WARM, VISITS = 100, 320
NETWORKS = ("cifar10", "imagenette")
PICTURES = ("cat", "coffee")
MOST_GROWTH = 1.05  # from the first hundred visitors, come and gone, to the last
GONE = visits.GRACE + tidying.QUIET + 2 * tidying.LOOK + 1  # seconds: visits have ended, what they held is collected


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells what a process takes")
def test_memory_is_flat_over_320_visits(start):
    address = start()
    process = serving(address)
    views = itertools.cycle(itertools.product([route.topic for route in ROUTES[1:]], PICTURES, NETWORKS))
    taken = []
    for number, (page, picture, network) in zip(range(1, VISITS + 1), views, strict=False):
        with visiting(address) as visitor:
            visitor.look(page, f"picture={picture}&network={network}")
        if number in (WARM, VISITS):
            time.sleep(GONE)
            taken.append(memory(process)[1])
            print(f"after {number} visits come and gone: {taken[-1]} MB")
    assert taken[1] <= MOST_GROWTH * taken[0], taken
