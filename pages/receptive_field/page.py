"""Receptive fields, part by part: a unit on the picture, how fields grow, what a channel looks at, a stack to build."""

from pages.shell import choice, parts

parts.show("receptive_field", ("point", "growth", "top_patches", "build"), choice.current(), kept=("layer", "channel"))
