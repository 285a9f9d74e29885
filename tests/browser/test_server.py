"""What a public server answers, over real sockets and in a real Chromium: under its own name, and behind a proxy."""

import http.client
import json
import time
from contextlib import suppress
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect
from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.exceptions import ConnectionClosed, InvalidStatus

from pages.shell.routes import ROUTES
from tests.browser.harness import ARGUMENTS, CHROMIUM, ROOT, note_console, served, settled
from tests.load.visitor import closed_with, put, visiting

NAME = "lectures.test"
BASE = "demo/x"


def ask(server, path, method="GET", body=None, **headers):
    """Status, headers and text of an answer, as it comes: no redirection is followed."""
    parts = urlsplit(server)
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=60)
    connection.request(
        method, path, body=body, headers={name.replace("_", "-"): said for name, said in headers.items()}
    )
    answer = connection.getresponse()
    return answer.status, dict(answer.getheaders()), answer.read().decode("utf-8", "replace")


def test_no_route_gives_inside_knowledge_away(server):
    for path in ("/_stcore/metrics", "/_stcore/metrics?families=active_sessions", "/_stcore/agent/openapi.json"):
        assert ask(server, path)[0] == 404
    assert json.loads(ask(server, "/_stcore/host-config")[2])["allowedOrigins"] == []
    assert ask(server, "/_stcore/health")[2] == "ok"
    assert json.loads(ask(server, "/healthy")[2])["status"] == "ok"


@pytest.mark.parametrize(
    "path", ["/media/none.png", "/static/none.js", "/_stcore/bidi-components/none/x.js", "/%2e%2e/x"]
)
def test_no_answer_names_a_folder_of_the_server(server, path):
    assert str(ROOT) not in ask(server, path)[2]


def test_whoever_asks_under_another_name_is_not_led_there(server):
    for path, leads in (("/home", "./"), ("/home?k=1&b=%2F", "./?k=1&b=%2F"), ("/convolution/", "/convolution")):
        status, headers, _ = ask(server, path, Host="evil.test", X_Forwarded_Host="evil.test")
        assert (status // 100, headers["location"]) == (3, leads)


def test_a_stranger_can_neither_empty_the_caches_nor_look_into_the_repository(server):
    with visiting(server) as visitor:
        visitor.look()
        began = visitor.messages[0]
        assert began.new_session.main_script_path == "frame.py"
        assert not any(str(ROOT).encode() in message.SerializeToString() for message in visitor.messages)
        visitor.send(BackMsg(load_git_info=True))
        visitor.send(BackMsg(clear_cache=True))
        visitor.answers()
        assert "git_info_changed" not in {message.WhichOneof("type") for message in visitor.messages}


def test_one_visitor_does_not_hold_up_another(server):
    """The quick version: floods of thousands are tried in tests/load."""
    with visiting(server) as patient, visiting(server) as flooding:
        patient.look()
        flooding.look()
        for _ in range(300):
            flooding.rerun("convolution")
        waits = [patient.answers() for _ in range(10)]
    assert max(waits) < 2, waits


def test_a_flood_is_cut_off_and_what_is_no_message_too(server):
    with visiting(server) as flooding:
        with suppress(ConnectionClosed):  # it may be cut off while there is more to send
            for _ in range(1_000):
                flooding.rerun()
        assert closed_with(flooding)[0] == 1008
    for nonsense in ("words", b"\xff\xff\xff"):
        with visiting(server) as visitor:
            visitor.socket.send(nonsense)
            assert closed_with(visitor)[0] == 1003


@pytest.mark.clock
def test_a_page_of_another_site_gets_no_socket(server):
    began = time.monotonic()
    for _ in range(5):
        with pytest.raises(InvalidStatus), visiting(server, origin="http://evil.test"):
            pass
    assert time.monotonic() - began < 4, "nobody outside was asked who we are"


def test_uploads_are_refused_in_words_and_end_with_their_visit(server):
    status, text = put(server, "nobody", b"x" * 5_000_000)
    assert (status, text.partition(".")[0]) == (400, "This page is no longer connected to the server")
    with visiting(server) as visitor:
        visitor.look()
        assert put(server, visitor.session, b"x" * 1_000_000) == (204, "")
        status, text = put(server, visitor.session, b"x" * 130_000_000)
        assert (status, text) == (413, "A file may have 120 MB at most.")
    assert put(server, visitor.session, b"x")[0] == 400


def test_a_visitor_whose_line_drops_comes_back_to_the_same_visit(server):
    with visiting(server) as visitor:
        visitor.look()
        visitor.socket.socket.shutdown(2)  # no word of farewell
    with visiting(server, session=visitor.session) as again:
        again.look()
        assert again.session == visitor.session


@pytest.fixture(scope="module")
def proxied(tmp_path_factory):
    """A server with a base path, started in another folder; its address as this machine knows it."""
    folder = tmp_path_factory.mktemp("elsewhere")
    environment = {"STREAMLIT_SERVER_MAX_UPLOAD_SIZE": "33", "CONVOSCOPE_MOST_UPLOADS_MB": "1"}
    with served(folder / "log", ROOT / "app.py", folder, [f"--server.baseUrlPath={BASE}"], **environment) as address:
        yield address
    assert "Traceback" not in (folder / "log").read_text()


def test_settings_hold_wherever_it_is_started_and_the_environment_above_them(proxied):
    assert json.loads(ask(proxied, f"/{BASE}/_stcore/host-config")[2])["allowedOrigins"] == []
    with visiting(f"{proxied}/{BASE}") as visitor:
        visitor.look()
        assert put(f"{proxied}/{BASE}", visitor.session, b"x" * 40_000_000) == (413, "A file may have 33 MB at most.")


def test_under_a_base_path_the_same_doors_are_closed(proxied):
    for path, status in (("_stcore/metrics", 404), ("component/x/y", 404), ("_stcore/health", 200), ("healthy", 200)):
        assert ask(proxied, f"/{BASE}/{path}")[0] == status, path
    assert ask(proxied, f"/{BASE}/home?k=1", Host="evil.test")[1]["location"] == "./?k=1"
    assert ask(proxied, "/healthy/", Host="evil.test")[1].get("location", "/healthy") == "/healthy"


@pytest.mark.browser
@pytest.mark.long
def test_every_page_works_under_another_name_and_a_base_path(proxied, playwright_of_its_own):
    """The policy allows 'self' alone, and 'self' is whatever the browser calls this server: pages, scripts, sockets."""
    address = proxied.replace("127.0.0.1", NAME) + f"/{BASE}"
    page, problems = playwright_of_its_own
    for route in ROUTES:
        page.goto(f"{address}/{route.topic if route is not ROUTES[0] else 'home?picture=coffee'}")
        page.wait_for_selector("h1", timeout=120_000)
        settled(page)
        assert not problems, problems
    page.goto(f"{address}/home?picture=coffee")
    expect(page).to_have_url(f"{address}/?picture=coffee")


@pytest.fixture
def playwright_of_its_own(chromium):
    """A browser that knows this machine by a name; what its console complains of."""
    rules = [word for word in ARGUMENTS if "host-resolver" not in word]
    rules.append(f"--host-resolver-rules=MAP {NAME} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1")
    browser = chromium.browser_type.launch(executable_path=CHROMIUM, args=rules)
    page, problems = browser.new_page(), []
    # A name without a certificate is one that Chromium doesn't isolate: it says so at each page.
    page.on("console", lambda message: "Opener-Policy" in message.text or note_console(message, problems))
    page.on("pageerror", lambda error: problems.append(f"error: {error}"))
    yield page, problems
    browser.close()


@pytest.mark.browser
def test_a_refused_picture_is_told_on_its_page(chromium, proxied):
    """Streamlit's widget names a number; the page says why."""
    page = chromium.new_page()
    page.goto(f"{proxied}/{BASE}/pooling?picture=coffee")
    page.wait_for_selector("h1")
    settled(page)
    page.get_by_role("tab", name="Upload").click()
    file = {"name": "large.png", "mimeType": "image/png", "buffer": b"x" * 2_000_000}
    page.locator("[data-testid=stSidebar] input[type=file]").first.set_input_files(file)
    told = page.get_by_test_id("stMain").get_by_test_id("stAlert")
    expect(told.filter(has_text="as much as this server can hold")).to_be_visible()
    settled(page)
    assert "picture=coffee" in page.url, "everything is as it was"
    page.close()


@pytest.mark.browser
def test_the_policy_holds_in_a_real_browser(chromium, server):
    """Neither a stranger's socket nor a script of a page's own is allowed."""
    page = chromium.new_page()
    page.goto(server)
    page.wait_for_selector("h1")
    settled(page)
    refused = page.evaluate(
        """async () => {
            const seen = [];
            document.addEventListener("securitypolicyviolation", event => seen.push(event.effectiveDirective));
            try { new WebSocket("ws://127.0.0.1:9/") } catch {}
            try { new WebSocket("ws://other.test/") } catch {}
            const script = document.createElement("script");
            script.textContent = "window.ran = true";
            document.head.append(script);
            await new Promise(done => setTimeout(done, 300));
            return [seen, window.ran ?? false];
        }"""
    )
    page.close()
    assert sorted(set(refused[0])) == ["connect-src", "script-src-elem"]
    assert refused[1] is False
