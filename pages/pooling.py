"""Pooling, part by part: one window by hand, what a shift of the picture changes, and the way back."""

from pages.sections import pooling_back, pooling_forgives, pooling_slide
from pages.shell import choice, parts

PARTS = {"slide": pooling_slide.show, "forgives": pooling_forgives.show, "back": pooling_back.show}

PARTS[parts.choose("pooling", tuple(PARTS))](choice.current())
