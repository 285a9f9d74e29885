"""What does it cost to keep every layer's output? Ours beside the bare forward pass and what others offer for it.

The same picture, the same weights, all layers' outputs, two threads, one run: the methods take turns, so that the ratio
to the bare pass holds on a noisy machine. What each delivers differs: captum keeps modules only, and shows what is
overwritten in place overwritten, as torchvision's extractor does; torchlens notes far more than values.
"""

import copy
import statistics
import time
import warnings
from collections.abc import Callable

import torch
import torchlens
from captum.attr import LayerActivation
from torch import nn
from torchlens.backends.torch.wrappers import unwrap_torch
from torchvision.models.feature_extraction import create_feature_extractor, get_graph_node_names

from models.nets.capture import capture
from models.nets.catalogue import load
from models.nets.network import Network

Row = tuple[str, ...]
Run = Callable[[], object]

THREADS = 2
ROUNDS = {"cifar10": 200, "resnet18": 30}
SLOW_ROUNDS = 5  # of torchlens, which takes far longer
HEAD = ("network, method", "layers", "median ms", "to the bare pass")


def measure() -> list[Row]:
    """A head, then a row for each network and method."""
    before = torch.get_num_threads()
    torch.set_num_threads(THREADS)
    try:
        with warnings.catch_warnings(action="ignore"):
            return [HEAD] + [row for name, rounds in ROUNDS.items() for row in compared(load(name), rounds)]
    finally:
        torch.set_num_threads(before)


def compared(network: Network, rounds: int) -> list[Row]:
    """The rows of one network. torchlens wraps all of torch: it comes last, with bare passes of its own."""
    batch = torch.randn(1, 3, *network.input_size, generator=torch.Generator().manual_seed(0))
    plain = bare(network, batch)
    methods = {
        "ours": (lambda: capture(network, batch), len(capture(network, batch))),
        "captum": with_captum(copy.deepcopy(network.module), batch),
        "torchvision": with_torchvision(copy.deepcopy(network.module), batch),
    }
    runs = {name: run for name, (run, _) in methods.items()}
    took = in_turns({"bare": plain} | runs, rounds)
    rows = [as_row(network, "bare", 0, took["bare"], took["bare"])]
    rows += [as_row(network, name, layers, took[name], took["bare"]) for name, (_, layers) in methods.items()]
    run, layers = with_torchlens(copy.deepcopy(network.module), batch)
    took = in_turns({"bare": plain, "torchlens": run}, SLOW_ROUNDS)
    unwrap_torch()
    return [*rows, as_row(network, "torchlens", layers, took["torchlens"], took["bare"])]


def as_row(network: Network, name: str, layers: int, seconds: float, bare_seconds: float) -> Row:
    """One method as it is printed."""
    return f"{network.name}, {name}", str(layers), f"{1e3 * seconds:.2f}", f"{seconds / bare_seconds:.2f}"


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


def with_captum(module: nn.Module, batch: torch.Tensor) -> tuple[Run, int]:
    """Every module without children, in one call."""
    layers = [part for part in module.modules() if not list(part.children())]
    method = LayerActivation(module, layers)

    def run() -> object:
        with torch.inference_mode():
            return method.attribute(batch)

    return run, len(layers)


def with_torchvision(module: nn.Module, batch: torch.Tensor) -> tuple[Run, int]:
    """Every node of the traced graph; tracing is not counted."""
    nodes = get_graph_node_names(module)[1][1:]
    extractor = create_feature_extractor(module, nodes)

    def run() -> object:
        with torch.inference_mode():
            return extractor(batch)

    return run, len(nodes)


def with_torchlens(module: nn.Module, batch: torch.Tensor) -> tuple[Run, int]:
    """A log of the pass with all outputs."""

    def run() -> object:
        with torch.no_grad():
            return torchlens.trace(module, batch)

    return run, len(run())


if __name__ == "__main__":
    for row in measure():
        print(f"{row[0]:<28}" + "".join(f"{cell:>18}" for cell in row[1:]))
