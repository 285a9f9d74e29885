"""Batch normalization on a batch of one's own: the groups, the statistics, the result, training and inference."""

from pages.shell import choice, parts

PARTS = ("groups", "statistics", "result", "inference")

parts.show("batch_norm", PARTS, choice.current(), kept=("batch", "tensor", "channel"))
