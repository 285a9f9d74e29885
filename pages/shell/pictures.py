"""The pictures a visitor can choose from: the samples, and what this visit has uploaded or photographed."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from PIL import Image

from models.images import UnreadableImage, display_name, open_picture, sample, samples
from pages.shell.cached import host
from pages.shell.records import Picture

FIRST = "cat"
OWN = "upload"
MOST_OWN = 6  # an older one makes room


_opened: dict[str, Picture] = {}


def sample_picture(key: str) -> Picture:
    """The sample of that key; ValueError if there is none."""
    if key not in _opened:
        _opened[key] = Picture(key, sample(key.replace(" ", "_")))
    return _opened[key]


def opened_samples() -> dict[str, Picture]:
    """The samples that are in memory already: to open one takes a while."""
    return dict(_opened)


@cache
def sample_keys() -> tuple[str, ...]:
    """The keys of all samples, the first one first."""
    keys = [entry.name.replace("_", " ") for entry in samples()]
    return (FIRST, *(key for key in keys if key != FIRST))


def own() -> dict[str, Picture]:
    """The visitor's own pictures by key, oldest first."""
    return host.state().setdefault("own_pictures", {})


def add_own(data: bytes, name: str) -> Picture | UnreadableImage:
    """Decodes what a visitor sent and keeps it under a new key; a refusal leaves everything as it was."""
    try:
        opened = open_picture(data, name=name)
    except UnreadableImage as refusal:
        return refusal
    return _kept(Picture(_next(), opened.image, display_name(name), opened.original_size, opened.notes, file=name))


def add_made(image: Image.Image) -> Picture:
    """Keeps a picture that came in no file, unless it is kept already."""
    made = Picture("", image)
    same = next((each for each in own().values() if each.digest == made.digest), None)
    return same or _kept(replace(made, key=_next()))


def _next() -> str:
    visit = host.state()
    visit["own_count"] = number = 1 + visit.get("own_count", 0)
    return f"{OWN} {number}"


def _kept(picture: Picture) -> Picture:
    """Keeps it; an older one makes room."""
    pictures = own()
    pictures[picture.key] = picture
    while len(pictures) > MOST_OWN:
        del pictures[next(iter(pictures))]
    return picture


def is_own(key: str) -> bool:
    """Whether a key is one of a visit's own pictures, here or elsewhere."""
    return key.startswith(f"{OWN} ")


def find(key: object) -> Picture:
    """The picture of that key if there is one for this visitor, else the first sample."""
    if isinstance(key, str) and key in own():
        return own()[key]
    return sample_picture(key if isinstance(key, str) and key in sample_keys() else FIRST)


def choices() -> tuple[str, ...]:
    """All keys this visitor can choose."""
    return (*sample_keys(), *own())
