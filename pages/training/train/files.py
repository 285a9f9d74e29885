"""Lines of PyTorch that train the same network, from the same weights on the same batches."""

from __future__ import annotations

from collections.abc import Iterator

from pages.shell import export
from pages.training.train import architecture
from viz.stages.training.train.view import TrainView

CLASSES = 6
ACTIVATIONS = {"relu": "nn.ReLU()", "sigmoid": "nn.Sigmoid()"}
POOLS = {"max": "nn.MaxPool2d(2)", "average": "nn.AvgPool2d(2)"}
OPTIMIZERS = {
    "sgd": "torch.optim.SGD(model.parameters(), lr={rate}, weight_decay={decay})",
    "momentum": "torch.optim.SGD(model.parameters(), lr={rate}, momentum=0.9, weight_decay={decay})",
    "adam": "torch.optim.Adam(model.parameters(), lr={rate}, weight_decay={decay})",
}


def snippet(view: TrainView) -> str:
    """Lines that print the loss of every update on stage beside that of PyTorch."""
    optimizer = OPTIMIZERS[view.optimizer].format(rate=view.rate, decay=view.decay)
    return export.code("training_train", layers=_model(view), optimizer=optimizer)


def snippet_taken(view: TrainView) -> str:
    """Lines that load the saved network, and repeat how many held-out pictures it names correctly."""
    return export.code("training_train_taken", layers=_model(view))


def _model(view: TrainView) -> str:
    return "\n".join(f"    {line}," for line in _layers(view))


def _layers(view: TrainView) -> Iterator[str]:
    channels, side = 1, view.side
    for block in architecture.convolutions(view):
        sizes = f"{channels}, {block.kernels}, {block.size}, stride={block.stride}, padding={block.size // 2}"
        yield f"nn.Conv2d({sizes})"
        yield from [f"nn.BatchNorm2d({block.kernels})"] if block.norm else []
        yield ACTIVATIONS[view.activation]
        yield from [POOLS[block.pool]] if block.pool != "none" else []
        channels, side = block.kernels, block.behind(side)
    yield "nn.Flatten()"
    row = channels * side**2
    for units in architecture.hidden(view):
        yield f"nn.Linear({row}, {units})"
        yield ACTIVATIONS[view.activation]
        row = units
    yield f"nn.Linear({row}, {CLASSES})"
