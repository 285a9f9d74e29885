"""What is added to every answer of the server, and what a single visitor may send: headers and an upload quota."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Streamlit's own front end needs inline styles, and evaluates its chart grammar; everything comes from this server.
POLICY = (
    "default-src 'self'; "
    "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; "
    "style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; "
    "font-src 'self' data:; "
    "media-src 'self' blob: mediastream:; "
    "connect-src 'self' ws: wss: data: blob:; "
    "worker-src 'self' blob:; "
    "object-src 'none'; "
    "base-uri 'self'; "
    "form-action 'self'; "
    "frame-ancestors 'self'"
)
HEADERS = {
    b"content-security-policy": POLICY.encode(),
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"same-origin",
    b"cross-origin-opener-policy": b"same-origin",
    b"permissions-policy": b"camera=(self), microphone=(), geolocation=()",
}
LARGEST_PICTURE = 16_000_000  # bytes: 15 million, and what surrounds them on their way
UPLOAD = re.compile(r"/_stcore/upload_file/([^/]+)/")


class SecurityHeaders:
    """Adds `HEADERS` to every HTTP answer that doesn't bring its own."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes websockets on as they are."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                present = {name.lower() for name, _ in message.get("headers", ())}
                added: Iterable[tuple[bytes, bytes]] = (pair for pair in HEADERS.items() if pair[0] not in present)
                message = {**message, "headers": [*message.get("headers", ()), *added]}
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)


@dataclass
class Sent:
    """What a session has sent: files, and bytes in small files (pictures) and in large ones (networks)."""

    files: int = 0
    small: int = 0
    large: int = 0


class UploadQuota:
    """Counts the bytes and files that each session sends; beyond the quota an upload is refused with a sentence.

    The widget's own limit holds for one file and only in the browser. A file larger than any picture may be is a
    network's, and is counted apart: some networks can be sent without a door being opened for more pictures.
    """

    def __init__(
        self, app: ASGIApp, most_bytes: int = 120_000_000, most_files: int = 200, most_large: int = 480_000_000
    ) -> None:
        self.app = app
        self.most_bytes, self.most_files, self.most_large = most_bytes, most_files, most_large
        self.sent: OrderedDict[str, Sent] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Only uploads are looked at."""
        found = UPLOAD.search(scope["path"]) if scope["type"] == "http" and scope["method"] == "PUT" else None
        if found is None:
            await self.app(scope, receive, send)
            return
        sent = self._of(found[1])
        sent.files += 1
        if self._too_much(sent):
            await self._refuse(scope, receive, send)
            return
        # What is announced as large counts as large from its first byte; a wrong word gains nothing.
        size, announced = 0, _announced(scope)

        async def counted() -> Message:
            nonlocal size
            message = await receive()
            before, size = size, size + len(message.get("body", b""))
            self._book(sent, before, size, announced)
            # Too much in mid-stream: the connection counts as broken, and Streamlit drops what has arrived.
            return {"type": "http.disconnect"} if self._too_much(sent) else message

        await self.app(scope, counted, send)

    def _of(self, session: str) -> Sent:
        """What the session has sent; the memory of sessions is bounded, too."""
        sent = self.sent[session] = self.sent.pop(session, Sent())
        if len(self.sent) > 1_000:  # noqa: PLR2004, as said
            self.sent.popitem(last=False)
        return sent

    @staticmethod
    def _book(sent: Sent, before: int, now: int, announced: int) -> None:
        """A file grew from `before` to `now` bytes; once it is larger than a picture, all of it moves over."""
        if max(now, announced) <= LARGEST_PICTURE:
            sent.small += now - before
        elif max(before, announced) <= LARGEST_PICTURE:
            sent.small -= before
            sent.large += now
        else:
            sent.large += now - before

    def _too_much(self, sent: Sent) -> bool:
        return sent.small > self.most_bytes or sent.large > self.most_large or sent.files > self.most_files

    async def _refuse(self, scope: Scope, receive: Receive, send: Send) -> None:
        small, large = self.most_bytes // 1_000_000, self.most_large // 1_000_000
        text = (
            f"This visit has sent its {self.most_files} files, {small} MB of pictures or {large} MB of networks. "
            "Reload the page to start anew."
        )
        await PlainTextResponse(text, status_code=429)(scope, receive, send)


def _announced(scope: Scope) -> int:
    """The length that a request says it has; 0 where it says none."""
    length = dict(scope["headers"]).get(b"content-length", b"0")
    return int(length) if length.isdigit() and len(length) < 20 else 0  # noqa: PLR2004, digits enough for any file
