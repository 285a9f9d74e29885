"""The textbook matrices and kernels give the textbook's numbers."""

import numpy as np
import pytest

from models.ops.convolution import cross_correlate
from models.ops.examples import MATRICES
from models.ops.kernels import KERNELS
from models.ops.pooling import average_pool, max_pool


def test_the_counting_kernel_on_nine_numbers():
    picture, kernel = MATRICES["count_3x3"], KERNELS["counting"]
    assert cross_correlate(picture, kernel).tolist() == [[19, 25], [37, 43]]
    assert cross_correlate(picture, kernel, padding=1, stride=(3, 2)).tolist() == [[0, 8], [6, 8]]


def test_the_difference_finds_upright_edges_only():
    kernel = KERNELS["difference"]
    assert (cross_correlate(MATRICES["dark_bar"], kernel) == [0, 1, 0, 0, 0, -1, 0]).all()
    assert not cross_correlate(MATRICES["dark_bar_turned"], kernel).any()


def test_pooling_on_counting_numbers():
    assert max_pool(MATRICES["count_3x3"], 2, stride=1).tolist() == [[4, 5], [7, 8]]
    assert average_pool(MATRICES["count_3x3"], 2, stride=1).tolist() == [[2, 3], [5, 6]]
    assert max_pool(MATRICES["count_4x4"], 3).tolist() == [[10]]
    assert max_pool(MATRICES["count_4x4"], 3, padding=1, stride=2).tolist() == [[5, 7], [13, 15]]


def test_the_curve_detector_answers_its_curve_and_hardly_anything_else():
    answers = cross_correlate(MATRICES["curves"], KERNELS["curve"])
    assert answers[1, 1] == 81 == answers.max()
    assert answers[9, 10:].max(initial=0) <= 27
    assert answers[4:, :4].max() <= 9


@pytest.mark.parametrize("name", list(MATRICES))
def test_matrices_cannot_be_written_to(name):
    with pytest.raises(ValueError, match="read-only"):
        MATRICES[name][0, 0] = 1
    assert np.isfinite(MATRICES[name]).all()
