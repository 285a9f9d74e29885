"""What is installed is one package that works from any folder: names, command, settings, pages, lines to copy."""

import json
import re
import subprocess
import tomllib
import urllib.request
import zipfile
from importlib.metadata import PathDistribution

import pytest
from packaging.requirements import Requirement

from tests.browser.harness import answers, free_port, wait_until
from tests.package.installed import MINE, ROOT, Installed, built, written

SETTINGS = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    return built(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    return Installed(tmp_path_factory.mktemp("installed"), wheel)


def test_the_wheel_holds_one_package_and_what_it_needs(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.partition("/")[0] for name in names} == {"convoscope", "convoscope-0.2.dist-info"}
    inside = {name.split("/")[1] for name in names if name.startswith("convoscope/")}
    own = {"__init__.py", "__main__.py", "command.py", "served"}
    models = {file.name for file in (ROOT / "models").iterdir() if file.name not in {"recipes", "__pycache__"}}
    assert inside == own | models | {"viz"}
    assert not [
        name
        for name in names
        if re.search(r"(^|[/_.])tests?([/_.]|$)|recipes|__pycache__|\.pyc$|building|checkout", name)
    ]


@pytest.mark.parametrize("room", ["models", "viz", "pages"])
def test_every_file_of_a_room_is_there_as_it_was(wheel, room):
    """Texts, weights and scripts byte by byte; the names in Python's files are another test's."""
    inside = {"models": "convoscope", "viz": "convoscope/viz", "pages": "convoscope/served/pages"}[room]
    done = subprocess.run(["git", "ls-files", room], cwd=ROOT, capture_output=True, text=True, check=True)
    files = [
        file for file in done.stdout.splitlines() if not file.startswith("models/recipes") and (ROOT / file).exists()
    ]
    archive = zipfile.ZipFile(wheel)
    assert len(files) > 50
    for file in files:
        held = archive.read(inside + file.removeprefix(room))
        if not file.endswith((".py", "architectures.txt")):
            assert held == (ROOT / file).read_bytes(), file


def test_what_it_requires_is_what_the_file_says(wheel):
    (name,) = (name for name in zipfile.ZipFile(wheel).namelist() if name.endswith("/METADATA"))
    about = PathDistribution(zipfile.Path(wheel, name.removesuffix("METADATA"))).metadata
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    wanted = {str(Requirement(line)) for line in lines if not line.startswith("#")}
    assert {str(Requirement(text)) for text in about.get_all("Requires-Dist")} == wanted
    assert len(wanted) >= 9
    assert about["Requires-Python"] == ">=3.11"


def test_nothing_else_lies_among_somebodys_packages(installed):
    brought = {path.name for path in installed.packages.iterdir()}
    known = {"pip", "setuptools", "_distutils_hack", "distutils-precedence.pth", "lent.pth", "__pycache__"}
    assert {name for name in brought if name.split("-")[0] not in known} == {"convoscope", "convoscope-0.2.dist-info"}


def test_public_names_are_there_and_torch_only_where_it_is_needed(installed):
    code = """
import sys
from convoscope.ops.geometry import output_size
from convoscope.ops.convolution import cross_correlate
from convoscope.images import decode, sample, UnreadableImage
from convoscope.viz.ink import colour
assert output_size(5, 3, padding=1) == 5 and sample("cat").size
try:
    decode(b"no picture")
except UnreadableImage:
    print("refused in a child process")
print("torch" in sys.modules, sorted({"models", "viz", "pages", "app"} & {*sys.modules}))
"""
    assert installed.ran(code).splitlines() == ["refused in a child process", "False []"]


# Every module there is, except the scripts that Streamlit runs and what runs in child processes alone.
EVERY = """
import importlib, json, sys
from pathlib import Path
import convoscope
folder = Path(convoscope.__file__).parent
for file in sorted(folder.rglob("*.py")):
    name = ".".join(file.relative_to(folder.parent).with_suffix("").parts).removesuffix(".__init__")
    if not {"__main__", "page", "frame", "darkroom"} & {*name.split(".")}:
        importlib.import_module(name)
names = {}
for name, module in [*sys.modules.items()]:
    names.setdefault(getattr(module, "__file__", None) or name, []).append(name)
twice = [found for file, found in names.items() if str(folder) in file and len(found) > 1]
short = [name for name in ("models", "viz", "pages", "app", "ops", "nets", "records") if name in sys.modules]
print(json.dumps([len(names), twice, short]))
"""


def test_every_module_can_be_imported_and_none_under_two_names_or_a_short_one(installed):
    count, twice, short = json.loads(installed.ran(EVERY))
    assert count > 300
    assert (twice, short) == ([], [])


# What holds when Streamlit starts to serve, before a line of ours is run: all it has read by then.
SERVING = """
import json, sys
from streamlit import config
from streamlit.web import bootstrap
def told(script, name, arguments, options):
    keys = sys.argv[1].split(",")
    print(json.dumps({"script": script, **{key: config.get_option(key) for key in keys}}))
bootstrap.run_asgi_app = told
from convoscope.command import main
main(sys.argv[2:])
"""


def test_the_projects_settings_hold_in_any_folder(installed):
    keys = {f"{section}.{name}": value for section, table in SETTINGS.items() for name, value in table.items()}
    expected = {key: value for key, value in keys.items() if not isinstance(value, dict)}
    assert len(expected) > 20
    found = json.loads(installed.ran(SERVING, ",".join([*expected, "server.port"]), "--port", 8612))
    assert found.pop("script") == str(installed.packages / "convoscope" / "served" / "app.py")
    assert found == expected | {"server.port": 8612}


def test_the_command_serves_at_the_address_that_it_prints(installed, tmp_path):
    mine = written(MINE, tmp_path)
    port = free_port()
    command = [installed.bin / "convoscope", "--port", str(port), "--network", "mine:build", "--server.headless=true"]
    log = installed.folder / "log"
    with log.open("w") as output:
        process = subprocess.Popen(command, cwd=mine, env=installed.environment, stdout=output, stderr=output)
    try:
        wait_until(lambda: "URL: http" in log.read_text(), "the address is printed", 120)
        address = re.search(r"URL: (\S+)", log.read_text())[1]
        assert address == f"http://localhost:{port}"
        wait_until(lambda: answers(f"{address}/healthy"), "it answers", 120)
        ready = lambda: "ready" in urllib.request.urlopen(f"{address}/healthy").read().decode()  # noqa: E731, S310
        wait_until(ready, "the networks are loaded", 120)
        for page in ("", "convolution", "batch_norm?part=groups"):
            assert b"<title>Streamlit</title>" in urllib.request.urlopen(f"{address}/{page}").read()  # noqa: S310
    finally:
        process.terminate()
        process.wait(20)
    assert "Traceback" not in log.read_text()
