"""A served application and a real Chromium. Waiting is on the application's own state, never on a clock."""

import contextlib
import functools
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PROGRAMS = ("chromium-headless-shell", "chromium", "google-chrome")
CHROMIUM = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, PROGRAMS)), None)
ARGUMENTS = [
    *("--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"),
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # only this machine can be reached
]
WINDOW = {"viewport": {"width": 1280, "height": 720}, "accept_downloads": True}
OURS = re.compile(r"((http|ws)://127\.0\.0\.1[:/]|data:|blob:)")
# On a deep link Streamlit's front end first asks below the page's own address, and then finds the server at the root.
PROBING = re.compile(r"/\w+/_stcore/(health|host-config)$")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def served(log, script="app.py", cwd=ROOT, options=(), port=None, **environment):
    """Runs `script` until the end of the block, on a free port if none is given; yields its address."""
    address = f"http://127.0.0.1:{(port := port or free_port())}"
    command = [sys.executable, "-m", "streamlit", "run", str(script), f"--server.port={port}", "--server.headless=true"]
    base = next((word.partition("=")[2] for word in options if word.startswith("--server.baseUrlPath=")), "")
    with log.open("w") as output:
        process = subprocess.Popen(
            [*command, "--server.address=127.0.0.1", *options],
            cwd=cwd,
            env={**os.environ, **environment},
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
        try:
            wait_until(lambda: answers(f"{address}/{base}/_stcore/health".replace("//_", "/_")), "the server answers")
            yield address
        finally:
            process.terminate()
            process.wait(20)


def answers(address):
    try:
        with urllib.request.urlopen(address, timeout=2) as answer:  # noqa: S310, our own server
            return answer.status == 200
    except OSError:
        return False


def wait_until(holds, what, seconds=60):
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, f"waited {seconds} s until {what}"
        time.sleep(0.02)


@contextlib.contextmanager
def visit(chromium, **options):
    """A page of a new visitor, who has nothing from before."""
    context = chromium.new_context(**{**WINDOW, **options})
    try:
        with watched(context) as page:
            yield page
    finally:
        context.close()


@contextlib.contextmanager
def watched(context):
    """A new page that notes what must not happen: errors, traces, and requests to other hosts."""
    page, problems = context.new_page(), []
    note = functools.partial(note_address, problems=problems)
    page.on("pageerror", lambda error: problems.append(f"error: {error}"))
    page.on("console", lambda message: note_console(message, problems))
    page.on("websocket", note)
    context.on("request", note)
    try:
        yield page
        assert page.get_by_test_id("stException").count() == 0, page.get_by_test_id("stException").all_inner_texts()
        assert "Traceback" not in page.inner_text("body")
        assert not problems, problems
    finally:
        context.remove_listener("request", note)
        page.close()


def note_console(message, problems):
    if message.type == "error" and not PROBING.search(message.location.get("url", "")):
        problems.append(f"console: {message.text}")


def note_address(asked, problems):
    """Notes what goes to another machine. Routes would do the same, but keep the browser from keeping any file."""
    if not OURS.match(asked.url):
        problems.append(f"outside: {asked.url}")


def settled(page):
    """Waits until the application has finished what it was asked."""
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")


def choose(page, name, option):
    """Chooses from a list by the names of both. One that is drawn anew while it is open closes, and is opened again.

    If the browser draws the options anew between press and release, the click falls between them: the list stays open
    with nothing chosen, and is clicked again. What was chosen closes it, and is never chosen twice.
    """
    box, wanted = page.get_by_role("combobox", name=name), page.get_by_role("option", name=option, exact=True)

    def opened():
        if not wanted.is_visible():
            box.click()
            page.wait_for_timeout(300)
        return wanted.is_visible()

    def chosen():
        wanted.click()
        for _ in range(20):
            if not wanted.is_visible():
                return True
            page.wait_for_timeout(50)
        return False

    wait_until(opened, f"the list {name} is open")
    wait_until(chosen, f"{option} is chosen from {name}")


def open_view(page, address):
    """Opens an address and waits for the stage to be drawn."""
    page.goto(address)
    page.wait_for_selector(".stage[data-drawn]")
    settled(page)


def drawn_layer(page, name):
    """Waits until the stage shows the layer."""
    page.wait_for_selector(f'.stage[data-drawn="{name}"]')


def readout(page):
    return page.locator(".stage .readout").inner_text()
