"""What every test of pictures needs: files made on the spot, and answers of which only two kinds are allowed."""

import io
import time
from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image

from models.images import Picture, UnreadableImage, open_picture


@pytest.fixture(scope="session")
def file_of() -> Callable[..., bytes]:
    """Bytes of a picture file, as Pillow writes it."""

    def write(image: Image.Image, picture_format: str, **options: object) -> bytes:
        buffer = io.BytesIO()
        image.save(buffer, picture_format, **options)
        return buffer.getvalue()

    return write


@pytest.fixture(scope="session")
def answer_to() -> Callable[[bytes], Picture | UnreadableImage]:
    """A picture or a refusal, whichever; anything else, or more than five seconds, fails the test."""

    def ask(data: bytes) -> Picture | UnreadableImage:
        started = time.monotonic()
        try:
            answer: Picture | UnreadableImage = open_picture(data)
        except UnreadableImage as refusal:
            answer = refusal
        assert time.monotonic() - started < 5
        return answer

    return ask


@pytest.fixture(scope="session")
def colourful() -> np.ndarray:
    """A small upright picture [rows, columns, 3] of which no rotation or mirror image equals another."""
    return np.random.default_rng(1).integers(0, 256, (20, 30, 3), dtype=np.uint8)


@pytest.fixture(scope="session")
def photograph() -> Image.Image:
    """Smooth shapes with some noise: what JPEG, WebP and their progressive kinds are made for."""
    rows, columns = np.indices((240, 320))
    waves = 127 + 60 * np.sin(columns / 25) + 50 * np.cos(rows / 17)
    noise = np.random.default_rng(2).normal(0, 5, (240, 320))
    planes = [waves + noise, np.flipud(waves), 255 - waves]
    return Image.fromarray(np.clip(np.stack(planes, axis=-1), 0, 255).astype(np.uint8))
