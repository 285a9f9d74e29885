"""How long must a message wait, if so many at once and then so many a second may pass? A token bucket."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Bucket:
    """Holds at most `burst` tokens and gains `rate` a second; each message takes one, if need be from the future."""

    rate: float
    burst: float
    tokens: float = field(init=False)
    at: float = field(default=float("-inf"), init=False)

    def __post_init__(self) -> None:
        self.tokens = self.burst

    def delay(self, now: float) -> float:
        """Takes a token; the seconds until it is there. Those who ask later wait longer: nobody slips in."""
        self.tokens = self._at(now) - 1
        self.at = now
        return max(0.0, -self.tokens / self.rate)

    def is_full(self, now: float) -> bool:
        """Whether it stands as if nothing had ever passed."""
        return self._at(now) >= self.burst

    def _at(self, now: float) -> float:
        return min(self.burst, self.tokens + (now - self.at) * self.rate)
