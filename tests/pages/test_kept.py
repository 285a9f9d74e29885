"""Is what is kept bounded by weight and number, made once, and keyed by the state of the weights?"""

import threading
import time
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.shell import cached
from pages.shell.cached import kept, networks, own_networks
from pages.shell.cached.kept import Shelf


@dataclass(frozen=True)
class Stone:
    bytes: int


def test_what_was_asked_for_least_recently_goes_first():
    shelf, made = Shelf(100, 3), []

    def ask(key):
        return shelf.get(key, lambda: made.append(key) or Stone(1))

    for key in "abcadab":
        ask(key)
    # When d came, b had been asked for least recently; when b came back, c.
    assert made == ["a", "b", "c", "d", "b"]
    assert len(shelf) == 3


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 60)), max_size=60))
def test_it_never_weighs_more_than_its_budget_nor_holds_more_than_it_may(asked):
    shelf = Shelf(100, 4)
    for key, weight in asked:
        assert shelf.get(key, lambda weight=weight: Stone(weight)).bytes >= 0
        assert shelf.weight <= 100
        assert 1 <= len(shelf) <= 4


def test_one_that_is_too_heavy_is_kept_alone():
    shelf, made = Shelf(100, 4), []
    for key, weight in [("a", 10), ("b", 500), ("b", 500)]:
        shelf.get(key, lambda key=key, weight=weight: made.append(key) or Stone(weight))
    assert made == ["a", "b"]
    assert (len(shelf), shelf.weight) == (1, 500)


def test_before_something_new_is_made_half_is_let_go():
    shelf, weight_meanwhile = Shelf(100, 9), []
    for key in range(4):
        shelf.get(key, lambda: weight_meanwhile.append(shelf.weight) or Stone(25))
    assert weight_meanwhile == [0, 25, 50, 50]


def test_what_many_ask_for_at_once_is_made_once():
    shelf, made, answers = Shelf(100, 4), [], []

    def slowly():
        time.sleep(0.05)
        made.append(1)
        return Stone(1)

    threads = [threading.Thread(target=lambda: answers.append(shelf.get("a", slowly))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 1
    assert all(answer is answers[0] for answer in answers)


def test_what_fails_is_not_kept_and_does_not_lock():
    shelf = Shelf(100, 4)
    with pytest.raises(ZeroDivisionError):
        shelf.get("a", lambda: 1 // 0)
    assert shelf.get("a", lambda: Stone(7)).bytes == 7


def test_weights_that_arrive_are_not_answered_with_what_was_kept_of_random_ones(tmp_path, monkeypatch):
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    asked = []

    @kept.resource(8)
    def about(name: str, number: int = 3) -> int:
        asked.append((name, number))
        return len(asked)

    assert [about("resnet18"), about("resnet18"), about("resnet18", 3), about(name="resnet18", number=3)] == [1] * 4
    file = tmp_path / "hub" / "checkpoints" / "resnet18-f37072fd.pth"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"weights")
    assert about("resnet18") == 2
    assert about("resnet34") == 3


def test_a_shelf_is_keyed_by_the_weights_too(tmp_path, monkeypatch):
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    made = []

    @kept.weighed(100, 4)
    def network(name: str) -> Stone:
        made.append(name)
        return Stone(1)

    network("resnet18")
    network("resnet18")
    file = tmp_path / "hub" / "checkpoints" / "resnet18-f37072fd.pth"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"weights")
    network("resnet18")
    assert made == ["resnet18", "resnet18"]


def test_names_of_own_networks_are_told_apart():
    assert own_networks.is_own("own 1")
    assert not own_networks.is_own("resnet18")
    assert not own_networks.is_own("ownership")


def test_over_fifty_switches_four_networks_stay_and_the_oldest_goes():
    names = ("cifar10", "imagenette", "squeezenet1_1", "squeezenet1_0", "shufflenet_v2_x0_5", "mobilenet_v3_small")
    shelf = kept.SHELVES["pages.shell.cached.networks._shared_network"]
    shelf.clear()
    for number in range(50):
        assert cached.network(names[number % len(names)]).name == names[number % len(names)]
        assert len(shelf) <= networks.MOST_NETWORKS == 4
        assert shelf.weight <= networks.NETWORKS_WEIGH
    assert [network.name for network in shelf] == [names[number % len(names)] for number in range(46, 50)]
