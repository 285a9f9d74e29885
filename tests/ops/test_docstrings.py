"""Every example in a docstring prints what it says, with nothing but its module at hand.

Everything public in `models.ops` has one; of the records, those that do something one would look twice at.
"""

import ast
import doctest
from importlib import import_module

import pytest

from tests.ops.docstrings import ROOT, public

FOLDERS = ("models/ops", "models/records")
FOUND = [(path, node.name, ast.get_docstring(node) or "") for folder in FOLDERS for path, node in public(folder)]
CASES = [case for case in FOUND if case[0].parent.name == "ops" or ">>>" in case[2]]


def run(docstring, names, name):
    """How many lines an example has, how many fail, and what a person would read about that."""
    report = []
    test = doctest.DocTestParser().get_doctest(docstring, dict(names), name, None, None)
    failed, attempted = doctest.DocTestRunner(verbose=False).run(test, out=report.append)
    return attempted, failed, "".join(report)


@pytest.mark.parametrize(("path", "name", "docstring"), CASES, ids=[f"{path.stem}.{name}" for path, name, _ in CASES])
def test_an_example_prints_what_it_says(path, name, docstring):
    module = import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    attempted, failed, report = run(docstring, vars(module), name)
    assert attempted, "no example was found"
    assert not failed, report


@pytest.mark.parametrize("docstring", [">>> 1 + 1\n3", ">>> 1 / 0\n0.0", ">>> unheard_of\n1"])
def test_a_wrong_example_fails(docstring):
    assert run(docstring, {}, "wrong")[1] == 1
