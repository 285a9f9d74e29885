"""Where `make` takes torch and torchvision from: indexes in folders, sockets that never answer, made-up cards."""

import contextlib
import socket
import threading
import time
from pathlib import Path

import pytest

from tests.setup.workshop import Project, index, pair, wheel

pytestmark = pytest.mark.long

CPU = ["2.14.0+cpu", "0.29.0+cpu"]
USUAL = ["2.14.1", "0.29.1"]
USUALLY = "torch and torchvision: from where pip usually looks"


@pytest.fixture
def project(tmp_path):
    """A project whose pip usually finds builds that no index of builds without a card has."""
    project = Project(tmp_path / "project")
    pair(tmp_path / "usual", *USUAL)
    project.environment["PIP_INDEX_URL"] = index(tmp_path / "usual")
    return project


@pytest.fixture
def cpu(tmp_path):
    pair(tmp_path / "cpu", *CPU)
    return index(tmp_path / "cpu")


def installed(project, address, patience=60, **environment):
    """What set-up says of it; with patience, since a machine under load needs more time than the asking itself."""
    done = project.make(".venv/installed", f"TORCH_INDEX={address}", f"PATIENCE={patience}", **environment)
    assert done.returncode == 0, done.stdout + done.stderr
    assert not done.stderr
    return done.stdout.splitlines()[0]


def test_an_index_that_has_both_gives_both_and_is_named(project, cpu):
    assert installed(project, cpu) == f"torch and torchvision: from {cpu}"
    assert project.versions() == CPU


@pytest.mark.parametrize("name", ["torch", "torchvision"])
def test_an_index_that_has_only_one_gives_neither(project, tmp_path, name):
    wheel(tmp_path / "half", name, {"torch": CPU[0], "torchvision": CPU[1]}[name])
    address = index(tmp_path / "half")
    assert installed(project, address) == f"{USUALLY} (nothing usable at {address})"
    assert project.versions() == USUAL


def test_an_index_of_versions_that_are_too_old_gives_neither(project, tmp_path):
    pair(tmp_path / "old", "2.12.0+cpu", "0.27.0+cpu")
    assert installed(project, index(tmp_path / "old")).startswith(USUALLY)
    assert project.versions() == USUAL


def test_what_cannot_be_imported_is_replaced_both_together(project, tmp_path):
    wheel(tmp_path / "broken", "torch", CPU[0])
    wheel(tmp_path / "broken", "torchvision", CPU[1], code="raise RuntimeError")
    assert installed(project, index(tmp_path / "broken")).startswith(USUALLY)
    assert project.versions() == USUAL


def test_an_empty_index_is_not_asked(project):
    assert installed(project, "") == USUALLY
    assert project.versions() == USUAL


def test_of_pips_settings_other_places_do_not_mix_in_and_a_constraint_holds(project, tmp_path):
    pair(tmp_path / "cpu", *CPU)
    pair(tmp_path / "cpu", "2.14.2+cpu", "0.29.2+cpu")
    pair(tmp_path / "newer", *USUAL)
    wheel(tmp_path / "links", "torchvision", "0.30.0")
    wheel(tmp_path / "links", "torch", "2.14.1+cpu")
    (tmp_path / "constraints").write_text("torch<=2.14.1\n")
    places = f"extra-index-url = {index(tmp_path / 'newer')}\nfind-links = {tmp_path / 'links'}\n"
    settings = tmp_path / "pip.conf"
    settings.write_text(f"[global]\n{places}constraint = {tmp_path / 'constraints'}\n")
    address = index(tmp_path / "cpu")
    assert installed(project, address, PIP_CONFIG_FILE=str(settings)).endswith(address)
    assert project.versions() == CPU


def test_what_is_there_stays_and_nobody_is_asked(project, tmp_path):
    pair(tmp_path, *CPU)
    project.unpack(*tmp_path.glob("*.whl"))
    with silent() as address:
        assert installed(project, address, PIP_INDEX_URL=address) == "torch and torchvision: there already"
    assert project.versions() == CPU


def test_what_an_interrupted_run_left_is_not_mixed_with_another_build(project, cpu, tmp_path):
    wheel(tmp_path, "torch", "2.14.0")
    project.unpack(tmp_path / "torch-2.14.0-py3-none-any.whl")
    assert installed(project, cpu).endswith(cpu)
    assert project.versions() == CPU


@contextlib.contextmanager
def refusing():
    """The address of a port at which nobody listens."""
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    yield f"http://127.0.0.1:{port}/simple"


@contextlib.contextmanager
def silent():
    """The address of one that takes every call and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/simple"


@contextlib.contextmanager
def dribbling():
    """The address of one that says a letter now and then, so that no single wait is a long one."""
    over = threading.Event()

    def answer(listening):
        callers = []
        while not over.is_set():
            with contextlib.suppress(TimeoutError):
                callers.append(listening.accept()[0])
            for caller in callers:
                with contextlib.suppress(OSError):
                    caller.send(b"H")
        for caller in callers:
            caller.close()

    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.2)
        thread = threading.Thread(target=answer, args=(listening,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}/simple"
        finally:
            over.set()
            thread.join()


@pytest.mark.parametrize("place", [refusing, silent, dribbling])
def test_an_index_that_cannot_be_reached_is_given_up_in_time(project, place):
    """What is left of the time goes to the installing itself, which a machine under load may draw out."""
    with place() as address:
        started = time.monotonic()
        said = installed(project, address, patience=1)
        took = time.monotonic() - started
    assert said == f"{USUALLY} (nothing usable at {address})"
    assert project.versions() == USUAL
    assert took < 40


def test_the_patience_is_a_few_seconds(project):
    assert 1 <= int(variable(project, "PATIENCE")) <= 10


def variable(project, name):
    (project.folder / "shown.mk").write_text(f"include Makefile\nshown:\n\t@echo '$({name})'\n")
    return project.make("-f", "shown.mk", "shown").stdout.strip()


@pytest.mark.skipif(Path("/proc/driver/nvidia").exists(), reason="this machine has a card")
@pytest.mark.parametrize(
    ("system", "card", "asked"),
    [("Linux", False, "https://download.pytorch.org/whl/cpu"), ("Linux", True, ""), ("Darwin", False, "")],
)
def test_only_linux_without_a_card_asks_pytorchs_index(project, system, card, asked):
    project.program("uname", f"echo {system}")
    project.program("nvidia-smi", f"exit {0 if card else 9}")
    assert variable(project, "TORCH_INDEX") == asked


def test_with_a_card_both_come_from_where_pip_usually_looks(project):
    project.program("nvidia-smi", "exit 0")
    done = project.make(".venv/installed")
    assert done.stdout.splitlines()[0] == USUALLY
    assert project.versions() == USUAL
