"""What a page sends with a payload: which of the visitor's events it knows of, and no more often than needed."""

import json
import re
from pathlib import Path

import numpy as np
import pytest

from tests.viz.node import told_by
from tests.viz.packed import ending_of, unpacked
from viz.hosts.streamlit import mount as mounting
from viz.hosts.streamlit.mount import addresses, keep_to_the_visit, mount, paint_with, speak_with
from viz.hosts.streamlit.parcels import EVERYBODY, SMALL, Parcels, Recipe, key_of, token_of
from viz.stages.kernel.payload import pack

SCRIPT = Path(__file__).parent / "opened_cases.mjs"


class Page:
    """Stands in for Streamlit: notes what is mounted, and hands events to those who receive them."""

    def __init__(self):
        self.session_state, self.sent, self.callbacks = {}, [], {}

    def component(self, **given):
        self.sent.append(given.pop("data"))
        self.callbacks = given

    def tell(self, event, key="stage"):
        self.session_state[key] = {"settled": event}
        self.callbacks["on_settled_change"]()

    @property
    def known(self):
        return ending_of(self.sent[-1])[0]["knows"]


@pytest.fixture
def page(monkeypatch):
    page = Page()
    monkeypatch.setattr(mounting, "st", page)
    monkeypatch.setattr(mounting, "_registered", lambda _: page.component)
    return page


def test_a_payload_knows_of_the_event_that_was_heard_last(page):
    heard = []
    mount("x", b"one", key="stage", settled=heard.append)
    assert (page.sent[0].startswith(b"one"), page.known) == (True, 0)
    page.tell({"row": 3, "heard": {"done": 4, "shown": 0}})
    assert heard == [{"row": 3}]
    mount("x", b"two", key="stage", settled=heard.append)
    assert page.known == 4


def test_the_same_payload_is_the_same_to_the_byte(page):
    mount("x", b"one", key="stage", settled=lambda _: None)
    page.tell({"row": 3, "heard": {"done": 1, "shown": 0}})
    mount("x", b"one", key="stage", settled=lambda _: None)
    page.tell({"row": 4, "heard": {"done": 2, "shown": 0}})
    mount("x", b"one", key="stage", settled=lambda _: None)
    assert len(set(page.sent)) == 1


def test_a_payload_that_the_browser_put_aside_is_sent_again(page):
    mount("x", b"one", key="stage", settled=lambda _: None)
    page.tell({"row": 3, "heard": {"done": 1, "shown": 0}})
    mount("x", b"two", key="stage", settled=lambda _: None)
    page.tell({"row": 4, "heard": {"done": 2, "shown": 0}})  # "two" was not on screen yet
    mount("x", b"two", key="stage", settled=lambda _: None)
    assert page.known == 2


def test_a_stage_that_waits_is_answered_every_time(page):
    mount("x", b"one", key="stage", answering=True, settled=lambda _: None)
    page.tell({"row": 3, "heard": {"done": 1, "shown": 0}})
    mount("x", b"one", key="stage", answering=True, settled=lambda _: None)
    assert page.known == 1


@pytest.mark.parametrize(
    "said", [None, 3, {}, {"done": -1}, {"done": True}, {"done": 2**40}, {"done": "1"}, {"done": 1.0, "shown": []}, []]
)
def test_counts_that_are_none_are_left_out(page, said):
    heard = []
    mount("x", b"one", key="stage", settled=heard.append)
    page.tell({"row": 1, "heard": said})
    mount("x", b"two", key="stage", settled=heard.append)
    assert (heard, page.known) == ([{"row": 1}], 0)


@pytest.mark.parametrize("event", [None, 7, "a key", ["heard"], {"row": 1}])
def test_events_without_counts_arrive_as_they_are(page, event):
    heard = []
    mount("x", {"plain": 1}, key="stage", settled=heard.append)
    page.tell(event)
    assert heard == [event]
    assert page.sent == [{"plain": 1}]


def palette(first):
    return np.full((256, 3), first, np.uint8)


def test_a_payload_is_sent_as_it_was_kept_with_the_visits_palettes_behind_it(page):
    kept = pack({"serial": 1}, {"codes": np.arange(5, dtype=np.uint16)})
    for first in (1, 7):
        paint_with({"sequential": palette(first), "diverging": palette(first + 1)})
        mount("x", kept, key="stage")
        assert page.sent[-1].startswith(kept)
        _, planes = ending_of(page.sent[-1])
        assert {name: plane[0, 0] for name, plane in planes.items()} == {"sequential": first, "diverging": first + 1}


def test_other_palettes_make_another_payload_that_knows_of_what_was_done(page):
    paint_with({"diverging": palette(1)})
    mount("x", b"kept", key="stage", settled=lambda _: None)
    page.tell({"row": 3, "heard": {"done": 4, "shown": 0}})
    paint_with({"diverging": palette(9)})
    mount("x", b"kept", key="stage", settled=lambda _: None)
    assert page.known == 4
    mount("x", b"kept", key="stage", settled=lambda _: None)
    assert page.sent[1] == page.sent[2] != page.sent[0]
    assert ending_of(page.sent[0])[0]["hash"] != ending_of(page.sent[1])[0]["hash"]


@pytest.mark.parametrize("words", ["", "é", "ab", "abc", "abcd", "abcdefg"])
def test_the_browser_opens_what_is_sent(page, tmp_path, words):
    paint_with({"sequential": palette(3)})
    mount("x", pack({"words": words}, {"codes": np.arange(5, dtype=np.uint16)}), key="stage")
    (tmp_path / "sent").write_bytes(page.sent[0])
    assert told_by(SCRIPT, tmp_path / "sent") == {
        "header": {"words": words},
        "planes": {
            "codes": {"values": [0, 1, 2, 3, 4], "shape": [5]},
            "sequential": {"values": [3] * 768, "shape": [256, 3]},
        },
    }


def test_what_is_no_payload_is_sent_as_it_is(page):
    paint_with({"diverging": palette(9)})
    mount("x", {"to": None}, key="travel")
    assert page.sent == [{"to": None}]


def test_the_words_that_stages_share_come_at_the_end_of_a_payload_and_are_those_said_last(page):
    speak_with({"as_table": "As a table"}, {"decimal": "."})
    mount("x", b"one", key="stage")
    speak_with({"as_table": "Tabelle"}, {"decimal": ","})
    mount("x", b"one", key="stage")
    assert [ending_of(sent)[0]["words"] for sent in page.sent] == [{"as_table": "As a table"}, {"as_table": "Tabelle"}]
    assert [ending_of(sent)[0]["marks"] for sent in page.sent] == [{"decimal": "."}, {"decimal": ","}]
    assert ending_of(page.sent[0])[0]["hash"] != ending_of(page.sent[1])[0]["hash"], "a stage draws anew in other words"
    mount("x", b"one", key="stage")
    assert page.sent[2] == page.sent[1]


def piece(size, **header):
    return pack(header, {f"plane{size}": np.arange(size, dtype=np.uint8)})


@pytest.fixture
def shelf(monkeypatch):
    """Where somebody answers who asks for a piece by its address."""
    shelf = Parcels()
    shelf.served = True
    monkeypatch.setattr(mounting, "PARCELS", shelf)
    return shelf


def given_to(shelf, key, token):
    parcel = shelf.find(key, token)
    return None if parcel is None else shelf.body(parcel, packed=False)[0]


def test_what_changes_goes_in_the_header_of_what_stays(page):
    mount("x", piece(7, layer="conv", view="of the piece"), key="stage", now={"view": {"row": 1}, "serial": 3})
    header, planes = unpacked(page.sent[0])
    assert header == {"layer": "conv", "view": {"row": 1}, "serial": 3}
    assert planes["plane7"].tolist() == list(range(7))


def test_where_nobody_answers_all_pieces_are_sent_along_as_one(page):
    later = Recipe(key_of(b"x"), lambda: piece(20, made="later"), public=True)
    mount("x", (piece(200, one=1), later, piece(8)), key="stage", now={"serial": 0})
    header, planes = unpacked(page.sent[0])
    assert header == {"one": 1, "made": "later", "serial": 0}
    assert planes.keys() == {"plane200", "plane20", "plane8"}
    assert addresses({"conv2": later}) == {}


def test_what_is_not_small_and_what_is_not_made_yet_is_named(page, shelf):
    made = []
    later = Recipe(key_of(b"x"), lambda: made.append(1) or b"later", public=True)
    small, large = piece(8, small=True), pack({}, {"plane": np.zeros(SMALL, np.uint8)})
    mount("x", (small, large, later), key="stage", now={"view": {"row": 1}, "serial": 3})
    header, planes = unpacked(page.sent[0])
    assert header == {"small": True, "view": {"row": 1}, "serial": 3, "parcels": [key_of(large), later.key]}
    assert planes.keys() == {"plane8"}
    assert len(page.sent[0]) < SMALL
    assert made == []
    assert [given_to(shelf, key, EVERYBODY) for key in header["parcels"]] == [large, b"later"]


@pytest.mark.parametrize("more", [-1, 0, 1])
def test_small_is_what_is_sent_faster_than_it_is_asked_for(page, shelf, more):
    content = b"x" * (SMALL + more)
    mount("x", (content,), key="stage") if more <= 0 else mount("x", content, key="stage")
    assert page.sent[0].startswith(content) == (more <= 0)
    assert (given_to(shelf, key_of(content), EVERYBODY) is None) == (more <= 0)


def test_what_may_come_of_something_of_the_visitors_own_is_for_that_visit(page, shelf):
    own, large = [False], pack({}, {"plane": np.zeros(SMALL, np.uint8)})
    keep_to_the_visit(lambda: own[0])
    paint_with({"sequential": palette(1), "diverging": palette(2), "third": palette(3)})
    mount("x", large, key="stage")
    assert given_to(shelf, key_of(large), EVERYBODY) == large
    own[0] = True
    other = pack({}, {"plane": np.ones(SMALL, np.uint8)})
    private = Recipe(key_of(b"x"), lambda: b"mine", public=False)
    mount("x", (other, private), key="stage")
    assert addresses({"a": private, "b": b"no recipe"}) == {"a": private.key}
    header, _ = ending_of(page.sent[-1])
    assert header["visit"] == token_of("")
    for key, content in ((key_of(other), other), (private.key, b"mine")):
        assert [given_to(shelf, key, token) for token in (EVERYBODY, token_of("another"))] == [None, None]
        assert given_to(shelf, key, header["visit"]) == content
    (shared,) = header["parcels"]
    assert given_to(shelf, shared, EVERYBODY), "palettes and words are everybody's"


def test_palettes_and_words_are_named_once_and_what_is_said_without_them_goes_along(page, shelf):
    paint_with({"sequential": palette(1), "diverging": palette(2), "third": palette(3)})
    speak_with({"missing": "It couldn't be fetched.", "as_table": "As a table"}, {"decimal": "."})
    for key in ("one", "two"):
        mount("x", b"small", key=key, settled=lambda _: None)
    (first, planes), (second, _) = (ending_of(sent) for sent in page.sent)
    assert planes == {}
    assert first.keys() == {"visit", "knows", "hash", "missing", "parcels"}
    assert first["missing"] == "It couldn't be fetched."
    assert (first["parcels"], len(shelf)) == (second["parcels"], 1)
    header, planes = unpacked(given_to(shelf, first["parcels"][0], EVERYBODY))
    assert header["words"]["as_table"] == "As a table"
    assert {name: plane[0, 0] for name, plane in planes.items()} == {"sequential": 1, "diverging": 2, "third": 3}
    speak_with({"missing": "", "as_table": "Tabelle"}, {"decimal": ","})
    mount("x", b"small", key="one", settled=lambda _: None)
    assert ending_of(page.sent[-1])[0]["hash"] != first["hash"], "a stage draws anew in other words"


def test_a_piece_that_was_let_go_of_is_offered_again_with_the_next_run(page, shelf):
    large = pack({}, {"plane": np.zeros(SMALL, np.uint8)})
    mount("x", large, key="stage")
    shelf._kept.clear()
    page.callbacks["on_lost_change"]()
    mount("x", large, key="stage")
    assert given_to(shelf, key_of(large), EVERYBODY) == large
    assert page.sent[0] == page.sent[1]


def test_streamlit_is_given_the_way_to_a_stages_script_where_somebody_answers(monkeypatch):
    given, shelf = [], Parcels()
    monkeypatch.setattr(mounting, "PARCELS", shelf)

    def component(name, **parts):
        given.append((name, parts))
        return print

    monkeypatch.setattr(mounting.st.components.v2, "component", component)
    mounting._by_address.__wrapped__("pooling/invariance")
    mounting._whole.__wrapped__("pooling/invariance")
    (name, way), (same, whole) = given
    assert name == same == "pooling_invariance"
    assert way["html"] == whole["html"]
    assert len(way["css"]) < 60
    assert len(way["js"]) < 1000 < len(whole["js"])
    (key,) = set(re.findall(r"payload/([0-9a-f]{40})\.js", way["js"]))
    script, _ = shelf.body(shelf.find(key, ""), packed=False)
    assert script.decode().startswith(whole["js"])
    styles = script.decode().rpartition("export const stylesOfTheStage = ")[2].rstrip(";\n")
    assert json.loads(styles) == whole["css"]
