"""The first step: the file. It is read at once; what it says is kept for the visit until another one comes.

An example is shown while the address names it, beside what a visitor sent: that is there again without the example.
"""

from __future__ import annotations

import streamlit as st

from models.images import display_name
from pages.networks.own import cached as own_weights
from pages.networks.own import words
from pages.networks.own.cached import UnreadableWeights
from pages.networks.own.opened import Opened
from pages.shell import address, export, warm_up
from pages.shell.cached import own_networks
from pages.shell.language import say

EXAMPLES = ("whole", "three", "broken")
CONVERTING = {"pickle": ("convert", "convert_whole"), "whole_model": ("convert_whole",)}  # lines for a refused file
FIRST = f'{own_networks.EXAMPLE}"{EXAMPLES[0]}")'  # in lines of Python, as long as there is no other file
OPENED, REFUSED, SENT = "own opened", "own refused", "own sent"


def put() -> Opened | None:
    """The uploader, or what is known of the file that came; what was opened, if anything."""
    _take_example()
    opened: Opened | None = st.session_state.get(_kept(OPENED))
    if opened is not None:
        words.contents(opened.weights)
        st.button(say("networks_own.forget"), key="own forget", icon=":material/close:", on_click=forget)
        return opened
    _uploader()
    st.markdown(say("networks_own.nothing_file", count=len(own_weights.ARCHITECTURES)))
    return None


def _uploader() -> None:
    """Whatever is sent is read at once.

    Then a new number makes a new uploader, so that the server lets go of the file.
    """
    number = st.session_state.get(SENT, 0)
    most = own_weights.most_megabytes()
    sent = st.file_uploader(say("networks_own.upload", megabytes=most), key=f"own file {number}", max_upload_size=most)
    if sent is not None:
        st.session_state[SENT] = number + 1
        address.write("example", None)
        _open(sent.getvalue(), sent.name, f"file {number}", own_networks.literal(display_name(sent.name)))
        st.rerun()


def forget() -> None:
    """Puts the file away; networks made of it stay."""
    _drop()
    address.write("example", None)


def _drop() -> None:
    for what in (OPENED, REFUSED):
        st.session_state.pop(_kept(what), None)


def _named() -> str | None:
    """The example that the address names."""
    name = address.here().get("example")
    return name if name in EXAMPLES else None


def staying() -> dict[str, str]:
    """What of the address leads to this part, with the file that is shown here."""
    name = _named()
    return {"part": "own"} if name is None else {"part": "own", "example": name}


def _kept(what: str) -> str:
    """Where the visit keeps it: apart for the example of the address, which nothing else says to be shown."""
    return what if _named() is None else f"{what} example"


def _take_example() -> None:
    """Opens the example that the address names, through the same door as anybody's file."""
    name = _named()
    opened = st.session_state.get(_kept(OPENED))
    if name is None or (opened is not None and opened.origin == f"example {name}"):
        return
    warm_up.wait()
    title = say("networks_own.example_of", name=name)
    _open(own_weights.example_file(name), title, f"example {name}", f'{own_networks.EXAMPLE}"{name}")')


def _open(data: bytes, name: str, origin: str, in_code: str) -> None:
    """Reads a file and looks for its architecture; a refusal is kept with what it needs to be told."""
    _drop()
    title = display_name(name)
    try:
        with st.spinner(say("networks_own.reading")):
            warm_up.wait()
            weights = own_weights.read_weights(data, title)
        st.session_state[_kept(OPENED)] = Opened(weights, own_weights.best_match(weights), origin, in_code)
    except UnreadableWeights as refusal:
        st.session_state[_kept(REFUSED)] = (refusal, title)


def tell_refusal() -> None:
    """Why the last file was refused, if it was; for a pickle, the lines that convert it."""
    refused: tuple[UnreadableWeights, str] | None = st.session_state.get(_kept(REFUSED))
    if refused is None:
        return
    refusal, title = refused
    st.text(title)
    st.error(words.refusal(refusal))
    for code in CONVERTING.get(refusal.code, ()):
        names = {"file": title, "saved": f"{title.rpartition('.')[0] or title}.safetensors"}
        literals = {which: own_networks.literal(name) for which, name in names.items()}
        st.code(export.code(f"networks_own_{code}", **literals), wrap_lines=True)
        st.caption(say(f"networks_own.{code}_text"))


def how_to_save() -> None:
    """The lines that make such a file."""
    st.header(say("networks_own.saving"), anchor=False)
    st.code(export.code("networks_own_save"))
    st.caption(say("networks_own.saving_text"))
