"""What a visitor settles on in the recorded training: the moment, how kernels are painted, what stands beside them."""

from __future__ import annotations

from dataclasses import dataclass

from viz.stages.kernel.view import View, between, one_of

MOMENTS = 60
SCALES = ("shared", "own")
CURVES = ("loss", "accuracy")
BESIDE = ("gradients", "mean", "variance")
LAYERS = ("first", "middle", "last")


@dataclass(frozen=True)
class EdgesView(View):
    """What is on stage. `beside`: what the bars show; `layer`: whose feature maps are shown."""

    moment: int = between(0, MOMENTS - 1)
    scale: str = one_of(SCALES)
    curve: str = one_of(CURVES)
    beside: str = one_of(BESIDE)
    layer: str = one_of(LAYERS)
