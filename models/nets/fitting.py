"""Does a module of somebody's own take pictures and answer with classes, and if not, what is lacking?"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from jaxtyping import Float32
from torch import nn

from models.nets.network import Network, frozen
from models.nets.outline import input_channels

GREY = (0.299, 0.587, 0.114)  # the share of red, green and blue in the brightness (ITU-R BT.601), as in Pillow
COLOURS = 3


@dataclass(frozen=True)
class Scaling:
    """Brings pictures [B, 3, rows, columns] in 0…1 to as many channels as there are means, less mean, over deviation.

    One channel: the brightness.
    """

    mean: tuple[float, ...]
    deviation: tuple[float, ...]

    def __call__(
        self, pictures: Float32[torch.Tensor, "batch 3 rows columns"]
    ) -> Float32[torch.Tensor, "batch channels rows columns"]:
        """The pictures as the network wants them."""
        if len(self.mean) == 1:
            pictures = (pictures * torch.tensor(GREY).view(3, 1, 1)).sum(1, keepdim=True)
        mean, deviation = (torch.tensor(values).view(-1, 1, 1) for values in (self.mean, self.deviation))
        return (pictures - mean) / deviation


class Averaged(nn.Module):
    """A network that answers with maps [B, C, H, W], and the mean of each map behind it."""

    def __init__(self, features: nn.Module) -> None:
        super().__init__()
        self.features = features
        self.average = nn.AdaptiveAvgPool2d(1)
        self.flatten = nn.Flatten()

    def forward(self, batch: torch.Tensor) -> torch.Tensor:
        """One number for each map, [B, C]."""
        means: torch.Tensor = self.flatten(self.average(self.features(batch)))
        return means


def fit(
    name: str,
    module: nn.Module,
    input_size: tuple[int, int],
    scale: tuple[tuple[float, ...], ...],
    labels: tuple[str, ...],
    source: str,
) -> Network:
    """The module as a network, tried with one empty picture. `scale`: mean and deviation of each channel.

    Where it answers with maps, the mean of each map is taken, and `source` says so. Raises ValueError with the reason.
    """
    module = frozen(module.cpu().float())
    channels = input_channels(module)
    if channels not in (1, COLOURS):
        raise ValueError(f"its first convolution takes {channels} channels, but pictures have 3, or 1 in grey")
    shape = _answer(module, channels, input_size)
    if len(shape) == 4:  # noqa: PLR2004 - batch, channels, rows, columns
        module = frozen(Averaged(module))
        source += f" It answers with maps ({shape[1]} of {shape[2]} × {shape[3]}): the mean of each counts as a class."
    elif len(shape) != 2:  # noqa: PLR2004 - batch, classes
        raise ValueError(f"it answers [{', '.join(map(str, shape))}] for one picture, but must answer [1, classes]")
    words = labels or tuple(f"class {number}" for number in range(shape[1]))
    if len(words) != shape[1]:
        raise ValueError(f"it has {shape[1]} outputs, but {len(words)} labels")
    mean, deviation = (_of_each(values, channels) for values in scale)
    return Network(name, module, words, input_size, source, "trained", Scaling(mean, deviation))


def _answer(module: nn.Module, channels: int, input_size: tuple[int, int]) -> tuple[int, ...]:
    """The shape of its answer to one empty picture."""
    try:
        with torch.inference_mode():
            answer = module(torch.zeros(1, channels, *input_size))
    except Exception as error:
        rows, columns = input_size
        reason = (str(error).strip().splitlines() or [type(error).__name__])[0][:200].rstrip(".")
        raise ValueError(f"a picture of {rows} × {columns} pixels makes it fail: {reason}") from error
    if not isinstance(answer, torch.Tensor):
        told = f"it answers with {type(answer).__name__}, but must answer with one tensor, [1, classes]"
        raise ValueError(told)  # noqa: TRY004 - as the other reasons
    return tuple(answer.shape)


def _of_each(values: tuple[float, ...], channels: int) -> tuple[float, ...]:
    if len(values) == channels:
        return values
    if len(set(values)) == 1:
        return values[:1] * channels
    raise ValueError(f"it takes {channels} channels, but mean or std has {len(values)} numbers")
