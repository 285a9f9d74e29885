"""What is said about the statistics of a batch: the counts, where a channel's variance comes from, tables to keep."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from decimal import Decimal

import numpy as np

from models.ops.batch_norm import normalize, statistics
from models.ops.variance_split import split_variance
from models.ops.written import write_parts
from pages.batch_norm import cached
from pages.batch_norm.lines import readers
from pages.shell import export, pictures
from pages.shell.language import say, whole, written
from pages.shell.proof import Proof, agree, apart
from pages.shell.records import Now
from viz.stages.batch_norm.statistics.stage import Sides

PHOTOGRAPHS = "cat,coffee,rocket,astronaut,photographer,coins,brick wall,galaxies"
MOVED = "cat,cat/shift 1,cat/shift 2,cat/shift 3,cat/shift 4"
SPLIT = ("pictures", "between", "interaction", "total", "within")

WATCHED = {
    "input": "found.append(batch)",
    "made": "layer.register_forward_hook(lambda module, inputs, output: found.append(output.clone()))",
    "read": "layer.register_forward_pre_hook(lambda module, inputs: found.append(inputs[0].clone()))",
}


def sides(now: Now) -> Sides:
    """Both ways of taking statistics, beside the layer's own running ones."""
    channel, location = (cached.group_moments(now, over) for over in ("channel", "location"))
    mean, variance = (None, None) if now.layer is None else (now.layer.running_mean, now.layer.running_var)
    return Sides(
        mean=channel.mean.ravel(),
        deviation=np.sqrt(channel.variance.ravel()),
        means=location.mean[0].astype(np.float32),
        deviations=np.sqrt(location.variance[0]).astype(np.float32),
        running_mean=None if mean is None else mean.astype(np.float64),
        running_deviation=None if variance is None else np.sqrt(variance.astype(np.float64)),
    )


def counts(now: Now) -> str:
    """How many means there are either way, each from how many values."""
    pictures_, channels, rows, columns = now.values.shape
    return say(
        "batch_norm_statistics.counts",
        pictures=pictures_,
        channels=whole(channels),
        rows=rows,
        columns=columns,
        effective=whole(pictures_ * rows * columns),
        locations=whole(channels * rows * columns),
    )


def identity(now: Now, channel: int) -> str:
    """Where the variance of one channel comes from: a sum that adds up as it is written, and the shares as a table."""
    split = split_variance(now.values[:, channel : channel + 1])
    parts = [float(part[0]) for part in (split.pictures, split.between, split.interaction)]
    if not sum(parts):
        return say("batch_norm_statistics.identity_none", channel=channel)
    variance, shares = (dict(zip(SPLIT, digits, strict=True)) for digits in _written(parts))
    return say(
        "batch_norm_statistics.identity",
        channel=channel,
        **variance,
        **{f"{name}_share": share for name, share in shares.items()},
    )


def _written(parts: list[float]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The parts, their sum, and what is within locations; as variances, and as shares of a hundred."""
    found = []
    for scale in (1.0, 100 / sum(parts)):
        total, (pictures_, between, interaction) = write_parts([scale * part for part in parts])
        within = written(f"{Decimal(pictures_) + Decimal(interaction):f}")
        found.append((*map(written, (pictures_, between, interaction, total)), within))
    return found[0], found[1]


def single(now: Now) -> str:
    """What becomes of a batch of one picture; of maps of one place, PyTorch refuses even the per-channel way."""
    _, _, rows, columns = now.values.shape
    kind = "point" if rows * columns == 1 else "maps"
    return say(f"batch_norm_statistics.single_{kind}", rows=rows, columns=columns, values=rows * columns)


def proof(now: Now, channel: int) -> Proof:
    """NumPy beside torch.var_mean, and beside nn.BatchNorm2d in training mode."""
    largest = cached.statistics_difference(now)
    difference = apart(largest)
    values = now.values[:, channel : channel + 1].astype(np.float64)
    eps = 1e-5 if now.layer is None else now.layer.eps
    by_torch = cached.batch_norm_by_torch(values, (0.0, 1.0), (1.0, 0.0), eps, 0.1).training
    holds = agree(largest, float(np.abs(now.values).max()) ** 2)  # variances are as large as squares
    if by_torch is None:
        return Proof(say("batch_norm_statistics.proof_refused", difference=difference), holds=holds)
    by_hand = normalize(values, statistics(values), eps=eps)
    normalized = float(np.abs(by_hand - by_torch).max())
    said = say("batch_norm_statistics.proof", difference=difference, channel=channel, normalized=apart(normalized))
    return Proof(said, holds=holds and agree(normalized, float(np.abs(by_hand).max())))


def channels_table(now: Now, shown: Sides) -> str:
    """A CSV with one line a channel."""
    split = split_variance(now.values)
    columns = {
        "mean": shown.mean,
        "variance": split.total,
        "within": split.within,
        "between": split.between,
        "pictures": split.pictures,
        "interaction": split.interaction,
    }
    if now.layer is not None and now.layer.running_mean is not None and now.layer.running_var is not None:
        columns |= {"running_mean": now.layer.running_mean, "running_variance": now.layer.running_var}
    file = io.StringIO()
    table = csv.writer(file)
    table.writerow([say(f"batch_norm_statistics.columns.{name}") for name in ("channel", *columns)])
    for index, row in enumerate(zip(*columns.values(), strict=True)):
        table.writerow([index, *(f"{value:.9g}" for value in row)])
    return file.getvalue()


def arrays(now: Now, shown: Sides) -> bytes:
    """An NPZ with all statistics: per channel [C], per location [C, H, W]."""
    file = io.BytesIO()
    channel, location = (cached.group_moments(now, over) for over in ("channel", "location"))
    np.savez_compressed(
        file,
        mean=shown.mean,
        variance=channel.variance.ravel(),
        location_mean=location.mean[0],
        location_variance=location.variance[0],
    )
    return file.getvalue()


def snippet(now: Now, channel: int) -> str:
    """Lines of PyTorch that print the numbers on screen."""
    kind = "input" if now.tensor == "input" else "read" if now.tensor.startswith("bn:") else "made"
    name = now.tensor.removeprefix("bn:")
    own = any(member.key.startswith(pictures.OWN) for member in now.members)
    small = {member.picture.key: member.picture.most for member in now.members if member.picture.most}
    read = "uploaded(name)" if small else 'decode(open(f"{name}.jpg", "rb").read())'
    taken = f'{read} if name.startswith("upload") else ' if own else ""
    return export.code(
        "batch_norm_statistics",
        network=now.network,
        batch=",".join(member.key for member in now.members),
        readers=readers(now),
        uploaded=_uploaded(small) if small else "",
        own=taken,
        layer="" if kind == "input" else f'layer = network.module.get_submodule("{name}")\n',
        watch=WATCHED[kind],
        channel=channel,
    )


def _uploaded(small: Mapping[str, int]) -> str:
    """A function for such lines that opens a picture of one's own, and reduces those that are `small` in the batch."""
    lines = (
        "def uploaded(name):",
        '    """A picture of your own, with as many pixels as the batch keeps of it."""',
        '    image = decode(open(f"{name}.jpg", "rb").read())',
        f"    most = {dict(small)}.get(name)",
        "    return reduced(image, most) if most else image",
    )
    return "\n".join((*lines, "", "", ""))
