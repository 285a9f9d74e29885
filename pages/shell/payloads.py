"""Answers whoever asks for what stages show, by its address: `/payload/KEY`.

An address stands for its bytes for ever: browsers and proxies may keep them. What is a visit's own is given to that
visit alone, which shows its token, and is kept nowhere but in its page: others may sit before the same browser.
"""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from viz.hosts.streamlit.parcels import KEY, PARCELS, Parcel

PATH = "/payload/{key}"
KINDS = {"": "application/octet-stream", ".png": "image/png", ".js": "text/javascript"}
TOKEN = "x-visit"  # noqa: S105, the header's name
EVER = "public, max-age=31536000, immutable"
NEVER = "private, no-store"
GONE = {"cache-control": "no-store"}


def begin() -> None:
    """From now on stages are sent addresses: somebody answers under them."""
    PARCELS.served = True


async def payload(request: Request) -> Response:
    """The bytes of that key; 404 where there are none for whoever asks, 503 where they can't be made just now."""
    named, token = request.path_params["key"], request.headers.get(TOKEN, "")
    key, dot, ending = named.partition(".")
    kind = KINDS.get(dot + ending)
    parcel = PARCELS.find(key, token) if kind and KEY.fullmatch(key) else None
    if parcel is None:
        return PlainTextResponse("Not found", 404, headers=GONE)
    headers = _headers(parcel)
    if request.headers.get("if-none-match") == headers["etag"]:
        return Response(status_code=304, headers=headers)
    packed = "gzip" in request.headers.get("accept-encoding", "")
    try:
        found = await run_in_threadpool(PARCELS.body, parcel, packed=packed)
    except TimeoutError:  # too many wait for the same
        return PlainTextResponse("Busy", 503, headers={**GONE, "retry-after": "2"})
    if found is None:
        return PlainTextResponse("Not found", 404, headers=GONE)
    body, compressed = found
    # It is said in either case: else Streamlit compresses the answer anew at every request.
    headers["content-encoding"] = "gzip" if compressed else "identity"
    return Response(body, media_type=kind, headers=headers)


def _headers(parcel: Parcel) -> dict[str, str]:
    return {"cache-control": EVER if parcel.public else NEVER, "etag": f'"{parcel.key}"', "vary": "accept-encoding"}
