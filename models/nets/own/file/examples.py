"""Files to try an upload with, for those who have none at hand: our own `cifar10` as people save their networks."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import torch
from safetensors.torch import load_file, save

from models.nets.bundled import cifar10

NAMES: Final = ("whole", "three", "broken")
THREE: Final = ("cat", "dog", "ship")


@lru_cache(maxsize=len(NAMES))
def example(name: str) -> bytes:
    """The bytes of a .safetensors file.

    "whole": cifar10's weights. "three": cut to the classes of `THREE`, in half precision, every key behind "module.",
    as a network trained on several cards is saved. "broken": one layer missing, another of a wrong shape. Raises
    ValueError for another name.
    """
    if name not in NAMES:
        raise ValueError(f"name must be one of {NAMES}, got {name!r}")
    state = load_file(cifar10.WEIGHTS)
    if name == "three":
        state = {f"module.{key}": values for key, values in _half(_three(state)).items()}
    if name == "broken":
        del state["stage2.conv2.weight"]
        state["stage1.conv2.weight"] = state["stage1.conv2.weight"][:, :1].contiguous()
    data: bytes = save(state)
    return data


def _three(state: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    rows = [cifar10.LABELS.index(label) for label in THREE]
    return state | {key: state[key][rows].contiguous() for key in ("linear.weight", "linear.bias")}


def _half(state: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    return {key: values.half() if values.is_floating_point() else values for key, values in state.items()}
