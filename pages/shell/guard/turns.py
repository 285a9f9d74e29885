"""How many pages run at once? A few; the others wait for their turn, in the order in which they were asked for.

Each run has a thread of its own. Where a hall's Wi-Fi comes back, three hundred of them begin in the same moment: every
one gets a three-hundredth of the time, nobody's page is there before all are, and the loop that answers everybody waits
among them. One after the other, the first page is there at once and the last one no later.
"""

from __future__ import annotations

import asyncio
from collections import deque

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

AT_ONCE = 6
# Seconds. Whoever takes longer waits for a network mostly, or is computing without holding up Python: others may begin.
LONGEST = 2.0
SHORT = 64  # bytes: the message that a run has ended is shorter


class Turns:
    """The turns of all sockets together. To be used on the event loop's thread alone, as what follows."""

    def __init__(self, at_once: int = AT_ONCE) -> None:
        self.free = at_once
        self.waiting: deque[Turn] = deque()

    def leave(self) -> None:
        """One has had its turn: the next one's begins."""
        while self.waiting:
            if self.waiting.popleft().begin():
                return
        self.free += 1


class Turn:
    """A socket's own: none, waited for, or begun."""

    def __init__(self, turns: Turns, longest: float = LONGEST) -> None:
        self.turns, self.longest = turns, longest
        self.called: asyncio.Future[None] | None = None
        self.until: asyncio.TimerHandle | None = None

    async def come(self) -> None:
        """Returns when it has begun, or when the socket has closed. Who stops a run for another keeps the turn."""
        if self.until is not None:
            return
        if self.turns.free:
            self.turns.free -= 1
            self._begun()
            return
        self.called = asyncio.get_running_loop().create_future()
        self.turns.waiting.append(self)
        await self.called

    def begin(self) -> bool:
        """Begins the turn that is waited for; False if nobody waits any more."""
        if self.called is None or self.called.done():
            return False
        self._begun()
        self.called.set_result(None)
        return True

    def end(self) -> None:
        """The run has ended, or has had its time, or the socket has closed."""
        if self.called is not None and not self.called.done():
            self.called.set_result(None)
        elif self.until is not None:
            self.until.cancel()
            self.until = None
            self.turns.leave()

    def _begun(self) -> None:
        self.until = asyncio.get_running_loop().call_later(self.longest, self.end)


def begins(data: bytes) -> bool:
    """Whether a browser's message has a page run."""
    return bool(BackMsg.FromString(data).WhichOneof("type") == "rerun_script")


def ends(data: bytes) -> bool:
    """Whether a message to a browser says that a run has ended."""
    return bool(len(data) <= SHORT and ForwardMsg.FromString(data).WhichOneof("type") == "script_finished")
