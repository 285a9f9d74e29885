"""One's own network in a real browser: dropped, understood, shown; and what is said of a pickle."""

import io
import re

import pytest
import torch
from playwright.sync_api import expect

from models.nets.own.file import examples
from tests.browser.harness import settled, visit

pytestmark = pytest.mark.browser


def dropped(page, server, name, data):
    page.goto(f"{server}/networks?part=own")
    main = page.get_by_test_id("stMain")
    expect(main.locator("h1")).to_contain_text("my own network", timeout=30_000)
    settled(page)
    file = {"name": name, "mimeType": "application/octet-stream", "buffer": data}
    main.locator("[data-testid=stFileUploader] input[type=file]").first.set_input_files(file)
    return main


def test_a_file_becomes_maps(page, server):
    main = dropped(page, server, "mine <b>.safetensors", examples.example("three"))
    expect(main).to_contain_text("It is cifar10", timeout=30_000)
    expect(main).to_contain_text("mine b.safetensors")
    main.get_by_label("Class names, one per line").fill("cat\ndog\nship")
    main.get_by_label("Class names, one per line").press("Control+Enter")
    settled(page)
    main.get_by_role("button", name="Show this network").click()
    expect(main).to_contain_text("Every page now looks into it", timeout=30_000)
    expect(page).to_have_url(re.compile(r"network=own\+1"))
    settled(page)
    main.get_by_role("link", name="Feature maps").click()
    page.wait_for_selector('.stage[data-drawn="stage1.conv1"]', timeout=30_000)
    settled(page)
    expect(page.get_by_test_id("stSidebar")).to_contain_text(re.compile(r"(cat|dog|ship): \d+\.\d %"))
    expect(main).to_contain_text("as cifar10, 3 classes")


def test_a_pickle_is_answered_with_two_lines(page, server):
    file = io.BytesIO()
    torch.save({"a": torch.ones(2)}, file)
    main = dropped(page, server, "mine.pt", file.getvalue())
    expect(main).to_contain_text("This file is a pickle", timeout=30_000)
    expect(main).to_contain_text('torch.load("mine.pt"')
    settled(page)


def test_the_network_is_nobody_elses(page, server, chromium):
    main = dropped(page, server, "mine.safetensors", examples.example("whole"))
    expect(main).to_contain_text("It is cifar10", timeout=30_000)
    main.get_by_role("button", name="Show this network").click()
    expect(main).to_contain_text("Every page now looks into it", timeout=30_000)
    settled(page)
    with visit(chromium) as stranger:
        stranger.goto(page.url)
        expect(stranger.get_by_test_id("stMain").locator("h1")).to_be_visible(timeout=30_000)
        settled(stranger)
        expect(stranger.get_by_test_id("stMain")).not_to_contain_text("Your networks of this visit")
        expect(stranger.get_by_test_id("stSidebar")).not_to_contain_text("own 1")
