"""Does `capture` tell what the network computed, and nothing else, of every kind of network?"""

import pickle
import threading
import warnings

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional
from torchvision.models.feature_extraction import NodePathTracer, create_feature_extractor

from models.nets import catalogue
from models.nets.bundled.cifar10 import Cifar10
from models.nets.capture import capture
from models.nets.capture.trace import find

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


def state_of(module):
    """Everything about a network that a capture might disturb."""
    parts = [
        (
            sorted(part.__dict__.items(), key=lambda item: item[0])
            and {key: value for key, value in part.__dict__.items() if not key.startswith("_")},
            len(part._forward_hooks),
            len(part._forward_pre_hooks),
            len(part._backward_hooks),
        )
        for part in module.modules()
    ]
    weights = [(value.requires_grad, value.grad is None, value._version) for value in module.parameters()]
    buffers = [value.clone() for value in module.buffers()]
    return parts, weights, buffers


def assert_as_found(module, before):
    parts, weights, buffers = state_of(module)
    assert (parts, weights) == before[:2]
    assert all(torch.equal(now, then) for now, then in zip(buffers, before[2], strict=True))


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


class Breaks(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Conv2d(3, 2, 3), nn.ReLU(inplace=True))
        self.fails = True

    def forward(self, batch):
        maps = self.body(batch)
        if self.fails:
            raise RuntimeError("on purpose")
        return maps


def test_an_exception_inside_leaves_the_network_as_found():
    network = Breaks().train()
    before = state_of(network)
    with pytest.raises(RuntimeError, match="on purpose"):
        capture(network, torch.randn(1, 3, 8, 8))
    assert_as_found(network, before)
    assert "forward" not in network.body[0].__dict__
    network.fails = False
    assert list(capture(network, torch.randn(1, 3, 8, 8))) == ["body.0", "body.1"]


def test_training_mode_is_recorded_and_leaves_no_trace_in_the_running_statistics():
    network = Cifar10((4, 4, 4)).train()
    before = state_of(network)
    trace = capture(network, torch.randn(4, 3, 32, 32))
    assert abs(trace["stage1.bn1"].values.mean()) < 1e-5
    assert_as_found(network, before)


def test_hooks_of_others_still_run_and_stay():
    network = Cifar10((2, 2, 2)).eval()
    seen = []
    handle = network.stage1.conv1.register_forward_hook(lambda *_: seen.append(1))
    capture(network, torch.randn(1, 3, 32, 32))
    capture(network, torch.randn(1, 3, 32, 32))
    assert len(seen) == 2
    handle.remove()


def test_the_callers_batch_is_neither_changed_nor_shared():
    network, batch = nn.Sequential(nn.ReLU(inplace=True), nn.Flatten()).eval(), torch.randn(1, 3, 4, 4)
    before = batch.clone()
    trace = capture(network, batch)
    assert torch.equal(batch, before)
    batch.zero_()
    assert np.array_equal(trace.input, before.numpy())
    assert np.array_equal(trace.output, np.maximum(before.numpy(), 0).reshape(1, -1))


def test_dropout_in_evaluation_is_a_layer_that_changes_nothing():
    network = nn.Sequential(nn.Conv2d(3, 2, 1), nn.Dropout(inplace=True), nn.Identity(), nn.ReLU(inplace=True)).eval()
    trace = capture(network, torch.randn(1, 3, 4, 4))
    assert [activation.inputs for activation in trace.values()] == [("input",), ("0",), ("1",), ("2",)]
    assert np.array_equal(trace["0"].values, trace["2"].values)
    assert trace["0"].values.min() < 0


def test_a_module_changed_since_the_last_capture_is_seen(cifar_network):
    batch = torch.randn(1, 3, 32, 32)
    capture(cifar_network, batch)
    cifar_network.module.pool1 = nn.AvgPool2d(2)
    trace = capture(cifar_network, batch)
    assert trace["pool1"].kind == "AvgPool2d"
    with torch.inference_mode():
        assert np.array_equal(trace.output, cifar_network.module(batch).numpy())


def test_new_weights_are_used_at_once(cifar_network):
    batch = torch.randn(1, 3, 32, 32)
    capture(cifar_network, batch)
    cifar_network.module.stage1.conv1.weight = nn.Parameter(torch.zeros(48, 3, 3, 3))
    assert not capture(cifar_network, batch)["stage1.conv1"].values.any()


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


def test_what_other_threads_run_is_not_recorded(cifar_network):
    batch, done = torch.randn(1, 3, 32, 32), threading.Event()

    def others():
        while not done.is_set():
            cifar_network.module(batch)

    thread = threading.Thread(target=others)
    thread.start()
    try:
        assert {len(capture(cifar_network, batch)) for _ in range(20)} == {23}
    finally:
        done.set()
        thread.join()


def test_many_threads_capture_the_same_network_one_after_the_other(cifar_network):
    batches = torch.randn(8, 1, 3, 32, 32)
    found = [None] * 8

    def work(number):
        found[number] = capture(cifar_network, batches[number]).output

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with torch.inference_mode():
        for batch, output in zip(batches, found, strict=True):
            np.testing.assert_array_equal(output, cifar_network.module(batch).numpy())


def test_the_lock_of_the_network_is_held_while_it_runs(cifar_network):
    held = []
    watcher = lambda *_: held.append(threads_can_enter())  # noqa: E731

    def threads_can_enter():
        got = []
        thread = threading.Thread(target=lambda: got.append(cifar_network.lock.acquire(blocking=False)))
        thread.start()
        thread.join()
        return got[0]

    cifar_network.module.stage1.conv1.register_forward_hook(watcher)
    capture(cifar_network, torch.randn(1, 3, 32, 32))
    assert held == [False]


def test_a_trace_survives_being_packed(cifar_network):
    trace = capture(cifar_network, torch.randn(1, 3, 32, 32))
    again = pickle.loads(pickle.dumps(trace))  # noqa: S301 - our own bytes
    assert list(again) == list(trace)
    assert np.array_equal(again["stage2.bn1"].values, trace["stage2.bn1"].values)


def test_an_unknown_layer_is_answered_with_close_ones(cifar_network):
    trace = capture(cifar_network, torch.randn(1, 3, 32, 32))
    with pytest.raises(ValueError, match=r"layer is 'stage1.conv9'.*stage1.conv"):
        find(trace, "stage1.conv9")
