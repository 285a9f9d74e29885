"""The strongest places of a layer's channels: on the chosen picture, or on all samples and uploads of this visit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from models.ops.strongest import ColumnSpans, Peaks, RowSpans, over_pictures
from pages.receptive_field import cached
from pages.shell import pictures
from pages.shell.cached import networks
from pages.shell.records import Choice, Picture

HERE, ALL = "here", "all"
PLACES = (HERE, ALL)
ACTIVATIONS = ("ReLU", "ReLU6", "SiLU", "Hardswish", "GELU")  # where a channel says what it has found


@dataclass(frozen=True, eq=False)
class Case:
    """What is on stage. `shape`: (rows, columns) of the layer's maps; `peaks` count `pictures`."""

    chosen: Choice
    layer: str
    where: str
    shape: tuple[int, int]
    pictures: tuple[Picture, ...]
    peaks: Peaks
    spans: tuple[RowSpans, ColumnSpans]

    @property
    def whole(self) -> bool:
        """Whether every unit depends on the whole picture."""
        return bool(networks.fields_of(self.chosen.picture, self.chosen.network)[self.layer].scope == "whole image")


def start_layer(chosen: Choice) -> str:
    """The last activation whose units see at most half of the picture's side: small enough patches to tell apart."""
    trace, fields = networks.trace(chosen.picture, chosen.network), networks.fields_of(chosen.picture, chosen.network)
    exact = [name for name in networks.main_path(chosen.network) if name in trace and fields[name].scope == "exact"]
    small = [name for name in exact if 2 * max(fields[name].size) <= min(fields[name].image)]
    active = [name for name in small if trace[name].kind in ACTIVATIONS]
    return (active or small or list(trace))[-1 if small else 0]


def case_of(
    chosen: Choice, layer: str, where: str, awaiting: Callable[[Sequence[Picture]], Iterable[Picture]] = iter
) -> Case:
    """What is on stage. `awaiting`: goes through the pictures one by one, and may show how far the network has come."""
    _, rows, columns = networks.maps(chosen.picture, chosen.network, layer).shape
    looked_at = (chosen.picture,) if where == HERE else _on_the_same_way(chosen, layer)
    found = _peaks(chosen, layer, looked_at, awaiting)
    spans = cached.spans(chosen.picture, chosen.network, layer)
    return Case(chosen, layer, where, (rows, columns), looked_at, over_pictures(found), spans)


def _on_the_same_way(chosen: Choice, layer: str) -> tuple[Picture, ...]:
    """All pictures, but of a network that looks at its values only those with the same fields."""
    field = networks.fields_of(chosen.picture, chosen.network)[layer]
    every = (pictures.find(key) for key in pictures.choices())
    return tuple(one for one in every if networks.fields_of(one, chosen.network).get(layer) == field)


def _peaks(
    chosen: Choice,
    layer: str,
    looked_at: tuple[Picture, ...],
    awaiting: Callable[[Sequence[Picture]], Iterable[Picture]],
) -> list[Peaks]:
    if len(looked_at) == 1:
        return [cached.traced_peaks(looked_at[0], chosen.network, layer)]
    return [cached.peaks(picture, chosen.network, layer) for picture in awaiting(looked_at)]
