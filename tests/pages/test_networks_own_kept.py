"""How long one's own networks are kept, how many, and for whom."""

import pytest

from pages.networks.own import cached as own_weights
from pages.shell.cached import own_networks
from tests.pages.own import EXAMPLE, page, shown, uploaded


def test_removing_it_leads_back_and_nothing_is_left():
    app = shown(uploaded(EXAMPLE["three"]))
    app.button(key="remove own 1").click().run()
    assert app.selectbox(key="network").value == "cifar10"
    assert app.session_state["own_networks"] == {}
    assert "own 1" not in app.selectbox(key="network").options


def test_another_visit_neither_sees_nor_finds_it():
    mine = shown(uploaded(EXAMPLE["three"]))
    token = mine.session_state["own_networks"]["own 1"].token
    other = page(network="own 1")
    assert other.selectbox(key="network").value == "cifar10"
    assert "own 1" not in other.selectbox(key="network").options
    assert "own_networks" not in other.session_state or token not in str(other.session_state["own_networks"])


def test_at_most_two_are_kept():
    app = shown(uploaded(EXAMPLE["three"]))
    for _ in range(2):
        app = shown(app)
    assert list(app.session_state["own_networks"]) == ["own 2", "own 3"]


def test_a_full_house_says_so(monkeypatch):
    monkeypatch.setenv("CONVOSCOPE_MOST_OWN_MB", "1")
    assert "as many networks as it can hold" in uploaded(EXAMPLE["three"]).error[0].value


def test_weights_count_as_long_as_somebody_holds_them(monkeypatch):
    monkeypatch.setattr(own_networks, "_held", type(own_networks._held)())
    monkeypatch.setenv("CONVOSCOPE_MOST_OWN_MB", "4")
    held = own_weights.read_weights(EXAMPLE["whole"], "x")
    with pytest.raises(own_weights.UnreadableWeights, match="as many networks"):
        own_weights.read_weights(EXAMPLE["whole"], "x")
    del held
    own_weights.read_weights(EXAMPLE["whole"], "x")
