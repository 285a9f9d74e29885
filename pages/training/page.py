"""How a network learns, part by part: an update, a training in the browser, the learning rate, edges out of noise."""

from pages.shell import choice, parts

parts.show("training", ("update", "train", "rate", "edges"), choice.current())
