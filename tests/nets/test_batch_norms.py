"""Every batch norm there is, as a tensor of a batch and as a layer: what it computes with is what PyTorch does."""

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn.parameter import is_lazy
from torchvision.ops import FrozenBatchNorm2d

from models.images import sample
from models.nets.capture import capture
from models.nets.maps.batch_tensors import as_maps, batch_norm, places, tensor_of
from models.nets.maps.folded import compare, foldable
from models.nets.own.fitting import fit
from models.nets.receptive_field import receptive_fields
from models.ops.batch_norm import as_line

IMAGES = [sample("cat"), sample("coffee"), sample("rocket")]


class Own(nn.BatchNorm2d):
    """A class of somebody's own."""


def without_statistics():
    layer = nn.BatchNorm2d(8)
    layer.running_mean = layer.running_var = None  # the flag still says that they are tracked
    return layer


def flag_off():
    layer = nn.BatchNorm2d(8)
    layer.track_running_stats = False  # they are there all the same, and PyTorch uses them in evaluation
    return layer


LAYERS = {
    "plain": lambda: nn.BatchNorm2d(8),
    "cumulative": lambda: nn.BatchNorm2d(8, momentum=None),
    "not affine": lambda: nn.BatchNorm2d(8, affine=False),
    "not tracked": lambda: nn.BatchNorm2d(8, track_running_stats=False),
    "statistics taken away": without_statistics,
    "flag off": flag_off,
    "synchronised": lambda: nn.SyncBatchNorm(8),
    "lazy": nn.LazyBatchNorm2d,
    "own class": lambda: Own(8),
    "frozen": lambda: FrozenBatchNorm2d(8),
}
KEEP_NOTHING = ("not tracked", "statistics taken away")


def network(layer, *, before=(), after=None):
    after = after or (nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(8, 3))
    torch.manual_seed(1)
    module = nn.Sequential(nn.Conv2d(3, 8, 3, stride=2), *before, layer, *after)
    with torch.no_grad():
        for _, values in (*layer.named_parameters(), *layer.named_buffers()):
            if not is_lazy(values) and values.shape == (8,):
                values.uniform_(0.5, 2)
    return fit("mine", module, (17, 23), ((0.5,), (0.2,)), (), "for tests")


@pytest.mark.parametrize("name", LAYERS)
def test_every_variant_is_found_and_computes_with_what_is_told(name):
    made = network(LAYERS[name]())
    place = next(each for each in places(made) if each.name == "bn:1")
    assert (place.layer, place.shape) == ("1", (8, 8, 11))
    values, about = tensor_of(made, IMAGES, "bn:1"), batch_norm(made, "1")
    assert about.keeps == (name not in KEEP_NOTHING)
    if about.keeps:
        a, b = as_line(about.running_mean, about.running_var, about.gamma, about.beta, about.eps)
    else:
        mean, variance = values.mean(axis=(0, 2, 3)), values.var(axis=(0, 2, 3))
        a, b = as_line(mean, variance, about.gamma, about.beta, about.eps)
    with torch.inference_mode():
        by_torch = made.module[1](torch.tensor(np.asarray(values)))
    np.testing.assert_allclose(a[:, None, None] * values + b[:, None, None], by_torch, atol=1e-4)


@pytest.mark.parametrize("name", LAYERS)
def test_what_is_no_line_is_not_folded_and_sees_everything(name):
    made = network(LAYERS[name]())
    trace = capture(made, made.prepare(IMAGES[0]))
    layers = tuple(foldable(trace, made.module))
    assert ("1" in layers) == (name in ("plain", "cumulative", "not affine", "flag off", "lazy", "own class"))
    if layers:
        assert compare(made, trace, IMAGES, layers).difference < 1e-5
    if name != "frozen":
        scope = receptive_fields(made.module, made.input_size)["1"].scope
        assert (scope == "exact") == (name not in KEEP_NOTHING)


@pytest.mark.parametrize(
    ("layer", "before", "after", "shape"),
    [
        (nn.BatchNorm1d(8), (nn.AdaptiveAvgPool2d(1), nn.Flatten()), (nn.Linear(8, 3),), (8, 1, 1)),
        (nn.BatchNorm1d(8), (nn.Flatten(2),), (nn.Flatten(), nn.Linear(8 * 88, 3)), (8, 1, 88)),
        (nn.BatchNorm3d(8), (nn.Unflatten(2, (2, 4)),), (nn.Flatten(), nn.Linear(8 * 88, 3)), (8, 8, 11)),
    ],
)
def test_other_numbers_of_axes_are_laid_out_as_maps(layer, before, after, shape):
    made = network(layer, before=before, after=after)
    place = next(each for each in places(made) if each.layer)
    assert place.shape == shape
    values = tensor_of(made, IMAGES, place.name)
    assert values.shape == (3, *shape)
    assert batch_norm(made, place.layer).keeps


def test_axes_by_hand():
    assert as_maps(torch.zeros(2, 5)).shape == (2, 5, 1, 1)
    assert as_maps(torch.zeros(2, 5, 7)).shape == (2, 5, 1, 7)
    assert as_maps(torch.zeros(2, 5, 3, 4, 7)).shape == (2, 5, 12, 7)
