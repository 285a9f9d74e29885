"""What comes after a network's last maps, and what does PyTorch make of the logits?

The way is read off the recorded pass, from its end backwards: as long as a layer makes features, or pools maps into
them, it belongs to the head.
"""

from __future__ import annotations

import numpy as np
import torch
from jaxtyping import Float, Float32
from torch import nn
from torch.nn import functional

from models.nets.answers.meaning import logits_in, meaning_of
from models.nets.by_hand import over_places
from models.nets.capture.layers import KEEPING_CHANNELS, layer_at
from models.nets.capture.layout import FEATURES, MAPS
from models.nets.capture.linking import INPUT
from models.nets.network import Network
from models.ops.geometry import pair
from models.ops.meaning import Meaning
from models.ops.prediction import Form, Head, averages, with_zero
from models.records.layers import Activation, HeadStep, NoHead, Trace

POOLS = ("AdaptiveAvgPool2d", "AvgPool2d", "Mean")
HANDING_ON = ("Dropout", "Identity")


def head_of(network: Network | nn.Module, trace: Trace) -> Head | NoHead:
    """How the network makes its logits of the first picture of the batch; `trace` is what `capture` gave for it.

    Logits are what comes before a softmax or sigmoid at the end. Where a single output decides, no has the logit 0.
    """
    module = network.module if isinstance(network, Network) else network
    if trace.output.ndim != FEATURES:
        return NoHead("no_classes")
    meaning = meaning_of(network) if isinstance(network, Network) else Meaning("logits", trace.output.shape[1])
    if not np.isfinite(trace.output[0]).all():
        return NoHead("not_finite")
    made = logits_in(trace, meaning)
    if made is None:
        return NoHead("no_layer" if meaning.scale in ("logit", "number") else "no_logits")
    start, head = after_last_maps(module, trace, trace[made])
    steps = tuple(HeadStep(made.name, made.kind, made.values.shape[1:]) for made in (start, *head))
    form = form_of(module, start, head)
    if form is None:
        return NoHead("no_linear", steps)
    found = _with_weights(module, form, start, head, steps)
    return with_zero(found) if meaning.binary and isinstance(found, Head) else found


def after_last_maps(module: nn.Module, trace: Trace, last: Activation) -> tuple[Activation, list[Activation]]:
    """The layer that made the last maps, and the layers after it, in order."""
    head = [last]
    while (before := _only_source(trace, head[0])) is not None:
        if not _belongs(module, trace, before, head):
            return before, head
        head.insert(0, before)
    return head[0], head[1:]


def _only_source(trace: Trace, made: Activation) -> Activation | None:
    alone = made.whole and len(made.inputs) == 1 and made.inputs[0] != INPUT
    return trace[made.inputs[0]] if alone else None


def _belongs(module: nn.Module, trace: Trace, made: Activation, later: list[Activation]) -> bool:
    if made.values.ndim == FEATURES:
        return True
    before = _only_source(trace, made)
    if before is None or before.values.ndim != MAPS:
        return False
    if made.kind in POOLS or made.kind == "LayerNorm":
        return _places(made) == (1, 1) or _does_nothing(before, made)
    if made.kind in HANDING_ON:
        return True
    return _for_classes(module, made, before, later)


def _for_classes(module: nn.Module, made: Activation, before: Activation, later: list[Activation]) -> bool:
    """Whether it is the convolution that makes a map for each class, or the activation after it."""
    if any(layer.kind == "Linear" for layer in later) or made.values.shape[1] != later[-1].values.shape[1]:
        return False
    if made.kind in KEEPING_CHANNELS:
        return _scores_every_place(module, before)
    return _scores_every_place(module, made)


def _scores_every_place(module: nn.Module, made: Activation) -> bool:
    layer = layer_at(module, made.module or "")
    return (
        made.kind == "Conv2d"
        and isinstance(layer, nn.Conv2d)
        and pair(layer.kernel_size) == (1, 1)
        and layer.stride == (1, 1)
        and layer.padding in ((0, 0), "valid", "same")
        and layer.groups == 1
    )


def form_of(module: nn.Module, start: Activation, head: list[Activation]) -> Form | None:
    """What kind of last sum it is; None where the network doesn't end in a linear layer or in the classes' own maps."""
    working, before = [], start
    for made in head:
        if made.kind not in HANDING_ON and not _does_nothing(before, made):
            working.append((before, made))
        before = made
    kinds = tuple(_role(module, before, made) for before, made in working if made.kind != "Flatten")
    if kinds == ("pool", "Linear"):
        return "average"
    if kinds in (("score", "pool"), ("score", "ReLU", "pool")):
        return "classes"
    if kinds == ("Linear",):
        return "places"
    return "features" if kinds[-1:] == ("Linear",) else None


def _role(module: nn.Module, before: Activation, made: Activation) -> str:
    if made.kind in POOLS and before.values.ndim == MAPS:
        return "pool" if _averages_all(module, before, made) else "other"
    return "score" if _scores_every_place(module, made) else made.kind


def _averages_all(module: nn.Module, before: Activation, made: Activation) -> bool:
    if made.kind == "Mean":
        return over_places(made.settings.get("dim"))
    if _places(made) != (1, 1):
        return False
    if made.kind == "AdaptiveAvgPool2d":
        return True
    layer = layer_at(module, made.module or "")
    told = made.settings if made.module is None else vars(layer)
    whole = pair(told.get("kernel_size", 0)) == before.values.shape[2:] and pair(told.get("padding", 0)) == (0, 0)
    return whole and told.get("divisor_override") is None


def _does_nothing(before: Activation, made: Activation) -> bool:
    """Whether a pooling layer leaves maps as they are, having been asked for the size they have."""
    return made.kind == "AdaptiveAvgPool2d" and made.values.shape == before.values.shape


def _places(made: Activation) -> tuple[int, ...]:
    return made.values.shape[2:]


def _with_weights(
    module: nn.Module, form: Form, start: Activation, head: list[Activation], steps: tuple[HeadStep, ...]
) -> Head | NoHead:
    place = next(at for at in reversed(range(len(head))) if head[at].kind in ("Linear", "Conv2d"))
    layer = layer_at(module, head[place].module or "")
    if not isinstance(layer, nn.Linear | nn.Conv2d):
        return NoHead("no_weights", steps)
    maps = start.values[0].reshape(start.values.shape[1], *(_places(start) or (1, 1)))
    given = (start, *head)[place].values[0]
    weights = _numbers(layer.weight).reshape(len(layer.weight), -1)
    bias = np.zeros(len(weights), np.float32) if layer.bias is None else _numbers(layer.bias)
    features = averages(maps).astype(np.float32) if form == "classes" else given.reshape(-1)
    rectified = form == "classes" and any(made.kind == "ReLU" for made in head)
    return Head(form, steps, maps, features, weights, bias, head[-1].values[0].reshape(-1), rectified)


def _numbers(parameter: nn.Parameter) -> Float32[np.ndarray, "..."]:
    values: np.ndarray = parameter.detach().float().numpy(force=True)
    view = values.view()
    view.flags.writeable = False
    return view


def probabilities_by_torch(
    logits: Float32[np.ndarray, " classes"], temperature: float, *, exclusive: bool
) -> Float[np.ndarray, " classes"]:
    """`torch.softmax` of the logits divided by the temperature; `torch.sigmoid` where each class is by itself."""
    values = torch.tensor(logits) / temperature
    return (torch.softmax(values, dim=0) if exclusive else torch.sigmoid(values)).numpy()


def loss_by_torch(logits: Float32[np.ndarray, " classes"], label: int, temperature: float, *, exclusive: bool) -> float:
    """`torch.nn.functional.cross_entropy` of the logits divided by the temperature, for that true label.

    Where each class is by itself, `binary_cross_entropy_with_logits` of that one.
    """
    if not exclusive:
        logit = torch.tensor(logits[label]) / temperature
        return float(functional.binary_cross_entropy_with_logits(logit, torch.ones(())))
    return float(functional.cross_entropy(torch.tensor(logits)[None] / temperature, torch.tensor([label])))
