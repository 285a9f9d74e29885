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
    """The html, css and one-module js of the stage in the folder `name`, as "convolution/kinds".

    Its css comes with that of what the kernel adds to a stage; the latter last, as a stage names its elements freely.
    """
    paths = (f"{name}/stage.html", f"{name}/stage.css", f"built/{name}.js", "kernel/stage.css")
    html, css, js, shared = ((ROOT / path).read_text(encoding="utf-8") for path in paths)
    return Assets(html, css + shared, js)
