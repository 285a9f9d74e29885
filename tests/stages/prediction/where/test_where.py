"""Where an answer comes from, on its stage: the cell under the pointer is taken apart, and the parts add up."""

import re

import numpy as np
import pytest

from models.images import sample
from models.nets.answers.prediction import head_of
from models.nets.capture import capture
from models.nets.catalogue import load
from models.ops.class_activation import place_parts
from tests.browser.harness import visit
from tests.stages.looks import PHONE
from tests.stages.prediction.where.places import VIEW, number, point, said

pytestmark = pytest.mark.browser
STAGE = "prediction/where"


@pytest.fixture(scope="module")
def parts():
    network = load("cifar10")
    head = head_of(network, capture(network, network.prepare(sample("cat"))))
    return [place_parts(head, label) for label in (3, 5)]


def test_the_cell_under_the_pointer_is_the_networks_and_nobody_is_asked(bench, parts):
    page = bench.open(STAGE, VIEW)
    page.context.set_offline(True)
    cat, dog = (each.map for each in parts)
    for plane, row, column in [(0, 0, 0), (1, 7, 7), (2, 3, 4), (0, 0, 7)]:
        point(page, plane, row, column)
        expected = [cat[row, column], dog[row, column], cat[row, column] - dog[row, column]]
        assert np.allclose(said(page, row, column), expected, rtol=1e-3, atol=1e-6)
        numbers = [text.split("\n")[0] for text in page.locator(".channels tbody tr td:last-child").all_inner_texts()]
        assert abs(sum(map(number, numbers[:-1])) - number(numbers[-1])) < 1e-9
        assert np.isclose(number(numbers[-1]), expected[plane], rtol=2e-3, atol=1e-5)
    page.context.set_offline(False)


def test_the_sums_add_up_as_written_to_the_logits(bench, parts):
    page = bench.open(STAGE, VIEW)
    expected = [parts[0].total, parts[1].total, parts[0].total - parts[1].total]
    for row, logit in zip(page.locator(".sums tbody tr").all(), expected, strict=True):
        cells = [text.split("\n")[0] for text in row.locator("td").all_inner_texts()]
        *terms, total = map(number, cells)
        assert abs(sum(terms) - total) < 1e-9
        assert np.isclose(total, logit, rtol=1e-3)
    whole = page.locator(".stage .sum")
    whole.locator("button").click()
    terms = [number(re.sub(r"[()]|bias", "", text)) for text in whole.locator("span").all_inner_texts()]
    assert len(terms) == 65
    assert abs(sum(terms) - number(whole.locator("b").inner_text())) < 1e-9


def test_another_class_brings_its_own_map(bench, parts):
    page = bench.open(STAGE, VIEW)
    assert page.locator("figcaption b").all_inner_texts()[:3] == ["cat", "dog", "cat − dog"]
    page = bench.open(STAGE, "prediction?part=where&class=5&other=3")
    assert page.locator("figcaption b").all_inner_texts()[:3] == ["dog", "cat", "dog − cat"]
    row, column = np.unravel_index(parts[1].map.argmax(), (8, 8))
    said(page, row, column)


def test_the_slider_uncovers_the_picture(bench):
    page = bench.open(STAGE, VIEW)
    read = """() => {
      const find = (root) => root.querySelector('.plane') ?? [...root.querySelectorAll('*')]
        .map((node) => node.shadowRoot && find(node.shadowRoot)).find(Boolean);
      const [, heat] = find(document).querySelectorAll('canvas');
      return heat.getContext('2d').getImageData(40, 40, 1, 1).data[3];
    }"""
    assert page.evaluate(read) == pytest.approx(153, abs=1)  # 60 %
    page.locator("input[name=mix]").fill("0")
    assert page.evaluate(read) == 0
    page.locator("input[name=mix]").fill("1")
    assert page.evaluate(read) == 255


def test_a_network_with_maps_of_classes_adds_its_bias_in_every_cell(bench):
    page = bench.open(STAGE, "prediction?part=where&network=squeezenet1_1")
    assert page.locator(".channels tbody th").all_inner_texts()[-2:] == ["bias", "this cell"]
    assert page.locator(".sums thead th").all_inner_texts() == ["for", "against", "= logit"]


def test_a_telephone_in_the_dark(chromium, bench_on):
    with visit(chromium, **PHONE) as page:
        bench = bench_on(page)
        bench.open(STAGE, VIEW)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        box = page.locator(".stage .plane").first.bounding_box()
        page.locator(".stage .plane").first.tap(position={"x": 5, "y": box["height"] - 5})
        bench.told(row=7, column=0)


def test_the_stage_can_be_kept(bench, tmp_path):
    page = bench.open(STAGE, VIEW)
    with page.expect_download() as download:
        page.locator("button[name=save_png]").click()
    download.value.save_as(tmp_path / "stage.png")
    assert (tmp_path / "stage.png").read_bytes().startswith(b"\x89PNG")
