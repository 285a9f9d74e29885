"""When are two pictures the same? When their digests are, which key whatever is kept of a picture."""

import hashlib

from PIL import Image


def digest(image: Image.Image) -> str:
    """SHA-256 over the size, the mode and every pixel, in hexadecimal digits: equal pictures, equal digests."""
    # The size comes first: the same bytes make a picture of 2×8 and another of 8×2.
    return hashlib.sha256(f"{image.width}x{image.height} {image.mode} ".encode() + image.tobytes()).hexdigest()
