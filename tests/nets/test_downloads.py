"""Downloads against a real server on this machine that does what servers do wrong; nothing outside is reached."""

import errno
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path

import pytest

from models.nets.entries import Published
from models.nets.weights import downloads
from models.nets.weights import files as download_files
from models.nets.weights import transfer as download_transfer
from models.nets.weights.downloads import Download, Downloads, bring
from models.nets.weights.files import Problem, damage, published_bytes, seems_here, standing
from tests.nets.downloading import (
    CONTENT,
    DIGEST,
    NET,
    Server,
    ask,
    ended,
    nothing_half,
    serving,
    until,
)


@pytest.fixture
def server():
    with serving() as about:
        yield about


def test_a_file_arrives_whole_under_its_name(server, tmp_path):
    folder = tmp_path / "not" / "there" / "yet"
    download = ended(ask(server, folder))
    assert (download.state, download.problem) == ("done", None)
    assert (folder / NET.file).read_bytes() == CONTENT
    assert [path.name for path in folder.iterdir()] == [NET.file]
    assert server.asked == [f"/models/{NET.file}"]
    assert download.received == download.total == len(CONTENT)
    assert standing(NET, folder) == "here"


def test_until_it_is_whole_nothing_stands_under_its_name(server, tmp_path):
    server.gate.clear()
    download = ask(server, tmp_path)
    until(lambda: download.received >= len(CONTENT) // 2)
    assert not (tmp_path / NET.file).exists()
    assert standing(NET, tmp_path) == "missing"
    assert download.state == "running"
    server.gate.set()
    assert ended(download).state == "done"


def test_two_who_ask_at_once_cause_one_download(server, tmp_path):
    server.gate.clear()
    registry = Downloads()
    asked = []
    threads = [
        threading.Thread(target=lambda visit=visit: asked.append(registry.ask(NET, tmp_path, server.address, visit)))
        for visit in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    server.gate.set()
    assert len({id(download) for download in asked}) == 1
    assert ended(asked[0]).state == "done"
    assert len(server.asked) == 1


def test_one_visitor_cancels_and_the_other_still_gets_it(server, tmp_path):
    server.gate.clear()
    registry = Downloads()
    download = registry.ask(NET, tmp_path, server.address, "one")
    registry.ask(NET, tmp_path, server.address, "other")
    registry.cancel(tmp_path / NET.file, "one")
    registry.cancel(tmp_path / NET.file, "a third, who never asked")
    assert download.going
    server.gate.set()
    assert ended(download).state == "done"


def test_a_cancelled_one_leaves_nothing_and_can_be_asked_for_again(server, tmp_path):
    server.gate.clear()
    registry = Downloads()
    first = registry.ask(NET, tmp_path, server.address)
    until(lambda: first.received > 0)
    registry.cancel(tmp_path / NET.file)
    assert first.state == "cancelled"
    server.gate.set()
    assert nothing_half(tmp_path)
    second = registry.ask(NET, tmp_path, server.address)
    assert second is not first
    assert ended(second).state == "done"
    assert first.state == "cancelled"


def test_a_third_waits_its_turn_and_can_be_cancelled_before_it_starts(server, tmp_path):
    server.gate.clear()
    registry = Downloads()
    nets = [Published(f"net{number}-{DIGEST[:8]}.pth", NET.mebibytes, 70.0) for number in range(4)]
    going = [registry.ask(net, tmp_path, server.address) for net in nets]
    assert [download.state for download in going] == ["running", "running", "queued", "queued"]
    registry.cancel(tmp_path / nets[2].file)
    server.gate.set()
    assert [ended(download).state for download in going] == ["done", "done", "cancelled", "done"]
    assert len(server.asked) == 3


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"status": 404}, "http"),
        ({"status": 503}, "http"),
        ({"status": 302, "headers": {"Location": "http://127.0.0.1:1/elsewhere"}}, "redirect"),
        ({"status": 302, "headers": {"Location": "file:///etc/passwd"}}, "redirect"),
        ({"content": CONTENT[:-1] + b"?"}, "hash"),
        ({"content": b"<html>Please sign in to this network</html>"}, "length"),
        ({"content": CONTENT * 2}, "too_large"),
        ({"content": CONTENT * 2, "length": False}, "too_large"),
        ({"content": CONTENT[:1000], "length": False}, "length"),
        ({"stop_at": 100_000}, "broken"),
    ],
    ids=str,
)
def test_what_a_server_does_wrong_is_told_and_leaves_nothing(server, tmp_path, change, code):
    for name, value in change.items():
        setattr(server, name, value)
    download = ended(ask(server, tmp_path))
    assert (download.state, download.problem.code) == ("failed", code)
    assert nothing_half(tmp_path)
    for name, value in vars(Server()).items():
        if name in change:
            setattr(server, name, value)
    assert ended(ask(server, tmp_path)).state == "done"


def test_a_server_that_falls_silent_is_given_up(server, tmp_path):
    server.gate.clear()
    download = ended(ask(server, tmp_path, silence=0.2))
    assert (download.problem.code, download.problem.details) == ("silent", {"seconds": "0.2"})
    server.gate.set()
    assert nothing_half(tmp_path)


def test_a_server_that_never_answers_is_given_up(tmp_path):
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen()
        download = Downloads().ask(NET, tmp_path, f"http://127.0.0.1:{deaf.getsockname()[1]}", silence=0.2)
        assert ended(download).problem.code == "silent"
        assert nothing_half(tmp_path)


@pytest.mark.parametrize("base", ["http://127.0.0.1:1/", "http://no.such.host.invalid/", "file:///etc/", "nonsense"])
def test_without_internet_it_says_so(base, tmp_path):
    download = ended(Downloads().ask(NET, tmp_path, base))
    assert download.problem.code == "offline"
    assert download.problem.details["reason"]
    assert nothing_half(tmp_path)


def test_a_full_disk_is_told_before_the_first_byte_and_in_the_middle(server, tmp_path, monkeypatch):
    full = shutil.disk_usage(tmp_path)._replace(free=1000)
    with monkeypatch.context() as patch:
        patch.setattr(download_transfer.shutil, "disk_usage", lambda _: full)
        assert ended(ask(server, tmp_path)).problem.code == "disk_full"

    def refused(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Download, "add", refused)
        assert ended(ask(server, tmp_path)).problem.code == "disk_full"
    assert nothing_half(tmp_path)


def test_a_folder_that_is_none_is_told(server, tmp_path):
    (tmp_path / "file").write_text("I am no folder")
    assert ended(ask(server, tmp_path / "file" / "checkpoints")).problem.code == "folder"


def test_a_mistake_of_ours_ends_the_download_too(server, tmp_path, monkeypatch):
    monkeypatch.setattr(downloads, "fetch", lambda *_: 1 / 0)
    registry = Downloads(1)
    first = ended(registry.ask(NET, tmp_path, server.address))
    assert (first.problem.code, first.problem.details) == ("unexpected", {"reason": "ZeroDivisionError"})
    monkeypatch.undo()
    assert ended(registry.ask(NET, tmp_path, server.address)).state == "done"


def test_only_secure_redirects_are_followed():
    redirects = download_transfer.SecureRedirects()
    asked = urllib.request.Request("https://somewhere.invalid/net.pth")
    followed = redirects.redirect_request(asked, None, 302, "Found", {}, "https://mirror.invalid/net.pth")
    assert followed.full_url == "https://mirror.invalid/net.pth"
    with pytest.raises(Problem, match="redirect"):
        redirects.redirect_request(asked, None, 302, "Found", {}, "http://mirror.invalid/net.pth")


def test_the_rate_is_that_of_the_last_seconds():
    now = [0.0]
    download = Download(Published(NET.file, 100.0, 70.0), clock=lambda: now[0])
    assert download.rate is None
    assert download.seconds_left is None
    for second, count in enumerate([50, 10, 10, 10, 10, 10, 10, 10], 1):
        now[0] = float(second)
        download.add(count * 2**20)
    assert download.rate == pytest.approx(10 * 2**20)
    download.total = 130 * 2**20
    assert download.seconds_left == pytest.approx(1.0)


def test_a_damaged_file_is_removed_and_remembered_until_a_whole_one_comes(tmp_path):
    file = tmp_path / NET.file
    assert standing(NET, tmp_path) == "missing"
    for damaged in (CONTENT[:-1] + b"?", CONTENT[:1000], b""):
        file.write_bytes(damaged)
        assert standing(NET, tmp_path) == "removed"
        assert not file.exists()
        assert standing(NET, tmp_path) == "removed"
    file.write_bytes(CONTENT)
    assert standing(NET, tmp_path) == "here"
    file.unlink()
    assert standing(NET, tmp_path) == "missing"


def test_a_file_is_read_once_for_each_state_it_is_in(tmp_path, monkeypatch):
    read = []
    monkeypatch.setattr(download_files, "damage", lambda file, published: read.append(file) or damage(file, published))
    (tmp_path / NET.file).write_bytes(CONTENT)
    assert [standing(NET, tmp_path) for _ in range(5)] == ["here"] * 5
    assert len(read) == 1


def test_a_list_looks_at_sizes_alone(tmp_path):
    assert not seems_here(NET, tmp_path)
    (tmp_path / NET.file).write_bytes(CONTENT[:1000])
    assert not seems_here(NET, tmp_path)
    (tmp_path / NET.file).write_bytes(bytes(len(CONTENT)))
    assert seems_here(NET, tmp_path)


def test_what_a_stopped_server_left_is_cleared_away_and_what_is_on_its_way_is_not(server, tmp_path):
    old, young = (tmp_path / f"{NET.file}.{name}.part" for name in ("1-old", "2-young"))
    for left in (old, young):
        left.write_bytes(b"half")
    os.utime(old, (time.time() - 3600,) * 2)
    ended(ask(server, tmp_path))
    assert not old.exists()
    assert young.exists()


def test_two_processes_dont_write_into_each_others_file(server, tmp_path):
    code = (
        "import sys; from pathlib import Path; from models.nets.entries import Published;"
        "from models.nets.weights.downloads import Download, bring; file, mib, base, folder = sys.argv[1:];"
        "net = Published(file, float(mib), 70.0); bring(Download(net), Path(folder) / file, base, 20.0)"
    )
    command = [sys.executable, "-c", code, NET.file, str(NET.mebibytes), server.address, str(tmp_path)]
    root = Path(__file__).parent.parent.parent
    processes = [subprocess.Popen(command, cwd=root, stderr=subprocess.PIPE) for _ in range(2)]
    assert [(process.wait(30), process.stderr.read()) for process in processes] == [(0, b"")] * 2
    assert (tmp_path / NET.file).read_bytes() == CONTENT
    assert [path.name for path in tmp_path.iterdir()] == [NET.file]


def test_bringing_a_file_needs_no_registry(server, tmp_path):
    bring(Download(NET), tmp_path / NET.file, server.address, 20.0)
    assert published_bytes(NET) == len(CONTENT)
    assert (tmp_path / NET.file).read_bytes() == CONTENT


def test_nothing_of_it_loads_torch():
    code = "import sys; import models.nets.weights.downloads; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_no_rate_is_told_of_the_first_moment():
    """Two pieces that come at once would promise the rest in no time, and a slow first one a day."""
    now = [0.0]
    download = Download(Published(NET.file, 100.0, 70.0), clock=lambda: now[0])
    for moment in (8.0, 8.001):
        now[0] = moment
        download.add(2**20)
    assert (download.rate, download.seconds_left) == (None, None)
    now[0] = 9.0
    download.add(9 * 2**20)
    assert download.rate == pytest.approx(10 * 2**20)
