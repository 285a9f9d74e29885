"""What stands at one place of a network for a whole batch? Its input, a convolution's output, a batch norm's input.

Tensors are named "input", by the convolution that makes them ("stage1.conv1"), or by the batch norm that reads them
("bn:stage1.bn1"). Values [B, C, H, W]. The pass ends where the tensor has been seen: the layers behind it don't run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np
import torch
from jaxtyping import Float32
from PIL import Image
from torch import Tensor, nn

from models.nets.linking import INPUT
from models.nets.network import Network
from models.ops.batch_layers import BatchNorm, Place

READ_BY = "bn:"
AT_ONCE = 16  # pictures that go through the network together: the layers before hold all of them in memory
MAPS = 4  # axes of maps


class _Seen(Exception):  # noqa: N818, not an error: the way out of a forward pass
    """What was looked for has been seen."""


def places(network: Network) -> tuple[Place, ...]:
    """The network's tensors in order of execution: its input, outputs of convolutions, inputs of batch norms."""
    rows, columns = network.input_size
    found = {INPUT: Place(INPUT, (network.channels, rows, columns), None)}
    made: dict[int, tuple[str, Tensor]] = {}  # the tensors themselves too, so that no id is given twice

    def note(name: str, tensor: Tensor, layer: str | None) -> None:
        if tensor.dim() == MAPS and name not in found:
            _, channels, height, width = tensor.shape
            found[name] = Place(name, (channels, height, width), layer)

    def convolved(path: str, output: Tensor) -> None:
        note(path, output, None)
        made[id(output)] = path, output

    def normalizes(path: str, tensor: Tensor) -> None:
        before, _ = made.get(id(tensor), (None, None))
        if before is not None:
            found[before] = Place(before, found[before].shape, path)
        note(READ_BY + path, tensor, path)

    with _watched(network, convolved, normalizes):
        network.module(torch.zeros(1, network.channels, rows, columns))
    return tuple(found.values())


@contextmanager
def _watched(
    network: Network, convolved: Callable[[str, Tensor], None], normalizes: Callable[[str, Tensor], None]
) -> Iterator[None]:
    """Calls back for every convolution's output and every usable batch norm's input; all is taken away again."""

    def after(path: str) -> Callable[[nn.Module, Any, Tensor], None]:
        return lambda _module, _inputs, output: convolved(path, output)

    def before(path: str) -> Callable[[nn.Module, tuple[Tensor, ...]], None]:
        return lambda _module, inputs: normalizes(path, inputs[0])

    handles = []
    with network.lock, torch.inference_mode():
        try:
            for path, module in network.module.named_modules():
                if isinstance(module, nn.Conv2d):
                    handles.append(module.register_forward_hook(after(path)))
                elif _usable(module):
                    handles.append(module.register_forward_pre_hook(before(path)))
            yield
        finally:
            for handle in handles:
                handle.remove()


def _usable(module: nn.Module) -> bool:
    """Whether a layer is a batch norm that has everything a batch norm has by default."""
    return (
        isinstance(module, nn.BatchNorm2d)
        and module.affine
        and module.running_mean is not None
        and module.momentum is not None
    )


def batch_norm(network: Network, layer: str) -> BatchNorm:
    """The batch norm layer at a path. Raises ValueError where there is none, or none with running statistics."""
    module: Any = dict(network.module.named_modules()).get(layer)
    if module is None or not _usable(module):
        raise ValueError(f"layer is {layer!r}, but must be a BatchNorm2d with γ, β and running statistics")
    kept = {"running_mean": module.running_mean, "running_var": module.running_var}
    kept |= {"gamma": module.weight, "beta": module.bias}
    with network.lock:
        arrays = {name: _frozen(tensor.detach().clone()) for name, tensor in kept.items()}
    return BatchNorm(layer, **arrays, eps=float(module.eps), momentum=float(module.momentum))


def tensor_of(
    network: Network, images: Sequence[Image.Image], name: str
) -> Float32[np.ndarray, "batch channels rows columns"]:
    """The tensor of that name for all images, read-only. Raises ValueError for one that the network doesn't have."""
    if not images:
        raise ValueError("images are none, but must be at least one")
    starts = range(0, len(images), AT_ONCE)
    parts = [_part(network, images[start : start + AT_ONCE], name) for start in starts]
    return _frozen(torch.cat(parts))


def _part(network: Network, images: Sequence[Image.Image], name: str) -> Tensor:
    batch = torch.cat([network.prepare(image) for image in images])
    if name == INPUT:
        return batch
    path, reading = name.removeprefix(READ_BY), name.startswith(READ_BY)
    seen: list[Tensor] = []

    def look(at: str, tensor: Tensor) -> None:
        if at == path:
            seen.append(tensor.clone())
            raise _Seen

    def ignore(_at: str, _tensor: Tensor) -> None:
        return

    try:
        with _watched(network, *((ignore, look) if reading else (look, ignore))):
            network.module(batch)
    except _Seen:
        return seen[0]
    raise ValueError(f"name is {name!r}, but must be a tensor that {network.name} makes of a batch")


def _frozen(tensor: Tensor) -> Float32[np.ndarray, "..."]:
    values: np.ndarray = tensor.float().cpu().contiguous().numpy()
    values.flags.writeable = False
    return values
