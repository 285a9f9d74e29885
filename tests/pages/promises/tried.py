"""A thing to try as a visitor meets it: pressed on its page, with what then stands on stage and in words."""

import json
from contextlib import contextmanager
from dataclasses import dataclass
from unittest.mock import patch

import numpy as np

from tests.pages.test_pages import opened, words
from viz.hosts.streamlit import mount

BUTTON = "try "


@dataclass
class Stage:
    """What a component was sent: its header, and its planes by name."""

    header: dict
    planes: dict

    def __getitem__(self, name):
        return self.header[name]


@dataclass
class Tried:
    """The page after a press. `stages`: what each mounted component was sent; `label`: what the button promises."""

    label: str
    said: str
    query: dict
    stages: dict
    app: object
    network: str
    picture: str


def unpacked(data):
    """The header and the planes of a payload; what isn't one is a header alone."""
    if not isinstance(data, bytes):
        return Stage(dict(data), {})
    length = int.from_bytes(data[:4], "little")
    header = json.loads(data[4 : 4 + length])
    start = -(-(4 + length) // 8) * 8
    planes = {
        name: np.frombuffer(data, plane["type"], int(np.prod(plane["shape"])), start + plane["offset"]).reshape(
            plane["shape"]
        )
        for name, plane in header.pop("planes").items()
    }
    return Stage(header, planes)


@contextmanager
def watched():
    """What components are sent meanwhile, by their name and by the key of the place; the last payload counts."""
    sent = {}

    def registered(name):
        return lambda *, data, key, **_: sent.update({name: unpacked(data), key: unpacked(data)})

    with patch.object(mount, "_registered", registered):
        yield sent


def offered(app):
    """The things to try on the page: the button of each by its key."""
    return {button.key.removeprefix(BUTTON): button for button in app.button if (button.key or "").startswith(BUTTON)}


@contextmanager
def page(topic, **query):
    """A page that is watched: yields what presses one of its buttons by key, and the keys of all of them."""
    with watched() as sent:
        app = opened(topic, **query)

        def press(key):
            button = offered(app)[key]
            label = button.label
            sent.clear()
            button.click().run()
            assert not app.exception, app.exception
            assert not app.error, app.error
            asked = {name: "".join(value) for name, value in app.query_params.items()}
            network, picture = (app.selectbox(key=name).value for name in ("network", "picture"))
            return Tried(label, words(app), asked, dict(sent), app, network, picture)

        yield press, list(offered(app))
