"""The files of a stage as the strings that a page mounts.

A script may import from beside it, from another stage and from `kernel/`. A browser is given one module without
imports, so every imported file becomes a function that is called once and returns what the file exports; its other
names stay its own. Node tests the same files as they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parent.parent
IMPORT = re.compile(r'^import (\{[^}]*\}) from "(\.{1,2}/[\w/.-]+)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?!default)(?=(?:function|const) (\w+))", re.MULTILINE)


@dataclass(frozen=True)
class Assets:
    """What a stage consists of in the browser."""

    html: str
    css: str
    js: str


def read_assets(name: str) -> Assets:
    """The html, css and one-module js of the stage in the folder `name`, as "convolution/kinds"."""
    folder = ROOT / name
    html, css = ((folder / f"stage.{kind}").read_text(encoding="utf-8") for kind in ("html", "css"))
    bundle = Bundle()
    script = bundle.link(folder / "stage.js")
    return Assets(html, css, "\n".join([*bundle.parts, script]))


@dataclass
class Bundle:
    """The imported files in the order in which they must run, each under a name of its own."""

    parts: list[str] = field(default_factory=list)
    names: dict[Path, str] = field(default_factory=dict)

    def link(self, script: Path) -> str:
        """The script's text, with its imports replaced by what the files before it returned."""

        def replaced(found: re.Match[str]) -> str:
            return f"const {found[1]} = {self.add((script.parent / found[2]).resolve())};\n"

        return IMPORT.sub(replaced, script.read_text(encoding="utf-8"))

    def add(self, script: Path) -> str:
        """Puts a file before those that need it, if it isn't there yet; the name it goes by."""
        if script not in self.names:
            text = self.link(script)
            self.names[script] = name = f"module{len(self.names)}"
            exported = ", ".join(EXPORT.findall(text))
            self.parts.append(f"const {name} = (() => {{\n{EXPORT.sub('', text)}\nreturn {{ {exported} }};\n}})();")
        return self.names[script]
