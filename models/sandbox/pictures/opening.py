"""How does a file become an upright picture of ordinary size, without trusting a word it says?

The order matters: the size is read from the header and judged before a single pixel is decoded, the picture is reduced
before it is converted, and a picture that failed to load is never loaded again (a second try gives half a picture).
"""

import importlib
import io
from dataclasses import dataclass
from typing import Final

from PIL import Image, UnidentifiedImageError

from . import limits
from .colours import to_rgb

PLUGINS: Final = {
    "JPEG": "JpegImagePlugin",
    "PNG": "PngImagePlugin",
    "WEBP": "WebPImagePlugin",
    "GIF": "GifImagePlugin",
    "BMP": "BmpImagePlugin",
    "TIFF": "TiffImagePlugin",
}

# What turns a stored picture upright, by the value of EXIF's orientation; 1 and unknown values: nothing.
UPRIGHT: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
SIDES_EXCHANGED: Final = {5, 6, 7, 8}
ORIENTATION: Final = 0x0112

MILLION: Final = 1_000_000


class Refused(Exception):  # noqa: N818 -- no error of the program: an answer
    """The file is not decoded, for the reason that `code` names; `details` has the values of the sentence."""

    def __init__(self, code: str, **details: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


@dataclass(frozen=True)
class Developed:
    """An upright RGB picture, the (rows, columns) it had in the file once upright, and the codes of what was done."""

    image: Image.Image
    original_size: tuple[int, int]
    notes: tuple[str, ...]


def develop(data: bytes, picture_format: str) -> Developed:
    """The working copy of the first picture in a file. Raises `Refused`, or whatever Pillow raises on bad files."""
    image = opened(data, picture_format)
    check_size(image, picture_format)
    columns, rows = image.size
    target = fitting(columns, rows)
    image.draft(None, target)  # JPEG only: decodes at a half, a quarter or an eighth of the size; no effect elsewhere
    image.load()
    orientation = orientation_of(image)
    notes = ["first_frame"] if is_animated(image) else []
    coloured, colour_notes = to_rgb(image, target)
    if target != (columns, rows):
        notes.append("reduced" if max(target) < max(columns, rows) else "enlarged")
    if orientation in SIDES_EXCHANGED:
        columns, rows = rows, columns
    upright = coloured.transpose(UPRIGHT[orientation]) if orientation in UPRIGHT else coloured
    return Developed(upright, (rows, columns), (*notes, *colour_notes))


def opened(data: bytes, picture_format: str) -> Image.Image:
    """The picture with its header read and no pixel decoded, by the one decoder that the format names.

    Without the list of formats Pillow would hand a PostScript file of any name to Ghostscript.
    """
    # Above twice this, Pillow refuses by itself; for WebP it must, as the decoder takes the memory while opening.
    Image.MAX_IMAGE_PIXELS = limits.MEGAPIXELS_JPEG * MILLION // 2
    importlib.import_module(f"PIL.{PLUGINS[picture_format]}")  # spares Pillow loading all of its decoders
    try:
        return Image.open(io.BytesIO(data), formats=[picture_format])
    except Image.DecompressionBombError:
        raise Refused("too_many_pixels", limit=most_megapixels(picture_format)) from None
    except UnidentifiedImageError:
        raise Refused("unknown_variety") from None


def check_size(image: Image.Image, picture_format: str) -> None:
    """Refuse, by the header alone, a picture with too many pixels or with one side far longer than the other."""
    columns, rows = image.size
    size = {"rows": rows, "columns": columns}
    limit = most_megapixels(picture_format)
    if columns * rows > limit * MILLION:
        raise Refused("too_many_pixels", limit=limit, **size)
    if max(columns, rows) > limits.LONGEST_TO_SHORTEST * min(columns, rows):
        raise Refused("too_long", limit=limits.LONGEST_TO_SHORTEST, **size)


def most_megapixels(picture_format: str) -> int:
    """The most pixels, in millions, of a picture of this format."""
    return limits.MEGAPIXELS_JPEG if picture_format == "JPEG" else limits.MEGAPIXELS


def fitting(columns: int, rows: int) -> tuple[int, int]:
    """The (columns, rows) of the working copy: no side too long and none too short, which no one picture is both."""
    if max(columns, rows) > limits.LARGEST_SIDE:
        reduction = limits.LARGEST_SIDE / max(columns, rows)
        return round(columns * reduction), round(rows * reduction)
    factor = -(-limits.SMALLEST_SIDE // min(columns, rows))  # whole, so that every pixel becomes an equal square
    return columns * factor, rows * factor


def orientation_of(image: Image.Image) -> int:
    """EXIF's orientation, 1 when there is none or when it cannot be read (damaged EXIF does not damage the pixels)."""
    try:
        return int(image.getexif().get(ORIENTATION, 1))
    except Exception:  # noqa: BLE001 -- as above: Pillow has many kinds for damaged metadata
        return 1


def is_animated(image: Image.Image) -> bool:
    """Whether more pictures follow. Asked once the first is safe: a damaged second frame does not spoil the first."""
    # Phones store a preview or a depth map behind a JPEG photograph ("MPO"): nothing a person would call a frame.
    if image.format == "MPO":
        return False
    try:
        return bool(getattr(image, "is_animated", False))
    except Exception:  # noqa: BLE001 -- as above
        return False
