"""The table of promises: for the key of each thing to try, what its words say and what must then be so."""

from collections.abc import Callable

from pages.shell.routes import ROUTES
from pages.text import catalogue
from tests.pages.promises.tried import Tried

PROMISES: dict[str, Callable[[Tried], None]] = {}


def promise(key):
    """Notes the check of one thing to try, by the key of its words."""

    def note(check):
        assert key not in PROMISES, key
        PROMISES[key] = check
        return check

    return note


def promised():
    """Every key in the catalogue that is something to try, by (page, part); the part is empty where a page has none."""
    found = {}
    for key in catalogue._entries("en"):
        head, _, name = key.rpartition(".")
        if name.startswith("try_"):
            topic = max((route.topic for route in ROUTES if f"{head}_".startswith(f"{route.topic}_")), key=len)
            found.setdefault((topic, head[len(topic) + 1 :]), set()).add(key)
    return found
