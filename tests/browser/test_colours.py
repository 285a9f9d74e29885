"""Other colours, chosen in the sidebar by a person: what is on stage, its legend, and what is saved are in them."""

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.harness import choose, settled
from viz.ink import colour

pytestmark = pytest.mark.browser
# The colours of a canvas, each once, as red, green, blue.
COLOURS = """canvas => {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const found = new Set();
  for (let at = 0; at < data.length; at += 4) found.add(data.subarray(at, at + 3).join());
  return [...found].map((each) => each.split(",").map(Number));
}"""


def shares(colours):
    """Of these colours, how many are in each of the diverging maps."""
    found = {tuple(one) for one in colours}
    return {name: len(found & {tuple(one) for one in colour.diverging(name).tolist()}) for name in colour.DIVERGING}


def ends(legend):
    """The maps whose first colour the legend has."""
    background = legend.evaluate("bar => getComputedStyle(bar).backgroundImage")
    return [name for name in colour.DIVERGING if "({}, {}, {})".format(*colour.diverging(name)[0]) in background]


def test_a_map_chosen_in_the_sidebar_is_on_stage_in_the_legend_and_in_the_saved_picture(page, server, tmp_path):
    page.goto(f"{server}/pooling?part=unpooling&picture=coffee&look=errors")
    stage, canvas, legend = (page.locator(f".back{rest}") for rest in ("", " .maps figure:last-child canvas", " .bar"))
    expect(stage).to_have_attribute("data-drawn", "0")
    settled(page)
    before = shares(canvas.first.evaluate(COLOURS))
    assert (ends(legend), before["dawn"] > 10, before["dune"] < 5) == (["dawn"], True, True)

    choose(page, "Colours around 0", "Teal to ochre")
    page.wait_for_url("**colours=dune**")
    expect(stage).not_to_have_attribute("data-drawn", "0")
    after = shares(canvas.first.evaluate(COLOURS))
    assert (ends(legend), after["dune"] > 10, after["dawn"] < 5) == (["dune"], True, True)

    with page.expect_download() as download:
        stage.locator(".save").click()
    download.value.save_as(tmp_path / "stage.png")
    saved = np.asarray(Image.open(tmp_path / "stage.png").convert("RGB")).reshape(-1, 3)
    kept = shares(np.unique(saved, axis=0).tolist())
    assert kept["dune"] >= after["dune"]
    assert kept["dawn"] < kept["dune"] / 5
