"""What goes wrong, in words: refused pictures, and errors of our own with a reference number instead of a trace."""

from __future__ import annotations

import logging
import secrets

import streamlit as st

from models.images import UnreadableImage
from pages.shell import language
from pages.text import catalogue

_logger = logging.getLogger(__name__)


def unexpected(error: Exception) -> bool:
    """Shows a sentence with a reference number and logs the error under it. True: nothing else is shown."""
    if isinstance(error, TimeoutError):
        st.warning(language.say("error.busy"))
        return True
    reference = secrets.token_hex(4)
    _logger.error("Reference %s", reference, exc_info=error)
    st.error(language.say("error.unexpected", reference=reference), title=language.say("error.title"))
    return True


def unreadable(error: UnreadableImage) -> str:
    """Why a picture was refused, in the visitor's language if there are words for it, else in the error's own."""
    key = f"unreadable.{error.code}"
    return language.say(key, **error.details) if catalogue.has(key) else str(error)
