"""Which products land on one cell of a transposed convolution?"""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from models.ops.convolution import stamps_at, transposed


@settings(deadline=None, max_examples=60)
@given(
    stride=st.tuples(st.integers(1, 3), st.integers(1, 3)),
    padding=st.integers(0, 1),
    dilation=st.integers(1, 2),
    seed=st.integers(0, 9),
)
def test_the_stamps_on_one_cell_are_its_value(stride, padding, dilation, seed):
    generator = np.random.default_rng(seed)
    image, kernel = generator.normal(size=(2, 3, 4)), generator.normal(size=(2, 2, 3))
    settings_of_it = {"stride": stride, "padding": padding, "dilation": dilation}
    made = transposed(image, kernel, **settings_of_it)
    for row, column in np.ndindex(made.shape):
        assert np.isclose(stamps_at(image, kernel, row, column, **settings_of_it).sum(), made[row, column])
