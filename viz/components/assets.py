"""The files of a canvas component as the strings that a page mounts.

A component's script may import from beside it and from `shared/`; a browser gets one module without imports, so the
imported files are written out in front, each once. They keep their exports, which is how node tests them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent
IMPORT = re.compile(r'^import \{[^}]*\} from "(\.{1,2}/[\w/.-]+)";\n', re.MULTILINE)


@dataclass(frozen=True)
class Assets:
    """What a component consists of in the browser."""

    html: str
    css: str
    js: str


def read_assets(name: str) -> Assets:
    """The html, css and one-module js of the component in the folder `name`."""
    folder = ROOT / name
    html, css = ((folder / f"component.{kind}").read_text(encoding="utf-8") for kind in ("html", "css"))
    return Assets(html, css, "\n".join(_written_out(folder / "component.js", set())))


def _written_out(script: Path, seen: set[Path]) -> list[str]:
    """The script after everything it imports, depth first; each file once, so that files may import each other."""
    script = script.resolve()
    if script in seen:
        return []
    seen.add(script)
    text = script.read_text(encoding="utf-8")
    before = [part for path in IMPORT.findall(text) for part in _written_out(script.parent / path, seen)]
    return [*before, IMPORT.sub("", text)]
