"""The pages of `make docs`: one for each module, with all that the docstrings say, and nothing from outside."""

import ast
import html
import re
import subprocess
import sys

import pytest

from convoscope.building.documenting import LIBRARY
from convoscope.building.documenting import _modules as modules
from convoscope.building.staging import stage
from tests.ops.docstrings import ROOT, public

MODULES = sorted((ROOT / "models/ops").glob("[!_]*.py"))
COMMAND = (
    "from pathlib import Path; from convoscope.building.documenting import document; document(Path({!r}), ['ops'])"
)


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The text of each module's page, by the module's file."""
    folder = tmp_path_factory.mktemp("docs")
    command = [sys.executable, "-c", COMMAND.format(str(folder))]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return {path: (folder / f"convoscope/ops/{path.stem}.html").read_text(encoding="utf-8") for path in MODULES}


def squeezed(text):
    """Without spaces and backticks: a page breaks lines elsewhere, and sets names in another type."""
    return re.sub(r"[\s`]+", "", text)


def test_nothing_that_a_docstring_says_is_lost(pages):
    texts = {path: squeezed(html.unescape(re.sub("<[^>]*>", "", page))) for path, page in pages.items()}
    said = [(path, ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))) for path in MODULES]
    said += [(path, ast.get_docstring(node)) for path, node in public()]
    public_names = [(path, docstring.replace("`models.", "`convoscope.")) for path, docstring in said]
    paragraphs = [(path, each) for path, docstring in public_names for each in docstring.split("\n\n")]
    assert len(paragraphs) > 400
    assert [(path.stem, each) for path, each in paragraphs if squeezed(each) not in texts[path]] == []


def test_modules_go_by_the_names_they_are_imported_by(pages):
    for path, page in pages.items():
        assert f"convoscope.ops.{path.stem}" in html.unescape(re.sub("<[^>]*>", "", page))
        assert not re.search(r"\bmodels\.(ops|nets|records|images)\b", page)


def test_every_public_module_has_its_page(tmp_path):
    """Those of a package that says what is public are on its page, or walked through from there."""
    stage(ROOT, tmp_path)
    names = [name for room in LIBRARY for name in modules(tmp_path, room)]
    assert len(set(names)) == len(names)
    assert {
        "convoscope.ops.batch_norm",
        "convoscope.nets.capture",
        "convoscope.images",
        "convoscope.viz.ink.tiles",
    } <= {*names}
    for room in LIBRARY:
        for file in (tmp_path / "convoscope" / room).rglob("*.py"):
            name = file.with_suffix("").relative_to(tmp_path).as_posix().replace("/", ".")
            assert sum(name == each or name.startswith(f"{each}.") for each in names) == 1


def test_the_pages_need_no_internet(pages):
    for page in pages.values():
        assert not re.search(r"<(script|link|img|iframe)\b[^>]*\b(src|href)=\"(https?:)?//", page)
        assert "@import" not in page
