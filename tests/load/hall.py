"""A hall of visitors without browsers, over Streamlit's own messages: what they do, and how long each thing takes.

Each sits at a page for a while, and then does what people do: turns to another layer, part or page, moves the window,
chooses another picture, sends one of their own, reloads, or closes the lid without a word.
"""

import asyncio
import io
import random
import statistics
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from math import ceil
from pathlib import Path
from typing import ClassVar
from urllib.parse import urlencode

import numpy as np
from PIL import Image
from websockets.exceptions import WebSocketException

from tests.load.line import Line

NETWORKS = ("cifar10", "imagenette")
PICTURES = ("cat", "coffee", "rocket", "astronaut", "coins", "bars 45")
LAYERS = {
    "cifar10": ("stage1.conv1", "stage1.relu2", "stage2.bn1", "stage3.conv2"),
    "imagenette": ("stage1.0.conv1", "stage1.1.relu1", "stage2.1.relu2", "stage3.1.bn2"),
}
PAGES = (
    *("", "convolution", "pooling", "feature_maps", "receptive_field", "batch_norm", "prediction"),
    *("training", "networks"),
)
FOLDERS = Path(__file__).parent.parent.parent / "pages"
PARTS = {page: sorted(file.parent.name for file in FOLDERS.glob(f"{page}/*/part.py")) for page in PAGES if page}
SHARED = ("network", "picture")
STRIP, RELAY = "frame_network_strip", "frame_relay"  # stages, as the front end knows them
THINKING = 10.0  # seconds on average between two things that one visitor does
SIDE = 96  # rows and columns of one's own picture
ANEW, BEFORE = "all that nobody had asked before", "all that somebody had asked before"


@dataclass
class Log:
    """What happened in the hall. `seconds`: by action; `received`: bytes by action; `errors`: how often each.

    `asked`: the views that somebody has seen, so that what it takes to show them is there.
    """

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    received: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    errors: Counter[str] = field(default_factory=Counter)
    asked: set[object] = field(default_factory=set)
    all_done: ClassVar[int] = 0  # things, in all logs

    def note(self, action, view, seconds, received):
        """One thing was done: which, to which view, in what time, and how many bytes came."""
        for name in (action, BEFORE if view in self.asked else ANEW):
            self.seconds[name].append(seconds)
            self.received[name].append(received)
        self.asked.add(view)
        Log.all_done += 1

    @property
    def done(self):
        """How many things were done."""
        return len(self.seconds[BEFORE]) + len(self.seconds[ANEW])

    def rows(self):
        """Action, how often, median, p95, p99 in milliseconds, median of kilobytes received; the two sums last."""
        for action in sorted(self.seconds, key=lambda name: (name in {ANEW, BEFORE}, name)):
            if seconds := self.seconds[action]:
                cuts = [1000 * percentile(seconds, share) for share in (0.5, 0.95, 0.99)]
                yield action, len(seconds), *cuts, statistics.median(self.received[action]) / 1000

    @property
    def bytes(self):
        """How many came, all together."""
        return sum(self.received[BEFORE]) + sum(self.received[ANEW])

    def p95(self):
        """Of all things together, in seconds."""
        return percentile(self.seconds[BEFORE] + self.seconds[ANEW], 0.95)


def percentile(values, share):
    """The value that this share of them doesn't exceed: the nearest rank."""
    ordered = sorted(values)
    return ordered[max(0, ceil(share * len(ordered)) - 1)]


class Guest:
    """One visitor: their line, what is chosen, and the numbers by which they choose."""

    def __init__(self, address, seed, log):
        self.address, self.log, self.seed = address, log, seed
        self.dice = random.Random(seed)  # noqa: S311, nothing is to be kept secret
        self.line, self.sent, self.files = None, None, 0
        self.page = self.dice.choice(PAGES)
        self.chosen = {"network": self.dice.choice(NETWORKS), "picture": self.dice.choice(PICTURES)}

    async def stay(self, until):
        """Comes, does one thing after another with time to think between them, and leaves."""
        await asyncio.sleep(self.dice.uniform(0, THINKING))  # not everybody comes at once
        while time.monotonic() < until:
            try:
                await self.act()
            except (WebSocketException, OSError, TimeoutError, AssertionError) as problem:
                self.log.errors[f"{type(problem).__name__}: {problem}"[:120]] += 1
                await self.leave()
            await asyncio.sleep(self.dice.expovariate(1 / THINKING))
        await self.leave()

    async def act(self):
        """One of the things that people do."""
        if self.line is None:
            await self.opens()
            return
        ways = (self.layer, self.slides, self.turns, self.part, self.picture, self.same)
        seldom = (self.sends, self.reloads, self.goes)
        await self.dice.choices(ways + seldom, weights=(6, 6, 2, 2, 3, 2, 1, 1, 1))[0]()

    async def opens(self):
        """Opens a link."""
        began = time.monotonic()
        self.line = await Line.open(self.address)
        await self.looks("open a link", began)

    async def layer(self):
        """Turns to another layer of the network on the strip of layers; the words follow when its maps are drawn."""
        if self.page != "feature_maps" or STRIP not in self.line.stages:
            await self.turns("feature_maps")
            return
        name = self.dice.choice(LAYERS[self.chosen.get("network", NETWORKS[0])])
        maps = {"layer": name, "channel": 0, "row": 0, "column": 0}
        await self.touches("another layer", (STRIP, name, "chosen"), (RELAY, maps, "heard"))

    async def slides(self):
        """Moves the window of a kernel by hand."""
        if self.page != "convolution" or self.chosen.get("part", "slide") != "slide":
            await self.turns("convolution")
            return
        place = {"row": self.dice.randrange(20), "column": self.dice.randrange(20)}
        await self.touches("move the window", (RELAY, place, "heard"))

    async def touches(self, action, *told):
        """Does something on a stage: what each of those tells, and what comes of it."""
        began, pages = time.monotonic(), []
        for stage, value, event in told:
            pages.append(await self.line.touch(stage, value, self.page, urlencode(self.chosen), event))
            self.chosen = pages[-1].query or self.chosen
        for page in pages[:-1]:
            pages[-1].received += page.received
            pages[-1].missing += page.missing
        self.noted(action, began, pages[-1])

    async def turns(self, page=None):
        """Turns to that page, or any, on which the picture and the network stay."""
        self.goes_to(self.dice.choice(PAGES) if page is None else page)
        await self.looks("another page")

    async def part(self):
        """Turns to a part of a page."""
        page = self.dice.choice([page for page, parts in PARTS.items() if parts])
        self.goes_to(page, part=self.dice.choice(PARTS[page]))
        await self.looks("another part")

    def goes_to(self, page, **chosen):
        """Another page, or other settings on it: what all pages share stays."""
        self.page = page
        self.chosen = {name: self.chosen[name] for name in SHARED if name in self.chosen} | chosen

    async def picture(self):
        """Chooses another sample."""
        self.chosen["picture"] = self.dice.choice(PICTURES)
        await self.looks("another picture")

    async def same(self):
        """Touches something that changes nothing on stage."""
        await self.looks("nothing new")

    async def sends(self):
        """Sends a picture of their own, and sees it."""
        began, self.files = time.monotonic(), self.files + 1
        self.sent = f"own-{self.seed}-{self.files}"
        data = noise(self.dice.randrange(2**32))
        page = await self.line.send(self.page, urlencode(self.chosen), data, self.sent)
        self.noted("send a picture", began, page)

    async def reloads(self):
        """Reloads: another line, the same address."""
        await self.leave()
        await self.opens()

    async def goes(self):
        """Closes the lid: the line is dead, and nobody said goodbye."""
        self.line.cut()
        self.line = None

    async def leave(self):
        """Closes the page."""
        if self.line is not None:
            await self.line.close()
        self.line = None

    async def looks(self, action, began=None):
        """Asks for what the address names, and waits until the page is complete."""
        began = time.monotonic() if began is None else began
        page = await self.line.ask(self.page, urlencode(self.chosen))
        self.noted(action, began, page)
        return page

    def noted(self, action, began, page):
        """What came of it; the page may have changed the address, as where one's own picture has gone."""
        seconds = time.monotonic() - began
        self.chosen = self.chosen if page.query is None else page.query
        own = self.sent if self.chosen.get("picture", "").startswith("upload") else None
        view = self.page, frozenset(self.chosen.items()), own
        self.log.note(action, view, seconds, page.received)
        self.log.errors += Counter({"an exception on the page": page.exceptions, "a payload gone": page.missing})


class Restless(Guest):
    """Sends a picture of their own whenever anything is done: nothing of what they ask for is there."""

    async def act(self):
        """Every second thing is a new picture; the other goes to another view of it."""
        if self.line is None:
            await self.opens()
        elif self.files % 2:
            self.files += 1
            await self.dice.choice((self.layer, self.part, self.turns))()
        else:
            await self.sends()


def noise(seed):
    """A picture that nobody has sent before, as PNG."""
    pixels = np.random.default_rng(seed).integers(0, 256, (SIDE, SIDE, 3), np.uint8)
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "PNG")
    return file.getvalue()


async def fill(address, visitors, seconds, log, kind=Guest, first=0):
    """So many visitors for so long; their numbers begin with `first`."""
    until = time.monotonic() + seconds
    await asyncio.gather(*(kind(address, first + number, log).stay(until) for number in range(visitors)))
