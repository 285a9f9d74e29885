"""What is a file that isn't .safetensors? Told by its first bytes; its name decides only what they leave open."""

from __future__ import annotations

from typing import Final

from models.sandbox.weights.header import LENGTH

LOOKED_AT: Final = 4096
SIGNATURES: Final = (
    (b"PK\x03\x04", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"Rar!", "archive"),
    (b"\x89HDF\r\n", "keras"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"BM", "picture"),
    (b"II*\0", "picture"),
    (b"MM\0*", "picture"),
    (b"RIFF", "picture"),
    (b"\x08", "onnx"),
)
PICKLED_NAMES: Final = (".pt", ".pth", ".ckpt", ".pkl", ".pickle", ".bin", ".tar")
MODULES: Final = b"torch.nn.modules"  # what a pickled layer is an instance of; names stand in the file as they are
PICKLE, PROTOCOLS = 0x80, range(2, 7)


def kind(data: bytes, name: str) -> str | None:
    """None for what may be a .safetensors file, else the code of the refusal (a key of `refusals.SENTENCES`)."""
    start = bytes(data[:LOOKED_AT])
    if not start:
        return "empty"
    if start[LENGTH : LENGTH + 1] == b"{":  # before all else: the length in front may look like anything
        return None
    if _pickled(start, name):
        return "whole_model" if MODULES in data else "pickle"
    known = next((code for signature, code in SIGNATURES if start.startswith(signature)), None)
    return known or ("text" if _is_text(start) else "not_safetensors")


def _pickled(start: bytes, name: str) -> bool:
    """A pickle, or the archive with one in it that torch.save writes."""
    if start[0] == PICKLE and start[1:2] and start[1] in PROTOCOLS:
        return True
    return (start.startswith(b"PK") and b"data.pkl" in start) or name.lower().endswith(PICKLED_NAMES)


def _is_text(start: bytes) -> bool:
    try:
        text = start[: LOOKED_AT - 3].decode()
    except UnicodeDecodeError as error:
        if len(start) < LOOKED_AT - 3 or error.start < len(start) - 8:
            return False
        text = start[: error.start].decode()
    return all(sign.isprintable() or sign.isspace() for sign in text)
