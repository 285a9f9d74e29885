"""A visitor's line to a server, and what the page says that comes over it, as far as people can tell pages apart."""

import asyncio
import json
import re
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect

from tests.load.visitor import put, run

PATIENCE = 60.0
EVENTS_OF = "$$STREAMLIT_INTERNAL_KEY"  # how Streamlit's front end names what a component tells
# How a stage is told what it can ask for, and what to show when it does.
PARCELS = re.compile(rb'"parcels":\s*\[([^\]]*)\]')
KEY = re.compile(rb"[0-9a-f]{40}")
TOKEN = re.compile(rb'"visit":\s*"([0-9a-f]+)"')
# What is in these is another thing in each visit, an address below its number; an empty place is nothing to see.
OF_THE_VISIT = {"download_button", "imgs", "file_uploader", "empty"}


@dataclass
class Page:
    """What a run of a page sent. `said`: each element as (kind, content), in order; `query`: its address, if told.

    `stages`: the number of each by its name, and the fragment it is in. `named`: the keys of what it sends by address,
    and `token`: what the visit shows to be given its own; `missing`: how many of them weren't there.
    """

    said: list[tuple[str, object]] = field(default_factory=list)
    query: dict[str, str] | None = None
    received: int = 0
    exceptions: int = 0
    missing: int = 0
    uploader: str = ""
    stages: dict[str, tuple[str, str]] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)
    token: str = ""

    @property
    def words(self):
        """All that stands on it as text."""
        return "\n".join(content for kind, content in self.said if kind in {"markdown", "heading", "text", "alert"})

    def take(self, message):
        """Notes what one more message says."""
        kind = message.WhichOneof("type")
        if kind == "page_info_changed":
            self.query = dict(parse_qsl(message.page_info_changed.query_string))
        if kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            element = message.delta.new_element
            if element.WhichOneof("type") == "bidi_component":
                stage = element.bidi_component
                self.stages[stage.component_name] = stage.id, message.delta.fragment_id
            self._element(element.WhichOneof("type"), getattr(element, element.WhichOneof("type")))

    def _element(self, kind, element):
        self.exceptions += kind == "exception"
        if kind == "file_uploader":
            self.uploader = self.uploader or element.id
        if kind == "bidi_component":
            self.said.append((kind, element.component_name))
            self.named |= {key.decode() for found in PARCELS.findall(element.bytes) for key in KEY.findall(found)}
            self.token = next((found.decode() for found in TOKEN.findall(element.bytes)), self.token)
        elif kind in {"markdown", "heading", "text", "alert"}:
            self.said.append((kind, element.body))
        elif kind not in OF_THE_VISIT:
            self.said.append((kind, element.SerializeToString(deterministic=True)))


def length(request):
    """How many bytes an answer has."""
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310, our own server
        return len(answer.read())


class Line:
    """An open socket. `session`: the visit's number, once it has been told; `cookie`: the one that a proxy set."""

    def __init__(self, address, socket):
        self.address, self.socket, self.session, self.uploader = address, socket, None, ""
        self.cookie = socket.response.headers.get("Set-Cookie", "").split(";")[0]
        self.has: set[str] = set()  # what was sent by address, which a browser asks for once
        self.stages: dict[str, tuple[str, str]] = {}  # on the page that is open

    @classmethod
    async def open(cls, address, session=None, cookie=""):
        """Opens one, as a browser does; `session`: that of a line that broke; `cookie`: what a proxy had set."""
        url = address.replace("http", "ws") + "/_stcore/stream"
        words = ["streamlit", "x", *([session] if session else [])]
        headers = {"Cookie": cookie} if cookie else None
        socket = await connect(url, subprotocols=words, additional_headers=headers, max_size=None, proxy=None)
        return cls(address, socket)

    async def ask(self, page, query, file=None):
        """Has a page run and waits until it is complete. `file`: the number of one that was just sent, to be shown."""
        message = run(page, query)
        if file is not None:
            widget = message.rerun_script.widget_states.widgets.add(id=self.uploader)
            widget.file_uploader_state_value.uploaded_file_info.add(file_id=file, name=f"{file}.png", size=1)
        seen = await self._run(message)
        self.stages = seen.stages
        return seen

    async def touch(self, stage, value, page, query, event="heard"):
        """A stage tells what was done on it, as a browser does: the fragment it is in runs, and nothing else."""
        number, fragment = self.stages[stage]
        message = run(page, query)
        message.rerun_script.fragment_id = fragment
        told = json.dumps([{"event": event, "value": value}])
        trigger = f"{EVENTS_OF}_{number}__events"
        message.rerun_script.widget_states.widgets.add(id=trigger, json_trigger_value=told)
        seen = await self._run(message)
        self.stages |= seen.stages
        return seen

    async def _run(self, message):
        await self.socket.send(message.SerializeToString())
        seen, finished = Page(), False
        while not finished:
            data = await asyncio.wait_for(self.socket.recv(), PATIENCE)
            answer = ForwardMsg.FromString(data)
            seen.received += len(data)
            seen.take(answer)
            if answer.WhichOneof("type") == "new_session":
                self.session = answer.new_session.initialize.session_id
            finished = answer.WhichOneof("type") == "script_finished"
        self.uploader = seen.uploader or self.uploader
        await asyncio.gather(*(self._fetch(key, seen) for key in seen.named - self.has))
        return seen

    async def _fetch(self, key, seen):
        """Asks for what the page names, as far as it isn't there."""
        headers = {"x-visit": seen.token, "cookie": self.cookie, "accept-encoding": "gzip"}
        request = urllib.request.Request(f"{self.address}/payload/{key}", headers=headers)  # noqa: S310, our own server
        try:
            seen.received += await asyncio.to_thread(length, request)
            self.has.add(key)
        except urllib.error.HTTPError:
            seen.missing += 1

    async def send(self, page, query, data, number):
        """Sends a file and has it shown; the page, once it is complete."""
        status, text = await asyncio.to_thread(put, self.address, self.session, data, number, also=self.cookie)
        assert status == 204, text
        return await self.ask(page, query, number)

    def cut(self):
        """The line is dead, and nobody said goodbye."""
        self.socket.transport.abort()

    async def close(self):
        """Closes the page."""
        await self.socket.close()


def apart(act):
    """Runs what is asynchronous in a thread of its own: a browser of another test may have left a loop in this one."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(asyncio.run, act).result()
