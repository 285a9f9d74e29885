"""A tensor that no layer uses is named and left aside, whatever it is; one that a layer uses must be sound."""

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from safetensors.torch import save
from torch import nn

from models.nets.own.file import opening
from models.nets.own.file.matching import compare, suggest
from models.nets.own.file.table import architecture
from models.sandbox.weights import header, run
from tests.nets.test_own_habits import SMALL, fresh, module_of, read, same_answers, state_of

NAN = float("nan")
SURPLUS = {
    "empty": torch.zeros(0),
    "empty sides": torch.zeros(3, 0, 2),
    "five axes": torch.ones(3, 1, 3, 1, 2),
    "long": torch.ones(300_000),
    "long integers": torch.zeros(300_000, dtype=torch.uint8),
    "empty integers": torch.zeros(0, dtype=torch.int64),
    "complex": torch.ones(3, dtype=torch.complex64),
    "float8": torch.ones(4).to(torch.float8_e4m3fn),
    "NaN": torch.tensor(NAN),
    "infinite": torch.tensor([1.0, torch.inf]),
    "too large": torch.tensor([1e300], dtype=torch.float64),
}


def with_(**changed):
    return state_of("resnet18") | {key.replace("__", "."): values for key, values in changed.items()}


def refused(state, name="resnet18"):
    with pytest.raises(opening.UnreadableWeights) as refusal:
        opening.make(read(state), name, preparing=SMALL)
    return refusal.value


@pytest.mark.parametrize("kind", SURPLUS)
def test_a_surplus_tensor_of_any_kind_is_named_and_the_rest_is_opened(kind):
    values = SURPLUS[kind]
    state = with_(surplus=values)
    whole = "integers" not in kind  # integers are counted, not named
    assert suggest(read(state).shapes)[0].unexpected == ((("surplus", tuple(values.shape)),) if whole else ())
    assert same_answers(state, module_of("resnet18"), "resnet18")


def test_all_kinds_at_once_behind_a_prefix():
    state = {f"model.{key}": values for key, values in state_of("resnet18").items()} | SURPLUS
    weights = read(state)
    assert {key for key, _ in suggest(weights.shapes)[0].unexpected} == {
        key for key in SURPLUS if "integers" not in key
    }
    assert set(weights.aside) == {"empty", "empty sides", "five axes", "long", "complex", "float8"}
    assert same_answers(state, module_of("resnet18"), "resnet18")


@pytest.mark.parametrize(
    ("key", "values", "code"),
    [
        ("conv1.weight", torch.full((64, 3, 7, 7), NAN), "not_finite"),
        ("fc.bias", torch.tensor([0, 0, 0, torch.inf, 0, 0]), "not_finite"),
        ("layer4.1.bn2.running_var", torch.full((512,), -1e-7), "negative_variance"),
        ("bn1.weight", torch.ones(64).to(torch.float8_e5m2), "dtype"),
        ("bn1.bias", torch.ones(64, dtype=torch.complex64), "dtype"),
    ],
)
def test_a_tensor_that_a_layer_uses_must_be_sound(key, values, code):
    refusal = refused(state_of("resnet18") | {key: values})
    assert (refusal.code, refusal.details["tensor"]) == (code, key)


def test_a_last_layer_of_no_classes_is_refused():
    refusal = refused(with_(fc__weight=torch.zeros(0, 512), fc__bias=torch.zeros(0)))
    assert (refusal.code, refusal.details["shape"]) == ("shape", "0 × 512")


def test_a_variance_of_nothing_is_sound():
    state = with_(bn1__running_var=torch.zeros(64))
    assert opening.make(read(state), "resnet18", preparing=SMALL).meaning.outputs == 6


def test_a_new_head_must_be_sound_too_and_an_old_one_need_not():
    module = fresh("resnet18")
    module.fc = nn.Sequential(nn.Dropout(), nn.Linear(512, 3))
    state = dict(module.state_dict())
    assert refused(state | {"fc.1.bias": torch.full((3,), NAN)}).details["tensor"] == "fc.1.bias"
    two = {key: values for key, values in state.items() if not key.startswith("fc.")}
    two |= {"fc.0.weight": torch.full((64, 512), NAN), "fc.2.weight": torch.ones(3, 64)}
    module.fc = nn.Identity()
    assert same_answers(two, module, "resnet18")


def test_of_another_architecture_it_is_refused_when_that_is_chosen():
    """The file's best match is sound; what a chosen one uses is looked at when it is made."""
    state = {f"a.{key}": values for key, values in state_of("resnet18").items()}
    state |= {f"b.{key}": values for key, values in state_of("cifar10").items()}
    state["b.linear.bias"] = torch.full((10,), NAN)
    weights = read(state)
    assert opening.make(weights, "resnet18", preparing=SMALL).meaning.outputs == 6
    assert compare(weights.shapes, architecture("cifar10")).usable
    with pytest.raises(opening.UnreadableWeights, match=r"b\.linear\.bias"):
        opening.make(weights, "cifar10", preparing=SMALL)


@settings(max_examples=40)
@given(st.lists(st.integers(0, 3), max_size=18), st.sampled_from([torch.float32, torch.complex64, torch.int16]))
def test_what_is_only_named_still_has_to_lie_where_the_header_says(shape, dtype):
    data = save({"a": torch.zeros(shape, dtype=dtype), "b": torch.ones(500)})
    said, found = run.answer(memoryview(data))
    assert ("refused" in said) == (len(shape) > header.MOST_AXES_NAMED)
    for broken in (data[:-1], data + b"\0"):
        assert "refused" in run.answer(memoryview(broken))[0]
    assert all(claim.end <= len(data) for claim in found)
