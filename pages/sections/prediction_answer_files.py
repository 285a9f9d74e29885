"""What can be taken home from the answer: the parts of a logit and all classes as tables, and lines of PyTorch."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

import numpy as np

from models.ops.prediction import Head, HeadStep, by_size, terms_of
from models.ops.softmax import softmax
from pages.shell import take_away
from pages.shell.choice import Choice
from pages.shell.language import say
from viz.components.answer.stage import View

# What goes into the last sum, and what it gives, in PyTorch; `values` is what the layer before it made.
PRODUCTS = {
    "average": ("products = values.mean(dim=(1, 2)) * layer.weight[{label}]", "products.sum() + {bias}"),
    "linear": ("products = values.flatten() * layer.weight[{label}]", "products.sum() + {bias}"),
    "classes": ("products = values[{label}].flatten() / values[{label}].numel()", "products.sum()"),
}


def put(chosen: Choice, head: Head, labels: Sequence[str], view: View) -> None:
    """The link, both tables, and the lines of PyTorch."""
    name = f"answer-{chosen.network}-{chosen.picture.key}"
    files = (
        take_away.File(say("prediction_answer.save_terms"), f"{name}-parts", "csv", lambda: terms_table(head, view)),
        take_away.File(
            say("prediction_answer.save_classes"), f"{name}-classes", "csv", lambda: classes_table(head, labels, view)
        ),
    )
    take_away.put(chosen, files, snippet(chosen, head, view), part="answer")


def terms_table(head: Head, view: View) -> str:
    """A CSV of the terms of one logit, largest first; the bias last."""
    terms = terms_of(head, view.label)
    products = terms.values * terms.weights
    rows = [
        (term, float(terms.values[term]), float(terms.weights[term]), float(products[term]))
        for term in by_size(products)
    ]
    return _table(("term", "value", "weight", "product"), [*rows, ("bias", "", "", terms.bias)])


def classes_table(head: Head, labels: Sequence[str], view: View) -> str:
    """A CSV of all classes, largest logit first."""
    probabilities = softmax(head.logits.astype(np.float64), view.temperature)
    order = np.argsort(-head.logits, kind="stable")
    rows = [(int(one), labels[one], float(head.logits[one]), float(probabilities[one])) for one in order]
    return _table(("index", "label", "logit", "probability"), rows, temperature=f"{view.temperature:g}")


def _table(columns: Sequence[str], rows: Sequence[Sequence[object]], **values: str) -> str:
    file = io.StringIO()
    lines = csv.writer(file)
    lines.writerow([say(f"prediction_answer.columns.{column}", **values) for column in columns])
    lines.writerows(rows)
    return file.getvalue()


def snippet(chosen: Choice, head: Head, view: View) -> str:
    """Lines of PyTorch that print the logit, the probability, the loss, and the largest parts."""
    weighing = [step for step in head.steps if step.kind in ("Linear", "Conv2d")]
    place = head.steps.index(weighing[-1])
    products, total = PRODUCTS[head.form if head.form in PRODUCTS else "linear"]
    bias = "layer.bias[{label}]" if head.bias.any() else "0"
    return take_away.code(
        "prediction_answer",
        network=chosen.network,
        layer=weighing[-1].name,
        source=_source(head, place).name,
        products=products.format(label=view.label),
        total=total.format(bias=bias.format(label=view.label)),
        label=view.label,
        truth=view.truth,
        temperature=view.temperature,
        **take_away.picture_code(chosen),
    )


def _source(head: Head, weighing: int) -> HeadStep:
    """The layer whose values the products are made of: the last maps, the classes' own maps, or the last features."""
    if head.form == "average":
        return head.steps[0]
    if head.form == "classes":
        pool = next(at for at, step in enumerate(head.steps) if at and step.shape[1:] == (1, 1))
        return head.steps[pool - 1]
    return head.steps[weighing - 1]
