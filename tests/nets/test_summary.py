"""Are the costs of layers what PyTorch counts, and are the stages a partition of the network that a person can read?"""

import warnings

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import nn

from models.nets.capture import capture
from models.nets.catalogue import load
from models.nets.structure.stages import stages
from models.nets.structure.summary import multiply_adds_by_torch, parameters_by_torch, summarize
from models.ops import counting
from models.ops.geometry import ImpossibleGeometry
from tests.nets.summed import counted, summed_up

NETWORKS = (
    *("cifar10", "imagenette", "alexnet", "vgg11_bn", "resnet18", "resnext50_32x4d", "densenet121", "googlenet"),
    *("inception_v3", "squeezenet1_1", "mobilenet_v2", "mobilenet_v3_small", "shufflenet_v2_x0_5", "mnasnet0_5"),
    *("regnet_y_400mf", "efficientnet_b0", "convnext_tiny"),
)


@pytest.fixture(scope="module", params=NETWORKS)
def network_and_summary(request):
    network = load(request.param)
    return network, summarize(network, capture(network, torch.zeros(1, 3, *network.input_size)))


def test_parameters_and_multiply_adds_are_pytorchs(network_and_summary):
    network, summary = network_and_summary
    assert summary.parameters == sum(numbers.numel() for numbers in network.module.parameters())
    assert summary.parameters == parameters_by_torch(network)
    assert summary.multiply_adds == counted(network.module, 3, *network.input_size)
    assert multiply_adds_by_torch(network) == (summary.multiply_adds, 0)


def test_stages_are_few_and_take_every_layer_once(network_and_summary):
    network, summary = network_and_summary
    found = stages(summary.layers, max(network.input_size))
    assert 4 <= len(found) <= 10
    check_partition(found, 0, len(summary.layers), whole=True)
    keys = list(all_keys(found))
    assert len(keys) == len(set(keys))
    assert not any("," in key or not key for key in keys)


def check_partition(groups, start, stop, *, whole=False):
    """Groups lie in order inside their range; the stages, `whole`, leave nothing out."""
    at = start
    for group in groups:
        assert group.start == at if whole else group.start >= at
        assert group.start < group.stop <= stop
        check_partition(group.children, group.start, group.stop)
        at = group.stop
    assert not whole or at == stop


def all_keys(groups):
    for group in groups:
        yield group.key
        yield from all_keys(group.children)


@pytest.mark.parametrize(
    ("name", "parameters", "giga"),
    [("resnet18", 11_689_512, 1.814), ("mobilenet_v3_small", 2_542_856, None), ("squeezenet1_1", 1_235_496, None)],
)
def test_the_numbers_of_the_literature(name, parameters, giga):
    network = load(name)
    summary = summarize(network, capture(network, torch.zeros(1, 3, 224, 224)))
    assert summary.parameters == parameters
    if giga:
        assert round(summary.multiply_adds / 1e9, 3) == giga


def test_lenet_has_61706_parameters():
    lenet = nn.Sequential(
        *(nn.Conv2d(1, 6, 5, padding=2), nn.Sigmoid(), nn.AvgPool2d(2), nn.Conv2d(6, 16, 5), nn.Sigmoid()),
        *(nn.AvgPool2d(2), nn.Flatten(), nn.Linear(400, 120), nn.Sigmoid(), nn.Linear(120, 84), nn.Sigmoid()),
        nn.Linear(84, 10),
    ).eval()
    summary = summed_up(lenet, 1, 28, 28)
    assert summary.parameters == 61_706
    # 6·25 at 28×28, 16·6·25 at 10×10, and the three matrices.
    assert summary.multiply_adds == 150 * 784 + 2400 * 100 + 400 * 120 + 120 * 84 + 84 * 10
    assert summary.layers[0].memory == 4 * 6 * 28 * 28


def test_resnet18s_stages_are_its_layers():
    network = load("resnet18")
    layers = summarize(network, capture(network, torch.zeros(1, 3, 224, 224))).layers
    found = stages(layers, 224)
    assert [group.label for group in found] == [
        *("conv1 … maxpool", "layer1", "layer2", "layer3", "layer4", "avgpool … fc")
    ]
    assert [layers[group.stop - 1].shape for group in found] == [
        *((64, 56, 56), (64, 56, 56), (128, 28, 28), (256, 14, 14), (512, 7, 7), (1000,))
    ]
    assert [group.key for group in found[2].children] == ["layer2.0", "layer2.1"]


def test_a_dense_stage_unfolds_into_its_layers_and_not_into_one_block():
    network = load("densenet121")
    layers = summarize(network, capture(network, torch.zeros(1, 3, 224, 224))).layers
    second = stages(layers, 224)[1]
    assert second.key == "features.denseblock1-features.transition1"
    assert [group.label for group in second.children] == [f"denseblock1.denselayer{number}" for number in range(1, 7)]


settings = st.fixed_dictionaries(
    {
        "groups": st.sampled_from([1, 2, 4]),
        "kernel_size": st.tuples(st.integers(1, 4), st.integers(1, 3)),
        "stride": st.integers(1, 3),
        "padding": st.integers(0, 2),
        "dilation": st.integers(1, 2),
        "bias": st.booleans(),
    }
)


@given(settings, st.sampled_from([4, 8]), st.sampled_from([4, 12]))
def test_any_convolution_counts_as_pytorch_counts_it(chosen, inputs, outputs):
    layer = nn.Sequential(nn.Conv2d(inputs, outputs, **chosen)).eval()
    summary = summed_up(layer, inputs, 11, 13)
    assert summary.multiply_adds == counted(layer, inputs, 11, 13)
    assert summary.parameters == sum(numbers.numel() for numbers in layer.parameters())
    assert all(one.by_formula for one in summary.layers)


@given(settings, st.sampled_from([4, 8]), st.sampled_from([4, 12]))
def test_any_transposed_convolution_counts_as_pytorch_counts_it(chosen, inputs, outputs):
    chosen = {**chosen, "padding": 0}
    layer = nn.Sequential(nn.ConvTranspose2d(inputs, outputs, **chosen)).eval()
    summary = summed_up(layer, inputs, 5, 7)
    assert summary.multiply_adds == counted(layer, inputs, 5, 7)
    assert summary.parameters == sum(numbers.numel() for numbers in layer.parameters())


class Functional(nn.Module):
    """Its own numbers, used by functions; one layer run twice; a part that never runs."""

    def __init__(self):
        super().__init__()
        self.kernels = nn.Parameter(torch.zeros(4, 3, 3, 3))
        self.twice = nn.Conv2d(4, 4, 1)
        self.never = nn.Linear(7, 7)

    def forward(self, maps):
        maps = torch.conv2d(maps, self.kernels, None, 1, 1)
        return self.twice(self.twice(maps)).mean((2, 3))


def test_numbers_are_found_wherever_they_are_and_counted_once():
    module = Functional().eval()
    summary = summed_up(module, 3, 8, 8)
    assert summary.parameters == sum(numbers.numel() for numbers in module.parameters())
    assert summary.unused == 56
    assert [layer.parameters for layer in summary.layers if layer.name.startswith("twice")] == [20, 0]
    assert summary.multiply_adds == counted(module, 3, 8, 8)


def test_what_is_handed_on_takes_no_memory():
    module = nn.Sequential(nn.Conv2d(3, 4, 3), nn.Dropout(), nn.Flatten(), nn.Linear(144, 5)).eval()
    assert [layer.memory for layer in summed_up(module, 3, 8, 8).layers] == [4 * 144, 0, 0, 20]


def test_costs_are_told_for_one_picture_however_many_were_in_the_batch():
    network = load("cifar10")
    one, three = (summarize(network, capture(network, torch.zeros(count, 3, 32, 32))) for count in (1, 3))
    assert one == three


def test_counting_leaves_the_network_as_it_was():
    network = load("cifar10")
    before = {name: values.clone() for name, values in network.module.state_dict().items()}
    multiply_adds_by_torch(network)
    assert all(torch.equal(values, before[name]) for name, values in network.module.state_dict().items())


def test_a_fully_connected_layer_from_the_picture_to_the_first_maps():
    """3·32·32 inputs and 48·32·32 outputs."""
    assert counting.linear_parameters(3072, 49_152, bias=False) == 150_994_944
    assert counting.convolution_parameters(3, 48, 3, bias=False) == 1296


def test_what_cannot_be_counted_is_refused():
    with pytest.raises(ImpossibleGeometry, match="groups"):
        counting.convolution_multiply_adds(3, 4, 3, 8, groups=2)
    with pytest.raises(ImpossibleGeometry, match="places"):
        counting.linear_multiply_adds(3, 4, places=0)
    assert counting.memory(3) == 12
    assert counting.normalization_parameters(64) == 128
    with warnings.catch_warnings(action="error"):
        assert counting.linear_multiply_adds(np.int64(3), 4, places=2) == 24


@pytest.mark.parametrize(
    "module",
    [
        nn.Sequential(nn.Conv2d(3, 4, 3), nn.Linear(9, 9), nn.Linear(9, 5), nn.Conv2d(4, 2, 3)),
        nn.Sequential(nn.Linear(11, 3), nn.Flatten(), nn.Linear(3 * 8 * 3, 2)),
    ],
)
def test_a_fully_connected_layer_on_columns_counts_as_pytorch_counts_it(module):
    assert summed_up(module.eval(), 3, 8, 11).multiply_adds == counted(module, 3, 8, 11)
