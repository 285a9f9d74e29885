"""Are types and shapes really checked while the tests run, and shapes wherever there are arrays?"""

import numpy as np
import pytest
from jaxtyping import Float, TypeCheckError

from models.ops.digits import number
from models.ops.strongest import strongest
from tests.shapes import takes_arrays


def test_an_array_of_another_shape_is_refused():
    with pytest.raises(TypeCheckError):
        strongest(np.zeros((1, 2, 2)), rows=np.zeros((3, 2), int), columns=np.zeros((2, 2), int))


def test_a_value_of_another_type_is_refused_where_there_are_no_arrays():
    assert not takes_arrays(number.__wrapped__)
    with pytest.raises(TypeCheckError):
        number("a word")


def plain(count: int, names: dict[str, list[int]]) -> tuple[int, ...]:
    """No array."""


def given(image: Float[np.ndarray, "rows columns"]) -> None:
    """Takes one."""


def one_of_several(image: dict[str, Float[np.ndarray, "rows columns"] | None]) -> int:
    """Takes one somewhere within."""


def returned(most: int) -> tuple[int, Float[np.ndarray, "rows columns"]]:
    """Gives one."""


def unknown(image: "NobodyKnows") -> None:  # noqa: F821, on purpose
    """May take one."""


@pytest.mark.parametrize("function", [given, one_of_several, returned, unknown])
def test_an_array_is_found_wherever_it_stands(function):
    assert takes_arrays(function)


def test_what_takes_none_is_told_apart():
    assert not takes_arrays(plain)
