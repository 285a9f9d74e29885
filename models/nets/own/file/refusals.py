"""Why can a file of weights not be shown, in one sentence for people?

As with pictures: a stable code, the values in its sentence, and the sentence in English; a page that speaks another
language translates by the code.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from models.sandbox.weights.header import MOST_HEADER, MOST_SIDE, MOST_TENSORS

MILLION: Final = 1_000_000
LONGEST_SHOWN: Final = 80
SIGNS_LEFT_OUT: Final = "\\`*[]<>$~|"  # what Markdown would take for more than text

SENTENCES: Final[Mapping[str, str]] = MappingProxyType(
    {
        # Not a .safetensors file: what it is, and what would work.
        "empty": "This file is empty: save the weights again and choose that file.",
        "pickle": "This file is a pickle, as .pt and .pth files are: opening one runs whatever program is in it, so it "
        "isn't opened here. These lines convert it on your own machine:",
        "whole_model": "This file is a pickle of a whole model, as torch.save(model) writes it: opening one runs "
        "whatever program is in it, so it isn't opened here. These lines convert it on your own machine:",
        "picture": "This is a picture, not a network: choose it in the sidebar. A network comes as .safetensors.",
        "archive": "This is a packed archive: take the weights out of it and save them as .safetensors.",
        "keras": "This is a file in HDF5, as Keras writes it: only PyTorch's weights, saved as .safetensors, can be "
        "shown.",
        "onnx": "This looks like a network in ONNX: only PyTorch's weights, saved as .safetensors, can be shown.",
        "text": "This is text, not weights: save the state dict as .safetensors and choose that file.",
        "not_safetensors": "This is no .safetensors file: save the state dict with safetensors.torch.save_file.",
        # A .safetensors file, but not as it should be.
        "too_large": "This file has {megabytes} MB, and at most {limit} MB can be opened: save it in half precision, "
        "or ask whoever runs this server.",
        "header_too_long": f"The header of this file claims {{bytes}} bytes, and at most {MOST_HEADER:,} are read.",
        "header": "The header of this file is no list of tensors, so the file is damaged: save it again.",
        "truncated": "This file ends too early, at {found} of {expected} bytes: copy or download it again.",
        "too_many_tensors": f"This file has {{count}} tensors, and at most {MOST_TENSORS:,} are read.",
        "no_tensors": "There is no tensor in this file: save the state dict, model.state_dict(), not the model.",
        "dtype": "The tensor {tensor} is kept as {dtype}, which isn't understood here: save it as float16 or float32.",
        "quantised": "The tensor {tensor} holds integers ({dtype}): quantised weights can't be shown; save the network "
        "before it was quantised.",
        "shape": f"The tensor {{tensor}} has the shape {{shape}}, which no layer here has: one to four axes of 1 to "
        f"{MOST_SIDE:,} values each.",
        "offsets": "The tensor {tensor} doesn't lie where the header says, or lies on top of another: the file is "
        "damaged.",
        "not_finite": "The tensor {tensor} holds a value that isn't finite (NaN, infinite, or too large for float32): "
        "no network can compute with it.",
        "negative_variance": "The tensor {tensor} holds a variance below 0, which no numbers have: save the network "
        "again.",
        "twice": "Two tensors of this file would both be called {tensor}: save one state dict, not several.",
        "too_much": "This file takes more memory or time to open than is allowed.",
        # Not the fault of the file.
        "busy": "Several networks are being opened at this moment: please try again in a few seconds.",
        "full": "The visitors of this server keep as many networks as it can hold: please try again later.",
    }
)


class UnreadableWeights(ValueError):  # noqa: N818 - reads as what happened, as UnreadableImage does
    """A file of weights that can't be shown; its text is one English sentence for people.

    `code`: a key of `SENTENCES`. `details`: the values in the sentence; names of tensors are made fit for display.
    """

    def __init__(self, code: str, **details: object) -> None:
        self.code = code
        self.details = {name: plain(str(value)) for name, value in details.items()}
        super().__init__(SENTENCES[code].format(**self.details))

    def __reduce__(self) -> tuple[object, ...]:
        """Caches copy exceptions by pickling; the default would pass the sentence as the code."""
        return _again, (self.code, dict(self.details))


def _again(code: str, details: dict[str, str]) -> UnreadableWeights:
    return UnreadableWeights(code, **details)


def plain(text: str) -> str:
    """A stranger's text, fit to stand in a sentence: one line, shortened, without signs that Markdown reads."""
    shown = "".join(sign for sign in text[:1000] if sign.isprintable() and sign not in SIGNS_LEFT_OUT).strip()
    return shown if len(shown) <= LONGEST_SHOWN else f"{shown[: LONGEST_SHOWN - 21]}…{shown[-20:]}"


def most_megabytes() -> int:
    """The largest file that is looked at, in millions of bytes; CONVOSCOPE_MOST_UPLOAD_MB says otherwise."""
    try:
        return max(1, int(os.environ.get("CONVOSCOPE_MOST_UPLOAD_MB", "120")))
    except ValueError:
        return 120
