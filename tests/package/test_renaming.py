"""Names of the checkout become those of the package: in what Python runs as its own syntax tree says, and in texts."""

import ast
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convoscope.building.renaming import NotRenamedError, Renaming, replaced
from convoscope.building.staging import ROOMS, installed, renaming_of, sources, stage

ROOT = Path(__file__).parent.parent.parent
MODULES = {"models.nets", "models.ops", "pages.home", "viz.ink"}
RENAMING = Renaming(ROOMS, MODULES)
SERVED = "convoscope.served.pages"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("from models.ops import geometry", "from convoscope.ops import geometry"),
        ("from models import nets", "from convoscope import nets"),
        ("from viz.ink.colour import a as b", "from convoscope.viz.ink.colour import a as b"),
        ("import pages.home.page as page", f"import {SERVED}.home.page as page"),
        ("import os, viz.ink as ink", "import os, convoscope.viz.ink as ink"),
        ("import models.nets\nx: models.nets.A = models", "import convoscope.nets\nx: convoscope.nets.A = convoscope"),
        ("import viz.ink\nviz.ink.draw(viz)", "import convoscope.viz.ink\nconvoscope.viz.ink.draw(convoscope.viz)"),
        ("é = 1; from models.ops import b", "é = 1; from convoscope.ops import b"),
        ("if a:\n    from viz.b import (\n    c,\n    )", "if a:\n    from convoscope.viz.b import (\n    c,\n    )"),
        ("from . import models\nmodels.nets = 1", "from . import models\nmodels.nets = 1"),
        ("from .models.nets import a", "from .models.nets import a"),
        ("from torchvision import models\nmodels.resnet18()", "from torchvision import models\nmodels.resnet18()"),
        ("from torchvision.models import a", "from torchvision.models import a"),
        ("import modelsof, vizier", "import modelsof, vizier"),
        ("models = 1\nviz.ink.x", "models = 1\nviz.ink.x"),
        ('"""See `models.ops.geometry.pad`."""', '"""See `convoscope.ops.geometry.pad`."""'),
        ("a = 'python -m models.nets.table'", "a = 'python -m convoscope.nets.table'"),
        ("a = f'{x} models.nets.a'", "a = f'{x} convoscope.nets.a'"),
        ("a = 'models.other torchvision.models.nets /viz.ink models/ops models.'",) * 2,
        ("# models.ops stays in a comment",) * 2,
        ('a = """\nviz.ink"""; from viz.a import c', 'a = """\nconvoscope.viz.ink"""; from convoscope.viz.a import c'),
    ],
)  # fmt: skip
def test_names_are_changed_where_they_are_ours(line, expected):
    assert RENAMING.code(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "import_module(f'pages.{topic}.part')",
        "a = f'models.nets.{name}'",
        "import models.nets\nmodels = 3",
        "import viz.ink\ndef f(viz):\n    return viz.ink",
        "import models.nets\nfor models in (1, 2): pass",
        "from  models.nets import a",
    ],
)
def test_what_cannot_be_followed_stops_the_build(line):
    with pytest.raises(NotRenamedError, match=r"^Line \d.*\.$"):
        RENAMING.code(line)


def test_a_text_to_copy_is_changed_as_a_string_is():
    assert RENAMING.text("from models.nets.a import b\nmodels.c\n") == "from convoscope.nets.a import b\nmodels.c\n"


class Expected(ast.NodeTransformer):
    """The same change, worked out on the tree; of texts nothing is left, they are tested by themselves."""

    rooms = ROOMS
    given = ()

    def visit_ImportFrom(self, node):
        if not node.level:
            node.module = self.renamed(node.module)
        return node

    def visit_Import(self, node):
        for alias in node.names:
            alias.name = self.renamed(alias.name)
        return node

    def visit_Name(self, node):
        return ast.parse(ROOMS[node.id], mode="eval").body if node.id in self.given else node

    def visit_Constant(self, node):
        return ast.Constant("") if isinstance(node.value, str) else node

    def renamed(self, name):
        room, dot, inner = name.partition(".")
        return self.rooms.get(room, room) + dot + inner


class Unchanged(Expected):
    """Only the texts are put aside."""

    rooms = MappingProxyType({})


@pytest.mark.parametrize("room", ["models", "viz", "pages", "app.py", "convoscope"])
def test_every_file_means_what_it_meant_but_for_the_names(room):
    renaming = renaming_of(ROOT)
    files = [file for file in sources(ROOT) if file.suffix == ".py" and file.relative_to(ROOT).parts[0] == room]
    assert files
    for file in files:
        source = file.read_text(encoding="utf-8")
        expected = Expected()
        expected.given = {"models"} if "\n    import models." in source else set()
        changed = renaming.code(source)
        assert ast.dump(Unchanged().visit(ast.parse(changed))) == ast.dump(expected.visit(ast.parse(source))), file
        assert changed.count("\n") == source.count("\n"), file


@given(st.lists(st.text("ab\n é", min_size=1, max_size=4), min_size=1, max_size=6), st.data())
def test_each_place_gets_its_text_and_the_rest_stays(pieces, data):
    source, expected, edits = "", "", []
    for piece in pieces:
        new = data.draw(st.sampled_from([None, "", "x", "yy\n"]))
        if new is not None:
            line = source.count("\n") + 1
            edits.append(((line, len(source) - source.rfind("\n") - 1), piece, new))
        source, expected = source + piece, expected + (piece if new is None else new)
    assert replaced(source, data.draw(st.permutations(edits))) == expected


def test_two_files_at_one_place_stop_the_build(tmp_path):
    for file in ("app.py", "models/viz/a.py", "viz/a.py", "requirements.txt"):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text("")
    with pytest.raises(NotRenamedError, match=r"Two files are to be installed as convoscope/viz/a\.py"):
        stage(tmp_path, tmp_path / "staged")


def test_a_file_that_cannot_be_followed_is_named(tmp_path):
    (tmp_path / "app.py").write_text("f'pages.{a}'")
    with pytest.raises(NotRenamedError, match=r"app\.py: Line 1 puts"):
        stage(tmp_path, tmp_path / "staged")


@pytest.mark.parametrize(
    ("file", "place"),
    [
        ("models/ops/geometry.py", "ops/geometry.py"),
        ("viz/ink/bars.py", "viz/ink/bars.py"),
        ("pages/shell/frame.py", "served/pages/shell/frame.py"),
        ("app.py", "served/app.py"),
        (".streamlit/config.toml", "served/.streamlit/config.toml"),
        ("convoscope/command.py", "command.py"),
    ],
)
def test_where_a_file_goes(file, place):
    assert str(installed(Path(file))) == place


def test_what_python_or_an_editor_left_behind_stays_behind(tmp_path):
    for file in ("app.py", "models/ops/a.py", "models/ops/__pycache__/a.pyc", "viz/.hidden", "models/recipes/b.py"):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text("")
    assert [file.name for file in sources(tmp_path)] == ["app.py", "a.py"]
