"""The network that a visitor has trained becomes one of the visit's own: every page then shows it.

What the browser hands over is a visitor's word, weights and all: it is checked against the view that it was trained in.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from typing import Literal, cast

import numpy as np
import streamlit as st
from PIL import Image

from models.records.trained import Trained
from pages.shell import address, links, pictures, routes
from pages.shell.cached import own_networks
from pages.shell.language import say, whole
from pages.training.train import architecture, cached
from viz.stages.training.train.view import TrainView

FILE = "network.safetensors"
TOLD, REFUSED = "trained network told", "trained network refused"
CLASSES = range(1, 101)
COLOURS = 3
LONGEST = 1_000_000  # signs of what is spelled
WORDED = ("no_maps", "nothing_left", "too_heavy", "bytes", "not_finite", "full")
TOPICS = ("feature_maps", "receptive_field", "batch_norm", "prediction")


def take(event: Mapping[str, object]) -> None:
    """Keeps the network that an event hands over, if it does, and chooses it, with the picture that comes along."""
    said = event.get("taken")
    if not isinstance(said, Mapping):
        return
    st.session_state[REFUSED] = None
    try:
        trained = trained_of(TrainView().read(event), said)
        pixels = _pixels(trained, said.get("pixels"))
        found = cached.kept(trained, _bytes(said.get("weights")), FILE)
    except ValueError as refusal:
        code = getattr(refusal, "code", "")
        st.session_state[REFUSED] = code if code in WORDED else "other"
        return
    st.session_state[TOLD] = True
    picture = pictures.add_made(Image.fromarray(pixels).convert("RGB"))
    address.change({"network": found.key, "picture": picture.key})


def trained_of(view: TrainView, said: Mapping[str, object]) -> Trained:
    """The architecture, by the view and by what the browser says of the data. Raises ValueError."""
    channels, classes = said.get("channels"), said.get("classes")
    if channels not in (1, COLOURS) or type(channels) is not int:
        raise ValueError("channels must be 1 or 3")
    if not isinstance(classes, list) or len(classes) not in CLASSES or not all(type(one) is str for one in classes):
        raise ValueError("classes must be a list of up to 100 names")
    activation = cast("Literal['relu', 'sigmoid']", view.activation)
    layers = architecture.convolutions(view), architecture.hidden(view)
    return Trained(view.side, channels, *layers, activation, tuple(classes))


def _bytes(said: object) -> bytes:
    if not isinstance(said, str) or len(said) > LONGEST:
        raise ValueError("what is handed over must be text")
    try:
        return base64.b64decode(said, validate=True)
    except binascii.Error as error:
        raise ValueError("what is handed over must be spelled in base64") from error


def _pixels(trained: Trained, said: object) -> np.ndarray:
    """The held-out picture, [rows, columns] or [rows, columns, colour]. Raises ValueError."""
    planes = np.frombuffer(_bytes(said), np.uint8).reshape(trained.channels, trained.side, trained.side)
    return planes[0] if trained.channels == 1 else np.ascontiguousarray(planes.transpose(1, 2, 0))


def told() -> None:
    """What has come of it; the whole page has run by then, so that the sidebar knows of the network, too."""
    if st.session_state.pop(TOLD, False):
        st.rerun()
    if refused := st.session_state.pop(REFUSED, None):
        st.warning(say(f"training_train.refused.{refused}"))
        return
    found = next((each for each in own_networks.own().values() if each.trained), None)
    if found is None:
        return
    st.markdown(say("training_train.taken", name=found.key, classes=whole(len(found.network.labels))))
    with st.container(horizontal=True):
        for topic in TOPICS:
            route = next(route for route in routes.ROUTES if route.topic == topic)
            links.to(topic, say(f"{topic}.name"), icon=route.icon)
