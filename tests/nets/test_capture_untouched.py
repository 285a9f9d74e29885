"""Capturing leaves a network, its hooks and its batch as they were, and is kept apart from whoever else runs it."""

import threading

import numpy as np
import pytest
import torch
from torch import nn

from models.nets.bundled.cifar10 import Cifar10
from models.nets.capture import capture
from tests.nets.untouched import assert_as_found, state_of


class Breaks(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Conv2d(3, 2, 3), nn.ReLU(inplace=True))
        self.fails = True

    def forward(self, batch):
        maps = self.body(batch)
        if self.fails:
            raise RuntimeError("on purpose")
        return maps


def test_an_exception_inside_leaves_the_network_as_found():
    network = Breaks().train()
    before = state_of(network)
    with pytest.raises(RuntimeError, match="on purpose"):
        capture(network, torch.randn(1, 3, 8, 8))
    assert_as_found(network, before)
    assert "forward" not in network.body[0].__dict__
    network.fails = False
    assert list(capture(network, torch.randn(1, 3, 8, 8))) == ["body.0", "body.1"]


def test_training_mode_is_recorded_and_leaves_no_trace_in_the_running_statistics():
    network = Cifar10((4, 4, 4)).train()
    before = state_of(network)
    trace = capture(network, torch.randn(4, 3, 32, 32))
    assert abs(trace["stage1.bn1"].values.mean()) < 1e-5
    assert_as_found(network, before)


def test_hooks_of_others_still_run_and_stay():
    network = Cifar10((2, 2, 2)).eval()
    seen = []
    handle = network.stage1.conv1.register_forward_hook(lambda *_: seen.append(1))
    capture(network, torch.randn(1, 3, 32, 32))
    capture(network, torch.randn(1, 3, 32, 32))
    assert len(seen) == 2
    handle.remove()


def test_the_callers_batch_is_neither_changed_nor_shared():
    network, batch = nn.Sequential(nn.ReLU(inplace=True), nn.Flatten()).eval(), torch.randn(1, 3, 4, 4)
    before = batch.clone()
    trace = capture(network, batch)
    assert torch.equal(batch, before)
    batch.zero_()
    assert np.array_equal(trace.input, before.numpy())
    assert np.array_equal(trace.output, np.maximum(before.numpy(), 0).reshape(1, -1))


def test_a_module_changed_since_the_last_capture_is_seen(cifar_network):
    batch = torch.randn(1, 3, 32, 32)
    capture(cifar_network, batch)
    cifar_network.module.pool1 = nn.AvgPool2d(2)
    trace = capture(cifar_network, batch)
    assert trace["pool1"].kind == "AvgPool2d"
    with torch.inference_mode():
        assert np.array_equal(trace.output, cifar_network.module(batch).numpy())


def test_new_weights_are_used_at_once(cifar_network):
    batch = torch.randn(1, 3, 32, 32)
    capture(cifar_network, batch)
    cifar_network.module.stage1.conv1.weight = nn.Parameter(torch.zeros(48, 3, 3, 3))
    assert not capture(cifar_network, batch)["stage1.conv1"].values.any()


def test_what_other_threads_run_is_not_recorded(cifar_network):
    batch, done = torch.randn(1, 3, 32, 32), threading.Event()

    def others():
        while not done.is_set():
            cifar_network.module(batch)

    thread = threading.Thread(target=others)
    thread.start()
    try:
        assert {len(capture(cifar_network, batch)) for _ in range(20)} == {23}
    finally:
        done.set()
        thread.join()


def test_many_threads_capture_the_same_network_one_after_the_other(cifar_network):
    batches = torch.randn(8, 1, 3, 32, 32)
    found, share = [None] * 8, torch.get_num_threads()

    def work(number):
        torch.set_num_threads(share)  # sums are rounded alike only if they are shared out alike
        found[number] = capture(cifar_network, batches[number]).output

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with torch.inference_mode():
        for batch, output in zip(batches, found, strict=True):
            np.testing.assert_array_equal(output, cifar_network.module(batch).numpy())


def test_the_lock_of_the_network_is_held_while_it_runs(cifar_network):
    held = []
    watcher = lambda *_: held.append(threads_can_enter())  # noqa: E731

    def threads_can_enter():
        got = []
        thread = threading.Thread(target=lambda: got.append(cifar_network.lock.acquire(blocking=False)))
        thread.start()
        thread.join()
        return got[0]

    cifar_network.module.stage1.conv1.register_forward_hook(watcher)
    capture(cifar_network, torch.randn(1, 3, 32, 32))
    assert held == [False]
