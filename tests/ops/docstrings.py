"""The docstrings of the public functions, and of the public classes that do something, read off the syntax trees.

Not off the modules: a decorated function, or one whose shapes are checked, no longer looks as if it were of its module.
"""

import ast
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def parts(tree):
    """Every top-level function without an underscore, and every such class with a method or a property."""
    for node in tree.body:
        acts = isinstance(node, ast.FunctionDef) or (
            isinstance(node, ast.ClassDef) and any(isinstance(each, ast.FunctionDef) for each in node.body)
        )
        if acts and not node.name.startswith("_"):
            yield node


def public(folder="models/ops"):
    """The (path, node) of all of them in a folder."""
    for path in sorted((ROOT / folder).glob("*.py")):
        yield from ((path, node) for node in parts(ast.parse(path.read_text(encoding="utf-8"))))
