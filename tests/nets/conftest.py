"""Networks that several tests look into, small and made anew for each test."""

import pytest
import torch

from models.nets.bundled import cifar10
from models.nets.network import Network, frozen


@pytest.fixture
def cifar_network():
    """The bundled network's architecture with random weights and batch statistics that are not trivial."""
    torch.manual_seed(0)
    module = cifar10.Cifar10()
    for layer in module.modules():
        if isinstance(layer, torch.nn.BatchNorm2d):
            layer.running_mean.normal_(0, 0.1)
            layer.running_var.uniform_(0.5, 1.5)
            torch.nn.init.normal_(layer.weight, 1, 0.2)
            torch.nn.init.normal_(layer.bias, 0, 0.2)
    return Network("cifar10", frozen(module), cifar10.LABELS, (32, 32), "for tests", "random", cifar10.normalize)
