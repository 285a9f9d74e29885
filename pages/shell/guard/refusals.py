"""A refused upload in words: for whoever asks, and on the page that it was sent from.

Streamlit's widget tells its person no more than the number of an answer. So the visit is told, too: its page runs once
more and says the sentence.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from streamlit.runtime import Runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

from pages.text import catalogue


@dataclass(frozen=True)
class Refusal:
    """The status of the answer, and the words: their key in the catalogue, and what is put into them."""

    status: int
    key: str
    values: dict[str, object] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """For whoever asks without a page."""
        return catalogue.say(catalogue.FALLBACK, f"uploads.{self.key}", **self.values)


_untold: dict[str, Refusal] = {}


def tell(visit: str, refusal: Refusal) -> None:
    """Has the visit's page say why. One that hasn't been said yet is enough: not one run for each of many files."""
    session = Runtime.instance().get_app_session(visit) if Runtime.exists() else None
    if session is None or visit in _untold:
        return
    _untold[visit] = refusal
    session.request_rerun(session._client_state)  # noqa: SLF001, as Streamlit itself does where a file has changed


def forget(visit: str) -> None:
    """The visit has ended."""
    _untold.pop(visit, None)


def untold() -> Refusal | None:
    """What the visit whose page is running has not been told yet."""
    context = get_script_run_ctx()
    return _untold.pop(context.session_id, None) if context else None
