"""What is known of the file that a visitor sent, once it is read. Plain values: nothing here draws."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.records.matches import Match

if TYPE_CHECKING:
    from pages.networks.own.cached import Weights


@dataclass(frozen=True)
class Opened:
    """A file that was read: its weights, and the architecture they fit best. `origin`: "example three", or "file 2".

    `in_code`: how lines of Python get at it.
    """

    weights: Weights
    best: Match
    origin: str
    in_code: str
