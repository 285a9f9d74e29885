"""Puts the stage of a sliding window on a page, for convolution and pooling, and says what PyTorch needs to follow."""

from __future__ import annotations

import csv
import io
from typing import Any

import numpy as np
from jaxtyping import Float

from models.images import square
from pages.shell import address, choice, export, language, progress
from pages.shell.cached import caching, networks
from pages.shell.language import say
from pages.shell.records import Choice, Picture
from viz.hosts.streamlit.mount import mount
from viz.stages.convolution.slide import stage
from viz.stages.convolution.slide.view import COLOURS, LARGEST, PICTURE, AnyView, Source, read_view


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


def current(kind: type[AnyView], about: stage.Given) -> AnyView:
    """The view the address asks for."""
    return stage.placed(read_view(kind, address.here()), about)


def put(kind: type[Source], chosen: Choice, about: stage.Given, topic: str) -> None:
    """Mounts the stage."""
    shown = current(kind, about)
    subject = (chosen.picture.key, chosen.picture.digest, chosen.network, language.current())
    now = address.mounted(topic, subject, shown)
    label = choice.label(chosen.picture.key)
    said = {
        "alt": say(f"sliding.alt_{topic}", picture=label),
        "picture": label,
        "file": f"{topic}-{chosen.picture.key}".replace(" ", "-"),
    }
    mount(
        "convolution/slide",
        stage.payload(now.view, about, now.serial, language.group("sliding.stage"), said),
        key=topic,
    )


def hear(kind: type[Source], about: stage.Given, topic: str) -> None:
    """Mounts what tells Python of the view on stage, and reruns the fragment it is mounted in, and no other."""

    def heard(event: Any) -> None:
        address.told(topic, stage.placed(read_view(kind, event), about), kind())

    mount("frame/relay", {}, key=f"echo {topic}", heard=heard)


def table(values: Float[np.ndarray, "rows columns"]) -> str:
    """A CSV of a plane, line by line, with all its digits."""
    file = io.StringIO()
    csv.writer(file).writerows([f"{value:.9g}" for value in row] for row in values)
    return file.getvalue()


def image_code(chosen: Choice, view: Source, about: stage.Given) -> dict[str, str]:
    """The lines of Python that make the plane on stage, and what they import."""
    if view.source != PICTURE:
        rows = stage.image_of(view, about).tolist()
        return {"imports": "", "image": f"image = torch.tensor({rows}, dtype=torch.float64)"}
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
