"""Does every file that cannot be shown get its own sentence, and is half a picture never shown as a whole one?"""

import pickle
import random
import re
import subprocess

import numpy as np
import pytest
from PIL import Image

from models.images import SENTENCES, Picture, UnreadableImage, child, decode, display_name, open_picture
from models.sandbox.pictures import opening

EPS = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n0 0 10 10 rectfill\nshowpage\n"

FOREIGN = {
    "svg": b'<?xml version="1.0"?>\n<!-- drawn -->\n<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>',
    "eps": EPS,
    "heic": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(64),
    "avif": b"\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf" + bytes(64),
    "jpeg_xl": b"\xff\x0a\xfa\x1f" + bytes(64),
    "jpeg_2000": b"\0\0\0\x0cjP  \r\n\x87\n" + bytes(64),
    "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
    "photoshop": b"8BPS\0\1" + bytes(64),
    "icon": b"\0\0\1\0\1\0\x10\x10" + bytes(64),
    "raw_photograph": b"II*\0\x10\0\0\0CR\2\0" + bytes(64),
    "video": b"\0\0\0\x18ftypmp42\0\0\0\0isommp42" + bytes(64),
    "sound": b"RIFF\x24\0\0\0WAVEfmt " + bytes(64),
    "archive": b"PK\3\4\x14\0\6\0" + bytes(64),
    "web_page": b"<!DOCTYPE html>\n<html><body><svg></svg></body></html>",
    "text": "BM is not always a picture, and neither is Größe.\n".encode(),
    "not_a_picture": bytes(1000),
    "empty": b"",
}

WAYS_TO_STORE = {
    "jpeg": ("JPEG", {}),
    "progressive jpeg": ("JPEG", {"progressive": True}),
    "png": ("PNG", {}),
    "webp": ("WEBP", {}),
    "lossless webp": ("WEBP", {"lossless": True}),
    "gif": ("GIF", {}),
    "bmp": ("BMP", {}),
    "plain tiff": ("TIFF", {}),
    "lzw tiff": ("TIFF", {"compression": "tiff_lzw"}),
    "deflate tiff": ("TIFF", {"compression": "tiff_deflate"}),
    "jpeg tiff": ("TIFF", {"compression": "jpeg"}),
}


@pytest.fixture(scope="module")
def small(photograph):
    return photograph.resize((80, 60))


@pytest.mark.parametrize(("code", "data"), FOREIGN.items(), ids=FOREIGN)
def test_a_file_of_another_kind_is_named_without_being_decoded(code, data, monkeypatch):
    monkeypatch.setattr(child, "_run", None)  # a child would be an error
    with pytest.raises(UnreadableImage) as refusal:
        decode(data, name="holiday.png")
    assert refusal.value.code == code
    assert str(refusal.value) == SENTENCES[code]


def test_ghostscript_is_never_started_by_a_postscript_file(monkeypatch):
    started = []
    monkeypatch.setattr(subprocess, "Popen", lambda *arguments, **_: started.append(arguments))
    for data in (EPS, b"\xc5\xd0\xd3\xc6" + bytes(26) + EPS):
        with pytest.raises(UnreadableImage, match="PostScript"):
            decode(data, name="x.png")
    assert started == []


def test_the_decoder_itself_opens_only_the_format_it_is_given():
    # Were a PostScript file ever taken for something else, the child still knows no PostScript.
    for picture_format in ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF"):
        with pytest.raises(opening.Refused, match="unknown_variety"):
            opening.opened(EPS, picture_format)
        output, _ = child._run(EPS, picture_format, 4.0)
        with pytest.raises(UnreadableImage, match="damaged"):
            child._read(output, picture_format)


@pytest.mark.parametrize(("picture_format", "options"), WAYS_TO_STORE.values(), ids=WAYS_TO_STORE)
def test_a_truncated_file_is_damaged_or_whole_and_never_half(picture_format, options, small, file_of, answer_to):
    data = file_of(small, picture_format, **options)
    whole = decode(data)
    # The last two cuts may spare every pixel: what is missing then is the end mark.
    for kept in (len(data) // 4, len(data) // 2, len(data) * 9 // 10, len(data) - 8, len(data) - 1):
        answer = answer_to(data[:kept])
        if isinstance(answer, Picture):
            assert kept >= len(data) - 8
            np.testing.assert_array_equal(np.asarray(answer.image), np.asarray(whole))
        else:
            assert answer.code in {"damaged", "unknown_variety"}
            assert "damaged" in str(answer)


def test_flipped_bits_give_a_picture_or_a_sentence(small, file_of, answer_to):
    chance = random.Random(4)  # noqa: S311 -- the same flips every time, no secret
    for picture_format, options in WAYS_TO_STORE.values():
        data = file_of(small, picture_format, **options)
        for _ in range(4):
            spoilt = bytearray(data)
            for position in chance.sample(range(3, len(data)), 6) + chance.sample(range(3, 60), 2):
                spoilt[position] ^= 1 << chance.randrange(8)
            answer = answer_to(bytes(spoilt))
            assert isinstance(answer, Picture) or answer.code in SENTENCES


def test_one_side_fifty_times_the_other_is_the_limit(file_of):
    assert decode(file_of(Image.new("RGB", (1, 50)), "PNG")).size == (8, 400)
    for size in ((1, 51), (1, 4000), (4000, 1)):
        with pytest.raises(UnreadableImage) as refusal:
            decode(file_of(Image.new("RGB", size), "PNG"))
        assert refusal.value.code == "too_long"
        assert (refusal.value.details["columns"], refusal.value.details["rows"]) == size
        assert f"{size[0]} × {size[1]}" in str(refusal.value)


def test_a_file_beyond_fifteen_megabytes_is_refused_by_its_length_alone(monkeypatch):
    monkeypatch.setattr(child, "_run", None)
    with pytest.raises(UnreadableImage) as refusal:
        decode(b"\xff\xd8\xff" + bytes(15_000_000))
    assert refusal.value.code == "too_large"
    assert "15.1 MB" in str(refusal.value)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("<script>alert(1)</script>.png", "script>.png"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\cat.png", "cat.png"),
        ("a\0b\nc\u202egnp.exe", "abcgnp.exe"),
        ("x" * 5000 + ".jpeg", "x" * 49 + "…" + "xxxxx.jpeg"),
        ("", ""),
    ],
)
def test_a_file_name_is_shortened_text_and_in_no_sentence(name, shown):
    assert display_name(name) == shown
    with pytest.raises(UnreadableImage) as refusal:
        decode(b"hello", name=name)
    assert str(refusal.value) == SENTENCES["text"]
    assert refusal.value.details["name"] == shown


def test_a_name_decides_nothing(file_of):
    data = file_of(Image.new("RGB", (9, 9), "red"), "PNG")
    picture = open_picture(data, name="../<b>notes</b>.svg")
    assert (picture.format, picture.name) == ("PNG", "b>.svg")


def test_a_refusal_survives_being_copied_by_a_cache():
    refusal = UnreadableImage("too_long", {"rows": 1, "columns": 4000, "name": "x"})
    copy = pickle.loads(pickle.dumps(refusal))  # noqa: S301 -- written on this line
    assert (copy.code, copy.details, str(copy)) == (refusal.code, refusal.details, str(refusal))


def test_every_sentence_can_be_said_and_is_one_sentence_for_people():
    for code in SENTENCES:
        sentence = str(UnreadableImage(code, {"format": "PNG"}))
        assert "{" not in sentence
        assert re.fullmatch(r"[A-Z][^.]*\.", sentence.replace("0.0 MB", "0 MB")), sentence


def test_an_unknown_code_is_our_mistake_and_says_so():
    with pytest.raises(ValueError, match="code is 'nonsense'; known codes are empty, svg"):
        UnreadableImage("nonsense")
