"""The files of a stage as the strings that a page mounts.

A browser is given one module without imports, which `make scripts` makes of a stage's scripts, in `viz/stages/built`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Assets:
    """What a stage consists of in the browser."""

    html: str
    css: str
    js: str


def read_assets(name: str) -> Assets:
    """The html, css and one-module js of the stage in the folder `name`, as "convolution/kinds"."""
    paths = (ROOT / name / "stage.html", ROOT / name / "stage.css", ROOT / "built" / f"{name}.js")
    html, css, js = (path.read_text(encoding="utf-8") for path in paths)
    return Assets(html, css, js)
