"""The start: the whole network at a glance on the visitor's picture, what it costs, and the way inside."""

import streamlit as st

from pages.home import costs, keep, overview, presets
from pages.shell import choice, links, progress
from pages.shell.cached import networks
from pages.shell.language import decimal, number, say, whole
from pages.shell.records import Choice

DOORS = (
    "convolution",
    "pooling",
    "feature_maps",
    "receptive_field",
    "batch_norm",
    "prediction",
    "training",
    "networks",
)
ACROSS = 4


def reading(chosen: Choice) -> None:
    """What the network makes of the picture, in numbers, and its answer."""
    trace = networks.trace(chosen.picture, chosen.network)
    largest = max(trace, key=lambda name: trace[name].values.size)
    numbers: dict[str, object] = {"colours": say("home.brightness" if trace.input.shape[1] == 1 else "home.colours")}
    numbers |= {"inputs": whole(trace.input.size), "outputs": whole(trace.output.size), "layers": len(trace)}
    most = {"largest": largest, "most": whole(trace[largest].values[0].size)}
    st.markdown(say("home.reading", network=chosen.network, **numbers, **most))
    if networks.network(chosen.network).weights == "random":
        st.markdown(say("home.random"))
        return
    name, value = networks.answers(chosen.picture, chosen.network)[0]
    meaning = networks.meaning(chosen.network)
    key = {"softmax": "verdict", "sigmoid": "verdict_each", "none": "verdict_number"}[meaning.ending]
    shown = decimal(100 * value, 1) if meaning.classes else number(value)
    st.markdown(say(f"home.{key}", name=name, percent=shown, count=whole(meaning.answers)))


def doors() -> None:
    """The way to every page."""
    st.header(say("home.inside"), anchor=False)
    cells = [cell for _ in range(0, len(DOORS), ACROSS) for cell in st.columns(ACROSS)]
    for topic, cell in zip(DOORS, cells, strict=False):
        with cell.container(border=True, height="stretch"):
            links.to(topic, say(f"home.door_{topic}"))
            st.caption(say(f"home.door_text_{topic}"))


st.title(say("home.question"), anchor=False)
st.markdown(say("home.answer"))
chosen = choice.current()
with progress.loading():
    networks.trace(chosen.picture, chosen.network)
overview.show()
reading(chosen)
costs.show()
doors()
presets.put(chosen)
keep.show()
