"""Where Convoscope is installed pages open, lines to copy run, and what is tested in the checkout holds too."""

import json
import re

import pytest

from convoscope.building.staging import renaming_of
from tests.package.installed import MINE, ROOT, Installed, built, written
from tests.pages.snippets import ran

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    return Installed(tmp_path_factory.mktemp("installed"), built(tmp_path_factory.mktemp("wheel")))


# Pages as a visitor sees them: the network that each opens with, and the lines to copy.
WALK = """
import json, sys
from pathlib import Path
from streamlit.testing.v1 import AppTest
import convoscope
frame = Path(convoscope.__file__).parent / "served" / "pages" / "shell" / "frame.py"
lines, networks = {}, []
for page, asked in json.loads(sys.argv[1]).items():
    app = AppTest.from_file(str(frame), default_timeout=120)
    for name, value in asked.items():
        app.query_params[name] = value
    app.run()
    if page != "home":
        app.switch_page(f"../{page}/page.py").run()
    networks.append(app.selectbox(key="network").value)
    assert not app.exception and not app.error, (page, app.exception, app.error)
    lines[page] = [code.value for code in app.code if "import" in code.value][-1]
print(json.dumps({"lines": lines, "networks": networks}))
"""
ASKED = {
    "home": {},
    "feature_maps": {"network": "cifar10", "layer": "stage1.conv2", "picture": "rocket", "channel": "3"},
    "batch_norm": {"network": "cifar10", "part": "statistics", "batch": "cat,cat/flip,coffee"},
    "convolution": {"network": "cifar10", "part": "inside", "picture": "coffee"},
}


def test_pages_open_and_copied_lines_print_in_an_empty_folder_what_they_print_in_the_checkout(installed, tmp_path):
    """The first page shows a network of somebody's, whose modules are named as rooms and pages of ours."""
    mine = written(MINE, tmp_path)
    said = installed.ran(WALK, json.dumps(ASKED), folder=mine, CONVOSCOPE_NETWORK="mine:build")
    walked = json.loads(said.splitlines()[-1])
    assert walked["networks"] == ["mine:build", "cifar10", "cifar10", "cifar10"]
    del walked["lines"]["home"]
    assert len(walked["lines"]) == 3
    for lines in walked["lines"].values():
        assert "from convoscope." in lines
        printed = ran(lines, installed.empty, installed.bin / "python")
        assert re.search(r"\d\.\d", printed)
        assert printed == ran(lines)


# What these need of the tests; not those of the tree itself, of which only the checkout has the files.
HELPERS = ("pyproject.toml", "tests/conftest.py", "tests/shapes.py", "tests/browser/harness.py")
OF_THE_TREE = ("test_api_pages.py", "test_docstrings.py")


@pytest.mark.parametrize("room", ["ops", "images"])
def test_what_is_tested_in_the_checkout_holds_of_what_is_installed(installed, room, tmp_path):
    """The tests are renamed by the same rule, and properties tried briefly. What is held to a time stays out."""
    renaming = renaming_of(ROOT)
    files = [*(ROOT / file for file in HELPERS), *sorted((ROOT / "tests" / room).rglob("*.py"))]
    for file in files:
        if file.name not in OF_THE_TREE:
            text, target = file.read_text(encoding="utf-8"), tmp_path / file.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(renaming.code(text) if file.suffix == ".py" else text, encoding="utf-8")
    quick = ("-m", "not clock", "-p", "no:cacheprovider", "--hypothesis-profile=few", "--quiet", f"tests/{room}")
    said = installed.done("-m", "pytest", *quick, folder=tmp_path)
    assert int(re.search(r"(\d+) passed", said)[1]) > {"ops": 500, "images": 200}[room]
    assert "failed" not in said
