"""One kernel over one plane, worked out once: what it slides over, the kernel, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass

from models.ops.convolution import cross_correlate, flipped
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
        return flipped(self.kernel) if self.view.convolve else self.kernel

    @property
    def value(self) -> float:
        """The output where the window stands."""
        return float(self.output[self.view.row, self.view.column])


def case_of(view: ConvolutionView, about: stage.Given) -> Case:
    """The case of a view. Raises ImpossibleGeometry."""
    return slid(view, stage.image_of(view, about), stage.kernel_of(view, about))


def slid(view: ConvolutionView, image: stage.Plane, kernel: stage.Plane) -> Case:
    """The case of any kernel over any plane, with the settings of a view. Raises ImpossibleGeometry."""
    sliding = flipped(kernel) if view.convolve else kernel
    return Case(view, image, kernel, cross_correlate(image, sliding, **stage.convolution_settings(view)))
