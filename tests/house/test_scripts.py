"""What a browser is given comes from the scripts that stand here, and every one of them has types."""

import hashlib
import json
from pathlib import Path

import pytest

from viz.stages.kernel.assets import read_assets

ROOT = Path(__file__).parent.parent.parent
STAGES = ROOT / "viz" / "stages"
SCRIPTS = sorted(path for path in STAGES.rglob("*.js") if "built" not in path.parts)
NAMES = sorted(path.parent.relative_to(STAGES).as_posix() for path in STAGES.glob("*/*/stage.js"))


def test_the_modules_are_made_from_todays_scripts():
    made_from = json.loads((STAGES / "built" / "sources.json").read_text(encoding="utf-8"))
    today = {
        path.relative_to(STAGES).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()[:16] for path in SCRIPTS
    }
    assert made_from == today, "`make scripts` makes them anew"


def test_every_stage_has_its_module_and_every_module_its_stage():
    built = STAGES / "built"
    assert sorted(path.relative_to(built).with_suffix("").as_posix() for path in built.rglob("*.js")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_module_imports_nothing_and_is_no_longer_than_it_must(name):
    script = read_assets(name).js
    assert "import{" not in script
    assert "import " not in script
    assert " as default" in script
    assert "/**" not in script
    assert len(script) < 100_000


def test_no_script_is_left_out_of_the_types():
    left_out = [
        path.relative_to(ROOT).as_posix()
        for pattern in ("viz/**/*.*js", "tests/**/*.*js")
        for path in ROOT.glob(pattern)
        if any(word in path.read_text(encoding="utf-8") for word in ("@ts-nocheck", "@ts-ignore", "@ts-expect-error"))
    ]
    assert left_out == []
