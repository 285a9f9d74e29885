"""The start: the whole network as a strip on the visitor's picture, and the way inside."""

import streamlit as st

from pages.shell import cached, choice, layers, routes, warm_up
from pages.shell.language import say

DOORS = ("convolution", "pooling", "feature_maps", "receptive_field", "batch_norm")

st.title(say("home.question"), anchor=False)
st.markdown(say("home.answer"))
chosen = choice.current()


def enter(layer: object) -> None:
    """Goes to the feature maps of the layer that was chosen on the strip."""
    if layer in cached.trace(chosen.picture, chosen.network):
        st.session_state["layer"] = layer
        # An empty mapping: the picture and the network are bound to the address and write themselves anew.
        st.switch_page(routes.page("feature_maps"), query_params={})


with st.spinner(say("wait.network")):
    warm_up.wait()
    trace = cached.trace(chosen.picture, chosen.network)
    network = cached.network(chosen.network)

layers.strip(chosen, None, enter)
st.caption(say("strip.scale"))

largest = max(trace, key=lambda name: trace[name].values.size)
st.markdown(
    say(
        "home.reading",
        network=chosen.network,
        inputs=f"{trace.input.size:,}",
        outputs=f"{trace.output.size:,}",
        layers=len(trace),
        parameters=f"{cached.parameters(chosen.network):,}",
        largest=largest,
        most=f"{trace[largest].values.size:,}",
    )
)
if network.weights == "random":
    st.markdown(say("home.random"))
else:
    name, probability = cached.answers(chosen.picture, chosen.network)[0]
    st.markdown(say("home.verdict", name=name, percent=f"{100 * probability:.1f}"))
st.markdown(say("home.choose"))
ACROSS = 3
cells = [cell for _ in range(0, len(DOORS), ACROSS) for cell in st.columns(ACROSS)]
for topic, cell in zip(DOORS, cells, strict=False):
    with cell.container(border=True, height="stretch"):
        st.page_link(routes.page(topic), label=say(f"home.door_{topic}"))
        st.caption(say(f"home.door_text_{topic}"))
