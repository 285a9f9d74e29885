"""Does every public function of `models.ops` begin with an example? Summary, example, and only then the rest."""

import ast

import pytest

from tests.ops.docstrings import parts, public

CASES = [pytest.param(node, id=f"{path.stem}.{node.name}") for path, node in public()]


def begins_with_an_example(node):
    """Whether there is one line, an empty one, and then a prompt."""
    lines = (ast.get_docstring(node) or "").splitlines()
    return len(lines) > 2 and not lines[1] and lines[2].startswith(">>> ")


@pytest.mark.parametrize("node", CASES)
def test_an_example_comes_first(node):
    assert begins_with_an_example(node)


WITHOUT = [
    "def f():\n    return 1",
    "def f():\n    '''One.'''",
    "def f():\n    '''One.\n\n    Of a kind.\n\n    >>> f()\n    '''",
    "@cache\ndef f():\n    '''One.\n    >>> f()\n    '''",
    "class F:\n    '''One.'''\n\n    @property\n    def one(self): ...",
]


@pytest.mark.parametrize("text", WITHOUT)
def test_one_without_is_found(text):
    assert [begins_with_an_example(node) for node in parts(ast.parse(text))] == [False]


def test_what_is_private_or_only_holds_values_needs_none():
    assert not list(parts(ast.parse("def _f(): ...\n\nclass _F:\n    def f(self): ...\n\nclass G:\n    g: int")))


def test_functions_are_looked_at():
    assert len(CASES) > 150
