"""One way from the address to a stage and back, for all parts: what is mounted, what an event or a link changes."""

from dataclasses import asdict, dataclass
from types import SimpleNamespace

import pytest

from pages.shell import address, staged
from viz.stages.kernel.view import View, below, one_of, switch


@dataclass(frozen=True)
class Shelf(View):
    """A place on a shelf of fruit."""

    fruit: str = one_of(("apple", "pear"))
    place: int = below("places", called="at")
    open: bool = switch()


class Query(dict):
    def to_dict(self):
        return dict(self)

    def from_dict(self, query):
        self.clear()
        self.update(query)


@pytest.fixture
def page(monkeypatch):
    """A page with a stage: its address, and what was mounted in its places, the newest last."""
    made = SimpleNamespace(query=Query(), mounts=[])
    monkeypatch.setattr(address, "st", SimpleNamespace(session_state={}, query_params=made.query))

    def mount(folder, data, *, key, now=None, answering=False, **receivers):
        made.mounts.append(
            SimpleNamespace(folder=folder, data=data, key=key, now=now, answering=answering, receivers=receivers)
        )

    monkeypatch.setattr(staged, "mount", mount)
    made.stage = staged.Staged("shelf", Shelf(place=2), {"places": 5})
    made.now = lambda: made.mounts[-1].now
    made.put = lambda **more: made.stage.mount("market/shelf", ("cat",), lambda: b"a shelf", **more)
    return made


def told(page, event):
    page.mounts[-1].receivers["settled"](event)


def test_a_stage_is_mounted_with_what_the_address_says(page):
    page.query.update(fruit="pear", at="4", network="cifar10")
    assert page.put() == Shelf("pear", 4)
    mounted = page.mounts[-1]
    assert (mounted.folder, mounted.key, mounted.data) == ("market/shelf", "shelf", b"a shelf")
    assert mounted.now == {"view": {"fruit": "pear", "place": 4, "open": False}, "serial": 0}


def test_what_is_settled_on_is_written_and_nothing_is_sent_again(page):
    page.query.update(network="cifar10")
    page.put()
    told(page, {"fruit": "pear", "place": 3, "open": True, "serial": 0})
    assert page.query == {"network": "cifar10", "fruit": "pear", "at": "3", "open": "true"}
    assert page.put() == Shelf("pear", 3, open=True), "the page follows"
    assert page.now() == {"view": asdict(Shelf(place=2)), "serial": 0}, "the browser is there already"


def test_what_the_page_starts_with_is_left_out_of_the_address(page):
    page.put()
    told(page, {"fruit": "pear", "place": 2})
    assert page.query == {"fruit": "pear"}
    page.put()
    told(page, {"fruit": "apple", "place": 2})
    assert page.query == {}


@pytest.mark.parametrize(
    "event", [None, 7, "fruit", [], {"fruit": ["pear"]}, {"place": 5, "open": 1}, {"at": float("nan")}]
)
def test_an_event_that_says_nothing_legal_changes_nothing(page, event):
    page.put()
    told(page, event)
    assert page.query == {}


def test_a_link_sends_the_browser_a_new_view(page):
    page.put()
    told(page, {"fruit": "pear", "place": 3})
    page.query.from_dict({"at": "1"})
    assert page.put() == Shelf(place=1)
    assert page.now() == {"view": asdict(Shelf(place=1)), "serial": 1}


def test_what_else_changes_is_in_the_same_step(page):
    page.put()
    page.stage.told({"fruit": "pear"}, also={"layer": "conv2"})
    assert page.query == {"layer": "conv2", "fruit": "pear"}


def test_a_relayed_stage_is_heard_where_the_page_follows(page):
    page.put(relayed=True, key="a place")
    assert page.mounts[-1].key == "a place"
    assert "settled" not in page.mounts[-1].receivers
    page.stage.hear("echo", layer="conv1", channel=3)
    assert (page.mounts[-1].folder, page.mounts[-1].key) == ("frame/relay", "echo")
    heard = page.mounts[-1].receivers["heard"]
    for late in (None, "conv1", {"fruit": "pear"}, {"fruit": "pear", "layer": "conv2", "channel": 3}):
        heard(late)
        assert page.query == {}, "it is said of another layer"
    heard({"fruit": "pear", "layer": "conv1", "channel": 3})
    assert page.query == {"fruit": "pear"}


def test_what_a_browser_says_before_it_has_heard_of_another_view_comes_too_late(page):
    page.put(relayed=True)
    page.stage.hear("echo")
    heard = page.mounts[-1].receivers["heard"]
    heard({"fruit": "pear", "serial": 0})
    assert page.query == {"fruit": "pear"}
    page.query.from_dict({"at": "1"})
    page.put(relayed=True)
    for late in (0, 2, None, "1", [1]):
        heard({"fruit": "pear", "place": 3, "serial": late})
        assert page.query == {"at": "1"}
    heard({"fruit": "pear", "place": 1, "serial": 1})
    assert page.query == {"fruit": "pear", "at": "1"}


def test_who_listens_besides_is_told_too_and_may_stand_in_for_the_stage(page):
    other, own = [], []
    page.put(gone=other.append, settled=own.append)
    told(page, {"fruit": "pear"})
    page.mounts[-1].receivers["gone"](1)
    assert (own, other, page.query) == ([{"fruit": "pear"}], [1], {})
