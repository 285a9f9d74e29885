"""How a network learns, part by part: one update, slowly."""

from pages.shell import choice, parts

parts.show("training", ("update",), choice.current())
