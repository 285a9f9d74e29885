"""How is a unit of a normalisation layer worked out?"""

from __future__ import annotations

from models.nets.by_hand.case import Answer, Case, NotByHand
from models.ops.batch_norm import as_line


def batch_norm(case: Case) -> Answer:
    """The line y = a·x + b of one channel, with a and b from the running statistics, γ and β."""
    one = slice(case.unit[0], case.unit[0] + 1)
    mean, variance = case.weight("running_mean", one), case.weight("running_var", one)
    if case.settings["training"] or mean is None or variance is None:
        raise NotByHand("It normalises by the batch itself instead of running statistics.")
    a, b = as_line(mean, variance, case.weight("weight", one), case.weight("bias", one), case.settings["eps"])
    return float(a[0] * case.maps[case.unit] + b[0]), 5
