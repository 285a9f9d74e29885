"""One visitor can't hold up the others: messages of a socket pass at a bounded rate, and nothing is done for one gone.

Each message to Streamlit may start a run of a page, in a thread of its own. Two thousand of them at once kept a server
from answering anybody for minutes, long after their sender had left. Here they wait, as long as few wait; a socket that
sends far more than a person can is closed, and what a closed one has left behind is dropped.
"""

from __future__ import annotations

import asyncio
from collections import Counter, OrderedDict, deque
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config

from pages.shell.guard import messages, turns, visits
from pages.shell.guard.addresses import Addresses
from pages.shell.guard.bounds import number
from pages.shell.guard.buckets import Bucket

TOO_MANY, NOT_UNDERSTOOD = 1008, 1003
LOCAL = {"localhost", "127.0.0.1"}


@dataclass(frozen=True)
class Bounds:
    """Messages a second after a burst, of one socket and of one address; sockets of an address. 0: not bounded."""

    burst: float = 30
    rate: float = 20
    most_waiting: int = 400  # messages: twenty seconds' worth
    most_waiting_bytes: int = 40_000_000
    address_rate: float = 0
    address_sockets: float = 0

    @classmethod
    def of_the_server(cls) -> Bounds:
        """A lecture hall is one address: bounds for addresses are set by whoever knows that theirs isn't one."""
        return cls(
            address_rate=number("CONVOSCOPE_MESSAGES_PER_ADDRESS", 0),
            address_sockets=number("CONVOSCOPE_SOCKETS_PER_ADDRESS", 0),
        )


class SocketLimit:
    """Lets messages of sockets pass at a bounded rate, and only those that the pages need."""

    def __init__(self, app: ASGIApp, bounds: Bounds | None = None, addresses: Addresses | None = None) -> None:
        self.app, self.bounds = app, bounds or Bounds.of_the_server()
        self.addresses = addresses or Addresses()
        self.open: Counter[str] = Counter()
        self.shared: OrderedDict[str, Bucket] = OrderedDict()
        self.turns = turns.Turns()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Everything but sockets passes as it is."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        address = self.addresses.of(scope)
        most = self.bounds.address_sockets
        if not _is_from_here(scope) or (most and self.open[address] >= most):
            await send({"type": "websocket.close", "code": TOO_MANY, "reason": ""})  # answered with status 403
            return
        await self._serve(address, scope, receive, send)

    async def _serve(self, address: str, scope: Scope, receive: Receive, send: Send) -> None:
        self.open[address] += 1
        line = Line(self.bounds, self._buckets(address), turns.Turn(self.turns), receive, send)
        filling = asyncio.create_task(line.fill())
        try:
            await self.app(scope, line.take, line.send)
        finally:
            line.turn.end()
            filling.cancel()
            with suppress(asyncio.CancelledError):
                await filling
            self.open[address] -= 1
            self.open += Counter()  # forgets the addresses that have none left
            visits.left(line.visit, clean=line.farewell.get("code") in visits.CLEAN)

    def _buckets(self, address: str) -> list[Bucket]:
        """The socket's own, and the one of its address."""
        own = Bucket(self.bounds.rate, self.bounds.burst)
        if not self.bounds.address_rate:
            return [own]
        now = asyncio.get_running_loop().time()
        for known in [known for known, bucket in self.shared.items() if not self.open[known] and bucket.is_full(now)]:
            del self.shared[known]
        rate = self.bounds.address_rate
        return [own, self.shared.setdefault(address, Bucket(rate, max(self.bounds.burst, rate)))]


class Line:
    """The messages of one socket, on their way in. `visit`: the id of its session, once the browser was told it."""

    def __init__(self, bounds: Bounds, buckets: list[Bucket], turn: turns.Turn, receive: Receive, send: Send) -> None:
        self.bounds, self.buckets, self.turn = bounds, buckets, turn
        self.receive, self.outwards = receive, send
        self.waiting: deque[Message] = deque()
        self.bytes = 0
        self.news, self.over = asyncio.Event(), asyncio.Event()
        self.farewell: Message = {}
        self.closed = False
        self.visit = ""

    async def fill(self) -> None:
        """Takes in whatever comes, so that it is known at once when the socket closes."""
        while not self.over.is_set():
            message = await self.receive()
            if message["type"] == "websocket.disconnect":
                self._end(message)
            elif message.get("text") is not None:
                await self._close(NOT_UNDERSTOOD, "This server doesn't understand that message.")
            else:
                self._wait(message)
                if len(self.waiting) > self.bounds.most_waiting or self.bytes > self.bounds.most_waiting_bytes:
                    await self._close(TOO_MANY, "Too many messages at once.")

    async def take(self) -> Message:
        """The next message for the application, when its turn has come."""
        while True:
            while not self.waiting and not self.over.is_set():
                self.news.clear()
                await self.news.wait()
            if self.over.is_set():
                return self.farewell
            message = self.waiting.popleft()
            data = message.get("bytes")
            if data is None:  # the opening
                return message
            self.bytes -= len(data)
            await self._pace()
            if not self.over.is_set() and await self._is_needed(data):
                visits.noticed()
                if turns.begins(data):
                    await self.turn.come()
                if not self.over.is_set():
                    return message

    async def _is_needed(self, data: bytes) -> bool:
        try:
            return messages.is_needed(data)
        except messages.NotUnderstoodError:
            await self._close(NOT_UNDERSTOOD, "This server doesn't understand that message.")
            return False

    async def send(self, message: Message) -> None:
        """To the browser; into the void once this side has closed the socket."""
        if self.closed:
            return
        data = message.get("bytes")
        if data is not None:
            if turns.ends(data):
                self.turn.end()
            data, visit = messages.outward(data)
            if visit:
                self.visit = visit
                visits.arrived(visit)
            message = {**message, "bytes": data}
        await self.outwards(message)

    async def _pace(self) -> None:
        """Waits for a token of each bucket, or until the socket closes."""
        now = asyncio.get_running_loop().time()
        delay = max(bucket.delay(now) for bucket in self.buckets)
        if delay:
            with suppress(TimeoutError):
                await asyncio.wait_for(self.over.wait(), delay)

    def _wait(self, message: Message) -> None:
        self.waiting.append(message)
        self.bytes += len(message.get("bytes") or b"")
        self.news.set()

    async def _close(self, code: int, reason: str) -> None:
        self._end({"type": "websocket.disconnect", "code": code})
        self.closed = True
        await self.outwards({"type": "websocket.close", "code": code, "reason": reason})

    def _end(self, farewell: Message) -> None:
        self.farewell, self.bytes = farewell, 0
        self.waiting.clear()
        self.over.set()
        self.turn.end()
        self.news.set()


def _is_from_here(scope: Scope) -> bool:
    """Whether a page of this server opens the socket. For any other, Streamlit would ask an outside host who it is."""
    headers = {name.lower(): value.decode("latin-1") for name, value in scope["headers"]}
    origin = headers.get(b"origin")
    if origin is None:
        return True
    try:
        found = urlsplit(origin)
        return found.netloc == headers.get(b"host") or found.hostname in LOCAL | {_declared()}
    except ValueError:
        return False


def _declared() -> str:
    """The name that visitors know this server by, behind a proxy."""
    return str(config.get_option("browser.serverAddress"))
