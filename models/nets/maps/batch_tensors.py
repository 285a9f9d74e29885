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
from torch.nn.modules.batchnorm import _BatchNorm

from models.nets.capture.linking import INPUT
from models.nets.network import Network
from models.records.batch_norm import BatchNorm, Place

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
    """Calls back for every convolution's output and every batch norm's input as maps; all is taken away again."""

    def after(path: str) -> Callable[[nn.Module, Any, Tensor], None]:
        return lambda _module, _inputs, output: convolved(path, output)

    def before(path: str) -> Callable[[nn.Module, tuple[Tensor, ...]], None]:
        return lambda _module, inputs: normalizes(path, inputs[0] if inputs[0].dim() == MAPS else as_maps(inputs[0]))

    handles = []
    with network.lock, torch.inference_mode():
        try:
            for path, module in network.module.named_modules():
                if isinstance(module, nn.Conv2d):
                    handles.append(module.register_forward_hook(after(path)))
                elif normalizes_batches(module):
                    handles.append(module.register_forward_pre_hook(before(path)))
            yield
        finally:
            for handle in handles:
                handle.remove()


def normalizes_batches(module: nn.Module) -> bool:
    """Whether a layer is a batch norm, of whatever dimension and however it is set; torchvision's frozen one too."""
    frozen = type(module).__name__ == "FrozenBatchNorm2d" and hasattr(module, "running_mean")
    return frozen or isinstance(module, _BatchNorm)


def as_maps(tensor: Tensor) -> Tensor:
    """What a batch norm reads as maps [B, C, rows, columns]: a feature as one value, a line as one row."""
    if tensor.dim() < MAPS:
        return tensor.reshape(*tensor.shape[:2], 1, -1)
    return tensor.flatten(2, -2) if tensor.dim() > MAPS else tensor


def batch_norm(network: Network, layer: str) -> BatchNorm:
    """The batch norm layer at a path. Raises ValueError where there is none.

    Without γ and β they are 1 and 0, for that is what it computes with. It has running statistics where it would use
    them at inference, whatever its settings say: where they are there.
    """
    module: Any = dict(network.module.named_modules()).get(layer)
    if module is None or not normalizes_batches(module):
        raise ValueError(f"layer is {layer!r}, but must be a BatchNorm2d or another batch norm")
    kept = {name: getattr(module, name) for name in ("running_mean", "running_var")}
    size = module.num_features if isinstance(module, _BatchNorm) else len(module.weight)
    with network.lock:
        gamma = torch.ones(size) if module.weight is None else module.weight
        beta = torch.zeros(size) if module.bias is None else module.bias
        line = {"gamma": _copied(gamma), "beta": _copied(beta)}
        running = {name: _copied(values) for name, values in kept.items() if values is not None}
    momentum = getattr(module, "momentum", 0.0)  # a frozen one never takes a step
    return BatchNorm(
        layer,
        **line,
        **running,
        eps=float(module.eps),
        momentum=None if momentum is None else float(momentum),
        affine=module.weight is not None and module.bias is not None,
        tracked=int(getattr(module, "num_batches_tracked", None) or 0),
    )


def _copied(values: Tensor) -> Float32[np.ndarray, " channels"]:
    return _frozen(values.detach().clone())


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
