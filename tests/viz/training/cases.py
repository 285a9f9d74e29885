"""Random networks for the engine and PyTorch to agree on: each kind of layer by itself, and whole small networks."""

import itertools

import numpy as np
import torch

from tests.viz.training import oracle

KINDS = ("conv", "max_pool", "average_pool", "batch_norm", "relu", "sigmoid", "linear", "whole")
EACH = 40  # of every kind: 320 in all
HALF = 0.5


def specs(seed=0):
    """(kind, spec) of all cases, always the same."""
    random = np.random.default_rng(seed)
    for kind in KINDS:
        found = 0
        while found < EACH:
            spec = {"input": [int(each) for each in random.integers(1, (4, 9, 9))]}
            spec["layers"] = MAKERS.get(kind, alone(kind))(random)
            if fits(spec):
                found += 1
                yield kind, spec


def fits(spec):
    """Whether every layer has room; PyTorch is asked, who refuses what is impossible."""
    try:
        oracle.network(spec)
    except (RuntimeError, ValueError):
        return False
    return True


def both(random, low, high):
    """One number for both axes, or one for each."""
    pair = [int(each) for each in random.integers(low, high, 2)]
    return pair if random.random() < HALF else pair[0]


def conv(random):
    given = {"kind": "conv", "kernels": int(random.integers(1, 19)), "size": both(random, 1, 6)}
    if random.random() < 0.7:
        given |= {"stride": both(random, 1, 4), "padding": both(random, 0, 4)}
    return given | ({"bias": False} if random.random() < 0.3 else {})


def pool(kind):
    def drawn(random):
        given = {"kind": kind, "size": both(random, 1, 5)}
        if random.random() < 0.6:
            given["stride"] = both(random, 1, 4)
        return given | ({"padding": int(random.integers(0, 3))} if random.random() < 0.4 else {})

    return drawn


def linear(random):
    given = {"kind": "linear", "units": int(random.integers(1, 21))}
    return given | ({"bias": False} if random.random() < 0.3 else {})


ONE = {"conv": conv, "max_pool": pool("max_pool"), "average_pool": pool("average_pool"), "linear": linear}


def end(random):
    return {"kind": "linear", "units": int(random.integers(2, 11))}


def alone(kind):
    """One layer of this kind, and what it takes to have a loss; half the time with a convolution before it."""

    def drawn(random):
        before = [conv(random)] if random.random() < HALF else []
        own = ONE.get(kind, lambda _: {"kind": kind})(random)
        flat = [{"kind": "flatten"}]
        return [*before, *([*flat, own] if kind == "linear" else [own, *flat]), end(random)]

    return drawn


def whole(random):
    """One to three stages of convolution, perhaps batch norm, activation and pooling; then up to two hidden layers."""
    layers = []
    for _ in range(int(random.integers(1, 4))):
        layers.append({**conv(random), "size": 3, "stride": 1, "padding": 1})
        layers += [{"kind": "batch_norm"}] if random.random() < HALF else []
        layers.append({"kind": str(random.choice(["relu", "sigmoid"]))})
        layers += [pool(str(random.choice(["max_pool", "average_pool"])))(random)] if random.random() < HALF else []
    layers.append({"kind": "flatten"})
    for _ in range(int(random.integers(0, 3))):
        layers.append(linear(random))
        layers += [{"kind": "batch_norm"}] if random.random() < 0.3 else []
        layers.append({"kind": str(random.choice(["relu", "sigmoid"]))})
    return [*layers, end(random)]


MAKERS = {"whole": whole}


def cases(seed=0, *, every=1):
    """Every so manieth case with what PyTorch finds: (kind, case for the engine, what is expected)."""
    random = np.random.default_rng(seed + 1)
    for number, (kind, spec) in enumerate(itertools.islice(specs(seed), 0, None, every)):
        module = oracle.network(spec, number)
        training = number % 3 > 0
        prepare(module, random, training=training)
        count = int(random.integers(2, 8))
        pictures = single(random.normal(size=(count, *spec["input"])))
        labels = torch.from_numpy(random.integers(0, spec["layers"][-1]["units"], count))
        loss = ("cross_entropy", "squared_error")[number % 2]
        case = {"act": "gradients", "spec": spec, "options": {"loss": loss, "training": training}}
        case |= {"parameters": oracle.weights(module), "running": oracle.running(module)}
        case |= {"pictures": pictures.ravel().tolist(), "labels": labels.tolist()}
        yield kind, case, oracle.learnt(module, pictures, labels, loss) | {"running": oracle.running(module)}


def single(values):
    """The nearest numbers of single precision, in double."""
    return torch.from_numpy(values).float().double()


def prepare(module, random, *, training):
    """Batch norm with a slope, a shift and statistics of its own, where they'd all be 1 and 0; and the mode."""
    for part in module.modules():
        if isinstance(part, torch.nn.modules.batchnorm._BatchNorm):
            for values, low in ((part.weight, 0.5), (part.bias, -1), (part.running_mean, -1), (part.running_var, 0.5)):
                values.data.copy_(single(random.uniform(low, 2, tuple(values.shape))))
    module.train(training)
