"""What can be taken home from the answer: the parts of a logit and all classes as tables, and lines of PyTorch."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

import numpy as np

from models.ops.meaning import Ending
from models.ops.prediction import Head, by_size, terms_of
from models.records.layers import HeadStep
from pages.prediction.answer.words import probabilities_of
from pages.prediction.lines import logits_code
from pages.shell import export
from pages.shell.cached import networks
from pages.shell.language import say
from pages.shell.records import Choice
from viz.stages.prediction.answer.stage import AnswerView

# What goes into the last sum, and what it gives, in PyTorch; `values` is what the layer before it made.
PRODUCTS = {
    "average": ("products = values.mean(dim=(1, 2)) * layer.weight[{row}]", "products.sum() + {bias}"),
    "linear": ("products = values.flatten() * layer.weight[{row}]", "products.sum() + {bias}"),
    "classes": ("products = values[{row}].flatten() / values[{row}].numel()", "products.sum()"),
}
# What becomes of the logits; lines of the block in which nothing is remembered for gradients.
SQUASHED = {
    "softmax": (
        "probabilities = torch.softmax(logits / {temperature}, dim=0)",
        "loss = torch.nn.functional.cross_entropy(logits[None] / {temperature}, torch.tensor([{truth}]))",
    ),
    "sigmoid": (
        "probabilities = torch.sigmoid(logits / {temperature})",
        "logit = logits[{truth}] / {temperature}",
        "loss = torch.nn.functional.binary_cross_entropy_with_logits(logit, torch.ones(()))",
    ),
    "none": (),
}
TOLD = {
    "softmax": 'print(f"logit {{logits[{label}]:.6g}}, probability {{probabilities[{label}]:.6g}}, loss {{loss:.6g}}")',
    "none": 'print(f"output {{logits[{label}]:.6g}}")',
}


def put(chosen: Choice, head: Head, labels: Sequence[str], view: AnswerView) -> None:
    """The link, both tables, and the lines of PyTorch."""
    name, ending = f"answer-{chosen.network}-{chosen.picture.key}", networks.meaning(chosen.network).ending
    files = (
        export.File(say("prediction_answer.save_terms"), f"{name}-parts", "csv", lambda: terms_table(head, view)),
        export.File(
            say("prediction_answer.save_classes"),
            f"{name}-classes",
            "csv",
            lambda: classes_table(head, labels, view, ending),
        ),
    )
    export.put(chosen, files, snippet(chosen, head, view), part="answer")


def terms_table(head: Head, view: AnswerView) -> str:
    """A CSV of the terms of one logit, largest first; the bias last."""
    terms = terms_of(head, view.label)
    products = terms.values * terms.weights
    rows = [
        (term, float(terms.values[term]), float(terms.weights[term]), float(products[term]))
        for term in by_size(products)
    ]
    return _table(("term", "value", "weight", "product"), [*rows, ("bias", "", "", terms.bias)])


def classes_table(head: Head, labels: Sequence[str], view: AnswerView, ending: Ending = "softmax") -> str:
    """A CSV of all classes, largest logit first; plain numbers have no probabilities."""
    probabilities = probabilities_of(head.logits, view.temperature, ending)
    order = np.argsort(-head.logits, kind="stable")
    rows = [(int(one), labels[one], float(head.logits[one]), float(probabilities[one])) for one in order]
    if ending == "none":
        return _table(("index", "label", "value"), [row[:3] for row in rows])
    return _table(("index", "label", "logit", "probability"), rows, temperature=f"{view.temperature:g}")


def _table(columns: Sequence[str], rows: Sequence[Sequence[object]], **values: str) -> str:
    file = io.StringIO()
    lines = csv.writer(file)
    lines.writerow([say(f"prediction_answer.columns.{column}", **values) for column in columns])
    lines.writerows(rows)
    return file.getvalue()


def snippet(chosen: Choice, head: Head, view: AnswerView) -> str:
    """Lines of PyTorch that print the logit, the probability, the loss, and the largest parts."""
    meaning = networks.meaning(chosen.network)
    weighing = [step for step in head.steps if step.kind in ("Linear", "Conv2d")]
    place = head.steps.index(weighing[-1])
    products, total = PRODUCTS[head.form if head.form in PRODUCTS else "linear"]
    row = max(0, view.label - 1) if meaning.binary else view.label
    bias = f"layer.bias[{row}]" if head.bias.any() else "0"
    if meaning.binary and view.label == 0:
        products, bias = f"{products} * 0  # no counts as 0", "0"
    about = {"temperature": view.temperature, "truth": view.truth, "label": view.label}
    squashed = (*SQUASHED[meaning.ending], TOLD.get(meaning.ending, TOLD["softmax"]))
    return export.code(
        "prediction_answer",
        network=chosen.network,
        layer=weighing[-1].name,
        source=_source(head, place).name,
        products=products.format(row=row),
        total=total.format(bias=bias),
        logits="\n    ".join(logits_code(head, meaning, zero=meaning.binary)),
        squashed="\n    ".join(line.format(**about) for line in squashed),
        **export.picture_code(chosen),
    )


def _source(head: Head, weighing: int) -> HeadStep:
    """The layer whose values the products are made of: the last maps, the classes' own maps, or the last features."""
    if head.form == "average":
        return head.steps[0]
    if head.form == "classes":
        pool = next(at for at, step in enumerate(head.steps) if at and step.shape[1:] == (1, 1))
        return head.steps[pool - 1]
    return head.steps[weighing - 1]
