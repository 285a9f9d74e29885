"""How are pictures prepared for somebody's network: size, and mean and deviation of each colour?"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import torch
from jaxtyping import Float32

from models.nets.bundled import cifar10, imagenette
from models.nets.entries import by_name

SMALLEST, LARGEST = 32, 600  # pixels a side

Colours = tuple[float, float, float]
Channels = tuple[float, ...]

PRESETS: Final = MappingProxyType(
    {
        "imagenet": ((0.485, 0.456, 0.406), (0.229, 0.224, 0.225)),
        "zero_one": ((0.0, 0.0, 0.0), (1.0, 1.0, 1.0)),
        "minus_one": ((0.5, 0.5, 0.5), (0.5, 0.5, 0.5)),
        "cifar10": (cifar10.MEAN, cifar10.DEVIATION),
        "imagenette": (imagenette.MEAN, imagenette.DEVIATION),
    }
)
# With their published weights, torchvision's networks of that name bring ImageNet's scale to −1…1 by themselves.
RESCALED: Final = ("googlenet", "inception_v3")


@dataclass(frozen=True)
class Scaling:
    """`mean`, `deviation`: of red, green, blue, or of the brightness, in units of 0…1. Called, it scales pictures."""

    mean: Channels
    deviation: Channels

    def __post_init__(self) -> None:
        if not all(abs(value) <= 1_000 for value in self.mean):  # noqa: PLR2004 - far beyond any unit
            raise ValueError(f"mean must be numbers from -1000 to 1000, got {self.mean}")
        if not all(1e-6 <= value <= 1e6 for value in self.deviation):  # noqa: PLR2004 - as above
            raise ValueError(f"deviation must be positive numbers, got {self.deviation}")

    def __call__(
        self, pictures: Float32[torch.Tensor, "batch channels rows columns"]
    ) -> Float32[torch.Tensor, "batch channels rows columns"]:
        """Pictures in 0…1, each channel less its mean, over its deviation: what the first layer wants."""
        mean, deviation = (torch.tensor(values).view(-1, 1, 1) for values in (self.mean, self.deviation))
        return (pictures - mean) / deviation


@dataclass(frozen=True)
class Preparing:
    """`size`: pixels a side. `mean`, `deviation`: as in `Scaling`; called with pictures, it scales them so."""

    size: int
    mean: Channels
    deviation: Channels

    def __post_init__(self) -> None:
        if not SMALLEST <= self.size <= LARGEST:
            raise ValueError(f"size must be from {SMALLEST} to {LARGEST} pixels, got {self.size}")
        Scaling(self.mean, self.deviation)  # raises for what is out of bounds

    def __call__(
        self, pictures: Float32[torch.Tensor, "batch channels rows columns"]
    ) -> Float32[torch.Tensor, "batch channels rows columns"]:
        """The pictures scaled."""
        return Scaling(self.mean, self.deviation)(pictures)

    def grey(self) -> Preparing:
        """The same for the brightness alone: by the means of what is given for the colours."""
        mean, deviation = (round(sum(values) / len(values), 6) for values in (self.mean, self.deviation))
        return Preparing(self.size, (mean,), (deviation,))

    @classmethod
    def usual(cls, name: str) -> Preparing:
        """What an architecture of the catalogue is usually trained with."""
        return cls(by_name()[name].input_size[0], *PRESETS[usual_preset(name)])


def usual_preset(name: str) -> str:
    """The key among `PRESETS` of what an architecture is usually trained with."""
    if name in RESCALED:
        return "minus_one"
    return name if name in PRESETS else "imagenet"
