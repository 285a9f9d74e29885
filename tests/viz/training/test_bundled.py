"""The engine is given the bundled network with its own weights, and finds what PyTorch finds."""

import numpy as np
import pytest
import torch

from models.nets.bundled.cifar10 import WIDTHS
from models.nets.catalogue import load
from tests.viz.training import oracle
from tests.viz.training.engine import worked_out


def layers():
    """The bundled network in the engine's words: convolutions without a bias, the mean of each last map."""
    for number, width in enumerate(WIDTHS):
        for _ in range(2):
            yield {"kind": "conv", "kernels": width, "size": 3, "padding": 1, "bias": False}
            yield from ({"kind": "batch_norm"}, {"kind": "relu"})
        yield {"kind": "max_pool", "size": 2} if number < 2 else {"kind": "average_pool", "size": 8}
    yield from ({"kind": "flatten"}, {"kind": "linear", "units": 10})


def test_the_bundled_network_says_the_same(tmp_path):
    module = load("cifar10").module
    pictures = torch.from_numpy(np.random.default_rng(0).normal(size=(2, 3, 32, 32))).float()
    case = {"act": "forward", "spec": {"input": [3, 32, 32], "layers": list(layers())}, "last": True}
    case |= {"parameters": oracle.weights(module), "running": oracle.running(module)}
    found = worked_out([case | {"pictures": pictures.ravel().tolist()}], tmp_path)[0]["layers"][0]
    assert found["shape"] == [2, 10]
    with torch.inference_mode():
        assert found["values"] == pytest.approx(module(pictures).ravel().tolist(), abs=1e-4)
