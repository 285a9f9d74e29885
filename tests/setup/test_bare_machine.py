"""How `make` comes to what a bare machine lacks, a Chromium above all: on the path lies only what a test puts there."""

import shutil

import pytest

from tests.setup.workshop import Project

NEEDED = ("cat", "chmod", "env", "grep", "touch", "uname")
NONE = "No Chromium was found that starts, or could be installed; set CHROMIUM=…"
FINE = "exit 0"

# In place of Playwright's library: a program of the test's own folder starts if it ends well.
LIBRARY = """
import contextlib, subprocess, types
def launch(executable_path, timeout):
    assert executable_path.startswith({folder!r}) and 0 < timeout <= 60_000
    subprocess.run([executable_path], check=True, stdout=subprocess.DEVNULL)
    return types.SimpleNamespace(close=lambda: None)
@contextlib.contextmanager
def sync_playwright():
    yield types.SimpleNamespace(chromium=types.SimpleNamespace(executable_path={own!r}, launch=launch))
"""

# Notes what it is asked for, without options, and does what the test says of that; of anything else it knows nothing.
INSTALLER = """
while case "$1" in --version) {starts};; -*) true;; *) false;; esac; do shift; done
echo "{name} $*" >> {folder}/asked
case "$*" in
{cases}
*) exit 100;;
esac
"""


class Machine(Project):
    """Everything is installed but a Chromium; what the installers bring, each test says."""

    def __init__(self, folder):
        super().__init__(folder, requirements="")
        self.environment["PATH"] = str(self.bin)
        for name in NEEDED:
            (self.bin / name).symlink_to(shutil.which(name))
        self.program("id", "echo 0")
        library = self.packages / "playwright" / "sync_api.py"
        library.parent.mkdir()
        library.write_text(LIBRARY.format(folder=str(folder), own=str(self.bin / "playwrights")))
        self.installer("playwright", {})
        for name in ("installed", "installed-dev"):
            (folder / ".venv" / name).touch()

    def installer(self, name, brings, starts=FINE):
        cases = "\n".join(f"'{asked}') {lines};;" for asked, lines in brings.items())
        path = self.program(name, INSTALLER.format(name=name, folder=self.folder, cases=cases, starts=starts))
        if name == "playwright":
            path.rename(self.folder / ".venv" / "bin" / name)

    def laid(self, program, ends=0):
        """Shell lines that lay a program into the path, which ends like that."""
        path = self.bin / program
        return f"printf '#!/bin/sh\\nexit {ends}\\n' > {path}; chmod +x {path}"

    def asked(self):
        noted = self.folder / "asked"
        return noted.read_text().splitlines() if noted.exists() else []

    def chromium(self, *arguments):
        """The name of the program that make settles on; None if it gives up, with one sentence."""
        done = self.make(".venv/chromium", *arguments)
        if done.returncode:
            assert done.stdout.strip() == NONE
            return None
        return (self.folder / ".venv" / "chromium").read_text().strip().removeprefix(f"{self.bin}/")


@pytest.fixture
def machine(tmp_path):
    return Machine(tmp_path / "project")


def test_playwright_brings_its_own(machine):
    machine.installer("playwright", {"install chromium": machine.laid("playwrights")})
    assert machine.chromium() == "playwrights"
    assert machine.asked() == ["playwright install chromium"]


@pytest.mark.parametrize("package", ["chromium-headless-shell", "chromium"])
@pytest.mark.parametrize("update", ["exit 0", "exit 100"])
def test_where_playwrights_does_not_start_debians_is_installed(machine, package, update):
    """Also when the lists of packages could not all be renewed: one of them may be somebody else's."""
    machine.installer("playwright", {"install chromium": machine.laid("playwrights", ends=127)})
    machine.installer("apt-get", {"update": update, f"install {package} fonts-liberation": machine.laid(package)})
    assert machine.chromium() == package
    asked = [
        "playwright install chromium",
        "apt-get update",
        "apt-get install chromium-headless-shell fonts-liberation",
    ]
    assert machine.asked() == asked + ["apt-get install chromium fonts-liberation"] * (package == "chromium")


def test_where_there_is_no_such_package_playwrights_gets_the_libraries_it_lacks(machine):
    first = f"[ -e {machine.bin}/playwrights ] || {{ {machine.laid('playwrights', ends=127)}; }}"
    machine.installer("playwright", {"install chromium": first, "install-deps chromium": machine.laid("playwrights")})
    machine.installer("apt-get", {"update": FINE})
    assert machine.chromium() == "playwrights"
    assert machine.asked()[-2:] == ["playwright install-deps chromium", "playwright install chromium"]


def test_playwright_itself_gets_the_library_it_lacks(machine):
    library = machine.folder / "library"
    machine.installer("playwright", {}, starts=f"cat {library}; exit")
    machine.installer("apt-get", {"update": FINE, "install libatomic1": f"touch {library}"})
    machine.program("chromium", FINE)
    assert machine.chromium() == "chromium"
    assert library.exists()
    assert machine.chromium("CHROMIUM=chromium") == "chromium"
    assert machine.asked() == ["apt-get update", "apt-get install libatomic1"]


@pytest.mark.parametrize("apt", [True, False])
@pytest.mark.parametrize("starts", [FINE, "exit 127"])
def test_where_nothing_can_be_had_one_sentence_says_so(machine, apt, starts):
    machine.installer("playwright", {}, starts=starts)
    if apt:
        machine.installer("apt-get", {})
    assert machine.chromium() is None
    assert not (machine.folder / ".venv" / "chromium").exists()


def test_one_that_is_there_but_does_not_start_is_passed_over(machine):
    """As Ubuntu's `chromium-browser`, which only says what else to install."""
    machine.program("chromium-browser", "echo 'install something else'; exit 1")
    machine.program("google-chrome", FINE)
    assert machine.chromium() == "google-chrome"
    assert not machine.asked()


def test_one_without_windows_is_preferred(machine):
    machine.program("chromium", FINE)
    machine.program("chromium-headless-shell", FINE)
    assert machine.chromium() == "chromium-headless-shell"


def test_the_one_that_is_named_is_taken_or_nothing(machine):
    machine.program("chromium", FINE)
    machine.program("mine", FINE)
    assert machine.chromium() == "chromium"
    assert machine.chromium("CHROMIUM=mine") == "mine"
    assert machine.chromium(f"CHROMIUM={machine.program('broken', 'exit 1')}") is None
    assert machine.chromium("CHROMIUM=missing") is None
    assert not machine.asked()


def test_one_that_has_gone_is_replaced(machine):
    first = machine.program("chromium-headless-shell", FINE)
    machine.program("google-chrome", FINE)
    assert machine.chromium() == "chromium-headless-shell"
    first.unlink()
    assert machine.chromium() == "google-chrome"


def test_who_is_not_root_installs_through_sudo(machine):
    machine.program("id", "echo 1000")
    machine.program("sudo", f'echo "sudo" >> {machine.folder}/asked; exec "$@"')
    machine.installer(
        "apt-get",
        {"update": FINE, "install chromium-headless-shell fonts-liberation": machine.laid("chromium-headless-shell")},
    )
    assert machine.chromium() == "chromium-headless-shell"
    assert machine.asked()[1:3] == ["sudo", "apt-get update"]


def test_pythons_venv_is_installed_for_the_python_that_is_used(machine):
    """Debian keeps it apart; one for another Python would not help."""
    python = machine.folder / ".venv" / "bin" / "python"
    python.unlink()
    cases = "*ensurepip*) exit 1;; *print*) echo python3.13-venv;; -m*) touch .venv/bin/python;;"
    machine.program("python3", f'case "$*" in {cases} esac')
    machine.installer("apt-get", {"update": "exit 100", "install python3.13-venv": FINE})
    assert machine.make(".venv/bin/python").returncode == 0
    assert machine.asked() == ["apt-get update", "apt-get install python3.13-venv"]
    assert python.exists()
