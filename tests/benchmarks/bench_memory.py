"""How much memory does the application take at most, with the largest ResNet on one picture, and after many networks?

The peak is what Linux notes of the process (VmHWM), so it is measured on Linux alone; elsewhere the table stays empty.
"""

import tempfile
import urllib.request
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.benchmarks.table import Row
from tests.browser.harness import ARGUMENTS, CHROMIUM, served, settled, visit, wait_until

SWITCHES = 50
AIM = 900  # megabytes
NETWORKS = (
    "resnet18",
    "squeezenet1_1",
    "mobilenet_v2",
    "densenet121",
    "shufflenet_v2_x0_5",
    "imagenette",
    "regnet_y_400mf",
)
MEBI = 1024


def rows(*, quick=False):
    """A row for each station: the peak, and what is taken now. Linux alone tells."""
    if not Path("/proc").exists():
        return
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "server.log"
        with served(log) as address, sync_playwright() as playwright:
            chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
            yield from stations(chromium, address, serving(address), 2 if quick else SWITCHES)
            chromium.close()


def stations(chromium, address, process, switches):
    """The first page; resnet152 captured on one picture at 224; many switches between seven networks."""
    with visit(chromium) as page:
        open_page(page, address)
        wait_until(lambda: answers_ready(address), "the networks are loaded")
        yield station("with both included networks", process, AIM)
        open_page(page, f"{address}/feature_maps?network=resnet152")
        yield station("with `resnet152` captured on one picture", process)
        for number in range(switches):
            open_page(page, f"{address}/feature_maps?network={NETWORKS[number % len(NETWORKS)]}")
        yield station(f"after {switches} changes of network", process)


def station(when, process, most=None):
    """What is taken there."""
    peak, now = memory(process)
    target = "" if most is None else f"≤ {most} MB"
    return Row(f"memory {when}", f"{now:,} MB, peak {peak:,}", target=target, met=most and now <= most)


def answers_ready(address):
    """Whether the networks are loaded."""
    with urllib.request.urlopen(f"{address}/healthy", timeout=10) as answer:  # noqa: S310, our own server
        return b"ready" in answer.read()


def open_page(page, address):
    page.goto(address)
    page.wait_for_selector("h1")
    settled(page)


def serving(address):
    """The number of the process that listens at the address."""
    port = int(address.rsplit(":", 1)[1])
    inode = next(
        line.split()[9]
        for line in Path("/proc/net/tcp").read_text().splitlines()[1:]
        if int(line.split()[1].split(":")[1], 16) == port and line.split()[3] == "0A"
    )
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if any(f"socket:[{inode}]" == str(link.readlink()) for link in (process / "fd").iterdir()):
                return process
        except OSError:
            continue
    raise LookupError(f"nobody listens at {address}")


def memory(process):
    """Peak and present memory in MB."""
    status = dict(line.split(":", 1) for line in (process / "status").read_text().splitlines())
    return tuple(round(int(status[key].split()[0]) / MEBI) for key in ("VmHWM", "VmRSS"))
