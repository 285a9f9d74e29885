"""The frame around the pages: cold servers, every route, two tabs, headers, health, and what an error looks like."""

import json
import shutil
import urllib.request

import pytest
from playwright.sync_api import expect

from pages.shell.routes import ROUTES
from tests.browser.harness import ROOT, open_view, served, settled, visit, wait_until

pytestmark = pytest.mark.browser
ADDRESSES = ["", *(f"{route.topic}?picture=coffee" for route in ROUTES)]
DAILY = ("", "feature_maps?picture=coffee")


def fetched(address):
    with urllib.request.urlopen(address) as answer:  # noqa: S310, our own server
        return answer


@pytest.mark.parametrize(
    "path", [*DAILY, *(pytest.param(each, marks=pytest.mark.long) for each in ADDRESSES if each not in DAILY)]
)
def test_a_cold_server_opens_every_route_with_its_frame(path, chromium, tmp_path):
    with served(tmp_path / "log") as server, visit(chromium) as page:
        page.goto(f"{server}/{path}")
        expect(page.locator("h1")).to_contain_text("?")
        expect(page.locator(".st-key-pages")).to_contain_text("Feature maps")
        page.wait_for_selector(".strip button, :is(.stage, .zoo, .one-update)[data-drawn]")
        settled(page)
        assert page.get_by_role("dialog").count() == 0
        assert "Traceback" not in (tmp_path / "log").read_text()


def test_the_words_are_on_screen_before_torch_is_loaded(chromium, tmp_path):
    with served(tmp_path / "log") as server, visit(chromium) as page:
        page.goto(f"{server}/feature_maps")
        page.wait_for_selector("h1")
        with urllib.request.urlopen(f"{server}/healthy") as answer:  # noqa: S310, our own server
            assert json.load(answer)["networks"] in {"waiting", "loading"}
        page.wait_for_selector(".stage[data-drawn]")


def test_two_tabs_dont_disturb_each_other(chromium, server):
    with visit(chromium) as one, visit(chromium) as other:
        open_view(one, f"{server}/feature_maps?layer=pool1")
        open_view(other, f"{server}/feature_maps?picture=rocket&layer=stage3.relu2")
        one.locator('.strip button[data-name="stage1.conv1"]').click()
        one.wait_for_selector('.stage[data-drawn="stage1.conv1"]')
        assert other.locator(".stage").get_attribute("data-drawn") == "stage3.relu2"
        assert other.locator(".stage").get_attribute("data-picture") == "rocket"


def test_a_double_click_and_a_flurry_of_keys_end_where_they_should(page, server):
    open_view(page, f"{server}/feature_maps")
    page.locator('.strip button[data-name="stage1.bn1"]').dblclick()
    for _ in range(6):
        page.keyboard.press("ArrowRight")
    chosen = page.locator('.strip [aria-selected="true"]').get_attribute("data-name")
    page.wait_for_selector(f'.stage[data-drawn="{chosen}"]')
    settled(page)
    assert page.locator('.strip [aria-selected="true"]').get_attribute("data-name") == chosen


def test_the_start_leads_inside_and_keeps_the_picture(page, server):
    open_view(page, f"{server}/?picture=rocket&open=all")
    page.locator(".stage .network").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector('.stage[data-drawn="stage1.conv1"][data-picture="rocket"]')


def test_the_picture_stays_when_the_page_changes(page, server):
    open_view(page, f"{server}/feature_maps")
    page.locator('.thumbnails button[data-key="ring"]').click()
    page.wait_for_selector('.stage[data-picture="ring"]')
    page.locator(".st-key-pages").get_by_role("link", name="Start").click()
    expect(page.locator("h1")).to_contain_text("What happens to a picture")
    page.locator(".st-key-pages").get_by_role("link", name="Feature maps").click()
    page.wait_for_selector('.stage[data-picture="ring"]')


def test_the_network_tells_what_it_sees_and_answers(page, server):
    open_view(page, f"{server}/feature_maps")
    sidebar = page.get_by_test_id("stSidebar")
    expect(sidebar).to_contain_text("cat:")
    assert "32 by 32" in sidebar.locator("img[alt*='as the network sees it']").get_attribute("alt")


def test_answers_carry_security_headers(server):
    headers = fetched(server).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; ")
    assert "connect-src 'self';" in policy
    assert "unsafe-eval" not in policy
    assert headers["x-content-type-options"] == "nosniff"


def test_what_is_asked_of_another_machine_is_noticed(chromium):
    with pytest.raises(AssertionError, match=r"outside: http://example\.org/"), visit(chromium) as page:
        page.evaluate("fetch('http://example.org/').catch(() => 0)")


def test_a_load_balancer_is_answered(server):
    with urllib.request.urlopen(f"{server}/healthy") as answer:  # noqa: S310, our own server
        assert json.load(answer) == {"status": "ok", "networks": "ready"}


def test_an_error_of_ours_is_a_sentence_with_a_reference_number(chromium, tmp_path):
    """In a copy of the application whose page is broken on purpose."""
    copy = tmp_path / "copy"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".venv", ".git", ".build", ".*_cache", "tests"))
    broken = copy / "pages" / "home" / "page.py"
    broken.write_text(broken.read_text() + '\nraise RuntimeError("the secret of " + __file__)\n')
    with served(tmp_path / "log", cwd=copy) as server, visit(chromium) as page:
        page.goto(server)
        alert = page.get_by_test_id("stMain").get_by_test_id("stAlert")
        expect(alert).to_contain_text("reference")
        reference = alert.inner_text().rstrip(".").split()[-1]
        body = page.inner_text("body")
        assert "secret" not in body
        assert "page.py" not in body
        wait_until(lambda: reference in (tmp_path / "log").read_text(), "the log has the reference")
        assert "the secret of" in (tmp_path / "log").read_text()
