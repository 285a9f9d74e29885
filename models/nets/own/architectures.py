"""Which architectures can a visitor's weights be, and how is one built to take them?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import prod
from typing import Any, Final

import torch
from torch import nn
from torch.overrides import TorchFunctionMode

from models.nets import cifar10, imagenette
from models.nets.entries import ENTRIES
from models.nets.own.keys import matters

OURS: Final = {"cifar10": cifar10.Cifar10, "imagenette": imagenette.Imagenette}
NAMES: Final = tuple(entry.name for entry in ENTRIES)

Shape = tuple[int, ...]


@dataclass(frozen=True)
class Architecture:
    """The shapes of everything that counts in a state dict, by key; `head`: the last layer, which has the classes."""

    name: str
    shapes: dict[str, Shape]
    head: str

    @property
    def parameters(self) -> int:
        """How many numbers the state dict has."""
        return sum(prod(shape) for shape in self.shapes.values())

    def expected(self, classes: int) -> dict[str, Shape]:
        """The shapes with so many classes."""
        return {key: (classes, *shape[1:]) if self.of_head(key) else shape for key, shape in self.shapes.items()}

    def of_head(self, key: str) -> bool:
        """Whether a key belongs to the last layer."""
        return key.startswith(f"{self.head}.")


class Hollow(TorchFunctionMode):
    """Weights get a shape and no memory: a large network is built in a tenth of a second.

    Not `torch.device("meta")`, under which RegNet can't work out its own widths.
    """

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        """Every call of torch; only the empty tensors that become weights are made hollow."""
        del types
        hollow = {"device": "meta"} if func is torch.empty else {}
        return func(*args, **{**(kwargs or {}), **hollow})


@cache
def architecture(name: str) -> Architecture:
    """What the architecture of that name wants. Raises ValueError for an unknown one."""
    module = build(name)
    shapes = {key: tuple(values.shape) for key, values in module.state_dict().items() if matters(key)}
    return Architecture(name, shapes, last_layer(module))


def build(name: str, classes: int | None = None) -> nn.Module:
    """The architecture with weights that have no values yet, and so many classes; without side exits."""
    if name not in NAMES:
        raise ValueError(f"name is {name!r}, but must be one of the {len(NAMES)} networks of the catalogue")
    with Hollow():
        if name in OURS:
            return _ours(name, classes)
        from models.nets import published  # noqa: PLC0415 - takes a second that a network of ours doesn't need

        module = published.build(name, classes)
    if hasattr(module, "AuxLogits"):
        module.aux_logits, module.AuxLogits = False, None
    return module


def _ours(name: str, classes: int | None) -> nn.Module:
    module: nn.Module = OURS[name]()
    if classes is not None:
        module.linear = nn.Linear(module.linear.in_features, classes)
    return module


def last_layer(module: nn.Module) -> str:
    """The path of the layer that makes a number for each class: the last linear one or, in SqueezeNet, convolution."""
    return [name for name, layer in module.named_modules() if isinstance(layer, (nn.Linear, nn.Conv2d))][-1]


def known_labels(name: str) -> tuple[str, ...]:
    """The classes of the weights that the architecture is known for."""
    if name in OURS:
        return {"cifar10": cifar10.LABELS, "imagenette": imagenette.LABELS}[name]
    from torchvision.models import get_model_weights  # noqa: PLC0415 - as above

    return tuple(get_model_weights(name).DEFAULT.meta["categories"])
