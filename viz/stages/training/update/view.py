"""What a visitor settles on in one update: picture, class, loss, rate, and how far the update has come."""

from __future__ import annotations

from dataclasses import dataclass, replace

from viz.stages.kernel.legal import NOTHING_SHOWN, Bounds
from viz.stages.kernel.view import View, between, one_of, real
from viz.stages.training.update.pictures import CLASSES, SOURCES, label_of
from viz.stages.training.update.weights import KERNELS, SEEDS, SIZE

STEPS = (
    *("picture", "convolution", "relu", "pooling", "linear", "softmax", "loss"),
    *("d_linear", "d_pooling", "d_relu", "d_convolution", "d_kernel", "update"),
)
"""What happens in an update, in order; the view says which is the last that has happened."""
FORWARD, LOSS, BACKWARD, UPDATE = (STEPS.index(name) for name in ("softmax", "loss", "d_kernel", "update"))
LOSS_NAMES = ("cross_entropy", "squared_error")
POOLS = ("max", "average")
LARGEST_RATE = 1e9
MOST_UPDATES = 200


@dataclass(frozen=True)
class UpdateView(View):
    """What is on stage. `updates`: how many are done before this one; `row`, `column`: of the kernel, in question."""

    source: str = one_of(SOURCES, start="seven")
    label: int = between(0, CLASSES - 1, start=label_of("seven"))
    loss: str = one_of(LOSS_NAMES)
    pool: str = one_of(POOLS)
    rate: float = real(LARGEST_RATE, start=0.1)
    seed: int = between(0, SEEDS - 1)
    updates: int = between(0, MOST_UPDATES)
    step: int = between(0, UPDATE, start=FORWARD)
    kernel: int = between(0, KERNELS - 1)
    row: int = between(0, SIZE - 1)
    column: int = between(0, SIZE - 1)

    def read(self, said: object, bounds: Bounds = NOTHING_SHOWN) -> UpdateView:
        """The view that is named: a picture without a class is of its own, and no rate is below 0."""
        own = replace(self, label=label_of(super().read(said, bounds).source))
        found = super(UpdateView, own).read(said, bounds)
        return found if found.rate >= 0 else replace(found, rate=self.rate)


def start_of(view: UpdateView) -> UpdateView:
    """What an address needn't say: the page's start, and the class that a picture is of by itself."""
    return UpdateView(label=label_of(view.source))
