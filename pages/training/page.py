"""How a network learns, part by part: one update, slowly; a training in the browser; and which learning rate."""

from pages.shell import choice, parts

parts.show("training", ("update", "train", "rate"), choice.current())
