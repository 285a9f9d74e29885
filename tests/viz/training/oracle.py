"""The same networks in PyTorch, built from the engine's spec.

Their weights are in single precision what they are in double, and PyTorch works in double: what it finds is right to
many more digits than are compared.
"""

import torch
from torch import nn
from torch.nn import functional

LOSSES = {
    "cross_entropy": functional.cross_entropy,
    "squared_error": lambda outputs, labels: (
        ((outputs - functional.one_hot(labels, outputs.shape[1])) ** 2).sum(dim=1) / 2
    ).mean(),
}


def layer(given, shape):
    """PyTorch's layer for one of a spec's, before which stand values of this shape."""
    match given["kind"]:
        case "conv":
            placed = {name: given[name] for name in ("stride", "padding") if name in given}
            return nn.Conv2d(shape[0], given["kernels"], given["size"], bias=given.get("bias", True), **placed)
        case "max_pool" | "average_pool" as kind:
            pooling = nn.MaxPool2d if kind == "max_pool" else nn.AvgPool2d
            return pooling(given["size"], given.get("stride"), given.get("padding", 0))
        case "batch_norm":
            return nn.BatchNorm2d(shape[0]) if len(shape) == 3 else nn.BatchNorm1d(shape[0])
        case "linear":
            return nn.Linear(shape[0], given["units"], bias=given.get("bias", True))
        case kind:
            return {"relu": nn.ReLU, "sigmoid": nn.Sigmoid, "flatten": nn.Flatten}[kind]()


def network(spec, seed=0):
    """The network of a spec, with PyTorch's own weights."""
    torch.manual_seed(seed)
    shape, layers = tuple(spec["input"]), []
    for given in spec["layers"]:
        layers.append(layer(given, shape).eval())
        with torch.no_grad():
            shape = tuple(layers[-1](torch.zeros(1, *shape)).shape[1:])
    return nn.Sequential(*layers).double().train()


def weights(module):
    """Its parameters as a case brings them."""
    return [each.detach().ravel().tolist() for each in module.parameters()]


def running(module):
    """Its running means and variances."""
    return [each.ravel().tolist() for name, each in module.named_buffers() if "running" in name]


def learnt(module, pictures, labels, loss):
    """Loss, gradients, δ behind every layer and δ of the pictures, as autograd has them."""
    pictures = pictures.clone().requires_grad_()
    values = [pictures]
    for part in module:
        values.append(part(values[-1]))
        values[-1].retain_grad()
    found = LOSSES[loss](values[-1], labels)
    found.backward()
    return {
        "loss": found.item(),
        "outputs": values[-1].detach(),
        "gradients": [each.grad for each in module.parameters()],
        "values": [each.detach() for each in values[1:]],
        "deltas": [each.grad for each in values[1:]],
        "pictureDeltas": pictures.grad,
    }
