"""A server that is restarted under an open tab: what is lost is said, no click is, and the tab sends it again."""

import pytest
from playwright.sync_api import expect

from tests.browser.harness import free_port, open_view, served, settled
from tests.browser.test_uploads import JPEG, upload

pytestmark = pytest.mark.browser


@pytest.mark.long
def test_a_restarted_server_gets_the_picture_again(chromium, tmp_path):
    port = free_port()
    context = chromium.new_context(viewport={"width": 1280, "height": 720})
    page = context.new_page()
    with served(tmp_path / "first", port=port) as server:
        page.set_default_timeout(90_000)
        open_view(page, f"{server}/feature_maps")
        upload(page, "mine.jpg", JPEG)
        page.wait_for_selector('.stage[data-picture="upload 1"]')
        settled(page)
        assert "picture=upload+1" in page.url
        assert page.locator(".sent").is_hidden()
    page.wait_for_selector("[data-testid=stApp]:not([data-test-connection-state=CONNECTED])")
    with served(tmp_path / "second", port=port):
        page.wait_for_selector("[data-testid=stApp][data-test-connection-state=CONNECTED]", timeout=60_000)
        page.wait_for_selector('.stage[data-picture="cat"]', timeout=60_000)
        settled(page)
        main = page.get_by_test_id("stMain")
        expect(main).to_contain_text("somebody's own picture")
        expect(main).to_contain_text("This tab still has the picture you sent")
        assert "upload" not in page.url
        other = page.locator('.strip button:not([disabled]):not([aria-selected="true"])').first
        layer = other.get_attribute("data-name")
        other.click()
        page.wait_for_selector(f'.stage[data-drawn="{layer}"]')
        settled(page)
        page.get_by_role("button", name="Send my picture again").click()
        page.wait_for_selector('.stage[data-picture="upload 1"][data-drawn]')
        settled(page)
        assert "picture=upload+1" in page.url
        expect(main).not_to_contain_text("somebody's own picture")
        assert page.locator(".sent").is_hidden()
        assert page.get_by_test_id("stException").count() == 0
    context.close()
    assert "Traceback" not in (tmp_path / "second").read_text()


def test_a_link_to_anothers_picture_offers_nothing(page, server):
    open_view(page, f"{server}/feature_maps?picture=upload+1")
    expect(page.get_by_test_id("stMain")).to_contain_text("somebody's own picture")
    assert page.locator(".sent").is_hidden()
    assert "upload" not in page.url
