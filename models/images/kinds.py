"""What is this file, by its first bytes? Its name is not asked: it may say anything."""

from typing import Final

FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF")
"""What can be opened, by Pillow's names."""

SPELLING: Final = {"WEBP": "WebP"}
"""How people write a format's name where it is not as Pillow does."""

LOOKED_AT: Final = 16_384
"""Bytes at the beginning of a file that are enough to recognise it."""

BITMAP_HEADERS: Final = {12, 16, 40, 52, 56, 64, 108, 124}  # lengths of every header of a BMP that was ever in use

PICTURE_BEGINNINGS: Final = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"II+\0", "TIFF"),
    (b"MM\0+", "TIFF"),
)

OTHER_BEGINNINGS: Final = (
    (b"%!PS", "eps"),
    (b"\xc5\xd0\xd3\xc6", "eps"),
    (b"%PDF", "pdf"),
    (b"\xff\x0a", "jpeg_xl"),
    (b"\0\0\0\x0cJXL ", "jpeg_xl"),
    (b"\0\0\0\x0cjP  ", "jpeg_2000"),
    (b"\xff\x4f\xff\x51", "jpeg_2000"),
    (b"8BPS", "photoshop"),
    (b"\0\0\x01\0", "icon"),
    (b"FUJIFILMCCD-RAW", "raw_photograph"),
    (b"IIU\0", "raw_photograph"),
    (b"IIRO", "raw_photograph"),
    (b"\x1a\x45\xdf\xa3", "video"),
    (b"\0\0\x01\xba", "video"),
    (b"FLV\x01", "video"),
    (b"ID3", "sound"),
    (b"OggS", "sound"),
    (b"fLaC", "sound"),
    (b"PK\x03\x04", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!", "archive"),
)

RIFF_KINDS: Final = {b"AVI ": "video", b"WAVE": "sound"}

TEXT_CONTROLS: Final = "\t\n\r\f\x1b"

# The containers of "ISO base media": phones' photographs and films differ by the brands in their first box.
BOX_BRANDS: Final = (
    ({b"avif", b"avis"}, "avif"),
    ({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}, "heic"),
    ({b"crx "}, "raw_photograph"),
    ({b"M4A ", b"M4B "}, "sound"),
)


def picture_format(data: bytes) -> str | None:
    """The one of `FORMATS` that the first bytes promise, or None."""
    for beginning, name in PICTURE_BEGINNINGS:
        if data.startswith(beginning):
            # Canon's raw files call themselves TIFF, and the picture in them is a preview
            return None if name == "TIFF" and data[8:10] == b"CR" else name
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "WEBP"
    if data.startswith(b"BM") and int.from_bytes(data[14:18], "little") in BITMAP_HEADERS:
        return "BMP"
    return None


def other_kind(data: bytes) -> str:
    """The code (see `refusals.SENTENCES`) of what a file is that is none of `FORMATS`."""
    start = data[:LOOKED_AT]
    for look in (_by_beginning, _by_container, _by_text):
        code = look(start)
        if code is not None:
            return code
    return "not_a_picture"


def _by_beginning(start: bytes) -> str | None:
    if start[8:10] == b"CR" and start[:4] in {b"II*\0", b"MM\0*"}:
        return "raw_photograph"
    return next((code for beginning, code in OTHER_BEGINNINGS if start.startswith(beginning)), None)


def _by_container(start: bytes) -> str | None:
    if start.startswith(b"RIFF"):
        return RIFF_KINDS.get(start[8:12])
    if start[4:8] != b"ftyp":
        return None
    length = min(int.from_bytes(start[:4], "big"), 256)
    brands = {start[8:12], *(start[at : at + 4] for at in range(16, length, 4))}
    return next((code for known, code in BOX_BRANDS if brands & known), "video")


def _by_text(start: bytes) -> str | None:
    text = _as_text(start)
    if text is None:
        return None
    if "<svg" in text or "<!doctype svg" in text:
        return "web_page" if "<html" in text.split("<svg", 1)[0] else "svg"
    if "<html" in text or "<!doctype html" in text:
        return "web_page"
    return "text"


def _as_text(start: bytes) -> str | None:
    """The beginning of a text file in small letters, or None if it is no text."""
    if start[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        text = start[: len(start) // 2 * 2].decode("utf-16", errors="replace")
    else:
        text = start.decode("latin-1")  # whatever it truly is: tags and control signs are the same in all of them
    if not text.strip() or any(sign < " " and sign not in TEXT_CONTROLS for sign in text):
        return None
    return text.lower()
