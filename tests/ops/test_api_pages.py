"""The pages of `make docs`: one for each module, with all that the docstrings say, and nothing from outside."""

import ast
import html
import re
import subprocess
import sys

import pytest

from tests.ops.docstrings import ROOT, public

MODULES = sorted((ROOT / "models/ops").glob("[!_]*.py"))
OPTIONS = re.search(r"-m (pdoc .+) --output-directory", (ROOT / "Makefile").read_text(encoding="utf-8"))[1].split()


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The text of each module's page, by the module's file."""
    folder = tmp_path_factory.mktemp("docs")
    command = [sys.executable, "-m", *OPTIONS, "--output-directory", folder, "models.ops"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return {path: (folder / f"models/ops/{path.stem}.html").read_text(encoding="utf-8") for path in MODULES}


def squeezed(text):
    """Without spaces and backticks: a page breaks lines elsewhere, and sets names in another type."""
    return re.sub(r"[\s`]+", "", text)


def test_nothing_that_a_docstring_says_is_lost(pages):
    texts = {path: squeezed(html.unescape(re.sub("<[^>]*>", "", page))) for path, page in pages.items()}
    said = [(path, ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))) for path in MODULES]
    said += [(path, ast.get_docstring(node)) for path, node in public()]
    paragraphs = [(path, each) for path, docstring in said for each in docstring.split("\n\n")]
    assert len(paragraphs) > 400
    assert [(path.stem, each) for path, each in paragraphs if squeezed(each) not in texts[path]] == []


def test_the_pages_need_no_internet(pages):
    for page in pages.values():
        assert not re.search(r"<(script|link|img|iframe)\b[^>]*\b(src|href)=\"(https?:)?//", page)
        assert "@import" not in page
