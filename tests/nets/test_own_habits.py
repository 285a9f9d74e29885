"""The habits people have in saving networks: prefixes, further keys, other heads and none; found, told, shown truly.

The oracle is always the module that the file was saved from, run by PyTorch.
"""

import copy
import gc
import time
from functools import cache

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from safetensors.torch import save
from torch import nn
from torchvision.models import get_model

from models.images import sample
from models.nets.bundled import cifar10, imagenette
from models.nets.own.file import opening
from models.nets.own.file.architectures import NAMES, build
from models.nets.own.file.keys import matters
from models.nets.own.file.matching import compare, suggest
from models.nets.own.file.table import FILE, architecture, architectures, measured, spelled
from models.nets.own.preparing import PRESETS, Preparing

TRIED = ("resnet18", "mobilenet_v3_small", "squeezenet1_1", "cifar10", "imagenette")
OURS = {"cifar10": cifar10.Cifar10, "imagenette": imagenette.Imagenette}
PARTS = st.text("abcdefghijklmnopqrstuvwxyz_0123456789", min_size=1, max_size=12)
SMALL = Preparing(96, *PRESETS["zero_one"])


@cache
def module_of(name):
    torch.manual_seed(2)
    module = OURS[name]() if name in OURS else get_model(name, weights=None, num_classes=6)
    for layer in module.modules():
        if isinstance(layer, nn.BatchNorm2d):
            layer.running_mean.normal_(0, 0.1)
            layer.running_var.uniform_(0.5, 1.5)
    return module.eval()


def state_of(name):
    return dict(module_of(name).state_dict())


def fresh(name):
    return copy.deepcopy(module_of(name))


def read(state, title="mine.safetensors"):
    return opening.read(save({key: values.contiguous() for key, values in state.items()}), title)


def shapes_of(state):
    return {key: tuple(values.shape) for key, values in state.items() if values.is_floating_point()}


def same_answers(state, module, name, size=SMALL):
    network = opening.make(read(state), name, preparing=size)
    batch = network.prepare(sample("cat"))
    with torch.inference_mode():
        found, wanted = network.module(batch), module.eval()(batch)
    return torch.equal(found, wanted)


# The table


def test_the_table_says_what_the_built_networks_have():
    lines = [line for name in NAMES for line in spelled(measured(name, build(name)))]
    assert [line for line in FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")] == lines
    assert tuple(architectures()) == NAMES


@pytest.mark.parametrize("name", TRIED)
def test_what_is_read_from_the_table_is_the_network(name):
    wanted = {key: tuple(values.shape) for key, values in build(name).state_dict().items() if matters(key)}
    assert architecture(name).shapes == wanted
    assert architecture(name).parameters == sum(values.numel() for key, values in build(name).state_dict().items()
                                                if matters(key))  # fmt: skip
    assert wanted[architecture(name).stem][1] == 3


def test_an_unknown_architecture_is_refused_by_name():
    with pytest.raises(ValueError, match="70 networks"):
        architecture("vit")


def hostile():
    """Files that make the search as long as a header allows."""
    known = list(architecture("densenet201").shapes.items())
    yield {"encoder.weight": (7, 7)}
    yield {f"{number}.{key}": shape for number in range(7) for key, shape in known[:700]}
    yield {f"{'a.' * 90}{number}.features.0.weight": (64, 3, 3, 3) for number in range(5000)}
    yield {f"{'.' * 190}{number}": (1,) for number in range(5000)}
    yield {f"{number}.{key}": shape for number in range(5000) for key, shape in [("classifier.weight", (10, 1024))]}


@pytest.mark.clock
@pytest.mark.parametrize("shapes", list(hostile()), ids=["foreign", "seven times", "deep", "dots", "heads"])
def test_any_file_is_matched_in_less_than_half_a_second(shapes):
    suggest({"a": (1,)})  # the table is read once
    gc.collect()
    gc.freeze()  # as the server does: what was there before isn't gone through on its time
    start = time.thread_time()
    found = suggest(shapes)
    took = time.thread_time() - start
    gc.unfreeze()
    assert found
    assert took < 0.5


def test_nothing_is_built_to_compare(monkeypatch):
    monkeypatch.setattr("torchvision.models.get_model", lambda *_, **__: pytest.fail("one was built"))
    monkeypatch.setattr("models.nets.own.file.opening.build", lambda *_: pytest.fail("one was built"))
    assert suggest(shapes_of(state_of("resnet18")))[0].exact
    assert suggest({"encoder.weight": (7, 7)})[0].confidence == "none"


# Prefixes, surplus and missing keys


@settings(max_examples=60)
@given(
    st.sampled_from(TRIED), st.lists(PARTS, max_size=4),
    st.dictionaries(PARTS, st.sampled_from([(), (1,), (3,), (2, 2)]), max_size=4),
)  # fmt: skip
def test_any_prefix_is_found_and_every_surplus_key_named(name, parts, surplus):
    prefix = "".join(f"{part}." for part in parts)
    shapes = {f"{prefix}{key}": shape for key, shape in shapes_of(state_of(name)).items()}
    surplus = {f"surplus.{key}": shape for key, shape in surplus.items()}
    match = suggest(shapes | surplus)[0]
    assert (match.name, match.prefix, match.missing, match.other) == (name, prefix, (), ())
    assert dict(match.unexpected) == surplus
    assert match.usable
    assert match.classes == (6 if name not in OURS else 10)
    assert match.confidence == ("fitting" if surplus else "exact")


@settings(max_examples=60)
@given(st.sampled_from(TRIED), st.data())
def test_a_missing_key_is_named_and_weights_are_never_invented(name, data):
    shapes = shapes_of(state_of(name))
    lost = data.draw(st.lists(st.sampled_from(sorted(shapes)), min_size=1, max_size=5, unique=True))
    match = compare({key: shape for key, shape in shapes.items() if key not in lost}, architecture(name))
    assert {key for key, _ in match.missing} == set(lost)
    assert not match.exact
    if match.usable:
        network = opening.built(match)
        assert not {key for key in network.state_dict() if matters(key)} & set(lost)


@pytest.mark.parametrize(
    "prefix", ["encoder.", "model.encoder.", "module.", "_orig_mod.", "learner.0.body.", "net.module._orig_mod.a_b."]
)
@pytest.mark.parametrize("name", ["resnet18", "cifar10"])
def test_behind_a_prefix_it_is_the_same_network(name, prefix):
    assert same_answers({f"{prefix}{key}": values for key, values in state_of(name).items()}, module_of(name), name)


def test_of_several_submodules_the_one_that_fits_is_taken():
    state = {f"encoder.{key}": values for key, values in state_of("resnet18").items()}
    state |= {f"decoder.{number}.weight": torch.ones(64, 64, 3, 3) for number in range(90)}
    match = suggest(read(state).shapes)[0]
    assert (match.name, match.prefix, match.usable, len(match.unexpected)) == ("resnet18", "encoder.", True, 90)
    assert same_answers(state, module_of("resnet18"), "resnet18")


def test_of_two_that_fit_alike_the_first_in_the_file_is_taken_and_the_other_is_told():
    shapes = {f"{part}.{key}": shape for part in ("student", "teacher")
              for key, shape in shapes_of(state_of("cifar10")).items()}  # fmt: skip
    match = suggest(shapes)[0]
    assert match.prefix == "student."
    assert all(key.startswith("teacher.") for key, _ in match.unexpected)
    assert len(match.unexpected) == 32


def test_a_temperature_and_a_buffer_of_integers_are_left_aside():
    state = state_of("resnet18") | {"temperature": torch.tensor(1.5), "order": torch.arange(5)}
    weights = read(state)
    match = suggest(weights.shapes)[0]
    assert match.unexpected == (("temperature", ()),)
    assert weights.integers == 21  # the counters of 20 batch norms, and the order
    assert same_answers(state, module_of("resnet18"), "resnet18")


def test_counters_of_batches_may_be_missing():
    state = {key: values for key, values in state_of("resnet18").items() if "num_batches" not in key}
    assert suggest(read(state).shapes)[0].exact
    assert same_answers(state, module_of("resnet18"), "resnet18")


@pytest.mark.parametrize("dtype", [torch.int8, torch.uint8, torch.int32, torch.int64])
def test_weights_that_are_integers_are_still_refused(dtype):
    state = {key: values.to(dtype) if values.dim() == 4 else values for key, values in state_of("cifar10").items()}
    with pytest.raises(opening.UnreadableWeights) as refusal:
        read(state)
    assert (refusal.value.code, refusal.value.details["tensor"]) == ("quantised", "stage3.conv2.weight")


# Parts saved alone, or by number


@pytest.mark.parametrize("name", [*TRIED, "densenet121", "regnet_y_400mf"])
@pytest.mark.parametrize("prefix", ["", "encoder."])
def test_a_backbone_of_numbered_children_is_found(name, prefix):
    module = nn.Sequential(*list(fresh(name).children())[:-1])
    match = suggest(shapes_of({f"{prefix}{key}": values for key, values in module.state_dict().items()}))[0]
    assert (match.name, match.usable) == (name, True)
    # where there is one part but the head, it is the same to take it by its number or for a prefix
    assert (match.prefix, match.place.spelling) in {(prefix, "numbered"), (f"{prefix}0.", "inside")}
    assert (match.classes, match.unexpected, match.other) == (None, (), ())


@pytest.mark.parametrize("name", ["resnet18", "cifar10"])
def test_a_backbone_of_numbered_children_with_a_head_answers_as_it_did(name):
    children = list(fresh(name).children())[:-1]
    flatten = [] if name == "cifar10" else [nn.Flatten()]
    module = nn.Sequential(*children, *flatten, nn.Dropout(), nn.Linear(192 if name == "cifar10" else 512, 3))
    assert same_answers(module.state_dict(), module, name)


@pytest.mark.parametrize("name", ["mobilenet_v3_small", "squeezenet1_1", "alexnet", "densenet121"])
@pytest.mark.parametrize("prefix", ["", "backbone."])
def test_the_features_of_a_network_saved_alone_are_found(name, prefix):
    features = fresh(name).features
    state = {f"{prefix}{key}": values for key, values in features.state_dict().items()}
    match = suggest(shapes_of(state))[0]
    assert (match.name, match.prefix, match.place.spelling, match.classes) == (name, prefix, "inside", None)
    network = opening.make(read(state), name, preparing=SMALL)
    batch = network.prepare(sample("cat"))
    with torch.inference_mode():
        maps = features(batch)
        wanted = (maps.relu() if name == "densenet121" else maps).mean((2, 3))
        torch.testing.assert_close(network.module(batch).flatten(1), wanted)


@pytest.mark.parametrize("wrapper", ["_orig_mod", "_fsdp_wrapped_module", "_checkpoint_wrapped_module"])
def test_what_torch_puts_around_single_layers_is_taken_off(wrapper):
    state = {key.replace(".0.", f".0.{wrapper}."): values for key, values in state_of("resnet18").items()}
    assert any(wrapper in key for key in state)
    assert same_answers({f"model.{key}": values for key, values in state.items()}, module_of("resnet18"), "resnet18")


# What is told


@pytest.mark.parametrize(("classes", "said"), [(1, "as resnet18, 1 class;"), (2, "as resnet18, 2 classes;")])
def test_one_class_is_told_in_the_singular(classes, said):
    module = fresh("resnet18")
    module.fc = nn.Linear(512, classes)
    assert said in opening.make(read(module.state_dict()), "resnet18", preparing=SMALL).source


@pytest.mark.parametrize("prefix", ["", "net."])
@pytest.mark.parametrize("kind", ["mlp", "spectral norm", "elsewhere"])
def test_a_head_of_another_form_is_named(kind, prefix):
    module = fresh("resnet18")
    if kind == "spectral norm":
        nn.utils.parametrizations.spectral_norm(module.fc)
    elif kind == "mlp":
        module.fc = nn.Sequential(nn.Linear(512, 64), nn.ReLU(), nn.Linear(64, 3))
    else:
        module.fc, module.top = nn.Identity(), nn.Sequential(nn.Linear(512, 64), nn.ReLU(), nn.Linear(64, 3))
    state = {f"{prefix}{key}": values for key, values in module.state_dict().items()}
    network = opening.make(read(state), "resnet18", preparing=SMALL)
    first = {"mlp": "fc.0.weight", "spectral norm": "fc.bias", "elsewhere": "top.0.weight"}[kind]
    assert "as resnet18 without a head" in network.source
    assert f"`{prefix}{first}`" in network.source
    assert "512 features, no classes" in network.source
