"""How do the keys of published weights differ from the names of the layers they belong to?"""

from __future__ import annotations

import re
from typing import Final

# The published files of DenseNet spell "norm.1" what the network calls "norm1".
_OLD_DENSE_NAME: Final = re.compile(r"(denselayer\d+\.(?:norm|relu|conv))\.([12]\.)")
_SIDE_EXITS: Final = ("aux1.", "aux2.", "AuxLogits.", "aux_classifier.")


def respelled(key: str) -> str:
    """The key as the network of today calls it."""
    return _OLD_DENSE_NAME.sub(r"\1\2", key)


def of_side_exit(key: str) -> bool:
    """Whether a key belongs to a classifier beside the network, which is used in training alone."""
    return key.startswith(_SIDE_EXITS)
