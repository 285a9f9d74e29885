"""The list of networks and the way their weights come, in a browser: sought, chosen; fetched from a server here.

Only a copy of the application knows a file of squeezenet1_1 that this test has made, served by this test.
"""

import hashlib
import io
import re
import shutil
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import torch
from playwright.sync_api import expect

from models.nets.entries import ENTRIES, TORCHVISION
from models.nets.weights import published
from tests.browser.harness import ROOT, served, settled, visit

pytestmark = pytest.mark.browser
PAGE = "/networks?part=zoo&picture=cat"
UNTRAINED = "has random weights"


class Publisher(BaseHTTPRequestHandler):
    """Serves one file; the second half of it when the gate is open."""

    def log_message(self, *_):
        pass

    def do_GET(self):
        about = self.server
        about.asked.append(self.path)
        if about.refuse:
            self.send_error(503)
            return
        self.send_response(200)
        self.send_header("Content-Length", str(len(about.content)))
        self.end_headers()
        half = len(about.content) // 2
        try:
            self.wfile.write(about.content[:half])
            about.gate.wait(60)
            self.wfile.write(about.content[half:])
        except OSError:
            pass


@contextmanager
def publishing(content):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Publisher)
    server.daemon_threads = True
    server.content, server.asked, server.refuse, server.gate = content, [], False, threading.Event()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.gate.set()
        server.shutdown()
        server.server_close()


def made_file():
    """Weights of squeezenet1_1 as a published file has them, and that file's name."""
    file = io.BytesIO()
    state = published.random_weights("squeezenet1_1").state_dict()
    torch.save({key: -value for key, value in state.items()}, file)
    content = file.getvalue()
    return content, f"squeezenet1_1-{hashlib.sha256(content).hexdigest()[:8]}.pth"


def copied(folder, name, size):
    """The application with another line for squeezenet1_1 in its table."""
    ignored = shutil.ignore_patterns(".venv", ".git", ".build", ".*_cache", "tests", "__pycache__")
    shutil.copytree(ROOT, folder, ignore=ignored)
    table = folder / "models" / "nets" / "torchvision.txt"
    lines = table.read_text().replace("4.729  squeezenet1_1-b8a52dc0.pth", f"{size / 2**20:.3f}  {name}")
    table.write_text(lines)


@contextmanager
def application(folder, monkeypatch):
    """A server of the application, and the publisher it fetches from; and where its weights go."""
    content, name = made_file()
    copied(folder / "copy", name, len(content))
    with publishing(content) as publisher:
        monkeypatch.setenv("TORCH_HOME", str(folder / "torch"))
        monkeypatch.setenv("CONVOSCOPE_WEIGHTS_FROM", f"http://127.0.0.1:{publisher.server_port}/models/")
        with served(folder / "log", cwd=folder / "copy") as address:
            yield address, publisher, folder / "torch" / "hub" / "checkpoints" / name
        assert "Traceback" not in (folder / "log").read_text(), (folder / "log").read_text()


def opened(page, address):
    page.goto(address)
    page.wait_for_selector("h1")
    settled(page)
    return page


def notice(page):
    return page.locator(".st-key-arrivals")


def click_row(page, number, name):
    """Anywhere in a row of the table, counted from 0, once the table shows the network `name` there."""
    row = page.locator(".zoo tbody tr").nth(number)
    expect(row.locator("th")).to_have_text(name)
    row.locator("td").nth(number % 5).click()


@pytest.mark.long
def test_weights_are_fetched_while_the_page_is_used_and_then_shown(chromium, tmp_path, monkeypatch):
    with application(tmp_path, monkeypatch) as (address, publisher, file), visit(chromium) as page:
        opened(page, f"{address}/feature_maps?network=squeezenet1_1&picture=cat")
        expect(notice(page)).to_contain_text(f"squeezenet1_1 {UNTRAINED}")
        expect(page.get_by_test_id("stSidebar")).to_contain_text("random weights")
        assert publisher.asked == [], "nothing is fetched by itself"
        notice(page).get_by_role("button", name=re.compile("Download 5.0 MB")).click()
        expect(notice(page)).to_contain_text(re.compile(r"2\.\d of 5\.0 MB"))
        assert not file.exists()
        page.locator('.strip button[data-name="features.2"]').click()
        page.wait_for_selector('.stage[data-drawn="features.2"]')
        with visit(chromium) as other:
            opened(other, f"{address}/feature_maps?network=squeezenet1_1&picture=coffee")
            notice(other).get_by_role("button", name=re.compile("Download")).click()
            expect(notice(other)).to_contain_text("on their way")
            publisher.gate.set()
            expect(notice(other)).to_have_count(0, timeout=30_000)
        expect(notice(page)).to_have_count(0, timeout=30_000)
        expect(page.get_by_test_id("stSidebar").get_by_role("progressbar")).to_have_count(3, timeout=30_000)
        expect(page.get_by_test_id("stSidebar")).not_to_contain_text("random weights")
        expect(page.locator(".stage")).to_have_attribute("data-drawn", "features.2")
        assert publisher.asked == [f"/models/{file.name}"]
        assert [path.name for path in file.parent.iterdir()] == [file.name]


@pytest.mark.long
def test_cancelled_refused_and_done_without(chromium, tmp_path, monkeypatch):
    with application(tmp_path, monkeypatch) as (address, publisher, file), visit(chromium) as page:
        opened(page, f"{address}/networks?network=squeezenet1_1")
        notice(page).get_by_role("button", name=re.compile("Download")).click()
        notice(page).get_by_role("button", name="Cancel").click()
        expect(notice(page)).to_contain_text("was cancelled")
        expect(notice(page)).to_contain_text(f"put {file.name} (5.0 MB) into $TORCH_HOME/hub/checkpoints")
        publisher.refuse = True
        publisher.gate.set()
        notice(page).get_by_role("button", name=re.compile("Try again")).click()
        expect(notice(page)).to_contain_text("answered with status 503")
        notice(page).get_by_role("button", name="Keep random weights").click()
        expect(notice(page)).to_have_count(0)
        page.locator(".st-key-pages").get_by_role("link", name="Feature maps").click()
        page.wait_for_selector(".stage[data-drawn]")
        settled(page)
        expect(notice(page)).to_have_count(0)
        expect(page.get_by_test_id("stSidebar")).to_contain_text("random weights")
        assert not list(file.parent.iterdir())


@pytest.mark.long
def test_a_damaged_file_is_removed_and_named(chromium, tmp_path, monkeypatch):
    with application(tmp_path, monkeypatch) as (address, _, file), visit(chromium) as page:
        file.parent.mkdir(parents=True)
        file.write_bytes(b"half of it")
        opened(page, f"{address}/networks?network=squeezenet1_1")
        expect(notice(page)).to_contain_text(
            f"{file.name} in $TORCH_HOME/hub/checkpoints was damaged and has been removed"
        )
        assert not file.exists()


def test_a_row_makes_the_network_of_the_application(page, server):
    opened(page, server + PAGE)
    click_row(page, 1, "imagenette")
    expect(page).to_have_url(re.compile("network=imagenette"))
    expect(page.get_by_text("imagenette is included")).to_be_visible()
    page.get_by_label("Name").fill("resnet1")
    page.get_by_label("Name").press("Enter")
    expect(page).to_have_url(re.compile("find=resnet1"))
    settled(page)
    click_row(page, 0, "resnet18")
    expect(page).to_have_url(re.compile("network=resnet18"))
    page.locator(".st-key-pages").get_by_role("link", name="Receptive field").click()
    page.wait_for_selector(".stage[data-drawn]")
    expect(page).to_have_url(re.compile("network=resnet18"))


def test_a_sorted_table_still_knows_its_rows(page, server):
    opened(page, server + PAGE)
    page.locator(".zoo").get_by_role("button", name="layers").click()
    fewest = sorted(ENTRIES, key=lambda entry: entry.layers)
    click_row(page, 1, fewest[1].name)
    expect(page).to_have_url(re.compile(f"network={fewest[1].name}"))
    settled(page)
    click_row(page, 0, fewest[0].name)
    expect(page.get_by_test_id("stSidebar")).to_contain_text(f"{fewest[0].layers} layers")
    assert (fewest[0].name, fewest[1].name) == ("cifar10", "alexnet")


def test_a_network_is_chosen_by_keyboard_alone(page, server):
    opened(page, server + PAGE)
    chosen = page.locator(".zoo tbody tr[aria-current=true] button")
    expect(chosen).to_have_text("cifar10")
    page.locator(".zoo thead button").last.focus()
    page.keyboard.press("Tab")
    expect(chosen).to_be_focused()
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "Enter"):
        page.keyboard.press(key)
    expect(page).to_have_url(re.compile("network=imagenette"))
    settled(page)
    expect(chosen).to_have_text("imagenette")
    expect(chosen).to_be_focused()


@pytest.mark.long
def test_a_network_that_is_too_heavy_is_refused_with_a_sentence(page, server):
    opened(page, f"{server}{PAGE}&find=regnet_y_128gf")
    click_row(page, 0, "regnet_y_128gf")
    expect(page.get_by_test_id("stAlert")).to_contain_text("regnet_y_128gf is too heavy for this server")
    assert "network=regnet" not in page.url


def test_a_point_of_the_chart_is_chosen_by_a_click(page, server):
    opened(page, f"{server}{PAGE}&network=alexnet")
    place = 1 + [entry.name for entry in TORCHVISION].index("alexnet")
    expect(page.get_by_text(f"by size it is number {place} of {len(TORCHVISION)}, smallest first")).to_be_visible()
    chart = page.get_by_test_id("stPlotlyChart")
    chart.scroll_into_view_if_needed()
    points = chart.locator(".points path.point")
    expect(points).to_have_count(len(TORCHVISION))
    points.nth([entry.name for entry in TORCHVISION].index("shufflenet_v2_x0_5")).click(force=True)
    expect(page).to_have_url(re.compile("network=shufflenet_v2_x0_5"))


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("vit_b_16", "is a transformer"),
        ("regnet_y_128gf", "too heavy for this server"),
        ("own 1", "somebody's own"),
        ("resnet81", "Close to it: resnet18"),
        ("*<b>", "There is no network of that name"),
    ],
)
def test_a_link_to_a_network_that_isnt_offered_says_why(page, server, wanted, said):
    opened(page, f"{server}/convolution?network={wanted}")
    expect(page.get_by_test_id("stAlert")).to_contain_text(said)
    expect(page.get_by_test_id("stAlert")).to_contain_text("Here is cifar10 instead")
    assert "network=" not in page.url


@pytest.mark.long
def test_opening_a_network_without_its_weights_reaches_nobody(chromium, tmp_path, monkeypatch):
    """The browser's own requests are watched by `visit`; the server's by a proxy that nobody may ask."""
    with publishing(b"") as watched:
        for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{watched.server_port}")
        monkeypatch.setenv("no_proxy", "127.0.0.1,localhost")
        monkeypatch.setenv("TORCH_HOME", str(tmp_path / "torch"))
        with served(tmp_path / "log") as address, visit(chromium) as page:
            for path in ("/networks?network=squeezenet1_1", "/feature_maps?network=squeezenet1_1"):
                opened(page, address + path)
                expect(notice(page)).to_contain_text(UNTRAINED)
        assert watched.asked == []
    assert not (tmp_path / "torch").exists()


@pytest.mark.long
def test_a_phone_in_the_dark(chromium, server):
    with visit(chromium, viewport={"width": 390, "height": 844}, has_touch=True, color_scheme="dark") as page:
        opened(page, f"{server}{PAGE}&network=squeezenet1_1")
        expect(notice(page)).to_contain_text(UNTRAINED)
        main = page.get_by_test_id("stMain")
        assert main.evaluate("node => node.scrollWidth <= node.clientWidth")
