"""Are the boxes those that the gradient draws? At corners, centres and edges, of known networks and of random ones.

All weights are positive and nothing is subtracted, so that no way from a pixel to a unit cancels another; averages
stand for maxima, which have a gradient at one pixel alone. All in double precision, so that small ways do not vanish.
"""

import warnings

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn
from torch.nn import functional

from models.nets.capture.linking import link
from models.nets.capture.recording import Plan
from models.nets.receptive_field import Box, receptive_fields
from models.nets.weights import published
from tests.nets.stacks import (
    stacks,
)

torch.set_num_threads(2)
LAYERS_OF_EACH = 4
DIM = 1e-6  # so dark a picture that no activation with a ceiling reaches it


def made_positive(module):
    """The network with weights that add up to 1, no biases, norms that change nothing, averages for maxima."""
    module = module.double().eval().requires_grad_(requires_grad=False)
    for path, layer in list(module.named_modules()):
        if isinstance(layer, nn.MaxPool2d):
            replaced(module, path, average(layer))
        elif isinstance(layer, nn.LayerNorm | nn.GroupNorm):
            replaced(module, path, nn.Identity())
        elif isinstance(layer, nn.BatchNorm2d):
            layer.reset_running_stats()
        for name, weights in layer.named_parameters(recurse=False):
            weights.fill_(0 if name == "bias" else 1 / weights[0].numel() if weights.dim() > 1 else 1)
    return module


def average(pool):
    return nn.AvgPool2d(pool.kernel_size, pool.stride, pool.padding, ceil_mode=pool.ceil_mode)


def replaced(module, path, layer):
    parent, _, name = path.rpartition(".")
    module.get_submodule(parent)._modules[name] = layer


class Oracle:
    """One pass of a positive network whose graph is kept; asked what its units depend on."""

    def __init__(self, module, size):
        self.fields = receptive_fields(module, size)
        self.picture = torch.full((1, 3, *size), DIM, dtype=torch.float64, requires_grad=True)
        log, _ = Plan(module).record(self.picture)
        self.steps = {step.name: step for step in link(log)}

    def maps(self, name):
        step = self.steps[name]
        return step.tensor.movedim(-1, 1) if step.rearranged else step.tensor

    def seen(self, name, row, column):
        """The smallest box around the pixels with a gradient, all channels of the unit together."""
        unit = self.maps(name)[:, :, row, column].sum()
        if not unit.requires_grad:
            return Box(0, 0, 0, 0)
        (gradient,) = torch.autograd.grad(unit, self.picture, retain_graph=True, materialize_grads=True)
        rows, columns = (np.flatnonzero(gradient[0].sum(dim=(0, axis)).numpy()) for axis in (2, 1))
        if not len(rows):
            return Box(0, 0, 0, 0)
        return Box(int(rows[0]), int(columns[0]), int(rows[-1]) + 1, int(columns[-1]) + 1)

    def agrees(self, name, row, column):
        assert self.seen(name, row, column) == self.fields[name].box(row, column), (name, row, column)


def telling_units(rows, columns):
    """A corner, the middle, and an edge; the last row and column are where a stride may leave something over."""
    return {(rows - 1, columns - 1), (rows // 2, columns // 2), (rows // 3, 0)}


@pytest.fixture
def averages(monkeypatch):
    """Networks that call torch's max pooling as a function get averages from it."""

    def averaged(maps, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False, **_):  # noqa: FBT002
        assert dilation == 1
        return functional.avg_pool2d(maps, kernel_size, stride, padding, ceil_mode)

    monkeypatch.setattr(functional, "max_pool2d", averaged)


@pytest.mark.usefixtures("averages")
@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("alexnet", (79, 95)),
        ("convnext_tiny", (64, 48)),
        ("densenet121", (64, 70)),
        ("efficientnet_b0", (64, 64)),
        ("googlenet", (65, 80)),
        ("inception_v3", (91, 75)),
        ("mobilenet_v2", (96, 81)),
        ("mobilenet_v3_small", (64, 96)),
        ("resnet18", (81, 64)),
        ("resnet50", (55, 64)),
        ("shufflenet_v2_x0_5", (96, 75)),
        ("squeezenet1_0", (99, 64)),
        ("vgg11", (64, 75)),
    ],
)
def test_the_boxes_of_torchvision_s_networks_are_those_of_the_gradient(name, size):
    with warnings.catch_warnings(action="ignore"):
        oracle = Oracle(made_positive(published.build(name)), size)
    known = [layer for layer, field in oracle.fields.items() if field.scope == "exact" and min(field.places) > 1]
    chosen = {known[round(at)] for at in np.linspace(0, len(known) - 1, LAYERS_OF_EACH)}
    for layer in sorted(chosen):
        for row, column in sorted(telling_units(*oracle.fields[layer].places)):
            oracle.agrees(layer, row, column)
    whole = [layer for layer, field in oracle.fields.items() if field.scope == "whole image" and layer in oracle.steps]
    maps = [layer for layer in whole if oracle.steps[layer].tensor.dim() == 4]
    for layer in maps[:: max(1, len(maps) // 3)]:
        oracle.agrees(layer, 0, 0)


@pytest.mark.filterwarnings("ignore:Using padding='same':UserWarning")
@settings(max_examples=80)
@given(stacks())
def test_the_boxes_of_random_stacks_are_those_of_the_gradient(drawn):
    stack, size = drawn
    oracle = Oracle(made_positive(stack), size)
    last = list(oracle.steps)[-1]
    assert oracle.fields[last].scope == "exact"
    rows, columns = oracle.fields[last].places
    for row, column in sorted({(0, 0), *telling_units(rows, columns), (0, columns // 2)}):
        oracle.agrees(last, row, column)


@settings(max_examples=60)
@given(stacks())
def test_size_stride_and_padding_describe_what_is_not_cut(drawn):
    """A box of full size is where the record says, and no box reaches further; but mirrored cells lie elsewhere."""
    stack, size = drawn
    mirrored = "padding_mode" in str(stack)
    for field in receptive_fields(stack, size).values():
        for axis, spans in enumerate((field.rows, field.columns)):
            if not field.evenly[axis]:
                assert field.reason
                assert (field.stride[axis], field.padding[axis]) == (0, 0)
                assert field.size[axis] == spans.longest
                continue
            starts = np.arange(len(spans)) * field.stride[axis] - field.padding[axis]
            full, sees = spans.stops - spans.starts == field.size[axis], ~spans.empty
            assert (spans.starts[full] == starts[full]).all() or mirrored
            assert (spans.starts[sees] >= starts[sees]).all() or mirrored
            assert (spans.stops[sees] <= starts[sees] + field.size[axis]).all() or mirrored


@settings(max_examples=40)
@given(stacks(), st.data())
def test_units_seeing_a_pixel_are_those_whose_box_holds_it(drawn, data):
    stack, size = drawn
    fields = receptive_fields(stack, size)
    field = fields[list(fields)[-1]]
    row, column = (data.draw(st.integers(0, count - 1)) for count in size)
    boxes = {place: field.box(*place) for place in np.ndindex(*field.places)}
    holding = [place for place, box in boxes.items() if box.top <= row < box.bottom and box.left <= column < box.right]
    rows, columns = field.units_seeing(row, column)
    if not holding:
        assert (rows, columns) == (range(0), range(0))
        return
    assert (rows[0], rows[-1]) == (min(place[0] for place in holding), max(place[0] for place in holding))
    assert (columns[0], columns[-1]) == (min(place[1] for place in holding), max(place[1] for place in holding))
