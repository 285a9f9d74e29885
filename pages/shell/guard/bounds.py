"""Numbers that whoever runs a server may set, in environment variables. What isn't a number is told and passed over."""

from __future__ import annotations

import logging
import os

MEGABYTE = 1_000_000

_logger = logging.getLogger(__name__)


def number(name: str, usual: float) -> float:
    """The number that an environment variable holds, if it is one and not negative; else the usual one."""
    said = os.environ.get(name, "").strip()
    if not said:
        return usual
    try:
        value = float(said)
    except ValueError:
        value = -1.0
    if not 0 <= value < float("inf"):
        _logger.warning("%s should be a number, not %r; %g is taken instead", name, said, usual)
        return usual
    return value
