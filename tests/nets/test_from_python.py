"""Does any module of one's own come in from Python, and is a sentence said of what can't?"""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from PIL import Image

from models.images import sample
from models.nets.capture import capture
from models.nets.network import Network
from models.nets.own import from_python
from models.nets.receptive_field import receptive_fields

ROOT = Path(__file__).parent.parent.parent

MODULE = """
import torch
from torch import nn

from models.nets.catalogue import load

HEAD = (nn.AdaptiveAvgPool2d(1), nn.Flatten())


def plain():
    return nn.Sequential(nn.Conv2d(3, 8, 3), *HEAD, nn.Linear(8, 4)).train()


def told():
    return plain(), {"labels": ["a", "b", "c", "d"], "input_size": (40, 50), "mean": [0.5] * 3, "std": [2.0] * 3}


def grey():
    about = {"input_size": (28, 28), "mean": [0.5], "std": [0.25]}
    return nn.Sequential(nn.Conv2d(1, 8, 3), *HEAD, nn.Linear(8, 4)), about


def features():
    return nn.Sequential(nn.Conv2d(3, 8, 3), nn.ReLU()), {"input_size": (32, 32)}


def half():
    return plain().half()


def whole():
    return load("cifar10")


def raises():
    raise OSError("no *file* here\\nsecond line")


def number():
    return 3


def four():
    return nn.Conv2d(4, 8, 3)


def nothing():
    class Nothing(nn.Module):
        def forward(self, batch):
            return {"loss": None}

    return Nothing()


def heads():
    class Heads(nn.Module):
        def __init__(self):
            super().__init__()
            self.plain = nn.utils.weight_norm(plain()[0])

        def forward(self, batch):
            return {"aux": batch, "out": self.plain(batch)}

    return Heads(), {"input_size": (24, 24)}


def scripted():
    return torch.jit.script(plain())


def sequence():
    return nn.Flatten(1, 2)


def narrow():
    return nn.Sequential(nn.Conv2d(3, 8, 3), nn.Flatten(), nn.Linear(72, 4))


def labels():
    return plain(), {"labels": ["a"]}


def unknown():
    return plain(), {"colour": "blue"}


def size():
    return plain(), {"input_size": 7}


def deviation():
    return plain(), {"std": [0, 0, 0]}


def channels():
    return plain(), {"mean": [0.1, 0.2]}


NO_FUNCTION = 3
"""


@pytest.fixture(scope="module", autouse=True)
def made_module(tmp_path_factory):
    folder = tmp_path_factory.mktemp("from_python")
    (folder / "a_module_of_mine.py").write_text(MODULE)
    (folder / "a_broken_module.py").write_text("import nothing_of_that_name")
    sys.path.insert(0, str(folder))
    yield
    sys.path.remove(str(folder))


def loaded(function):
    return from_python.load(f"a_module_of_mine:{function}")


def test_a_bare_module_is_ready_to_be_looked_into():
    network = loaded("plain")
    assert (network.name, network.input_size, len(network.labels)) == ("a_module_of_mine:plain", (224, 224), 4)
    assert not network.module.training
    assert not any(weights.requires_grad for weights in network.module.parameters())
    batch = network.prepare(sample("cat"))
    assert float(batch.min()) >= 0
    assert float(batch.max()) <= 1
    assert len(capture(network, batch)) >= 3
    assert receptive_fields(network.module, network.input_size)["0"].size == (3, 3)


def test_what_is_told_beside_it_is_used():
    network = loaded("told")
    assert (network.labels, network.input_size) == (("a", "b", "c", "d"), (40, 50))
    white = network.prepare(Image.new("RGB", (40, 50), "white"))
    assert white.shape == (1, 3, 40, 50)
    assert torch.equal(white, torch.full_like(white, 0.25))


def test_a_grey_network_sees_the_brightness():
    network = loaded("grey")
    assert "one channel" in network.source
    batch = network.prepare(Image.new("RGB", (28, 28), (255, 0, 0)))
    assert batch.shape == (1, 1, 28, 28)
    assert network.channels == 1
    assert batch.numpy() == pytest.approx((round(0.299 * 255) / 255 - 0.5) / 0.25, abs=1e-6)
    assert list(capture(network, batch)) == ["0", "1", "2", "3"]


def test_maps_are_averaged_and_it_says_so():
    network = loaded("features")
    batch = network.prepare(sample("cat"))
    trace = capture(network, batch)
    assert "(8 of 30 × 30)" in network.source
    assert trace.output[0] == pytest.approx(trace["features.1"].values[0].mean((1, 2)), abs=1e-6)


def test_the_answer_that_counts_is_taken_and_named():
    network = loaded("heads")
    assert "`out` is shown here, not `aux`" in network.source
    assert "(8 of 22 × 22)" in network.source
    assert len(network.labels) == 8


def test_other_precisions_are_brought_to_float32():
    assert {weights.dtype for weights in loaded("half").module.parameters()} == {torch.float32}


def test_a_whole_network_keeps_all_but_its_name():
    network = loaded("whole")
    assert isinstance(network, Network)
    assert (network.name, network.labels[3]) == ("a_module_of_mine:whole", "cat")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("raises", "failed: no *file* here (OSError)"),
        ("number", "returned int"),
        ("four", "takes 4 channels"),
        ("nothing", "must return a tensor"),
        ("sequence", "must answer [1, classes]"),
        ("narrow", "a picture of 224 × 224 pixels makes it fail"),
        ("scripted", "compiled by torch.jit"),
        ("labels", "4 outputs, but 1 labels"),
        ("unknown", "labels, input_size, mean, std, source"),
        ("size", "isn't understood"),
        ("deviation", "deviation must be"),
        ("channels", "mean or std has 2 numbers"),
        ("nowhere", "has no function nowhere"),
        ("NO_FUNCTION", "has no function NO_FUNCTION"),
    ],
)
def test_what_cannot_be_shown_is_told_in_one_sentence(name, reason):
    with pytest.raises(from_python.NotANetwork) as refusal:
        loaded(name)
    assert reason in str(refusal.value)
    assert str(refusal.value).endswith(".")
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("name", ["", "os", "os:", ":x", "../x:y", "a b:c", "os:system('x')", "no_such_module:f"])
def test_a_name_that_is_none_is_told(name):
    with pytest.raises(from_python.NotANetwork):
        from_python.load(name)


def test_a_module_that_fails_to_import_is_told():
    with pytest.raises(from_python.NotANetwork, match="nothing_of_that_name"):
        from_python.load("a_broken_module:build")


def test_nothing_is_wanted_unless_the_environment_names_it(monkeypatch):
    monkeypatch.delenv(from_python.VARIABLE, raising=False)
    assert from_python.wanted() is None
    monkeypatch.setenv(from_python.VARIABLE, " a:b ")
    assert from_python.wanted() == "a:b"


def test_ones_own_modules_come_before_others_of_their_name(tmp_path, monkeypatch):
    """Those of the page's own folder, which is first on the path while a page runs; and the path is left as it was."""
    mine, others = tmp_path / "mine", tmp_path / "others"
    helper = "from torch import nn\n\ndef made():\n    return nn.Sequential(nn.Conv2d(3, 2, 3), nn.ReLU())\n"
    for folder, text in ((mine, helper), (others, "")):
        folder.mkdir()
        (folder / "address_of_both.py").write_text(text)
        (folder / "layers_of_both.py").write_text(text)
    first = "from layers_of_both import made\n\ndef build():\n    import address_of_both\n"
    (mine / "network_of_mine.py").write_text(f"{first}    return address_of_both.made(), {{'input_size': (32, 32)}}\n")
    monkeypatch.chdir(mine)
    monkeypatch.syspath_prepend(others)
    before = [*sys.path]
    network = from_python.load("network_of_mine:build")
    assert network.name == "network_of_mine:build"
    assert sys.path == [*before, str(mine)]


def readme_example():
    section = (ROOT / "README.md").read_text(encoding="utf-8").split("## Your own network")[1].split("\n## ")[0]
    return re.search(r"```python\n(import torch\n.*?)```", section, re.DOTALL)[1]


WALK = """
import os, sys
os.environ["CONVOSCOPE_NETWORK"] = "my_module:build"
sys.path[:0] = [{folder!r}, {root!r}]
from streamlit.testing.v1 import AppTest
from tests.pages.test_families import parts
for topic, names in parts():
    for part in names:
        app = AppTest.from_file({root!r} + "/pages/shell/frame.py", default_timeout=120)
        if part:
            app.query_params["part"] = part
        app.run()
        if topic != "home":
            app.switch_page("../" + topic + "/page.py").run()
        assert not app.exception and not app.error, (topic, part, app.exception, app.error)
        assert app.selectbox(key="network").value == "my_module:build", (topic, part)
        assert not any("isn't shown" in warning.value for warning in app.warning), app.warning
print("walked")
"""


def test_the_readmes_example_opens_on_every_page(tmp_path):
    example = readme_example()
    assert sum(bool(line.strip()) for line in example.splitlines()) <= 10
    (tmp_path / "my_module.py").write_text(example)
    code = WALK.format(folder=str(tmp_path), root=str(ROOT))
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "walked" in done.stdout, done.stderr[-3000:]


def test_make_hands_the_name_on():
    done = subprocess.run(
        ["make", "-n", "run", "NETWORK=my_module:build"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert "CONVOSCOPE_NETWORK='my_module:build' .venv/bin/streamlit run app.py" in done.stdout
