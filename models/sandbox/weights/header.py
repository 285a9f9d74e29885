"""What does the header of a .safetensors file say, and may it be believed?

The format: eight bytes of length (little endian), so many bytes of JSON, then the tensors' bytes without gaps. The
JSON has, for each tensor, its `dtype`, its `shape`, and `data_offsets` [begin, end) counted from the end of the header.
This module runs in the child process and imports nothing but the standard library.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from math import prod
from typing import Any, Final

LENGTH: Final = 8
MOST_HEADER: Final = 1_000_000
MOST_TENSORS: Final = 5_000
MOST_AXES: Final = 4  # of a tensor that a layer can use; others are only named
MOST_AXES_NAMED: Final = 16
MOST_SIDE: Final = 200_000
MOST_NAME: Final = 500
FLOATS: Final = {"F16": 2, "BF16": 2, "F32": 4, "F64": 8}
INTEGERS: Final = {"BOOL": 1, "U8": 1, "I8": 1, "U16": 2, "I16": 2, "U32": 4, "I32": 4, "U64": 8, "I64": 8}
BYTES: Final = FLOATS | INTEGERS


class Refused(Exception):  # noqa: N818 - the name says what happened
    """A file that isn't read further. `code` and `details` are those of `refusals`."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code, self.details = code, details


@dataclass(frozen=True)
class Claim:
    """What the header says of one tensor; `begin` and `end` in bytes from the start of the file."""

    name: str
    dtype: str
    shape: tuple[int, ...]
    begin: int
    end: int

    @property
    def readable(self) -> bool:
        """Whether its values are read."""
        return readable(self.dtype, self.shape)


def readable(dtype: str, shape: tuple[int, ...]) -> bool:
    """Whether a layer can have such a tensor; of any other in a file only the name, type and shape are told."""
    return dtype in FLOATS and len(shape) <= MOST_AXES and all(0 < side <= MOST_SIDE for side in shape)


def claims(data: memoryview) -> list[Claim]:
    """The tensors of a file, each within it and none on top of another. Raises `Refused`."""
    length = int.from_bytes(data[:LENGTH], "little")
    if length > MOST_HEADER:
        raise Refused("header_too_long", bytes=f"{length:,}")
    start = LENGTH + length
    if start > len(data):
        raise Refused("truncated", found=f"{len(data):,}", expected=f"{start:,}")
    found = [_claim(name, entry, start) for name, entry in _entries(bytes(data[LENGTH:start]))]
    _check_places(found, start, len(data))
    _check_kinds(found)
    return found


def _entries(text: bytes) -> list[tuple[str, Any]]:
    try:
        header = json.loads(text.decode(), object_pairs_hook=_unique)
    except (ValueError, RecursionError):
        raise Refused("header") from None
    if not isinstance(header, dict):
        raise Refused("header")
    entries = [(name, entry) for name, entry in header.items() if name != "__metadata__"]
    if len(entries) > MOST_TENSORS:
        raise Refused("too_many_tensors", count=f"{len(entries):,}")
    if not entries:
        raise Refused("no_tensors")
    return entries


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("a name occurs twice")
    return made


def _claim(name: str, entry: Any, start: int) -> Claim:
    if not isinstance(entry, dict) or not 0 < len(name) <= MOST_NAME:
        raise Refused("header")
    dtype, shape, offsets = entry.get("dtype"), _numbers(entry.get("shape")), _numbers(entry.get("data_offsets"))
    if not isinstance(dtype, str) or shape is None or offsets is None or len(offsets) != 2:  # noqa: PLR2004
        raise Refused("header")
    if len(shape) > MOST_AXES_NAMED or min(shape, default=0) < 0:
        raise Refused("shape", tensor=name, shape=" × ".join(map(str, shape[:9])))
    begin, end = offsets
    if end < begin or (dtype in BYTES and end - begin != prod(shape) * BYTES[dtype]):
        raise Refused("offsets", tensor=name)
    return Claim(name, dtype, shape, start + begin, start + end)


def _numbers(values: Any) -> tuple[int, ...] | None:
    """Whole numbers in a list; None for anything else."""
    whole = isinstance(values, list) and all(type(value) is int and abs(value) < 2**63 for value in values)
    return tuple(values) if whole else None


def _check_kinds(found: list[Claim]) -> None:
    """Refuses weights that are integers: counters and lists of places beside a network are fewer than its weights."""
    integers = [claim for claim in found if claim.dtype in INTEGERS and prod(claim.shape) > 1]
    if sum(prod(claim.shape) for claim in integers) > sum(prod(each.shape) for each in found if each.dtype in FLOATS):
        largest = max(integers, key=lambda claim: prod(claim.shape))
        raise Refused("quantised", tensor=largest.name, dtype=largest.dtype)


def _check_places(found: list[Claim], start: int, size: int) -> None:
    """The tensors fill the rest of the file one after the other."""
    at = start
    for claim in sorted(found, key=lambda claim: (claim.begin, claim.end)):
        if claim.begin != at:
            raise Refused("offsets", tensor=claim.name)
        at = claim.end
    if at > size:
        raise Refused("truncated", found=f"{size:,}", expected=f"{at:,}")
    if at < size:
        raise Refused("header")
