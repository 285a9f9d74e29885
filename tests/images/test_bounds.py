"""Does the worst file cost a bounded child process, a bounded time, and the server nothing?"""

import os
import statistics
import struct
import subprocess
import sys
import time
import zlib
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from models.images import Picture, UnreadableImage, child, open_picture
from models.sandbox.pictures import opening

pytestmark = pytest.mark.clock

ON_LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="read from /proc")


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_that_claims(columns, rows, *, before=b"", pixels=b"\0" * 1000):
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", columns, rows, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + before + chunk(b"IDAT", zlib.compress(pixels, 9)) + chunk(b"IEND", b"")


def gif_that_claims(columns, rows, *, screen=None):
    width, height = screen or (columns, rows)
    frame = b"," + struct.pack("<HHHH", 0, 0, columns, rows) + b"\0\x02\x02\x4c\x01\0"
    return b"GIF89a" + struct.pack("<HH", width, height) + b"\0\0\0" + frame + b";"


def bmp_that_claims(columns, rows):
    return b"BM" + struct.pack("<IHHIIiiHHIIiiII", 54, 0, 0, 54, 40, columns, rows, 1, 24, 0, 0, 0, 0, 0, 0)


def webp_that_claims(columns, rows):
    sides = (columns - 1).to_bytes(3, "little") + (rows - 1).to_bytes(3, "little")
    return b"RIFF" + struct.pack("<I", 22) + b"WEBPVP8X" + struct.pack("<I", 10) + b"\2\0\0\0" + sides


def tiff_that_claims(columns, rows, packed=b""):
    start = 8 + 2 + 9 * 12 + 4
    entries = [(256, columns), (257, rows), (258, 8), (259, 8), (262, 1), (273, start), (277, 1), (278, rows)]
    fields = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in [*entries, (279, len(packed))])
    return b"II*\0" + struct.pack("<IH", 8, 9) + fields + struct.pack("<I", 0) + packed


def jpeg_that_claims(columns, rows, file_of):
    small = file_of(Image.new("L", (8, 8)), "JPEG")
    return small.replace(b"\x08\x00\x08\x00\x08", b"\x08" + struct.pack(">HH", rows, columns))


def jpeg_of_many_scans(side, scans, file_of):
    """A small progressive JPEG whose last scan, a refinement of the whole picture, is there hundreds of times."""
    data = file_of(Image.new("RGB", (side, side), (90, 120, 30)), "JPEG", progressive=True)
    last_scan = data[data.rindex(b"\xff\xda") : -2]
    return data[:-2] + last_scan * scans + b"\xff\xd9"


@pytest.mark.parametrize("kind", ["PNG", "GIF", "BMP", "WebP", "TIFF", "JPEG"])
def test_a_small_file_that_claims_a_gigantic_picture_is_refused_by_its_header(kind, file_of, answer_to):
    side = 16_383 if kind == "WebP" else 30_000
    makers = {"PNG": png_that_claims, "GIF": gif_that_claims, "BMP": bmp_that_claims, "TIFF": tiff_that_claims}
    makers |= {"WebP": webp_that_claims, "JPEG": partial(jpeg_that_claims, file_of=file_of)}
    data = makers[kind](side, side)
    assert len(data) < 1000
    started = time.monotonic()
    answer = answer_to(data)
    assert time.monotonic() - started < 2
    assert (answer.code, answer.details["format"]) == ("too_many_pixels", kind)


def test_the_pixel_limits_are_those_of_the_design(file_of, answer_to):
    assert answer_to(png_that_claims(5000, 5000, pixels=bytes(5001 * 5000))).original_size == (5000, 5000)
    assert answer_to(png_that_claims(5000, 5001)).details["limit"] == 25
    assert answer_to(file_of(Image.new("L", (7746, 7745)), "JPEG")).original_size == (7745, 7746)
    assert answer_to(jpeg_that_claims(7746, 7747, file_of)).details["limit"] == 60


def test_a_frame_larger_than_its_animation_is_no_way_around_the_limit(answer_to):
    assert answer_to(gif_that_claims(65_000, 65_000, screen=(8, 8))).code == "too_many_pixels"
    assert answer_to(gif_that_claims(7000, 7000, screen=(8, 8))).code == "too_many_pixels"


@pytest.mark.parametrize("kind", [b"zTXt", b"iCCP", b"iTXt"])
def test_metadata_that_unpacks_to_hundreds_of_megabytes_is_not_unpacked(kind, answer_to):
    packed = zlib.compress(bytes(200_000_000), 9)
    field = b"c\0\1\0\0\0" if kind == b"iTXt" else b"c\0\0"
    answer = answer_to(png_that_claims(8, 8, before=chunk(kind, field + packed)))
    assert isinstance(answer, UnreadableImage)
    assert answer.code == "damaged"


def test_pixels_beyond_the_claimed_size_are_not_unpacked(answer_to):
    packed = zlib.compress(bytes(200_000_000), 9)
    assert answer_to(tiff_that_claims(5000, 5000, packed)).original_size == (5000, 5000)
    assert answer_to(png_that_claims(8, 8, pixels=bytes(200_000_000))).original_size == (8, 8)


def test_a_progressive_jpeg_of_hundreds_of_scans_is_stopped(file_of, answer_to):
    data = jpeg_of_many_scans(5000, 800, file_of)
    assert len(data) < 1_000_000
    answer = answer_to(data)
    assert answer.code == "took_too_long"
    assert answer.details["format"] == "JPEG"


def test_no_child_of_all_these_files_took_half_a_gigabyte(file_of, answer_to):
    # The dearest kinds: 25 megapixels in four channels twice over, and the whole of a progressive JPEG in memory.
    answer_to(file_of(Image.new("RGBA", (5000, 5000), (9, 9, 9, 99)), "WEBP", method=0))
    answer_to(file_of(Image.new("RGB", (7000, 7000)), "JPEG", progressive=True, subsampling=0))
    script = (
        "import json, sys; sys.path[:0] = [sys.argv[1]]\n"
        "import resource\n"
        "from models.images import decode\n"
        "decode(sys.stdin.buffer.read())\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    root = str(Path(child.__file__).parents[2])
    data = file_of(Image.new("LA", (5000, 5000), (9, 99)), "PNG", compress_level=1)
    output = subprocess.run([sys.executable, "-c", script, root], input=data, capture_output=True, check=True).stdout
    unit = 1 if sys.platform == "darwin" else 1024
    assert 100e6 < int(output) * unit < child.MEMORY_BYTES


@ON_LINUX
def test_the_server_grows_by_less_than_fifty_megabytes(file_of):
    """Measured in a fresh process, whose highest memory is not that of making the files."""
    script = (
        "import sys; sys.path[:0] = [sys.argv[1]]\n"
        "import models.images as images\n"
        "def now(name):\n"
        "    line = next(line for line in open('/proc/self/status') if line.startswith(name))\n"
        "    return int(line.split()[1]) / 1024\n"
        "data = sys.stdin.buffer.read()\n"
        "open('/proc/self/clear_refs', 'w').write('5')\n"
        "before = now('VmRSS')\n"
        "try: images.open_picture(data)\n"
        "except images.UnreadableImage: pass\n"
        "print(now('VmHWM') - before)"
    )
    noise = np.random.default_rng(5).integers(0, 256, (1500, 3200, 3), dtype=np.uint8)
    files = [
        file_of(Image.fromarray(noise), "PNG", compress_level=1),  # 14 MB
        png_that_claims(5000, 5000, pixels=bytes(5001 * 5000)),
        gif_that_claims(30_000, 30_000),
    ]
    assert 14e6 < len(files[0]) < 15e6
    for data in files:
        arguments = [sys.executable, "-c", script, str(Path(child.__file__).parents[2])]
        output = subprocess.run(arguments, input=data, capture_output=True, check=True, cwd=os.sep).stdout
        assert float(output) < 50


def test_a_twelve_megapixel_photograph_is_there_in_less_than_six_tenths_of_a_second(photograph, file_of):
    data = file_of(photograph.resize((4000, 3000), Image.Resampling.BICUBIC), "JPEG", quality=92)
    seconds = []
    for _ in range(5):
        started = time.perf_counter()
        assert isinstance(open_picture(data), Picture)
        seconds.append(time.perf_counter() - started)
    assert statistics.median(seconds) < 0.6


def test_a_large_jpeg_is_decoded_at_a_fraction_of_its_size(photograph, file_of, monkeypatch):
    decoded = []
    to_rgb = opening.to_rgb
    monkeypatch.setattr(opening, "to_rgb", lambda image, size: decoded.append(image.size) or to_rgb(image, size))
    opening.develop(file_of(photograph.resize((4000, 3000)), "JPEG"), "JPEG")
    assert decoded == [(2000, 1500)]


def test_importing_the_package_is_cheap_and_loads_nothing_heavy():
    script = (
        "import sys, models.images; print([n for n in ('torch', 'streamlit', 'skimage', 'numpy') if n in sys.modules])"
    )
    output = subprocess.run(
        [sys.executable, "-c", script], cwd=Path(child.__file__).parents[2], capture_output=True, check=True, text=True
    ).stdout
    assert output.strip() == "[]"
