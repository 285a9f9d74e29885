"""Which rule says what a kind of layer does to the pixels its units see? A kind without a rule is "unknown"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from models.nets.fields.moves import (
    Axes,
    Field,
    Made,
    everywhere,
    joined_along,
    met,
    moved,
    over_places,
    spread,
    unknown,
    without_places,
)
from models.nets.fields.windows import (
    MAPS,
    chosen,
    enlarged,
    gathered,
    padded,
    scattered,
    shared_out,
    stamped,
    turned,
    windows,
)
from models.ops import reads
from models.ops.spans import joined

BETWEEN = "before it something is computed that is not a layer of maps or features"
CHANNELS_OF_PLACE, WHOLE_MAPS = 1, 3  # the number of axes a layer norm goes over
BOTH = 2  # axes of [B, C, H, W] that are gone when features are left

Rule = Callable[[list[Field], Made], Field]


def field_after(inputs: list[Field], made: Made) -> Field:
    """The field of a layer from the fields of its inputs."""
    places = made.places or (1, 1)
    for field in inputs:
        if field.scope == "unknown":
            return replace(field, places=places)
    if 0 in places:
        return replace(unknown(inputs[0], "no places are left of the maps"), places=places)
    rule = beyond_gap if made.gap else RULES.get(made.kind, unruled)
    if made.channels_last and rule in CHANNELS_FIRST_ONLY:
        return replace(unknown(inputs[0], "it takes channels for rows or columns"), places=places)
    field = rule(inputs, made)
    return field if field.scope != "unknown" else replace(field, places=places)


def unruled(inputs: list[Field], made: Made) -> Field:
    """A kind of layer that is not in the table."""
    return unknown(inputs[0], f"what a layer of kind {made.kind} does to the field is not known here")


def apart(picture: Field, made: Made) -> Field:
    """A layer that works on something else than the picture."""
    return replace(unknown(picture, "nothing of the picture goes into it"), places=made.places or (1, 1))


def beyond_gap(inputs: list[Field], made: Made) -> Field:
    """After something that is no layer: what is made of values that see everything sees everything."""
    whole = [field for field in inputs if field.scope == "whole image"]
    if len(whole) == len(inputs) or (whole and RULES.get(made.kind) is branches):
        return without_places(whole[0], made.places or (1, 1))
    return unknown(inputs[0], BETWEEN)


def same(inputs: list[Field], _: Made) -> Field:
    """Value by value: nothing changes."""
    return inputs[0]


def branches(inputs: list[Field], made: Made) -> Field:
    """Branches that are added, multiplied or laid side by side."""
    if made.kind != "Cat" or made.places is None:
        return met(inputs, made.places or (1, 1))
    along = made.settings.get("dim", 0) % MAPS
    if along in made.across:
        return side_by_side(inputs, made.across.index(along), made.places)
    return met(inputs, made.places) if along else unknown(inputs[0], "it lays pictures together, not channels")


def side_by_side(inputs: list[Field], axis: int, places: tuple[int, int]) -> Field:
    """Maps laid beside each other: a unit sees what it saw in the map it comes from."""
    if any(field.scope != "exact" or field.flat for field in inputs):
        return unknown(inputs[0], "it lays maps beside each other, some of which see the whole image")
    start, parts = 0, []
    for field in inputs:
        ends = (start, places[axis] - start - field.places[axis])
        tables = [reads.margins(have, *(ends if one == axis else (0, 0))) for one, have in enumerate(field.places)]
        parts.append(moved(field, tables, field.axes))
        start += field.places[axis]
    rows, columns = met(parts, places).axes
    axes: Axes = (None, columns) if axis == 0 else (rows, None)
    return replace(parts[0], boxes=joined(each for part in parts for each in part.boxes), axes=axes)


def flattened(inputs: list[Field], _: Made) -> Field:
    """Maps laid out as a row of features."""
    field = inputs[0]
    if field.flat or field.places == (1, 1):
        return field
    return replace(everywhere(field), flat=field.scope == "exact")


def rearranged(inputs: list[Field], made: Made) -> Field:
    """Values laid out anew: where they lay before no longer tells what they see, unless all see the same."""
    field, places = inputs[0], made.places or (1, 1)
    if field.scope == "whole image" and not field.flat:
        return without_places(field, places)
    if field.places == (1, 1) and not field.flat:
        return spread(field, places)
    return unknown(field, "it lays values out anew, so that their places are no longer those of the maps before it")


def weighed(inputs: list[Field], made: Made) -> Field:
    """A fully connected layer: along the last axis, which is features, the channels of a place, or a row's columns."""
    if made.channels_last or made.places is None:
        return inputs[0] if made.channels_last else everywhere(inputs[0])
    if inputs[0].flat:
        return unknown(inputs[0], "it weighs features that are laid out as maps")
    return spread(joined_along(inputs[0], (False, True)), made.places)


def reduced(inputs: list[Field], made: Made) -> Field:
    """A mean, a maximum, a norm …: over rows, columns or both it joins their places, over channels none."""
    field, axes = inputs[0], _axes(made)
    if made.places is None:
        return _reduced_to_features(field, axes)
    if axes is None or 0 in axes:
        return unknown(field, "it joins whole pictures, not places of one")
    along = [axis in axes for axis in made.across]
    return everywhere(field) if all(along) else joined_along(field, along)


def _axes(made: Made) -> set[int] | None:
    """The axes a layer goes over; None for all of them."""
    given = made.settings.get("dim", made.settings.get("axis"))
    if given is None or isinstance(given, bool):
        return None
    return {axis % MAPS for axis in ((given,) if isinstance(given, int) else given)}


def _reduced_to_features(field: Field, axes: set[int] | None) -> Field:
    if field.places == (1, 1) or axes is None or axes == {2, 3}:
        return everywhere(field)
    if 0 in axes or len(axes) != BOTH:
        return unknown(field, f"it goes over axes {sorted(axes)}")
    return replace(everywhere(field), flat=field.scope == "exact")  # channels, and rows or columns: the others are left


def largest(inputs: list[Field], made: Made) -> Field:
    """The maximum of two maps, place by place, or that of one over an axis."""
    return reduced(inputs, made) if "dim" in made.settings else branches(inputs, made)


def scaled_to_one(inputs: list[Field], made: Made) -> Field:
    """Divided by the norm over an axis, the channels if none is told."""
    axis = made.settings.get("dim", 1)
    if not isinstance(axis, int):
        return unknown(inputs[0], f"it divides by the norm over axes {axis}")
    if made.places is None:
        return everywhere(inputs[0]) if inputs[0].flat else inputs[0]
    channels = 3 if made.channels_last else 1
    return inputs[0] if axis % MAPS == channels else unknown(inputs[0], "it divides by a norm over places")


def normalised(inputs: list[Field], made: Made) -> Field:
    """Layer norm: over the channels of one place, or over everything."""
    axes = len(made.settings.get("normalized_shape", ()))
    if made.places is None:
        return same(inputs, made) if not inputs[0].flat else everywhere(inputs[0])
    if axes == WHOLE_MAPS:
        return over_places(inputs[0])
    if axes == CHANNELS_OF_PLACE and made.channels_last:
        return inputs[0]
    return unknown(inputs[0], f"it normalises over the last {axes} axes of the maps")


def over_maps(inputs: list[Field], made: Made) -> Field:
    """A norm with each map's own statistics, unless it remembers those of training."""
    return inputs[0] if made.settings.get("track_running_stats") else over_places(inputs[0])


def batch_normalised(inputs: list[Field], made: Made) -> Field:
    """Batch norm: one line for each channel, if it has remembered statistics; else it looks at all places."""
    forgetful = made.settings.get("training") or not made.settings.get("track_running_stats", True)
    return over_places(inputs[0]) if forgetful else inputs[0]


def assigned(inputs: list[Field], made: Made) -> Field:
    """Some values replaced by a number: the others see what they saw."""
    number = isinstance(made.settings.get("value"), int | float)
    return inputs[0] if number and len(inputs) == 1 else unruled(inputs, made)


def softened(inputs: list[Field], made: Made) -> Field:
    """Softmax: over channels or features, or over something else."""
    if made.places is None:
        return everywhere(inputs[0]) if inputs[0].flat else inputs[0]
    channels = (3, -1) if made.channels_last else (1, -3)
    return inputs[0] if made.settings.get("dim") in channels else unknown(inputs[0], "its softmax is over places")


_VALUE_BY_VALUE = (
    *("ReLU", "ReLU6", "SiLU", "Hardswish", "Hardsigmoid", "Hardtanh", "LeakyReLU", "PReLU", "ELU", "SELU", "CELU"),
    *("GELU", "Mish", "Softplus", "Sigmoid", "Tanh", "Clamp", "Identity", "Neg", "Rsub", "Rdiv", "Pow", "Exp", "Sqrt"),
    *("Softsign", "Softshrink", "Hardshrink", "Tanhshrink", "LogSigmoid", "Threshold", "RReLU", "Abs", "Log", "Square"),
    *("Dropout", "Dropout1d", "Dropout2d", "AlphaDropout", "FeatureAlphaDropout"),
    *("LocalResponseNorm", "Softmax2d", "ChannelShuffle"),  # over the channels of one place
)
RULES: dict[str, Rule] = {
    **dict.fromkeys(_VALUE_BY_VALUE, same),
    **dict.fromkeys(("Conv2d", "MaxPool2d", "AvgPool2d", "LPPool2d"), windows),
    **dict.fromkeys(("AdaptiveAvgPool2d", "AdaptiveMaxPool2d"), shared_out),
    **dict.fromkeys(("Add", "Sub", "Mul", "Div", "Maximum", "Minimum", "Cat"), branches),
    **dict.fromkeys(("Mean", "Sum", "Amax", "Amin", "Prod", "Logsumexp", "Norm", "VectorNorm", "Std", "Var"), reduced),
    **dict.fromkeys(("Median", "Nanmedian", "Nanmean", "Nansum"), reduced),
    **dict.fromkeys(("GroupNorm", "InstanceNorm2d"), over_maps),
    **dict.fromkeys(
        ("BatchNorm2d", "BatchNorm1d", "BatchNorm3d", "SyncBatchNorm", "FrozenBatchNorm2d"), batch_normalised
    ),
    **dict.fromkeys(("Softmax", "LogSoftmax"), softened),
    **dict.fromkeys(("Upsample", "UpsamplingNearest2d", "UpsamplingBilinear2d"), enlarged),
    **dict.fromkeys(
        ("Pad", "ZeroPad2d", "ConstantPad2d", "ReflectionPad2d", "ReplicationPad2d", "CircularPad2d"), padded
    ),
    **dict.fromkeys(("View", "Reshape", "Unflatten", "Expand"), rearranged),
    **dict.fromkeys(("Flip", "Roll"), turned),
    "ConvTranspose2d": stamped,
    "PixelShuffle": scattered,
    "PixelUnshuffle": gathered,
    "Getitem": chosen,
    "LayerNorm": normalised,
    "Setitem": assigned,
    "Linear": weighed,
    "Flatten": flattened,
    "Max": largest,
    "Min": largest,
    "Normalize": scaled_to_one,
}
CHANNELS_FIRST_ONLY = (windows, shared_out, enlarged, stamped, scattered, gathered, over_maps)
LOOKING = frozenset(
    kind for kind, rule in RULES.items() if rule in (windows, shared_out, enlarged, stamped, scattered, gathered)
)
"""The kinds of layers that look at places of maps; a network without any has no fields to speak of."""
