"""Puts the stage of a sliding window on a page, for convolution and pooling, and says what PyTorch needs to follow."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field

import numpy as np
from jaxtyping import Float

from models.images import square
from pages.shell import choice, export, language, progress
from pages.shell.cached import caching, networks
from pages.shell.language import say
from pages.shell.records import Choice, Picture
from pages.shell.staged import Staged
from viz.stages.convolution.slide import stage
from viz.stages.convolution.slide.view import COLOURS, LARGEST, PICTURE, AnySlide, SlideView


@caching.resource(64, of_network=False)
def planes(picture: Picture) -> dict[str, np.ndarray]:
    """The picture's middle at the largest size on stage, by colour."""
    small = square(picture.image, LARGEST)
    by_colour = np.asarray(small)
    return {"grey": np.asarray(small.convert("L"))} | {
        name: np.ascontiguousarray(by_colour[..., index]) for index, name in enumerate(COLOURS[1:])
    }


def given(chosen: Choice) -> stage.Given:
    """What the stage works on."""
    with progress.loading():
        return stage.Given(planes(chosen.picture), networks.first_kernels(chosen.network))


@dataclass(frozen=True)
class Sliding(Staged[AnySlide]):
    """The stage of a sliding window: where it stands depends on the output that the other settings make."""

    given: stage.Given = field(kw_only=True)

    def read(self, said: object) -> AnySlide:
        """The view that an address or an event names, with its position inside the output."""
        return stage.placed(super().read(said), self.given)


def current(kind: type[AnySlide], about: stage.Given, topic: str) -> AnySlide:
    """The view the address asks for."""
    return Sliding(topic, kind(), given=about).view()


def put(kind: type[AnySlide], chosen: Choice, about: stage.Given, topic: str) -> None:
    """Mounts the stage."""
    label = choice.label(chosen.picture.key)
    said = {
        "alt": say(f"sliding.alt_{topic}", picture=label),
        "picture": label,
        "file": f"{topic}-{chosen.picture.key}".replace(" ", "-"),
    }

    def payload() -> bytes:
        return stage.payload(topic, about, language.group("sliding.stage"), said)

    subject = (chosen.picture.key, chosen.picture.digest, chosen.network, language.current())
    Sliding(topic, kind(), given=about).mount("convolution/slide", subject, payload, relayed=True)


def hear(kind: type[SlideView], about: stage.Given, topic: str) -> None:
    """Mounts what tells Python of the view on stage."""
    Sliding(topic, kind(), given=about).hear(f"echo {topic}")


def table(values: Float[np.ndarray, "rows columns"]) -> str:
    """A CSV of a plane, line by line, with all its digits."""
    file = io.StringIO()
    csv.writer(file).writerows([f"{value:.9g}" for value in row] for row in values)
    return file.getvalue()


def image_code(chosen: Choice, view: SlideView, image: stage.Plane) -> dict[str, str]:
    """The lines of Python that make the plane on stage, and what they import."""
    if view.source != PICTURE:
        return {"imports": "", "image": f"image = torch.tensor({image.tolist()}, dtype=torch.float64)"}
    found = export.picture_code(chosen)
    plane = 'np.array(small.convert("L"))'
    if view.colour != COLOURS[0]:
        plane = f"np.array(small)[..., {COLOURS.index(view.colour) - 1}]"
    lines = (
        f"small = square({found['picture']}, {LARGEST})  # the middle of the picture",
        f"plane = torch.tensor({plane}, dtype=torch.float64)",
        f"image = torch.floor(F.adaptive_avg_pool2d(plane[None], {view.size})[0] + 0.5 + 1e-9)",
    )
    return {"imports": f"from convoscope.images import {found['reader']}, square", "image": "\n".join(lines)}
