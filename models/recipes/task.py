"""What is a network trained on, and what does it answer?

Pictures are [N, 3, R, C] uint8, labels [N] int64 in the order of the network's words.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image
from safetensors.torch import load_file
from torch import nn
from tqdm import tqdm


@dataclass(frozen=True)
class Task:
    """What is trained on what.

    `folders`: those of the classes in the archive, in the order of `labels`. `test`: the split that only `--check`
    opens, and what to call its pictures. `vary(pictures, cycle, generator)`: uint8 pictures as they are shown in
    training, float in 0…255. `normalize`: from pictures in 0…1 to the network's input. `read`: the network's state from
    the file `weights`.
    """

    name: str
    data: str
    archive: str
    folders: tuple[str, ...]
    labels: tuple[str, ...]
    test: tuple[str, str]
    weights: Path
    network: Callable[[], nn.Module]
    vary: Callable[[torch.Tensor, Any, torch.Generator], torch.Tensor]
    normalize: Callable[[torch.Tensor], torch.Tensor]
    read: Callable[[Path], dict[str, torch.Tensor]] = load_file

    @property
    def command(self) -> str:
        """What makes the weights."""
        return f"python -m models.recipes.{self.name} --data {self.archive}"


def read_pictures(task: Task, archive: Path, split: str) -> tuple[torch.Tensor, torch.Tensor]:
    """All pictures and labels of a split in the archive, SPLIT/FOLDER/NAME."""
    pictures, labels = [], []
    with zipfile.ZipFile(archive) as opened:
        members = sorted(name for name in opened.namelist() if name.startswith(f"{split}/") and not name.endswith("/"))
        for name in tqdm(members, desc=f"decoding {split}", unit=" pictures", mininterval=1):
            with Image.open(io.BytesIO(opened.read(name)), formats=["JPEG", "WEBP"]) as picture:
                pictures.append(np.asarray(picture.convert("RGB")))
            labels.append(task.folders.index(name.split("/")[1]))
    stacked = torch.from_numpy(np.stack(pictures)).permute(0, 3, 1, 2).contiguous()
    return stacked, torch.tensor(labels)


def as_input(task: Task, pictures: torch.Tensor) -> torch.Tensor:
    """Pictures [B, 3, R, C] in 0…255 to the network's input, laid out for fast convolutions."""
    return task.normalize(pictures.float() / 255).to(memory_format=torch.channels_last)


@torch.inference_mode()
def answers(task: Task, network: nn.Module, pictures: torch.Tensor) -> torch.Tensor:
    """The network's logits for each picture, [N, classes], in evaluation mode, in which it stays."""
    network.eval()
    return torch.cat([network(as_input(task, batch)) for batch in pictures.split(500)])


def predictions(task: Task, network: nn.Module, pictures: torch.Tensor) -> torch.Tensor:
    """The class the network chooses for each picture, [N]."""
    return answers(task, network, pictures).argmax(1)
