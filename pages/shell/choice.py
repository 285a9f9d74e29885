"""What all pages share, chosen in the sidebar: the picture, the network, the language; and what the network sees.

The choices stand in the address. Whatever comes from there or from a browser is checked against what there is.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import streamlit as st
from PIL import Image

from models.images import UnreadableImage, square
from pages.shell import address, answering, language, links, notices, pictures, sent, weights_notice
from pages.shell.cached import caching, downloads, networks, own_networks
from pages.shell.guard import refusals
from pages.shell.records import Choice, NetworkName, Picture
from pages.text import catalogue
from viz.hosts.streamlit.mount import mount
from viz.hosts.streamlit.parcels import EVERYBODY, PARCELS
from viz.ink import tiles
from viz.stages.frame.thumbnails.pictures import Thumbnail, payload

THUMBNAIL = 48
SEEN = 256
LARGEST = 15  # megabytes
PHOTOGRAPHS = NetworkName("imagenette")  # the bundled network for them


def current() -> Choice:
    """The visitor's choice; what isn't legal any more counts as the default."""
    names, wanted = downloads.offered(), address.here().get("network")
    name = next((each for each in names if each == wanted), names[0])
    return Choice(pictures.find(address.here().get("picture")), name)


def has_own() -> bool:
    """Whether the visitor has brought anything: then what is on stage may come of it."""
    return bool(pictures.own() or own_networks.own())


def label(key: str) -> str:
    """A picture's name in the visitor's language."""
    return label_in(language.current(), key)


def label_in(lang: str, key: str) -> str:
    """A picture's name in a language."""
    number = key.removeprefix(f"{pictures.OWN} ")
    if number != key:
        return catalogue.say(lang, "picture.own", number=number)
    return catalogue.say(lang, f"samples.{key.replace(' ', '_')}")


def picture_choice() -> None:
    """The list of pictures."""
    address.pick(st.selectbox, "picture", language.say("picture.label"), pictures.choices(), key="picture")


def samples() -> None:
    """The samples as small pictures; uploading; the camera."""
    tabs = ("samples", "upload", "camera")
    shown = st.tabs([language.say(f"picture.tab_{tab}") for tab in tabs], key="picture_tab", on_change="rerun")
    with shown[0]:
        mount(
            "frame/thumbnails",
            _thumbnails(),
            key="thumbnails",
            now={"chosen": current().picture.key},
            chosen=_choose_sample,
        )
    with shown[1]:
        _uploader()
    with shown[2]:
        # Only while it is looked at: the browser asks for the camera as soon as this is on the page.
        if shown[2].open:
            st.camera_input(language.say("picture.camera"), key="camera", on_change=_take_in, args=("camera",))
    _tell_refusal()


def network_choice() -> None:
    """The list of networks, what is known of the chosen one, and the way to all of them with their facts."""
    address.pick(st.selectbox, "network", language.say("network.label"), downloads.offered(), key="network")
    weights_notice.facts_line(current().network)
    links.to("networks", language.say("weights_notice.all"))


def language_choice() -> None:
    """The language, named in itself."""
    codes = list(catalogue.languages())
    label = language.say("language.label")
    address.pick(st.selectbox, language.NAME, label, codes, start=catalogue.FALLBACK, key=language.NAME)


def what_the_network_sees() -> None:
    """The prepared picture, enlarged without smoothing."""
    chosen = current()
    _seen(chosen.picture, chosen.network, language.current(), _address(chosen))


@caching.drawn(64, caching.BY_KEY)
def _seen(picture: Picture, network: NetworkName, lang: str, where: str) -> None:
    """Streamlit keeps what it sent of it, and sends that again."""
    del lang  # only a part of the key
    st.markdown(f"**{language.say('seen.title')}**")
    pixels = networks.seen(picture, network)
    rows, columns, _ = pixels.shape
    oblong = "" if rows == columns else "_oblong"
    alt = language.say(f"seen.alt{oblong}", picture=label(picture.key), rows=rows, columns=columns)
    st.image(where, width="stretch", alt=alt)
    st.caption(language.say(f"seen.size{oblong}", rows=rows, columns=columns))
    if networks.network(network).channels == 1:
        st.caption(language.say("seen.grey"))


def what_it_answers() -> None:
    """The network's answers to the picture; without trained weights it is said why there are none."""
    chosen = current()
    _answers(chosen.picture, chosen.network, language.current())


@caching.drawn(64, caching.BY_KEY)
def _answers(picture: Picture, network: NetworkName, lang: str) -> None:
    """Kept as `_seen` is."""
    del lang
    if networks.network(network).weights == "random":
        st.caption(language.say("seen.random"))
        return
    meaning = networks.meaning(network)
    for name, value in networks.answers(picture, network):
        text = plainly(answering.said(name, value, meaning))
        if meaning.classes:
            st.progress(min(1.0, max(0.0, value)), text=text)
        else:
            st.markdown(text)
    if about := answering.about(meaning):
        st.caption(about)


def _address(chosen: Choice) -> str:
    """Of the picture as the network sees it; what is of something of the visitor's own is in the address itself.

    A file of Streamlit's would be gone where a rerun is interrupted before it comes to the picture.
    """
    png = _enlarged(chosen.picture, chosen.network)
    own = pictures.is_own(chosen.picture.key) or own_networks.is_own(chosen.network)
    if own or not PARCELS.served or not address.root():
        return tiles.in_address(png)
    return f"{address.root()}payload/{PARCELS.offer_made(png, EVERYBODY)}.png"


@caching.resource(32)
def _enlarged(picture: Picture, network: NetworkName) -> bytes:
    return tiles.enlarge(networks.seen(picture, network), SEEN)


def notes() -> None:
    """What a visitor should know before anything else: what was refused, and what a link has lost."""
    if reason := own_networks.failure():
        st.warning(language.say("networks_own.operator.failed", reason=plainly(reason)))
    if refusal := refusals.untold():
        st.warning(language.say(f"uploads.{refusal.key}", **refusal.values))
    sent.keeper()
    if sent.lost("picture"):
        st.info(language.say("picture.lost_link", picture=label(pictures.FIRST)))
    network = current().network
    weights_notice.tell_lost(network)
    weights_notice.notice(network)


def about_picture() -> None:
    """What is known of a picture of one's own: its size, whether it was reduced; beside the choice of it."""
    if st.session_state.pop("tell_photographs", False):
        classes = language.listed(networks.network(PHOTOGRAPHS).labels)
        names = {"network": PHOTOGRAPHS, "first": networks.BUNDLED[0], "classes": classes}
        st.info(language.say("picture.for_photographs", **names))
    # Only one's own: opening a sample takes time that the first page doesn't have.
    picture = pictures.own().get(address.here().get("picture", ""))
    if picture is None or picture.original_size is None:
        return
    rows, columns = picture.original_size
    if picture.title:
        st.text(picture.title)
    said = [language.say("picture.original", rows=rows, columns=columns)]
    said += [language.say(f"note.{note}") for note in picture.notes if catalogue.has(f"note.{note}")]
    st.caption(" ".join(said))


@cache
def _small_samples() -> dict[str, np.ndarray]:
    return {key: _small(pictures.sample_picture(key).image) for key in pictures.sample_keys()}


def _small(image: Image.Image) -> np.ndarray:
    return np.asarray(square(image, THUMBNAIL))


def _thumbnails() -> bytes:
    return _thumbnail_payload(language.current(), tuple(pictures.own()))


def _thumbnail_payload(lang: str, own: tuple[str, ...]) -> bytes:
    samples = tuple(
        Thumbnail(key, catalogue.say(lang, f"samples.{key.replace(' ', '_')}"), pixels)
        for key, pixels in _small_samples().items()
    )
    mine = tuple(Thumbnail(key, label(key), _small(pictures.find(key).image)) for key in own)
    return payload(samples + mine, catalogue.say(lang, "picture.tab_samples"))


def _choose_sample(key: object) -> None:
    if key in pictures.choices():
        address.write("picture", key, pictures.FIRST)


def _uploader() -> None:
    st.file_uploader(
        language.say("picture.upload", megabytes=LARGEST),
        key="upload",
        max_upload_size=LARGEST,
        on_change=_take_in,
        args=("upload",),
    )


def _take_in(widget: str) -> None:
    """A new file: shown if it is a picture; else the reason is told and everything stays as it was."""
    file = st.session_state.get(widget)
    st.session_state["refusal"] = None
    if file is None:
        return
    taken = pictures.add_own(file.getvalue(), file.name)
    if isinstance(taken, UnreadableImage):
        st.session_state["refusal"] = notices.unreadable(taken)
    else:
        address.change({"picture": taken.key, **_meet_photographs()})


def _meet_photographs() -> dict[str, str]:
    """The first picture of one's own goes to the network for photographs, if no other was chosen meanwhile."""
    first = current().network == networks.BUNDLED[0] and not st.session_state.get("met_photographs")
    st.session_state["met_photographs"] = True
    st.session_state["tell_photographs"] = first
    return {"network": PHOTOGRAPHS} if first else {}


def _tell_refusal() -> None:
    refusal = st.session_state.get("refusal")
    if refusal:
        st.error(plainly(refusal))


def plainly(text: str) -> str:
    """Text as it is, where Streamlit would read it as Markdown."""
    return text.replace("[", "\\[").replace("*", "\\*").replace("_", "\\_").replace("<", "&lt;")
