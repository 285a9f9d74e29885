"""Loads what every visitor needs (torch, the bundled network) in the background, so that the first page waits for none.

Until then a page shows its words and says that the network is being loaded.
"""

from __future__ import annotations

import gc
import logging
import threading
from typing import Literal

State = Literal["waiting", "loading", "ready", "failed"]

# Importing torch holds the interpreter for two seconds. The server answers its first visitor before it begins.
HEAD_START = 0.6

_logger = logging.getLogger(__name__)
_begun = threading.Event()
_now = threading.Event()
_state: list[State] = ["waiting"]


def start() -> None:
    """Begins once per process, after a short head start for the first visitor; returns at once."""
    if not _begun.is_set():
        _begun.set()
        threading.Thread(target=_work, name="warm-up", daemon=True).start()


def hurry() -> None:
    """Ends the head start: somebody's page is on screen up to the point where it needs the network."""
    _now.set()


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
        return
    # Streamlit collects garbage after every rerun; what is here to stay need not be looked through each time.
    gc.collect()
    gc.freeze()
    _state[0] = "ready"


def _load() -> None:
    from pages.shell import cached, pictures

    for name in cached.BUNDLED:
        cached.trace(pictures.sample_picture(pictures.FIRST), name)
        cached.fields(name)
