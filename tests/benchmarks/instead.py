"""What people would write instead: 48 maps of a layer, by matplotlib through `st.image`, or as Plotly's subplots."""

import io

import streamlit as st
from matplotlib import pyplot as plt
from plotly import graph_objects
from plotly.subplots import make_subplots
from torchvision.models.feature_extraction import create_feature_extractor

from models.images import sample
from models.nets.catalogue import load

LAYERS = ("stage1.conv1", "stage1.bn1")
ROWS, COLUMNS = 6, 8


@st.cache_data
def captured():
    """Both layers' maps of the cat."""
    network = load("cifar10")
    extractor = create_feature_extractor(network.module, list(LAYERS))
    outputs = extractor(network.prepare(sample("cat")))
    return [outputs[name][0].detach().numpy() for name in LAYERS]


number = st.slider("layer", 0, 100, 50)
maps = captured()[number % len(LAYERS)]
if st.query_params.get("way") == "plotly":
    figure = make_subplots(rows=ROWS, cols=COLUMNS)
    for index, plane in enumerate(maps):
        row, column = divmod(index, COLUMNS)
        figure.add_trace(graph_objects.Heatmap(z=plane, showscale=False), row=row + 1, col=column + 1)
    figure.update_layout(title=f"layer {number}")
    st.plotly_chart(figure)
else:
    drawn, axes = plt.subplots(ROWS, COLUMNS)
    for axis, plane in zip(axes.flat, maps, strict=True):
        axis.imshow(plane)
        axis.axis("off")
    file = io.BytesIO()
    drawn.savefig(file, format="png")
    plt.close(drawn)
    st.image(file.getvalue())
