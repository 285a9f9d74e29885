"""Does a layer that no rule follows, attention say, depend on every pixel? Asked of the gradient: it invents nothing.

A gradient that is not zero proves that a unit depends on a pixel; one that is zero proves nothing, and the answer stays
open. So a yes is certain for the units that were asked, and there is no other answer than yes. It is about how the
network is built, whatever it has learned: a copy with weights drawn at random is asked.
"""

from __future__ import annotations

import copy

import torch
from torch import Tensor, nn

from models.nets.capture.layout import FEATURES
from models.nets.capture.linking import Step, link
from models.nets.capture.recording import Plan
from models.nets.fields.influence import influence
from models.nets.fields.misfit import REFUSALS
from models.nets.structure.outline import dtype_of, input_channels

PROVEN = "the gradient of its units, asked in the middle and at the corners, reaches every pixel"
FEWEST_ASKED, MOST_ASKED = 2, 16
WORTH_ASKING = 32_000_000  # weights that all ways back together may pass through: seconds, not minutes


class Dependence:
    """A network to be asked. It runs, as a copy and in evaluation mode, when it is asked for the first time."""

    def __init__(self, module: nn.Module, image: tuple[int, int]) -> None:
        self.module = module
        self.image = image
        weights = sum(weights.numel() for weights in module.parameters())
        self.left = max(FEWEST_ASKED, min(MOST_ASKED, WORTH_ASKING // max(1, weights)))
        self.picture: Tensor | None = None
        self.steps: dict[str, Step] = {}

    def on_everything(self, layer: str) -> bool:
        """Whether the asked units of a layer depend on every pixel. False where that is not proven.

        It takes a way back through the network for each unit; after a few layers, the fewer the larger the network, it
        is given up.
        """
        if not self.left:
            return False
        self.left -= 1
        try:
            with torch.inference_mode(mode=False), torch.enable_grad():
                return all(self._reaches_all(units) for units in self._units(layer))
        except REFUSALS:
            return False

    def _units(self, layer: str) -> list[Tensor]:
        """One number for each place that is asked: its channels, weighed at random so that they do not cancel."""
        if self.picture is None:
            self._run()
        step = self.steps[layer]
        values = step.tensor.movedim(-1, 1) if step.rearranged else step.tensor
        if values.dim() == FEATURES:
            return [values[:, feature].sum() for feature in {0, values.shape[1] // 2, values.shape[1] - 1}]
        rows, columns = values.shape[2:]
        weights = torch.rand(1, values.shape[1], 1, 1, generator=torch.Generator().manual_seed(0))
        mixed = (values * weights.to(values)).sum(dim=(0, 1))
        corners = {(row, column) for row in (0, rows - 1) for column in (0, columns - 1)}
        return [mixed[row, column] for row, column in sorted(corners | {(rows // 2, columns // 2)})]

    def _run(self) -> None:
        module = drawn_anew(copy.deepcopy(self.module).eval())
        shape = (1, input_channels(module, self.image), *self.image)
        noise = torch.randn(shape, generator=torch.Generator().manual_seed(0), dtype=dtype_of(module))
        noise.requires_grad_()
        self.steps = {step.name: step for step in link(Plan(module).record(noise)[0])}
        self.picture = noise  # only now: a network that refused is refused again

    def _reaches_all(self, unit: Tensor) -> bool:
        if self.picture is None or not unit.requires_grad:
            return False
        reached = influence(unit, self.picture)
        return bool((reached.isfinite() & (reached > 0)).all())


@torch.no_grad()
def drawn_anew(module: nn.Module) -> nn.Module:
    """The module with random weights, the same on every call, of a size that keeps values neither large nor small."""
    generator = torch.Generator().manual_seed(0)
    for weights in module.parameters():
        inputs = weights[0].numel() if weights.dim() > 1 else 0
        if inputs:
            weights.normal_(0, inputs**-0.5, generator=generator)
        else:
            weights.uniform_(0.5, 1.5, generator=generator)
    for layer in module.modules():
        if isinstance(layer, nn.BatchNorm2d):
            layer.reset_running_stats()
    return module
