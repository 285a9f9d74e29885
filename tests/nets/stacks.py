"""Stacks of layers drawn at random: windows, margins, slices, enlargements, branches."""

import torch
from hypothesis import strategies as st
from torch import nn
from torch.nn import functional


class Beside(nn.Module):
    """Two branches that are added, or laid side by side and mixed."""

    def __init__(self, one, other, *, mixed):
        super().__init__()
        self.one, self.other = one, other
        self.mix = nn.Conv2d(6, 3, 1, bias=False) if mixed else None

    def forward(self, batch):
        one, other = self.one(batch), self.other(batch)
        return one + other if self.mix is None else self.mix(torch.cat([one, other], 1))


class Does(nn.Module):
    """Any function as a layer of a stack."""

    def __init__(self, function):
        super().__init__()
        self.function = function

    def forward(self, batch):
        return self.function(batch)


def conv(kernel, stride=1, padding=0, dilation=1, **how):
    return nn.Conv2d(3, 3, kernel, stride, padding, dilation, bias=False, **how)


def strides_that_differ(rows, columns):
    """A branch of stride 2 beside one of stride 1 whose kernel is so large that as many units are left."""
    halves = (rows // 2, columns // 2)
    long = conv((rows - halves[0] + 1, columns - halves[1] + 1))
    return Beside(nn.AvgPool2d(2), long, mixed=False)


pairs = st.tuples(st.integers(1, 4), st.integers(1, 4))


few = st.integers(0, 2)


modes = st.sampled_from(["zeros", "reflect", "replicate", "circular"])


@st.composite
def layers(draw, rows, columns):
    """One layer that fits on maps of (rows, columns)."""
    kind = draw(st.sampled_from(KINDS))
    return kind(draw, rows, columns)


def a_convolution(draw, rows, columns):
    kernel, dilation = draw(pairs), draw(st.integers(1, 2))
    padding = draw(st.tuples(few, few))
    mode = draw(modes) if max(padding) < min(rows, columns) else "zeros"
    return conv(kernel, draw(st.tuples(st.integers(1, 3), st.integers(1, 3))), padding, dilation, padding_mode=mode)


def a_same_convolution(draw, _, __):
    return conv(draw(pairs), padding="same", dilation=draw(st.integers(1, 2)))


def a_pooling(draw, _, __):
    kernel = draw(st.integers(2, 4))
    ceil = draw(st.booleans())
    return nn.AvgPool2d(kernel, draw(st.integers(1, 4)), draw(st.integers(0, kernel // 2)), ceil_mode=ceil)


def a_margin(draw, _, __):
    margins = draw(st.tuples(*[st.integers(-1, 3)] * 4))
    return Does(lambda batch: functional.pad(batch, margins))


def a_slice(draw, _, __):
    start, step = draw(few), draw(st.integers(1, 2))
    return Does(lambda batch: batch[..., start:, ::step])


def a_transposed_convolution(draw, _, __):
    stride = draw(st.integers(1, 3))
    return nn.ConvTranspose2d(3, 3, draw(pairs), stride, draw(st.integers(0, 1)), draw(st.integers(0, stride - 1)))


def an_enlargement(draw, _, __):
    mode, factor = draw(st.sampled_from(["nearest", "bilinear", "bicubic", "area"])), draw(st.sampled_from([0.5, 2, 3]))
    corners = {"align_corners": draw(st.booleans())} if mode.startswith("bi") else {}
    return nn.Upsample(scale_factor=factor, mode=mode, **corners)


def an_adaptive_pooling(draw, _, __):
    return nn.AdaptiveAvgPool2d(draw(st.tuples(st.integers(2, 9), st.integers(2, 9))))


def branches(draw, _, __):
    reach = draw(st.integers(1, 3))
    near, far = conv(1), conv((2 * reach + 1, 3), padding=(reach, 1))
    return Beside(nn.Sequential(near, nn.ReLU()), nn.Sequential(far, conv(3, padding=1)), mixed=draw(st.booleans()))


def branches_of_which_one_has_a_margin(draw, _, __):
    cut = Does(lambda batch: functional.pad(batch[:, :, 1:, 1:], (0, 1, 1, 0)))
    return Beside(cut, conv(3, padding=1), mixed=draw(st.booleans()))


def branches_of_two_strides(_, rows, columns):
    return strides_that_differ(rows, columns)


def laid_beside(draw, _, __):
    along = draw(st.sampled_from([2, 3]))
    return Does(lambda batch: torch.cat([batch, functional.avg_pool2d(batch, 3, 1, 1)], along))


KINDS = [
    *(a_convolution, a_same_convolution, a_pooling, a_margin, a_slice, a_transposed_convolution, an_enlargement),
    *(an_adaptive_pooling, branches, branches_of_which_one_has_a_margin, branches_of_two_strides, laid_beside),
]


@st.composite
def stacks(draw):
    """Up to five layers that fit on each other, and the size of the picture."""
    size = draw(st.tuples(st.integers(5, 17), st.integers(5, 17)))
    stack, maps = [], torch.ones(1, 3, *size)
    for _ in range(draw(st.integers(1, 5))):
        layer = draw(layers(*maps.shape[2:]))
        try:
            after = layer(maps)
        except (RuntimeError, ValueError):
            continue  # it does not fit on these maps
        if min(after.shape[2:]) >= 2 and max(after.shape[2:]) <= 30:
            stack.append(layer)
            maps = after
    return nn.Sequential(conv(1), *stack), size
