"""Which tensors look into the same memory, and what did they hold before somebody wrote there?

A network may write into what it has computed in many ways: by the tensor itself, by a view, a slice, `.data`, an array
of NumPy. Tensors are told apart by identity, memory by where it begins. Nothing is looked up before the first write.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import torch
from torch import Tensor

BATCH = -1  # the position of the batch, before all events
Key = tuple[int, int]  # the position of an event, and the tensor of its result


class Memory:
    """Who looks into which memory, as far as a log has been read.

    `events`: what happened, the result last in each, as far as the pass has come. `saved`: by event and tensor, what
    was there before it was overwritten. `stale`: for the event that wrote, the tensors that hold something else since.
    """

    def __init__(self, batch: Tensor, events: Sequence[tuple[Any, ...]]) -> None:
        self.events = events
        self.read = 0
        self.began: dict[int, int] = {}
        self.looking: dict[int, list[Tensor]] = {}
        self.unsaved: dict[int, list[tuple[int, Tensor]]] = {}
        self.lent: set[int] = set()
        self.saved: dict[Key, Tensor] = {}
        self.stale: dict[int, list[Tensor]] = {}
        self._add(BATCH, batch)

    def _add(self, position: int, tensor: Tensor) -> None:
        place = place_of(tensor)
        self.began.setdefault(place, position)
        known = self.looking.setdefault(place, [])
        if not any(tensor is other for other in known):
            known.append(tensor)
        self.unsaved.setdefault(place, []).append((position, tensor))

    def catch_up(self) -> None:
        """Reads what has happened since."""
        start, self.read = self.read, len(self.events)
        for position in range(start, self.read):
            for tensor in tensors_in(self.events[position][-1:]):
                self._add(position, tensor)

    def first(self, tensor: Tensor) -> int | None:
        """The event that first showed its memory; None where none did."""
        self.catch_up()
        return self.began.get(place_of(tensor))

    def alone(self, tensor: Tensor) -> bool:
        """Whether it is the only one that looks into memory made in this pass."""
        self.catch_up()
        place = place_of(tensor)
        return place not in self.lent and all(tensor is other for other in self.looking.get(place, (None,)))

    def save(self, tensor: Tensor) -> None:
        """Copies what lies in its memory, which is about to be overwritten in truth."""
        self.catch_up()
        place = place_of(tensor)
        for position, held in self.unsaved.pop(place, ()):
            self.saved[position, id(held)] = held.clone()
        self.stale.setdefault(self.read, []).extend(
            other for other in self.looking.get(place, ()) if other is not tensor
        )

    def then(self, position: int, tensor: Tensor) -> Tensor:
        """What the result of an event held when it was made."""
        return self.saved.get((position, id(tensor)), tensor)

    def unchanged(self, position: int, tensor: Tensor) -> bool:
        """Whether it still holds what was last saved of it before an event; False where nothing was."""
        saved = [values for (made, held), values in self.saved.items() if held == id(tensor) and made < position]
        return bool(saved) and bool(torch.equal(saved[-1], tensor))

    def lend(self, tensor: Tensor) -> None:
        """Its memory goes to somebody who may write there unseen: it is copied now, and never moved again."""
        self.save(tensor)
        self.stale.setdefault(self.read, []).append(tensor)
        self.lent.add(place_of(tensor))


def place_of(tensor: Tensor) -> int:
    """Where its memory begins; tensors without values have none, but something that stands for it."""
    memory = tensor.untyped_storage()
    return memory.data_ptr() or int(memory._cdata)  # noqa: SLF001 - nothing else tells memory without values apart


def tensors_in(values: Iterable[Any]) -> Iterator[Tensor]:
    """All tensors among the values, those in lists, tuples and dictionaries too."""
    for value in values:
        if isinstance(value, Tensor):
            yield value
        elif isinstance(value, tuple | list):
            yield from tensors_in(value)
        elif isinstance(value, dict):
            yield from tensors_in(value.values())


class Kept:
    """Tensors that belong to the network itself and are written to in a pass, to be put back afterwards."""

    def __init__(self) -> None:
        self.kept: dict[int, tuple[Tensor, Tensor, Tensor]] = {}

    def keep(self, tensor: Tensor) -> None:
        """Remembers what it holds, and where, once."""
        if id(tensor) not in self.kept:
            self.kept[id(tensor)] = (tensor, tensor.data, tensor.detach().clone())

    def tensors(self) -> list[Tensor]:
        """What is kept."""
        return [tensor for tensor, *_ in self.kept.values()]

    def put_back(self) -> None:
        """All as it was; unseen by autograd, for a backward pass may follow."""
        for tensor, memory, values in reversed(self.kept.values()):  # what was kept first is the oldest
            memory.copy_(values)
            tensor.data = memory
        self.kept.clear()
