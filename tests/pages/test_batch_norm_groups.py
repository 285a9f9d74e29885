"""What the page says of groups is true: PyTorch, asked apart, says the same; no address breaks it."""

import csv
import io
import re

import numpy as np
import pytest
import torch

from models.images import sample
from models.nets.catalogue import load
from models.ops.batch_norm import statistics
from models.ops.groupings import GROUPINGS
from pages.batch_norm.groups import words as page_words
from pages.batch_norm.groups.case import Case, kind_of
from pages.batch_norm.groups.part import PART, TRY
from tests.pages.snippets import ran
from tests.pages.test_pages import opened, words
from viz.stages.batch_norm.groups.stage import divisors_of

BATCH = ("cat", "coffee", "rocket")
LAYER = "stage1.bn2"


def told(**query):
    return opened("batch_norm", part="groups", network="cifar10", batch=",".join(BATCH), **query)


def numbers(found):
    return [float(each.replace("−", "-")) for each in found.groups()]


@pytest.fixture(scope="module")
def values():
    network, seen = load("cifar10"), []
    watched = network.module.get_submodule(LAYER)
    handle = watched.register_forward_hook(lambda _, inputs, _output: seen.append(inputs[0].clone()))
    with torch.inference_mode():
        network.module(torch.cat([network.prepare(sample(name)) for name in BATCH]))
    handle.remove()
    return seen[0]


def by_torch(values, over, groups):
    """Means and variances by shaping, not by axes."""
    batch, channels = values.shape[:2]
    rearranged = {
        "channel": values.transpose(0, 1).reshape(channels, -1),
        "location": values.reshape(batch, -1).T,
        "layer": values.reshape(batch, -1),
        "instance": values.reshape(batch * channels, -1),
        "group": values.reshape(batch * groups, -1),
        "rms": values.reshape(batch, -1),
    }[over]
    if over == "rms":
        return torch.zeros(batch), rearranged.square().mean(1).sqrt(), rearranged.shape[1]
    return rearranged.mean(1), rearranged.std(1, correction=0), rearranged.shape[1]


@pytest.mark.parametrize("over", GROUPINGS)
def test_the_reading_says_pytorchs_numbers(values, over):
    said = words(told(over=over, groups="4", tensor=f"bn:{LAYER}"))
    mean, deviation, count = by_torch(values, over, 4)
    pattern = r"means run from ([-−\d.e]+) to ([-−\d.e]+), the deviations from ([-−\d.e]+) to ([-−\d.e]+)\."
    expected = [mean.min(), mean.max(), deviation.min(), deviation.max()]
    if over == "rms":
        pattern = r"no mean is taken off, and the roots of the mean squares run from ([\d.e−]+) to ([\d.e−]+)\."
        expected = expected[2:]
    chosen = re.search(pattern, said)
    assert [float(each.replace("−", "-")) for each in chosen.groups()] == pytest.approx(
        [float(each) for each in expected], rel=2e-3
    )
    batch, channels, rows, columns = values.shape
    assert f"{batch} × {channels} × {rows} × {columns} = {values.numel():,} values" in said
    assert f"**{channels} means** of **{batch * rows * columns:,} values** each" in said
    assert f"**{channels * rows * columns:,} means** of only **{batch} values**" in said
    kind = kind_of(tuple(values.shape), over, 4)
    assert (kind.means, kind.count) == (mean.numel(), count)


@pytest.mark.parametrize("over", GROUPINGS)
def test_the_proof_is_exact_to_rounding(over):
    said = words(told(over=over, tensor=f"bn:{LAYER}"))
    assert float(re.search(r"which is ([\d.e-]+) of the largest", said)[1]) < 1e-5


def test_the_textbooks_sentence():
    shape = (16, 64, 28, 28)
    by_channel, by_location = (page_words.told(shape, kind_of(shape, over)) for over in ("channel", "location"))
    assert by_channel == "64 channels → 64 means, each from 16 × 28 × 28 = 12,544 values"
    assert by_location.endswith("→ 50,176 means, each from 16 values")


@pytest.mark.parametrize("shape", [(16, 64, 28, 28), (1, 3, 1, 7), (2, 12, 4, 5)])
def test_every_way_of_grouping_shares_out_all_values(shape):
    for said in page_words.kinds(shape, divisors_of(shape[1])):
        kind = kind_of(shape, said["over"], said["groups"])
        assert kind.means * kind.count == np.prod(shape)
        _, right = said["counted"].split(" → ")
        factors = [int(each.replace(",", "")) for each in re.findall(r"[\d,]*\d", right)]
        assert factors[0] == kind.means
        assert np.prod(factors[1:-1] or [factors[-1]]) == factors[-1] == kind.count


@pytest.mark.parametrize("over", GROUPINGS)
def test_both_notations_mean_the_same_values(over):
    values = np.random.default_rng(2).normal(size=(2, 6, 3, 4))
    kind, found = kind_of(values.shape, over, 3), statistics(values, ("group", 3) if over == "group" else over)
    first, last = values, np.moveaxis(values, 1, -1)
    if over == "group":
        first, last = first.reshape(2, 3, 2, 3, 4), last.reshape(2, 3, 4, 3, 2)
    expected = found.mean
    if over == "rms":
        first, last, expected = first**2, last**2, found.variance
    assert first.mean(axis=kind.way.axes).ravel() == pytest.approx(expected.ravel())
    channels_last = last.mean(axis=kind.way.axes_last)
    if over == "location":
        channels_last = np.moveaxis(channels_last, -1, 0)
    assert channels_last.ravel() == pytest.approx(expected.ravel())


@pytest.mark.parametrize(
    ("over", "heads"),
    [
        ("channel", ["channel"]),
        ("location", ["channel", "row", "column"]),
        ("layer", ["picture"]),
        ("instance", ["picture", "channel"]),
        ("group", ["picture", "channels"]),
        ("rms", ["picture"]),
    ],
)
def test_the_table_holds_every_mean(over, heads):
    values = np.arange(2.0 * 6 * 3 * 4).reshape(2, 6, 3, 4)
    found = statistics(values, ("group", 3) if over == "group" else over)
    case = Case(kind_of(values.shape, over, 3 if over == "group" else 1), found, 0.0, 1.0)
    lines = list(csv.reader(io.StringIO(page_words.table(values.shape, case))))
    spread = "root mean square" if over == "rms" else "standard deviation"
    assert lines[0] == [*heads, "mean", spread, "values"]
    assert [float(line[-2]) for line in lines[1:]] == pytest.approx(np.sqrt(found.variance.ravel()).tolist())
    assert [float(line[-3]) for line in lines[1:]] == pytest.approx(found.mean.ravel().tolist())
    assert {int(line[-1]) for line in lines[1:]} == {found.count}
    if over == "group":
        assert lines[2][:2] == ["0", "2–3"]


def test_one_picture_per_location_is_explained():
    said = words(opened("batch_norm", part="groups", network="cifar10", batch="cat", over="location"))
    assert "normalizing leaves nothing but zeros" in said
    assert "the deviations from 0 to 0." in said


def test_maps_of_one_value_are_explained():
    point = page_words._limits((4, 8, 1, 1)), page_words._limits((1, 8, 1, 1))
    assert "are the same" in point[0][0]
    assert "PyTorch refuses" in point[1][0]
    with pytest.raises(ValueError, match="more than 1 value"):
        torch.nn.BatchNorm2d(8)(torch.zeros(1, 8, 1, 1))


@pytest.mark.parametrize("over", ["channel", "location", "group"])
def test_the_snippet_prints_the_numbers_on_screen(over):
    app = told(over=over, groups="4", tensor=f"bn:{LAYER}")
    code = next(block.value for block in app.code if "var_mean" in block.value)
    shown = ran(code)
    pattern = re.compile(
        r"means (?:run )?from ([-−\d.e]+) to ([-−\d.e]+), (?:the )?deviations from ([-−\d.e]+) to ([\d.e−-]+\d)"
    )
    printed, said = (numbers(pattern.search(text)) for text in (shown, words(app)))
    assert printed == pytest.approx(said, rel=2e-3)


def test_the_snippet_of_rms_norm_takes_no_mean_off():
    app = told(over="rms", tensor=f"bn:{LAYER}")
    code = next(block.value for block in app.code if "square()" in block.value)
    printed = re.search(r"means from 0 to 0, deviations from (\S+) to (\S+)", ran(code))
    said = re.search(r"mean squares run from (\S+) to ([\d.]+\d)", words(app))
    assert numbers(printed) == pytest.approx(numbers(said), rel=2e-3)


@pytest.mark.parametrize("tensor", ["input", "stage3.conv1", "bn:stage3.bn2"])
def test_every_kind_of_tensor_is_shown(tensor):
    assert "largest difference" in words(told(tensor=tensor))


@pytest.mark.parametrize(
    "query",
    [
        {"over": "<b>", "groups": "5", "item": "99", "row": "-1", "column": "x"},
        {"over": "group", "groups": "0"},
        {"channel": "9999", "tensor": "nothing"},
    ],
)
def test_a_tampered_link_falls_back(query):
    assert "largest difference" in words(told(**query))


@pytest.mark.parametrize("key", TRY)
def test_every_thing_to_try_is_what_the_link_has(key):
    said = words(opened("batch_norm", **PART, **TRY[key]))
    assert f"On stage, **per {'map' if key == 'try_instance' else 'location'}" in said


def test_five_axes_are_named_where_there_are_five():
    said = {each["over"]: each["short"] for each in page_words.kinds((2, 6, 3, 4), (1, 2, 3, 6))}
    assert "reshape to [B, n, C/n, H, W]" in said["group"]
    assert all("reshape" not in short for over, short in said.items() if over != "group")


def test_one_picture_and_one_group_are_said_in_the_singular():
    said = page_words.told((1, 6, 2, 2), kind_of((1, 6, 2, 2), "group", 1))
    assert said == "1 picture × 1 group → 1 mean, each from 6 × 2 × 2 = 24 values"
    assert page_words.told((2, 6, 2, 2), kind_of((2, 6, 2, 2), "group", 3)).startswith(
        "2 pictures × 3 groups → 6 means"
    )
