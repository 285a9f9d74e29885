"""What does it cost to keep every layer's output? Ours beside the bare forward pass and what others offer for it.

The same picture, the same weights, all layers' outputs, two threads, one run: the methods take turns, so that the ratio
to the bare pass holds on a noisy machine. What each delivers differs: captum keeps modules only, and shows what is
overwritten in place overwritten, as torchvision's extractor does; torchlens notes far more than values.
"""

import copy
import statistics
import time
import warnings
from collections.abc import Callable, Iterator

import torch
import torchlens
from captum.attr import LayerActivation
from torch import nn
from torchlens.backends.torch.wrappers import unwrap_torch
from torchvision.models.feature_extraction import create_feature_extractor, get_graph_node_names

from models.nets.capture import capture
from models.nets.catalogue import load
from models.nets.network import Network
from tests.benchmarks.table import Row

Run = Callable[[], object]

THREADS = 2
ROUNDS = {"cifar10": 200, "resnet18": 30}
SLOW_ROUNDS = 5  # of torchlens, which takes far longer


def rows(*, quick: bool = False) -> Iterator[Row]:
    """A row for each network; the floor is the bare forward pass."""
    before = torch.get_num_threads()
    torch.set_num_threads(THREADS)
    try:
        with warnings.catch_warnings(action="ignore"):
            for name, rounds in ROUNDS.items():
                yield compared(load(name), *((1, 1) if quick else (rounds, SLOW_ROUNDS)))
    finally:
        torch.set_num_threads(before)


def compared(network: Network, rounds: int, slow_rounds: int) -> Row:
    """The row of one network. torchlens wraps all of torch: it comes last, with bare passes of its own."""
    batch = torch.randn(1, 3, *network.input_size, generator=torch.Generator().manual_seed(0))
    plain = bare(network, batch)
    runs = {
        "ours": lambda: capture(network, batch),
        "captum": with_captum(copy.deepcopy(network.module), batch),
        "torchvision": with_torchvision(copy.deepcopy(network.module), batch),
    }
    took = in_turns({"bare": plain} | runs, rounds)
    slow = with_torchlens(copy.deepcopy(network.module), batch)
    slowly = in_turns({"bare": plain, "torchlens": slow}, slow_rounds)
    unwrap_torch()
    shares = {name: took[name] / took["bare"] for name in runs}
    shares["torchlens"] = slowly["torchlens"] / slowly["bare"]
    instead = ", ".join(f"{name} {shares[name]:.2f} ×" for name in ("torchvision", "captum", "torchlens"))
    ours = f"{1e3 * took['ours']:.2f} ms, {shares['ours']:.2f} × floor"
    what = f"every layer's output of one picture, `{network.name}` (floor: the bare pass)"
    return Row(what, ours, f"{1e3 * took['bare']:.2f} ms", instead)


def in_turns(methods: dict[str, Run], rounds: int) -> dict[str, float]:
    """The median seconds of each method, one after the other in each round; the first two rounds warm up."""
    times: dict[str, list[float]] = {name: [] for name in methods}
    for _ in range(rounds + 2):
        for name, run in methods.items():
            start = time.perf_counter()
            kept = run()
            times[name].append(time.perf_counter() - start)
            del kept
    return {name: statistics.median(each[2:]) for name, each in times.items()}


def bare(network: Network, batch: torch.Tensor) -> Run:
    """The forward pass alone."""

    def run() -> object:
        with torch.inference_mode():
            return network.module(batch)

    return run


def with_captum(module: nn.Module, batch: torch.Tensor) -> Run:
    """Every module without children, in one call."""
    layers = [part for part in module.modules() if not list(part.children())]
    method = LayerActivation(module, layers)

    def run() -> object:
        with torch.inference_mode():
            return method.attribute(batch)

    return run


def with_torchvision(module: nn.Module, batch: torch.Tensor) -> Run:
    """Every node of the traced graph; tracing is not counted."""
    nodes = get_graph_node_names(module)[1][1:]
    extractor = create_feature_extractor(module, nodes)

    def run() -> object:
        with torch.inference_mode():
            return extractor(batch)

    return run


def with_torchlens(module: nn.Module, batch: torch.Tensor) -> Run:
    """A log of the pass with all outputs."""

    def run() -> object:
        with torch.no_grad():
            return torchlens.trace(module, batch)

    return run
