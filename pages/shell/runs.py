"""What is the same for the length of a run of a page is found out once in it, however often it is asked for."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from streamlit.runtime.scriptrunner import get_script_run_ctx

T = TypeVar("T")


class OnceARun(Generic[T]):
    """What `find` finds. Where there is no run, it is asked every time."""

    def __init__(self, find: Callable[[], T]) -> None:
        self._find = find
        self._kept = threading.local()

    def __call__(self) -> T:
        """What was found in this run."""
        run = get_script_run_ctx(suppress_warning=True)
        if run is None:
            return self._find()
        # Every run begins with cursors of its own, also one that goes on in the thread of another; and which page it is
        # of may turn out while it is under way.
        cursors, page = getattr(self._kept, "of", (None, ""))
        if cursors is not run.cursors or page != run.page_script_hash:
            self._kept.found, self._kept.of = self._find(), (run.cursors, run.page_script_hash)
        found: T = self._kept.found
        return found

    def forget(self) -> None:
        """It has changed in the middle of a run."""
        self._kept.of = None, ""
