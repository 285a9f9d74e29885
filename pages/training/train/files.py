"""Lines of PyTorch that train the same network, from the same weights on the same batches."""

from __future__ import annotations

from collections.abc import Iterator

from pages.shell import export
from viz.stages.training.train.view import CONVOLUTION, TrainView

CLASSES = 6
ACTIVATIONS = {"relu": "nn.ReLU()", "sigmoid": "nn.Sigmoid()"}
POOLS = {"n": "", "m": "nn.MaxPool2d(2)", "a": "nn.AvgPool2d(2)"}
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
    for found in CONVOLUTION.finditer(view.convolutions):
        kernels, size, stride = (int(found[at]) for at in (1, 2, 3))
        yield f"nn.Conv2d({channels}, {kernels}, {size}, stride={stride}, padding={size // 2})"
        yield from [f"nn.BatchNorm2d({kernels})"] if found[5] else []
        yield ACTIVATIONS[view.activation]
        yield from [POOLS[found[4]]] if POOLS[found[4]] else []
        channels, side = kernels, _behind(side, stride, pooled=found[4] != "n")
    yield "nn.Flatten()"
    row = channels * side**2
    for units in (int(each) for each in view.hidden.split("-") if each):
        yield f"nn.Linear({row}, {units})"
        yield ACTIVATIONS[view.activation]
        row = units
    yield f"nn.Linear({row}, {CLASSES})"


def _behind(side: int, stride: int, *, pooled: bool) -> int:
    """The side of the maps behind a convolution and its pooling."""
    convolved = (side - 1) // stride + 1
    return convolved // 2 if pooled else convolved
