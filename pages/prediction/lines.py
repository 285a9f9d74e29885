"""How lines of PyTorch get at the logits, whatever the network itself makes of them."""

from __future__ import annotations

from models.ops.meaning import EXCLUSIVE, Meaning
from models.ops.prediction import Head


def logits_code(head: Head, meaning: Meaning, *, zero: bool) -> list[str]:
    """Lines of PyTorch that make `logits` of the `batch`: what the network returns, or what its softmax is given."""
    if meaning.scale in ("logit", "number"):
        lines = ["logits = network.module(batch)[0]  # [outputs]"]
    else:
        made = f'capture(network, batch)["{head.steps[-1].name}"].values'
        lines = [f"logits = torch.tensor({made})[0].flatten()  # [outputs], before the network's own {_own(meaning)}"]
    return [*lines, "logits = torch.cat([torch.zeros(1), logits])  # no counts as 0"] if zero else lines


def _own(meaning: Meaning) -> str:
    return "softmax" if meaning.kind in EXCLUSIVE else "sigmoid"
