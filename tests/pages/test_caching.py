"""Is what is kept bounded by weight and number, made once, and keyed by the state of the weights?"""

import threading
import time
from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.shell.cached import caching, networks, own_networks
from pages.shell.cached.caching import Shelf
from pages.shell.records import NetworkName, Picture


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

    @caching.resource(8)
    def about(name: NetworkName, number: int = 3) -> int:
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

    @caching.weighed(100, 4)
    def network(name: NetworkName) -> Stone:
        made.append(name)
        return Stone(1)

    network("resnet18")
    network("resnet18")
    file = tmp_path / "hub" / "checkpoints" / "resnet18-f37072fd.pth"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"weights")
    network("resnet18")
    assert made == ["resnet18", "resnet18"]


@dataclass(frozen=True)
class Asked:
    """As pages write records: which network is meant says the type of the field, whatever it is called."""

    layer: str
    looked_at: NetworkName


def arrive(folder):
    file = folder / "hub" / "checkpoints" / "resnet18-f37072fd.pth"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"weights")


def test_a_network_is_found_by_its_type_under_whatever_name(tmp_path, monkeypatch):
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    made = []

    @caching.resource(8)
    def of_architecture(layer: str, architecture: NetworkName) -> int:
        made.append((layer, architecture))
        return len(made)

    @caching.data(8)
    def of_record(asked: Asked) -> int:
        made.append(asked)
        return len(made)

    @caching.weighed(100, 4)
    def of_both(one: NetworkName, other: NetworkName) -> Stone:
        made.append((one, other))
        return Stone(1)

    def ask():
        before = len(made)
        for name in ("resnet18", "resnet34", "resnet18"):
            of_architecture("conv1", name)
            of_record(Asked("conv1", name))
            of_both("resnet34", name)
        return len(made) - before

    assert [ask(), ask()] == [6, 0]
    arrive(tmp_path)
    assert [ask(), ask()] == [3, 0]


def test_a_parameter_called_name_that_is_no_network_is_not_taken_for_one(monkeypatch):
    asked = []
    monkeypatch.setattr(own_networks, "version", lambda name: asked.append(name) or "")

    @caching.resource(8)
    def of_layer(name: str, network: str, of: NetworkName) -> str:
        return name + network + of

    assert of_layer("conv1", "work", "cifar10") == "conv1workcifar10"
    assert asked == ["cifar10"]


def test_what_hangs_on_no_network_says_so_and_asks_for_none(monkeypatch):
    monkeypatch.setattr(own_networks, "version", None)

    @caching.resource(8, of_network=False)
    def doubled(name: str) -> str:
        return 2 * name

    assert doubled("ab") is doubled("ab")


def by_spelling(picture: Picture, name: str) -> Stone: ...
def by_spelling_in_a_record(now: Stone) -> Stone: ...
def perhaps(name: NetworkName | None) -> Stone: ...
def several(names: tuple[NetworkName, ...]) -> Stone: ...
def one_and_perhaps_another(name: NetworkName, other: NetworkName | None) -> Stone: ...
def without_a_type(name: NetworkName, layer) -> Stone: ...
def of_a_type_that_is_not_there(name: NetworkName, layer: "Nowhere") -> Stone: ...  # noqa: F821
def any_number(name: NetworkName, *layers: str) -> Stone: ...


@pytest.mark.parametrize("keep", [caching.resource(8), caching.data(8), caching.weighed(8, 8)])
@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (by_spelling, "by_spelling.*NetworkName.*of_network=False"),
        (by_spelling_in_a_record, "NetworkName"),
        (perhaps, "name.*perhaps"),
        (several, "names.*several"),
        (one_and_perhaps_another, "other.*one_and_perhaps_another"),
        (without_a_type, "layer.*without_a_type"),
        (of_a_type_that_is_not_there, "layer.*of_a_type_that_is_not_there"),
        (any_number, "layers.*any_number"),
    ],
)
def test_a_function_whose_network_cannot_be_found_cannot_be_kept(keep, wrong, why):
    with pytest.raises(TypeError, match=why):
        keep(wrong)


def test_a_function_of_a_network_cannot_say_that_it_is_of_none():
    with pytest.raises(TypeError, match=r"name.*of_network"):

        @caching.resource(8, of_network=False)
        def about(name: NetworkName) -> str:
            return name


def test_every_value_of_a_large_array_counts():
    """Streamlit's own key samples arrays of a million values."""
    values = np.zeros((1000, 1200))

    @caching.data(8, of_network=False)
    def total(values: np.ndarray) -> float:
        return float(values.sum())

    for place in range(40):
        values[17 * place, 29 * place] = 1
        assert total(values) == place + 1
    assert total(values.astype(np.float32)) == total(values.reshape(1200, 1000)) == 40


def test_names_of_own_networks_are_told_apart():
    assert own_networks.is_own("own 1")
    assert not own_networks.is_own("resnet18")
    assert not own_networks.is_own("ownership")


@pytest.mark.parametrize("switches", [8, pytest.param(50, marks=pytest.mark.long)])
def test_over_many_switches_four_networks_stay_and_the_oldest_goes(switches):
    names = ("cifar10", "imagenette", "squeezenet1_1", "squeezenet1_0", "shufflenet_v2_x0_5", "mobilenet_v3_small")
    shelf = caching.SHELVES["pages.shell.cached.networks._shared_network"]
    shelf.clear()
    for number in range(switches):
        assert networks.network(names[number % len(names)]).name == names[number % len(names)]
        assert len(shelf) <= networks.MOST_NETWORKS == 4
        assert shelf.weight <= networks.NETWORKS_WEIGH
    assert [network.name for network in shelf] == [
        names[number % len(names)] for number in range(switches - 4, switches)
    ]
