"""What does every layer of a network make of a picture? One forward pass, and all of it as NumPy arrays.

Values are [B, C, H, W] (picture, channel, row, column) or [B, F] (picture, feature). Layers are named as torch.fx and
torchvision's `create_feature_extractor` name them: by the path of the module, "layer1.0.relu", with "_1", "_2" … for
later calls of the same one; a function by the module that calls it, "layer1.0.add". How it is done: `recording`.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from difflib import get_close_matches
from functools import cached_property
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

import numpy as np
import torch
from jaxtyping import Float32
from torch import nn

from models.nets.capture.layout import CHANNELS_FIRST
from models.nets.capture.linking import INPUT, Step, link
from models.nets.capture.outputs import first_tensor
from models.nets.capture.overwriting import BATCH
from models.nets.capture.recorder import Log
from models.nets.capture.recording import Plan
from models.nets.network import Network
from models.records.layers import Activation, Trace

Found = TypeVar("Found")

_plans: WeakKeyDictionary[Network, Plan] = WeakKeyDictionary()
_bare_modules = threading.RLock()


class Activations(Mapping[str, Activation]):
    """A recorded pass as activations. They are named, linked and turned into arrays when first asked for.

    That is time the pass itself does not take. Two threads that ask at once do the same work twice, and no harm.
    """

    def __init__(self, log: Log) -> None:
        self.log = log
        self.made: dict[str, Activation] = {}

    @cached_property
    def steps(self) -> dict[str, Step]:
        """The layers by name."""
        return {step.name: step for step in link(self.log)}

    def __getitem__(self, layer: str) -> Activation:
        if layer not in self.made:
            self.made[layer] = activation(self.steps[layer])
        return self.made[layer]

    def __iter__(self) -> Iterator[str]:
        return iter(self.steps)

    def __len__(self) -> int:
        return len(self.steps)

    def __reduce__(self) -> tuple[type, tuple[dict[str, Activation]]]:
        return dict, (dict(self),)  # packed up, it is plain arrays


def capture(network: Network | nn.Module, batch: Float32[torch.Tensor, "batch channels rows columns"]) -> Trace:
    """All activations of one forward pass of `batch` [B, C, H, W].

    The network runs in the mode it is in and is left as it was found, also after an exception of its own; in training
    mode its running statistics are put back. A `Network` is locked meanwhile; a bare module must not be used by other
    threads at the same time. Layers that return their input, as dropout does in evaluation mode, are layers all the
    same. Views, slices of channels and the like are none, but `inputs` see through them.
    """
    with torch.inference_mode():
        own = batch.detach().clone()  # so that nobody can change the batch behind the trace
        with locked(network):
            log, output = plan_of(network).record(own)
        seen, answer = log.memory.then(BATCH, own), log.current(first_tensor(output))
        return Trace(read_only(seen), read_only(answer), Activations(log))


def locked(network: Network | nn.Module) -> AbstractContextManager[Any]:
    """The lock to hold while a network runs; bare modules share one."""
    return network.lock if isinstance(network, Network) else _bare_modules


def plan_of(network: Network | nn.Module) -> Plan:
    """How to record a network. A `Network`'s plan is kept with it and made anew if its modules have changed."""
    if not isinstance(network, Network):
        return Plan(network)
    plan = _plans.get(network)
    if plan is None or not plan.holds():
        plan = _plans[network] = Plan(network.module)
    return plan


def activation(step: Step) -> Activation:
    """A step as it crosses the border: NumPy, channels before rows and columns."""
    tensor = step.tensor.permute(CHANNELS_FIRST) if step.rearranged else step.tensor
    given = {name: read_only(values) for name, values in step.given.items()}
    told = (step.kind, step.sources, step.module, step.settings, step.whole, given, step.rearranged)
    return Activation(step.name, read_only(tensor), *told)


def read_only(tensor: torch.Tensor) -> Float32[np.ndarray, "..."]:
    """The tensor's own memory as an array that cannot be written to; a copy if it is not float32 on the CPU."""
    values: np.ndarray = tensor.float().numpy(force=True)
    values.flags.writeable = False
    return values


def find(trace: Trace, layer: str) -> Activation:
    """The activation of a layer. Raises ValueError naming close ones for a layer that is not in the trace."""
    return _find(trace, layer)


def find_step(steps: Mapping[str, Step], layer: str) -> Step:
    """As `find`, among the steps of a pass."""
    return _find(steps, layer)


def _find(layers: Mapping[str, Found], layer: str) -> Found:
    if layer in layers:
        return layers[layer]
    close = get_close_matches(layer, tuple(layers))
    hint = f"; close to it: {', '.join(close)}" if close else ""
    raise ValueError(f"layer is {layer!r}, but must be one of the {len(layers)} recorded layers{hint}")


__all__ = ["INPUT", "Activation", "Trace", "capture", "find", "find_step"]
