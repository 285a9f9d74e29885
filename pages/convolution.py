"""Convolution, part by part: one kernel by hand, the same inside the network, its relatives, and what it saves."""

from pages.sections import convolution_inside, convolution_kinds, convolution_sharing, convolution_slide
from pages.shell import choice, parts

PARTS = {
    "slide": convolution_slide.show,
    "inside": convolution_inside.show,
    "kinds": convolution_kinds.show,
    "sharing": convolution_sharing.show,
}

PARTS[parts.choose("convolution", tuple(PARTS))](choice.current())
