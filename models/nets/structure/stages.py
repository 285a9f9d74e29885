"""How does one read a network of five hundred layers? In a few stages, each of blocks, each of layers.

A stage is what works at one size of maps. Where the modules of a network say so, they are the groups; a module inside
which the size changes more than once is read through, as if its parts stood alone. Ranges of layers are half-open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from models.records.costs import Group, LayerCost

SMALLER = 2 / 3  # of the side of the maps before: below it a new stage has begun
DOMINANT = 2 / 3  # of the layers of a group: a part that holds more is read through
FEWEST = 5  # layers, for which a group of their own is worth a click
POOLS = ("MaxPool2d", "AvgPool2d", "LPPool2d")


@dataclass(frozen=True)
class Part:
    """Layers that share the beginning `path` of their names; a single layer has its whole name."""

    path: tuple[str, ...]
    start: int
    stop: int

    @property
    def name(self) -> str:
        """The path in one word."""
        return ".".join(self.path)


def stages(layers: Sequence[LayerCost], side: int) -> tuple[Group, ...]:
    """The stages of a network for pictures whose longer side is `side`: all of its layers, each in one of them."""
    tree = Tree(layers, side)
    return tuple(tree.group(parts) for parts in tree.staged(tree.units(Part((), 0, len(layers)))))


class Tree:
    """The layers of a network by the paths of their modules."""

    def __init__(self, layers: Sequence[LayerCost], side: int) -> None:
        self.layers = layers
        self.picture = side
        self.paths = [tuple((layer.module or layer.name).split(".")) for layer in layers]
        self.keys: set[str] = set()

    def side(self, part: Part) -> int:
        """The longer side of the maps that come out of a part; 1 for features, the picture's before the first layer."""
        if part.stop == 0:
            return self.picture
        return max(self.layers[part.stop - 1].shape[1:], default=1)

    def parts(self, whole: Part) -> list[Part]:
        """What a part consists of: groups of layers that share one more step of their paths, and single layers."""
        depth, found = len(whole.path) + 1, list[Part]()
        for path, run in groupby(range(whole.start, whole.stop), lambda index: self.paths[index][:depth]):
            places = list(run)
            if any(len(self.paths[place]) == depth for place in places):
                found += [Part(self.paths[place], place, place + 1) for place in places]
            else:
                found.append(Part(path, places[0], places[-1] + 1))
        return found

    def units(self, whole: Part) -> list[Part]:
        """The parts of which stages are made: those inside which the size of maps changes more than once, in parts."""
        found: list[Part] = []
        for part in self.parts(whole):
            found += self.units(part) if self.changes(part) > 1 else [part]
        return found

    def changes(self, whole: Part) -> int:
        """How often maps get smaller from part to part."""
        if whole.stop - whole.start == 1:
            return 0
        before, count = self.side(Part((), 0, whole.start)), 0
        for part in self.parts(whole):
            side = self.side(part)
            if side <= SMALLER * before:
                before, count = side, count + 1
        return count

    def staged(self, units: Sequence[Part]) -> list[list[Part]]:
        """The units of each stage. A pooling layer that makes maps smaller ends a stage, others begin one."""
        found: list[list[Part]] = [[]]
        closed = False
        for unit in units:
            smaller = bool(found[-1]) and self.side(unit) <= SMALLER * self.side(found[-1][0])
            pooled = smaller and self.side(unit) > 1 and self.layers[unit.stop - 1].kind in POOLS
            if closed or (smaller and not pooled):
                found.append([])
            found[-1].append(unit)
            closed = pooled
        return self.joined(found)

    def joined(self, found: list[list[Part]]) -> list[list[Part]]:
        """A stage of a single layer belongs to the one after it; the last one to the one before."""
        joined: list[list[Part]] = []
        for parts in found:
            before = joined[-1] if joined else []
            if before and before[-1].stop - before[0].start == 1:
                before += parts
            else:
                joined.append(list(parts))
        return joined

    def group(self, parts: Sequence[Part]) -> Group:
        """A group of these parts, with the groups inside it."""
        start, stop = parts[0].start, parts[-1].stop
        shared = self.shared(start, stop)
        if shared is not None:
            key, label = ".".join(shared), ".".join(_spoken(shared))
        else:
            key, label = "-".join(dict.fromkeys((parts[0].name, parts[-1].name))), _label(parts)
        return Group(self.unlike(key), label, start, stop, tuple(self.inside(list(parts), stop - start)))

    def inside(self, parts: list[Part], count: int) -> list[Group]:
        """The groups among the parts of a group of `count` layers; small and dominant parts are read through."""
        found: list[Group] = []
        for part in parts:
            size = part.stop - part.start
            if size > max(1, DOMINANT * count):
                found += self.inside(self.parts(part), size)
            elif size >= FEWEST:
                found.append(self.group([part]))
        return found

    def shared(self, start: int, stop: int) -> tuple[str, ...] | None:
        """The shortest path that all these layers share and no layer beside them; None if there is none."""
        beside = [self.paths[place] for place in (start - 1, stop) if 0 <= place < len(self.paths)]
        for depth in range(1, len(self.paths[start]) + 1):
            path = self.paths[start][:depth]
            if any(each[:depth] != path for each in self.paths[start:stop]):
                return None
            if all(each[:depth] != path for each in beside):
                return path
        return None

    def unlike(self, key: str) -> str:
        """The key, with a number where another group has it already."""
        number, found = 0, key
        while found in self.keys:
            number += 1
            found = f"{key}_{number}"
        self.keys.add(found)
        return found


def _spoken(path: tuple[str, ...]) -> tuple[str, ...]:
    """A path without the beginning that says nothing where the rest speaks for itself."""
    return path[1:] if len(path) > 1 and path[0] == "features" and not path[1].isdigit() else path


def _label(parts: Sequence[Part]) -> str:
    """From the first to the last part, without the beginning they share where the rest speaks for itself."""
    first, last = (_spoken(part.path) for part in (parts[0], parts[-1]))
    depth = 0
    while depth < min(len(first), len(last)) - 1 and first[depth] == last[depth]:
        depth += 1
    if depth and first[depth].isdigit():
        return f"{'.'.join(first[depth - 1 :])} … {'.'.join(last[depth:])}"
    ends = list(dict.fromkeys((".".join(first[depth:]), ".".join(last[depth:]))))
    return (", " if len(parts) == len(ends) else " … ").join(ends)
