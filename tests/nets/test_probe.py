"""Many edited pictures through a network, and edits by PyTorch beside those in whole numbers."""

from dataclasses import asdict, replace
from math import ceil

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as some
from PIL import Image

from models.images.edits import EDGES, FILLS, Cover, Edit, cover_deviation, edited, limits
from models.nets.answers.probe import edited_by_torch, outputs, probabilities_by_torch
from models.nets.capture import capture
from models.ops.meaning import Meaning
from models.ops.softmax import softmax

SIZE = (33, 40)


@pytest.fixture
def pictures():
    return np.random.default_rng(0).integers(0, 256, (5, 32, 32, 3), dtype=np.uint8)


def test_a_batch_gives_what_each_picture_gives_alone(cifar_network, pictures):
    found = outputs(cifar_network, pictures)
    assert found.shape == (5, 10)
    for values, pixels in zip(found, pictures, strict=True):
        alone = capture(cifar_network, cifar_network.prepare(Image.fromarray(pixels))).output[0]
        assert np.allclose(values, alone, atol=1e-4)
        assert np.allclose(probabilities_by_torch(cifar_network, pixels), softmax(alone.astype(float)), atol=1e-5)


def test_an_answer_that_isnt_one_number_a_class_is_refused(cifar_network, pictures):
    with pytest.raises(ValueError, match="answers with the shape"):
        outputs(replace(cifar_network, meaning=Meaning("logits", 2)), pictures)
    with pytest.raises(ValueError, match="answers with the shape"):
        outputs(replace(cifar_network, module=cifar_network.module.stage1, meaning=Meaning("logits", 10)), pictures)


def test_the_network_is_left_in_its_mode(cifar_network, pictures):
    before = {name: values.clone() for name, values in cifar_network.module.state_dict().items()}
    outputs(cifar_network, pictures)
    assert not cifar_network.module.training
    assert all(torch.equal(before[name], values) for name, values in cifar_network.module.state_dict().items())


@given(data=some.data())
def test_every_edit_is_pytorchs_to_one_level(data):
    numbers = {name: data.draw(some.integers(low, high)) for name, (low, high) in limits(SIZE).items()}
    flags = {name: data.draw(some.booleans()) for name in ("mirrored", "upended")}
    names = {"edge": data.draw(some.sampled_from(EDGES)), "fill": data.draw(some.sampled_from(FILLS))}
    edit = Edit(**numbers, **flags, **names, cover=data.draw(some.sampled_from([None, Cover(3, 5, 20, 11)])))
    pixels = np.random.default_rng(1).integers(0, 256, (*SIZE, 3), dtype=np.uint8)
    other = edited_by_torch(pixels, asdict(edit), cover_deviation(SIZE))
    difference = np.abs(edited(pixels, edit).astype(int) - other)
    # A blurred value within a millionth of a half may be rounded the other way; light and contrast widen that level.
    widened = ceil(edit.contrast / 100 * ceil(edit.brightness / 100))
    assert difference.max() <= max(2, widened)
    assert (difference > 0).mean() < 0.01


def test_without_a_blur_every_pixel_is_pytorchs():
    pixels = np.random.default_rng(2).integers(0, 256, (*SIZE, 3), dtype=np.uint8)
    for seed in range(40):
        random = np.random.default_rng(seed)
        numbers = {name: int(random.integers(low, high + 1)) for name, (low, high) in limits(SIZE).items()}
        edit = replace(Edit(**numbers), blur=0, edge=EDGES[seed % 3], cover=Cover(1, 2, 9, 8), fill=FILLS[seed % 3])
        assert (edited(pixels, edit) == edited_by_torch(pixels, asdict(edit), 1.0)).all(), edit
