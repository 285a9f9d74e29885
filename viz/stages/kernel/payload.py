"""How arrays travel to the browser: one `bytes` of a length, a JSON header, and the raw planes behind it.

The browser opens it with `viz/stages/kernel/payload.js`. Maps travel as two bytes a value (`Codes`): levels between
the lowest and highest finite value of each map, so that zero stays exactly zero where it is the lowest, and every value
is true to 1/131,000 of its map's range; three codes are kept for what is not finite.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from jaxtyping import Float, Float32, Shaped, UInt16

NOT_A_NUMBER = 65535
PLUS_INFINITY = 65534
MINUS_INFINITY = 65533
HIGHEST_LEVEL = 65532
ALIGNMENT = 8


@dataclass(frozen=True)
class Codes:
    """A layer's maps in two bytes a value: value = low + code × step, channel by channel."""

    codes: UInt16[np.ndarray, "channels rows columns"]
    low: Float32[np.ndarray, " channels"]
    step: Float32[np.ndarray, " channels"]


def encode(maps: Float[np.ndarray, "channels rows columns"]) -> Codes:
    """Packs maps into codes; a constant map has step 0."""
    finite = np.isfinite(maps)
    low = np.where(finite, maps, np.inf).min(axis=(1, 2))
    high = np.where(finite, maps, -np.inf).max(axis=(1, 2))
    low, high = np.where(np.isfinite(low), low, 0), np.where(np.isfinite(high), high, 0)
    low32, step = low.astype(np.float32), ((high - low) / HIGHEST_LEVEL).astype(np.float32)
    safe = np.where(step > 0, step, 1)[:, None, None]
    levels = (np.where(finite, maps, low[:, None, None]) - low32[:, None, None]) / safe
    codes = np.clip(np.rint(levels), 0, HIGHEST_LEVEL).astype(np.uint16)
    codes[np.isnan(maps)] = NOT_A_NUMBER
    codes[np.isposinf(maps)] = PLUS_INFINITY
    codes[np.isneginf(maps)] = MINUS_INFINITY
    return Codes(codes, low32, step)


def pack(header: Mapping[str, Any], planes: Mapping[str, Shaped[np.ndarray, "..."]]) -> bytes:
    """One `bytes` with the header (anything JSON can say) and the planes (uint8, uint16 or float32) by name."""
    offset, described, parts = 0, {}, []
    for name, plane in planes.items():
        raw = np.ascontiguousarray(plane).tobytes()
        described[name] = {"type": plane.dtype.name, "shape": plane.shape, "offset": offset}
        raw += bytes(-len(raw) % ALIGNMENT)
        parts.append(raw)
        offset += len(raw)
    return _joined(header, described, parts)


def _joined(header: Mapping[str, Any], planes: Mapping[str, Any], raw: Sequence[bytes]) -> bytes:
    text = json.dumps({**header, "planes": planes}, allow_nan=False).encode()
    start = len(text).to_bytes(4, "little") + text
    return b"".join([start, bytes(-len(start) % ALIGNMENT), *raw])


def merged(packed: Sequence[bytes], more: Mapping[str, Any]) -> bytes:
    """What `pack` made, as one, with `more` in its header; of what is said twice the last counts."""
    if len(packed) == 1 and not more:
        return packed[0]
    header: dict[str, Any] = {}
    planes: dict[str, Any] = {}
    raw = b""
    for each in packed:
        length = int.from_bytes(each[:4], "little")
        found = json.loads(each[4 : 4 + length])
        for name, plane in found.pop("planes").items():
            planes[name] = {**plane, "offset": plane["offset"] + len(raw)}
        header |= found
        raw += each[-(-(4 + length) // ALIGNMENT) * ALIGNMENT :]
    return _joined({**header, **more}, planes, [raw])
