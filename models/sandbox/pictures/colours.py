"""How does a picture of any mode (palette, ink, Lab, 16-bit, float, transparent) become 8-bit RGB that looks right?

Embedded colour profiles are not applied: networks are trained on pictures read without them.
"""

from typing import Final

from PIL import Image, ImageChops, ImageCms

NUMBER_MODES: Final = {"I", "F", "I;16", "I;16L", "I;16B", "I;16N"}
TRANSPARENT_MODES: Final = {"LA", "PA"}
WHITE: Final = (255, 255, 255)


def to_rgb(image: Image.Image, size: tuple[int, int]) -> tuple[Image.Image, tuple[str, ...]]:
    """A loaded picture as RGB of the given (columns, rows), and the codes of what a person should know of it."""
    if image.mode in NUMBER_MODES:
        from .brightness import to_grey  # noqa: PLC0415 -- NumPy costs the child a tenth of a second, for few pictures

        grey, notes = to_grey(image)
        return resized(grey, size).convert("RGB"), notes
    if image.has_transparency_data:
        return over_white(resized(as_rgba(image), size))
    return plain_to_rgb(image, size), ()


def plain_to_rgb(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """An opaque picture of 8 bits or fewer. Most modes are reduced first, which costs least."""
    if image.mode == "LAB":
        return lab_to_rgb(resized(image, size))
    if image.mode in {"1", "P"}:  # these hold no brightness that could be averaged
        image = image.convert("L" if image.mode == "1" else "RGB")
    smaller = resized(image, size)
    # Pillow takes every ink JPEG for one of Adobe's, which store the inks inverted; without Adobe's mark it is not.
    if image.mode == "CMYK" and is_jpeg(image) and "adobe" not in image.info:
        smaller = ImageChops.invert(smaller)
    return smaller.convert("RGB")


def is_jpeg(image: Image.Image) -> bool:
    """Whether a picture came out of a JPEG file, alone or as the first of several."""
    return image.format in {"JPEG", "MPO"}


def as_rgba(image: Image.Image) -> Image.Image:
    """A picture whose transparency is in a channel, in a palette or in one colour, with all of it in a channel."""
    if image.mode == "La":
        image = image.convert("LA")
    return image if image.mode == "RGBA" else image.convert("RGBA")


def over_white(image: Image.Image) -> tuple[Image.Image, tuple[str, ...]]:
    """An RGBA picture laid over white paper; the note says so only if some of the paper shows."""
    paper = Image.new("RGB", image.size, WHITE)
    alpha = image.getchannel("A")
    paper.paste(image.convert("RGB"), mask=alpha)
    darkest, _ = alpha.getextrema()
    return paper, ("transparency_on_white",) if darkest != 255 else ()  # noqa: PLR2004 -- the opaque end of 8 bits


def lab_to_rgb(image: Image.Image) -> Image.Image:
    """CIE L*a*b* (as in TIFF, for a white of D50) to sRGB; Pillow's own `convert` does not know it."""
    converted = ImageCms.profileToProfile(
        image, ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB"), outputMode="RGB"
    )
    if converted is None:  # only with inPlace=True
        raise TypeError("profileToProfile gave no picture")
    return converted


def resized(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Enlarged in squares, or reduced with antialiasing by a filter that does not overshoot: no false halos."""
    if image.size == size:
        return image
    if size[0] > image.width:
        return image.resize(size, Image.Resampling.NEAREST)
    return image.resize(size, Image.Resampling.HAMMING, reducing_gap=2.0)
