"""In a checkout public names are other names of the same modules, wherever Python was started."""

import importlib
import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
TEXTS = {
    file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8")
    for file in [ROOT / "README.md", *sorted((ROOT / "pages").rglob("*.py")), *sorted((ROOT / "pages").rglob("*.t*t"))]
}


@pytest.mark.parametrize(
    ("public", "name"),
    [
        ("convoscope.ops", "models.ops"),
        ("convoscope.ops.convolution", "models.ops.convolution"),
        ("convoscope.records.layers", "models.records.layers"),
        ("convoscope.images", "models.images"),
        ("convoscope.images.uploads", "models.images.uploads"),
        ("convoscope.nets.catalogue", "models.nets.catalogue"),
        ("convoscope.viz.ink.colour", "viz.ink.colour"),
        ("convoscope.viz.stages.kernel.payload", "viz.stages.kernel.payload"),
    ],
)
def test_a_public_name_is_the_same_module(public, name):
    assert importlib.import_module(public) is importlib.import_module(name)
    assert importlib.import_module(name).__spec__.name == name


def test_names_are_the_same_whichever_comes_first_and_however_they_are_imported():
    code = """
import sys
from convoscope import ops
from convoscope.ops import geometry
import convoscope.ops.geometry
from convoscope.ops.geometry import ImpossibleGeometry
import models.ops.geometry, models.ops.pooling, convoscope.ops.pooling as pooling
assert convoscope.ops is ops is models.ops and geometry is convoscope.ops.geometry is models.ops.geometry
assert ImpossibleGeometry is models.ops.geometry.ImpossibleGeometry and pooling is models.ops.pooling
files = [module.__file__ for module in {*sys.modules.values()} if getattr(module, "__file__", None)]
assert len(files) == len({*files}) and "torch" not in sys.modules
"""
    assert not ran(code, ROOT)


@pytest.mark.parametrize(
    "name", ["convoscope.nothing", "convoscope.pages", "convoscope.recipe", "convoscope.ops.nothing", "convoscope.app"]
)
def test_there_are_no_others(name):
    assert importlib.util.find_spec(name) is None
    with pytest.raises(ModuleNotFoundError, match=re.escape(name)):
        importlib.import_module(name)


def test_its_own_modules_are_its_own():
    assert importlib.import_module("convoscope.command").__spec__.name == "convoscope.command"


def test_started_elsewhere_the_checkout_is_found_and_hides_nothing(tmp_path):
    """As where it is installed to be worked on: somebody's own module comes first."""
    (tmp_path / "app.py").write_text("mine = 1")
    code = f"""
import importlib.util, sys
spec = importlib.util.spec_from_file_location("convoscope", {str(ROOT / "convoscope" / "__init__.py")!r})
module = sys.modules["convoscope"] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
import app, convoscope.ops.geometry
assert app.mine == 1 and convoscope.ops.geometry.output_size(5, 3) == 3
"""
    assert not ran(code, tmp_path)


def ran(code, folder):
    """What a fresh interpreter has to complain of."""
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False)
    return done.stderr


@pytest.mark.parametrize("text", [text for text, said in TEXTS.items() if "from convoscope" in said])
def test_every_public_name_in_lines_to_copy_is_there(text):
    """Also where lines are put together by the pages."""
    for module, names in re.findall(r"from (convoscope[\w.]*) import ([\w, ]*)", TEXTS[text]):
        found = importlib.import_module(module)
        for name in filter(None, re.split(r",? ", names)):
            assert hasattr(found, name) or importlib.util.find_spec(f"{module}.{name}"), f"{module} has no {name}"


def test_no_lines_to_copy_import_a_name_of_the_checkout():
    """They are to run anywhere; Python's own files import as they like."""
    named = re.compile(r"^(?:from|import) (?:models|viz|pages)\b", re.MULTILINE)
    assert [text for text, said in TEXTS.items() if not text.endswith(".py") and named.search(said)] == []
    code = re.compile(r"""["'](?:from|import) (?:models|viz|pages)\b""")
    assert [text for text, said in TEXTS.items() if code.search(said)] == []
