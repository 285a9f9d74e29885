"""A thing to try as a visitor meets it: pressed on its page, with what then stands on stage and in words."""

from contextlib import contextmanager
from dataclasses import dataclass
from unittest.mock import patch

from tests.pages.test_pages import opened, words
from tests.viz.packed import ending_of, unpacked
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


def received(data):
    """What a stage is sent, palettes included; what isn't packed is a header alone."""
    if not isinstance(data, bytes):
        return Stage(dict(data), {})
    (header, planes), (_, palettes) = unpacked(data), ending_of(data)
    return Stage(header, planes | palettes)


@contextmanager
def watched():
    """What components are sent meanwhile, by their name and by the key of the place; the last payload counts."""
    sent = {}

    def registered(name):
        return lambda *, data, key, **_: sent.update({name: received(data), key: received(data)})

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
