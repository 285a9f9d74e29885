"""What a channel looks at, on its stage: every patch is the network's own, cut out of the picture it saw."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from models.images import sample
from models.nets.catalogue import load
from models.nets.receptive_field import receptive_fields
from tests.stages.numbers import number
from tests.stages.receptive_field.top_patches.patched import LAYER, address, patches, readout, true_maps

pytestmark = pytest.mark.browser
STAGE = "receptive_field/top_patches"


def looks(bench, **query):
    return bench.open(STAGE, address(**query))


@pytest.fixture(scope="module")
def maps():
    return true_maps()


@pytest.fixture(scope="module")
def field():
    network = load("cifar10")
    return receptive_fields(network.module, network.input_size)[LAYER]


def test_every_patch_says_the_networks_own_value_and_box(bench, maps, field):
    page = looks(bench, channel=7)
    values = []
    for patch in patches(page).all():
        patch.hover()
        row, column, top, bottom, left, right = map(
            int,
            re.search(
                r"Row (\d+), column (\d+) of the map; sees rows (\d+) to (\d+), columns (\d+) to (\d+)",
                readout(page).inner_text(),
            ).groups(),
        )
        assert number(patch.inner_text()) == pytest.approx(float(maps[7, row, column]), rel=1e-3)
        box = field.box(row, column)
        assert (top, bottom + 1, left, right + 1) == (box.top, box.bottom, box.left, box.right)
        values.append(float(maps[7, row, column]))
    assert len(values) == 9
    assert values == sorted(values, reverse=True)
    assert values[0] == maps[7].max()


def test_a_patch_is_cut_out_of_the_picture_as_the_network_sees_it(bench, maps, field):
    page = looks(bench, channel=7)
    seen = load("cifar10").picture(sample("cat"))
    row, column = np.unravel_index(maps[7].argmax(), maps[7].shape)
    box = field.box(int(row), int(column))
    expected = seen[box.top : box.bottom, box.left : box.right]
    drawn = page.locator(".patches .list canvas").first.evaluate(
        """(canvas, [rows, columns]) => {
          const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
          const found = [];
          for (let row = 0; row < rows; row += 1) for (let column = 0; column < columns; column += 1) {
            const y = Math.floor((row + 0.5) * canvas.height / rows);
            const x = Math.floor((column + 0.5) * canvas.width / columns);
            found.push([...pixels.slice((y * canvas.width + x) * 4, (y * canvas.width + x) * 4 + 3)]);
          }
          return found;
        }""",
        list(expected.shape[:2]),
    )
    assert np.array_equal(np.array(drawn).reshape(expected.shape), expected)


def test_fewer_patches_are_larger_or_equal_and_linked(bench):
    page = looks(bench, channel=7)
    before = patches(page).first.bounding_box()["width"]
    page.locator(".patches select[name=count]").select_option("6")
    expect(patches(page)).to_have_count(6)
    assert patches(page).first.bounding_box()["width"] >= before
    bench.told(count=6)
