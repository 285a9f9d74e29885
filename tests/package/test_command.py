"""What the command hands on to Streamlit, and what it refuses in a sentence."""

import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from streamlit.web import cli

from convoscope.command import main

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def handed_on(monkeypatch):
    """The words that Streamlit's own command is given."""
    told = []
    monkeypatch.setattr(cli, "main", lambda arguments, prog_name: told.append((prog_name, *arguments)))
    monkeypatch.delenv("CONVOSCOPE_NETWORK", raising=False)
    return told


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        ([], ()),
        (["--port", "8600"], ("--server.port=8600",)),
        (["--port=1"], ("--server.port=1",)),
        (["--server.headless=true", "--port", "65535"], ("--server.port=65535", "--server.headless=true")),
        (["--server.address", "127.0.0.1"], ("--server.address", "127.0.0.1")),
    ],
)
def test_streamlit_is_told_what_to_serve_and_how(handed_on, arguments, options):
    main(arguments)
    assert handed_on == [("streamlit", "run", str(ROOT / "app.py"), *options)]
    assert "CONVOSCOPE_NETWORK" not in os.environ


def test_a_network_is_named_by_the_environment(handed_on, monkeypatch):
    monkeypatch.setenv("CONVOSCOPE_NETWORK", "another:one")
    main(["--network", "mine:build"])
    assert os.environ["CONVOSCOPE_NETWORK"] == "mine:build"
    monkeypatch.setenv("CONVOSCOPE_NETWORK", "another:one")
    main([])
    assert os.environ["CONVOSCOPE_NETWORK"] == "another:one"
    assert len(handed_on) == 2


@pytest.mark.parametrize("port", ["0", "65536", "-1", "eighty", "8e3", "80.5", "", "８０００", "9" * 5000])
def test_what_is_no_port_is_refused_in_a_sentence(handed_on, capsys, port):
    with pytest.raises(SystemExit) as ended:
        main([f"--port={port}"])
    said = capsys.readouterr().err
    assert ended.value.code == 2
    assert "is no port: it must be a whole number from 1 to 65535" in said
    assert "Traceback" not in said
    assert not handed_on


def test_the_module_is_the_command(handed_on, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["convoscope", "--port", "8600"])
    runpy.run_module("convoscope", run_name="__main__")
    assert handed_on[0][-1] == "--server.port=8600"


def test_help_waits_for_nothing():
    code = "import sys, convoscope.command as c\ntry: c.main(['--help'])\nfinally: print('streamlit' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "--network MODULE:FUNCTION" in done.stdout
    assert done.stdout.endswith("False\n")


def test_an_option_that_streamlit_does_not_know_is_refused_in_a_sentence():
    command = [sys.executable, "-m", "convoscope", "--nonsense"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Error: No such option '--nonsense'" in done.stderr
    assert "Traceback" not in done.stderr
