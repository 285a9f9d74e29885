"""How did a network learn? The recorded training that comes with Convoscope, read without PyTorch.

`models.recipes.noise_to_edges` makes the file. In it, by name: what every update and every moment has of
`RecordedTraining`, with `running_mean/LAYER` and `running_var/LAYER`; `snapshots`, after how many updates the network
is kept whole; `snapshot/UPDATE/NAME`, its state in 8 bits; and a row for each snapshot of what `MEASURED` names.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import numpy as np
from jaxtyping import Shaped, UInt8
from safetensors.numpy import load_file

from models.nets.bundled.provenance import provenance
from models.records.training import RecordedTraining, Snapshot, Statistics

RECORD: Final = Path(__file__).parent / "noise_to_edges.safetensors"
PER_UPDATE: Final = ("loss", "accuracy", "rate", "gradients")
PER_MOMENT: Final = ("updates", "kernels", "weights", "held_out_loss", "held_out_accuracy", "held_out_pictures")
MEASURED: Final = ("largest_error", "rms_error", "kept_loss", "kept_accuracy", "answers")

Arrays = Mapping[str, Shaped[np.ndarray, "..."]]


def read(path: Path = RECORD) -> RecordedTraining:
    """The recorded training in a file. Raises FileNotFoundError, and SafetensorError where it is damaged."""
    arrays, known = load_file(path), provenance(path)
    for values in arrays.values():
        values.setflags(write=False)
    return RecordedTraining(
        **{name: arrays[name] for name in (*PER_UPDATE, *PER_MOMENT)},
        first=known["first"],
        layers=tuple(json.loads(known["layers"])),
        running_mean=_statistics(arrays, "running_mean", json.loads(known["norms"])),
        running_variance=_statistics(arrays, "running_var", json.loads(known["norms"])),
        snapshots=tuple(_snapshot(arrays, place) for place in range(len(arrays["snapshots"]))),
        provenance=known,
    )


def _statistics(arrays: Arrays, kind: str, norms: list[str]) -> Statistics:
    return {name: arrays[f"{kind}/{name}"] for name in norms}


def _snapshot(arrays: Arrays, place: int) -> Snapshot:
    update = int(arrays["snapshots"][place])
    prefix = f"snapshot/{update}/"
    moment = arrays["updates"].tolist().index(update)
    return Snapshot(
        update=update,
        values={name.removeprefix(prefix): values for name, values in arrays.items() if name.startswith(prefix)},
        **{name: float(arrays[name][place]) for name in MEASURED if name != "answers"},
        loss=float(arrays["held_out_loss"][moment]),
        accuracy=float(arrays["held_out_accuracy"][moment]),
        pictures=int(arrays["held_out_pictures"][moment]),
        answers=arrays["answers"][place],
    )


def probe(side: int = 32) -> UInt8[np.ndarray, "1 3 side side"]:
    """A picture of whole numbers alone, for comparing answers: red grows downwards, green rightwards, blue in squares.

    >>> probe(2)[0].tolist()
    [[[0, 0], [128, 128]], [[0, 128], [0, 128]], [[0, 255], [255, 0]]]

    Squares are a quarter of the side, and at least a pixel.
    """
    rows, columns = np.mgrid[:side, :side]
    square = max(side // 4, 1)
    blue = (rows // square + columns // square) % 2 * 255
    return np.stack([rows * 256 // side, columns * 256 // side, blue])[None].astype(np.uint8)
