"""A tensor of a network for a batch: what `capture` finds too, the layer it goes into, nothing left behind."""

import time

import numpy as np
import pytest
import torch

from models.images import sample
from models.images.variations import variations, vary
from models.nets.capture import capture
from models.nets.catalogue import load
from models.nets.maps.batch_tensors import batch_norm, places, tensor_of


def pictures(count):
    return [vary(sample("cat"), name) for name in ("", *variations())][:count]


def test_places_of_the_bundled_network(cifar_network):
    found = {place.name: place for place in places(cifar_network)}
    assert found["input"].shape == (3, 32, 32)
    assert found["stage2.conv1"].layer == found["bn:stage2.bn1"].layer == "stage2.bn1"
    assert found["bn:stage3.bn2"].shape == (192, 8, 8)
    assert len(found) == 1 + 6 + 6


@pytest.mark.parametrize("name", ["input", "stage1.conv2", "stage3.conv1"])
def test_values_are_those_of_the_whole_pass(cifar_network, name):
    images = pictures(18)  # more than go through at once
    trace = capture(cifar_network, torch.cat([cifar_network.prepare(image) for image in images]))
    whole = trace.input if name == "input" else trace[name].values
    assert np.allclose(tensor_of(cifar_network, images, name), whole, atol=1e-5)


def test_what_a_batch_norm_reads_is_the_convolution_before_it(cifar_network):
    images = pictures(3)
    read = tensor_of(cifar_network, images, "bn:stage2.bn2")
    assert np.array_equal(read, tensor_of(cifar_network, images, "stage2.conv2"))
    assert not read.flags.writeable


def test_a_network_that_reads_many_layers_at_once():
    """In a DenseNet a batch norm reads what several layers made: no single convolution belongs to it."""
    network = load("densenet121")
    name = "bn:features.denseblock1.denselayer2.norm1"
    values = tensor_of(network, pictures(2), name)
    trace = capture(network, torch.cat([network.prepare(image) for image in pictures(2)]))
    assert values.shape == (2, 96, 56, 56)
    normalised = trace["features.denseblock1.denselayer2.norm1"].values
    about = batch_norm(network, "features.denseblock1.denselayer2.norm1")
    line = about.gamma / np.sqrt(about.running_var + about.eps)
    by_hand = (values - about.running_mean[:, None, None]) * line[:, None, None] + about.beta[:, None, None]
    assert np.allclose(by_hand, normalised, atol=1e-4)


def test_a_batch_norm_layer_as_plain_values(cifar_network):
    found, module = batch_norm(cifar_network, "stage1.bn1"), cifar_network.module.get_submodule("stage1.bn1")
    assert np.array_equal(found.running_var, module.running_var.numpy())
    assert np.array_equal(found.gamma, module.weight.numpy())
    assert (found.eps, found.momentum) == (module.eps, module.momentum)


def test_the_network_is_left_as_it_was_found(cifar_network):
    before = {name: value.clone() for name, value in cifar_network.module.state_dict().items()}
    places(cifar_network)
    tensor_of(cifar_network, pictures(2), "bn:stage1.bn1")
    with pytest.raises(ValueError, match="must be a tensor"):
        tensor_of(cifar_network, pictures(1), "nowhere")
    assert all(torch.equal(value, before[name]) for name, value in cifar_network.module.state_dict().items())
    hooks = [module._forward_hooks or module._forward_pre_hooks for module in cifar_network.module.modules()]
    assert not any(hooks)
    assert not cifar_network.module.training


def test_a_network_without_batch_norm_says_so():
    found = places(load("squeezenet1_1"))
    assert all(place.layer is None for place in found)
    assert not any(place.name.startswith("bn:") for place in found)
    assert len(found) > 20


@pytest.mark.parametrize("layer", ["stage1.conv1", "nowhere", "stage1"])
def test_what_is_no_batch_norm_is_refused(cifar_network, layer):
    with pytest.raises(ValueError, match="must be a BatchNorm2d"):
        batch_norm(cifar_network, layer)


def test_a_batch_without_pictures_is_refused(cifar_network):
    with pytest.raises(ValueError, match="at least one"):
        tensor_of(cifar_network, [], "input")


def test_64_pictures_take_under_a_second(cifar_network):
    """Of computing: what other processes of the machine take meanwhile is not counted."""
    images = pictures(54) + [sample("coffee")] * 10
    seconds = []
    for _ in range(3):
        start = time.process_time()
        assert tensor_of(cifar_network, images, "bn:stage3.bn2").shape == (64, 192, 8, 8)
        seconds.append(time.process_time() - start)
    assert min(seconds) < 1
