"""What does the child process do? It reads a file from standard input and writes its tensors to standard output.

The answer is one line of JSON (name, type and shape of every tensor, in the file's order), and after it the values of
those that are readable, as float32. Torch is not imported.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

from .header import FLOATS, Claim, Refused, claims


def main(_: str) -> None:
    """Answers for one file."""
    data = memoryview(sys.stdin.buffer.read())
    header, found = answer(data)
    sys.stdout.buffer.write(json.dumps(header).encode() + b"\n")
    for values in float_values(data, found):
        sys.stdout.buffer.write(values.data)
    sys.stdout.buffer.flush()


def answer(data: memoryview) -> tuple[dict[str, Any], list[Claim]]:
    """The line of JSON, and the tensors that follow it; every failure becomes a refusal here, and only here."""
    try:
        found = claims(data)
    except Refused as refused:
        return {"refused": refused.code, "details": refused.details}, []
    except MemoryError:
        return {"refused": "too_much", "details": {}}, []
    except Exception:  # noqa: BLE001 - whatever else a stranger's file brings about
        return {"refused": "header", "details": {}}, []
    return {"tensors": [[claim.name, claim.dtype, claim.shape] for claim in found]}, found


def float_values(data: memoryview, found: list[Claim]) -> Iterator[Any]:
    """The values of each readable tensor in a row, as float32, one tensor after the other."""
    import numpy as np  # noqa: PLC0415 - loaded within the limits, too

    for claim in (each for each in found if each.readable):
        if claim.dtype == "BF16":  # the upper half of a float32
            upper = np.frombuffer(data[claim.begin : claim.end], "<u2").astype(np.uint32)
            yield (upper << 16).view(np.float32)
        else:
            with np.errstate(over="ignore", invalid="ignore"):
                yield np.frombuffer(data[claim.begin : claim.end], f"<f{FLOATS[claim.dtype]}").astype("<f4")
