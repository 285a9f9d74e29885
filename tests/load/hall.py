"""A hall of visitors without browsers, over Streamlit's own messages: what they do, and how long each thing takes.

Each sits at a page for a while, and then does what people do: turns to another layer or page, moves the window, chooses
another picture, sends one of their own, reloads, or closes the lid without a word.
"""

import asyncio
import io
import random
import statistics
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from math import ceil

import numpy as np
from PIL import Image
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect
from websockets.exceptions import WebSocketException

from tests.load.visitor import put, run

NETWORKS = ("cifar10", "imagenette")
PICTURES = ("cat", "coffee", "rocket", "astronaut", "coins", "bars 45")
LAYERS = {
    "cifar10": ("stage1.conv1", "stage1.relu2", "stage2.bn1", "stage3.conv2"),
    "imagenette": ("stage1.0.conv1", "stage1.1.relu1", "stage2.1.relu2", "stage3.1.bn2"),
}
PAGES = ("", "convolution", "pooling", "feature_maps", "receptive_field", "batch_norm", "prediction", "networks")
THINKING = 10.0  # seconds on average between two things that one visitor does
PATIENCE = 60.0
PICTURE = 96  # rows and columns of one's own


@dataclass
class Log:
    """What happened in the hall. `seconds`: by action; `received`: bytes by action; `errors`: how often each."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    received: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    errors: Counter[str] = field(default_factory=Counter)

    def rows(self):
        """Action, how often, median, p95, p99 in milliseconds, median of kilobytes received."""
        for action, seconds in sorted(self.seconds.items()):
            cuts = [1000 * percentile(seconds, share) for share in (0.5, 0.95, 0.99)]
            yield action, len(seconds), *cuts, statistics.median(self.received[action]) / 1000


def percentile(values, share):
    """The value that this share of them doesn't exceed: the nearest rank."""
    ordered = sorted(values)
    return ordered[max(0, ceil(share * len(ordered)) - 1)]


class Guest:
    """One visitor: their socket, what is chosen, and the numbers by which they choose."""

    def __init__(self, address, seed, log):
        self.address, self.log = address, log
        self.dice = random.Random(seed)  # noqa: S311, nothing is to be kept secret
        self.socket, self.session = None, None
        self.page = self.dice.choice(PAGES)
        self.chosen = {"network": self.dice.choice(NETWORKS), "picture": self.dice.choice(PICTURES)}

    @property
    def query(self):
        """What stands in the address."""
        return "&".join(f"{name}={value}" for name, value in self.chosen.items())

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
        if self.socket is None:
            await self.opens()
            return
        ways = (self.layer, self.slides, self.page_turns, self.picture, self.same, self.sends, self.reloads, self.goes)
        await self.dice.choices(ways, weights=(6, 6, 3, 3, 2, 1, 1, 1))[0]()

    async def opens(self):
        """Opens a link."""
        began = time.monotonic()
        url = self.address.replace("http", "ws") + "/_stcore/stream"
        self.socket = await connect(url, subprotocols=["streamlit", "x"], max_size=None, proxy=None)
        await self.looks("open a link", began)

    async def layer(self):
        """Turns to another layer of the network."""
        self.page = "feature_maps"
        self.chosen["layer"] = self.dice.choice(LAYERS[self.chosen["network"]])
        await self.looks("another layer")

    async def slides(self):
        """Moves the window of a kernel by hand."""
        self.page = "convolution"
        self.chosen |= {"row": self.dice.randrange(20), "column": self.dice.randrange(20)}
        await self.looks("move the window")

    async def page_turns(self):
        """Turns to another page, on which the picture and the network stay."""
        self.page = self.dice.choice(PAGES)
        self.chosen = {name: self.chosen[name] for name in ("network", "picture")}
        await self.looks("another page")

    async def picture(self):
        """Chooses another sample."""
        self.chosen["picture"] = self.dice.choice(PICTURES)
        await self.looks("another picture")

    async def same(self):
        """Touches something that changes nothing on stage."""
        await self.looks("nothing new")

    async def sends(self):
        """Sends a picture of their own."""
        began = time.monotonic()
        pixels = np.random.default_rng(self.dice.randrange(2**32)).integers(0, 256, (PICTURE, PICTURE, 3), np.uint8)
        file = io.BytesIO()
        Image.fromarray(pixels).save(file, "PNG")
        name = f"own-{self.dice.randrange(2**32)}"
        status, text = await asyncio.to_thread(put, self.address, self.session, file.getvalue(), name)
        assert status == 204, text
        self.log.seconds["send a picture"].append(time.monotonic() - began)
        self.log.received["send a picture"].append(0)

    async def reloads(self):
        """Reloads: another socket, the same address."""
        await self.leave()
        await self.opens()

    async def goes(self):
        """Closes the lid: the line is dead, and nobody said goodbye."""
        self.socket.transport.abort()
        self.socket = None

    async def leave(self):
        """Closes the page."""
        if self.socket is not None:
            await self.socket.close()
        self.socket = None

    async def looks(self, action, began=None):
        """Asks for what the address names, and waits until the page is complete."""
        began = time.monotonic() if began is None else began
        await self.socket.send(run(self.page, self.query).SerializeToString())
        received, finished = 0, False
        while not finished:
            data = await asyncio.wait_for(self.socket.recv(), PATIENCE)
            received += len(data)
            message = ForwardMsg.FromString(data)
            kind = message.WhichOneof("type")
            if kind == "new_session":
                self.session = message.new_session.initialize.session_id
            if kind == "delta" and message.delta.new_element.WhichOneof("type") == "exception":
                self.log.errors["an exception on the page"] += 1
            finished = kind == "script_finished"
        self.log.seconds[action].append(time.monotonic() - began)
        self.log.received[action].append(received)


async def fill(address, visitors, seconds, log):
    """So many visitors for so long."""
    until = time.monotonic() + seconds
    await asyncio.gather(*(Guest(address, seed, log).stay(until) for seed in range(visitors)))
