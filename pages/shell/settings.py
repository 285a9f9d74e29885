"""The settings of `.streamlit/config.toml` hold however the server is started.

Streamlit reads that file from the folder it is started in and from beside the script it is told; another ASGI server,
or another folder, would leave its own defaults: sources shown to visitors, and a collection of garbage after each run.
One of them Streamlit itself forgets: it watches no files, until a visit comes back whose line broke.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from streamlit import config
from streamlit.runtime.app_session import AppSession

FILE = Path(__file__).parent.parent.parent / ".streamlit" / "config.toml"


def hold() -> None:
    """Sets whatever the file says and nobody has set otherwise: by a flag, or in a file of their own."""
    for key, value in options(tomllib.loads(FILE.read_text(encoding="utf-8"))):
        if not config.is_manually_set(key):
            config.set_option(key, value, str(FILE))
    if config.get_option("server.fileWatcherType") == "none":
        AppSession.register_file_watchers = _watch_nothing  # type: ignore[method-assign]


def _watch_nothing(self: AppSession) -> None:
    """In place of what Streamlit does for every visit that comes back, whatever the setting says.

    It looks through the files of all modules, for half a second, in which the loop answers nobody. Where a hall's Wi-Fi
    comes back, that is half a second for each visitor.
    """


def base_paths() -> tuple[str, ...]:
    """What may stand before the paths of our own routes: nothing, or what a proxy leaves there."""
    base = str(config.get_option("server.baseUrlPath") or "").strip("/")
    return ("", f"/{base}") if base else ("",)


def options(table: Mapping[str, Any], section: str = "") -> Iterator[tuple[str, Any]]:
    """The options of a table, by their full names."""
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from options(value, f"{section}{name}.")
        else:
            yield f"{section}{name}", value
