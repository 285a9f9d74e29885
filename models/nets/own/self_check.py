"""Can every page look into a network of somebody's own? It is tried with one picture before anybody is shown it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import torch
from PIL import Image
from torch import nn

from models.nets.answers.prediction import head_of
from models.nets.capture import capture
from models.nets.capture.layout import MAPS
from models.nets.capture.linking import Choice
from models.nets.capture.outputs import first_tensor
from models.nets.capture.trace import locked
from models.nets.network import Network
from models.nets.own.agreeing import check_names, check_sums, check_ways
from models.nets.own.opened import CannotBeShown, check_open
from models.nets.structure.outline import outline
from models.nets.structure.summary import summarize
from models.records.layers import Activation, Trace

CHANGING = "its answer to the same picture changes from one pass to the next"
UNRECORDED = "what is recorded of it differs from what it answers"
NO_MAPS = "none of its layers makes maps that could be recorded"
NOT_FINITE = "it answers with numbers that are not finite"
TOGETHER = "two pictures at once don't give what each of them gives by itself"
THREADS = "parts of it run in threads of their own, where they can't be recorded"
NEAR = 1e-3  # of the largest answer


def self_check(network: Network) -> None:
    """Does with one picture what the pages rely on. Raises `CannotBeShown` where that does not work.

    A pass is recorded, and gives what the bare pass gives, also with two pictures at once; fields, costs and the last
    sum are found; units of each sort of layer are worked out by hand, and asked for their gradient; and a copy can be
    made.
    """
    check_open(network.module)
    batch = _tried("a picture of its size makes it fail", lambda: network.prepare(_picture(network.input_size)))
    trace = _recorded(network, batch)
    for reason, attempt in _attempts(network, trace, batch):
        _tried(reason, attempt)


def _picture(size: tuple[int, int], seed: int = 0) -> Image.Image:
    noise = np.random.default_rng(seed).integers(0, 256, (*size, 3), dtype=np.uint8)
    return Image.fromarray(noise)


def _bare(network: Network, batch: torch.Tensor) -> np.ndarray:
    with torch.inference_mode(), locked(network):
        answer: np.ndarray = first_tensor(network.module(batch.clone())).float().numpy(force=True)
    return answer


def _recorded(network: Network, batch: torch.Tensor) -> Trace:
    first, again = (_tried("one pass of a picture makes it fail", lambda: _bare(network, batch)) for _ in range(2))
    if not np.array_equal(first, again, equal_nan=True):
        raise CannotBeShown(CHANGING)
    if not np.isfinite(first).all():
        raise CannotBeShown(NOT_FINITE)
    trace: Trace = _tried("its layers can't be recorded", lambda: capture(network, batch))
    if not np.array_equal(trace.output, first, equal_nan=True):
        raise CannotBeShown(UNRECORDED)
    made: list[Activation] = _tried("its layers can't be recorded", lambda: list(trace.values()))
    if not any(activation.values.ndim == MAPS for activation in made):
        raise CannotBeShown(NO_MAPS)
    return trace


def _attempts(network: Network, trace: Trace, batch: torch.Tensor) -> Iterator[tuple[str, Callable[[], Any]]]:
    """What to try besides, each with what to say where it fails."""
    yield "its weights can't be counted", lambda: network.bytes
    yield "its way can't be followed without weights", lambda: outline(network.module, network.input_size)
    fields = _tried("the receptive fields of its layers can't be found", lambda: check_names(network, trace, batch))
    yield "the costs of its layers can't be counted", lambda: summarize(network, trace)
    yield "its last layers can't be read", lambda: head_of(network, trace)
    yield "two pictures at once make it fail", lambda: _check_together(network, trace, batch)
    yield "its layers can't be worked out by hand", lambda: check_sums(network, trace)
    yield "no gradient can be asked of its layers", lambda: check_ways(network, batch, fields)


def _check_together(network: Network, trace: Trace, batch: torch.Tensor) -> None:
    """Raises `CannotBeShown` where two pictures don't give what each gives, unless the pictures decide the way."""
    if any(step.choice != Choice.NONE for step in outline(network.module, network.input_size, batch).steps):
        return
    normalizes = any("BatchNorm" in made.kind for made in trace.values())  # maybe by the batch: then the same one twice
    other = batch if normalizes else network.prepare(_picture(network.input_size, seed=1))
    with _threads_seen(network.module) as threads:
        both = _bare(network, torch.cat([batch, other]))
    if threads - {threading.get_ident()}:
        raise CannotBeShown(THREADS)
    if len(both) != 2 or not np.allclose(both[:1], trace.output, rtol=NEAR, atol=NEAR * np.abs(trace.output).max()):  # noqa: PLR2004 - two pictures
        raise CannotBeShown(TOGETHER)


@contextmanager
def _threads_seen(module: nn.Module) -> Iterator[set[int]]:
    """The threads that the parts of a module run in."""
    threads: set[int] = set()
    handles = [
        part.register_forward_pre_hook(lambda *_: threads.add(threading.get_ident())) for part in module.modules()
    ]
    try:
        yield threads
    finally:
        for handle in handles:
            handle.remove()


def _tried(reason: str, attempt: Callable[[], Any]) -> Any:
    """What an attempt gives. Raises `CannotBeShown` with the reason where it fails, whatever the failure."""
    try:
        return attempt()
    except CannotBeShown:
        raise
    except Exception as error:
        said = (str(error).strip().splitlines() or [type(error).__name__])[0][:200].rstrip(".")
        raise CannotBeShown(f"{reason}: {said}") from error
