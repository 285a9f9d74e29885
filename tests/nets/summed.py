"""A module summed up for a picture of some shape."""

import torch
from torch.utils.flop_counter import FlopCounterMode

from models.nets.capture import capture
from models.nets.structure.summary import summarize


def summed_up(module, *shape):
    return summarize(module, capture(module, torch.zeros(1, *shape)))


def counted(module, *shape):
    """PyTorch's own counter, which the application doesn't use."""
    with torch.no_grad(), FlopCounterMode(display=False) as counter:
        module(torch.zeros(1, *shape))
    return counter.get_total_flops() // 2
