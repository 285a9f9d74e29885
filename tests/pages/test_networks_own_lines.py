"""Do the lines that save and convert a network work for the ways in which people keep theirs?"""

import argparse
import sys
from collections import OrderedDict

import pytest
import torch
from safetensors.torch import load_file
from torch import nn

from models.nets.own.file import examples
from models.nets.own.file.kinds import kind
from pages.shell import export
from pages.shell.cached import own_networks
from tests.pages.snippets import ROOT

CLASS = """
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.second = nn.Conv2d(3, 4, 3), nn.BatchNorm2d(4)

    def forward(self, batch):
        return self.second(self.first(batch))
"""


def plain():
    torch.manual_seed(0)
    return nn.Sequential(nn.Conv2d(3, 8, 3), nn.BatchNorm2d(8), nn.Flatten(), nn.Linear(8, 4))


def tied():
    """Two layers share their weights, one buffer is a part of another."""
    module = nn.Sequential(nn.Linear(4, 4), nn.Linear(4, 4))
    module[1].weight = module[0].weight
    module.register_buffer("all", torch.arange(12.0))
    module.register_buffer("part", module.all[2:6])
    return module


MODELS = {
    "plain": plain,
    "channels_last": lambda: plain().to(memory_format=torch.channels_last),
    "tied": tied,
    "transposed": lambda: nn.Sequential(OrderedDict(a=nn.ParameterList([nn.Parameter(torch.rand(3, 4).T)]))),
    "half": lambda: plain().half(),
    "bfloat16": lambda: plain().to(torch.bfloat16),
    "parallel": lambda: nn.DataParallel(plain()),
}


def run(snippet, folder, monkeypatch, **names):
    """Runs the lines in a folder; `names`: what the program that they stand in has, or the files in them."""
    monkeypatch.chdir(folder)
    files = {name: own_networks.literal(value) for name, value in names.items() if isinstance(value, str)}
    exec(compile(export.code(snippet, **files), snippet, "exec"), names)  # noqa: S102 - our own lines


def same(folder, state, name="mine.safetensors"):
    made = load_file(folder / name)
    return set(made) == set(state) and all(
        torch.equal(made[key], values) and made[key].dtype == values.dtype for key, values in state.items()
    )


@pytest.mark.parametrize("model", MODELS)
def test_the_lines_that_save_work_for_every_way_of_keeping_weights(model, tmp_path, monkeypatch):
    module = MODELS[model]()
    run("networks_own_save", tmp_path, monkeypatch, model=module)
    assert same(tmp_path, module.state_dict())


def test_the_readme_shows_the_same_lines():
    assert export.code("networks_own_save") in (ROOT / "README.md").read_text(encoding="utf-8")


def wrappings(state, module):
    optimizer = torch.optim.Adam(module.parameters())
    sum(values.float().sum() for values in module.parameters()).backward()
    optimizer.step()
    yield "bare", state
    yield "ordered", OrderedDict(state)
    yield "model", {"model": state, "epoch": 3}
    yield "optimizer", {"epoch": 3, "best": 0.5, "optimizer": optimizer.state_dict(), "state_dict": state}
    yield "number beside", {"temperature": torch.tensor(1.5), "weights": state}
    yield "no tensor in it", {**state, "epoch": 3}


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("options", [{}, {"_use_new_zipfile_serialization": False}], ids=["zip", "legacy"])
def test_the_lines_that_convert_take_the_weights_out_of_any_checkpoint(model, options, tmp_path, monkeypatch):
    module = MODELS[model]()
    state = {key: values.clone() for key, values in module.state_dict().items()}
    for name, saved in wrappings(state, module):
        torch.save(saved, tmp_path / f"{name}.pt", **options)
        assert kind((tmp_path / f"{name}.pt").read_bytes(), f"{name}.pt") == "pickle"
        run("networks_own_convert", tmp_path, monkeypatch, file=f"{name}.pt", saved=f"{name}.safetensors")
        assert same(tmp_path, state, f"{name}.safetensors"), name


@pytest.fixture
def net(tmp_path, monkeypatch):
    """A class of somebody's own, in a module that can be imported."""
    (tmp_path / "a_net_of_mine.py").write_text(CLASS)
    monkeypatch.syspath_prepend(str(tmp_path))
    import a_net_of_mine  # noqa: PLC0415 - it is written here

    yield a_net_of_mine.Net()
    del sys.modules["a_net_of_mine"]


@pytest.mark.parametrize("options", [{}, {"_use_new_zipfile_serialization": False}], ids=["zip", "legacy"])
@pytest.mark.parametrize("model", [*MODELS, "a class of one's own"])
def test_the_lines_for_a_whole_model_work(model, options, net, tmp_path, monkeypatch):
    module = MODELS[model]() if model in MODELS else net
    state = module.state_dict()
    for name, saved in (("whole", module), ("in a dictionary", {"epoch": 1, "net": module})):
        torch.save(saved, tmp_path / f"{name}.pt", **options)
        assert kind((tmp_path / f"{name}.pt").read_bytes(), f"{name}.pt") == "whole_model"
        run("networks_own_convert_whole", tmp_path, monkeypatch, file=f"{name}.pt", saved=f"{name}.safetensors")
        assert same(tmp_path, state, f"{name}.safetensors"), name


def test_a_checkpoint_with_other_objects_in_it_is_opened_by_the_second_lines(tmp_path, monkeypatch):
    state = plain().state_dict()
    torch.save({"args": argparse.Namespace(rate=0.1), "model": state}, tmp_path / "x.pt")
    with pytest.raises(Exception, match="Weights only load failed"):
        run("networks_own_convert", tmp_path, monkeypatch, file="x.pt", saved="x.safetensors")
    run("networks_own_convert_whole", tmp_path, monkeypatch, file="x.pt", saved="x.safetensors")
    assert same(tmp_path, state, "x.safetensors")


@pytest.mark.parametrize("name", ['a "b".pt', "a\\b.pt", "a'b $file.pt", "größe 大.pt", "a.b.pt"])
def test_a_file_of_any_name_is_found_by_the_lines(name, tmp_path, monkeypatch):
    torch.save(plain().state_dict(), tmp_path / name)
    run("networks_own_convert", tmp_path, monkeypatch, file=name, saved=f"{name}.safetensors")
    assert same(tmp_path, plain().state_dict(), f"{name}.safetensors")


@pytest.mark.parametrize("name", examples.NAMES)
def test_an_example_is_no_pickle(name):
    assert kind(examples.example(name), f"{name}.safetensors") is None
