"""What the guides for who works on it say of the tree is so: every path they name is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
GUIDES = ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md")
ROOMS = ("models/", "pages/", "viz/", "tests/", "convoscope/", "deploy/", "app.py")


def named(text):
    """Paths of our rooms in backticks; NOUN and CODE stand for what somebody adds."""
    found = re.findall(r"`([\w./-]+)`", text)
    return [path for path in found if path.startswith(ROOMS) and "NOUN" not in path]


@pytest.mark.parametrize("guide", GUIDES)
def test_every_path_that_is_named_is_there(guide):
    paths = named((ROOT / guide).read_text(encoding="utf-8"))
    assert len(paths) > 3
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_the_rooms_are_those_whose_imports_are_checked():
    rooms = (ROOT / "tests/house/test_imports.py").read_text(encoding="utf-8")
    told = re.findall(r"^\| `([\w/.]+)` \|", (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(told) >= 9
    assert [room for room in told if f'"{room}"' not in rooms and not room.startswith("viz/")] == []
