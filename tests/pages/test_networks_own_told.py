"""What the page for one's own network tells of files that aren't just an architecture's own weights."""

import torch
from safetensors.torch import load_file, save

from models.nets.bundled import cifar10
from tests.pages.own import uploaded
from tests.pages.test_pages import words


def test_one_output_is_told_in_the_singular_and_what_weights_do_not_show():
    state = load_file(cifar10.WEIGHTS)
    state |= {key: state[key][:1].contiguous() for key in ("linear.weight", "linear.bias")}
    said = words(uploaded(save(state)))
    assert "the last layer has **1 output**. Weights don't show a stride or an activation" in said


def test_a_head_of_another_form_is_named_where_the_network_ends_in_features():
    state = {key: values for key, values in load_file(cifar10.WEIGHTS).items() if not key.startswith("linear.")}
    state |= {"linear.0.weight": torch.ones(64, 192), "linear.2.weight": torch.ones(3, 64)}
    said = words(uploaded(save(state)))
    assert "another form than one linear layer** (`linear.0.weight`, `linear.2.weight`)" in said


def test_tensors_that_no_layer_uses_are_counted_and_named():
    state = load_file(cifar10.WEIGHTS) | {"nothing": torch.zeros(0), "temperature": torch.tensor(float("nan"))}
    app = uploaded(save(state))
    assert not app.error
    said = words(app)
    assert "Tensors of a shape or type that no layer here has: 1." in said
    assert {"nothing of 0", "temperature of one number"} <= set(said.splitlines())
    assert [button for button in app.button if button.label == "Show this network"]


def test_a_variance_below_0_is_refused_in_a_sentence():
    state = load_file(cifar10.WEIGHTS)
    key = next(key for key in state if key.endswith("running_var"))
    app = uploaded(save(state | {key: -state[key]}))
    assert [f"The tensor {key} holds a variance below 0" in error.value for error in app.error] == [True]
