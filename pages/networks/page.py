"""The networks, part by part: those of torchvision, and one of the visitor's own."""

from pages.shell import choice, parts

parts.show("networks", ("zoo", "own"), choice.current())
