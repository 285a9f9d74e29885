"""The middle of a picture: what a network of some proportions sees of it, what a window slides over, thumbnails.

And the whole of it with fewer pixels, where many are kept.
"""

from PIL import Image


def middle(image: Image.Image, proportions: tuple[int, int] = (1, 1)) -> Image.Image:
    """The largest part in the middle of the picture with these proportions, rows to columns, in whole pixels."""
    rows, columns = proportions
    wide = max(1, min(image.width, round(image.height * columns / rows)))
    high = max(1, min(image.height, round(image.width * rows / columns)))
    left, top = (image.width - wide) // 2, (image.height - high) // 2
    return image.crop((left, top, left + wide, top + high))


def square(image: Image.Image, side: int) -> Image.Image:
    """The largest square in the middle of the picture, as `side` × `side` pixels, each a mean over its area."""
    return middle(image).resize((side, side), Image.Resampling.BOX)


def reduced(image: Image.Image, most: int) -> Image.Image:
    """The picture with about `most` pixels in all, each a mean over its area; as it is where it has no more."""
    share = (most / (image.width * image.height)) ** 0.5
    if share >= 1:
        return image
    wide, high = (max(1, round(side * share)) for side in image.size)
    return image.resize((wide, high), Image.Resampling.BOX)
