"""Arrays as pictures to look at and keep: small ones enlarged without smoothing, and a sheet of a layer's maps."""

from __future__ import annotations

import base64
import io
import math
from collections.abc import Callable
from functools import cache

import numpy as np
from jaxtyping import Float, UInt8
from PIL import Image, ImageDraw, ImageFont

from viz.ink.colour import START, Palettes, Plane

OFF_SCALE = (128, 128, 128)
NOT_A_NUMBER = (214, 0, 147)
INFINITE = (0, 0, 0)
GAP = 4
MARGIN = 16
LINE = 22


def enlarge(picture: UInt8[np.ndarray, "rows columns 3"], longest: int) -> bytes:
    """A PNG with every pixel a square as large as fits into `longest` screen pixels; large pictures are reduced."""
    image = Image.fromarray(picture)
    times = longest / max(image.size)
    kind = Image.Resampling.NEAREST if times >= 1 else Image.Resampling.BOX
    times = math.floor(times) if times >= 1 else times
    size = (max(1, round(image.width * times)), max(1, round(image.height * times)))
    return as_png(image.resize(size, kind))


def in_address(png: bytes) -> str:
    """A PNG as an address of its own, which a browser shows without asking a server for it."""
    return f"data:image/png;base64,{base64.b64encode(png).decode()}"


def as_png(image: Image.Image) -> bytes:
    """The bytes of a PNG file."""
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def colours(
    values: Float[np.ndarray, "*shape"], scale: tuple[float, float], palettes: Palettes = START
) -> UInt8[np.ndarray, "*shape 3"]:
    """Every value in its colour on `scale`; what is not on it, not a number or infinite has a mark of its own."""
    low, high = scale
    finite = np.isfinite(values)
    span = high - low
    level = (np.where(finite, values, low) - low) / span * 255 if span > 0 else np.full(values.shape, 127.5)
    painted = palettes.of(low)[np.clip(np.floor(level + 0.5), 0, 255).astype(int)].copy()
    painted[(level < -0.5) | (level > 255.5)] = OFF_SCALE  # noqa: PLR2004, half a colour of tolerance
    painted[np.isnan(values)] = NOT_A_NUMBER
    painted[np.isinf(values)] = INFINITE
    return painted


def sheet(
    maps: Float[np.ndarray, "channels rows columns"],
    scale: tuple[float, float],
    title: str,
    palettes: Palettes = START,
    write: Callable[[float], str] = "{:.4g}".format,
) -> bytes:
    """A PNG of all maps in reading order on one scale, with the title above and the scale's ends below.

    `write`: how the ends are written.
    """
    channels, rows, columns = maps.shape
    across = math.ceil(math.sqrt(channels * rows / columns))
    down = math.ceil(channels / across)
    times = max(1, round(96 / max(rows, columns)))
    tile_height, tile_width = rows * times + GAP, columns * times + GAP
    width = max(across * tile_width, 320) + 2 * MARGIN
    image = Image.new("RGB", (width, down * tile_height + 2 * MARGIN + 3 * LINE), "white")
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(16)
    draw.text((MARGIN, MARGIN), title, "black", font)
    for channel, values in enumerate(maps):
        tile = Image.fromarray(colours(values, scale, palettes)).resize(
            (columns * times, rows * times), Image.Resampling.NEAREST
        )
        place = (channel % across * tile_width, channel // across * tile_height)
        image.paste(tile, (MARGIN + place[0], MARGIN + LINE + 4 + place[1]))
    _draw_scale(image, (write(scale[0]), write(scale[1])), font, palettes.of(scale[0]))
    return as_png(image)


def _draw_scale(
    image: Image.Image, ends: tuple[str, str], font: ImageFont.ImageFont | ImageFont.FreeTypeFont, palette: Plane
) -> None:
    bar = Image.fromarray(palette[None]).resize((256, LINE - 8))
    top = image.height - MARGIN - LINE
    low, high = ends
    draw = ImageDraw.Draw(image)
    start = MARGIN + draw.textlength(low, font) + 8
    draw.text((MARGIN, top), low, "black", font)
    image.paste(bar, (round(start), top + 4))
    draw.text((start + 256 + 8, top), high, "black", font)


@cache
@cache
def emblem() -> str:
    """The application's sign in the browser's tab, in an address of its own: nine feature maps of a diagonal edge."""
    rows, columns = np.mgrid[0:3, 0:3]
    picture = colours((1.0 - (rows - columns)).astype(np.float64), (-3.0, 3.0))
    return in_address(as_png(Image.fromarray(picture).resize((48, 48), Image.Resampling.NEAREST)))
