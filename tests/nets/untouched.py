"""What a network must still be after somebody has looked into it."""

import torch


def state_of(module):
    """Everything about a network that a capture might disturb."""
    parts = [
        (
            sorted(part.__dict__.items(), key=lambda item: item[0])
            and {key: value for key, value in part.__dict__.items() if not key.startswith("_")},
            len(part._forward_hooks),
            len(part._forward_pre_hooks),
            len(part._backward_hooks),
        )
        for part in module.modules()
    ]
    weights = [(value.requires_grad, value.grad is None, value._version) for value in module.parameters()]
    buffers = [value.clone() for value in module.buffers()]
    return parts, weights, buffers


def assert_as_found(module, before):
    parts, weights, buffers = state_of(module)
    assert (parts, weights) == before[:2]
    assert all(torch.equal(now, then) for now, then in zip(buffers, before[2], strict=True))
