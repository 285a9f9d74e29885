"""Do the settings of the file hold however the server is started, and do those of whoever runs it hold above them?"""

import subprocess
import sys
import tomllib
from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit import config
from streamlit.runtime.app_session import AppSession

from pages.shell import settings

ROOT = Path(__file__).parent.parent.parent
ASK = """
import sys; sys.path.insert(0, {root!r})
import app
from streamlit import config
from streamlit.runtime.app_session import AppSession
for key in ("runner.postScriptGC", "client.showErrorDetails", "browser.gatherUsageStats", "server.maxUploadSize",
            "client.allowedOrigins", "server.disconnectedSessionTTL", "server.fileWatcherType"):
    print(key, config.get_option(key))
"""
EXPECTED = {
    "runner.postScriptGC": "False",
    "client.showErrorDetails": "none",
    "browser.gatherUsageStats": "False",
    "server.maxUploadSize": "120",
    "client.allowedOrigins": "[]",
    "server.disconnectedSessionTTL": "900",
    "server.fileWatcherType": "none",
}


def in_effect(folder):
    """What holds in a process that is started in that folder and imports the application, as any ASGI server does."""
    command = [sys.executable, "-c", ASK.format(root=str(ROOT))]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return dict(line.split(" ", 1) for line in done.stdout.splitlines())


def test_they_hold_in_the_folder_and_elsewhere(tmp_path):
    assert in_effect(ROOT) == EXPECTED
    assert in_effect(tmp_path) == EXPECTED


def test_whoever_runs_the_server_may_set_them_otherwise(tmp_path):
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / ".streamlit" / "config.toml").write_text("[server]\ndisconnectedSessionTTL = 60\n")
    assert in_effect(tmp_path) == EXPECTED | {"server.disconnectedSessionTTL": "60"}


def test_a_visit_that_comes_back_watches_no_files_either():
    settings.hold()
    visit = SimpleNamespace(_local_sources_watcher=None)
    AppSession.register_file_watchers(visit)
    assert visit._local_sources_watcher is None


def test_every_option_of_the_file_is_one_of_streamlits():
    assert dict(settings.options({"a": {"b": 1, "c": {"d": [2]}}})) == {"a.b": 1, "a.c.d": [2]}
    for key, _ in settings.options(tomllib.loads(settings.FILE.read_text(encoding="utf-8"))):
        assert config.get_where_defined(key), key


@pytest.mark.parametrize(
    ("base", "paths"), [("", ("",)), ("demo", ("", "/demo")), ("/a/b/", ("", "/a/b")), (None, ("",))]
)
def test_our_own_routes_are_there_with_and_without_the_base_path(monkeypatch, base, paths):
    monkeypatch.setattr(settings.config, "get_option", lambda _: base)
    assert settings.base_paths() == paths
