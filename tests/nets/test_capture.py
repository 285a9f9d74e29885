"""Does `capture` tell what the network computed, and nothing else, of every kind of network?"""

import pickle
import warnings

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional
from torchvision.models.feature_extraction import NodePathTracer, create_feature_extractor

from models.nets import catalogue
from models.nets.capture import capture
from models.nets.capture.trace import find
from tests.nets.untouched import assert_as_found, state_of

# One of each family, on pictures small enough to be quick.
FAMILIES = {
    "alexnet": 64,
    "convnext_tiny": 64,
    "densenet121": 64,
    "efficientnet_b0": 64,
    "efficientnet_v2_s": 64,
    "googlenet": 64,
    "inception_v3": 96,
    "mnasnet0_5": 64,
    "mobilenet_v2": 64,
    "mobilenet_v3_small": 64,
    "regnet_x_400mf": 64,
    "regnet_y_400mf": 64,
    "resnet18": 64,
    "resnext50_32x4d": 64,
    "shufflenet_v2_x0_5": 64,
    "squeezenet1_1": 64,
    "vgg11_bn": 32,
    "wide_resnet50_2": 64,
}
SAME_AS_FX = ["resnet18", "densenet121", "googlenet", "inception_v3", "mobilenet_v3_small", "squeezenet1_1", "vgg11_bn"]


@pytest.fixture(scope="module", params=FAMILIES)
def pretrained(request):
    """A network of each family with random weights, and a batch of two pictures for it."""
    side = FAMILIES[request.param]
    batch = torch.randn(2, 3, side, side, generator=torch.Generator().manual_seed(1))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(torch.hub, "get_dir", lambda: "/nowhere")
        network = catalogue.load(request.param)
    before = state_of(network.module)
    trace = capture(network, batch)
    assert_as_found(network.module, before)
    return network, batch, trace


def test_every_family_is_recorded_from_input_to_output_and_left_as_found(pretrained):
    network, batch, trace = pretrained
    with torch.inference_mode():
        expected = network.module(batch).numpy()
    assert np.array_equal(trace.output, expected)
    last = list(trace.values())[-1]
    assert np.array_equal(last.values, expected)
    assert np.array_equal(trace.input, batch.numpy())


def test_every_input_named_was_recorded_before(pretrained):
    seen = {"input"}
    for name, activation in pretrained[2].items():
        assert name == activation.name
        assert activation.inputs
        assert set(activation.inputs) <= seen
        seen.add(name)


def test_every_layer_is_shown_once_and_channels_come_second(pretrained):
    network, _, trace = pretrained
    for path, layer in network.module.named_modules():
        if isinstance(layer, nn.Conv2d) and "AuxLogits" not in path:
            assert trace[path].kind == "Conv2d"
            assert trace[path].module == path
            assert trace[path].values.shape[:2] == (2, layer.out_channels)
        if isinstance(layer, nn.BatchNorm2d) and "AuxLogits" not in path:
            assert trace[path].kind == "BatchNorm2d"
    for activation in trace.values():
        assert activation.values.dtype == np.float32
        assert activation.values.ndim in (2, 4)
        assert not activation.values.flags.writeable


@pytest.mark.parametrize("name", SAME_AS_FX)
def test_names_and_values_are_those_of_torch_fx(name):
    network = catalogue.load(name)
    batch = torch.randn(1, 3, FAMILIES[name], FAMILIES[name])
    trace = capture(network, batch)
    tracer = NodePathTracer(leaf_modules=[])
    tracer.trace(network.module)
    assert list(trace) == list(tracer.node_to_qualname.values())[1:]


@pytest.mark.parametrize("name", ["shufflenet_v2_x0_5", "convnext_tiny", "efficientnet_b0", "mnasnet0_5"])
def test_names_are_among_those_of_torch_fx_where_fx_also_counts_views(name):
    network = catalogue.load(name)
    tracer = NodePathTracer(leaf_modules=[])
    tracer.trace(network.module)
    names = list(tracer.node_to_qualname.values())
    recorded = list(capture(network, torch.randn(1, 3, 64, 64)))
    assert [known for known in names if known in set(recorded)] == recorded


@pytest.mark.parametrize("name", ["resnet18", "squeezenet1_1"])
def test_overwritten_layers_are_told_as_they_were(name):
    network = catalogue.load(name)
    batch = torch.randn(1, 3, 64, 64)
    trace = capture(network, batch)
    for part in network.module.modules():
        if hasattr(part, "inplace"):
            part.inplace = False
    with warnings.catch_warnings(action="ignore"):
        apart = create_feature_extractor(network.module, list(trace))
    with torch.inference_mode():
        expected = {layer: value.clone().numpy() for layer, value in apart(batch).items()}
    # torchvision's own extractor shows additions in ResNet overwritten only where the ReLU is in place; now it is not.
    for layer, activation in trace.items():
        np.testing.assert_array_equal(activation.values, expected[layer], err_msg=layer)


def test_relu_in_place_leaves_the_layer_before_it_signed():
    network = nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU(inplace=True)).eval()
    trace = capture(network, torch.randn(1, 3, 8, 8))
    assert trace["0"].values.min() < 0 <= trace["1"].values.min()
    assert network[1].inplace


def test_the_bundled_network_reads_as_it_is_built(cifar_network):
    trace = capture(cifar_network, torch.randn(1, 3, 32, 32))
    kinds = [(activation.name, activation.kind, activation.inputs) for activation in trace.values()]
    assert kinds[:4] == [
        ("stage1.conv1", "Conv2d", ("input",)),
        ("stage1.bn1", "BatchNorm2d", ("stage1.conv1",)),
        ("stage1.relu1", "ReLU", ("stage1.bn1",)),
        ("stage1.conv2", "Conv2d", ("stage1.relu1",)),
    ]
    assert [name for name, *_ in kinds[-4:]] == ["stage3.relu2", "average", "flatten", "linear"]
    assert trace["pool1"].values.shape == (1, 48, 16, 16)
    assert trace["linear"].values.shape == (1, 10)


class Unusual(nn.Module):
    """Does what the networks of torchvision do not: overwrites views, reuses overwritten names, decides as it runs."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 4, 3, padding=1)
        self.again = nn.Conv2d(4, 4, 3, padding=1)
        self.relu = nn.ReLU(inplace=True)

    def forward(self, batch):
        x = self.conv(batch)
        first, second = x.chunk(2, dim=1)
        functional.relu_(first)
        second *= 2
        x = self.again(x)
        x = self.again(x) if x.sum() > -1e9 else self.conv(x)
        self.relu(x)
        y = x + 1
        x += y
        x[:, 0] = 7
        pooled = functional.max_pool2d(x, 3, stride=2, padding=1)
        turned = pooled.transpose(2, 3)
        return turned[:, :, 1:].flatten(1)


def test_views_and_overwriting_do_what_python_says():
    torch.manual_seed(3)
    network, batch = Unusual().eval(), torch.randn(2, 3, 9, 9)
    with torch.inference_mode():
        expected = network(batch.clone()).numpy()
    trace = capture(network, batch)
    np.testing.assert_array_equal(trace.output, expected)
    with torch.inference_mode():
        np.testing.assert_array_equal(trace["conv"].values, network.conv(batch).numpy())
    np.testing.assert_array_equal(trace["relu_1"].values, np.maximum(trace["again_1"].values, 0))
    np.testing.assert_array_equal(trace["add"].values, trace["relu_1"].values + 1)
    np.testing.assert_array_equal(trace["add_1"].values, trace["relu_1"].values + trace["add"].values)
    assert (trace["setitem"].values[:, 0] == 7).all()
    assert trace["max_pool2d"].settings["stride"] == 2
    assert trace["max_pool2d"].module is None
    assert trace["transpose"].kind == "Transpose"
    assert trace["flatten"].kind == "Flatten"


def test_channels_split_and_shuffled_still_say_where_they_come_from():
    trace = capture(catalogue.load("shufflenet_v2_x0_5"), torch.randn(1, 3, 64, 64))
    assert trace["stage2.1.branch2.0"].inputs == ("stage2.0.cat",)
    assert trace["stage2.1.cat"].inputs == ("stage2.0.cat", "stage2.1.branch2.7")


def test_channels_at_the_end_are_brought_to_their_place():
    network = catalogue.load("convnext_tiny")
    trace = capture(network, torch.randn(1, 3, 64, 32))
    assert trace["features.1.0.block.0"].values.shape == (1, 96, 16, 8)
    assert trace["features.1.0.block.3"].values.shape == (1, 384, 16, 8)
    assert trace["features.1.0.block.3"].kind == "Linear"
    assert trace["features.1.0.add"].inputs == ("features.1.0.mul", "features.0.1.layer_norm")


def test_dropout_in_evaluation_is_a_layer_that_changes_nothing():
    network = nn.Sequential(nn.Conv2d(3, 2, 1), nn.Dropout(inplace=True), nn.Identity(), nn.ReLU(inplace=True)).eval()
    trace = capture(network, torch.randn(1, 3, 4, 4))
    assert [activation.inputs for activation in trace.values()] == [("input",), ("0",), ("1",), ("2",)]
    assert np.array_equal(trace["0"].values, trace["2"].values)
    assert trace["0"].values.min() < 0


def test_padding_modes_and_weights_made_while_running_are_left_to_the_layer():
    layer = nn.Conv2d(3, 2, 3, padding=1, padding_mode="reflect")
    network = nn.Sequential(layer, nn.utils.parametrizations.weight_norm(nn.Conv2d(2, 2, 3))).eval()
    batch = torch.randn(1, 3, 6, 6)
    with torch.inference_mode():
        expected = network(batch).numpy()
    trace = capture(network, batch)
    assert list(trace) == ["0", "1"]
    assert [activation.kind for activation in trace.values()] == ["Conv2d", "Conv2d"]
    assert np.array_equal(trace.output, expected)


def test_a_layer_used_twice_is_counted():
    layer = nn.Conv2d(3, 3, 1)
    trace = capture(nn.Sequential(layer, layer, nn.ReLU()).eval(), torch.randn(1, 3, 4, 4))
    assert list(trace) == ["0", "0_1", "2"]
    assert trace["0_1"].module == "0"


def test_a_single_layer_is_a_network_too():
    trace = capture(nn.Conv2d(3, 2, 1), torch.randn(1, 3, 4, 4))
    assert list(trace) == ["conv2d"]


def test_several_outputs_give_the_first():
    class Two(nn.Module):
        def forward(self, batch):
            return {"main": batch.relu(), "side": batch.sigmoid()}

    batch = torch.randn(1, 3, 4, 4)
    assert np.array_equal(capture(Two(), batch).output, np.maximum(batch.numpy(), 0))


def test_a_trace_survives_being_packed(cifar_network):
    trace = capture(cifar_network, torch.randn(1, 3, 32, 32))
    again = pickle.loads(pickle.dumps(trace))  # noqa: S301 - our own bytes
    assert list(again) == list(trace)
    assert np.array_equal(again["stage2.bn1"].values, trace["stage2.bn1"].values)


def test_an_unknown_layer_is_answered_with_close_ones(cifar_network):
    trace = capture(cifar_network, torch.randn(1, 3, 32, 32))
    with pytest.raises(ValueError, match=r"layer is 'stage1.conv9'.*stage1.conv"):
        find(trace, "stage1.conv9")
