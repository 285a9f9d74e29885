"""The settings of `.streamlit/config.toml` hold however the server is started.

Streamlit reads that file from the folder it is started in and from beside the script it is told; another ASGI server,
or another folder, would leave its own defaults: sources shown to visitors, and a collection of garbage after each run.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from streamlit import config

FILE = Path(__file__).parent.parent.parent / ".streamlit" / "config.toml"


def hold() -> None:
    """Sets whatever the file says and nobody has set otherwise: by a flag, or in a file of their own."""
    for key, value in options(tomllib.loads(FILE.read_text(encoding="utf-8"))):
        if not config.is_manually_set(key):
            config.set_option(key, value, str(FILE))


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
