"""How a refusal reaches somebody who is still sending: what comes is let through to nowhere until they can hear it.

A server that answers and closes while a body is on its way breaks the connection, and the browser tells its person of a
network error instead of the sentence.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress

from starlette.types import Message, Receive, Send

# Nobody is listened to for longer.
MOST_BYTES = 512 * 2**20
MOST_SECONDS = 60.0
ERROR = 400


class Draining:
    """The two ways of a request; before an answer that refuses it is complete, the rest of its body is thrown away."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive, self._send = receive, send
        self._complete = False
        self._refuses = False

    async def receive(self) -> Message:
        """What comes next."""
        message = await self._receive()
        self._complete = message["type"] == "http.disconnect" or not message.get("more_body", False)
        return message

    async def send(self, message: Message) -> None:
        """The answer on its way back."""
        if message["type"] == "http.response.start":
            self._refuses = message["status"] >= ERROR
        elif self._refuses and not message.get("more_body", False):
            # Whoever listens while sending hears it now.
            await self._send({**message, "more_body": True})
            await self._drain()
            message = {"type": "http.response.body", "body": b""}
        await self._send(message)

    async def refuse(self, status: int, text: str) -> None:
        """An answer of our own: a status, and a sentence for people."""
        body = text.encode()
        headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
        await self.send({"type": "http.response.start", "status": status, "headers": headers})
        await self.send({"type": "http.response.body", "body": body})

    async def _drain(self) -> None:
        thrown = 0
        with suppress(TimeoutError):
            async with asyncio.timeout(MOST_SECONDS):
                while not self._complete and thrown < MOST_BYTES:
                    thrown += len((await self.receive()).get("body", b""))
