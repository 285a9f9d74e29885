"""The bundled network for photographs: a small residual network, trained on ten classes of ImageNet.

A 7x7 convolution of stride 2 and a max-pooling bring 128x128 pixels down to 32x32 cells; three stages of two residual
blocks follow (He et al. 2016), each further stage at half the rows and columns; the mean of every last map goes into
one linear layer. Where a block halves its maps, its shortcut takes means of 2x2 cells before it changes the channels,
so that it leaves no value out (He et al. 2019, ResNet-D). Input [B, 3, 128, 128], output [B, 10].
"""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

import torch
from torch import nn

# The class folders of Imagenette in order, and what people call them.
FOLDERS = {
    "n01440764": "tench",
    "n02102040": "English springer",
    "n02979186": "cassette player",
    "n03000684": "chain saw",
    "n03028079": "church",
    "n03394916": "French horn",
    "n03417042": "garbage truck",
    "n03425413": "gas pump",
    "n03445777": "golf ball",
    "n03888257": "parachute",
}
LABELS = tuple(FOLDERS.values())
STEM, WIDTHS = 32, (64, 96, 160)
WEIGHTS = Path(__file__).parent / "imagenette.safetensors"

# Of the 9,469 training photographs, red, green, blue, in units of 0…1.
MEAN = (0.4626, 0.4585, 0.4303)
DEVIATION = (0.2786, 0.2759, 0.2980)


class Block(nn.Module):
    """Two 3x3 convolutions whose result is added to what came in (He et al. 2016).

    [B, channels_in, H, W] to [B, channels, H / stride, W / stride].
    """

    def __init__(self, channels_in: int, channels: int, stride: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(channels_in, channels, 3, stride=stride, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(channels)
        self.relu1 = nn.ReLU()
        self.conv2 = nn.Conv2d(channels, channels, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.shortcut = nn.Identity() if channels_in == channels else shortcut(channels_in, channels, stride)
        self.relu2 = nn.ReLU()

    def forward(self, maps: torch.Tensor) -> torch.Tensor:
        """The maps of the branch added to those of the shortcut."""
        branch = self.bn2(self.conv2(self.relu1(self.bn1(self.conv1(maps)))))
        added: torch.Tensor = self.relu2(branch + self.shortcut(maps))
        return added


def shortcut(channels_in: int, channels: int, stride: int) -> nn.Sequential:
    """Brings maps to other channels, and to fewer cells by means of `stride` x `stride` of them."""
    layers: OrderedDict[str, nn.Module] = OrderedDict()
    if stride > 1:
        layers["pool"] = nn.AvgPool2d(stride)
    layers["conv"] = nn.Conv2d(channels_in, channels, 1, bias=False)
    layers["bn"] = nn.BatchNorm2d(channels)
    return nn.Sequential(layers)


def stage(channels_in: int, channels: int, stride: int) -> nn.Sequential:
    """Two residual blocks, the first of them with the stride."""
    blocks = {"block1": Block(channels_in, channels, stride), "block2": Block(channels, channels, 1)}
    return nn.Sequential(OrderedDict(blocks))


def stem(channels: int) -> nn.Sequential:
    """From colours to maps of a quarter of the rows and columns."""
    return nn.Sequential(
        OrderedDict(
            conv=nn.Conv2d(3, channels, 7, stride=2, padding=3, bias=False),
            bn=nn.BatchNorm2d(channels),
            relu=nn.ReLU(),
            pool=nn.MaxPool2d(3, stride=2, padding=1),
        )
    )


def normalize(pictures: torch.Tensor) -> torch.Tensor:
    """Pictures [B, 3, rows, columns] in 0…1, each colour less its training mean, over its training deviation."""
    mean, deviation = (torch.tensor(values).view(3, 1, 1) for values in (MEAN, DEVIATION))
    return (pictures - mean) / deviation


class Imagenette(nn.Module):
    """[B, 3, 128, 128] normalised photographs to [B, 10] logits, one for each of `LABELS`."""

    def __init__(self) -> None:
        super().__init__()
        self.stem = stem(STEM)
        self.stage1 = stage(STEM, WIDTHS[0], 1)
        self.stage2 = stage(WIDTHS[0], WIDTHS[1], 2)
        self.stage3 = stage(WIDTHS[1], WIDTHS[2], 2)
        self.average = nn.AdaptiveAvgPool2d(1)
        self.flatten = nn.Flatten()
        self.linear = nn.Linear(WIDTHS[2], len(LABELS))

    def forward(self, batch: torch.Tensor) -> torch.Tensor:
        """Logits [B, 10] of a batch [B, 3, 128, 128]."""
        maps = self.stage3(self.stage2(self.stage1(self.stem(batch))))
        logits: torch.Tensor = self.linear(self.flatten(self.average(maps)))
        return logits
