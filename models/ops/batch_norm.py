"""Which values share one mean? Batch norm and its relatives: statistics in each way of `models/ops/groupings.py`.

Values [batch, channel, row, column], as in PyTorch; a text that writes [B, H, W, C] means the same with the channels
last. "Location" is one place (channel, row, column) of the maps, averaged over the pictures of the batch alone.
"""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float, Real

from models.ops.arrays import Number, Numbers, as_batch, as_numbers, frozen
from models.ops.geometry import whole
from models.ops.groupings import GROUPINGS, Grouping

Over = str | tuple[str, int]
WHOLE = {name: grouping for name, grouping in GROUPINGS.items() if not grouping.split}


@dataclass(frozen=True, eq=False)
class Statistics:
    """Means and biased variances of [B, C, H, W] values, `count` values behind each, averaged `over` what it says.

    Shapes of mean and variance: "channel" [1, C, 1, 1], "location" [1, C, H, W], "layer" and "rms" [B, 1, 1, 1],
    "instance" [B, C, 1, 1], ("group", n) [B, n, 1, 1]. Of "rms" the mean is 0, and the variance that of squares.
    """

    mean: Float[np.ndarray, "means_batch means_channels means_rows means_columns"]
    variance: Float[np.ndarray, "means_batch means_channels means_rows means_columns"]
    count: int
    over: Over


def statistics(values: Real[np.ndarray, "batch channels rows columns"] | Numbers, over: Over = "channel") -> Statistics:
    """The mean and the biased variance of every set of values that are normalised together.

    >>> values = np.arange(16).reshape(2, 2, 2, 2)
    >>> channel = statistics(values)
    >>> channel.mean.ravel().tolist(), channel.variance.ravel().tolist(), channel.count
    ([5.5, 9.5], [17.25, 17.25], 8)
    >>> location = statistics(values, "location")
    >>> location.mean[0, 0].tolist(), location.variance[0, 0].tolist(), location.count
    ([[4.0, 5.0], [6.0, 7.0]], [[16.0, 16.0], [16.0, 16.0]], 2)

    Over "channel": batch norm, C means of B·H·W values each (the "effective mini-batch"). "location": C·H·W means of B
    values. "layer": layer norm, B means of C·H·W. "instance": B·C means of H·W. ("group", n): group norm, B·n means of
    (C/n)·H·W. "rms": RMS norm, B means of the squares of C·H·W values. A single value per mean is legal here.
    Raises ValueError for values of another shape, an unknown `over`, or groups that do not divide the channels.
    Source: Ioffe & Szegedy 2015, §3.1–3.2; Ba et al. 2016; Ulyanov et al. 2016; Wu & He 2018; Zhang & Sennrich 2019.
    """
    values = as_batch(values, keep_single=True)
    if isinstance(over, tuple):
        return _of_groups(values, _group_count(over, values.shape[1]))
    if over not in WHOLE:
        raise ValueError(f"over is {over!r}, but must be one of {', '.join(WHOLE)}, or ('group', n)")
    grouping = WHOLE[over]
    # One map or one picture after the other, in float64: a large batch is never copied whole.
    kept = 0 if 1 in grouping.axes else 1
    lines = np.split(values, values.shape[kept], axis=kept)
    figures = [_figures(line.astype(np.float64), grouping) for line in lines]
    mean, variance = (np.concatenate(each, axis=kept) for each in zip(*figures, strict=True))
    return Statistics(frozen(mean), frozen(variance), values.size // mean.size, over)


def _figures(
    values: Float[np.ndarray, "batch channels rows columns"], grouping: Grouping
) -> tuple[Float[np.ndarray, "..."], Float[np.ndarray, "..."]]:
    """Mean and biased variance; the values, which are the caller's own copy, are written over."""
    # First the mean, then the squares around it: the mean of squares less the square of the mean loses its digits where
    # values are large and alike.
    mean = values.mean(axis=grouping.axes, keepdims=True)
    if not grouping.centred:
        mean = np.zeros_like(mean)
    values -= mean
    values *= values
    return mean, values.mean(axis=grouping.axes, keepdims=True)


def _of_groups(values: Real[np.ndarray, "batch channels rows columns"], groups: int) -> Statistics:
    # Neighbouring channels share a group, so a group is like one instance whose maps stand below each other.
    gathered = values.reshape(len(values), groups, -1, values.shape[-1])
    found = statistics(gathered, "instance")
    return Statistics(found.mean, found.variance, found.count, ("group", groups))


def _group_count(over: tuple[str, int], channels: int) -> int:
    if len(over) != 2 or over[0] != "group":  # noqa: PLR2004 - the word and the number
        raise ValueError(f"over is {over!r}, but must be ('group', n)")
    groups = whole(over[1], "groups", 1)
    if channels % groups:
        raise ValueError(f"over is {over!r}, but the groups must divide the {channels} channels evenly")
    return groups


def normalize(
    values: Real[np.ndarray, "batch channels rows columns"] | Numbers,
    statistics: Statistics,
    gamma: Real[np.ndarray, "..."] | Numbers | None = None,
    beta: Real[np.ndarray, "..."] | Numbers | None = None,
    eps: Number = 1e-5,
) -> Float[np.ndarray, "batch channels rows columns"]:
    """γ · (x − mean) / √(variance + ε) + β, in float64, of the shape of the values.

    >>> values = np.arange(16).reshape(2, 2, 2, 2)
    >>> normalize(values, statistics(values))[0, 0].round(4).tolist()  # (0 − 5.5) / √17.25 = −1.3242
    [[-1.3242, -1.0835], [-0.8427, -0.6019]]

    γ and β are [C], one for each feature map, or anything that broadcasts against [B, C, H, W]; without them, 1 and 0.
    Raises ValueError when shapes do not belong together, or when ε = 0 meets a variance of 0.
    Source: Ioffe & Szegedy 2015, Algorithm 1.
    """
    values = as_batch(values)
    mean = _spread_over(statistics.mean, statistics.over, values, "statistics")
    variance = _spread_over(statistics.variance, statistics.over, values, "statistics")
    scale, shift = _scale(gamma, values, "gamma", 1.0), _scale(beta, values, "beta", 0.0)
    return np.asarray((values - mean) / _deviation(variance, eps) * scale + shift)


def running_update(
    running_mean: Real[np.ndarray, " channels"] | Numbers,
    running_variance: Real[np.ndarray, " channels"] | Numbers,
    statistics: Statistics,
    momentum: Number = 0.1,
) -> tuple[Float[np.ndarray, " channels"], Float[np.ndarray, " channels"]]:
    """The running mean and variance [C] after one training step: (1 − momentum) · old + momentum · batch.

    >>> batch = statistics(np.arange(16).reshape(2, 2, 2, 2))  # means 5.5 and 9.5, variance 17.25 of 8 values
    >>> mean, variance = running_update([0, 0], [1, 1], batch)
    >>> mean.round(4).tolist(), variance.round(4).tolist()
    ([0.55, 0.95], [2.8714, 2.8714])

    The batch counts with its unbiased variance, count / (count − 1) times the biased one that normalises it.
    Raises ValueError unless the statistics are per channel, of more than one value each, and the momentum is 0…1.
    Source: `torch.nn.BatchNorm2d`; Ioffe & Szegedy 2015, Algorithm 2, step 10 for the unbiased variance.
    """
    if statistics.over != "channel":
        raise ValueError(
            f"statistics are over {statistics.over!r}, but must be over 'channel' to be kept as running ones"
        )
    if statistics.count < 2:  # noqa: PLR2004 - one value has no unbiased variance
        raise ValueError(f"statistics have {statistics.count} value behind each mean, but must have at least 2")
    momentum = float(momentum)
    if not 0 <= momentum <= 1:
        raise ValueError(f"momentum is {momentum}, but must be from 0 to 1")
    # The batch's own mean lies nearest to its values, so squares around it are too small, by (n − 1) / n on average.
    unbiased = statistics.variance * statistics.count / (statistics.count - 1)
    old_mean = _per_channel(running_mean, "running_mean", statistics.mean.size)
    old_variance = _per_channel(running_variance, "running_variance", statistics.mean.size)
    mean = (1 - momentum) * old_mean + momentum * statistics.mean.ravel()
    return mean, (1 - momentum) * old_variance + momentum * unbiased.ravel()


def as_line(
    mean: Real[np.ndarray, " channels"] | Numbers,
    variance: Real[np.ndarray, " channels"] | Numbers,
    gamma: Real[np.ndarray, " channels"] | Numbers | None = None,
    beta: Real[np.ndarray, " channels"] | Numbers | None = None,
    eps: Number = 1e-5,
) -> tuple[Float[np.ndarray, " channels"], Float[np.ndarray, " channels"]]:
    """Batch norm in eval mode is one line per map, y = a·x + b: a = γ / √(variance + ε) and b = β − a·mean, both [C].

    >>> a, b = as_line(mean=[3], variance=[4], gamma=[10], beta=[1], eps=0)
    >>> a.tolist(), b.tolist()  # 10 / √4, and 1 − 5 · 3
    ([5.0], [-14.0])

    Raises ValueError when the shapes differ. Source: Ioffe & Szegedy 2015, Algorithm 2, step 11.
    """
    mean = _per_channel(mean, "mean")
    variance = _per_channel(variance, "variance", mean.size)
    scale = np.ones(mean.size) if gamma is None else _per_channel(gamma, "gamma", mean.size)
    shift = np.zeros(mean.size) if beta is None else _per_channel(beta, "beta", mean.size)
    slope = scale / _deviation(variance, eps)
    return slope, shift - slope * mean


def fold(
    kernel: Real[np.ndarray, "outputs inputs kernel_rows kernel_columns"] | Numbers,
    bias: Real[np.ndarray, " outputs"] | Numbers | None,
    a: Real[np.ndarray, " outputs"] | Numbers,
    b: Real[np.ndarray, " outputs"] | Numbers,
) -> tuple[Float[np.ndarray, "outputs inputs kernel_rows kernel_columns"], Float[np.ndarray, " outputs"]]:
    """The kernel [O, I, kh, kw] and bias [O] of the one convolution that equals a convolution and the line after it.

    >>> kernel, bias = fold([[[[1, 2]]]], bias=[3], a=[10], b=[4])
    >>> kernel.tolist(), bias.tolist()
    ([[[[10.0, 20.0]]]], [34.0])

    a·(w ∗ x + bias) + b = (a·w) ∗ x + (a·bias + b). Raises ValueError when the shapes do not belong together.
    """
    kernel = as_numbers(kernel, "kernel")
    if kernel.ndim != 4:  # noqa: PLR2004 - output, input, row, column
        raise ValueError(f"kernel has the shape {list(kernel.shape)}, but must be [outputs, inputs, rows, columns]")
    slope, intercept = _per_channel(a, "a", len(kernel)), _per_channel(b, "b", len(kernel))
    offset = np.zeros(len(kernel)) if bias is None else _per_channel(bias, "bias", len(kernel))
    return kernel * slope[:, None, None, None], slope * offset + intercept


def _deviation(variance: Float[np.ndarray, "*shape"], eps: Number) -> Float[np.ndarray, "*shape"]:
    eps = float(eps)
    if not eps >= 0 or bool(np.any(variance + eps == 0)):
        raise ValueError(f"eps is {eps}, but must be above 0 (or 0, where no variance is 0)")
    return np.asarray(np.sqrt(variance + eps))


def _spread_over(
    figures: Float[np.ndarray, "..."], over: Over, values: Float[np.ndarray, "..."], argument: str
) -> Float[np.ndarray, "..."]:
    # The mean of a group is that of each of its channels.
    if isinstance(over, tuple) and values.shape[1] % figures.shape[1] == 0:
        figures = np.repeat(figures, values.shape[1] // figures.shape[1], axis=1)
    return _broadcasting(figures, values, argument)


def _scale(
    factors: Numbers | None, values: Float[np.ndarray, "..."], argument: str, default: float
) -> Float[np.ndarray, "..."]:
    factors = as_numbers(default if factors is None else factors, argument)
    if factors.shape == values.shape[1:2]:
        factors = factors[:, None, None]  # one for each channel, not for each column
    return _broadcasting(factors, values, argument)


def _broadcasting(
    factors: Float[np.ndarray, "..."], values: Float[np.ndarray, "..."], argument: str
) -> Float[np.ndarray, "..."]:
    try:
        return np.broadcast_to(factors, values.shape)
    except ValueError:
        received, expected = list(factors.shape), list(values.shape)
        raise ValueError(f"{argument} has the shape {received}, which does not fit values of {expected}") from None


def _per_channel(values: Numbers, argument: str, channels: int | None = None) -> Float[np.ndarray, " channels"]:
    numbers = as_numbers(values, argument)
    if numbers.ndim != 1 or (channels is not None and numbers.size != channels):
        expected = "channels" if channels is None else channels
        raise ValueError(f"{argument} has the shape {list(numbers.shape)}, but must be [{expected}]")
    return numbers
