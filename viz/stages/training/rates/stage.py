"""What the stage of several rates is sent: the rates, and for how long; it draws the pictures and trains by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from viz.stages.kernel.payload import pack
from viz.stages.kernel.view import View, between, one_of

RATES = ("0.01", "0.03", "0.1", "0.3", "1")
UPDATES = 300  # of each network
MOST_SEEDS = 99


@dataclass(frozen=True)
class RatesView(View):
    """What a visitor has settled on. `seed`: of pictures and weights; `favourite`: the rate said to end lowest."""

    seed: int = between(1, MOST_SEEDS)
    favourite: str = one_of(("", *RATES))


def payload(alt: str, words: Mapping[str, str]) -> bytes:
    """Everything the browser needs."""
    bounds = {"updates": UPDATES, "seeds": MOST_SEEDS}
    return pack({"rates": RATES, "bounds": bounds, "alt": alt, "words": dict(words)}, {})
