"""The prediction, part by part: from maps to the answer, where it comes from, and what would change it."""

from pages.shell import choice, parts

parts.show("prediction", ("answer", "where", "probe"), choice.current(), kept=("class",))
