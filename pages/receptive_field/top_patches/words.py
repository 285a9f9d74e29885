"""What is said about the strongest patches: the captions of the stage, the reading, and the proof."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from pages.receptive_field import cached
from pages.receptive_field.top_patches.case import HERE, Case
from pages.shell import choice
from pages.shell.cached import networks
from pages.shell.language import counted, number, say, whole
from pages.shell.proof import Proof, apart
from viz.stages.receptive_field.top_patches.stage import Captions, TopPatchesView


def captions(case: Case) -> Captions:
    """What the page says of the stage."""
    picture = choice.label(case.chosen.picture.key)
    if case.where != HERE:
        picture = say("receptive_field_top_patches.all_pictures", count=len(case.pictures))
    about = {"layer": case.layer, "network": case.chosen.network, "picture": picture}
    return Captions(
        layer=case.layer,
        alt=say("receptive_field_top_patches.alt", **about),
        # The browser puts in the channel.
        title=say("receptive_field_top_patches.title", **about, channel="{channel}"),
        file=f"{case.chosen.network}-{case.layer}-{case.where}-{case.chosen.picture.key}".replace(" ", "-"),
        whole=_whole(case) if case.whole else None,
    )


def _whole(case: Case) -> str:
    """That its units see the whole picture, and why; and how far they see by the way that keeps places."""
    field = networks.fields_of(case.chosen.picture, case.chosen.network)[case.layer]
    sentence = say("receptive_field_top_patches.whole", reason=field.reason)
    if field.spatial_size is None:
        return sentence
    rows, columns = field.spatial_size
    return f"{sentence} {say('receptive_field_top_patches.spatial', rows=rows, columns=columns)}"


def shown(case: Case, view: TopPatchesView) -> int:
    """How many patches are on stage."""
    return min(view.count, case.peaks.count(view.channel))


def reading(case: Case, view: TopPatchesView) -> str:
    """Where the channel responds most strongly, in numbers."""
    count = shown(case, view)
    about = {"layer": case.layer, "channel": view.channel, "pictures": len(case.pictures)}
    about["picture"] = choice.label(case.chosen.picture.key)
    if count == 0:
        return say(f"receptive_field_top_patches.reading_none_{case.where}", **about)
    sources = case.peaks.sources[view.channel, :count]
    best = case.pictures[sources[0]]
    numbers = {
        name: number(case.peaks.values[view.channel, rank]) for name, rank in (("value", 0), ("last", count - 1))
    }
    about |= {**_box(case, view), **numbers, "picture": choice.label(best.key), "shown": count}
    if case.where != HERE:
        about |= {"own": int((sources == sources[0]).sum()), "different": len(np.unique(sources))}
    few = count < view.count and case.where == HERE and case.shape != (1, 1)
    kind = "single" if case.shape == (1, 1) else "places"
    sentence = say(f"receptive_field_top_patches.reading_{case.where}_{kind}", **about)
    return f"{sentence} {say('receptive_field_top_patches.few', shown=count)}" if few else sentence


def _box(case: Case, view: TopPatchesView) -> dict[str, int]:
    """The strongest place, and the first and last pixels it sees."""
    row, column = (int(places[view.channel, 0]) for places in (case.peaks.rows, case.peaks.columns))
    (top, bottom), (left, right) = case.spans[0][row], case.spans[1][column]
    place = {"row": row, "column": column, "top": int(top), "left": int(left)}
    return {**place, "bottom": int(bottom) - 1, "right": int(right) - 1}


def proof(case: Case, view: TopPatchesView) -> Proof:
    """The places that NumPy found beside those that torch finds: of a map, or of pictures with one value each."""
    best = case.pictures[max(int(case.peaks.sources[view.channel, 0]), 0)]
    if case.shape == (1, 1):
        return (
            Proof(say("receptive_field_top_patches.proof_single")) if case.where == HERE else _of_pictures(case, view)
        )
    values = networks.maps(best, case.chosen.network, case.layer)[view.channel]
    own = cached.traced_peaks(best, case.chosen.network, case.layer)
    count = min(view.count, own.count(view.channel))
    by_hand = [(int(own.rows[view.channel, rank]), int(own.columns[view.channel, rank])) for rank in range(count)]
    by_torch = cached.strongest_by_torch(values, *case.spans, count)
    places = counted("receptive_field_top_patches.places", count)
    about = {"picture": choice.label(best.key), "channel": view.channel, "values": whole(values.size), "taken": places}
    return _compared("proof", about, values, by_hand, by_torch)


def _of_pictures(case: Case, view: TopPatchesView) -> Proof:
    """Every picture has one value: those NumPy takes beside those torch takes."""
    each = [cached.peaks(one, case.chosen.network, case.layer).values[view.channel, 0] for one in case.pictures]
    values = np.array([each], dtype=np.float32)
    apart = np.array([(at, at + 1) for at in range(len(each))])  # no picture overlaps another
    count = shown(case, view)
    by_hand = [(0, int(source)) for source in case.peaks.sources[view.channel, :count]]
    by_torch = cached.strongest_by_torch(values, np.array([(0, 1)]), apart, count)
    about = {"channel": view.channel, "pictures": len(each)}
    return _compared("proof_pictures", about, values, by_hand, by_torch)


def _compared(
    key: str,
    about: Mapping[str, object],
    values: np.ndarray,
    by_hand: Sequence[tuple[int, int]],
    by_torch: Sequence[tuple[int, int]],
) -> Proof:
    pairs = zip(by_hand, by_torch, strict=False)
    difference = max((abs(float(values[one]) - float(values[other])) for one, other in pairs), default=0.0)
    counts = {"places": len(by_hand), "same": len(set(by_hand) & set(by_torch))}
    said = say(f"receptive_field_top_patches.{key}", **about, **counts, difference=apart(difference))
    # Of equal values either may be taken: what counts is that no other value is among the strongest.
    return Proof(said, holds=len(by_hand) == len(by_torch) and not difference)
