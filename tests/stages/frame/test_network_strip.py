"""The strip of layers: what Python says late never takes back what the visitor has chosen since."""

import pytest

from tests.stages.recording import recorded
from tests.viz.packed import changed, unpacked

pytestmark = pytest.mark.browser
STRIP = "frame/network_strip"


@pytest.fixture
def strip(bench):
    bench.open(STRIP, "feature_maps")
    sent = recorded("feature_maps")[STRIP]

    def says(name):
        """Python says that this layer is chosen; the one that the strip shows then."""
        bench.send(STRIP, changed(sent, chosen=name))
        return bench.page.locator('.strip [aria-selected="true"]').get_attribute("data-name")

    return bench, says


def test_no_echo_takes_a_newer_choice_back(strip):
    bench, says = strip
    bench.page.locator('.strip button[data-name="stage1.bn1"]').dblclick()
    for _ in range(6):
        bench.page.keyboard.press("ArrowRight")
    names = [each["value"] for each in bench.page.evaluate("window.told")]
    assert (names[0], names[-1]) == ("stage1.bn1", "stage2.conv1")
    first = unpacked(recorded("feature_maps")[STRIP])[0]["chosen"]
    for late in (first, "stage1.bn1", "stage1.conv2", "stage1.conv2", "stage1.relu2", "stage2.conv1"):
        assert says(late) == "stage2.conv1", late


def test_what_python_changes_by_itself_is_taken_over_even_while_an_echo_is_awaited(strip):
    bench, says = strip
    bench.page.locator('.strip button[data-name="stage1.bn1"]').click()
    assert says("stage3.relu1") == "stage3.relu1"
    assert says("stage1.bn1") == "stage1.bn1", "it was told before the change: this is a choice anew"
    bench.page.keyboard.press("ArrowRight")
    assert says("stage1.relu1") == "stage1.relu1"
    assert says("stage1.bn1") == "stage1.bn1", "the way back"
