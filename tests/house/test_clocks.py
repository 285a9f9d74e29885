"""Tests that hold a clock run alone: `make test` names every file that has one."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def test_every_file_with_a_clock_is_named_where_clocks_run_alone():
    named = re.search(r"^CLOCKS := (.+)$", (ROOT / "Makefile").read_text(), re.MULTILINE)[1].split()
    marked = [file for file in (ROOT / "tests").rglob("test_*.py") if "mark.clock" in file.read_text()]
    others = [file.relative_to(ROOT) for file in marked if file != Path(__file__)]
    assert [str(file) for file in others if not any(file.is_relative_to(place) for place in named)] == []
    assert {place for place in named if any(file.is_relative_to(place) for file in others)} == set(named)
