"""The recorded training on its stage: slid, stepped and pointed at, told to the page, its networks at work."""

import pytest
from playwright.sync_api import expect

from tests.browser.harness import visit
from tests.stages.looks import PHONE
from tests.stages.recording import recorded
from tests.stages.tables import opened

pytestmark = pytest.mark.browser
STAGE = "training/edges"
INK = "(canvas) => canvas.toDataURL()"


def test_a_moment_is_slid_to_and_everything_moves_with_it(bench):
    page = bench.open(STAGE, "training?part=edges")
    readout, slider = page.locator(".edges .readout"), page.get_by_role("slider", name="Moment of the training")
    expect(readout).to_contain_text("After update 0: kernels moved by 0.00;")
    places = [page.locator(f".edges .{name} canvas") for name in ("kernels", "course", "bars")]
    before = [place.evaluate(INK) for place in places]
    slider.fill("47")
    expect(readout).to_contain_text("After update 1,000: kernels moved by 1.13; held-out loss 0.9606, accuracy 68.7 %")
    assert all(place.evaluate(INK) != old for place, old in zip(places, before, strict=True))
    bench.told(moment=47)
    slider.press("ArrowRight")
    expect(readout).to_contain_text("After update 1,154:")
    for name, value in (("scale", "own"), ("curve", "accuracy"), ("beside", "mean"), ("beside", "variance")):
        old = [place.evaluate(INK) for place in places]
        page.locator(f".edges select[name={name}]").select_option(value)
        changed = [place.evaluate(INK) != ink for place, ink in zip(places, old, strict=True)]
        assert changed == [name == each for each in ("scale", "curve", "beside")]
        bench.told(**{name: value})
    box = page.locator(".edges .course canvas").bounding_box()
    page.mouse.click(box["x"] + 44, box["y"] + 60)
    bench.told(moment=0)


def test_the_network_at_hand_answers_the_picture_and_shows_its_maps(bench):
    page = bench.open(STAGE, "training?part=edges&moment=59")
    _, planes = opened(recorded("training?part=edges&moment=59")[STAGE])
    assert planes["prepared"].shape == (3, 32, 32)
    expect(page.locator(".edges .answer")).to_contain_text("After update 4,500 the network takes the picture for: cat,")
    maps = page.locator(".edges .maps canvas")
    inks = []
    for layer in ("first", "middle", "last"):
        page.locator(".edges select[name=layer]").select_option(layer)
        inks.append(maps.evaluate(INK))
    assert len(set(inks)) == 3


def test_who_wants_less_motion_gets_a_moment_a_press_also_by_touch(chromium, bench_on):
    with visit(chromium, reduced_motion="reduce", **PHONE) as page:
        bench_on(page).open(STAGE, "training?part=edges&moment=9")
        page.get_by_role("button", name="Play the training").tap()
        expect(page.locator(".edges .readout")).to_contain_text("After update 10:")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
