"""What is installed: the tree of the checkout below one folder `convoscope`, under the names that belong there.

`models`, `viz` and `pages` are names for this repository alone; in somebody's environment they would stand in the way
of others. With every import renamed nothing is loaded under two names, and nothing has to be found on the way.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final

from convoscope.building.renaming import NotRenamedError, Renaming
from convoscope.checkout import MODELS, PACKAGE, VIZ

# What is served has a folder of its own, since Streamlit puts that of `app.py` first on the path.
SERVED: Final = "served"
ROOMS: Final = {
    MODELS: PACKAGE,
    VIZ: f"{PACKAGE}.{VIZ}",
    "pages": f"{PACKAGE}.{SERVED}.pages",
    "app": f"{PACKAGE}.{SERVED}.app",
}
OTHERS: Final = {".streamlit": f"{SERVED}/.streamlit", PACKAGE: "."}
# Scripts that made the bundled weights, for whoever has the data; this very folder; what only a checkout needs.
LEFT_OUT: Final = ("models/recipes", "convoscope/building", "convoscope/checkout.py")
TEXTS: Final = {".txt", ".toml"}


def stage(root: Path, folder: Path) -> None:
    """Writes the tree that is installed below `folder`. Raises `NotRenamedError`, with the file it is about."""
    renaming = renaming_of(root)
    for file in sources(root):
        target = folder / PACKAGE / installed(file.relative_to(root))
        if target.exists():
            raise NotRenamedError(f"Two files are to be installed as {target.relative_to(folder)}.")
        target.parent.mkdir(parents=True, exist_ok=True)
        _write(file, target, renaming)


def _write(file: Path, target: Path, renaming: Renaming) -> None:
    if file.suffix == ".py":
        try:
            target.write_text(renaming.code(file.read_text(encoding="utf-8")), encoding="utf-8")
        except NotRenamedError as error:
            raise NotRenamedError(f"{file}: {error}") from error
    elif file.suffix in TEXTS:
        target.write_text(renaming.text(file.read_text(encoding="utf-8")), encoding="utf-8")
    else:
        shutil.copyfile(file, target)


def renaming_of(root: Path) -> Renaming:
    """How the names of this checkout are changed."""
    files = (file.relative_to(root) for file in sources(root) if file.suffix == ".py")
    names = (file.with_suffix("").as_posix().replace("/", ".") for file in files)
    return Renaming(ROOMS, {".".join(name.split(".")[:2]) for name in names if "." in name})


def sources(root: Path) -> Iterator[Path]:
    """The files of the checkout that are installed, in order."""
    yield root / "app.py"
    for room in (MODELS, VIZ, "pages", *OTHERS):
        for file in sorted((root / room).rglob("*")):
            inner = file.relative_to(root)
            hidden = any(part.startswith((".", "__pycache__")) for part in inner.parts[1:])
            if file.is_file() and not hidden and not any(inner.is_relative_to(left) for left in LEFT_OUT):
                yield file


def installed(file: Path) -> PurePosixPath:
    """Where a file of the checkout is installed, seen from the package's folder."""
    room, *inner = file.parts
    room = room.removesuffix(".py")
    if room in OTHERS:
        return PurePosixPath(OTHERS[room], *inner)
    folder = PurePosixPath(*ROOMS[room].split(".")[1:])
    return folder.joinpath(*inner) if inner else folder.with_suffix(".py")
