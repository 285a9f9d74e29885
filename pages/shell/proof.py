"""The proof line: what is worked out here beside what PyTorch computes. One that fails is shown as the fault it is."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite

import streamlit as st

from pages.shell.language import say, scientific

ROUNDING = 1e-3  # of the largest value: sums of single precision are true to far more, a wrong number is not
NOTHING = 1e-6


@dataclass(frozen=True)
class Proof:
    """What a proof says, and whether what is compared in it agrees."""

    text: str
    holds: bool = True

    def put(self) -> None:
        """The line, or in its place a fault that nobody can overlook."""
        if self.holds:
            st.markdown(self.text)
        else:
            st.error(say("page.proof_fails", proof=self.text))


def apart(difference: float | None) -> str:
    """How far two numbers are apart, in words of a proof: the size of it alone counts, and nothing is plainly 0."""
    return scientific(difference, 1) if difference else "0"


def agree(difference: float | None, largest: float = 1.0) -> bool:
    """Whether a difference is no more than rounding, for numbers that are at most `largest` in size.

    None stands for nothing to compare. NaN is no disagreement either: it is what two NaN differ by, and among numbers
    without end there is no saying how far rounding goes.
    """
    if difference is None or not isfinite(largest):
        return True
    return not abs(difference) > max(NOTHING, ROUNDING * abs(largest))
