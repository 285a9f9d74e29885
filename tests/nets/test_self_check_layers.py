"""Are networks refused whose layers don't do what would be said of them, and opened whose layers do?"""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional

from models.nets.own.fitting import fit
from models.nets.own.opened import CannotBeShown, opened
from models.nets.own.self_check import self_check

SCALE = ((0.0,), (1.0,))


def head(maps=4):
    return nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(maps, 3)


class Module(nn.Module):
    """A network whose forward is a function of itself and the batch."""

    def __init__(self, way, **parts):
        super().__init__()
        self.way = way
        self.stem, self.head = nn.Conv2d(3, 4, 3, padding=1), nn.Sequential(*head())
        for name, part in parts.items():
            self.add_module(name, part)

    def forward(self, batch):
        return self.way(self, batch)


class Doubling(nn.Conv2d):
    def _conv_forward(self, batch, weights, bias):
        return super()._conv_forward(batch, weights * 2, bias)


class Wider(nn.Conv2d):
    def _conv_forward(self, batch, weights, bias):
        return functional.conv2d(batch, weights, bias, padding=2, dilation=2)


class Louder(nn.Linear):
    def __init__(self, *sizes):
        super().__init__(*sizes)
        self.forward = lambda batch: 3 * functional.linear(batch, self.weight, self.bias)


class Mine(torch.Tensor):
    pass


def toggled(module, batch):
    module.norm.train()
    made = module.norm(module.stem(batch))
    module.norm.eval()
    return module.head(made)


def in_threads(module, batch):
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(lambda part: part(batch), [module.stem, module.other])
    return module.head(module.last(first + second))


def one_in_a_thread(module, batch):
    with ThreadPoolExecutor(1) as pool:
        other = pool.submit(module.other, batch).result()
    return module.head(module.stem(batch) + other)


def half_precise(module, batch):
    with torch.autocast("cpu", torch.bfloat16):
        made = module.stem(batch)
    return module.head(made.float())


def through_numpy(module, batch):
    return module.head(torch.from_numpy(np.tanh(module.stem(batch).numpy(force=True))))


def dynamic(module):
    return torch.ao.quantization.quantize_dynamic(module, {nn.Linear})


CONV = {"other": nn.Conv2d(3, 4, 1), "last": nn.Conv2d(4, 4, 3)}
REFUSED = {
    "one picture only": (lambda: Module(lambda m, x: m.head(m.stem(x).view(1, 4, 20, 24))), "two pictures at once"),
    "all pictures mixed": (lambda: Module(lambda m, x: m.head(m.stem(x) - 9 * x.mean())), "two pictures at once"),
    "a mean over pictures": (lambda: Module(lambda m, x: m.head(m.stem(x)).mean(0, keepdim=True)), "two pictures"),
    "no gradient": (lambda: Module(lambda m, x: m.head(functional.relu(m.stem(x).detach()))), "no gradient"),
    "arrays on the way": (lambda: Module(through_numpy), "picture|gradient"),
    "weights doubled": (lambda: nn.Sequential(Doubling(3, 4, 3), *head()), "its layer 0 .* a Conv2d with its weights"),
    "a later one": (lambda: nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU(), Doubling(4, 4, 3), *head()), "its layer 2 "),
    "dilated inside": (lambda: nn.Sequential(Wider(3, 4, 3, padding=1), *head()), "its layer 0 "),
    "a head of one's own": (lambda: nn.Sequential(nn.Conv2d(3, 4, 3), *head()[:2], Louder(4, 3)), "its layer 3 "),
    "norm toggled": (lambda: Module(toggled, norm=nn.BatchNorm2d(4)), "its layer norm "),
    "half precise": (lambda: Module(half_precise), "its layer stem "),
    "dynamic": (lambda: dynamic(nn.Sequential(nn.Conv2d(3, 4, 3), *head())), "weights can't be counted"),
    "not a number": (lambda: Module(lambda m, x: m.head(m.stem(x)) * torch.nan), "not finite"),
    "infinite": (lambda: Module(lambda m, x: m.head(m.stem(x)) / 0), "not finite"),
    "threads": (lambda: Module(in_threads, **CONV), "threads of their own"),
    "one thread": (lambda: Module(one_in_a_thread, **CONV), "threads of their own"),
    "tensors of one's own": (
        lambda: Module(lambda m, x: m.head(m.stem(x.as_subclass(Mine))).as_subclass(torch.Tensor)),
        "followed back to the picture",
    ),
}


def checked(module):
    torch.manual_seed(0)
    network = fit("mine", opened(module), (20, 24), SCALE, (), "for tests")
    self_check(network)
    return network


@pytest.mark.parametrize("made", REFUSED)
def test_what_would_be_told_wrongly_is_refused(made):
    build, reason = REFUSED[made]
    with pytest.raises(CannotBeShown, match=reason) as refused:
        checked(build())
    assert "\n" not in str(refused.value)


def by_the_batch():
    return nn.Sequential(nn.Conv2d(3, 4, 3), nn.BatchNorm2d(4, track_running_stats=False), nn.ReLU(), *head())


def two_ways(module, batch):
    made = module.stem(batch)
    return module.head(functional.relu(made) if made.mean() > 0 else made * 2)


def centred(module, batch):
    return module.head(functional.instance_norm(module.stem(batch)))


OPENED = {
    "norms by the batch": by_the_batch,
    "ways": lambda: Module(two_ways),
    "grey": lambda: nn.Sequential(nn.Conv2d(1, 4, 3), *head()),
    "one number": lambda: nn.Sequential(nn.Conv2d(3, 4, 3), *head()[:2], nn.Linear(4, 1)),
    "means that are nothing": lambda: Module(centred),
    "dead": lambda: nn.Sequential(nn.Conv2d(3, 4, 3), nn.Threshold(1e9, 0), nn.Conv2d(4, 4, 3), *head()),
    "a constant branch": lambda: Module(lambda m, x: m.head(m.stem(x) + functional.relu(m.stem.bias)[:, None, None])),
}


@pytest.mark.parametrize("made", OPENED)
def test_what_is_told_rightly_is_opened(made):
    assert len(checked(OPENED[made]()).labels) in (1, 3)
