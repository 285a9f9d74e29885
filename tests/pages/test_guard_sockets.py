"""Messages of one socket: how fast they pass, which of them, and what becomes of those that a closed one left."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit import config
from streamlit.proto.BackMsg_pb2 import BackMsg

from pages.shell.guard import visits
from pages.shell.guard.addresses import Addresses
from pages.shell.guard.buckets import Bucket
from pages.shell.guard.sockets import Bounds, SocketLimit
from pages.shell.guard.turns import Turns
from tests.load.visitor import run
from tests.pages.served import beginning

RUN = run().SerializeToString()


class Socket:
    """The other end: what it sends comes at once, what it gets is noted."""

    def __init__(self, *sent, headers=(), client=("9.9.9.9", 1)):
        self.scope = {"type": "websocket", "path": "/_stcore/stream", "headers": list(headers), "client": client}
        self.coming = asyncio.Queue()
        self.heard = []
        for message in ({"type": "websocket.connect"}, *sent):
            self.coming.put_nowait(message)

    async def receive(self):
        return await self.coming.get()

    async def send(self, message):
        self.heard.append(message)


def sent(data=RUN):
    return {"type": "websocket.receive", "bytes": data}


GONE = {"type": "websocket.disconnect", "code": 1005}
CLOSED = {"type": "websocket.disconnect", "code": 1001}


class Application:
    """Takes whatever comes until it is told that the socket has closed; notes each with its time."""

    def __init__(self):
        self.taken = []

    async def __call__(self, _, receive, send):
        await send({"type": "websocket.accept"})
        while True:
            message = await receive()
            self.taken.append((asyncio.get_running_loop().time(), message))
            if message["type"] == "websocket.disconnect":
                return

    @property
    def times(self):
        times = [time for time, message in self.taken if message["type"] == "websocket.receive"]
        return [round(time - times[0], 2) for time in times]


def go(work):
    """Runs a coroutine function in a thread of its own: in this one Playwright may have a loop running."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(lambda: asyncio.run(work())).result()


def limited(app, **bounds):
    """With turns for all: these applications never say that a run has ended."""
    limit = SocketLimit(app, Bounds(**bounds), Addresses(""))
    limit.turns = Turns(1_000)
    return limit


def test_after_a_burst_messages_pass_at_a_bounded_rate():
    app = Application()

    async def work():
        socket = Socket(*[sent()] * 10)
        serving = asyncio.create_task(limited(app, burst=4, rate=50)(socket.scope, socket.receive, socket.send))
        await asyncio.sleep(0.25)
        socket.coming.put_nowait(GONE)
        await serving

    go(work)
    assert len(app.times) == 10
    assert app.times[3] < 0.02
    assert app.times[9] == pytest.approx(6 / 50, abs=0.04)


def test_what_a_closed_socket_left_is_dropped():
    app = Application()

    async def work():
        socket = Socket(*[sent()] * 200, GONE)
        await asyncio.wait_for(limited(app, burst=5, rate=1)(socket.scope, socket.receive, socket.send), 2)

    go(work)
    assert len(app.times) <= 5
    assert app.taken[-1][1] == GONE


def test_a_socket_that_closes_while_its_turn_is_awaited_ends_at_once():
    app = Application()

    async def work():
        socket = Socket(*[sent()] * 3)
        serving = asyncio.create_task(limited(app, burst=1, rate=0.01)(socket.scope, socket.receive, socket.send))
        await asyncio.sleep(0.05)
        socket.coming.put_nowait(CLOSED)
        await asyncio.wait_for(serving, 1)

    go(work)
    assert len(app.times) == 1
    assert app.taken[-1][1] == CLOSED


@pytest.mark.parametrize("bounds", [{"most_waiting": 50}, {"most_waiting_bytes": 50 * len(RUN) or 50}])
def test_a_socket_that_sends_far_more_than_it_may_is_closed(bounds):
    app = Application()

    async def work():
        data = RUN or b" "
        socket = Socket(*[sent(data)] * 500)
        await asyncio.wait_for(limited(app, burst=1, rate=1, **bounds)(socket.scope, socket.receive, socket.send), 2)
        return socket.heard

    heard = go(work)
    assert heard[-1]["type"] == "websocket.close"
    assert heard[-1]["code"] == 1008
    assert len(app.times) <= 2


def test_nothing_is_sent_to_a_socket_that_was_closed():
    async def talks(_, receive, send):
        while (await receive())["type"] != "websocket.disconnect":
            pass
        await send({"type": "websocket.send", "bytes": b"late"})

    async def work():
        socket = Socket(*[sent(b"")] * 9)
        await limited(talks, burst=1, rate=1, most_waiting=3)(socket.scope, socket.receive, socket.send)
        return socket.heard

    assert [message["type"] for message in go(work)] == ["websocket.close"]


@pytest.mark.parametrize("message", [{"type": "websocket.receive", "text": "a"}, sent(b"\xff\xfe\xfd")])
def test_what_is_no_message_closes_the_socket_without_a_trace(message, caplog):
    app = Application()

    async def work():
        socket = Socket(message)
        await asyncio.wait_for(limited(app)(socket.scope, socket.receive, socket.send), 2)
        return socket.heard

    assert go(work)[-1]["code"] == 1003
    assert not app.times
    assert not caplog.records


def test_what_is_not_needed_does_not_reach_the_application_but_takes_its_turn():
    app = Application()

    async def work():
        socket = Socket(*[sent(BackMsg(clear_cache=True).SerializeToString())] * 4, sent())
        serving = asyncio.create_task(limited(app, burst=1, rate=20)(socket.scope, socket.receive, socket.send))
        await asyncio.sleep(0.1)
        assert not app.times
        await asyncio.sleep(0.2)
        socket.coming.put_nowait(GONE)
        await serving

    go(work)
    assert [message["bytes"] for _, message in app.taken if "bytes" in message] == [RUN]


@pytest.mark.parametrize(("code", "clean"), [(1000, True), (1001, True), (1005, False), (1006, False), (1012, False)])
def test_how_a_visit_was_left_is_noted(monkeypatch, code, clean):
    noted = []
    monkeypatch.setattr(visits, "left", lambda visit, *, clean: noted.append((visit, clean)))

    async def begins(_, receive, send):
        await send({"type": "websocket.send", "bytes": beginning("one")})
        while (await receive())["type"] != "websocket.disconnect":
            pass

    async def work():
        socket = Socket({"type": "websocket.disconnect", "code": code})
        await limited(begins)(socket.scope, socket.receive, socket.send)

    go(work)
    assert noted == [("one", clean)]


@pytest.mark.parametrize(
    ("origin", "host", "served"),
    [
        (None, b"demo.test", True),
        (b"http://demo.test", b"demo.test", True),
        (b"https://demo.test:8443", b"demo.test:8443", True),
        (b"http://localhost:3000", b"127.0.0.1:8501", True),
        (b"https://declared.test", b"inner:8501", True),
        (b"http://evil.test", b"demo.test", False),
        (b"http://demo.test:81", b"demo.test", False),
        (b"http://demo.test.evil.test", b"demo.test", False),
        (b"null", b"demo.test", False),
        (b"http://[", b"demo.test", False),
    ],
)
def test_pages_of_other_sites_open_no_socket(monkeypatch, origin, host, served):
    monkeypatch.setattr(config, "get_option", lambda _: "declared.test")
    headers = [(b"host", host), *([(b"origin", origin)] if origin else [])]

    async def work():
        socket = Socket(GONE, headers=headers)
        await limited(Application())(socket.scope, socket.receive, socket.send)
        return socket.heard[0]["type"]

    assert go(work) == ("websocket.accept" if served else "websocket.close")


def test_sockets_of_one_address_are_bounded_only_where_it_is_set():
    async def stays(_, __, send):
        await send({"type": "websocket.accept"})
        await asyncio.sleep(0.3)

    async def work(most, count, clients):
        app = limited(stays, address_sockets=most)
        sockets = [Socket(client=(clients[number % len(clients)], 1)) for number in range(count)]
        await asyncio.gather(*(app(socket.scope, socket.receive, socket.send) for socket in sockets))
        assert not app.open, "what is closed is forgotten"
        return [socket.heard[0]["type"] for socket in sockets].count("websocket.accept")

    assert go(lambda: work(0, 300, ["1.1.1.1"])) == 300
    assert go(lambda: work(20, 300, ["1.1.1.1"])) == 20
    assert go(lambda: work(20, 300, ["1.1.1.1", "2.2.2.2"])) == 40


def test_messages_of_one_address_share_a_rate_where_it_is_set():
    async def work(rate):
        app = Application()
        limit = limited(app, burst=2, rate=1000, address_rate=rate)
        sockets = [Socket(*[sent()] * 3) for _ in range(10)]
        serving = [asyncio.create_task(limit(each.scope, each.receive, each.send)) for each in sockets]
        await asyncio.sleep(0.3)
        taken = len(app.times)
        for socket in sockets:
            socket.coming.put_nowait(GONE)
        await asyncio.gather(*serving)
        return taken

    assert go(lambda: work(0)) == 30
    assert go(lambda: work(20)) in range(25, 29)  # 20 at once, and 0.3 s of 20 a second


@given(st.lists(st.floats(0, 3), max_size=80), st.floats(0.5, 50), st.integers(1, 40))
def test_in_no_stretch_of_time_do_more_pass_than_burst_and_rate_allow(waits, rate, burst):
    bucket, now, passed = Bucket(rate, burst), 0.0, []
    for wait in waits:
        now += wait
        passed.append(now + bucket.delay(now))
    for first in range(len(passed)):
        for last in range(first, len(passed)):
            assert last - first + 1 <= burst + (passed[last] - passed[first]) * rate + 1 + 1e-6
    assert passed == sorted(passed)
