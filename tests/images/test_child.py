"""Is the child process held to its limits, and believed nothing, whatever it does?"""

import json
import logging
import resource
import sys
import threading
import time

import PIL
import pytest
from PIL import Image

from models.images import UnreadableImage, child, decode, open_picture
from models.sandbox import child as sandbox
from models.sandbox.child import Limits

pytestmark = pytest.mark.clock

A_PNG = b"\x89PNG\r\n\x1a\n, and what follows does not matter here"
ON_LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads another process's limits")


@ON_LINUX
def test_the_child_is_limited_before_it_reads_a_byte():
    with sandbox.running("pictures", "PNG", PIL, Limits(child.MEMORY_BYTES, child.PROCESSOR_SECONDS, 10)) as running:
        process = running.process
        deadline = time.monotonic() + 5
        while time.monotonic() < deadline:
            memory = resource.prlimit(process.pid, resource.RLIMIT_AS)
            if memory[0] != resource.RLIM_INFINITY:
                break
            time.sleep(0.01)
        time.sleep(0.05)
        seconds = resource.prlimit(process.pid, resource.RLIMIT_CPU)
        written = resource.prlimit(process.pid, resource.RLIMIT_FSIZE)
    assert memory == (512 * 1024**2, 512 * 1024**2)
    assert seconds[0] == 3
    assert written == (0, 0)


def test_what_the_child_cannot_hold_is_refused(monkeypatch):
    # The same limit, met on purpose: a decoder that takes a gigabyte.
    start = sandbox._PROGRAM.rpartition("get(")[0]
    greedy = start + "from pictures import opening, run; opening.develop = lambda *_: bytes(2**30); run.main('PNG')"
    monkeypatch.setattr(sandbox, "_PROGRAM", greedy)
    if sys.platform == "darwin":
        pytest.skip("macOS does not enforce the limit of memory")
    with pytest.raises(UnreadableImage) as refusal:
        decode(A_PNG)
    assert refusal.value.code == "too_much_memory"


@pytest.mark.parametrize(
    "behaviour",
    [
        "sys.exit(3)",
        "os.abort()",
        "sys.stdout.write('not JSON\\n')",
        "sys.stdout.write('[]\\n')",
        "sys.stdout.write(json.dumps({'refused': 'nonsense', 'details': {'rows': 'many'}}) + '\\n')",
        "sys.stdout.write(json.dumps({'size': [9, 9], 'original_size': [9, 9], 'notes': []}) + '\\n' + 'short')",
        "sys.stdout.write(json.dumps({'size': [-9, 9], 'original_size': [9, 9], 'notes': []}) + '\\n')",
        "sys.stdout.write('x' * 50_000_000)",
    ],
)
def test_whatever_a_conquered_child_says_is_a_picture_or_a_refusal(behaviour, monkeypatch, answer_to):
    monkeypatch.setattr(sandbox, "_PROGRAM", "import sys, os, json; sys.stdin.buffer.read(); " + behaviour)
    assert answer_to(A_PNG).code == "damaged"


def test_no_more_is_read_from_a_child_than_a_picture_can_be_long(monkeypatch):
    monkeypatch.setattr(sandbox, "_PROGRAM", "import sys; sys.stdin.buffer.read(); sys.stdout.write('x' * 50_000_000)")
    output, _ = child._run(b"", "PNG", 4.0)
    assert len(output) == child.ANSWER_BYTES < 4e6


def test_a_child_that_sleeps_is_ended_by_the_clock(monkeypatch):
    monkeypatch.setattr(sandbox, "_PROGRAM", "import time; time.sleep(60)")
    monkeypatch.setattr(child, "SECONDS_IN_ALL", 0.5)
    started = time.monotonic()
    with pytest.raises(UnreadableImage) as refusal:
        decode(A_PNG)
    assert refusal.value.code == "took_too_long"
    assert time.monotonic() - started < 1.5


def test_a_child_that_closes_its_mouth_and_stays_is_ended(monkeypatch, answer_to):
    monkeypatch.setattr(sandbox, "_PROGRAM", "import os, time; os.close(1); time.sleep(60)")
    started = time.monotonic()
    assert answer_to(A_PNG).code == "damaged"
    assert time.monotonic() - started < 2


def test_where_no_process_can_start_the_visitor_is_asked_to_wait(monkeypatch, answer_to, caplog):
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with caplog.at_level(logging.ERROR):
        assert answer_to(A_PNG).code == "busy"
    assert "could not be started" in caplog.text


def test_the_secrets_of_the_server_do_not_reach_the_child(monkeypatch):
    monkeypatch.setenv("A_SECRET", "sesame")
    program = "import os, sys, json; sys.stdin.buffer.read(); print(json.dumps(dict(os.environ)))"
    monkeypatch.setattr(sandbox, "_PROGRAM", program)
    output, _ = child._run(b"", "PNG", 4.0)
    assert "A_SECRET" not in json.loads(output)


def test_at_most_two_children_run_at_once(monkeypatch, file_of):
    running, most, lock = 0, 0, threading.Lock()
    run = child._run

    def counted(*arguments):
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        try:
            return run(*arguments)
        finally:
            with lock:
                running -= 1

    monkeypatch.setattr(child, "_run", counted)
    data = file_of(Image.new("RGB", (64, 64), "red"), "PNG")
    pictures = []
    threads = [threading.Thread(target=lambda: pictures.append(open_picture(data))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(pictures), most) == (8, 2)


def test_who_finds_both_places_taken_for_long_is_told_so(monkeypatch):
    monkeypatch.setattr(child, "PATIENCE_SECONDS", 0.1)
    with child._gate.place(1.0), child._gate.place(1.0), pytest.raises(UnreadableImage) as refusal:
        decode(A_PNG)
    assert refusal.value.code == "busy"
