"""What is added to every answer of the server, and which of Streamlit's doors are open to visitors."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import file_util

INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def _inline_scripts() -> str:
    """The scripts that stand in the front end's page itself, by their hashes: no other one is run from a page."""
    page = (Path(file_util.get_static_dir()) / "index.html").read_text(encoding="utf-8")
    digests = [hashlib.sha256(script.encode()).digest() for script in INLINE.findall(page)]
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


# Streamlit's own front end needs inline styles, and a font in an address; components are modules that it makes into
# blobs. 'self' covers the socket too, under whatever name the browser knows this server.
POLICY = (
    "default-src 'none'; "
    f"script-src 'self' {_inline_scripts()} blob:; "
    "style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; "
    "font-src 'self' data:; "
    "media-src 'self' blob:; "
    "manifest-src 'self'; "
    "connect-src 'self'; "
    "worker-src 'self' blob:; "
    "base-uri 'self'; "
    "form-action 'none'; "
    "frame-ancestors 'self'"
)
HEADERS = {
    b"content-security-policy": POLICY.encode(),
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"same-origin",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"permissions-policy": b"camera=(self), microphone=(), geolocation=()",
}
# Nothing here is meant for pages of other sites.
SHARING = b"access-control-"

# What the front end asks for of Streamlit's own routes. The rest tells strangers how many visit and what is in memory
# (metrics), runs the pages (script-health-check, agent), or signs in where nobody signs in.
OPEN = re.compile(r"/_stcore/(health|host-config|stream|upload_file/[^/]+/[^/]+|bidi-components/.+)$")
CLOSED = re.compile(r"/(_stcore|component|auth|oauth2callback)(/|$)")


class SecurityHeaders:
    """Adds `HEADERS` to every HTTP answer that doesn't bring its own, and keeps other sites and hosts out of it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes websockets on as they are."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = [_kept(name.lower(), value) for name, value in message.get("headers", ())]
                kept = [pair for pair in own if not pair[0].startswith(SHARING)]
                present = {name for name, _ in kept}
                message = {**message, "headers": [*kept, *(pair for pair in HEADERS.items() if pair[0] not in present)]}
            await send(message)

        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        # For an origin that it doesn't know, Streamlit asks an outside host who we are, and all visitors wait for it.
        headers = [pair for pair in scope["headers"] if pair[0].lower() != b"origin"]
        await self.app({**scope, "headers": headers}, receive, send_with_headers)


class ClosedDoors:
    """Answers 404 where Streamlit has a route that no page of ours needs."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Under a base path, too; and whatever stands before it."""
        if scope["type"] == "http" and CLOSED.search(scope["path"]) and not OPEN.search(scope["path"]):
            await PlainTextResponse("Not found", 404)(scope, receive, send)
            return
        await self.app(scope, receive, send)


def _kept(name: bytes, value: bytes) -> tuple[bytes, bytes]:
    """A header; a way to another page stays on this host, whatever the request said that the host is."""
    if name != b"location":
        return name, value
    parts = urlsplit(value.decode("latin-1"))
    return name, urlunsplit(("", "", parts.path, parts.query, parts.fragment)).encode("latin-1")
