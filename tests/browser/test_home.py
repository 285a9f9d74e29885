"""The network at a glance as a visitor meets it: folding, tracing, keys, touch, links, the ways to the pages."""

import json
import re

import pytest
from playwright.sync_api import expect

from tests.browser.harness import open_view, settled, visit
from tests.stages.looks import PHONE

pytestmark = pytest.mark.browser
STAGE = "[...document.querySelectorAll('*')].map(e => e.shadowRoot?.querySelector('.scroller')).find(Boolean)"


def network(page):
    return page.locator(".stage .network")


def readout(page):
    return page.locator(".stage .readout")


def walk_to(page, name):
    """Walks along the row with the arrow keys until the readout speaks of `name`."""
    network(page).focus()
    page.keyboard.press("Home")
    for _ in range(60):
        if readout(page).inner_text().startswith(name):
            return
        page.keyboard.press("ArrowRight")
    raise AssertionError(f"{name} is not in the row")


def test_stages_unfold_and_fold_and_the_link_keeps_them(page, server, chromium):
    open_view(page, f"{server}/?network=imagenette")
    walk_to(page, "stage2:")
    expect(readout(page)).to_contain_text("Fed by stage1. Feeds stage3.")
    page.keyboard.press("Enter")
    page.wait_for_url("**open=stage2*")
    expect(readout(page)).to_contain_text("stage2.block1: 10 layers")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"open=stage2(%2C|,)stage2\.block1"))
    expect(readout(page)).to_contain_text("stage2.block1.conv1 (Conv2d)")
    settled(page)
    with visit(chromium) as other:
        open_view(other, page.url)
        walk_to(other, "stage2.block1.add")
        expect(readout(other)).to_contain_text("Fed by stage2.block1.bn2, stage2.block1.shortcut.bn.")
    page.keyboard.press("Escape")
    expect(readout(page)).to_contain_text("stage2.block1: 10 layers")
    page.keyboard.press("Escape")
    expect(readout(page)).to_contain_text("stage2: 18 layers")
    page.wait_for_url(lambda address: "open=" not in address)


def test_everything_unfolds_and_folds_at_once(page, server):
    open_view(page, f"{server}/")
    page.locator(".stage [name=all]").click()
    page.wait_for_url("**open=all*")
    walk_to(page, "stage1.relu2")
    expect(page.locator(".stage [name=all]")).to_be_disabled()
    page.locator(".stage [name=none]").click()
    page.wait_for_url(lambda address: "open=" not in address)


def test_the_mouse_traces_unfolds_and_leads_on(page, server):
    open_view(page, f"{server}/?picture=rocket")
    box = network(page).bounding_box()
    page.mouse.move(box["x"] + 30, box["y"] + 100)
    expect(readout(page)).to_contain_text("stage1, pool1: 7 layers")
    expect(readout(page)).to_contain_text("Fed by the picture. Feeds stage2, pool2.")
    page.mouse.click(box["x"] + 30, box["y"] + 100)
    expect(readout(page)).to_contain_text("stage1.conv1 (Conv2d)")
    page.wait_for_url("**open=*")
    settled(page)
    page.mouse.click(box["x"] + 30, box["y"] + 130)
    page.wait_for_selector('.stage[data-drawn="stage1.conv1"][data-picture="rocket"]')


@pytest.mark.parametrize(
    ("layer", "door", "question"),
    [("stage1.relu1", "Feature maps", r"/feature_maps\?.*layer=stage1\.relu1"),
     ("stage2.conv2", "Convolution inside", r"/convolution\?.*part=inside.*layer=stage2\.conv2"),
     ("stage1.bn1", "Batch norm", r"/batch_norm\?.*tensor=bn%3Astage1\.bn1"),
     ("pool1", "Receptive field", r"/receptive_field\?.*layer=pool1"),
     ("linear", "Prediction", r"/prediction")],
)  # fmt: skip
def test_a_layer_leads_to_the_pages_about_it_with_everything_kept(page, server, layer, door, question):
    open_view(page, f"{server}/?picture=coffee&open=all")
    walk_to(page, f"{layer} ")
    page.locator(".stage .doors").get_by_role("button", name=door).click()
    page.wait_for_url(re.compile(question))
    settled(page)
    assert "picture=coffee" in page.url
    if door == "Feature maps":
        page.wait_for_selector(f'.stage[data-drawn="{layer}"][data-picture="coffee"]')
    expect(page.locator("h1")).to_contain_text("?")


@pytest.mark.parametrize("way", ["a second touch", "the button"])
def test_on_a_telephone_a_first_touch_reads_a_layer_and_the_page_doesnt_scroll_aside(chromium, server, way):
    with visit(chromium, **PHONE) as page:
        open_view(page, f"{server}/?open=all")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        box = network(page).bounding_box()
        assert box["x"] + box["width"] <= 390
        page.touchscreen.tap(box["x"] + 30, box["y"] + 130)
        expect(readout(page)).to_contain_text("stage1.conv1 (Conv2d)")
        assert "feature_maps" not in page.url
        settled(page)
        if way == "the button":
            page.locator(".stage .doors").get_by_role("button", name="Feature maps").tap()
        else:
            page.touchscreen.tap(box["x"] + 30, box["y"] + 130)
        page.wait_for_selector('.stage[data-drawn="stage1.conv1"]')
        settled(page)


@pytest.mark.parametrize("name", ["cifar10", "imagenette"])
def test_the_whole_network_and_its_answer_fit_the_window(page, server, name):
    open_view(page, f"{server}/?network={name}")
    box = network(page).bounding_box()
    assert box["y"] + box["height"] <= 720
    assert page.evaluate(f"{STAGE}.scrollWidth - {STAGE}.clientWidth") <= 1


def test_what_is_on_stage_and_all_layers_can_be_kept(page, server):
    open_view(page, f"{server}/")
    with page.expect_download() as picture:
        page.locator(".stage [name=save]").click()
    assert picture.value.suggested_filename == "cifar10-at-a-glance.png"
    with page.expect_download() as table:
        page.get_by_role("button", name="Every layer (CSV)").click()
    lines = open(table.value.path(), encoding="utf-8").read().splitlines()  # noqa: SIM115, PTH123 - read at once
    assert len(lines) == 24
    assert lines[1] == "stage1.conv1,Conv2d,48×32×32,1296,1327104,196608,input"


def names_in_sight(page):
    """The layers and groups whose columns the mouse meets without anything being scrolled."""
    box = page.evaluate(f"(({{ x, y, width }}) => ({{ x, y, width }}))({STAGE}.getBoundingClientRect())")
    found = []
    for x in range(int(box["x"]) + 8, int(box["x"] + box["width"]) - 8, 16):
        page.mouse.move(x, box["y"] + 150)
        found.append(re.match(r"[\w.-]+", readout(page).inner_text())[0])
    return found


def test_a_thing_to_try_brings_the_addition_of_a_bare_input_into_view(page, server):
    addition, fed = "stage1.block2.add", ["stage1.block2.bn2", "stage1.block2.shortcut"]
    open_view(page, f"{server}/")
    page.get_by_role("button", name=re.compile("A residual block unfolded")).click()
    page.wait_for_url(f"**at={addition}*")
    settled(page)
    expect(readout(page)).to_contain_text(f"{addition} (Add)")
    assert sorted(re.search(r"Fed by (.*?)\. Feeds", readout(page).inner_text())[1].split(", ")) == fed
    assert {addition, "stage1.block2.conv1", *fed} <= set(names_in_sight(page))
    # Whoever folds something looks elsewhere.
    page.locator(".stage [name=none]").click()
    page.wait_for_url(lambda address: "at=" not in address)


def test_a_tampered_event_leads_nowhere(page, server):
    open_view(page, f"{server}/?open=all")
    walk_to(page, "stage1.conv1 ")
    page.goto(f"{server}/?open={json.dumps(['stage1'])}")
    page.wait_for_selector(".stage[data-drawn]")
    settled(page)
    expect(page.locator(".stage [name=none]")).to_be_disabled()


@pytest.mark.clock
def test_515_layers_are_traced_within_a_frame(page, server):
    page.set_default_timeout(120_000)
    open_view(page, f"{server}/?network=resnet152&open=all")
    took = page.evaluate(
        f"""async () => {{
            const scroller = {STAGE};
            const canvas = scroller.querySelector('.network');
            const box = canvas.getBoundingClientRect();
            const frame = () => new Promise(requestAnimationFrame);
            const costs = [];
            for (let step = 0; step < 60; step += 1) {{
                scroller.scrollLeft = step * 700;
                await frame();
                const start = performance.now();
                canvas.dispatchEvent(new PointerEvent('pointermove', {{
                    clientX: box.left + 20 + (step * 97) % (box.width - 40), clientY: box.top + 150, bubbles: true }}));
                await frame();
                await 0;
                costs.push(performance.now() - start);
            }}
            return costs.sort((one, other) => one - other);
        }}"""
    )
    assert took[len(took) // 2] < 34, took  # two frames: the machine of the tests is shared


def test_a_layer_leads_on_after_another_one_was_looked_at(page, server):
    open_view(page, f"{server}/feature_maps?layer=pool1&picture=coffee")
    page.locator(".st-key-pages").get_by_role("link", name="Start").click()
    page.wait_for_selector(".stage [name=all]")
    settled(page)
    page.locator(".stage [name=all]").click()
    walk_to(page, "stage2.conv2 ")
    page.locator(".stage .doors").get_by_role("button", name="Feature maps").click()
    page.wait_for_selector('.stage[data-drawn="stage2.conv2"][data-picture="coffee"]')
    settled(page)
    assert "layer=stage2.conv2" in page.url
    page.reload()
    page.wait_for_selector('.stage[data-drawn="stage2.conv2"][data-picture="coffee"]')
