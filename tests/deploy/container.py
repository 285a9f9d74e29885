"""What a container file says, and its tree as it would be in the container, for where no container can be made."""

import json
import re
import shlex
import shutil
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
FILE = ROOT / "deploy" / "Containerfile"


def instructions():
    """Each as (name, arguments), in order; lines that go on are put together, comments are left out."""
    text = "\n".join(line for line in FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    lines = text.replace("\\\n", " ").splitlines()
    return [tuple(line.split(None, 1)) for line in lines if line.strip()]


def said(name):
    """The arguments of all instructions of that name."""
    return [arguments.strip() for found, arguments in instructions() if found == name]


def command(text):
    """A command in the form of a list."""
    return json.loads(re.search(r"\[.*\]", text)[0])


def environment():
    """The variables that it sets."""
    return dict(word.split("=", 1) for arguments in said("ENV") for word in shlex.split(arguments))


def copied(folder):
    """Lays what it copies into a folder, as it would stand below its own."""
    folder.mkdir()
    for arguments in said("COPY"):
        source, target = arguments.split()
        target = folder / (source if target == "." else target)
        if (ROOT / source).is_dir():
            shutil.copytree(ROOT / source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / source, target)
    return folder
