"""The ASGI application around the pages: warm-up, health route, headers and quotas, and words for what goes wrong.

`streamlit run app.py` serves it. The pages themselves start in `pages/shell/frame.py`.
"""

from __future__ import annotations

from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st
from starlette.middleware import Middleware
from starlette.responses import JSONResponse, RedirectResponse
from starlette.routing import Route

from pages.shell import notices, payloads, settings, warm_up
from pages.shell.guard.sockets import SocketLimit
from pages.shell.guard.uploads import UploadQuota
from pages.shell.middleware import ClosedDoors, SecurityHeaders
from pages.shell.routes import ROUTES

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Starts loading the bundled networks; the first page doesn't wait for them."""
    warm_up.start()
    yield


async def healthy(_: Request) -> JSONResponse:
    """What a load balancer asks: alive (status 200), and whether the networks are loaded."""
    return JSONResponse({"status": "ok", "networks": warm_up.state()})


async def start_page(request: Request) -> RedirectResponse:
    """The start is at the root; its own name leads there too, with everything that was chosen.

    By a relative way: behind a proxy, the root is another one than we know of.
    """
    return RedirectResponse(f"./?{request.url.query}" if request.url.query else "./")


settings.hold()
warm_up.share_memory()
payloads.begin()
app = st.App(
    Path(__file__).parent / "pages" / "shell" / "frame.py",
    lifespan=lifespan,
    routes=[
        Route(f"{base}{path}", answer)
        for base in settings.base_paths()
        for path, answer in (
            ("/healthy", healthy),
            (payloads.PATH, payloads.payload),
            (f"/{ROUTES[0].topic}", start_page),
        )
    ],
    middleware=[Middleware(SecurityHeaders), Middleware(ClosedDoors), Middleware(SocketLimit), Middleware(UploadQuota)],
    on_script_error=notices.unexpected,
)
