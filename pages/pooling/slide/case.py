"""One pooling window over one plane, worked out once: what it slides over, and what it keeps."""

from __future__ import annotations

from dataclasses import dataclass

from viz.stages.convolution.slide import stage
from viz.stages.convolution.slide.view import PoolingView


@dataclass(frozen=True, eq=False)
class Case:
    """Planes [rows, columns]: `image` below the window, `output`."""

    view: PoolingView
    image: stage.Plane
    output: stage.Plane

    @property
    def value(self) -> float:
        """The output where the window stands."""
        return float(self.output[self.view.row, self.view.column])


def case_of(view: PoolingView, about: stage.Given) -> Case:
    """The case of a view. Raises ImpossibleGeometry."""
    image = stage.image_of(view, about)
    return Case(view, image, stage.pooled(view, image))
