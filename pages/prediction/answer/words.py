"""From maps to the answer, in words: the steps of the chain, the reading, the proof, what can be taken home."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from models.ops.activation import sigmoid
from models.ops.meaning import Ending
from models.ops.prediction import Head, by_size, terms_of
from models.ops.softmax import binary_cross_entropy, cross_entropy, softmax
from models.ops.written import write_summands
from models.records.layers import HeadStep
from pages.prediction import cached
from pages.prediction.heads import differing, named, roles_of
from pages.shell import language
from pages.shell.cached import networks
from pages.shell.language import compact, exact, number, say, whole, written
from pages.shell.proof import Proof, agree, apart
from pages.shell.records import Choice
from pages.shell.rounded import rounded
from viz.stages.prediction.answer.stage import AnswerView, Step

Logits = Float[np.ndarray, " classes"]


def shape_of(step: HeadStep) -> str:
    """A shape without the places where there is only one."""
    shape = step.shape[:1] if step.shape[1:] == (1, 1) else step.shape
    return " × ".join(whole(size) for size in shape)


def chain(head: Head, ending: Ending = "softmax") -> list[Step]:
    """The layers of the head, the softmax or sigmoid and the loss, each with what it does."""
    unlike, found = differing(head), []
    before = head.steps[0]
    for step, role in zip(head.steps, roles_of(head.steps), strict=True):
        about = {"name": step.name, "kind": step.kind, "shape": shape_of(step), "before": shape_of(before)}
        found.append(Step(step.name, shape_of(step), say(f"prediction_answer.steps.{role}", **about), step in unlike))
        before = step
    for end in () if ending == "none" else (ending, "loss"):
        made = say(f"prediction_answer.steps.{end}_made", count=whole(head.logits.size))
        found.append(Step(say(f"prediction_answer.steps.{end}"), made, say(f"prediction_answer.steps.{end}_does")))
    return found


def of_stage(ending: Ending) -> dict[str, str]:
    """The words of the stage, those of a softmax, of a sigmoid, or of plain numbers."""
    said = language.group("prediction_answer.stage")
    if ending == "sigmoid":
        said |= {"probability": said["probability_sigmoid"], "spelled_softmax": said["spelled_sigmoid"]}
        said |= {"softmax": said["sigmoid"], "spelled_loss": said["spelled_binary_loss"]}
    elif ending == "none":
        said |= {"classes": said["numbers"], "class": said["output"], "logit": said["value"]}
        said |= {"read_class": said["read_number"]}
    return said


def form(head: Head) -> str:
    """What kind of head it is, in a sentence."""
    return say(f"prediction_answer.form_{head.form}", chain=named(differing(head)), made=whole(head.features.size))


def probabilities_of(logits: Logits, temperature: float, ending: Ending) -> Logits:
    """The probabilities of all classes at a temperature; of plain numbers there are none."""
    values = logits.astype(np.float64)
    if ending == "none":
        return np.full(values.shape, np.nan)
    return softmax(values, temperature) if ending == "softmax" else np.asarray(sigmoid(values / temperature))


def loss_of(logits: Logits, view: AnswerView, ending: Ending) -> float:
    """The loss at a temperature, for the class that is taken for true."""
    values = logits / np.float64(view.temperature)
    return binary_cross_entropy(values[view.truth]) if ending == "sigmoid" else cross_entropy(values, view.truth)


def reading(head: Head, labels: Sequence[str], view: AnswerView, ending: Ending = "softmax") -> str:
    """The logit, its parts, the probability and the loss."""
    return f"{_sum(head, labels, view)} {_squashed(head, labels, view, ending)}"


def _squashed(head: Head, labels: Sequence[str], view: AnswerView, ending: Ending) -> str:
    """What becomes of the logit."""
    if ending == "none":
        return say("prediction_answer.reading_none")
    probabilities = probabilities_of(head.logits, view.temperature, ending)
    return say(
        f"prediction_answer.reading_{ending}",
        truth=labels[view.truth],
        temperature=compact(view.temperature),
        percent=number(100 * probabilities[view.label]),
        rank=int((head.logits > head.logits[view.label]).sum()) + 1,
        classes=whole(head.logits.size),
        loss=number(loss_of(head.logits, view, ending)),
    )


def _sum(head: Head, labels: Sequence[str], view: AnswerView) -> str:
    """The logit and its parts."""
    terms = terms_of(head, view.label)
    products = terms.values * terms.weights
    largest, logit = by_size(products)[0], float(head.logits[view.label])
    summands = [products[products > 0].sum(), products[products < 0].sum(), terms.bias]
    positive, negative, bias = map(written, write_summands(summands, logit))
    return say(
        f"prediction_answer.reading_{head.form}",
        **{"for": positive},
        label=labels[view.label],
        logit=number(logit),
        positive=whole(int((products > 0).sum())),
        negative=whole(int((products < 0).sum())),
        against=negative,
        count=whole(products.size),
        bias=bias,
        part=number(products[largest]),
        term=largest,
    )


def proof(chosen: Choice, head: Head, labels: Sequence[str], view: AnswerView) -> Proof:
    """By hand beside PyTorch: logits, softmax or sigmoid, cross-entropy."""
    by_hand = cached.logits_by_hand(chosen.picture, chosen.network)
    ending, largest = networks.meaning(chosen.network).ending, float(np.abs(head.logits).max())
    furthest = head.logits[np.abs(head.logits).argmax()]
    made = None if ending == "none" else _made_of(head, by_hand, view, ending)
    said = say(
        "prediction_answer.proof" if ending == "softmax" else f"prediction_answer.proof_{ending}",
        classes=whole(head.logits.size),
        logits=apart(float(np.abs(by_hand - head.logits).max())),
        largest=number(furthest),
        label=labels[view.label],
        by_hand=exact(by_hand[view.label]),
        by_torch=exact(head.logits[view.label]),
        shown=rounded(head.logits[view.label]),
        **({} if made is None else made.said(labels[view.truth], view)),
    )
    logits = agree(float(np.abs(by_hand - head.logits).max()), largest)
    return Proof(said, holds=logits and (made is None or made.holds))


@dataclass(frozen=True)
class Made:
    """What is made of the logits: how far the probabilities are apart, and the loss, by hand and by PyTorch."""

    apart: float
    loss: float
    loss_torch: float

    @property
    def holds(self) -> bool:
        """Whether both sides agree but for rounding."""
        return agree(self.apart) and agree(self.loss - self.loss_torch, self.loss)

    def said(self, truth: str, view: AnswerView) -> dict[str, str]:
        """For the proof line."""
        return {
            "truth": truth,
            "temperature": compact(view.temperature),
            "softmax": apart(self.apart),
            "loss": exact(self.loss),
            "loss_torch": exact(self.loss_torch),
            "loss_shown": rounded(self.loss),
            "loss_difference": apart(abs(self.loss - self.loss_torch)),
        }


def _made_of(head: Head, by_hand: Logits, view: AnswerView, ending: Ending) -> Made:
    exclusive = ending == "softmax"
    squashed = probabilities_of(by_hand, view.temperature, ending)
    by_torch = cached.squashed_by_torch(head.logits, view.temperature, exclusive=exclusive)
    loss_torch = cached.loss_by_torch(head.logits, view.truth, view.temperature, exclusive=exclusive)
    return Made(float(np.abs(squashed - by_torch).max()), loss_of(by_hand, view, ending), loss_torch)
