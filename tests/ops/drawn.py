"""Arrays and settings for convolutions, drawn at random."""

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st

calm = settings(deadline=None, max_examples=150)


SMALL = np.array([[0, 1], [2, 3]])


def pairs(low, high):
    return st.tuples(st.integers(low, high), st.integers(low, high))


def random_array(seed, *shape):
    return np.random.default_rng(seed).normal(size=shape)
