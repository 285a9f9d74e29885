"""The bundled teaching network: small enough to read layer by layer, good enough to be worth reading.

Three stages of convolution, batch norm and ReLU, each done twice; max-pooling between the stages halves rows and
columns; the mean of every last map goes into one linear layer. Input [B, 3, 32, 32], output [B, 10].
"""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

import torch
from torch import nn

LABELS = ("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck")
WIDTHS = (48, 96, 192)
WEIGHTS = Path(__file__).parent / "cifar10.safetensors"

# Of the 50,000 training pictures (JPEG copies), red, green, blue, in units of 0…1.
MEAN = (0.4913, 0.4821, 0.4465)
DEVIATION = (0.2452, 0.2428, 0.2606)


def stage(channels_in: int, channels: int) -> nn.Sequential:
    """Twice convolution (3x3, padding 1, no bias: batch norm brings its own), batch norm, ReLU."""
    layers: OrderedDict[str, nn.Module] = OrderedDict()
    for number, fan_in in ((1, channels_in), (2, channels)):
        layers[f"conv{number}"] = nn.Conv2d(fan_in, channels, 3, padding=1, bias=False)
        layers[f"bn{number}"] = nn.BatchNorm2d(channels)
        layers[f"relu{number}"] = nn.ReLU()
    return nn.Sequential(layers)


def normalize(pictures: torch.Tensor) -> torch.Tensor:
    """Pictures [B, 3, rows, columns] in 0…1, each colour less its training mean, over its training deviation."""
    mean, deviation = (torch.tensor(values).view(3, 1, 1) for values in (MEAN, DEVIATION))
    return (pictures - mean) / deviation


class Cifar10(nn.Module):
    """[B, 3, 32, 32] normalised pictures to [B, 10] logits, one for each of `LABELS`."""

    def __init__(self, widths: tuple[int, int, int] = WIDTHS) -> None:
        super().__init__()
        self.stage1 = stage(3, widths[0])
        self.pool1 = nn.MaxPool2d(2)
        self.stage2 = stage(widths[0], widths[1])
        self.pool2 = nn.MaxPool2d(2)
        self.stage3 = stage(widths[1], widths[2])
        self.average = nn.AdaptiveAvgPool2d(1)
        self.flatten = nn.Flatten()
        self.linear = nn.Linear(widths[2], len(LABELS))

    def forward(self, batch: torch.Tensor) -> torch.Tensor:
        """Logits [B, 10] of a batch [B, 3, 32, 32]."""
        maps = self.stage3(self.pool2(self.stage2(self.pool1(self.stage1(batch)))))
        logits: torch.Tensor = self.linear(self.flatten(self.average(maps)))
        return logits
