"""Puts a stage on a page. Each is registered once per process, from the files of its folder in `viz/stages`."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from viz.hosts.streamlit import parcels
from viz.hosts.streamlit.parcels import EVERYBODY, PARCELS, Recipe
from viz.stages.kernel.assets import read_assets
from viz.stages.kernel.payload import merged, pack

PALETTES = "palettes of stages"
WORDS = "words of stages"
OWN = "own things of the visit"
WAY = (Path(__file__).parent / "way.js").read_text(encoding="utf-8")
HIDDEN = ":host { visibility: hidden; }"  # until its styles have come
MOST_DONE = 2**31  # nobody does more on a stage
NOTHING: Mapping[str, Any] = MappingProxyType({})
Piece = bytes | Recipe


@dataclass(frozen=True)
class Known:
    """What is known of a stage in the browser. `done`: the visitor's count that its newest event carried.

    `shown`: the count that the payload on screen knew of when the event was sent. `sent`: the payload that was sent
    last, as a hash, and the count that it knew of.
    """

    done: int = 0
    shown: int | None = None
    sent: tuple[int, int] | None = None


def paint_with(palettes: Mapping[str, np.ndarray]) -> None:
    """From now on the stages of this visit are sent these palettes, by the names of their planes.

    They travel behind each payload: so one that is kept serves whatever palettes a visitor looks through, and none can
    be forgotten.
    """
    st.session_state[PALETTES] = palettes


def speak_with(words: Mapping[str, str], marks: Mapping[str, str]) -> None:
    """From now on the stages of this visit say these words where all of them say the same: of their tables, of keys.

    `marks`: how they write numbers, as `viz/stages/kernel/numerals.js` wants it.
    """
    st.session_state[WORDS] = {"words": dict(words), "marks": dict(marks)}


def keep_to_the_visit(has_own: Callable[[], bool]) -> None:
    """`has_own`: whether what stages are sent may come of something of the visitor's own.

    Then it is for this visit alone.
    """
    st.session_state[OWN] = has_own


def _registered(name: str) -> Callable[..., Any]:
    return _by_address(name) if PARCELS.served else _whole(name)


@cache
def _whole(name: str) -> Callable[..., Any]:
    assets = read_assets(name)
    return st.components.v2.component(name.replace("/", "_"), html=assets.html, css=assets.css, js=assets.js)


@cache
def _by_address(name: str) -> Callable[..., Any]:
    """Streamlit sends what a component consists of with every run: so that is a way to it, and it is sent once."""
    assets = read_assets(name)
    key = PARCELS.keep(f"{assets.js}\nexport const stylesOfTheStage = {json.dumps(assets.css)};\n".encode())
    return st.components.v2.component(name.replace("/", "_"), html=assets.html, css=HIDDEN, js=WAY.replace("KEY", key))


def mount(
    name: str,
    data: Piece | tuple[Piece, ...] | Mapping[str, Any],
    *,
    key: str,
    now: Mapping[str, Any] = NOTHING,
    answering: bool = False,
    **receivers: Callable[[Any], None],
) -> None:
    """Mounts the stage of the folder `name` with its payload, in one piece or several.

    A piece that isn't small travels by address: the browser asks for it if it hasn't got it. `now`: what changes while
    the pieces stay as they are.

    `receivers`: who is told each value that the browser sends, by the value's name. What arrives is a visitor's word:
    the receiver checks it before use. `answering`: the stage waits for a payload after each event, also for the same.
    """

    def callback(value: str) -> Callable[[], None]:
        return lambda: receivers[value](_heard(key, st.session_state.get(key, {}).get(value)))

    callbacks = {f"on_{value}_change": callback(value) for value in receivers}
    if isinstance(data, Mapping):
        _registered(name)(data=data, key=key, **callbacks)
        return
    sent = _sent(data if isinstance(data, tuple) else (data,), now)
    # With a piece that the browser was refused, it has the page run: by then the piece is offered again.
    callbacks["on_lost_change"] = _nothing
    _registered(name)(data=sent + _ending(key, sent, answering=answering), key=key, **callbacks)


def addresses(recipes: Mapping[str, Piece]) -> dict[str, str]:
    """The keys, by name, under which a browser can ask for pieces ahead; of what isn't a recipe there is none."""
    if not PARCELS.served:
        return {}
    visit = _visit()
    return {name: PARCELS.offer(one, visit) for name, one in recipes.items() if isinstance(one, Recipe)}


def _nothing() -> None: ...


def _owner() -> str:
    has_own: Callable[[], bool] | None = st.session_state.get(OWN)
    return _visit() if has_own is not None and has_own() else EVERYBODY


def _goes_along(piece: bytes) -> bool:
    """Whether a piece is sent by itself rather than by its address."""
    return len(piece) <= parcels.SMALL or not PARCELS.served


def _visit() -> str:
    run = get_script_run_ctx(suppress_warning=True)
    return parcels.token_of("" if run is None else run.session_id)


def _sent(pieces: tuple[Piece, ...], now: Mapping[str, Any]) -> bytes:
    """The small pieces, and the keys of the others, which can be asked for from now on."""
    small, keys = [], []
    for piece in pieces:
        if isinstance(piece, Recipe):
            if PARCELS.served:
                keys.append(PARCELS.offer(piece, _visit()))
            else:
                small.append(piece.make())
        elif _goes_along(piece):
            small.append(piece)
        else:
            keys.append(PARCELS.offer_made(piece, _owner()))
    return merged(small, {**now, "parcels": keys} if keys else now)


def _heard(key: str, event: Any) -> Any:
    """The event without the counts that stages add to theirs (`viz/stages/kernel/stage.js`); those are noted."""
    if not isinstance(event, Mapping) or "heard" not in event:
        return event
    counts = event["heard"] if isinstance(event["heard"], Mapping) else {}
    done, shown = (_count(counts.get(name)) for name in ("done", "shown"))
    if done is not None:
        known = st.session_state.get(f"known {key}", Known())
        st.session_state[f"known {key}"] = Known(done, shown, known.sent)
    return {name: value for name, value in event.items() if name != "heard"}


def _count(said: Any) -> int | None:
    return said if type(said) is int and 0 <= said < MOST_DONE else None


def _ending(key: str, data: bytes, *, answering: bool) -> bytes:
    """What the browser finds behind a payload, and how long that is: the visit's palettes, and what it knows of.

    With it go the words that all stages share: no part has to pack them.

    A payload that is the same as the last one keeps its count, so that it need not be sent again. The browser may have
    put that one aside, as too old for what was done since; then it is sent under the new count.
    """
    shared = pack(st.session_state.get(WORDS, {}), st.session_state.get(PALETTES, {}))
    found = hash((data, shared))
    known: Known = st.session_state.get(f"known {key}", Known())
    same = known.sent is not None and known.sent[0] == found
    on_screen = known.sent is not None and known.shown in (None, known.sent[1])
    count = known.sent[1] if known.sent is not None and same and on_screen and not answering else known.done
    st.session_state[f"known {key}"] = Known(known.done, known.shown, (found, count))
    told = {"visit": _visit(), "knows": count, "hash": f"{found:x}"}
    said = st.session_state.get(WORDS, {}).get("words", {})
    if _goes_along(shared):
        ending = merged([shared], told)
    else:
        ending = merged(
            [], {**told, "missing": said.get("missing", ""), "parcels": [PARCELS.offer_made(shared, EVERYBODY)]}
        )
    return ending + len(ending).to_bytes(4, "little")
