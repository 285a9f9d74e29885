"""PyTorch's ways back are the ones worked out by hand, for every window and stamp."""

import numpy as np
import pytest

from models.nets.oracles.enlarged import ways_back as by_torch
from models.ops.enlarging import STAMPS, stamp, ways_back

WAYS = ("nearest", "bilinear", "unpooled", "transposed")


@pytest.mark.parametrize("window", [2, 3, 4])
@pytest.mark.parametrize("kind", STAMPS)
@pytest.mark.parametrize("align_corners", [False, True])
def test_by_hand_and_by_pytorch(window, kind, align_corners):
    image = np.random.default_rng(window).normal(size=(5 * window, 7 * window))
    by_hand = ways_back(image, window, kind=kind, align_corners=align_corners)
    found = by_torch(by_hand.original, stamp(kind, window), align_corners=align_corners)
    assert np.allclose(found["pooled"], by_hand.winners.values, atol=1e-6)
    for way in WAYS:
        assert np.allclose(found[way], getattr(by_hand, way), atol=1e-5), way


def test_of_equal_values_both_remember_the_first():
    by_hand = ways_back(np.ones((4, 4)), 2)
    assert np.array_equal(
        by_torch(by_hand.original, stamp("copy", 2), align_corners=False)["unpooled"], by_hand.unpooled
    )
