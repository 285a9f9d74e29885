"""Copied lines run alone: what one set does, the next doesn't meet, and a failure is told."""

import pytest

from tests.pages.snippets import ran


def test_what_is_printed_comes_back():
    assert ran("print('a', 2)\nprint('b')") == "a 2\nb\n"


def test_names_and_changes_of_other_lines_are_gone():
    ran("import torch\ntorch.set_grad_enabled(False)\ntorch.relu = None\nleft = 1")
    assert (
        ran("import torch\nprint(torch.is_grad_enabled(), torch.relu is None, 'left' in globals())")
        == "True False False\n"
    )


def test_a_failure_is_the_trace_of_the_lines():
    with pytest.raises(AssertionError, match=r"<copied>.*line 2[\s\S]*ZeroDivisionError"):
        ran("one = 1\none / 0")
    with pytest.raises(AssertionError):
        ran("raise SystemExit(3)")


def test_lines_run_in_their_folder(tmp_path):
    (tmp_path / "beside.py").write_text("value = 7")
    assert ran("import os, beside\nprint(os.getcwd(), beside.value)", tmp_path) == f"{tmp_path} 7\n"
