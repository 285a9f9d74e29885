"""What the stage of one's own stack is sent: the stack, those to start from; it works out the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from viz.stages.kernel.payload import pack
from viz.stages.receptive_field.build.view import PRESETS, BuildView


def payload(view: BuildView, labels: Mapping[str, str], alt: str, serial: int, words: Mapping[str, str]) -> bytes:
    """Everything the browser needs; `labels` name the stacks to start from.

    A `serial` it hasn't seen tells the browser to take `view` over; until then what the visitor did there counts.
    """
    presets = [
        {"key": key, "label": labels[key], "stack": stack, "size": size} for key, (stack, size) in PRESETS.items()
    ]
    header = {
        "view_from_address": asdict(view),
        "presets": presets,
        "alt": alt,
        "serial": serial,
        "words": dict(words),
    }
    return pack(header, {})
