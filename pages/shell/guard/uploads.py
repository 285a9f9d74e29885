"""What visitors may send: so much a visit, so much all together; refused before it is read, in words that arrive.

The widget's own limit holds for one file and only in the browser. A file larger than any picture may be is a network's,
and is counted apart: some networks can be sent without a door being opened for more pictures.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config
from streamlit.runtime import Runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager

from pages.shell.guard import refusals, visits
from pages.shell.guard.answers import Draining
from pages.shell.guard.bounds import MEGABYTE, number
from pages.shell.guard.refusals import Refusal

LARGEST_PICTURE = 16_000_000  # bytes: 15 million, and what surrounds them on their way
SURROUNDING = 2**20  # bytes of a request around its file, at most
UPLOAD = re.compile(r"/_stcore/upload_file/([^/]+)/")
NOBODY, TOO_LARGE, TOO_MUCH, FULL = 400, 413, 429, 503


@dataclass(frozen=True)
class Bounds:
    """Bytes of pictures and of networks, and files, that a visit may send; bytes that all may hold together."""

    most_bytes: int = 120_000_000
    most_files: int = 200
    most_large: int = 480_000_000
    most_together: int = 1_000_000_000

    @classmethod
    def of_the_server(cls) -> Bounds:
        """With the total that whoever runs the server has set."""
        return cls(most_together=int(MEGABYTE * number("CONVOSCOPE_MOST_UPLOADS_MB", 1_000)))


@dataclass
class Sent:
    """What a visit has sent: files, and bytes in small files (pictures) and in large ones (networks)."""

    files: int = 0
    small: int = 0
    large: int = 0


@dataclass
class OnItsWay:
    """A file that is arriving: the bytes it is said to have, and those that are there."""

    announced: int
    here: int = 0

    @property
    def size(self) -> int:
        """What is announced as large counts as large from its first byte; a wrong word gains nothing."""
        return max(self.announced, self.here)


class UploadQuota:
    """Counts what each visit sends and what all hold; an upload beyond that is refused with a sentence."""

    def __init__(self, app: ASGIApp, bounds: Bounds | None = None) -> None:
        self.app, self.bounds = app, bounds or Bounds.of_the_server()
        self.sent: OrderedDict[str, Sent] = OrderedDict()
        self.arriving: dict[int, OnItsWay] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Only uploads are looked at."""
        found = UPLOAD.search(scope["path"]) if scope["type"] == "http" and scope["method"] == "PUT" else None
        if found is None:
            await self.app(scope, receive, send)
            return
        answer = Draining(receive, send)
        file = OnItsWay(_announced(scope))
        visit = found[1]
        refusal = self._before_reading(visit, file)
        if refusal is not None:
            await self._refuse(visit, refusal, answer)
            return
        self.arriving[id(file)] = file
        try:
            await self._take_in(visit, file, scope, answer)
        finally:
            del self.arriving[id(file)]

    @staticmethod
    async def _refuse(visit: str, refusal: Refusal, answer: Draining) -> None:
        refusals.tell(visit, refusal)
        await answer.refuse(refusal.status, refusal.text)

    async def _take_in(self, visit: str, file: OnItsWay, scope: Scope, answer: Draining) -> None:
        """Hands the body on as it comes, as long as it may come."""
        sent = self._of(visit)
        refusal: Refusal | None = None
        sent.files += 1

        async def counted() -> Message:
            nonlocal refusal
            message = await answer.receive()
            before, file.here = file.here, file.here + len(message.get("body", b""))
            _book(sent, before, file)
            refusal = refusal or self._too_much(sent, 0, file)
            # For Streamlit the connection counts as broken then: it drops what has arrived.
            return {"type": "http.disconnect"} if refusal else message

        async def unless_refused(message: Message) -> None:
            if not refusal:
                await answer.send(message)

        with suppress(ClientDisconnect):
            await self.app(scope, counted, unless_refused)
        if refusal:
            if refusal.status == FULL:  # that is not the visit's fault
                _take_back(sent, file)
            await self._refuse(visit, refusal, answer)

    def _before_reading(self, visit: str, file: OnItsWay) -> Refusal | None:
        """Why nothing of it is read; None if it may come."""
        if not visits.is_there(visit):
            return Refusal(NOBODY, "nobody")
        most = config.get_option("server.maxUploadSize") * 2**20
        if file.announced > most + SURROUNDING:
            return Refusal(TOO_LARGE, "too_large", {"most": most // 2**20})
        return self._too_much(self._of(visit), 1, file)

    def _too_much(self, sent: Sent, files: int, file: OnItsWay) -> Refusal | None:
        """The first bound that is passed; None if none is."""
        bounds, coming = self.bounds, file.announced if files else 0
        is_large = file.size > LARGEST_PICTURE
        small, large = sent.small + coming * (not is_large), sent.large + coming * is_large
        if small > bounds.most_bytes or large > bounds.most_large or sent.files + files > bounds.most_files:
            small, large = bounds.most_bytes // MEGABYTE, bounds.most_large // MEGABYTE
            return Refusal(TOO_MUCH, "too_much", {"files": bounds.most_files, "small": small, "large": large})
        if self._lacks_room(file):
            return Refusal(FULL, "full")
        return None

    def _lacks_room(self, file: OnItsWay) -> bool:
        """Whether all files together are too much, even without those of visits that nobody is connected to."""
        # Of the others only what is there counts: an announcement alone would keep everybody out.
        others = sum(other.here for other in self.arriving.values() if other is not file)
        leaving = visits.make_room()
        while held() + others + file.size > self.bounds.most_together:
            if next(leaving, None) is None:
                return True
        return False

    def _of(self, visit: str) -> Sent:
        """What the visit has sent; the memory of visits is bounded, too."""
        sent = self.sent[visit] = self.sent.pop(visit, Sent())
        if len(self.sent) > 1_000:  # noqa: PLR2004, as said
            self.sent.popitem(last=False)
        return sent


def held() -> int:
    """The bytes of all files that Streamlit keeps for visits."""
    if not Runtime.exists():
        return 0
    manager = Runtime.instance().uploaded_file_mgr
    if not isinstance(manager, MemoryUploadedFileManager):
        return 0
    return sum(stat.byte_length for stats in manager.get_stats().values() for stat in stats)


def _book(sent: Sent, before: int, file: OnItsWay) -> None:
    """A file grew from `before` bytes; once it is larger than a picture, all of it moves over."""
    if file.size <= LARGEST_PICTURE:
        sent.small += file.here - before
    elif max(before, file.announced) <= LARGEST_PICTURE:
        sent.small -= before
        sent.large += file.here
    else:
        sent.large += file.here - before


def _take_back(sent: Sent, file: OnItsWay) -> None:
    sent.files -= 1
    if file.size <= LARGEST_PICTURE:
        sent.small -= file.here
    else:
        sent.large -= file.here


def _announced(scope: Scope) -> int:
    """The length that a request says it has; 0 where it says none."""
    length = dict(scope["headers"]).get(b"content-length", b"0")
    return int(length) if length.isdigit() and len(length) < 20 else 0  # noqa: PLR2004, digits enough for any file
