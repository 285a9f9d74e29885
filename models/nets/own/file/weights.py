"""What is in a file of weights, and with which of its tensors can nothing be computed?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from jaxtyping import Float32

from models.nets.own.file.refusals import UnreadableWeights
from models.records.matches import Shape
from models.sandbox.weights.header import FLOATS


@dataclass(frozen=True, eq=False)
class Weights:
    """What is in a file. `tensors`: by the file's keys, float32. `types`: how the file keeps them ("F16", …).

    `title`: the file's name, fit for display and still untrusted. `integers`: how many tensors of integers there are
    beside them, which nothing is computed from. `aside`: type and shape of those whose values no layer can have.
    """

    title: str
    tensors: Mapping[str, Float32[np.ndarray, "..."]]
    types: tuple[str, ...]
    integers: int
    aside: Mapping[str, tuple[str, Shape]]

    @property
    def shapes(self) -> dict[str, Shape]:
        """The shapes by name, those put aside among them."""
        aside = {name: shape for name, (_, shape) in self.aside.items()}
        return {name: values.shape for name, values in self.tensors.items()} | aside

    @cached_property
    def faults(self) -> dict[str, UnreadableWeights]:
        """Why nothing can be computed with some of them, by name; that matters where a network uses them."""
        found = {name: fault_of_values(name, values) for name, values in self.tensors.items()}
        kinds = {name: fault_of_kind(name, *entry) for name, entry in self.aside.items()}
        return {name: fault for name, fault in found.items() if fault is not None} | kinds

    @property
    def bytes(self) -> int:
        """What they hold in memory; a network made of them shares it."""
        return sum(values.nbytes for values in self.tensors.values())

    @property
    def numbers(self) -> int:
        """How many values there are."""
        return sum(values.size for values in self.tensors.values())


def fault_of_values(name: str, values: Float32[np.ndarray, "..."]) -> UnreadableWeights | None:
    """Why no layer can compute with these values; None if one can."""
    if not np.isfinite(values).all():
        return UnreadableWeights("not_finite", tensor=name)
    if name.endswith("running_var") and values.min() < 0:
        return UnreadableWeights("negative_variance", tensor=name)
    return None


def fault_of_kind(name: str, dtype: str, shape: Shape) -> UnreadableWeights:
    """Why the values of a tensor weren't read."""
    if dtype in FLOATS:
        return UnreadableWeights("shape", tensor=name, shape=" × ".join(map(str, shape[:9])))
    return UnreadableWeights("dtype", tensor=name, dtype=dtype)
