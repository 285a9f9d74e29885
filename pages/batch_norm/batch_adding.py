"""What a batch consists of, and how it grows: pictures of one's own, several at once, the samples, and variations.

The visitor's own pictures are kept for the batch smaller, because there may be 64 of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from models.images import UnreadableImage, display_name, reduced, samples
from models.images.variations import variations
from pages.batch_norm.members import keys, read
from pages.shell import address, choice, notices, pictures, sent
from pages.shell.cached import networks
from pages.shell.choice import LARGEST
from pages.shell.language import listed, say
from pages.shell.records import Choice, Member, Picture

MOST = 64
START = 16
MOST_PIXELS = 384 * 384  # of a picture of one's own within the batch
FIRST = ("flip", "crop 1", "shift 1", "dark", "crop 4", "flip+bright", "shift 4", "flip+shift 2+dark")
PLAIN = tuple(name for name in variations() if "+" not in name)


def members_of(chosen: Choice) -> tuple[Member, ...]:
    """The batch that the address asks for; without one, or with none that is known, the one that a page starts with."""
    asked = keys(address.here().get("batch", ""), MOST)
    rows, columns = networks.network(chosen.network).input_size
    return _members(asked, (rows, columns)) or _members(start(chosen), (rows, columns))


def start(chosen: Choice) -> tuple[str, ...]:
    """The chosen picture, the other photographs, and variations of the chosen one."""
    of = chosen.picture.key
    others = [key for key in photographs() if key != of][: START - 1 - len(FIRST)]
    return (of, *others, *(f"{of}/{variation}" for variation in FIRST))


def photographs() -> tuple[str, ...]:
    """The keys of the samples that are photographs."""
    return tuple(each.name.replace("_", " ") for each in samples() if each.kind == "photograph")


def patterns() -> tuple[str, ...]:
    """The keys of the samples that are drawn."""
    return tuple(each.name.replace("_", " ") for each in samples() if each.kind == "pattern")


def _members(asked: Sequence[str], proportions: tuple[int, int]) -> tuple[Member, ...]:
    found = (read(key, _find, _label, proportions) for key in asked)
    return tuple(member for member in found if member is not None)


def own() -> dict[str, Picture]:
    """The visitor's own pictures for batches, by key."""
    return st.session_state.setdefault(sent.BATCH, {})


def _find(key: str) -> Picture | None:
    if key in own():
        return own()[key]
    return pictures.find(key) if key in pictures.choices() else None


def _label(key: str, variation: str) -> str:
    name = choice.label(key)
    if not variation:
        return name
    said = listed(say(f"batch.variation_{word.replace(' ', '_')}") for word in variation.split("+"))
    return say("batch.varied", picture=name, variation=said)


def write(batch: Sequence[str], chosen: Choice) -> None:
    """Puts a batch into the address."""
    address.write("batch", ",".join(batch[:MOST]), ",".join(start(chosen)))


def popover(chosen: Choice, members: tuple[Member, ...]) -> None:
    """All ways to another batch."""
    now = tuple(member.key for member in members)
    with st.popover(say("batch.change"), icon=":material/add_photo_alternate:", key="batch change"):
        st.file_uploader(
            say("batch.upload", most=MOST, megabytes=LARGEST),
            key="batch upload",
            accept_multiple_files=True,
            max_upload_size=LARGEST,
            on_change=_take_in,
            args=(chosen, now),
        )
        _one_more(chosen, now)
        _many_more(chosen, now)


def _one_more(chosen: Choice, now: tuple[str, ...]) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        known = (*pictures.sample_keys(), *own())
        of = st.selectbox(say("batch.picture"), known, format_func=choice.label, key="batch picture")
        how = st.selectbox(
            say("batch.variation"), ("", *variations()), format_func=_variation_label, key="batch variation"
        )
        key = f"{of}/{how}" if how else of
        full = len(now) >= MOST or key in now
        st.button(say("batch.add"), key="batch add", disabled=full, on_click=write, args=([*now, key], chosen))


def _variation_label(variation: str) -> str:
    if not variation:
        return say("batch.variation_none")
    return listed(say(f"batch.variation_{word.replace(' ', '_')}") for word in variation.split("+"))


def _many_more(chosen: Choice, now: tuple[str, ...]) -> None:
    """Whole sets at once; what is there already isn't added again."""
    of = chosen.picture.key
    sets = {
        "photographs": (*now, *photographs()),
        "patterns": (*now, *patterns()),
        "variations": (*now, of, *(f"{of}/{name}" for name in PLAIN)),
        "full": (*now, *(f"{key}/{name}" for name in ("", *variations()) for key in (of, *photographs()))),
        "only": (of,),
        "start": start(chosen),
    }
    with st.container(horizontal=True, gap="small"):
        for name, keys_ in sets.items():
            batch = list(dict.fromkeys(key.removesuffix("/") for key in keys_))
            label = say(f"batch.set_{name}", picture=choice.label(of), most=MOST)
            st.button(label, key=f"batch set {name}", on_click=write, args=(batch, chosen))


def _take_in(chosen: Choice, now: tuple[str, ...]) -> None:
    """New files: those that are pictures join the batch, the others are named with the reason."""
    known: set[str] = st.session_state.setdefault("batch_files", set())
    refusals: list[tuple[str, str]] = []
    added: list[str] = []
    for file in st.session_state.get("batch upload") or ():
        if file.file_id in known:
            continue
        known.add(file.file_id)
        if len(now) + len(added) >= MOST:
            refusals.append((display_name(file.name), say("batch.full", most=MOST)))
            continue
        taken = pictures.add_own(file.getvalue(), file.name)
        if isinstance(taken, UnreadableImage):
            refusals.append((display_name(file.name), notices.unreadable(taken)))
        else:
            added.append(keep(taken))
    st.session_state["batch_refusals"] = refusals
    if added:
        write([*now, *added], chosen)


def keep(picture: Picture) -> str:
    """Keeps a picture of the visitor's for batches; its key."""
    small = reduced(picture.image, MOST_PIXELS)
    whole = small.size == picture.image.size
    own()[picture.key] = picture if whole else replace(picture, image=small, most=MOST_PIXELS)
    while len(own()) > 2 * MOST:
        del own()[next(iter(own()))]
    return picture.key


def tell_refusals() -> None:
    """The files that aren't in the batch, and why; a file's name is shown as the plain text that it is."""
    if lost := sent.lost("batch"):
        st.info(say("batch.lost_link", count=len(lost)))
    for name, reason in st.session_state.get("batch_refusals", ()):
        with st.container(horizontal=True, gap="small"):
            st.text(name)
            st.warning(reason.replace("[", "\\[").replace("*", "\\*").replace("_", "\\_").replace("<", "&lt;"))
