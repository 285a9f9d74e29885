"""How does a network end whose file has another head than the architecture, or none? Where its weights end."""

from __future__ import annotations

from collections.abc import Iterator

from torch import nn

POOLING = (nn.AdaptiveAvgPool2d, nn.Flatten, nn.Dropout)  # what brings the last maps to one number each


def units(module: nn.Module, path: str = "") -> Iterator[str]:
    """The paths of the layers and blocks that run one after the other, those without weights among them."""
    for name, part in module.named_children():
        if isinstance(part, nn.Sequential):
            yield from units(part, f"{path}{name}.")
        else:
            yield f"{path}{name}"


def last_layer(module: nn.Module) -> str:
    """The path of the layer that makes a number for each class: the last linear one or, in SqueezeNet, convolution."""
    return [name for name, layer in module.named_modules() if isinstance(layer, (nn.Linear, nn.Conv2d))][-1]


def end_before(module: nn.Module, key: str, *, means: bool) -> None:
    """Takes away the unit with the weights of that key, and all after it but what brings maps to one number each.

    `means`: whether of each of the last maps only the mean is left, also in a network that flattens 7 × 7 of them.
    """
    paths = list(units(module))
    first = next(number for number, path in enumerate(paths) if key.startswith(f"{path}."))
    for path in paths[first:]:
        if not isinstance(module.get_submodule(path), POOLING):
            module.set_submodule(path, nn.Identity())
    if means:
        for path in paths:
            if isinstance(module.get_submodule(path), nn.AdaptiveAvgPool2d):
                module.set_submodule(path, nn.AdaptiveAvgPool2d(1))


def take_channels(module: nn.Module, stem: str, channels: int) -> None:
    """Gives the first convolution, whose weights have the key `stem`, so many channels; its weights have no values."""
    path = stem.rpartition(".")[0]
    old = module.get_submodule(path)
    new = nn.Conv2d(
        channels, old.out_channels, old.kernel_size, old.stride, old.padding, old.dilation,
        bias=old.bias is not None, device="meta",
    )  # fmt: skip
    module.set_submodule(path, new)
