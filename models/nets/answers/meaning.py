"""What do a network's last numbers mean? Found out from the last layer and from the values, unless it was told.

Four pictures are asked, of which one has values far beyond those of a picture: a sigmoid or a softmax stays between 0
and 1 even there, a sum does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from weakref import WeakKeyDictionary

import numpy as np
import torch
from jaxtyping import Float
from torch import nn

from models.nets.capture import capture
from models.nets.capture.linking import INPUT
from models.nets.capture.outputs import first_tensor
from models.nets.network import Network
from models.ops.meaning import EXCLUSIVE, Kind, Meaning
from models.records.layers import Activation, Trace

Outputs = Float[np.ndarray, "pictures outputs"]

HANDING_ON = ("Dropout", "Identity", "Flatten", "AdaptiveAvgPool2d", "AvgPool2d", "Mean")
SUMS = ("Linear", "Conv2d", "BatchNorm1d", "BatchNorm2d", "ReLU")  # what they make is never meant as a probability
FAR = 1_000.0  # how much larger the values of the last picture are
NEAR = 1e-4  # of 1, for probabilities that add up to it in single precision

_found: WeakKeyDictionary[Network, Meaning] = WeakKeyDictionary()


def meaning_of(network: Network) -> Meaning:
    """What the network was said to answer with, or else what it seems to; found out once."""
    if network.meaning is not None:
        return network.meaning
    if network not in _found:
        with network.lock:
            _found[network] = found_out(network.module, (network.channels, *network.input_size), len(network.labels))
    return _found[network]


def found_out(module: nn.Module, image: tuple[int, int, int], labels: int = 0) -> Meaning:
    """What a module answers pictures of `image` (channels, rows, columns) with; it is in evaluation mode.

    A single sum may be a logit or a measured number: two `labels` say that it decides between two classes. Raises
    ValueError with the reason where the module fails.
    """
    try:
        return _found_out(module, image, labels)
    except Exception as error:
        reason = (str(error).strip().splitlines() or [type(error).__name__])[0].rstrip(".")
        raise ValueError(f"a picture of noise makes it fail: {reason[:200]}") from error


def _found_out(module: nn.Module, image: tuple[int, int, int], labels: int) -> Meaning:
    batch = torch.randn((4, *image), generator=torch.Generator().manual_seed(0))
    batch[0], batch[3] = 0, FAR * batch[3]
    with torch.inference_mode():
        answers = [first_tensor(module(picture[None])) for picture in batch]
        outputs = torch.cat([answer.reshape(1, -1).double() for answer in answers]).cpu().numpy()
    last = last_kind(capture(module, batch[1:2]))
    return Meaning(_kind(outputs, last, labels), outputs.shape[1])


def last_kind(trace: Trace) -> str:
    """The kind of the layer that makes the answer, behind those that only hand values on or average them.

    Nothing where no layer's values are the answer, or some of them: then only the values can tell.
    """
    made = next((made for made in _last_first(trace) if np.isin(trace.output, made.values).all()), None)
    if made is None:
        return ""
    while made.kind in HANDING_ON and len(made.inputs) == 1 and made.inputs[0] != INPUT:
        made = trace[made.inputs[0]]
    return made.kind


def _last_first(trace: Trace) -> Iterator[Activation]:
    return (trace[name] for name in reversed(list(trace)))


def _kind(outputs: Outputs, last: str, labels: int) -> Kind:
    several, finite = outputs.shape[1] > 1, np.isfinite(outputs).all(axis=1)
    if last == "LogSigmoid":
        return "independent_log_probabilities"
    if last not in SUMS and finite.any():
        outputs = outputs[finite]  # a softmax written by hand may overflow where the picture is far beyond all others
        if several and _adds_up(outputs):
            return "probabilities"
        if several and (outputs <= NEAR).all() and _adds_up(np.exp(outputs)):
            return "log_probabilities"
        if ((outputs >= 0) & (outputs <= 1)).all():
            return "independent_probabilities"
    if several:
        return "logits"
    return "independent_logits" if labels == 2 else "numbers"  # noqa: PLR2004 - no and yes


def _adds_up(shares: Outputs) -> bool:
    return bool((shares >= 0).all() and np.allclose(shares.sum(axis=1), 1, atol=NEAR))


def logits_in(trace: Trace, meaning: Meaning) -> str | None:
    """The layer that makes the logits, before any softmax or sigmoid; None where none can be found.

    It need not be the last that ran: what a network returns besides its answer may be made later. Where the network
    answers with probabilities, it is the first layer whose softmax or sigmoid is that answer.
    """
    if meaning.scale in ("logit", "number"):
        return next((made.name for made in _last_first(trace) if _is_answer(made, trace)), None)
    return next(_squashed_to_output(trace, meaning), None)


def _is_answer(made: Activation, trace: Trace) -> bool:
    """Whether a layer's values are what the network returned; a view of them is no layer of its own."""
    values, output = made.values, trace.output
    same = values.size == output.size and len(values) == len(output)
    return same and np.array_equal(values.reshape(output.shape), output, equal_nan=True)


def _squashed_to_output(trace: Trace, meaning: Meaning) -> Iterator[str]:
    logits = Meaning("logits" if meaning.kind in EXCLUSIVE else "independent_logits", meaning.outputs)
    wanted = meaning.probabilities(trace.output)
    for name, made in trace.items():
        values = made.values.reshape(len(made.values), -1) if made.values.shape[2:] in ((), (1, 1)) else None
        if values is not None and values.shape == trace.output.shape and np.isfinite(values).all():
            found = logits.probabilities(values)
            if np.allclose(found, wanted, rtol=1e-3, atol=1e-6):
                yield name
