"""Loads what every visitor needs (torch, the bundled network) in the background, so that the first page waits for none.

Until then a page shows its words and says that the network is being loaded.
"""

from __future__ import annotations

import contextlib
import logging
import threading
from typing import Literal

from pages.shell import tidying

State = Literal["waiting", "loading", "ready", "failed"]

# Importing torch holds the interpreter for two seconds, in which the server answers nobody. A visitor who comes within
# the head start gets the first page before it begins, and a little time to fetch what the browser needs to show it.
HEAD_START = 2.5
FIRST_PAGE = 0.25

_logger = logging.getLogger(__name__)
_begun = threading.Event()
_now = threading.Event()
_ended = threading.Event()
_state: list[State] = ["waiting"]


def share_memory() -> None:
    """Has all visits use the same freed memory; to be called before their threads begin."""
    from pages.shell.cached import networks

    networks.hold_freed_memory()


def start() -> None:
    """Begins once per process, after a short head start for the first visitor; returns at once."""
    if not _begun.is_set():
        _begun.set()
        from pages.shell.cached import networks

        tidying.start(networks.return_freed_memory)
        threading.Thread(target=_work, name="warm-up", daemon=True).start()


def wait() -> None:
    """Returns when the networks are there: called by a page that has shown its words and needs them to go on.

    Where nothing was started (a script without its server), there is nothing to wait for.
    """
    if _begun.is_set() and not _ended.is_set():
        threading.Timer(FIRST_PAGE, _now.set).start()
        _ended.wait()


def state() -> State:
    """How far it is."""
    return _state[0]


def _work() -> None:
    _now.wait(HEAD_START)
    _state[0] = "loading"
    try:
        _load()
    except Exception:
        _logger.exception("The bundled networks could not be loaded")
        _state[0] = "failed"
        _ended.set()
        return
    tidying.settle()
    _state[0] = "ready"
    _ended.set()


def _load() -> None:
    from pages.shell import pictures
    from pages.shell.cached import networks, own_networks

    for name in (*own_networks.of_the_server(), *networks.BUNDLED):
        # One that can't be shown is named on the pages, and they go on without it.
        with contextlib.suppress(own_networks.NotShown):
            networks.trace(pictures.sample_picture(pictures.FIRST), name)
            networks.fields(name)
