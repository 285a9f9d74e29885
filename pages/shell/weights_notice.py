"""Trained weights that aren't here: what is true without them, and how they come; and links to networks that aren't.

The notice stands at the top of every page. It loads nothing: whether a file is here is known without torch.
"""

from __future__ import annotations

import re
import uuid

import streamlit as st

from pages.shell import address
from pages.shell.cached import caching, downloads, own_networks
from pages.shell.cached.downloads import Facts, Progress, Weights
from pages.shell.language import current, decimal, listed, say, whole
from pages.shell.records import NetworkName

OFTEN = 0.5  # seconds between two looks at a download
MINUTE = 60
PLAIN = re.compile(r"[\w. -]{1,40}", re.ASCII)
LOST = "lost network"
DISMISSED = "random weights are fine"


def visit() -> str:
    """What the downloads know the visit by."""
    return str(st.session_state.setdefault("visit", uuid.uuid4().hex))


def facts_line(network: NetworkName) -> None:
    """What is known of the chosen network, in a line below the list."""
    if said := _facts_line(network, current()):
        st.caption(said)


@caching.resource(256)
def _facts_line(network: NetworkName, lang: str) -> str:
    del lang  # only a part of the key
    found = downloads.facts(network)
    if found is None:
        return ""
    about = {"percent": decimal(found.accuracy, 1)}
    own = say(f"weights_notice.measured_{network}", **about) if found.top1 is None else ""
    said = [say("weights_notice.bundled"), own] if own else [say("weights_notice.top1", **about)]
    norm = "with_batch_norm" if found.has_batch_norm else "without_batch_norm"
    said += [
        say("weights_notice.layers", count=found.layers),
        say(f"weights_notice.{norm}"),
        megabytes(found.megabytes),
    ]
    said += [say("weights_notice.mark")] if downloads.weights(network).random else []
    return " · ".join(said)


def megabytes(size: float) -> str:
    """A size for people."""
    return say("weights_notice.megabytes", size=decimal(size, 0) if size >= 100 else decimal(size, 1))  # noqa: PLR2004, digits


def notice(network: str) -> None:
    """Says what holds of a network with random weights, and offers the trained ones; nothing where they are here."""
    weights = downloads.weights(network)
    if not weights.random:
        return
    now = downloads.progress(network, visit())
    following = now is not None and now.joined and now.state in ("queued", "running")
    if following or network not in st.session_state.get(DISMISSED, ()):
        with st.container(border=True, key="arrivals", gap="xsmall"):
            st.fragment(_follow if following else _offer, run_every=OFTEN if following else None)(network, weights)


def _offer(network: str, weights: Weights) -> None:
    """What went wrong, if something did; the sentence, and the two buttons beside it."""
    now = downloads.progress(network, visit())
    ended = now if now is not None and now.joined and now.state in ("failed", "cancelled") else None
    if ended is not None:
        st.markdown(_problem(ended, weights))
    elif weights.standing == "removed":
        st.markdown(say("weights_notice.removed", file=weights.file, folder=weights.folder))
    sentence, buttons = st.columns([5, 4], vertical_alignment="center")
    sentence.markdown(say("weights_notice.random", network=network))
    with buttons.container(horizontal=True, horizontal_alignment="right"):
        words = say(f"weights_notice.{'again' if ended else 'download'}", size=megabytes(weights.megabytes))
        where = say("weights_notice.where", file=weights.file, folder=weights.folder)
        if st.button(words, key="download weights", type="primary", icon=":material/download:", help=where):
            downloads.download(network, visit())
            st.rerun()
        if st.button(say("weights_notice.stay"), key="stay random"):
            st.session_state[DISMISSED] = {*st.session_state.get(DISMISSED, ()), network}
            st.rerun()


def _follow(network: str, weights: Weights) -> None:
    """How far it is; at its end the whole page begins anew, with the weights that are then here."""
    now = downloads.progress(network, visit())
    if now is None or now.state not in ("queued", "running"):
        st.rerun()
    if now.state == "queued":
        st.markdown(say("weights_notice.queued", network=network))
    else:
        st.markdown(say("weights_notice.running", network=network, file=weights.file))
    bar, button = st.columns([6, 1], vertical_alignment="center")
    bar.progress(min(1.0, now.received / now.total), text=_pace(now))
    if button.button(say("weights_notice.cancel"), key="cancel weights"):
        downloads.cancel(network, visit())
        st.rerun()


def _pace(now: Progress) -> str:
    """Megabytes of how many, how fast, how long still."""
    said = say("weights_notice.received", received=decimal(now.received, 1), total=decimal(now.total, 1))
    if now.rate is None or now.seconds_left is None:
        return said
    minutes = now.seconds_left >= 2 * MINUTE
    left = say("weights_notice.minutes", count=decimal(now.seconds_left / MINUTE, 0)) if minutes else ""
    left = left or say("weights_notice.seconds", count=decimal(now.seconds_left, 0))
    return f"{said} · {say('weights_notice.rate', rate=decimal(now.rate, 1))} · {left}"


def _problem(now: Progress, weights: Weights) -> str:
    """Why it isn't here, and what can be done without this server's help."""
    code = now.code or "cancelled"
    place = {"file": weights.file, "folder": weights.folder, "size": megabytes(weights.megabytes)}
    details = {name: whole(value) if isinstance(value, int) else value for name, value in now.details.items()}
    return f"{say(f'weights_notice.problem.{code}', **place, **details)} {say('weights_notice.by_hand', **place)}"


def remember_lost() -> None:
    """Notes a name in the address that isn't one of the networks here, and takes it out."""
    wanted = address.here().get("network")
    if wanted is not None and wanted not in downloads.offered():
        st.session_state[LOST] = wanted, path()
        address.write("network", None)


def tell_lost(network: str) -> None:
    """Why a link leads to another network than it says; as long as that is the one on this page."""
    wanted, told_on = st.session_state.get(LOST, (None, None))
    if wanted is None:
        return
    if told_on != path() or network != downloads.offered()[0]:
        del st.session_state[LOST]
        return
    st.info(_lost(wanted, downloads.facts(wanted), network))


def _lost(wanted: str, found: Facts | None, network: str) -> str:
    # What stands in an address is anybody's word: it is only said again where it can't be anything but a name.
    name = wanted if PLAIN.fullmatch(wanted) else say("weights_notice.lost.nameless")
    about = {"name": name, "network": network}
    if own_networks.is_own(wanted):
        return say("weights_notice.lost.own", **about)
    if found is not None:
        return say(
            "weights_notice.lost.heavy",
            **about,
            heavy=megabytes(found.heaviest),
            most=megabytes(downloads.most_megabytes()),
        )
    if downloads.is_transformer(wanted):
        return say("weights_notice.lost.transformer", **about)
    close = listed(downloads.close_names(wanted))
    return (
        say("weights_notice.lost.unknown_close", **about, close=close)
        if close
        else say("weights_notice.lost.unknown", **about)
    )


def places() -> dict[str, str]:
    """Where weights come from, where they lie, and how heavy they may be, for the words in depth."""
    publisher = downloads.shown_publisher() or say("weights_notice.mirror")
    return {"publisher": publisher, "folder": downloads.shown_folder(), "most": megabytes(downloads.most_megabytes())}


def path() -> str:
    """The page's own address."""
    return (st.context.url or "").split("?")[0]
