"""How much does each pixel matter to a unit? The gradient of the unit with respect to the picture.

Batches are [B, C, H, W]; the answer is [row, column] of the network's input.
"""

from __future__ import annotations

import numpy as np
import torch
from jaxtyping import Float, Float32
from torch import nn

from models.nets.capture.layers import check_unit
from models.nets.capture.linking import Step, link
from models.nets.capture.trace import find_step, locked, plan_of
from models.nets.network import Network


def effective(
    network: Network | nn.Module,
    batch: Float[torch.Tensor, "batch channels rows columns"],
    layer: str,
    row: int,
    column: int,
    channel: int | None = None,
) -> Float32[np.ndarray, "rows columns"]:
    """The effective receptive field: |d unit / d pixel|, the mean over the batch, summed over the colours.

    The unit is at (row, column) of one `channel` of the layer; without one, the answer is the mean over all its
    channels, and takes one backward pass for each. For [B, F] layers row and column are 0 and the channel is a feature.
    Where weights or values on the way are NaN, so is the answer; `models.ops.effective_field` refuses to sum that up.
    Raises ValueError for a layer, channel or place that is not there. The network is left as found, and no gradients
    are stored in it. Source: Luo et al. 2016, "Understanding the Effective Receptive Field".
    """
    with locked(network), torch.inference_mode(mode=False), torch.enable_grad():
        pixels, steps = recorded_with_gradients(network, batch)
        step = find_step(steps, layer)
        values = step.tensor.movedim(-1, 1) if step.rearranged else step.tensor
        units = values[..., None, None] if values.dim() == 2 else values  # noqa: PLR2004 - [B, F]
        check_unit(units.shape[1:], channel or 0, row, column)
        chosen = range(units.shape[1]) if channel is None else (channel,)
        total = sum(influence(units[:, one, row, column].sum(), pixels) for one in chosen)
    field: np.ndarray = (total / len(chosen)).float().numpy()
    return field


def recorded_with_gradients(network: Network | nn.Module, batch: torch.Tensor) -> tuple[torch.Tensor, dict[str, Step]]:
    """The pixels, and the steps of a pass by name, whose tensors can be asked for gradients with respect to them."""
    with locked(network), torch.inference_mode(mode=False), torch.enable_grad():
        pixels = batch.detach().clone().requires_grad_()
        log, _ = plan_of(network).record(pixels)
        return pixels, {step.name: step for step in link(log)}


def influence(units: torch.Tensor, pixels: torch.Tensor) -> torch.Tensor:
    """|gradient| of the sum of units, one for each picture, with respect to pixels [B, C, H, W]: [H, W]."""
    (gradient,) = torch.autograd.grad(units, pixels, retain_graph=True, materialize_grads=True)
    return gradient.abs().sum(dim=1).mean(dim=0)
