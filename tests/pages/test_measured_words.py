"""Sentences say what is measured: each claim, beside the numbers on stage or PyTorch's."""

import numpy as np
import pytest
import torch

from models.images import sample
from models.images.edits import Cover, Edit
from models.nets.capture import capture
from models.nets.catalogue import load
from tests.pages.promises.tried import watched
from tests.pages.test_pages import opened, words
from tests.pages.test_prediction_probe import answers, finished

PAIR = {"part": "result", "batch": "cat,coffee"}
STAGES = {"statistics": "statistics", "result": "normalized", "groups": "block"}


def maps_of(picture, layer):
    network = load("cifar10")
    return capture(network, network.prepare(sample(picture)))[layer].values[0]


def staged(**query):
    with watched() as sent:
        said = words(opened("batch_norm", **PAIR, **query))
    return said, sent["normalized stage"]


def from_line(before, after):
    """How far one map is from the straight line through the other that fits it best, and the line's slope."""
    slope, start = np.polyfit(before.ravel(), after.ravel(), 1)
    return float(np.abs(slope * before + start - after).max()), slope


@pytest.mark.parametrize(("tensor", "channel"), [("bn:stage1.bn2", "5"), ("stage2.conv2", "11")])
def test_per_channel_a_map_gets_another_scale_and_zero_point_and_per_location_the_common_is_gone(tensor, channel):
    stages = []
    for picture in ("cat", "coffee"):
        said, stage = staged(tensor=tensor, channel=channel, shown=picture)
        stages.append({name: stage.planes[name].astype(float) for name in ("before", "channel", "location")})
    assert "Per channel the map keeps its shape and gets another scale and another zero point" in said
    values = torch.tensor(np.stack([stage["before"] for stage in stages]))[:, None]
    scale = 1 / np.sqrt(values.var(correction=0).item() + 1e-5)
    for stage in stages:
        off, slope = from_line(stage["before"], stage["channel"])
        assert off < 1e-4
        assert slope == pytest.approx(scale, rel=1e-4)
        assert from_line(stage["before"], stage["location"])[0] > 0.1
    zero = (stages[0]["channel"] / scale - stages[0]["before"]).mean()
    assert zero == pytest.approx(-values.mean().item(), rel=1e-4, abs=1e-5), "the zero point, of all maps"
    common = {way: np.abs(stages[0][way] + stages[1][way]).max() / 2 for way in ("channel", "location")}
    assert "what the pictures have in common there is gone" in said
    assert common["location"] < 1e-5
    assert common["channel"] > 0.1


@pytest.mark.parametrize(
    ("tensor", "name"),
    [("bn:stage1.bn2", "input of stage1.bn2"), ("stage1.conv2", "output of stage1.conv2"), ("input", "input pixels")],
)
@pytest.mark.parametrize("part", ["statistics", "result", "groups"])
def test_titles_name_a_tensor_and_never_show_its_key(tensor, name, part):
    with watched() as sent:
        opened("batch_norm", part=part, tensor=tensor, batch="cat,coffee")
    stage = sent[f"batch_norm/{part}"]
    said = str(stage["captions"] if "captions" in stage.header else stage.header)
    assert name in said
    assert "bn:" not in said.replace(f"'{tensor}'", "")


def test_where_the_class_falls_that_place_mattered_for_this_cover():
    """The falls on stage are those of torch under two covers; another cover's falls are others at the same place."""
    falls = {}
    for fill in ("black", "mean"):
        with watched() as sent:
            app = finished(opened("prediction", part="probe", sweep="shown", square="half", cells="8", under=fill))
        stage = sent["prediction/probe_sweep"]
        row, column = stage["strongest"]
        top, left, high, wide = (int(each) for each in stage.planes["covers"][row, column])
        cover = Edit(cover=Cover(top, left, high, wide), fill=fill)
        (before, after), _ = answers("cifar10", "cat", Edit(), cover)
        best = before.argmax()
        falls[fill] = stage.planes["falls"]
        assert falls[fill][row, column] == pytest.approx(100 * (before - after)[best], abs=0.01)
        assert falls[fill].max() == falls[fill][row, column]
        assert "where the probability of the class falls, that place mattered for this cover" in words(app)
    assert np.abs(falls["black"] - falls["mean"]).max() > 1


def test_silent_is_said_of_one_picture_and_some_silent_maps_speak_on_another():
    silent = {}
    for picture in ("cat", "coffee", "point"):
        maps = maps_of(picture, "stage1.relu1")
        silent[picture] = {channel for channel, one in enumerate(maps) if not one.any()}
        said = words(opened("feature_maps", layer="stage1.relu1", picture=picture))
        assert f"On this picture {len(silent[picture])} of them are silent (zero everywhere)" in said
    assert silent["cat"] - silent["coffee"], "silent here, not dead"


def test_silent_inputs_of_a_convolution_are_those_that_are_zero_everywhere_on_this_picture():
    inputs = maps_of("point", "stage2.relu1")
    count = int((inputs.reshape(len(inputs), -1) == 0).all(axis=1).sum())
    assert count
    said = words(opened("convolution", part="inside", layer="stage2.conv2", picture="point"))
    assert f"zero everywhere on this picture, which so contribute nothing: {count} of {len(inputs)}." in said
