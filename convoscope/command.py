"""The command `convoscope`: serves the application and opens it in the browser.

It is `streamlit run` of the project's `app.py`, beside which Streamlit finds the project's settings, whatever the
folder. Options of Streamlit's are handed on.
"""

from __future__ import annotations

import os
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Sequence
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent
# Installed, the application has a folder of its own: Streamlit puts that first on the path, where it must hide nothing.
APPS: Final = (HERE / "served" / "app.py", HERE.parent / "app.py")
NETWORK: Final = "CONVOSCOPE_NETWORK"
MOST_PORT: Final = 65_535


def main(arguments: Sequence[str] | None = None) -> None:
    """Serves until it is stopped."""
    told, further = reader().parse_known_args(arguments)
    if told.network:
        os.environ[NETWORK] = told.network
    port = () if told.port is None else (f"--server.port={told.port}",)
    from streamlit.web import cli  # noqa: PLC0415 - half a second, which `--help` need not wait for

    app = next(file for file in APPS if file.is_file())
    cli.main(["run", str(app), *port, *further], prog_name="streamlit")


def reader() -> ArgumentParser:
    """Reads the command line."""
    parser = ArgumentParser("convoscope", description="Shows the inside of a convolutional network, in the browser.")
    parser.add_argument("--port", type=_port, metavar="N", help="where to serve it: the first free one from 8501 on")
    parser.add_argument("--network", metavar="MODULE:FUNCTION", help="opens the network that this function returns")
    parser.epilog = "Further options are those of `streamlit run`: --server.headless=true opens no browser."
    return parser


def _port(text: str) -> int:
    digits = text.lstrip("0")
    if text.isascii() and digits.isdigit() and len(digits) <= len(str(MOST_PORT)) and int(digits) <= MOST_PORT:
        return int(digits)
    raise ArgumentTypeError(f"{text[:20]!r} is no port: it must be a whole number from 1 to {MOST_PORT}")
