"""Serves stages alone, each with a payload from a folder: for tests, and for looking at them, without Streamlit.

The folder holds what pages have sent their stages, as `TOPIC/PART/NAME.bin` (bytes) or `.json` (an object). Stages are
read anew each time, so that a changed script is there after a reload.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import unquote, urlsplit

from viz.stages.kernel.assets import read_assets

HERE = Path(__file__).parent
STAGES = HERE.parents[1] / "stages"
SETTINGS = HERE.parents[2] / ".streamlit" / "config.toml"
OWN = {"/": "bench.html", "/bench.js": "bench.js", "/bench.css": "bench.css"}
KINDS = {".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json"}


def stages() -> tuple[str, ...]:
    """Every stage there is, as "convolution/kinds"."""
    return tuple(sorted(file.parent.relative_to(STAGES).as_posix() for file in STAGES.glob("*/*/stage.js")))


def payloads(folder: Path) -> dict[str, list[str]]:
    """Of every stage, the files of payloads that the folder has for it."""
    return {
        name: sorted(file.relative_to(folder).as_posix() for file in (folder / name).glob("*.*")) for name in stages()
    }


def themes() -> dict[str, dict[str, str]]:
    """The custom properties that stages find around them, by theme, from the application's own settings."""
    said = tomllib.loads(SETTINGS.read_text(encoding="utf-8"))["theme"]
    both = {_dashed(name): value for name, value in said.items() if isinstance(value, str)}
    both["button-radius"] = both["base-radius"]
    plain = {mode: {_dashed(k): v for k, v in said[mode].items() if isinstance(v, str)} for mode in ("light", "dark")}
    return {mode: {**both, **colours} for mode, colours in plain.items()}


def _dashed(name: str) -> str:
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name)


class Answers(BaseHTTPRequestHandler):
    """Answers what the page of the workbench asks for."""

    def __init__(self, *given: Any, folder: Path) -> None:
        self.folder = folder
        super().__init__(*given)

    def do_GET(self) -> None:
        """Answers a request, under the name that the library calls."""
        path = unquote(urlsplit(self.path).path)
        try:
            kind, body = self._found(path)
        except (FileNotFoundError, IsADirectoryError):
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _found(self, path: str) -> tuple[str, bytes]:
        """What stands at a path, and its kind."""
        if path in OWN:
            file = HERE / OWN[path]
            return KINDS[file.suffix], file.read_bytes()
        _, room, rest = (*path.split("/", 2), "")[:3]
        if room == "payloads" and rest in {file for files in payloads(self.folder).values() for file in files}:
            file = self.folder / rest
            return KINDS.get(file.suffix, "application/octet-stream"), file.read_bytes()
        told: dict[str, Callable[[], Any]] = {"themes": themes, "stages": partial(payloads, self.folder)}
        if room == "assets" and rest in stages():
            return KINDS[".json"], json.dumps(asdict(read_assets(rest))).encode()
        if room in told:
            return KINDS[".json"], json.dumps(told[room]()).encode()
        raise FileNotFoundError(path)

    def log_message(self, *_: Any) -> None:
        """Says nothing of what was asked for."""


@contextmanager
def served(folder: Path, port: int = 0) -> Iterator[str]:
    """Serves until the end of the block, on a free port if none is given; yields the address."""
    with ThreadingHTTPServer(("127.0.0.1", port), partial(Answers, folder=folder)) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
