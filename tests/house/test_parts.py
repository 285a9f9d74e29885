"""A part is a folder in two trees, its page code and its stage; it imports its own, its topic's, and what all share."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
SHARED = ("pages.shell", "pages.text", "viz.ink", "viz.hosts.streamlit", "viz.stages.kernel", "viz.stages.frame")
# Whose stage a part is drawn on, where it has none of its own; None: a table of Streamlit's serves it better.
STAGE_OF = {
    "batch_norm/inference": "batch_norm/result",
    "convolution/flashlight": "convolution/inside",
    "pooling/slide": "convolution/slide",
    "networks/own": None,
}
# Stages beside those of parts: of a page without parts, of a page's head, and second ones of a part.
FURTHER = {
    "home/overview": "home",
    "feature_maps/maps": "feature_maps",
    "batch_norm/strip": "batch_norm",
    "convolution/areas": "convolution/sharing",
    "prediction/probe_history": "prediction/probe",
    "prediction/probe_sweep": "prediction/probe",
    "training/rates": "training/rate",
}
PARTS = sorted(file.parent.relative_to(ROOT / "pages").as_posix() for file in (ROOT / "pages").glob("*/*/part.py"))
STAGES = sorted(
    file.parent.relative_to(ROOT / "viz/stages").as_posix() for file in (ROOT / "viz/stages").glob("*/*/stage.js")
)
FILES = [file for part in PARTS for file in sorted((ROOT / "pages" / part).glob("*.py"))]


def imported(text):
    """Modules, and names of modules, that a file imports."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def strangers(part, text):
    """What a part's file imports of other parts: of their pages, or of stages that aren't its own."""
    topic, own = part.split("/")[0], part.replace("/", ".")
    stages = [STAGE_OF.get(part, part), *(stage for stage, whose in FURTHER.items() if whose in (part, topic))]
    mine = [f"pages.{own}", *SHARED, *(f"viz.stages.{stage.replace('/', '.')}" for stage in stages if stage)]
    for name in imported(text):
        of_the_topic = name.startswith(f"pages.{topic}.") and f"{topic}/{name.split('.')[2]}" not in PARTS
        known = of_the_topic or any(f"{name}.".startswith(f"{room}.") for room in mine)
        if name.startswith(("pages.", "viz.")) and not known:
            yield name


def test_every_part_has_its_stage_and_every_stage_its_part():
    assert [part for part in PARTS if part not in STAGES and part not in STAGE_OF] == []
    assert [part for part in STAGE_OF if part not in PARTS or part in STAGES] == []
    left = [stage for stage in STAGES if stage not in PARTS and stage not in FURTHER and not stage.startswith("frame/")]
    assert left == []
    assert [stage for stage in FURTHER if stage not in STAGES] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT / "pages").as_posix())
def test_a_part_imports_no_other_part(file):
    assert list(strangers(file.parent.relative_to(ROOT / "pages").as_posix(), file.read_text(encoding="utf-8"))) == []


def test_a_stranger_is_found():
    lines = "from pages.pooling.invariance.case import Case\nfrom pages.pooling import unpooling, cached"
    assert list(strangers("pooling/unpooling", lines)) == ["pages.pooling.invariance.case.Case"]
    assert list(strangers("pooling/slide", "import viz.stages.convolution.slide.stage")) == []
    assert list(strangers("pooling/slide", "import viz.stages.pooling.unpooling.stage")) != []


def mounted():
    """What pages mount: the file, and the folder it names."""
    for file in sorted((ROOT / "pages").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == "mount":
                yield file.relative_to(ROOT).as_posix(), node.args[0]


def test_every_stage_is_mounted_by_the_name_of_its_folder():
    """A literal, so that whoever looks for a folder finds who shows it."""
    # What all parts share is told the folder by the part.
    named = [folder for file, folder in mounted() if (file, ast.unparse(folder)) != ("pages/shell/staged.py", "folder")]
    assert {ast.literal_eval(folder) for folder in named} == set(STAGES)
