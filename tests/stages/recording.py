"""What pages send their stages: real pages run under Streamlit's own test runner, where every mount is noted."""

import functools
import hashlib
import json
from unittest.mock import patch
from urllib.parse import parse_qsl

import streamlit as st

from tests.pages.test_pages import opened
from viz.hosts.streamlit import mount


class Visit:
    """A page with its stages. `sent`: what each was sent last, by its folder's name.

    Of several on one page that are of one folder, it is the first.
    """

    def __init__(self, topic, **query):
        self.sent, self.keys, self.waiting = {}, {}, {}
        with self._noted():
            self.app = opened(topic, **query)
            while any((button.key or "").startswith("cancel ") for button in self.app.button):
                self.app.run()  # what takes several passes goes on by a clock in the browser

    def tell(self, stage, event, value):
        """Tells the page an event as the browser would, and has the page run; what it then sends the stage."""
        self.waiting[stage] = event, value
        with self._noted():
            self.app.run()
        assert not self.app.exception, self.app.exception
        assert not self.waiting, "the page has no such stage"
        return self.sent[stage]

    @property
    def query(self):
        """What the address says, by name."""
        return {name: "".join(value) for name, value in self.app.query_params.items()}

    def _noted(self):
        return patch.object(mount, "_registered", self._component)

    def _component(self, name):
        def component(*, data, key, **receivers):
            if key != self.keys.setdefault(name, key):
                return
            self.sent[name] = data
            if name in self.waiting:
                event, value = self.waiting.pop(name)
                st.session_state[key] = {event: value}
                receivers[f"on_{event}_change"]()
                st.rerun()

        return component


@functools.cache
def recorded(address):
    """What the stages of a page are sent when it is opened by this address; each page is run once."""
    return visited(address).sent


def visited(address):
    """A visit of one's own by an address, such as "pooling?part=unpooling"."""
    topic, _, query = address.partition("?")
    return Visit(topic, **dict(parse_qsl(query)))


def keep(folder, stage, data, name=None):
    """Puts a payload where the workbench finds it; the file, as the workbench calls it."""
    kind, content = ("bin", data) if isinstance(data, bytes) else ("json", json.dumps(data).encode())
    name = name or hashlib.sha256(content).hexdigest()[:16]
    file = folder / stage / f"{name}.{kind}"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file.relative_to(folder).as_posix()
