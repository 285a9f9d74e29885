"""Who may import whom, read off the syntax trees; and what must not be loaded before the first page is on screen."""

import ast
import re
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
EVERYWHERE = {"numpy", "jaxtyping", *sys.stdlib_module_names}

# The longest matching room counts. Names are packages, or rooms of our own.
ROOMS = {
    "models/ops": {"models.ops", "models.records"},
    "models/records": {"models.ops", "models.records"},
    "models/nets": {
        "torch",
        "torchvision",
        "safetensors",
        "PIL",
        "models.ops",
        "models.records",
        "models.nets",
        "models.sandbox",
    },
    "models/recipes": {
        *("torch", "torchvision", "safetensors", "PIL", "tqdm"),
        *("models.ops", "models.records", "models.nets", "models.recipes"),
    },
    "models/images": {"PIL", "skimage", "models.images", "models.sandbox"},
    "models/sandbox": {"PIL", "models.sandbox"},
    "viz": {"plotly", "PIL", "models.ops", "models.records", "viz.ink", "viz.stages"},
    # Hosts show a stage and know nothing of what it shows.
    "viz/hosts/streamlit": {
        *("streamlit", "viz.stages.kernel.assets", "viz.stages.kernel.payload", "viz.hosts.streamlit"),
    },
    "viz/hosts/workbench": {"viz.stages.kernel.assets", "viz.hosts.workbench"},
    "pages": {
        *("streamlit", "starlette", "PIL", "models.ops", "models.records", "models.images"),
        *("pages", "viz.ink", "viz.stages", "viz.hosts.streamlit"),
    },
    "pages/text": {"babel", "models.ops", "pages.text"},
    "cached": {
        *("streamlit", "torch", "pages", "viz.ink", "viz.stages"),
        *("models.ops", "models.records", "models.nets", "models.images"),
    },
    # Records: plain values, which import nothing that draws.
    "pages/shell/records.py": {"PIL", "models.records", "models.images"},
    "pages/networks/own/opened.py": {"models.records", "pages.networks.own.cached"},
    "app.py": {"streamlit", "starlette", "pages"},
    # Reaches the rooms by their public names, and never by those of the checkout.
    "convoscope": {"streamlit", "convoscope"},
    "convoscope/building": {"hatchling", "convoscope"},
}


def sources():
    folders = ("models", "pages", "viz", "convoscope")
    return [ROOT / "app.py", *(file for folder in folders for file in sorted((ROOT / folder).rglob("*.py")))]


def imported(tree):
    """Every module a file imports, inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            # A relative import stays within its folder, and so within its room.
            if node.level == 0:
                yield node.module
                if node.module in {"models", "pages", "viz"}:
                    yield from (f"{node.module}.{alias.name}" for alias in node.names)
            assert node.level <= 1, "no import climbs out of its folder"


def allowed_in(path):
    relative = path.relative_to(ROOT).as_posix()
    if relative.startswith("pages/shell/cached/") or path.name == "cached.py":
        return ROOMS["cached"] | EVERYWHERE  # the only way from pages to networks
    room = max((room for room in ROOMS if relative == room or relative.startswith(f"{room}/")), key=len)
    return ROOMS[room] | EVERYWHERE


def breaches(path, text):
    allowed = allowed_in(path)
    for name in imported(ast.parse(text)):
        parts = name.split(".")
        if name not in {"models", "pages", "viz"} and not any(
            ".".join(parts[:count]) in allowed for count in range(1, len(parts) + 1)
        ):
            yield f"{path.relative_to(ROOT)} imports {name}"


@pytest.mark.parametrize("path", sources(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_file_imports_only_what_its_room_may(path):
    assert not list(breaches(path, path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("models/ops/any.py", "import torch"),
        ("models/records/any.py", "from torch import Tensor"),
        ("models/records/any.py", "from PIL import Image"),
        ("models/records/any.py", "from models.nets.capture import capture"),
        ("models/records/any.py", "def f():\n    import plotly"),
        ("models/nets/any.py", "import streamlit as st"),
        ("viz/any.py", "def f():\n    import streamlit"),
        ("viz/any.py", "from models.nets import capture"),
        ("viz/stages/topic/part/stage.py", "from viz.hosts.streamlit.mount import mount"),
        ("viz/hosts/any.py", "import streamlit as st"),
        ("viz/hosts/streamlit/any.py", "from viz.stages.pooling.unpooling import stage"),
        ("viz/hosts/streamlit/any.py", "from pages.shell import address"),
        ("viz/hosts/workbench/any.py", "import streamlit as st"),
        ("viz/hosts/workbench/any.py", "from pages.shell import address"),
        ("pages/any.py", "from viz.hosts.workbench import server"),
        ("pages/any.py", "from models.nets.capture import capture"),
        ("pages/any.py", "from models import nets"),
        ("pages/pooling/any.py", "import torch"),
        ("pages/pooling/any.py", "from babel.numbers import format_decimal"),
        ("pages/text/any.py", "import streamlit as st"),
        ("pages/pooling/cached.py", "import plotly"),
        ("pages/shell/records.py", "import streamlit as st"),
        ("pages/shell/records.py", "from pages.shell import choice"),
        ("app.py", "import torch"),
        ("convoscope/any.py", "from models.ops import geometry"),
    ],
)
def test_a_breach_is_found(file, line):
    assert list(breaches(ROOT / file, line))


@pytest.mark.parametrize(
    "module",
    ["app", "pages.shell.choice", "pages.shell.cached", "pages.feature_maps.stage", "viz.ink.colour", "viz.ink.tiles"],
)
def test_the_first_page_doesnt_wait_for_torch(module):
    code = f"import sys, {module}; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, capture_output=True).returncode == 0


@pytest.mark.parametrize("module", ["pages.shell.records", "pages.networks.own.opened"])
def test_records_bring_nothing_that_draws(module):
    code = f"import sys, {module}; sys.exit(bool({{'streamlit', 'torch', 'plotly'}} & {{*sys.modules}}))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, capture_output=True).returncode == 0


CASES = sorted(
    path.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".") for path in ROOT.glob("pages/*/*/case.py")
)


def test_a_case_is_worked_out_without_streamlit():
    """So that page, notebook, lesson and check have the same; two are worked out, and they hold."""
    script = """
import importlib, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
from pages.convolution.flashlight.case import case_of
from pages.pooling.unpooling import case as unpooling
from pages.receptive_field.top_patches import case as patches
from pages.shell import pictures
from pages.shell.cached import networks
from pages.shell.records import Choice, NetworkName
cat = pictures.find("cat")
assert case_of(cat, "conv1", "red").largest_difference < 1e-4
chosen = Choice(cat, NetworkName("cifar10"))
found = patches.case_of(chosen, "stage1.relu1", "here")
assert found.peaks.values.size and (found.peaks.values > 0).any()
assert networks.trace(cat, chosen.network) is networks.trace(cat, chosen.network), "worked out once"
sys.exit("streamlit" in sys.modules)
"""
    assert len(CASES) > 9
    done = subprocess.run([sys.executable, "-c", script, *CASES], cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_nothing_in_the_folder_of_the_frame_is_called_like_a_library():
    """That folder comes first where Python looks: whoever asks for the library would be given our file."""
    ours = {path.stem for path in (ROOT / "pages" / "shell").iterdir()} - {"__pycache__"}
    assert "frame" in ours
    assert not ours & (set(sys.stdlib_module_names) | set(packages_distributions()))


WRITERS = {"pages/shell/address.py"}
MENDERS = re.compile(r"\bst\.query_params\b|\bst\.switch_page\b|\bbind=")


@pytest.mark.parametrize("path", sources(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_one_module_alone_has_to_do_with_the_address(path):
    """Whoever else writes it makes a step of the browser's history of every name, or takes one away."""
    if path.relative_to(ROOT).as_posix() not in WRITERS:
        assert not MENDERS.findall(without_docstrings(path.read_text(encoding="utf-8")))


KEEPERS = {"pages/shell/streamlit_host.py"}
CACHES = re.compile(r"\bst\.cache_|\bhash_funcs=")


@pytest.mark.parametrize("path", sources(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_one_module_alone_decides_what_things_are_kept_by(path):
    """Whoever else does must know what tells two pictures apart, and the states of a network's weights."""
    if path.relative_to(ROOT).as_posix() not in KEEPERS:
        assert not CACHES.findall(without_docstrings(path.read_text(encoding="utf-8")))


def without_docstrings(text):
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            node.value.value = ""
    return ast.unparse(tree)


def test_another_writer_is_found():
    for line in (
        "st.query_params['a'] = 'b'",
        "st.selectbox('a', b, key='a', bind='query-params')",
        "st.switch_page(a)",
    ):
        assert MENDERS.findall(without_docstrings(line))


def test_another_keeper_is_found():
    for line in ("@st.cache_data\ndef a(): ...", "a = kept(hash_funcs={int: str})", "b = st.cache_resource(c)"):
        assert CACHES.findall(without_docstrings(line))
