"""What is added to every answer of the server, and what a single visitor may send: headers and an upload quota."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterable

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


class UploadQuota:
    """Counts the bytes and files that each session sends; beyond the quota an upload is refused with a sentence.

    The widget's own limit holds for one file and only in the browser.
    """

    def __init__(self, app: ASGIApp, most_bytes: int = 120_000_000, most_files: int = 200) -> None:
        self.app = app
        self.most_bytes, self.most_files = most_bytes, most_files
        self.sent: OrderedDict[str, tuple[int, int]] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Only uploads are looked at."""
        found = UPLOAD.search(scope["path"]) if scope["type"] == "http" and scope["method"] == "PUT" else None
        if found is None:
            await self.app(scope, receive, send)
            return
        session = found[1]
        if self._add(session, files=1):
            await self._refuse(scope, receive, send)
            return

        async def counted() -> Message:
            message = await receive()
            # Too much in mid-stream: the connection counts as broken, and Streamlit drops what has arrived.
            return {"type": "http.disconnect"} if self._add(session, len(message.get("body", b""))) else message

        await self.app(scope, counted, send)

    def _add(self, session: str, size: int = 0, files: int = 0) -> bool:
        """Books what was sent; True if that is more than the quota."""
        bytes_sent, files_sent = self.sent.pop(session, (0, 0))
        self.sent[session] = total = (bytes_sent + size, files_sent + files)
        if len(self.sent) > 1_000:  # noqa: PLR2004, the memory of sessions is bounded too
            self.sent.popitem(last=False)
        return total[0] > self.most_bytes or total[1] > self.most_files

    async def _refuse(self, scope: Scope, receive: Receive, send: Send) -> None:
        megabytes = self.most_bytes // 1_000_000
        text = f"This visit has sent its {self.most_files} files or {megabytes} MB. Reload the page to start anew."
        await PlainTextResponse(text, status_code=429)(scope, receive, send)
