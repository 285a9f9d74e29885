"""The colours that are chosen in the sidebar: on every stage, in every file, on the way from page to page."""

import io

import numpy as np
import pytest
from PIL import Image

from pages.feature_maps import files
from pages.prediction.probe import sweep
from pages.shell import address, choice
from pages.shell.address import COLOURS
from pages.text import catalogue
from tests.pages.promises.tried import page, watched
from tests.pages.test_families import parts
from tests.pages.test_pages import opened
from viz.ink import colour
from viz.stages.feature_maps.maps.stage import MapsView
from viz.stages.prediction.probe_sweep.stage import Swept

CHOSEN = colour.read("ember-dune")
# The stages that paint values and are there at once; the answers under all covers are worked out when asked for.
PAINTED = {
    *("home/overview", "feature_maps/maps", "frame/map_row"),
    *("convolution/slide", "convolution/inside", "convolution/kinds", "convolution/sharing"),
    *("pooling/invariance", "pooling/unpooling", "receptive_field/point", "receptive_field/build"),
    *("batch_norm/groups", "batch_norm/statistics", "batch_norm/result"),
    *("prediction/answer", "prediction/where", "training/update", "training/rate", "training/rates", "training/train"),
    "training/edges",
}


def lists(app):
    return {kind: app.selectbox(key=f"{COLOURS} {kind}") for kind in colour.MAPS}


def palettes_sent(sent):
    """By stage and kind, the palettes among the planes of what was sent."""
    return {
        (name, kind): stage.planes[kind] for name, stage in sent.items() for kind in colour.MAPS if kind in stage.planes
    }


def written(app):
    return "".join(app.query_params.get(COLOURS, ""))


@pytest.fixture(scope="module")
def everywhere():
    """What is sent to the stages of all parts of all pages, to somebody who came by a link that names colours."""
    found, (app, start) = {}, came()
    for topic, names in parts():
        app.switch_page(f"../{topic}/page.py")
        for part in names:
            app.query_params.update(start | ({"part": part, "show": "move"} if part else {}))
            with watched() as sent:
                app.run()
            assert not app.exception, (topic, part)
            found |= {(topic, part, *place): palette for place, palette in palettes_sent(sent).items()}
    return found


def came():
    """A visit by a link that names colours, and what is in that link."""
    start = {"picture": "coffee", COLOURS: str(CHOSEN)}
    return opened("home", **start), start


def test_every_palette_on_every_page_is_the_chosen_one(everywhere):
    asked = CHOSEN.planes()
    assert [place for place, palette in everywhere.items() if not np.array_equal(palette, asked[place[-1]])] == []


def test_no_stage_that_paints_values_is_left_out(everywhere):
    assert {place[2] for place in everywhere if "/" in place[2]} >= PAINTED


@pytest.mark.parametrize("said", ["jet", "dune-ember", "", "ember-dune-ember", "<b>"])
def test_a_tampered_name_is_the_start(said):
    with watched() as sent:
        app = opened("feature_maps", colours=said)
    assert np.array_equal(sent["feature_maps/maps"].planes["sequential"], colour.sequential())
    assert {kind: str(one.value) for kind, one in lists(app).items()} == dict.fromkeys(colour.MAPS, "")


def test_the_lists_write_one_short_name_and_nothing_for_the_start():
    app = opened("feature_maps")
    assert COLOURS not in app.query_params
    with watched() as sent:
        lists(app)["sequential"].select("Red to yellow").run()
        assert (written(app), sent["feature_maps/maps"].planes["sequential"][-1].tolist()) == (
            "ember",
            colour.sequential("ember")[-1].tolist(),
        )
        lists(app)["diverging"].select("Teal to ochre").run()
        assert written(app) == "ember-dune"
        assert {place for place in palettes_sent(sent) if place[0] == "frame/map_row"}
        lists(app)["sequential"].select("Violet to yellow").run()
        assert written(app) == "dune"
        lists(app)["diverging"].select("Blue to orange").run()
    assert COLOURS not in app.query_params
    assert np.array_equal(sent["feature_maps/maps"].planes["diverging"], colour.diverging())


def test_every_map_has_its_words_in_the_lists():
    offered = {kind: tuple(one.options) for kind, one in lists(opened("home")).items()}
    assert {kind: len(set(names)) for kind, names in offered.items()} == {
        kind: len(colour.MAPS[kind]) for kind in offered
    }
    sides = [f"colours.{name}.{side}" for name in colour.DIVERGING for side in ("below", "above")]
    assert all(map(catalogue.has, sides))


def test_the_choice_goes_along_to_things_to_try_and_stands_in_the_link():
    with page("feature_maps", colours="sea") as (press, keys):
        tried = press(keys[0])
    assert tried.query[COLOURS] == "sea"
    assert np.array_equal(tried.stages["feature_maps/maps"].planes["sequential"], colour.sequential("sea"))
    assert any("colours=sea" in code.value for code in tried.app.code)


def test_the_choice_goes_along_to_all_pages():
    app = opened("home", colours="sea-dune")
    links = app.get("page_link")
    assert len(links) >= 8
    assert all("colours=sea-dune" in link.proto.query_string for link in links)


def test_two_visits_at_the_same_time_have_different_colours():
    with watched() as sent:
        one, other = opened("pooling", part="unpooling", colours="ember-dune"), opened("pooling", part="unpooling")
        for app, pair in ((one, CHOSEN), (other, colour.START), (one, CHOSEN)):
            sent.clear()
            app.run()
            assert np.array_equal(sent["pooling/unpooling"].planes["diverging"], colour.diverging(pair.diverging))


def test_the_sheet_of_maps_is_saved_in_the_chosen_colours(monkeypatch):
    monkeypatch.setattr(address, "here", lambda: {"picture": "coffee", COLOURS: "ember"})
    saved = np.asarray(Image.open(io.BytesIO(files.sheet(choice.current(), "stage1.relu1", MapsView())))).reshape(-1, 3)
    present = {tuple(pixel) for pixel in np.unique(saved, axis=0).tolist()}
    assert len(present & {tuple(one) for one in colour.sequential("ember").tolist()}) > 100
    assert len(present & {tuple(one) for one in colour.sequential().tolist()}) < 5


def test_words_about_colours_name_the_chosen_ones(monkeypatch):
    monkeypatch.setattr(address, "here", lambda: {COLOURS: "dune"})
    swept = Swept(np.zeros((1, 1, 4), int), np.array([[2.0]]), 1)
    assert "ochre: it falls" in sweep.captions(choice.current(), "cat", swept)["scale_kept"]


def test_the_key_of_the_overview_names_the_chosen_colours():
    with watched() as sent:
        opened("home", colours="dune")
    assert "teal to ochre around 0" in sent["home/overview"]["words"]["key"]
