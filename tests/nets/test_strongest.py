"""The strongest places of a network's channels, found a second time by torch and by the network's own hooks."""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from models.images import sample
from models.nets.catalogue import load
from models.nets.maps.strongest import peaks_of, spans, strongest_by_torch
from models.nets.receptive_field import receptive_fields
from models.ops.strongest import strongest


@pytest.fixture(scope="module")
def network():
    return load("cifar10")


@pytest.fixture(scope="module")
def fields(network):
    return receptive_fields(network.module, network.input_size)


def maps_of(network, layer, name):
    """A layer's maps as its own hook hears them."""
    kept = []
    watched = network.module.get_submodule(layer)
    handle = watched.register_forward_hook(lambda _, __, output: kept.append(output.clone()))
    with torch.inference_mode():
        network.module(network.prepare(sample(name)))
    handle.remove()
    return kept[0][0]


def test_the_first_of_every_channel_is_the_largest_of_its_map(network, fields):
    maps = maps_of(network, "stage2.relu1", "coffee")
    peaks = peaks_of(network, sample("coffee"), "stage2.relu1", fields["stage2.relu1"])
    largest, order = maps.flatten(1).max(dim=1)
    loud = largest > 0
    assert loud.any()
    assert torch.equal(torch.tensor(peaks.values[:, 0])[loud].float(), largest[loud])
    assert (peaks.rows[:, 0] * 16 + peaks.columns[:, 0])[loud.numpy()].tolist() == order[loud].tolist()


@pytest.mark.parametrize("layer", ["stage1.conv1", "stage1.relu1", "pool1", "stage3.relu2"])
def test_torch_finds_equally_strong_places(network, fields, layer):
    maps = maps_of(network, layer, "cat").numpy()
    peaks = peaks_of(network, sample("cat"), layer, fields[layer])
    for channel in range(0, len(maps), 7):
        found = strongest_by_torch(maps[channel], *spans(fields[layer]), 12)
        assert maps[channel][tuple(found.T)].tolist() == peaks.values[channel, : peaks.count(channel)].tolist()


@given(st.integers(0, 10**6), st.integers(1, 6), st.integers(1, 6), st.integers(1, 5), st.integers(1, 8))
def test_both_ways_agree_on_values_without_ties(seed, down, across, size, most):
    generator = np.random.default_rng(seed)
    values = generator.permutation(down * across).reshape(down, across).astype(np.float32)
    values[generator.random(values.shape) < 0.1] = generator.choice([np.nan, np.inf, -np.inf])
    rows, columns = (
        np.stack([np.clip(np.arange(count) * 2 - 1, 0, 9), np.clip(np.arange(count) * 2 - 1 + size, 0, 9)], axis=1)
        for count in (down, across)
    )
    peaks = strongest(values[None], rows, columns, most=most)
    count = peaks.count(0)
    by_hand = np.stack([peaks.rows[0, :count], peaks.columns[0, :count]], axis=1)
    assert strongest_by_torch(values, rows, columns, most).tolist() == by_hand.tolist()


def test_a_fully_connected_layer_has_one_place_that_sees_everything(network, fields):
    peaks = peaks_of(network, sample("cat"), "linear", fields["linear"])
    assert [peaks.count(channel) for channel in range(10)] == [1] * 10
    rows, columns = spans(fields["linear"])
    assert (rows.tolist(), columns.tolist()) == ([[0, 32]], [[0, 32]])


def test_spans_are_the_edges_of_boxes(fields):
    field = fields["stage3.conv1"]
    rows, columns = spans(field)
    for place in range(8):
        box = field.box(place, 7 - place)
        assert rows[place].tolist() == [box.top, box.bottom]
        assert columns[7 - place].tolist() == [box.left, box.right]


def test_an_unknown_field_has_no_spans():
    flat = receptive_fields(torch.nn.Sequential(torch.nn.Conv2d(3, 2, 3), torch.nn.Flatten()), (8, 8))["1"]
    with pytest.raises(ValueError, match="unknown"):
        spans(flat)
