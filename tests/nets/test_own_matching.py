"""Do weights find their architecture, give the same answers as the module they came from, and are misfits told?"""

import json

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors.torch import save
from torchvision.models import get_model

from models.images import sample
from models.nets.bundled import cifar10
from models.nets.catalogue import load
from models.nets.own import naming
from models.nets.own.file import examples, keys, opening
from models.nets.own.file.architectures import NAMES, build
from models.nets.own.file.matching import compare, suggest
from models.nets.own.file.table import architecture
from models.nets.own.preparing import PRESETS, Preparing
from models.ops.meaning import Meaning

SLOW = {"googlenet", "inception_v3"}


def module_of(name, classes):
    torch.manual_seed(1)
    slow = {"init_weights": False} if name in SLOW else {}
    return get_model(name, weights=None, num_classes=classes, **slow).eval()


def opened(state, title="mine.safetensors"):
    return opening.read(save({key: values.contiguous() for key, values in state.items()}), title)


def wrapped(state, prefix):
    return {f"{prefix}{key}": values for key, values in state.items()}


@pytest.mark.parametrize(
    "name",
    ["resnet18", "regnet_y_400mf", "densenet121", "squeezenet1_1", "mobilenet_v3_small", "googlenet", "mnasnet0_5",
     "efficientnet_b0", "shufflenet_v2_x0_5"],
)  # fmt: skip
def test_an_uploaded_network_answers_bit_for_bit_like_the_module(name):
    module = module_of(name, 7)
    weights = opened(module.state_dict())
    best = suggest(weights.shapes)[0]
    assert (best.name, best.exact, best.classes, best.confidence) == (name, True, 7, "exact")
    network = opening.make(weights, name, preparing=Preparing(96, *PRESETS["imagenet"]))
    batch = network.prepare(sample("cat"))
    with torch.inference_mode():
        assert torch.equal(network.module(batch), module(batch))
    assert network.labels == tuple(f"class {number}" for number in range(7))
    assert not network.module.training
    assert network.weights == "trained"


def test_every_architecture_is_found_by_its_shapes_also_with_other_classes():
    for name in NAMES:
        wanted = architecture(name)
        best = suggest(wanted.expected(10))[0]
        assert (best.name, best.exact, best.classes) == (name, True, 10)


@pytest.mark.parametrize(
    "name", ["resnext50_32x4d", "wide_resnet50_2", "resnext101_32x8d", "resnext101_64x4d", "resnet18", "cifar10"]
)
def test_a_tensor_missing_is_close_and_not_its_sibling(name):
    shapes = architecture(name).expected(10)
    missing = next(iter(shapes))
    best = suggest({key: shape for key, shape in shapes.items() if key != missing})[0]
    assert (best.name, best.confidence) == (name, "close")
    assert [key for key, _ in best.missing] == [missing]


@pytest.mark.parametrize("name", ["resnet18", "vgg11_bn", "convnext_tiny", "inception_v3", "cifar10", "imagenette"])
def test_a_hollow_architecture_has_the_shapes_of_the_real_one(name):
    real = load(name).module if name in ("cifar10", "imagenette") else module_of(name, 1000)
    shapes = {key: tuple(values.shape) for key, values in real.state_dict().items() if keys.matters(key)}
    assert architecture(name).shapes == shapes
    assert all(values.device.type == "meta" for values in build(name).parameters() if values.numel() > 100_000)


@pytest.mark.parametrize(
    "prefix",
    ["module.", "model.", "net.", "network.", "_orig_mod.", "backbone.", "state_dict.", "model_state_dict.module.",
     "state_dict.model.backbone.", "_orig_mod.module."],
)  # fmt: skip
def test_wrappings_are_taken_off(prefix):
    module = cifar10.Cifar10().eval()
    weights = opened(wrapped(module.state_dict(), prefix))
    assert suggest(weights.shapes)[0].prefix == prefix
    network = opening.make(weights, "cifar10")
    batch = network.prepare(sample("coffee"))
    with torch.inference_mode():
        assert torch.equal(network.module(batch), module(batch))


def test_what_lies_beside_a_state_dict_is_left_out_and_named():
    state = wrapped(cifar10.Cifar10().state_dict(), "state_dict.") | {"optimizer.step": torch.ones(3)}
    match = suggest(opened(state).shapes)[0]
    assert match.unexpected == (("optimizer.step", (3,)),)
    assert (match.confidence, match.classes) == ("fitting", 10)


def test_two_keys_of_one_name_are_refused():
    state = {f"a.denselayer1.{norm}.weight": torch.ones(2) for norm in ("norm1", "norm.1")}
    with pytest.raises(opening.UnreadableWeights) as refusal:
        opened(state)
    assert (refusal.value.code, refusal.value.details) == ("twice", {"tensor": "a.denselayer1.norm1.weight"})


def test_half_precision_is_the_network_rounded_once():
    module = cifar10.Cifar10().eval()
    half = {key: values.half() if values.is_floating_point() else values for key, values in module.state_dict().items()}
    network = opening.make(opened(half), "cifar10")
    module.load_state_dict({key: values.float() for key, values in half.items()})
    batch = network.prepare(sample("cat"))
    with torch.inference_mode():
        assert torch.equal(network.module(batch), module(batch))


def test_side_exits_and_old_names_of_densenet_are_understood():
    torch.manual_seed(0)
    trained = get_model("googlenet", weights=None, aux_logits=True, init_weights=False, num_classes=5)
    assert suggest(opened(trained.state_dict()).shapes)[0].exact
    dense = {
        key.replace(".norm1.", ".norm.1.").replace(".conv2.", ".conv.2.") if "denselayer" in key else key: values
        for key, values in module_of("densenet121", 5).state_dict().items()
    }
    assert suggest(opened(dense).shapes)[0].name == "densenet121"


def test_misfits_are_listed_by_key_and_shape():
    state = dict(cifar10.Cifar10().state_dict())
    state["linear.weight"] = torch.ones(4, 100)
    state["spare.weight"] = torch.ones(3, 3)
    del state["stage1.bn1.bias"]
    weights = opened(state)
    match = compare(weights.shapes, architecture("cifar10"))
    assert match.missing == (("stage1.bn1.bias", (48,)),)
    assert match.unexpected == (("spare.weight", (3, 3)),)
    assert match.other == (("linear.weight", (4, 100), (4, 192)), ("linear.bias", (10,), (4,)))
    with pytest.raises(opening.Misfit, match="don't fit cifar10"):
        opening.make(weights, "cifar10")


def test_a_foreign_file_fits_nothing():
    assert [match.confidence for match in suggest({"encoder.weight": (7, 7)})] == ["none"]


def test_pictures_that_are_too_small_are_a_sentence():
    weights = opened(module_of("inception_v3", 3).state_dict())
    with pytest.raises(opening.TooSmall, match="32 × 32"):
        opening.make(weights, "inception_v3", preparing=Preparing(32, *PRESETS["minus_one"]))


def test_the_examples_are_what_they_say():
    whole, three, broken = (opening.read(examples.example(name), name) for name in examples.NAMES)
    bundled = load("cifar10")
    batch = bundled.prepare(sample("cat"))
    again = opening.make(whole, "cifar10", cifar10.LABELS, Preparing.usual("cifar10"))
    assert torch.equal(again.prepare(sample("cat")), batch)
    with torch.inference_mode():
        logits = bundled.module(batch)
        assert torch.equal(again.module(batch), logits)
        of_three = opening.make(three, "cifar10").module(batch)
    rows = [cifar10.LABELS.index(label) for label in examples.THREE]
    assert torch.allclose(of_three, logits[:, rows], atol=0.05)
    assert (three.types, suggest(three.shapes)[0].prefix) == (("F16",), "module.")
    match = suggest(broken.shapes)[0]
    assert (len(match.missing), len(match.other), match.confidence) == (1, 1, "close")


def test_in_a_notebook_it_is_one_line(tmp_path):
    file = tmp_path / "three.safetensors"
    file.write_bytes(examples.example("three"))
    network = opening.own_network(file, labels=examples.THREE, input_size=64)
    assert (network.labels, network.input_size) == (examples.THREE, (64, 64))
    assert "`three.safetensors`" in network.source


@pytest.mark.parametrize(("name", "values"), PRESETS.items())
def test_pictures_are_prepared_as_torchvision_does(name, values):
    from torchvision.transforms.functional import normalize  # noqa: PLC0415, the oracle of this test alone

    pixels = torch.rand(2, 3, 5, 4)
    assert torch.allclose(Preparing(32, *values)(pixels), normalize(pixels, *map(list, values)), atol=1e-6), name


@pytest.mark.parametrize(
    ("size", "mean", "deviation"),
    [(31, (0, 0, 0), (1, 1, 1)), (601, (0, 0, 0), (1, 1, 1)), (64, (0, 0, 0), (1, 0, 1)),
     (64, (float("nan"), 0, 0), (1, 1, 1)), (64, (0, 0, 0), (float("inf"), 1, 1)), (64, (9999, 0, 0), (1, 1, 1))],
)  # fmt: skip
def test_what_is_out_of_bounds_is_refused(size, mean, deviation):
    with pytest.raises(ValueError, match="must be"):
        Preparing(size, tuple(map(float, mean)), tuple(map(float, deviation)))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("cat\ndog\r\n\n", ("cat", "dog")),
        ('["cat", "dog"]', ("cat", "dog")), ('{"1": "dog", "0": "cat"}', ("cat", "dog")),
        ('{"0": ["n01", "cat"], "1": ["n02", "dog"]}', ("cat", "dog")), ('{"dog": 1, "cat": 0}', ("cat", "dog")),
        ("\ufeffcat\ndog", ("cat", "dog")), ("[1, 2]", ("1", "2")), ("", ()),
    ],
)  # fmt: skip
def test_names_are_read_from_a_file(text, names):
    assert naming.from_file(text.encode()) == names


@pytest.mark.parametrize(
    "text", ['{"0": "a", "2": "b"}', "[[]]", '{"a": "b"}', "[{}]", "{", '{"0": null}', "[" * 99_999]
)
def test_names_that_are_no_list_are_refused(text):
    with pytest.raises(naming.UnreadableNames):
        naming.from_file(text.encode())


def test_names_are_plain_text_and_as_many_as_outputs():
    assert naming.labels(["a_b", "[x](http://y) <b>", ":red[c]"], Meaning("logits", 3)) == (
        "a b",
        "x(http: //y) b",
        ": redc",
    )
    assert naming.labels([], Meaning("logits", 2)) == ("class 0", "class 1")
    assert len(naming.tidy("x" * 900)) == 60
    with pytest.raises(ValueError, match="3 outputs, but 1 labels"):
        naming.labels(["a"], Meaning("logits", 3))


def test_a_network_is_not_changed_by_the_picture_it_is_asked_about():
    network = opening.make(opening.read(examples.example("whole"), "x"), "cifar10")
    before = {key: values.clone() for key, values in network.module.state_dict().items()}
    network.module(network.prepare(Image.fromarray(np.zeros((40, 30, 3), np.uint8))))
    assert all(torch.equal(values, before[key]) for key, values in network.module.state_dict().items())
    assert json.dumps(network.input_size) == "[32, 32]"
