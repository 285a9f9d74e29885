"""Pooling, part by part: one window by hand, what a shift of the picture changes, and the way back."""

from pages.shell import choice, parts

parts.show("pooling", ("slide", "invariance", "unpooling"), choice.current())
