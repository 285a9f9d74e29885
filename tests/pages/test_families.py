"""Do all pages, part by part, work with one network of every family of torchvision, with random weights?"""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parent.parent.parent
# All parts of all pages for a few that differ most, the first part of each page for the others; two of them every day.
IN_FULL = ("resnet18", "squeezenet1_1", "shufflenet_v2_x0_5", "densenet121", "convnext_tiny")
FAMILIES = (
    *IN_FULL,
    *("alexnet", "vgg11_bn", "resnext50_32x4d", "wide_resnet50_2", "googlenet", "inception_v3", "mobilenet_v2"),
    *("mobilenet_v3_small", "mnasnet0_5", "regnet_x_400mf", "regnet_y_400mf", "efficientnet_b0"),
)
DAILY = ("squeezenet1_1", "mobilenet_v3_small")


def parts():
    """Every page with the parts it has, as its file names them."""
    for page in sorted((ROOT / "pages").glob("*/page.py")):
        told = re.search(r"\((\"\w+\"(?:, \"\w+\")*),?\)", page.read_text(encoding="utf-8"))
        names = {path.parent.name for path in page.parent.glob("*/part.py")}
        found = [name for name in re.findall(r"\w+", told[1]) if name in names] if told else []
        yield page.parent.name, found or [None]


def seen(network, topic, part):
    """The page as a first visit by a link."""
    app = AppTest.from_file(str(ROOT / "pages" / "shell" / "frame.py"), default_timeout=120)
    app.query_params["network"] = network
    if part:
        app.query_params["part"] = part
    app.run()
    return app.switch_page(f"../{topic}/page.py").run() if topic != "home" else app


@pytest.mark.parametrize(
    "network", [*DAILY, *(pytest.param(name, marks=pytest.mark.long) for name in FAMILIES if name not in DAILY)]
)
def test_every_page_works_with_every_family(network):
    shown = [(topic, part) for topic, names in parts() for part in (names if network in IN_FULL else names[:1])]
    for topic, part in shown:
        app = seen(network, topic, part)
        where = f"{topic}, part {part}, of {network}"
        assert not app.exception, f"{where}: {app.exception}"
        assert not app.error, f"{where}: {app.error}"
        assert app.selectbox(key="network").value == network
        assert app.title, where


def test_no_part_is_forgotten():
    found = dict(parts())
    assert found["convolution"] == ["slide", "flashlight", "inside", "kinds", "sharing"]
    assert found["batch_norm"] == ["groups", "statistics", "result", "inference"]
    assert set(found) == {path.parent.name for path in (ROOT / "pages").glob("*/page.py")}
