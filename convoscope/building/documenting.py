"""`python -m convoscope.building.documenting FOLDER`: a page for each module of the library, under its public name.

The pages are made of the tree that is installed: there a module has the name that people import it by, and no other.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from convoscope.building.staging import stage
from convoscope.checkout import PACKAGE, ROOT

LIBRARY: Final = ("images", "nets", "ops", "records", "viz")


def document(folder: Path, rooms: Sequence[str] = LIBRARY) -> None:
    """Writes the pages of these rooms into `folder`. Raises `CalledProcessError` where one cannot be made."""
    with TemporaryDirectory() as tree:
        stage(ROOT, Path(tree))
        names = [name for room in rooms for name in _modules(Path(tree), room)]
        command = [sys.executable, "-m", "pdoc", "--docformat", "markdown", "--output-directory", str(folder.resolve())]
        subprocess.run([*command, *names], cwd=tree, check=True)  # noqa: S603 - names that we made


def _modules(tree: Path, room: str) -> list[str]:
    """The modules of a room by name; of packages the outermost alone.

    pdoc looks through packages by itself, but not through folders without `__init__.py`.
    """
    found = {_outermost(file, tree / PACKAGE): None for file in sorted((tree / PACKAGE / room).rglob("*.py"))}
    return [part.relative_to(tree).as_posix().replace("/", ".") for part in found]


def _outermost(file: Path, top: Path) -> Path:
    """The outermost package below `top` that a module is in; itself where there is none."""
    packages = [folder for folder in file.parents if top in folder.parents and (folder / "__init__.py").exists()]
    return packages[-1] if packages else file.with_suffix("")


if __name__ == "__main__":
    document(Path(sys.argv[1]))
