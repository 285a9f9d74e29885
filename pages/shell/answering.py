"""A network's answers in words and in lines of PyTorch, by what its numbers mean."""

from __future__ import annotations

from models.ops.meaning import Meaning
from pages.shell.language import decimal, number, say

# What makes probabilities of what a network returns, in PyTorch.
IN_PYTORCH = {
    "logits": "torch.softmax({outputs}, dim=-1)",
    "log_probabilities": "{outputs}.exp()",
    "independent_logits": "torch.sigmoid({outputs})",
    "independent_log_probabilities": "{outputs}.exp()",
}
OWN_WORDS = ("probabilities", "log_probabilities", "independent_logits", "numbers")


def said(name: str, value: float, meaning: Meaning) -> str:
    """An answer with its probability in percent, or a number."""
    if meaning.classes:
        return say("seen.answer", name=name, percent=decimal(100 * value, 1))
    return say("seen.number", name=name, value=number(value))


def about(meaning: Meaning) -> str:
    """What there is to know of the answers, in a sentence; nothing of the usual one class of several, by softmax."""
    if meaning.binary:
        return say("seen.meaning_binary")
    kind = meaning.kind.replace("independent_log_probabilities", "independent_logits")
    kind = kind.replace("independent_probabilities", "independent_logits")
    return say(f"seen.meaning_{kind}") if kind in OWN_WORDS else ""


def in_pytorch(meaning: Meaning, outputs: str) -> str:
    """The lines that make `probabilities` of the tensor of that name, [..., output]."""
    made = IN_PYTORCH.get(meaning.kind, "{outputs}").format(outputs=outputs)
    lines = [f"probabilities = {made}"]
    if meaning.binary:
        lines.append("probabilities = torch.cat([1 - probabilities, probabilities], dim=-1)  # no, yes")
    return "\n".join(lines)
