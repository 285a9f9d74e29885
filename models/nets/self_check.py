"""Can every page look into a network of somebody's own? It is tried with one picture before anybody is shown it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import numpy as np
import torch
from PIL import Image

from models.nets.by_hand import RULES
from models.nets.capture import Activation, Trace, capture, locked
from models.nets.layout import MAPS
from models.nets.network import Network
from models.nets.opened import CannotBeShown, check_open
from models.nets.outline import outline
from models.nets.outputs import first_tensor
from models.nets.prediction import head_of
from models.nets.receptive_field import receptive_fields
from models.nets.recompute import recompute
from models.nets.summary import summarize

CHANGING = "its answer to the same picture changes from one pass to the next"
UNRECORDED = "what is recorded of it differs from what it answers"
NO_MAPS = "none of its layers makes maps that could be recorded"


def self_check(network: Network) -> None:
    """Does with one picture what the pages rely on. Raises `CannotBeShown` where that does not work.

    A pass is recorded, and gives what the bare pass gives; fields, costs and the last sum are found; one unit for each
    kind of layer is worked out by hand; and a copy can be made.
    """
    check_open(network.module)
    batch = _tried("a picture of its size makes it fail", lambda: network.prepare(_picture(network.input_size)))
    trace = _recorded(network, batch)
    for reason, attempt in _attempts(network, trace):
        _tried(reason, attempt)


def _picture(size: tuple[int, int]) -> Image.Image:
    noise = np.random.default_rng(0).integers(0, 256, (*size, 3), dtype=np.uint8)
    return Image.fromarray(noise)


def _recorded(network: Network, batch: torch.Tensor) -> Trace:
    def bare() -> np.ndarray:
        with torch.inference_mode(), locked(network):
            answer: np.ndarray = first_tensor(network.module(batch.clone())).float().numpy(force=True)
        return answer

    first, again = (_tried("one pass of a picture makes it fail", bare) for _ in range(2))
    if not np.array_equal(first, again, equal_nan=True):
        raise CannotBeShown(CHANGING)
    trace: Trace = _tried("its layers can't be recorded", lambda: capture(network, batch))
    if not np.array_equal(trace.output, first, equal_nan=True):
        raise CannotBeShown(UNRECORDED)
    made: list[Activation] = _tried("its layers can't be recorded", lambda: list(trace.values()))
    if not any(activation.values.ndim == MAPS for activation in made):
        raise CannotBeShown(NO_MAPS)
    return trace


def _attempts(network: Network, trace: Trace) -> Iterator[tuple[str, Callable[[], Any]]]:
    """What to try besides, each with what to say where it fails."""
    yield "its way can't be followed without weights", lambda: outline(network.module, network.input_size)
    yield (
        "the receptive fields of its layers can't be found",
        lambda: receptive_fields(network.module, network.input_size),
    )
    yield "the costs of its layers can't be counted", lambda: summarize(network, trace)
    yield "its last layers can't be read", lambda: head_of(network, trace)
    by_kind = {made.kind: name for name, made in reversed(list(trace.items())) if made.kind in RULES}
    for name in by_kind.values():
        yield f"its layer {name} can't be worked out by hand", partial(recompute, network, trace, name, 0, 0, 0)


def _tried(reason: str, attempt: Callable[[], Any]) -> Any:
    """What an attempt gives. Raises `CannotBeShown` with the reason where it fails, whatever the failure."""
    try:
        return attempt()
    except CannotBeShown:
        raise
    except Exception as error:
        said = (str(error).strip().splitlines() or [type(error).__name__])[0][:200].rstrip(".")
        raise CannotBeShown(f"{reason}: {said}") from error
