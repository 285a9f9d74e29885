"""The effective field: a mean over the batch, spread as the literature says, and nothing left behind."""

import numpy as np
import pytest
import torch
from torch import nn

from models.nets.bundled.cifar10 import Cifar10
from models.nets.receptive_field import effective


def test_the_effective_field_is_the_mean_over_the_batch_summed_over_colours(cifar_network):
    batch = torch.randn(3, 3, 32, 32)
    pixels = batch.clone().requires_grad_()
    cifar_network.module.stage1.conv1(pixels)[:, 5, 4, 7].sum().backward()
    expected = pixels.grad.abs().sum(dim=1).mean(dim=0).numpy()
    found = effective(cifar_network, batch, "stage1.conv1", 4, 7, channel=5)
    np.testing.assert_allclose(found, expected, rtol=1e-5)
    assert found.dtype == np.float32


def test_without_a_channel_it_is_the_mean_over_all_channels():
    batch = torch.randn(1, 3, 32, 32)
    network = Cifar10((5, 2, 2)).eval()
    each = [effective(network, batch, "pool1", 2, 3, channel) for channel in range(5)]
    np.testing.assert_allclose(effective(network, batch, "pool1", 2, 3), np.mean(each, axis=0), rtol=1e-4)


def test_uniform_kernels_spread_as_the_literature_says():
    network = nn.Sequential(*(nn.Conv2d(1, 1, 3, padding=1, bias=False) for _ in range(10)))
    for weights in network.parameters():
        nn.init.constant_(weights, 1 / 9)
    field = effective(network.eval(), torch.ones(1, 1, 41, 41), "9", 20, 20)
    profile = field.sum(axis=0) / field.sum()
    deviation = np.sqrt((profile * (np.arange(41) - 20) ** 2).sum())
    assert np.count_nonzero(profile) == 21
    assert deviation == pytest.approx(2.58, abs=0.01)


def test_asking_the_gradient_leaves_nothing_behind():
    module = Cifar10((2, 2, 2)).train()
    with torch.inference_mode():
        effective(module, torch.randn(2, 3, 32, 32), "stage2.bn1", 0, 0, 0)
    assert all(weights.grad is None and weights.requires_grad for weights in module.parameters())
    assert int(module.stage1.bn1.num_batches_tracked) == 0
    assert "forward" not in module.stage1.conv1.__dict__


@pytest.mark.parametrize(
    ("layer", "unit", "message"),
    [
        ("stage1.conv9", (0, 0, 0), "layer is 'stage1.conv9'"),
        ("stage1.conv1", (0, 32, 0), "row is 32, but must be from 0 to 31"),
        ("stage1.conv1", (0, 0, -1), "column is -1"),
        ("linear", (10, 0, 0), "channel is 10, but must be from 0 to 9"),
    ],
)
def test_a_unit_that_is_not_there_is_refused_by_name(cifar_network, layer, unit, message):
    channel, row, column = unit
    with pytest.raises(ValueError, match=message):
        effective(cifar_network, torch.zeros(1, 3, 32, 32), layer, row, column, channel)
