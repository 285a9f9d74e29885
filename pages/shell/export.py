"""What a visitor takes home from a view: the link to it, files, and lines of PyTorch that print its numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Template

import streamlit as st

from pages.shell import address, pictures
from pages.shell.cached import own_networks
from pages.shell.language import say
from pages.shell.records import Choice

PAGES = Path(__file__).parent.parent


@dataclass(frozen=True)
class File:
    """A file that is made when somebody asks for it. `kind` is its ending; `label` says what is in it."""

    label: str
    name: str
    kind: str
    make: Callable[[], bytes | str]


MIME = {
    "png": "image/png",
    "npz": "application/octet-stream",
    "csv": "text/csv",
    "safetensors": "application/octet-stream",
}


def put(chosen: Choice, files: Sequence[File], code: str, **address_too: str) -> None:
    """The whole section. `code`: the lines of PyTorch; `address_too`: what the link must say besides the address."""
    st.header(say("page.keep"), anchor=False)
    with st.container(horizontal=True):
        for file in files:
            _save(file)
    with st.expander(say("page.link")):
        st.code(address.full(chosen.picture.key, chosen.network, **address_too), language=None, wrap_lines=True)
        if chosen.picture.key.startswith(pictures.OWN):
            st.caption(say("page.link_own"))
    with st.expander(say("page.same")):
        code = own_networks.in_python(code, chosen.network)
        st.caption(say("page.same_text" if "convoscope" in code else "page.same_plain"))
        st.code(code)


def _save(file: File) -> None:
    name = f"{file.name}.{file.kind}".replace(" ", "-")
    key = f"save {file.kind} {file.label}"
    icon = ":material/download:"
    st.download_button(file.label, file.make, name, MIME[file.kind], key=key, on_click="ignore", icon=icon)


def code(snippet: str, **values: object) -> str:
    """The lines of a snippet with `values` put in: "topic_part_more" stands in pages/topic/part/snippet_more.txt."""
    template = Template(_snippets()[snippet].read_text(encoding="utf-8"))
    return template.substitute({name: str(value) for name, value in values.items()})


@cache
def _snippets() -> dict[str, Path]:
    """The files of lines, by topic, part, and what else tells them apart."""
    found = [file for kind in ("*/snippet*.txt", "*/*/snippet*.txt") for file in PAGES.glob(kind)]
    return {"_".join([*file.parent.relative_to(PAGES).parts, *file.stem.split("_")[1:]]): file for file in found}


def picture_code(chosen: Choice) -> dict[str, str]:
    """How lines of Python get at the picture: `reader` is what to import from convoscope.images, `picture` calls it."""
    if chosen.picture.key.startswith(pictures.OWN):
        return {"reader": "decode", "picture": 'decode(open("your-picture.jpg", "rb").read())'}
    return {"reader": "sample", "picture": f'sample("{chosen.picture.key.replace(" ", "_")}")'}
