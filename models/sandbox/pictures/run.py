"""What does the child process do? It reads a file from standard input and writes a picture to standard output.

The answer is one line of JSON, and after it, when there is a picture, its pixels: rows × columns × 3 bytes (RGB).
"""

import json
import sys
import warnings
from typing import Any


def main(picture_format: str) -> None:
    """Answer for one file of the format that its first bytes promise (a name of Pillow: "JPEG", "PNG", …)."""
    data = sys.stdin.buffer.read()
    warnings.simplefilter("ignore")  # Pillow warns of odd metadata; nobody reads this process's standard error
    header, pixels = answer(data, picture_format)
    sys.stdout.buffer.write(json.dumps(header).encode() + b"\n")
    sys.stdout.buffer.write(pixels)
    sys.stdout.buffer.flush()


def answer(data: bytes, picture_format: str) -> tuple[dict[str, Any], bytes]:
    """The header and the pixels of the answer; every failure of the decoder becomes a refusal here, and only here."""
    from .opening import Refused, develop  # noqa: PLC0415 -- Pillow is loaded within the limits, too

    try:
        developed = develop(data, picture_format)
    except Refused as refused:
        return {"refused": refused.code, "details": refused.details}, b""
    except MemoryError:
        return {"refused": "too_much_memory", "details": {}}, b""
    except Exception:  # noqa: BLE001 -- seven kinds come out of Pillow on bad files, SyntaxError and TypeError among them
        return {"refused": "damaged", "details": {}}, b""
    header = {
        "size": developed.image.size,
        "original_size": developed.original_size,
        "notes": developed.notes,
    }
    return header, developed.image.tobytes()
