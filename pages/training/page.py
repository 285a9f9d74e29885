"""How a network learns, part by part: one update, slowly, and which learning rate."""

from pages.shell import choice, parts

parts.show("training", ("update", "rate"), choice.current())
