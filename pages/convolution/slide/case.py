"""One kernel over one plane, worked out once: what it slides over, the kernel, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass

from viz.stages.convolution.slide import stage
from viz.stages.convolution.slide.view import ConvolutionView


@dataclass(frozen=True, eq=False)
class Case:
    """Planes [rows, columns]: `image` below, `kernel` as it is set, `output`."""

    view: ConvolutionView
    image: stage.Plane
    kernel: stage.Plane
    output: stage.Plane

    @property
    def sliding(self) -> stage.Plane:
        """The kernel as it slides: turned by 180° for a convolution as mathematics has it."""
        return stage.turned(self.view, self.kernel)

    @property
    def value(self) -> float:
        """The output where the window stands."""
        return float(self.output[self.view.row, self.view.column])


def case_of(view: ConvolutionView, about: stage.Given) -> Case:
    """The case of a view. Raises ImpossibleGeometry."""
    image, kernel = stage.image_of(view, about), stage.kernel_of(view, about)
    return Case(view, image, kernel, stage.convolved(view, image, kernel))
