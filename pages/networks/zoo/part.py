"""All networks in one table, sought, sorted and chosen; and what accuracy costs, as a chart."""

from __future__ import annotations

import math
from functools import partial

import numpy as np
import streamlit as st

from pages.networks.zoo import table as zoo
from pages.networks.zoo.table import measured_on
from pages.shell import address, charts, export, presets, progress, weights_notice
from pages.shell.cached import downloads, networks
from pages.shell.cached.downloads import Facts
from pages.shell.language import decimal, say, whole
from pages.shell.proof import Proof
from pages.shell.records import Choice
from viz.ink.scatter import chosen_among

MILLION = 1_000_000
MILLIONS = tuple(float(MILLION * count) for count in (1, 2, 5, 10, 20, 50, 100, 200, 500))
ALL = "all"
PICTURE_ALONE = {
    "displaylogo": False,
    "modeBarButtons": [["toImage"]],
    "toImageButtonOptions": {"filename": "networks"},
}
PART = {"part": "zoo"}
TRY = {
    "networks_zoo.try_small": {**PART, "network": "squeezenet1_1", "norm": "without"},
    "networks_zoo.try_residual": {**PART, "network": "resnet18", "family": "resnet"},
    "networks_zoo.try_plain": {**PART, "network": "vgg16", "norm": "without"},
}


def show(chosen: Choice) -> None:
    """The whole part."""
    st.title(say("networks_zoo.question"), anchor=False)
    st.markdown(say("networks_zoo.answer", count=sum(facts.top1 is not None for facts in downloads.all_facts())))
    found = sieve()
    if found:
        zoo.table(found, chosen.network)
    else:
        st.info(say("networks_zoo.none"))
    if tried := st.session_state.pop(zoo.TOO_HEAVY, None):
        heavy = next(facts for facts in downloads.all_facts() if facts.name == tried)
        most = weights_notice.megabytes(downloads.most_megabytes())
        st.info(say("networks_zoo.heavy", name=tried, heavy=weights_notice.megabytes(heavy.heaviest), most=most))
    reading(chosen)
    st.header(say("networks_zoo.cost"), anchor=False)
    chart(chosen)
    with progress.loading():
        proof(chosen)
    presets.put(TRY, numbers={"networks_zoo.try_residual": _depths("resnet")})
    keep(chosen, found)
    with st.expander(say("page.depth")):
        st.markdown(say("networks_zoo.depths.columns"))
        st.markdown(say("networks_zoo.depths.weights", **weights_notice.places()))
        st.markdown(say("networks_zoo.depths.others"))


def _depths(family: str) -> dict[str, object]:
    """How many layers the networks of a family have, as the table counts them."""
    layers = [facts.layers for facts in downloads.all_facts() if facts.family == family]
    return {"fewest": min(layers), "most": max(layers)}


def sieve() -> list[Facts]:
    """The three sieves and the field for a name; the networks that pass."""
    every = downloads.all_facts()
    families = list(dict.fromkeys(facts.family for facts in sorted(every, key=lambda facts: facts.family)))
    name, family, norm, here = st.columns([5, 5, 5, 5], vertical_alignment="bottom")
    with name:
        wanted = zoo.seek()
    with family:
        kind = address.pick(
            st.selectbox, "family", say("networks_zoo.family"), [ALL, *families], format_func=zoo.family_name
        )
    with norm:
        with_norm = address.pick(
            st.segmented_control,
            "norm",
            say("networks_zoo.norm"),
            (ALL, "with", "without"),
            required=True,
            format_func=lambda option: say(f"networks_zoo.norm_{option}"),
        )
    with here:
        lying = address.pick(
            st.segmented_control,
            "here",
            say("networks_zoo.here"),
            (ALL, "here"),
            required=True,
            format_func=lambda option: say(f"networks_zoo.here_{option}"),
        )
    return [
        facts
        for facts in every
        if wanted in facts.name
        and kind in (ALL, facts.family)
        and with_norm in (ALL, "with" if facts.has_batch_norm else "without")
        and (lying == ALL or facts.here)
    ]


def reading(chosen: Choice) -> None:
    """Where the chosen network stands among the others."""
    facts = downloads.facts(chosen.network)
    if facts is None:
        st.markdown(say("networks_zoo.reading_other", name=chosen.network))
        return
    numbers = {"name": facts.name, "weights": whole(facts.parameters), "layers": facts.layers, "side": facts.side}
    if facts.top1 is None:
        accuracy = {"accuracy": decimal(facts.accuracy, 2), "measured": measured_on(facts)}
        st.markdown(say("networks_zoo.reading_bundled", **numbers, **accuracy))
        return
    ranked = {other: other.top1 for other in downloads.all_facts() if other.top1 is not None}
    better = [other for other, top1 in ranked.items() if top1 > facts.top1 and other.parameters < facts.parameters]
    about = {"top1": facts.top1, "place": 1 + sum(other.parameters < facts.parameters for other in ranked)}
    said = [say("networks_zoo.reading", **numbers, **about, count=len(ranked))]
    if better:
        best = max(better, key=ranked.__getitem__)
        said.append(
            say(
                "networks_zoo.outdone",
                count=len(better),
                best=best.name,
                top1=best.top1,
                weights=whole(best.parameters),
            )
        )
    else:
        said.append(say("networks_zoo.unmatched"))
    st.markdown(" ".join(said))


def chart(chosen: Choice) -> None:
    """Accuracy against the number of weights; a click on a point chooses that network."""
    ranked = [facts for facts in downloads.all_facts() if facts.top1 is not None]
    points = {facts.name: (float(facts.parameters), float(facts.top1 or math.nan)) for facts in ranked}
    titles = say("networks_zoo.axis_weights"), say("networks_zoo.axis_top1")
    figure = partial(chosen_among, points, chosen.network, MILLIONS, titles, say("networks_zoo.hover"))

    def picked() -> None:
        found = st.session_state["zoo chart"]["selection"]["points"]
        if found:
            zoo.choose(str(found[0]["customdata"]))

    charts.draw_to_choose(figure, "zoo chart", picked, PICTURE_ALONE)
    shown = say(f"networks_zoo.chart_{'chosen' if chosen.network in points else 'other'}", name=chosen.network)
    st.caption(say("networks_zoo.chart_alt", count=len(ranked), shown=shown))


def proof(chosen: Choice) -> None:
    """The number of weights, counted from their shapes, beside what PyTorch counts and what the table says."""
    shapes = downloads.weight_shapes(chosen.network)
    by_hand = sum(int(np.prod(shape)) for shape in shapes)
    by_torch = networks.parameters(chosen.network)
    facts = downloads.facts(chosen.network)
    table = by_torch if facts is None else facts.parameters
    difference = max(abs(by_hand - by_torch), abs(by_hand - table))
    numbers = {"by_hand": whole(by_hand), "by_torch": whole(by_torch), "table": whole(table)}
    said = say("networks_zoo.proof", blocks=len(shapes), **numbers, difference=difference)
    Proof(said, holds=difference == 0).put()
    # A path with underscores, or whatever a file says of itself, is no Markdown, so what marks code isn't shown either.
    st.text(networks.network(chosen.network).source.replace("`", ""))


def keep(chosen: Choice, found: list[Facts]) -> None:
    """The link, the table, and lines of Python that print the numbers of the chosen network."""
    facts = downloads.facts(chosen.network)
    published = facts is not None and facts.top1 is not None
    code = export.code(f"networks_zoo_{'published' if published else 'bundled'}", network=chosen.network)
    files = [export.File(say("networks_zoo.save_csv"), "networks", "csv", lambda: zoo.lines(found))]
    export.put(chosen, files, code, part="zoo")
