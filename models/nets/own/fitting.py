"""Does a module of somebody's own take pictures and answer with classes, and if not, what is lacking?"""

from __future__ import annotations

from typing import Literal

import torch
from torch import nn

from models.nets.answers.meaning import found_out
from models.nets.capture.outputs import Answering, first_tensor, told
from models.nets.network import Network, frozen
from models.nets.own.dry_pass import has_lazy_layers, tried
from models.nets.own.naming import named
from models.nets.own.preparing import Channels, Scaling
from models.ops.meaning import Kind, Meaning

COLOURS = 3


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
    kind: Kind | None = None,
) -> Network:
    """The module as a network, tried with one empty picture. `scale`: mean and deviation of each channel.

    `kind`: what its outputs are, found out where it isn't told. Where it answers with maps, the mean of each map is
    taken, and `source` says so. Raises ValueError with the reason.
    """
    lazy = has_lazy_layers(module)
    channels, answer = tried(module.cpu().float().eval(), input_size)
    module = frozen(module)  # only now: lazy layers can't be asked for it before
    if not isinstance(answer, torch.Tensor):
        module = frozen(Answering(module))
        source += f" {told(answer)}"
    shape = tuple(first_tensor(answer).shape)
    if channels not in (1, COLOURS):
        raise ValueError(f"it takes {channels} channels, but pictures have 3, or 1 in grey")
    if channels == 1:
        source += " It takes one channel: the picture's brightness."
    if lazy:
        source += " Its lazy layers had no weights yet: theirs are random."
    if len(shape) == 4:  # noqa: PLR2004 - batch, channels, rows, columns
        module = frozen(Averaged(module))
        source += f" It answers with maps ({shape[1]} of {shape[2]} × {shape[3]}): the mean of each counts as a class."
    elif len(shape) != 2:  # noqa: PLR2004 - batch, classes
        raise ValueError(f"it answers [{', '.join(map(str, shape))}] for one picture, but must answer [1, classes]")
    image = (channels, *input_size)
    meaning = Meaning(kind, shape[1]) if kind else found_out(module, image, len(labels))
    words = named(labels, meaning, "class" if meaning.classes else "output")
    mean, deviation = (_of_each(values, channels) for values in scale)
    weights: Literal["trained", "random"] = "random" if lazy else "trained"
    return Network(name, module, words, input_size, source, weights, Scaling(mean, deviation), channels, meaning)


def _of_each(values: tuple[float, ...], channels: int) -> Channels:
    """One number for each channel; one that holds for all may be given once, or as often as there are colours."""
    if len(values) not in (1, channels) and len(set(values)) > 1:
        raise ValueError(f"it takes {channels} channels, but mean or std has {len(values)} numbers")
    return values if len(values) == channels else values[:1] * channels
