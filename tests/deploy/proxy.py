"""nginx before two replicas, as `deploy/nginx.conf` has it; only the ports are others."""

import contextlib
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.browser.harness import answers, free_port, served, wait_until

ROOT = Path(__file__).parent.parent.parent
FILE = ROOT / "deploy" / "nginx.conf"
NGINX = os.environ.get("NGINX") or shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
ABSENT = "not run on this machine, which has no nginx: `make test-all` gets Debian's"
PORTS = (8501, 8502)


def configured(ports, port):
    """The file, for replicas at these ports and an nginx at that one."""
    text = FILE.read_text(encoding="utf-8").replace("listen 8080;", f"listen 127.0.0.1:{port};")
    for told, port_there in zip(PORTS, ports, strict=True):
        text = re.sub(rf":{told}\b", f":{port_there}", text)
    return text


@contextlib.contextmanager
def proxied(ports):
    """An nginx before what listens at these ports; its address."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _running(Path(folder), ports, free_port())


def _running(place, ports, port):
    place.chmod(0o755)  # started by root, nginx works as somebody else
    file = place / "nginx.conf"
    file.write_text(configured(ports, port))
    command = [NGINX, "-p", f"{place}/", "-e", "error.log", "-c", str(file), "-g", "daemon off;"]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        wait_until(lambda: process.poll() is not None or answers(f"http://127.0.0.1:{port}/healthy"), "nginx answers")
        assert process.poll() is None, (place / "error.log").read_text()
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)


@contextlib.contextmanager
def replicated(folder):
    """Two replicas of the application behind nginx: its address, theirs, and for each what ends it."""
    with contextlib.ExitStack() as stack:
        each = [stack.enter_context(contextlib.ExitStack()) for _ in PORTS]
        there = [
            replica.enter_context(served(folder / f"log-{number}", CONVOSCOPE_PROXIES="127.0.0.1"))
            for number, replica in enumerate(each)
        ]
        ports = [int(address.rsplit(":", 1)[1]) for address in there]
        yield stack.enter_context(proxied(ports)), there, [replica.close for replica in each]
