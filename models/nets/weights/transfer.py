"""One file over HTTP, from request to last byte: bounded in size, patient for so long, led astray by no redirect."""

from __future__ import annotations

import http.client
import shutil
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.client import HTTPResponse
from pathlib import Path
from typing import IO, Any, Protocol, runtime_checkable
from urllib.parse import urlsplit

from models.nets.weights.files import Problem

PIECE = 2**16
MARGIN = 1.1  # times the published size, at most
SPARE = 64 * 2**20  # bytes that stay free on the disk
AGENT = "Convoscope"


@runtime_checkable
class Receiver(Protocol):
    """Whoever is told of what comes in. `total` is the size to expect; `add` may raise to end it."""

    total: int

    def add(self, count: int) -> None:
        """So many bytes more."""


class SecureRedirects(urllib.request.HTTPRedirectHandler):
    """Follows to encrypted addresses alone; anything else is what the sign-in pages of networks do."""

    def redirect_request(  # noqa: D102 - urllib's own
        self, req: urllib.request.Request, fp: Any, code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        if urlsplit(newurl).scheme != "https":
            raise Problem("redirect")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def fetch(address: str, opened: IO[bytes], receiver: Receiver, silence: float) -> None:
    """Writes what is at an address into an opened file. Raises Problem; OSError only for what the disk refuses.

    At most `MARGIN` times the size that `receiver` expects. `silence`: seconds without a byte after which it ends.
    """
    most = int(MARGIN * receiver.total)
    with answer(address, silence) as response:
        told = response.length
        if told is not None:
            if told > most:
                raise Problem("too_large", received=told)
            receiver.total = told
        _room_for(receiver.total, Path(opened.name).parent)
        received = 0
        for piece in pieces(response, silence):
            received += len(piece)
            if received > most:
                raise Problem("too_large", received=received)
            opened.write(piece)
            receiver.add(len(piece))
        if told is not None and received < told:
            raise Problem("broken")


def answer(address: str, silence: float) -> HTTPResponse:
    """The opened answer of a server; Problem where there is none."""
    if urlsplit(address).scheme not in ("http", "https"):
        raise Problem("offline", reason="no address of the web")
    opener = urllib.request.build_opener(SecureRedirects)
    request = urllib.request.Request(address, headers={"User-Agent": AGENT})  # noqa: S310, checked above
    try:
        opened: HTTPResponse = opener.open(request, timeout=silence)
    except urllib.error.HTTPError as error:
        error.close()
        # A way that urllib itself doesn't follow, such as one to a file, ends here too.
        astray = 300 <= error.code < 400  # noqa: PLR2004, the statuses of redirection
        raise Problem("redirect") if astray else Problem("http", status=error.code) from error
    except TimeoutError as error:
        raise Problem("silent", seconds=f"{silence:g}") from error
    except (OSError, http.client.HTTPException) as error:
        raise _unreached(error, silence) from error
    return opened


def _unreached(error: Exception, silence: float) -> Problem:
    reason: Any = getattr(error, "reason", error)
    if isinstance(reason, TimeoutError):
        return Problem("silent", seconds=f"{silence:g}")
    return Problem("offline", reason=getattr(reason, "strerror", None) or type(reason).__name__)


def pieces(response: HTTPResponse, silence: float) -> Iterator[bytes]:
    """What comes in, as it comes in; Problem where it stops coming before its end."""
    while True:
        try:
            piece = response.read1(PIECE)
        except TimeoutError as error:
            raise Problem("silent", seconds=f"{silence:g}") from error
        except (OSError, http.client.HTTPException) as error:
            raise Problem("broken") from error
        if not piece:
            return
        yield piece


def _room_for(size: int, folder: Path) -> None:
    if shutil.disk_usage(folder).free < size + SPARE:
        raise Problem("disk_full")
