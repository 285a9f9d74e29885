"""What the stage of one's own stack is sent: the stack, those to start from; it works out the rest."""

from __future__ import annotations

from collections.abc import Mapping

from viz.stages.kernel.payload import pack
from viz.stages.receptive_field.build.view import PRESETS


def payload(labels: Mapping[str, str], alt: str, words: Mapping[str, str]) -> bytes:
    """Everything the browser needs; `labels` name the stacks to start from."""
    presets = [
        {"key": key, "label": labels[key], "stack": stack, "size": size} for key, (stack, size) in PRESETS.items()
    ]
    header = {
        "presets": presets,
        "alt": alt,
        "words": dict(words),
    }
    return pack(header, {})
