"""What a network costs: three totals, where each is spent, PyTorch's own counts, and a fully connected layer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from models.ops.counting import convolution_parameters, linear_parameters
from models.records.costs import Summary
from pages.home import cached
from pages.shell import address, charts, choice
from pages.shell.cached import networks
from pages.shell.language import decimal, say, whole
from pages.shell.proof import Proof
from pages.shell.records import Choice
from viz.ink.bars import bars

MEASURES = ("parameters", "multiply_adds", "memory")
PARTS = ("stages", "layers")
UNITS = ((10**9, "G"), (10**6, "M"), (10**3, "k"))
SMALL = 10_000


def show() -> None:
    """Totals, proof, chart, comparison."""
    chosen = choice.current()
    found = cached.summary(chosen.picture, chosen.network)
    st.header(say("home.spent"), anchor=False)
    for measure, cell in zip(MEASURES, st.columns(len(MEASURES)), strict=True):
        total = getattr(found, measure)
        cell.metric(say(f"home.total.{measure}"), value(total, measure), help=say(f"home.total_help.{measure}"))
        cell.caption(say(f"home.total_exact.{measure}", count=whole(total)))
    proof(chosen, found).put()
    chart()
    comparison(chosen)


def brief(number: float) -> str:
    """A count in at most four figures: 1,296, 36.9 k, 1.81 G."""
    size, unit = next(((size, unit) for size, unit in UNITS if float(f"{number / size:.3g}") >= 1), (1, ""))
    if number < SMALL:
        return decimal(number, 0)
    shown = number / size
    return f"{decimal(shown, 2 if shown < 9.995 else 1 if shown < 99.95 else 0)} {unit}"  # noqa: PLR2004 - three figures


def value(number: float, measure: str) -> str:
    """A number with its unit."""
    short = brief(number)
    return f"{short}{'' if short[-1].isalpha() else ' '}B" if measure == "memory" else short


def proof(chosen: Choice, found: Summary) -> Proof:
    """Both counts by formula beside PyTorch's."""
    parameters, multiply_adds, besides = cached.counted_by_torch(chosen.picture, chosen.network)
    sentences = [
        say(
            "home.proof",
            parameters=whole(found.parameters),
            parameters_torch=whole(parameters),
            parameters_difference=whole(abs(parameters - found.parameters)),
            multiply_adds=whole(found.multiply_adds),
            multiply_adds_torch=whole(multiply_adds),
            multiply_adds_difference=whole(abs(multiply_adds - found.multiply_adds)),
        )
    ]
    counted = sum(layer.parameters for layer in found.layers if not layer.by_formula)
    if counted:
        sentences.append(say("home.proof_counted", count=whole(counted)))
    if besides:
        sentences.append(say("home.proof_besides", count=whole(besides)))
    if found.unused:
        sentences.append(say("home.proof_unused", count=whole(found.unused)))
    same = (parameters, multiply_adds) == (found.parameters, found.multiply_adds)
    return Proof(" ".join(sentences), holds=same)


@st.fragment
def chart() -> None:
    """Where a measure is spent, stage by stage or layer by layer."""
    chosen = choice.current()
    left, right = st.columns([3, 2])
    with left:
        measure = str(_pick("spent", MEASURES, "home.measure"))
    with right:
        parts = str(_pick("by", PARTS, "home.part"))
    labels, values = spent(chosen, measure, parts)
    titles = (say(f"home.axis.{parts}"), say(f"home.axis.{measure}"))
    told = [say("home.share", value=value(each, measure), percent=_percent(each, values)) for each in values]
    charts.draw(partial(bars, labels, values, titles, told), "costs chart")
    st.markdown(most(labels, values, measure))


def _pick(name: str, options: Sequence[str], words: str) -> object:
    return address.pick(
        st.segmented_control,
        name,
        say(f"home.{name}"),
        options,
        format_func=lambda option: say(f"{words}.{option}"),
        required=True,
        label_visibility="collapsed",
    )


def spent(chosen: Choice, measure: str, parts: str) -> tuple[list[str], list[int]]:
    """The names of the parts, and what each spends of the measure."""
    found = cached.summary(chosen.picture, chosen.network).layers
    each = [int(getattr(layer, measure)) for layer in found]
    if parts == "layers":
        return [layer.name for layer in found], each
    stages = cached.stages(chosen.picture, chosen.network)
    return [stage.label for stage in stages], [sum(each[stage.start : stage.stop]) for stage in stages]


def most(labels: Sequence[str], values: Sequence[int], measure: str) -> str:
    """Which part spends most."""
    if not any(values):
        return say("home.most_none")
    name = labels[max(range(len(values)), key=lambda index: values[index])]
    return say(
        f"home.most.{measure}", name=name, value=value(max(values), measure), percent=_percent(max(values), values)
    )


def _percent(part: float, values: Sequence[float]) -> str:
    return decimal(100 * part / max(1, sum(values)), 1)


def comparison(chosen: Choice) -> None:
    """The first convolution beside a fully connected layer with the same inputs and outputs."""
    found = cached.summary(chosen.picture, chosen.network).layers
    first = next((layer for layer in found if layer.kind == "Conv2d" and layer.inputs == ("input",)), None)
    kernels = None if first is None else networks.first_kernels(chosen.network)
    trace = networks.trace(chosen.picture, chosen.network)
    if first is None or kernels is None:
        return
    inputs, outputs = trace.input[0].size, trace[first.name].values[0].size
    channels, colours, rows, columns = kernels.shape
    connected = linear_parameters(inputs, outputs, bias=False)
    shared = convolution_parameters(colours, channels, (rows, columns), bias=False)
    st.header(say("home.connected"), anchor=False)
    picture, maps = (" × ".join(map(str, shape)) for shape in (trace.input.shape[1:], first.shape))
    kernel = f"{channels} × {colours} × {rows} × {columns}"
    counts = {"connected": whole(connected), "shared": whole(shared), "factor": decimal(connected / shared, 0)}
    sizes = {"inputs": whole(inputs), "outputs": whole(outputs), "memory": value(4 * connected, "memory")}
    st.markdown(
        say("home.connected_text", layer=first.name, picture=picture, maps=maps, kernel=kernel, **counts, **sizes)
    )
