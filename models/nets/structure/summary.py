"""What does each layer of a network cost, and what the whole: trained numbers, multiply-adds, memory?

Counted from the shapes of one pass by the formulas of `models.ops.counting`; PyTorch's own count is beside it for
comparison. Shapes are [C, H, W] or [F], for one picture.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import torch
from jaxtyping import Float32
from torch import nn
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils.flop_counter import flop_registry

from models.nets.capture.layers import settings
from models.nets.capture.linking import link
from models.nets.capture.recording import Plan
from models.nets.capture.trace import plan_of
from models.nets.network import Network
from models.ops import counting
from models.records.costs import LayerCost, Summary
from models.records.layers import Activation, Trace

CONVOLUTIONS = ("Conv2d", "ConvTranspose2d")
WEIGHING = (*CONVOLUTIONS, "Linear")  # the layers whose multiply-adds follow from a formula here
NORMS = (nn.BatchNorm1d, nn.BatchNorm2d, nn.InstanceNorm2d, nn.LayerNorm, nn.GroupNorm)
MULTIPLY_ADD = 2  # floating-point operations, as PyTorch counts them


def summarize(network: Network | nn.Module, trace: Trace) -> Summary:
    """The costs of every layer that ran in a pass of one picture or more; they are told for one."""
    module = network.module if isinstance(network, Network) else network
    modules = dict(module.named_modules())
    owners = _owners(modules, trace)
    seen: set[int] = set()
    layers = tuple(_cost(trace, made, modules, owners, seen) for made in trace.values())
    unused = sum(numbers.numel() for numbers in module.parameters() if id(numbers) not in seen)
    return Summary(layers, unused)


def _owners(modules: Mapping[str, nn.Module], trace: Trace) -> dict[str, str]:
    """For each layer whose name isn't its module's, the module whose own numbers it is the first to work with."""
    recorded = {made.module for made in trace.values()}
    owners: dict[str, str] = {}
    for name, made in trace.items():
        path = name.rpartition(".")[0] if made.module is None else made.module
        first = path in modules and path not in owners.values()
        if first and (made.module is not None or path not in recorded):
            owners[name] = path
    return owners


def _cost(
    trace: Trace, made: Activation, modules: Mapping[str, nn.Module], owners: Mapping[str, str], seen: set[int]
) -> LayerCost:
    owner = modules.get(owners.get(made.name, "no module"))
    numbers = [] if owner is None else [one for one in owner.parameters(recurse=False) if id(one) not in seen]
    seen.update(id(one) for one in numbers)
    counted = sum(one.numel() for one in numbers)
    formula = None if owner is None or not numbers or made.module is None else _parameters(owner)
    return LayerCost(
        name=made.name,
        kind=made.kind,
        shape=made.values.shape[1:],
        inputs=made.inputs,
        module=made.module,
        parameters=counted if formula is None else formula,
        multiply_adds=_multiply_adds(trace, made, modules),
        memory=0 if _handed_on(trace, made) else counting.memory(made.values[0].size),
        by_formula=formula is not None or counted == 0,
    )


def _parameters(layer: nn.Module) -> int | None:
    """What the formula says a layer has; None where there is none for its kind."""
    if isinstance(layer, nn.Conv2d | nn.ConvTranspose2d):
        bias = layer.bias is not None
        if isinstance(layer, nn.ConvTranspose2d):
            weights = counting.convolution_parameters(
                layer.out_channels, layer.in_channels, layer.kernel_size, groups=layer.groups, bias=False
            )
            return weights + bias * layer.out_channels
        return counting.convolution_parameters(
            layer.in_channels, layer.out_channels, layer.kernel_size, groups=layer.groups, bias=bias
        )
    if isinstance(layer, nn.Linear):
        return counting.linear_parameters(layer.in_features, layer.out_features, bias=layer.bias is not None)
    if isinstance(layer, NORMS) and layer.bias is not None:
        return counting.normalization_parameters(layer.weight.numel())
    return None


def _multiply_adds(trace: Trace, made: Activation, modules: Mapping[str, nn.Module]) -> int:
    """For one picture: a layer that was given parts of it one beside the other, as pictures, ran on each of them."""
    if made.kind not in WEIGHING or not made.inputs:
        return 0
    return _of_one(trace, made, modules) * len(made.values) // len(trace.input)


def _of_one(trace: Trace, made: Activation, modules: Mapping[str, nn.Module]) -> int:
    set_to = _settings(made, modules)
    places = made.values.shape[2:]
    if made.kind == "Linear":
        return _of_linear(trace, made, set_to.get("in_features"))
    inputs = set_to.get("in_channels") or _came_in(trace, made)[1]
    kernel, groups = set_to["kernel_size"], set_to.get("groups", 1)
    outputs = made.values.shape[1]
    if made.kind == "ConvTranspose2d":
        return counting.convolution_multiply_adds(outputs, inputs, kernel, _came_in(trace, made)[2:], groups=groups)
    return counting.convolution_multiply_adds(inputs, outputs, kernel, places, groups=groups)


def _of_linear(trace: Trace, made: Activation, inputs: int | None) -> int:
    """Along the last axis, which of maps with their channels first is that of columns."""
    axis = 1 if made.channels_last else -1
    outputs = made.values.shape[axis]
    if inputs is None:
        came = _came_in(trace, made)
        inputs = came[axis] if len(came) == made.values.ndim else int(np.prod(came[1:]))
    return counting.linear_multiply_adds(inputs, outputs, places=made.values[0].size // outputs)


def _settings(made: Activation, modules: Mapping[str, nn.Module]) -> Mapping[str, Any]:
    """The settings of the layer, its numbers of inputs among them where a module of torch.nn knows them."""
    found = dict(settings(modules[""], made))
    owner = modules.get(made.module or "", None) if made.module is not None else None
    known = {name: getattr(owner, name) for name in ("in_features", "in_channels") if hasattr(owner, name)}
    return found | known


def _came_in(trace: Trace, made: Activation) -> tuple[int, ...]:
    """The shape of what went into a layer."""
    source = made.inputs[0]
    return (trace[source].values if source in trace else trace.input).shape


def _handed_on(trace: Trace, made: Activation) -> bool:
    """Whether the output is the memory of an input, as it is of a layer that returns or only reshapes what it got."""
    return any(name in trace and np.shares_memory(trace[name].values, made.values) for name in made.inputs)


class Counter(TorchDispatchMode):
    """Adds up, by PyTorch's own formulas, the floating-point operations of each event of a pass that is recorded.

    As `torch.utils.flop_counter.FlopCounterMode` does, which sorts them by module too, and for that loads a compiler
    and a computer algebra: three seconds that a visitor would wait for.
    """

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self.plan = plan
        self.operations: dict[int, int] = {}  # by the position of the event

    @classmethod
    def _should_skip_dynamo(cls) -> bool:
        """No compiler has to be told to stay away from here: none is loaded."""
        return False

    def __torch_dispatch__(
        self, function: Any, types: Any, args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        """Runs the function, and counts it if there is a formula for it."""
        made = function(*args, **(kwargs or {}))
        formula = flop_registry.get(function.overloadpacket)
        if formula is not None and self.plan.recorder is not None:
            event = len(self.plan.recorder.log.events)  # it is written down when it is over
            done = formula(*args, **(kwargs or {}), out_val=made)
            self.operations[event] = self.operations.get(event, 0) + done
        return made


def multiply_adds_by_torch(
    network: Network, picture: Float32[np.ndarray, "1 channels rows columns"] | None = None
) -> tuple[int, int]:
    """What PyTorch counts in one pass of one picture: in the layers that have a formula here, and in all else.

    All else is attention, products of matrices, convolutions along one axis or three, and the like. Networks may take
    another way for another picture; without one they are given zeros.
    """
    shown = np.zeros((1, network.channels, *network.input_size), np.float32) if picture is None else picture
    plan = plan_of(network)
    with network.lock, torch.no_grad(), Counter(plan) as counter:
        log, _ = plan.record(torch.tensor(shown))
    weighing = {step.position for step in link(log) if step.kind in WEIGHING and step.sources}
    in_layers = sum(done for event, done in counter.operations.items() if event in weighing)
    return in_layers // MULTIPLY_ADD, (sum(counter.operations.values()) - in_layers) // MULTIPLY_ADD


def parameters_by_torch(network: Network) -> int:
    """What PyTorch holds, counted one by one."""
    return sum(numbers.numel() for numbers in network.module.parameters())
