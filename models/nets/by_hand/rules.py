"""How is one unit of each kind of layer worked out, with the arithmetic of `models.ops`?

A rule takes a `Case` and gives the unit's value and how many numbers went into it; it raises `NotByHand` with a
sentence where it cannot. Kinds are those of torch.nn; a function goes by the kind that does the same.
"""

from __future__ import annotations

import numpy as np

from models.nets.by_hand import norms, places, values, windows
from models.nets.by_hand.case import Rule
from models.nets.by_hand.values import pairwise, value_by_value
from models.ops import activation as activations
from models.ops import rearranging

ACTIVATIONS: dict[str, Rule] = {
    "ReLU": value_by_value(activations.relu),
    "ReLU6": value_by_value(activations.relu6),
    "LeakyReLU": value_by_value(activations.leaky_relu, slope="negative_slope"),
    "PReLU": values.learned_slope,
    "RReLU": values.mean_slope,
    "ELU": value_by_value(activations.elu, alpha="alpha"),
    "CELU": value_by_value(activations.celu, alpha="alpha"),
    "SELU": value_by_value(activations.selu),
    "GELU": values.gelu,
    "SiLU": value_by_value(activations.silu),
    "Mish": value_by_value(activations.mish),
    "Hardswish": value_by_value(activations.hard_swish),
    "Hardsigmoid": value_by_value(activations.hard_sigmoid),
    "Hardtanh": value_by_value(activations.hard_tanh, minimum="min_val", maximum="max_val"),
    "Hardshrink": value_by_value(activations.hard_shrink, bound="lambd"),
    "Softshrink": value_by_value(activations.soft_shrink, bound="lambd"),
    "Threshold": value_by_value(activations.above, threshold="threshold", other="value"),
    "Sigmoid": value_by_value(activations.sigmoid),
    "LogSigmoid": value_by_value(activations.log_sigmoid),
    "Tanh": value_by_value(activations.tanh),
    "Tanhshrink": value_by_value(lambda x: x - activations.tanh(x)),
    "Softplus": value_by_value(activations.softplus, beta="beta", threshold="threshold"),
    "Softsign": value_by_value(activations.softsign),
}

ARITHMETIC: dict[str, Rule] = {
    "Add": pairwise(np.add),
    "Sub": pairwise(np.subtract),
    "Rsub": pairwise(np.subtract, turned=True),
    "Mul": pairwise(np.multiply),
    "Div": pairwise(np.divide),
    "Rdiv": pairwise(np.divide, turned=True),
    "Pow": pairwise(np.power),
    "Rpow": pairwise(np.power, turned=True),
    "Maximum": pairwise(np.maximum),
    "Minimum": pairwise(np.minimum),
    "Neg": value_by_value(np.negative),
    "Abs": value_by_value(np.abs),
    "Exp": value_by_value(np.exp),
    "Log": value_by_value(np.log),
    "Sqrt": value_by_value(np.sqrt),
    "Rsqrt": value_by_value(lambda x: 1 / np.sqrt(x)),
    "Square": value_by_value(np.square),
    "Reciprocal": value_by_value(np.reciprocal),
    "Clamp": value_by_value(values.clipped, minimum="min", maximum="max"),
}

WINDOWS: dict[str, Rule] = {
    "Conv2d": windows.convolution,
    "ConvTranspose2d": windows.transposed_convolution,
    "MaxPool2d": windows.largest,
    "AvgPool2d": windows.average,
    "AdaptiveAvgPool2d": windows.of_parts(np.mean),
    "AdaptiveMaxPool2d": windows.of_parts(np.max),
    "Linear": windows.weighted_sum,
    **dict.fromkeys(("Upsample", "UpsamplingNearest2d", "UpsamplingBilinear2d"), windows.resized),
}

COMPARED: dict[str, Rule] = {
    **dict.fromkeys(("BatchNorm1d", "BatchNorm2d", "SyncBatchNorm"), norms.batch_norm),
    "InstanceNorm2d": norms.instance_norm,
    "GroupNorm": norms.group_norm,
    "LayerNorm": norms.layer_norm,
    "RMSNorm": norms.root_mean_square_norm,
    "LocalResponseNorm": norms.local_response,
    "Softmax": norms.share,
    "Softmax2d": norms.share,
    "LogSoftmax": norms.logarithm_of_share,
    "Mean": norms.over_axes(np.mean),
    "Sum": norms.over_axes(np.sum),
    "Amax": norms.over_axes(np.max),
    "Amin": norms.over_axes(np.min),
}

LAID_ELSEWHERE: dict[str, Rule] = {
    "Cat": places.side_by_side,
    "Flatten": places.handed_on,
    "Identity": places.handed_on,
    **dict.fromkeys(("Dropout", "Dropout2d", "AlphaDropout", "FeatureAlphaDropout"), places.dropped),
    "PixelShuffle": places.laid_out(rearranging.pixel_shuffle, "upscale_factor"),
    "PixelUnshuffle": places.laid_out(rearranging.pixel_unshuffle, "downscale_factor"),
    "ChannelShuffle": places.laid_out(rearranging.channel_shuffle, "groups"),
    "Pad": places.pad,
    **{kind: places.padding_layer(mode) for kind, mode in places.PADS.items()},
}

RULES: dict[str, Rule] = ACTIVATIONS | ARITHMETIC | WINDOWS | COMPARED | LAID_ELSEWHERE
