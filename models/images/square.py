"""The middle of a picture as a small square: what a window slides over, and what thumbnails show."""

from PIL import Image


def square(image: Image.Image, side: int) -> Image.Image:
    """The largest square in the middle of the picture, as `side` × `side` pixels, each a mean over its area."""
    short = min(image.size)
    left, top = (image.width - short) // 2, (image.height - short) // 2
    return image.crop((left, top, left + short, top + short)).resize((side, side), Image.Resampling.BOX)
