"""Do the layers of somebody's own network do what is said of them? Their sums, their ways, what their units see."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import torch

from models.nets.by_hand import RULES
from models.nets.by_hand.recompute import recompute, shape_of
from models.nets.capture.layers import layer_at
from models.nets.capture.layout import MAPS
from models.nets.capture.linking import INPUT, Step
from models.nets.fields.influence import influence, recorded_with_gradients
from models.nets.network import Network
from models.nets.own.opened import CannotBeShown
from models.nets.receptive_field import receptive_fields
from models.records.layers import Activation, Trace
from models.records.receptive_field import ReceptiveField

DISAGREES = "what its layer {name} computes is not what a {kind} with its weights computes"
OUTSIDE = "a unit of its layer {name} depends on pixels that a {kind} at this place doesn't see"
NO_WAY = "what its layer {name} is given can't be followed back to the picture"
OTHER_NAMES = "its layers have other names without weights ({name})"
NEAR = 1e-3  # of what a layer's values usually are; single precision is a thousand times finer
ROUNDING = 1e-5  # of what usually goes in: where all of it cancels, rounding is all that is left
FAINT = 1e-4  # of the strongest gradient: what rounding may leave outside a field
MOST_FIELDS = 4  # each takes a backward pass


def check_sums(network: Network, trace: Trace) -> None:
    """Two units of every sort of layer, by hand. Raises `CannotBeShown` for a layer that computes something else."""
    for made in _one_of_each_sort(network, trace):
        channels, rows, columns = shape_of(made.values)
        sources = [trace.input if name == INPUT else trace[name].values for name in made.inputs]
        usual = float(np.abs(made.values[0]).mean())
        rounding = ROUNDING * max((float(np.abs(source[0]).mean()) for source in sources), default=0)
        for unit in {(0, 0, 0), (channels // 2, rows // 2, columns // 2)}:
            found = recompute(network, trace, made.name, *unit)
            if found.difference is not None and found.difference > NEAR * max(abs(found.captured), usual) + rounding:
                raise CannotBeShown(DISAGREES.format(name=made.name, kind=made.kind))


def _one_of_each_sort(network: Network, trace: Trace) -> Iterator[Activation]:
    """The first layer of each kind, class and set of hooks; and every layer that somebody has altered."""
    seen = set()
    for made in trace.values():
        if made.kind not in RULES or not made.values.size:
            continue
        layer = None if made.module is None else layer_at(network.module, made.module)
        own = layer is not None and (type(layer).__name__ != made.kind or "forward" in vars(layer))
        sort = (made.kind, type(layer), made.name if own else "")
        if sort not in seen:
            seen.add(sort)
            yield made


def check_names(network: Network, trace: Trace, batch: torch.Tensor) -> dict[str, ReceptiveField]:
    """The fields of the layers. Raises `CannotBeShown` where they are those of layers that were not recorded."""
    fields = receptive_fields(network.module, network.input_size, picture=batch)
    strange = [name for name in (*fields, *trace) if (name in fields) != (name in trace)]
    if strange:
        raise CannotBeShown(OTHER_NAMES.format(name=strange[0]))
    return fields


def check_ways(network: Network, batch: torch.Tensor, fields: dict[str, ReceptiveField]) -> None:
    """The gradients of a few units. Raises `CannotBeShown` where layers see what nothing leads to from them."""
    pixels, steps = recorded_with_gradients(network, batch)
    _check_followed(pixels, steps)
    maps = [step for step in steps.values() if step.tensor.dim() == MAPS and step.tensor.numel()]
    _gradient(pixels, maps[-1])
    exact = [step for step in maps if step.name in fields and fields[step.name].scope == "exact"]
    for step in exact[:: -max(1, -(-len(exact) // MOST_FIELDS))]:
        _check_outside(step, _gradient(pixels, step), fields[step.name])


def _check_followed(pixels: torch.Tensor, steps: dict[str, Step]) -> None:
    reached = {INPUT}
    for step in steps.values():
        if not reached.isdisjoint(step.sources):
            reached.add(step.name)
        elif not step.sources and _depends(pixels, step):
            raise CannotBeShown(NO_WAY.format(name=step.name))
    last = next(reversed(steps))
    if last not in reached:
        raise CannotBeShown(NO_WAY.format(name=last))


def _depends(pixels: torch.Tensor, step: Step) -> bool:
    if not (step.tensor.requires_grad and step.tensor.is_floating_point()):
        return False
    (gradient,) = torch.autograd.grad(step.tensor.sum(), pixels, retain_graph=True, allow_unused=True)
    return gradient is not None


def _gradient(pixels: torch.Tensor, step: Step) -> np.ndarray:
    """|gradient| of all channels at the place in the middle, weighed by chance so that none cancels another."""
    values = step.tensor.movedim(-1, 1) if step.rearranged else step.tensor
    there = values[0, :, values.shape[2] // 2, values.shape[3] // 2]
    weights = torch.rand(len(there), generator=torch.Generator().manual_seed(0)) + 0.5
    found: np.ndarray = influence((there * weights).sum(), pixels).float().numpy()
    return found


def _check_outside(step: Step, gradient: np.ndarray, field: ReceptiveField) -> None:
    rows, columns = field.places
    box = field.box(rows // 2, columns // 2)
    outside = gradient.copy()
    outside[box.top : box.bottom, box.left : box.right] = 0
    if outside.max() > FAINT * gradient.max():
        raise CannotBeShown(OUTSIDE.format(name=step.name, kind=step.kind))
