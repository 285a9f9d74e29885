"""What does each kind of layer do to the pixels a unit sees? One rule for each kind; the arithmetic is `models.ops`'s.

A rule takes the fields of a layer's inputs and gives the field of its output. A kind without a rule is "unknown".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from models.ops.geometry import pair
from models.ops.receptive_field import PIXELS, Axis, after, span, union

Scope = Literal["exact", "whole image", "unknown"]
CIRCULAR = "its padding wraps around, so that units at one edge see pixels at the other"
FLAT = "each of its features belongs to another place of the maps before it; ask for those"


@dataclass(frozen=True)
class Field:
    """What the units of a layer see. `places`: (rows, columns) of its maps, (1, 1) where nothing of them is left.

    `flat`: its features still stand for places of maps; `rows` and `columns` are those of the maps.
    """

    rows: Axis
    columns: Axis
    places: tuple[int, int]
    image: tuple[int, int]
    scope: Scope = "exact"
    reason: str | None = None
    flat: bool = False


@dataclass(frozen=True)
class Made:
    """What a rule may know of a layer besides its inputs: its settings and what came out.

    `places`: (rows, columns) of the output, None of features. `channels_last`: it came out as [B, H, W, C].
    """

    settings: Mapping[str, Any]
    places: tuple[int, int] | None
    channels_last: bool


Rule = Callable[[list[Field], Made], Field]


def pixels(image: tuple[int, int]) -> Field:
    """The input itself: a pixel sees itself."""
    return Field(PIXELS, PIXELS, image, image)


def unknown(field: Field, reason: str) -> Field:
    """No answer, and why."""
    return replace(field, scope="unknown", reason=reason, flat=False)


def whole_image(field: Field, reason: str) -> Field:
    """Every unit depends on every pixel."""
    return replace(field, scope="whole image", reason=reason, flat=False)


def field_after(kind: str, inputs: list[Field], made: Made) -> Field:
    """The field of a layer from the fields of its inputs."""
    rule = RULES.get(kind)
    if rule is None:
        return unknown(inputs[0], f"what a layer of kind {kind} does to the field is not known here")
    for field in inputs:
        if field.scope == "unknown" and not field.flat:
            return field
    return rule(inputs, made)


def same(inputs: list[Field], _: Made) -> Field:
    """Value by value: nothing changes."""
    return inputs[0]


def met(inputs: list[Field], made: Made) -> Field:
    """Branches that are added, multiplied or laid side by side: a unit sees what any of them sees."""
    if "dim" in made.settings and made.places is not None and made.settings["dim"] not in (1, -3):
        return unknown(inputs[0], "it lays maps side by side instead of channels")
    for field in inputs:
        if field.scope != "exact":
            return field
    if len({field.places for field in inputs}) > 1:
        return unknown(inputs[0], "one of its inputs is spread over the other's maps")
    rows, columns = (union(getattr(field, axis) for field in inputs) for axis in ("rows", "columns"))
    if rows is None or columns is None:
        return unknown(inputs[0], "its inputs move over the picture in different strides")
    return replace(inputs[0], rows=rows, columns=columns)


def windows(inputs: list[Field], made: Made) -> Field:
    """Convolution and pooling: one kernel at each position."""
    field, settings = inputs[0], made.settings
    if field.scope != "exact":
        return field
    kernel, dilation = pair(settings["kernel_size"]), pair(settings.get("dilation", 1))
    stride, padding = pair(settings.get("stride") or kernel), _padding(settings.get("padding", 0), kernel, dilation)
    mode = settings.get("padding_mode", "zeros")
    reach = [gap * (taps - 1) for gap, taps in zip(dilation, kernel, strict=True)]
    if mode == "circular" and any(padding):
        return unknown(field, CIRCULAR)
    if mode != "zeros" and any(2 * cells > room for cells, room in zip(padding, reach, strict=True)):
        return unknown(field, f"its padding of mode {mode} reaches further than its kernel")
    rows, columns = (
        after(axis, kernel[number], stride[number], padding[number], dilation[number])
        for number, axis in enumerate((field.rows, field.columns))
    )
    return replace(field, rows=rows, columns=columns, places=made.places or (1, 1))


def _padding(padding: Any, kernel: tuple[int, int], dilation: tuple[int, int]) -> tuple[int, int]:
    if padding == "valid":
        return (0, 0)
    if padding == "same":  # an odd cell over is put at the end, so that the start has the smaller half
        rows, columns = (gap * (taps - 1) // 2 for gap, taps in zip(dilation, kernel, strict=True))
        return rows, columns
    return pair(padding)


def padded(inputs: list[Field], made: Made) -> Field:
    """Maps with a margin: (left, right, top, bottom) cells around them."""
    field, margins = inputs[0], list(made.settings["pad"])
    if field.scope != "exact":
        return field
    if made.settings.get("mode", "constant") != "constant" or any(margins[4:]) or min(margins) < 0:
        return unknown(field, "its padding is of a kind whose field is not known here")
    left, top = margins[0], margins[2] if len(margins) > 2 else 0  # noqa: PLR2004 - rows have margins too
    rows = replace(field.rows, padding=field.rows.padding + top * field.rows.stride)
    columns = replace(field.columns, padding=field.columns.padding + left * field.columns.stride)
    return replace(field, rows=rows, columns=columns, places=made.places or (1, 1))


def shared_out(inputs: list[Field], made: Made) -> Field:
    """Adaptive pooling: the maps cut into as many windows as positions are wanted."""
    field, wanted = inputs[0], made.places or (1, 1)
    if field.scope != "exact":
        return field
    if wanted == (1, 1):
        return everywhere(inputs, made)
    if any(have % want for have, want in zip(field.places, wanted, strict=True)):
        return unknown(field, f"{field.places[0]}×{field.places[1]} cells do not divide evenly into its windows")
    kernel = tuple(have // want for have, want in zip(field.places, wanted, strict=True))
    return windows(inputs, replace(made, settings={"kernel_size": kernel}))


def everywhere(inputs: list[Field], _: Made) -> Field:
    """All places of the maps go into every unit: the mean of a map, or a fully connected layer."""
    field = inputs[0]
    if field.scope == "whole image":
        return field
    (rows, row_reaches), (columns, column_reaches) = (
        _from_first_to_last(axis, count, limit)
        for axis, count, limit in zip((field.rows, field.columns), field.places, field.image, strict=True)
    )
    joined = replace(field, rows=rows, columns=columns, places=(1, 1), scope="exact", reason=None, flat=False)
    if row_reaches and column_reaches:
        return whole_image(joined, "it joins all places of the maps, and so every pixel")
    return joined


def _from_first_to_last(axis: Axis, count: int, limit: int) -> tuple[Axis, bool]:
    joined = Axis(axis.size + (count - 1) * axis.stride, axis.stride * count, axis.padding)
    return joined, span(joined, 0, limit) == (0, limit)


def flattened(inputs: list[Field], _: Made) -> Field:
    """Maps laid out as a row of features."""
    field = inputs[0]
    if field.scope != "exact" or field.places == (1, 1):
        return field
    return replace(unknown(field, FLAT), flat=True)


def weighed(inputs: list[Field], made: Made) -> Field:
    """A fully connected layer: of all features, or, with the channels last, of all channels at one place."""
    return inputs[0] if made.channels_last else everywhere(inputs, made)


def over_axes(inputs: list[Field], made: Made) -> Field:
    """A mean: over rows and columns it joins all places, over channels none."""
    axes = made.settings.get("dim")
    axes = tuple(axis % 4 for axis in ((axes,) if isinstance(axes, int) else axes or (2, 3)))
    if axes == (1,):
        return inputs[0]
    return everywhere(inputs, made) if set(axes) == {2, 3} else unknown(inputs[0], f"its mean is over axes {axes}")


def normalised(inputs: list[Field], made: Made) -> Field:
    """Layer norm: over the channels of one place, or over everything."""
    return inputs[0] if made.channels_last or inputs[0].places == (1, 1) else _over_maps(inputs, made)


def _over_maps(inputs: list[Field], made: Made) -> Field:
    joined = everywhere(inputs, made)
    if joined.scope == "exact":
        return unknown(inputs[0], "it normalises by all places of the maps besides its own")
    return replace(
        joined, places=inputs[0].places, reason="it normalises by all places of the maps, and so every pixel"
    )


def batch_normalised(inputs: list[Field], made: Made) -> Field:
    """Batch norm: one line for each channel, if it has remembered statistics; else it looks at all places."""
    forgetful = made.settings.get("training") or not made.settings.get("track_running_stats", True)
    return _over_maps(inputs, made) if forgetful else inputs[0]


def softened(inputs: list[Field], made: Made) -> Field:
    """Softmax: over channels or features, which changes nothing, or over something else."""
    return inputs[0] if made.settings.get("dim") in (1, -3) or made.places is None else unknown(inputs[0], "softmax")


_VALUE_BY_VALUE = (
    *("ReLU", "ReLU6", "SiLU", "Hardswish", "Hardsigmoid", "Hardtanh", "LeakyReLU", "PReLU", "ELU", "SELU", "CELU"),
    *("GELU", "Mish", "Softplus", "Sigmoid", "Tanh", "Clamp", "Identity", "Neg", "Rsub", "Rdiv", "Pow", "Exp", "Sqrt"),
    *("Dropout", "Dropout2d", "AlphaDropout"),
)
RULES: dict[str, Rule] = {
    **dict.fromkeys(_VALUE_BY_VALUE, same),
    **dict.fromkeys(("Conv2d", "MaxPool2d", "AvgPool2d", "LPPool2d"), windows),
    **dict.fromkeys(("AdaptiveAvgPool2d", "AdaptiveMaxPool2d"), shared_out),
    **dict.fromkeys(("Add", "Sub", "Mul", "Div", "Cat"), met),
    **dict.fromkeys(("GroupNorm", "InstanceNorm2d"), _over_maps),
    **dict.fromkeys(("Softmax", "LogSoftmax"), softened),
    "BatchNorm2d": batch_normalised,
    "LayerNorm": normalised,
    "Linear": weighed,
    "Flatten": flattened,
    "Mean": over_axes,
    "Pad": padded,
}
