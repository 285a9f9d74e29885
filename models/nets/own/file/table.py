"""Which keys and shapes does each architecture have? Read from a text file, so that none has to be built to compare.

`python -m models.nets.own.file.table` writes `architectures.txt` anew; the tests hold it against the built networks. A
heading names an architecture, its last layer and its parts in order. A line below it names a layer and the shapes of
its tensors; `norm` stands for the four of batch norm. A line that begins with "+" begins a unit: a layer or block that
runs after the one before it, so that a network may also end between two of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise
from math import prod
from pathlib import Path
from typing import TYPE_CHECKING, Final

from models.records.matches import Shape, Spelling

if TYPE_CHECKING:
    from torch import nn

FILE: Final = Path(__file__).parent / "architectures.txt"
NORM: Final = ("weight", "bias", "running_mean", "running_var")
HEADING: Final = "# Made by `python -m models.nets.own.file.table`: what each line says is told there."

SPELLINGS: Final[tuple[Spelling, ...]] = ("own", "numbered", "inside")
BODY: Final = 0.5  # of all keys are in the one part that may be saved alone


@dataclass(frozen=True)
class Architecture:
    """The shapes of everything that counts in a state dict, by key; `head`: the last layer, which has the classes.

    `children`: the names of its parts, in order. `units`: at which key, counted from 0, each unit begins.
    """

    name: str
    head: str
    children: tuple[str, ...]
    shapes: dict[str, Shape]
    units: tuple[int, ...]

    @property
    def parameters(self) -> int:
        """How many numbers the state dict has."""
        return sum(prod(shape) for shape in self.shapes.values())

    @property
    def stem(self) -> str:
        """The weights of the first convolution, which takes the channels of the picture."""
        return next(key for key, shape in self.shapes.items() if len(shape) == 4)  # noqa: PLR2004 - axes of kernels

    def expected(self, classes: int | None = None, channels: int = 3) -> dict[str, Shape]:
        """The shapes with so many classes, its own if None, and for pictures of so many channels."""
        found = dict(self.shapes)
        if classes is not None:
            found |= {key: (classes, *shape[1:]) for key, shape in found.items() if self.of_head(key)}
        outputs, _, *size = found[self.stem]
        found[self.stem] = (outputs, channels, *size)
        return found

    @property
    def body(self) -> str | None:
        """The part that has most of the layers, where one has: `features`, say."""
        parts = Counter(key.partition(".")[0] for key in self.shapes)
        name, count = parts.most_common(1)[0]
        return name if count >= BODY * len(self.shapes) else None

    def spelled(self, spelling: Spelling) -> dict[str, str]:
        """The name of each key in a file of that spelling; without those that aren't in it.

        "numbered": the parts go by number, as in nn.Sequential(*model.children()). "inside": its `body` alone.
        """
        if spelling == "own":
            return {key: key for key in self.shapes}
        if spelling == "inside":
            start = f"{self.body}."
            return {key: key.removeprefix(start) for key in self.shapes if key.startswith(start)}
        numbers = {child: str(number) for number, child in enumerate(self.children)}
        parts = {key: key.partition(".") for key in self.shapes}
        return {key: f"{numbers[part]}.{rest}" for key, (part, _, rest) in parts.items()}

    def of_head(self, key: str) -> bool:
        """Whether a key belongs to the last layer."""
        return key.startswith(f"{self.head}.")


@cache
def architectures() -> dict[str, Architecture]:
    """Every architecture by name, in the order of the catalogue."""
    lines = [line for line in FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    starts = [number for number, line in enumerate(lines) if line[0] not in "+ "] + [len(lines)]
    read = (_read(lines[start], lines[start + 1 : end]) for start, end in pairwise(starts))
    return {architecture.name: architecture for architecture in read}


def architecture(name: str) -> Architecture:
    """The architecture of that name. Raises ValueError for an unknown one."""
    known = architectures()
    if name not in known:
        raise ValueError(f"name is {name!r}, but must be one of the {len(known)} networks of the catalogue")
    return known[name]


def _read(title: str, lines: Iterable[str]) -> Architecture:
    name, head, *children = title.split()
    shapes: dict[str, Shape] = {}
    units = []
    for line in lines:
        if line.startswith("+"):
            units.append(len(shapes))
        path, *entries = line[1:].split()
        for entry in entries:
            tensor, _, sides = entry.partition("=")
            shape = tuple(int(side) for side in sides.split("x"))
            shapes |= {f"{path}.{each}": shape for each in (NORM if tensor == "norm" else (tensor,))}
    return Architecture(name, head, tuple(children), shapes, tuple(units))


def spelled(found: Architecture) -> Iterator[str]:
    """The lines of the file on one architecture."""
    yield " ".join((found.name, found.head, *found.children))
    keys = list(found.shapes)
    starts = {keys[start].rpartition(".")[0] for start in found.units}
    for path, of_layer in groupby(keys, key=lambda key: key.rpartition(".")[0]):
        tensors = {key.rpartition(".")[2]: found.shapes[key] for key in of_layer}
        if tuple(tensors) == NORM:
            tensors = {"norm": tensors["weight"]}
        entries = (f"{tensor}={'x'.join(map(str, shape))}" for tensor, shape in tensors.items())
        yield f"{'+' if path in starts else ' '}{path} {' '.join(entries)}"


def measured(name: str, module: nn.Module) -> Architecture:
    """What is to stand in the file on a network that was built."""
    from models.nets.own.file.endings import last_layer, units  # noqa: PLC0415 - with torch, which readers don't need
    from models.nets.own.file.keys import matters  # noqa: PLC0415 - as above

    shapes = {key: tuple(values.shape) for key, values in module.state_dict().items() if matters(key)}
    keys = list(shapes)
    firsts = (next((key for key in keys if key.startswith(f"{path}.")), None) for path in units(module))
    starts = tuple(keys.index(first) for first in firsts if first)
    return Architecture(name, last_layer(module), tuple(dict(module.named_children())), shapes, starts)


def main() -> None:
    """Writes the file."""
    from models.nets.own.file.architectures import NAMES, build  # noqa: PLC0415 - as above

    lines = (line for name in NAMES for line in spelled(measured(name, build(name))))
    FILE.write_text("\n".join([HEADING, *lines, ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
