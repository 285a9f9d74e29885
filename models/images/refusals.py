"""Why can a file not be shown, in one sentence for people?

Every refusal has a stable code, the values that stand in its sentence, and the sentence in English; a page that speaks
another language translates by the code and puts the same values in.
"""

from collections.abc import Mapping
from string import Formatter
from types import MappingProxyType
from typing import Final

from models.sandbox.pictures.limits import LONGEST_TO_SHORTEST, MEGAPIXELS

Value = str | int | float

MEGABYTES: Final = 15
"""The largest file that is looked at, in millions of bytes."""

SENTENCES: Final[Mapping[str, str]] = MappingProxyType(
    {
        # Not one of the six formats: what it is, and what would work.
        "empty": "This file is empty: choose a JPEG, PNG, WebP, GIF, BMP or TIFF picture.",
        "svg": "This is an SVG drawing, made of lines instead of pixels: export it as PNG and it will work.",
        "eps": "This is a PostScript (EPS) file, a program for printers: export it as PNG or JPEG and it will work.",
        "pdf": "This is a PDF document: save the page or the picture in it as PNG or JPEG and it will work.",
        "heic": "This is a HEIC photograph, as many phones take them: save or send it as JPEG and it will work.",
        "avif": "This is an AVIF picture: save it as PNG, JPEG or WebP and it will work.",
        "jpeg_xl": "This is a JPEG XL picture: save it as PNG or JPEG and it will work.",
        "jpeg_2000": "This is a JPEG 2000 picture: save it as PNG or JPEG and it will work.",
        "photoshop": "This is a Photoshop document: export it as PNG or JPEG and it will work.",
        "icon": "This is an icon file: save it as PNG and it will work.",
        "raw_photograph": "This is a camera's raw file: export it as JPEG and it will work.",
        "video": "This is a video: save one of its frames as PNG or JPEG and it will work.",
        "sound": "This is a sound file: choose a JPEG, PNG, WebP, GIF, BMP or TIFF picture.",
        "archive": "This is a packed archive or an office document: take the picture out of it and choose that.",
        "web_page": "This is a web page: save the picture itself from it, as PNG or JPEG, and choose that.",
        "text": "This is text, not a picture: choose a JPEG, PNG, WebP, GIF, BMP or TIFF picture.",
        "not_a_picture": "This is no picture of a known kind: choose a JPEG, PNG, WebP, GIF, BMP or TIFF picture.",
        # One of the six formats, but beyond a limit.
        "too_large": "This file has {megabytes} MB, and at most {limit} MB can be opened: save it smaller or as JPEG.",
        "too_many_pixels": "This {format} picture has more than {limit} megapixels, the most that can be opened: "
        "save it smaller, for example 2,000 pixels wide.",
        "too_long": "This picture has {columns} × {rows} pixels, and one side may be at most {limit} times as long as "
        "the other: cut out the part that matters.",
        "too_much_memory": "This {format} picture needs more memory to open than is allowed: save it smaller, or as "
        "an ordinary PNG or JPEG.",
        "took_too_long": "This {format} picture takes too long to open and was stopped: save it again as an ordinary "
        "PNG or JPEG.",
        # One of the six formats, but not as it should be.
        "damaged": "This {format} file is damaged or incomplete: copy or download it again, or save it anew as PNG "
        "or JPEG.",
        "unknown_variety": "This {format} file is damaged or of a variety that cannot be read here: save it as PNG or "
        "JPEG and it will work.",
        # Not the fault of the file.
        "busy": "Many pictures are being opened at this moment: please try again in a few seconds.",
    }
)


class UnreadableImage(ValueError):  # noqa: N818 -- the name is fixed by the design; it reads as what happened
    """A file that cannot be shown; its text is one English sentence for people.

    Args:
        code: a key of `SENTENCES`; anything else raises `ValueError`.
        details: the values in the sentence, and beyond them what is known, such as `rows`, `columns` and `name`
            (the shortened file name: untrusted text, never part of the sentence).
    """

    def __init__(self, code: str, details: Mapping[str, Value] | None = None) -> None:
        if code not in SENTENCES:
            message = f"code is {code!r}; known codes are {', '.join(SENTENCES)}"
            raise ValueError(message)
        self.code = code
        self.details: dict[str, Value] = {**_defaults(code), **(details or {})}
        super().__init__(SENTENCES[code].format(**self.details))

    def __reduce__(self) -> tuple[type["UnreadableImage"], tuple[str, dict[str, Value]]]:
        """Caches and other processes copy exceptions by pickling; the default would pass the sentence as the code."""
        return type(self), (self.code, self.details)


def _defaults(code: str) -> dict[str, Value]:
    """The values that stand in a sentence, for those that nobody gives: a refusal never fails over a detail."""
    limits: dict[str, Value] = {
        "too_large": MEGABYTES,
        "too_many_pixels": MEGAPIXELS,
        "too_long": LONGEST_TO_SHORTEST,
    }
    values: dict[str, Value] = {"format": "", "rows": 0, "columns": 0, "megabytes": 0.0, "limit": limits.get(code, 0)}
    in_sentence = {field for _, field, _, _ in Formatter().parse(SENTENCES[code]) if field}
    return {field: values[field] for field in in_sentence}
