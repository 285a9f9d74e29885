"""How does one call a layer without the ceremony? The commonest layers of torch.nn as one call of torch each.

`Conv2d.forward` and its like pass through several Python functions before the arithmetic starts. Recording a small
network costs time too, and this wins most of it back. A shortcut gives the very numbers that `forward` would give, with
the layer's weights and settings as they are now; where it cannot, it calls `forward`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn

Forward = Callable[..., Any]
MAPS = 4  # the number of axes of [B, C, H, W]
WORTH_TURNING = 8  # channels; with fewer, turning them takes longer than it saves
EVALUATION = (False, 0.0)  # not training, so that the running statistics stay as they are


def shortcut(module: nn.Module) -> Forward:
    """A function that computes what `module.forward` computes, from the same arguments."""
    return SHORTCUTS.get(type(module), _as_it_is)(module, module.forward)


def _as_it_is(_: nn.Module, forward: Forward) -> Forward:
    return forward


def _convolution(module: nn.Module, forward: Forward) -> Forward:
    weights = module._parameters  # noqa: SLF001 - reading `module.weight` takes as long as the rest of the call
    own = module.__dict__

    def convolution(*args: Any, **kwargs: Any) -> Any:
        plain = type(module) is nn.Conv2d and own["padding_mode"] == "zeros"
        if not plain or len(args) != 1 or "weight" not in weights or "bias" not in weights:  # a hook makes them anew
            return forward(*args, **kwargs)
        stride, padding, dilation, groups = own["stride"], own["padding"], own["dilation"], own["groups"]
        return torch.conv2d(args[0], weights["weight"], weights["bias"], stride, padding, dilation, groups)

    return convolution


def _batch_norm(module: nn.Module, forward: Forward) -> Forward:
    weights, statistics, own = module._parameters, module._buffers, module.__dict__  # noqa: SLF001 - as above

    def batch_norm(*args: Any, **kwargs: Any) -> Any:
        mean = statistics["running_mean"]
        plain = type(module) is nn.BatchNorm2d and "weight" in weights and "bias" in weights  # else a hook makes them
        if not plain or own["training"] or mean is None or not _is_maps(args):
            return forward(*args, **kwargs)
        gamma, beta, variance = weights["weight"], weights["bias"], statistics["running_var"]
        means, eps = (mean, variance), own["eps"]
        return torch.batch_norm(args[0], gamma, beta, *means, *EVALUATION, eps, torch.backends.cudnn.enabled)

    return batch_norm


def _is_maps(args: tuple[Any, ...]) -> bool:
    return len(args) == 1 and isinstance(args[0], Tensor) and args[0].dim() == MAPS


def _relu(module: nn.Module, forward: Forward) -> Forward:
    own = module.__dict__

    def relu(*args: Any, **kwargs: Any) -> Any:
        if type(module) is not nn.ReLU or own["inplace"] or len(args) != 1:
            return forward(*args, **kwargs)
        return torch.relu(args[0])

    return relu


def _max_pool(module: nn.Module, forward: Forward) -> Forward:
    own = module.__dict__

    def max_pool(*args: Any, **kwargs: Any) -> Any:
        plain = type(module) is nn.MaxPool2d and not own["return_indices"] and not torch.is_grad_enabled()
        if not plain or not _is_maps(args) or args[0].shape[1] < WORTH_TURNING or not args[0].is_contiguous():
            return forward(*args, **kwargs)
        # With the channels last torch compares many of them at once: the same maxima in a quarter of the time.
        turned = args[0].contiguous(memory_format=torch.channels_last)
        size, stride, padding = own["kernel_size"], own["stride"], own["padding"]
        return torch.max_pool2d(turned, size, stride, padding, own["dilation"], own["ceil_mode"]).contiguous()

    return max_pool


SHORTCUTS: dict[type[nn.Module], Callable[[nn.Module, Forward], Forward]] = {
    nn.Conv2d: _convolution,
    nn.BatchNorm2d: _batch_norm,
    nn.ReLU: _relu,
    nn.MaxPool2d: _max_pool,
}
