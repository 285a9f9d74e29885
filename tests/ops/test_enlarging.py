"""The ways back from a small map to a large one: torch as the oracle, and examples to check with a pencil."""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from torch.nn import functional

from models.ops.enlarging import STAMPS, bilinear, blend, loss, max_unpool, nearest, stamp, ways_back, whole_windows
from models.ops.geometry import ImpossibleGeometry
from models.ops.pooling import max_pool_winners

shapes = st.tuples(st.integers(1, 3), st.integers(1, 8), st.integers(1, 8))
images = shapes.flatmap(lambda shape: arrays(np.float64, shape, elements=st.floats(-100, 100, width=32)))
larger = st.tuples(st.integers(1, 25), st.integers(1, 25))


def as_torch(image):
    return torch.tensor(np.array(image))[None]


@given(images, larger)
def test_nearest_is_pytorchs(image, size):
    expected = functional.interpolate(as_torch(image), size=size, mode="nearest")[0].numpy()
    assert np.array_equal(nearest(image, size), expected)


@pytest.mark.parametrize("align_corners", [False, True])
@given(image=images, size=larger)
def test_bilinear_is_pytorchs(align_corners, image, size):
    expected = functional.interpolate(as_torch(image), size=size, mode="bilinear", align_corners=align_corners)
    assert np.allclose(bilinear(image, size, align_corners=align_corners), expected[0].numpy(), atol=1e-9)


@given(images, st.integers(1, 4), st.integers(1, 4), st.integers(0, 1), st.booleans())
def test_unpooling_is_pytorchs_also_where_windows_overlap(image, window, stride, padding, ceil_mode):
    settings = {"stride": stride, "padding": min(padding, window // 2), "ceil_mode": ceil_mode}
    size = image.shape[1:]
    try:
        winners = max_pool_winners(image, window, **settings)
    except ImpossibleGeometry:
        with pytest.raises(RuntimeError):
            functional.max_pool2d(as_torch(image), window, **settings)
        return
    pooled, places = functional.max_pool2d(as_torch(image), window, return_indices=True, **settings)
    flat = torch.zeros(1, image.shape[0], size[0] * size[1], dtype=torch.float64)
    expected = flat.scatter(2, places.flatten(2), pooled.flatten(2)).reshape(image.shape).numpy()
    assert np.array_equal(max_unpool(winners.values, winners, size), expected)


@given(images.filter(lambda image: min(image.shape[1:]) >= 2))
def test_unpooling_without_overlap_is_max_unpool2d(image):
    even = np.stack([whole_windows(channel, 2) for channel in image])
    winners = max_pool_winners(even, 2)
    pooled, places = functional.max_pool2d(as_torch(even), 2, return_indices=True)
    expected = functional.max_unpool2d(pooled, places, 2)[0].numpy()
    assert np.array_equal(max_unpool(winners.values, winners, even.shape[1:]), expected)


def test_unpooling_by_hand():
    winners = max_pool_winners([[1, 2, 0, 0], [3, 4, 0, 9]], 2)
    assert max_unpool(winners.values, winners, (2, 4)).tolist() == [[0, 0, 0, 0], [0, 4, 0, 9]]
    assert max_unpool([[5, 7]], winners, (2, 4)).tolist() == [[0, 0, 0, 0], [0, 5, 0, 7]]


def test_nearest_and_bilinear_by_hand():
    assert nearest([[1, 2]], (2, 4)).tolist() == [[1, 1, 2, 2]] * 2
    assert bilinear([[0, 4]], (1, 4)).tolist() == [[0, 1, 3, 4]]
    assert bilinear([[0, 3]], (1, 4), align_corners=True).tolist() == [[0, 1, 2, 3]]
    assert bilinear([[1, 2], [3, 4]], (4, 4))[1].tolist() == [1.5, 1.75, 2.25, 2.5]


@given(st.integers(1, 30), st.integers(1, 60), st.booleans())
def test_the_shares_of_a_blend_are_shares(size, outputs, align_corners):
    found = blend(size, outputs, align_corners=align_corners)
    assert ((found.share >= 0) & (found.share <= 1)).all()
    assert ((found.second - found.first >= 0) & (found.second < size)).all()


@pytest.mark.parametrize("kind", STAMPS)
@pytest.mark.parametrize("factor", [2, 3, 4])
@given(image=arrays(np.float64, (5, 6), elements=st.floats(-50, 50, width=32)))
def test_stamps_are_pytorchs_transposed_convolution_and_enlarge_exactly(kind, factor, image):
    found = stamp(kind, factor)
    weight = torch.tensor(np.array(found.kernel))[None, None]
    more = {"stride": found.stride, "padding": found.padding, "output_padding": found.output_padding}
    expected = functional.conv_transpose2d(as_torch(image[None]), weight, **more)[0, 0].numpy()
    large = np.repeat(np.repeat(image, factor, 0), factor, 1)
    back = ways_back(large, factor, kind=kind)
    assert expected.shape == (5 * factor, 6 * factor)
    assert np.allclose(back.transposed, expected, atol=1e-9)


@pytest.mark.parametrize("factor", [2, 3, 4])
@given(image=arrays(np.float64, (24, 24), elements=st.floats(0, 50, width=32)))
def test_the_tent_is_bilinear_inside(factor, image):
    back = ways_back(image, factor, kind="tent")
    inside = slice(factor, -factor)
    assert np.allclose(back.transposed[inside, inside], back.bilinear[inside, inside], atol=1e-9)


def test_stamping_copies_is_nearest():
    back = ways_back(np.arange(36.0).reshape(6, 6), 3, kind="copy")
    assert np.array_equal(back.transposed, back.nearest)


def test_uneven_stamps_make_a_checkerboard_of_a_constant_map():
    board = ways_back(np.ones((8, 8)), 2, kind="uneven").transposed * 9 / 4
    assert np.allclose(board[2:4, 2:4], [[1, 2], [2, 4]])
    assert ways_back(np.ones((8, 8)), 2, kind="tent").transposed[1:-1, 1:-1].tolist() == np.ones((6, 6)).tolist()
    assert np.allclose(ways_back(np.ones((12, 12)), 3, kind="uneven").transposed[3:6, 3:6].mean(), 1)


@given(arrays(np.float64, (6, 9), elements=st.floats(0.5, 50)))
def test_unpooling_is_right_at_every_maximum_and_errs_only_downwards(image):
    back = ways_back(image, 3)
    assert np.array_equal(back.unpooled[back.winners.rows, back.winners.columns], back.winners.values)
    assert (back.unpooled <= back.original).all()
    assert (back.nearest >= back.original).all()


def test_what_fills_no_window_is_left_out():
    assert (
        ways_back(np.arange(35.0).reshape(5, 7), 2).original.tolist() == np.arange(35.0).reshape(5, 7)[:4, :6].tolist()
    )


def test_a_loss_in_two_numbers():
    found = loss(np.array([1.0, 2.0, 3.0, 4.0]), np.array([1.0, 4.0, 3.0, 2.0]))
    assert (found.mean_absolute, found.exact) == (1.0, 0.5)


@pytest.mark.parametrize(
    "call",
    [
        lambda: nearest([[1.0]], 0),
        lambda: bilinear([[1.0]], (2, 0)),
        lambda: blend(0, 3),
        lambda: stamp("copy", 1),
        lambda: ways_back([[1.0, 2.0]], 2),
        lambda: ways_back(np.ones((4, 4)), 1),
    ],
)
def test_impossible_settings_are_named(call):
    with pytest.raises(ImpossibleGeometry):
        call()


@pytest.mark.parametrize(
    "call",
    [
        lambda: nearest([[]], 2),
        lambda: stamp("magic", 2),
        lambda: max_unpool([[1.0]], max_pool_winners(np.ones((4, 4)), 2), (4, 4)),
        lambda: max_unpool(np.ones((2, 2)), max_pool_winners(np.eye(4), 2), (2, 2)),
    ],
)
def test_what_does_not_belong_together_is_refused(call):
    with pytest.raises(ValueError, match=r"must|outside"):
        call()
