"""The table of benches: whether targets are met, how it stands in the README, and that every row still runs."""

import os
import subprocess
import sys

import pytest

from tests.benchmarks.table import BEGIN, END, HEADS, README, Row, against, frames, markdown, said, written


def test_a_target_is_met_or_not_by_the_ratio_of_medians():
    row = against("keys", [30.0, 10.0, 20.0], [10.0, 10.0, 40.0], 2)
    assert row.line() == "| keys | 20 ms (30), 2.00 × floor | 10 ms (40) |  | ≤ 2 × floor | yes |"
    assert against("keys", [21.0], [10.0], 2).line().endswith("| **no** |")
    assert against("keys", [21.0], [10.0]).line().endswith("|  |  |")


@pytest.mark.parametrize(("times", "met"), [([16.7] * 9 + [50.0], True), ([33.3] * 3, False)])
def test_frames_come_sixty_times_a_second(times, met):
    assert frames("hovering", times).met is met


def test_figures_are_medians_with_the_95th_percentile():
    assert said([1200.0] * 19 + [3000.0]) == "1,200 ms (3,000)"
    assert said([1.25], "s", 2) == "1.25 s (1.25)"


def test_the_table_takes_the_place_of_the_one_before():
    text = f"a\n{BEGIN}\nold\n{END}\nb\n"
    once = written(text, "new")
    assert once == f"a\n{BEGIN}\nnew\n{END}\nb\n"
    assert written(once, "new") == once
    with pytest.raises(ValueError, match="unpack"):
        written("no marks", "new")


def test_the_readme_has_its_place():
    text = README.read_text(encoding="utf-8")
    assert text.count(BEGIN) == text.count(END) == 1
    assert text.index("## Measured") < text.index(BEGIN) < text.index(END)


def test_every_line_has_a_cell_for_each_head():
    lines = markdown([Row("what", "ours")], "Measured today.").splitlines()[2:]
    assert {line.count("|") for line in lines} == {len(HEADS) + 1}


@pytest.mark.long
@pytest.mark.browser
def test_every_row_still_runs():
    before = README.read_text(encoding="utf-8")
    command = [sys.executable, "-m", "tests.benchmarks", "--quick"]
    done = subprocess.run(command, env=os.environ, capture_output=True, text=True, timeout=900, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    for what in ("`cifar10`", "`resnet18`", "hovering", "cold start", "matplotlib", "Plotly", "training"):
        assert any(what in line for line in lines), what
    for what in ("effective field", "by hand", "changes nothing", "memory", "per location"):
        assert any(what in line for line in lines), what
    for what in ("receptive fields", "captum", "torchlens"):
        assert any(what in line for line in lines), what
    assert README.read_text(encoding="utf-8") == before, "a quick run writes nothing"
