"""What picture is in the bytes that somebody uploaded, and if none, why not?"""

import math
import unicodedata
from dataclasses import dataclass
from typing import Final

from PIL import Image

from models.images.child import decode_in_child
from models.images.kinds import LOOKED_AT, other_kind, picture_format
from models.images.refusals import MEGABYTES, UnreadableImage

MILLION: Final = 1_000_000
LONGEST_NAME: Final = 60
INVISIBLE: Final = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}  # control, direction and line signs among them

NOTES: Final = (
    "first_frame",  # the file has several pictures; this is the first
    "reduced",  # longer than the working copy may be
    "enlarged",  # shorter than the working copy must be
    "transparency_on_white",  # some of it is transparent and was laid over white
    "brightness_stretched",  # white is not the largest number the file could hold
    "missing_as_black",  # some numbers are missing (NaN, drawn black) or infinite (drawn black or white)
)
"""Codes of what a person should know of a picture, in the order in which they are given."""


@dataclass(frozen=True)
class Picture:
    """A picture that is safe to use.

    image: the upright working copy, RGB, 8 bits, 8 to 1,024 pixels a side.
    original_size: (rows, columns) in the file, once upright.
    format: what the file is, by Pillow's names ("JPEG", "PNG", …).
    notes: codes out of `NOTES`.
    name: the file's name made fit for display; still text from a stranger, to be shown as plain text only.
    """

    image: Image.Image
    original_size: tuple[int, int]
    format: str
    notes: tuple[str, ...]
    name: str = ""


def decode(data: bytes, *, name: str = "") -> Image.Image:
    """The upright RGB picture, 8 bits, 8 to 1,024 pixels a side, in the bytes of a file. Raises `UnreadableImage`."""
    return open_picture(data, name=name).image


def open_picture(data: bytes, *, name: str = "") -> Picture:
    """The picture in the bytes of a JPEG, PNG, WebP, GIF, BMP or TIFF file, with what became of it.

    Decoded in a child process of bounded memory and time; the answer is there within five seconds. Of an animation,
    the first frame. `name` decides nothing. Raises `UnreadableImage`, a `ValueError`: one sentence for people.
    """
    try:
        known_format = _format_of(data)
        answer = decode_in_child(data, known_format)
    except UnreadableImage as refusal:
        refusal.details["name"] = display_name(name)
        raise
    image = Image.frombytes("RGB", answer.size, answer.pixels)
    notes = tuple(note for note in NOTES if note in answer.notes)
    return Picture(image, answer.original_size, known_format, notes, display_name(name))


def _format_of(data: bytes) -> str:
    """The format to decode by; raises `UnreadableImage` where nothing needs to be decoded to refuse."""
    if not data:
        raise UnreadableImage("empty")
    if len(data) > MEGABYTES * MILLION:
        raise UnreadableImage("too_large", {"megabytes": math.ceil(len(data) / MILLION * 10) / 10})
    start = bytes(data[:LOOKED_AT])
    known_format = picture_format(start)
    if known_format is None:
        raise UnreadableImage(other_kind(start))
    return known_format


def display_name(name: str) -> str:
    """A file's name, without folders, control and direction signs, at most 60 characters: plain text, not Markdown."""
    last = name[-4096:].replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(sign for sign in last if unicodedata.category(sign) not in INVISIBLE).strip()
    return shown if len(shown) <= LONGEST_NAME else f"{shown[: LONGEST_NAME - 11]}…{shown[-10:]}"
