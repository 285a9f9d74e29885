"""Which architectures can a visitor's weights be, and how is one built to take them?"""

from __future__ import annotations

from typing import Any, Final

import torch
from torch import nn
from torch.overrides import TorchFunctionMode

from models.nets.bundled import cifar10, imagenette
from models.nets.entries import ENTRIES

OURS: Final = {"cifar10": cifar10.Cifar10, "imagenette": imagenette.Imagenette}
NAMES: Final = tuple(entry.name for entry in ENTRIES)


class Hollow(TorchFunctionMode):
    """Weights get a shape and no memory: a large network is built in a tenth of a second.

    Not `torch.device("meta")`, under which RegNet can't work out its own widths.
    """

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        """Every call of torch; only the empty tensors that become weights are made hollow."""
        del types
        hollow = {"device": "meta"} if func is torch.empty else {}
        return func(*args, **{**(kwargs or {}), **hollow})


def build(name: str, classes: int | None = None) -> nn.Module:
    """The architecture with weights that have no values yet, and so many classes; without side exits."""
    if name not in NAMES:
        raise ValueError(f"name is {name!r}, but must be one of the {len(NAMES)} networks of the catalogue")
    with Hollow():
        if name in OURS:
            return _ours(name, classes)
        from models.nets.weights import published  # noqa: PLC0415 - takes a second that a network of ours doesn't need

        module = published.build(name, classes)
    if hasattr(module, "AuxLogits"):
        module.aux_logits, module.AuxLogits = False, None
    return module


def _ours(name: str, classes: int | None) -> nn.Module:
    module: nn.Module = OURS[name]()
    if classes is not None:
        module.linear = nn.Linear(module.linear.in_features, classes)
    return module


def known_labels(name: str) -> tuple[str, ...]:
    """The classes of the weights that the architecture is known for."""
    if name in OURS:
        return {"cifar10": cifar10.LABELS, "imagenette": imagenette.LABELS}[name]
    from torchvision.models import get_model_weights  # noqa: PLC0415 - as above

    return tuple(get_model_weights(name).DEFAULT.meta["categories"])
