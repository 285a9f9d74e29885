"""So many runs at once, the others in their order; whoever leaves, ends or takes long makes room, and once only."""

import asyncio

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from pages.shell.guard.turns import Turn, Turns, begins, ends
from tests.load.visitor import run
from tests.pages.test_guard_sockets import CLOSED, Application, Socket, go, limited, sent

FINISHED = {"type": "websocket.send", "bytes": ForwardMsg(script_finished=0).SerializeToString()}


def hall(count, at_once, longest=60.0):
    turns, begun = Turns(at_once), []

    async def wait(number, turn):
        await turn.come()
        begun.append(number)

    seats = [Turn(turns, longest) for _ in range(count)]
    tasks = [asyncio.ensure_future(wait(number, turn)) for number, turn in enumerate(seats)]
    return turns, seats, begun, tasks


async def moment():
    for _ in range(5):
        await asyncio.sleep(0)


def test_the_others_wait_in_their_order_and_every_end_begins_one():
    async def work():
        turns, seats, begun, _ = hall(7, 2)
        await moment()
        assert begun == [0, 1]
        seats[1].end()
        await moment()
        assert begun == [0, 1, 2]
        seats[1].end()
        await moment()
        assert begun == [0, 1, 2], "it had ended before"
        seats[3].end()  # left while it waited
        seats[0].end()
        await moment()
        assert begun == [0, 1, 2, 3, 4], "it is told, so that it goes, and takes nobody's turn"
        for turn in seats:
            turn.end()
            await moment()
        assert begun == list(range(7))
        assert (turns.free, list(turns.waiting)) == (2, [])

    go(work)


def test_whoever_takes_long_lets_others_begin():
    async def work():
        turns, seats, begun, tasks = hall(3, 1, longest=0.05)
        await asyncio.gather(*tasks)
        assert begun == [0, 1, 2]
        seats[0].end()
        await asyncio.sleep(0.1)
        assert turns.free == 1

    go(work)


def test_a_run_that_is_stopped_for_another_keeps_its_turn():
    async def work():
        turns = Turns(1)
        turn = Turn(turns)
        await turn.come()
        await asyncio.wait_for(turn.come(), 1)
        turn.end()
        assert turns.free == 1

    go(work)


def test_runs_and_their_ends_are_told_from_other_messages():
    assert begins(run("convolution", "row=3").SerializeToString())
    assert not begins(BackMsg(app_heartbeat=True).SerializeToString())
    assert ends(FINISHED["bytes"])
    assert not ends(ForwardMsg(session_event={}).SerializeToString())
    assert not ends(b"\x00" * 1000), "what is long isn't looked through"


class Runner(Application):
    """Runs what it is asked to run until it is told to finish."""

    def __init__(self):
        super().__init__()
        self.running, self.most = [], 0

    async def __call__(self, _, receive, send):
        await send({"type": "websocket.accept"})
        await receive()
        while (await receive())["type"] == "websocket.receive":
            over = asyncio.Event()
            self.running.append(over)
            self.most = max(self.most, len(self.running))
            await over.wait()
            self.running.remove(over)
            await send(FINISHED)


def test_sockets_share_the_turns_of_a_server_and_those_that_close_leave_theirs():
    async def work():
        app = Runner()
        limit = limited(app)
        limit.turns = Turns(3)
        sockets = [Socket(sent()) for _ in range(8)]
        served = [asyncio.ensure_future(limit(each.scope, each.receive, each.send)) for each in sockets]
        await asyncio.sleep(0.05)
        assert len(app.running) == 3
        for socket in sockets[3:5]:
            socket.coming.put_nowait(CLOSED)  # two of those that wait
        while app.running:
            app.running[0].set()
            await asyncio.sleep(0.01)
        assert app.most == 3
        for socket in sockets:
            socket.coming.put_nowait(CLOSED)
        await asyncio.wait_for(asyncio.gather(*served), 5)
        assert limit.turns.free == 3
        finished = [sum(FINISHED["bytes"] == each.get("bytes") for each in socket.heard) for socket in sockets]
        assert finished == [1, 1, 1, 0, 0, 1, 1, 1]

    go(work)
