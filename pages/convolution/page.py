"""Convolution, part by part: one kernel by hand, the same inside the network, its relatives, and what it saves."""

from pages.shell import choice, parts

parts.show("convolution", ("slide", "flashlight", "inside", "kinds", "sharing"), choice.current())
