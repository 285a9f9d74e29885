"""What do the numbers mean that a network answers with: logits or probabilities, of one class in several or of each?

Outputs [..., output]; probabilities [..., answer]. There are as many answers as outputs, but two of a single output
that decides between no and yes. Everything worked out is float64.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

import numpy as np
from jaxtyping import Float, Real

from models.ops.activation import sigmoid
from models.ops.softmax import softmax

Kind = Literal[
    "logits",
    "probabilities",
    "log_probabilities",
    "independent_logits",
    "independent_probabilities",
    "independent_log_probabilities",
    "numbers",
]
Ending = Literal["softmax", "sigmoid", "none"]
Scale = Literal["logit", "probability", "log", "number"]

SCALES: Final = MappingProxyType[Kind, Scale](
    {
        "logits": "logit",
        "probabilities": "probability",
        "log_probabilities": "log",
        "independent_logits": "logit",
        "independent_probabilities": "probability",
        "independent_log_probabilities": "log",
        "numbers": "number",
    }
)
EXCLUSIVE: Final[tuple[Kind, ...]] = ("logits", "probabilities", "log_probabilities")
KINDS: Final = tuple(SCALES)


@dataclass(frozen=True)
class Meaning:
    """What `outputs` numbers mean.

    >>> Meaning("logits", outputs=3).ending, Meaning("independent_logits", outputs=3).ending
    ('softmax', 'sigmoid')
    >>> one = Meaning("logits", outputs=1)
    >>> one.kind, one.answers, one.of_outputs(["no", "yes"]), one.probabilities(np.array([0.0])).tolist()
    ('independent_logits', 2, ('yes',), [0.5, 0.5])

    `kind`: "logits", "probabilities" or "log_probabilities" of classes of which one is right, so that a softmax makes,
    or has made, them add up to 1; the same as "independent_…", each class by itself, through a sigmoid; or "numbers",
    which are no classes at all. A softmax over a single output would always be 1: there it counts as independent.
    """

    kind: Kind
    outputs: int

    def __post_init__(self) -> None:
        if self.outputs < 1:
            raise ValueError(f"outputs are {self.outputs}, but must be at least 1")
        if self.outputs == 1 and self.kind in EXCLUSIVE:
            # How a frozen dataclass settles a field of its own.
            object.__setattr__(self, "kind", f"independent_{self.kind}")

    @property
    def scale(self) -> Scale:
        """What one output is."""
        return SCALES[self.kind]

    @property
    def classes(self) -> bool:
        """Whether the answers are classes, which have probabilities."""
        return self.kind != "numbers"

    @property
    def binary(self) -> bool:
        """Whether a single output decides between two answers, no and yes."""
        return self.classes and self.outputs == 1

    @property
    def exclusive(self) -> bool:
        """Whether one answer is right and no other, so that the probabilities add up to 1."""
        return self.binary or self.kind in EXCLUSIVE

    @property
    def answers(self) -> int:
        """How many answers there are."""
        return 2 if self.binary else self.outputs

    @property
    def ending(self) -> Ending:
        """What makes probabilities of the answers' logits; of a single one, beside the 0 of no, a softmax too."""
        return "none" if not self.classes else "softmax" if self.exclusive else "sigmoid"

    def of_outputs(self, labels: Sequence[str]) -> tuple[str, ...]:
        """The labels of the outputs among those of the answers: of two answers by a single output that of yes."""
        return tuple(labels[1:] if self.binary else labels)

    def probabilities(self, outputs: Real[np.ndarray, "*batch outputs"]) -> Float[np.ndarray, "*batch answers"]:
        """The probability of every answer; of a single output first that of no. Raises ValueError for numbers."""
        self._check(outputs)
        values = np.asarray(outputs, dtype=np.float64)
        if self.scale == "logit":
            found = softmax(values) if self.kind == "logits" else sigmoid(values)
        else:
            found = np.exp(values) if self.scale == "log" else values
        # The answer no comes first, so that yes is number 1.
        return np.concatenate([1 - found, found], axis=-1) if self.binary else found

    def _check(self, outputs: Real[np.ndarray, "*batch outputs"]) -> None:
        if not self.classes:
            raise ValueError("kind is 'numbers', which have no probabilities")
        if outputs.shape[-1:] != (self.outputs,):
            raise ValueError(
                f"outputs have the shape {list(outputs.shape)}, but must be {self.outputs} on the last axis"
            )
