"""Is whatever goes wrong while a network of one's own is opened told in a sentence, and kept as one?"""

import sys
import types

import numpy as np
import pytest
import torch
from torch import nn

from models.nets.own import from_python
from pages.shell.cached import own_networks

ERRORS = {
    "an assertion": AssertionError("want 64"),
    "a key": KeyError("stem"),
    "an attribute": AttributeError("no such head"),
    "a division": ZeroDivisionError("division by zero"),
    "an overflow": OverflowError("too large"),
    "no more items": StopIteration(),
    "no memory": MemoryError(),
    "a depth": RecursionError("too deep"),
    "a file": FileNotFoundError("weights.pt"),
    "nothing done": NotImplementedError(),
    "a lost object": ReferenceError("gone"),
    "a sign": UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid"),
    "the end": SystemExit(2),
}


def plain():
    return nn.Sequential(nn.Conv2d(3, 4, 3), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 2))


class Raising(nn.Module):
    """Raises in its forward, at once or from the `after`th pass on; or where it is brought to evaluation mode."""

    def __init__(self, error, after=0, where="forward"):
        super().__init__()
        self.inside, self.passes, self.error, self.after, self.where = plain(), 0, error, after, where

    def forward(self, batch):
        self.passes += 1
        if self.where == "forward" and self.passes > self.after:
            raise self.error
        return self.inside(batch)

    def train(self, mode=True):  # noqa: FBT002 - as torch has it
        if self.where == "train":
            raise self.error
        return super().train(mode)


def refused(build):
    module = types.ModuleType("refused_of_mine")
    module.build = build
    sys.modules["refused_of_mine"] = module
    try:
        with pytest.raises(from_python.NotANetwork) as refusal:
            from_python.load("refused_of_mine:build")
    finally:
        del sys.modules["refused_of_mine"]
    said = str(refusal.value)
    assert said.endswith(".")
    assert "\n" not in said
    return said


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("after", [0, 1, 3])
def test_whatever_a_pass_raises_is_a_refusal(error, after):
    said = refused(lambda: (Raising(ERRORS[error], after), {"input_size": (16, 16)}))
    assert "refused_of_mine:build can't be shown: " in said


@pytest.mark.parametrize("error", ERRORS)
def test_whatever_bringing_it_to_evaluation_mode_raises_is_a_refusal(error):
    assert "can't be shown" in refused(lambda: Raising(ERRORS[error], where="train"))


@pytest.mark.parametrize("error", ERRORS)
def test_whatever_building_raises_is_a_refusal(error):
    def build():
        raise ERRORS[error]

    assert "refused_of_mine:build failed" in refused(build)


def test_a_module_that_reads_the_command_line_is_told(tmp_path, monkeypatch):
    (tmp_path / "trains_when_imported.py").write_text("import argparse\nargparse.ArgumentParser().parse_args(['--no'])")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(from_python.NotANetwork, match="can't be imported: it ends the program"):
        from_python.load("trains_when_imported:build")


def test_whoever_interrupts_is_heard(monkeypatch):
    module = types.ModuleType("interrupted_of_mine")
    module.build = lambda: Raising(KeyboardInterrupt())
    monkeypatch.setitem(sys.modules, "interrupted_of_mine", module)
    with pytest.raises(KeyboardInterrupt):
        from_python.load("interrupted_of_mine:build")


def test_a_failure_is_kept_and_not_tried_again(monkeypatch):
    tries = []

    def build():
        tries.append(None)
        return Raising(AssertionError("want 64"))

    module = types.ModuleType("kept_of_mine")
    module.build = build
    monkeypatch.setitem(sys.modules, "kept_of_mine", module)
    monkeypatch.setenv(from_python.VARIABLE, "kept_of_mine:build")
    for _ in range(2):
        with pytest.raises(from_python.NotANetwork, match="want 64"):
            own_networks.from_the_server("kept_of_mine:build")
    assert len(tries) == 1
    assert own_networks.of_the_server() == ()


@pytest.mark.parametrize(
    "size", [(0, 32), (-32, 32), (32, 0), (32.7, 32.2), (32.0, 32.0), (32,), (1, 2, 3), "32", None, (np.nan, 3), 7]
)
def test_a_size_is_two_whole_numbers(size):
    assert "input_size must be two whole numbers above 0" in refused(lambda: (plain(), {"input_size": size}))


@pytest.mark.parametrize("labels", ["ab", b"ab", {0: "cat", 1: "dog"}, {"cat", "dog"}, 5, [Ellipsis] * 3])
def test_labels_are_a_list_of_words(labels):
    said = refused(lambda: (plain(), {"labels": labels, "input_size": (16, 16)}))
    assert "labels" in said or "not iterable" in said


@pytest.mark.parametrize("size", [[16, 20], np.array([16, 20]), torch.tensor([16, 20]), torch.Size([16, 20])])
def test_whole_numbers_of_any_kind_are_a_size(size, monkeypatch):
    module = types.ModuleType("sized_of_mine")
    module.build = lambda: (plain(), {"input_size": size, "labels": np.array(["cat", "dog"])})
    monkeypatch.setitem(sys.modules, "sized_of_mine", module)
    network = from_python.load("sized_of_mine:build")
    assert network.input_size == (16, 20)
    assert network.labels == ("cat", "dog")
