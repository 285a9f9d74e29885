"""`python -m tests.load --visitors 100 --minutes 2`: a hall of visitors, and what each thing they do takes.

They visit a server that is started for them, or the one at `--address` on this machine. Latencies by action, errors,
the server's processor time and memory, and the bytes that it sent.
"""

import argparse
import asyncio
import os
import tempfile
from contextlib import ExitStack
from pathlib import Path

from tests.benchmarks.bench_memory import memory, serving
from tests.browser.harness import served, wait_until
from tests.load.hall import Log, fill
from tests.load.visitor import ask

HEADS = ("action", "times", "median, ms", "p95, ms", "p99, ms", "kB")


def main():
    """Prints the tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.load", description="A hall of visitors.")
    parser.add_argument("--visitors", type=int, default=100)
    parser.add_argument("--minutes", type=float, default=2.0)
    parser.add_argument("--address", help="a server on this machine; without it, one is started")
    asked = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        address = asked.address or stack.enter_context(served(folder / "log"))
        wait_until(lambda: b"ready" in ask(f"{address}/healthy"), "the networks are loaded", 120)
        show(address, asked.visitors, 60 * asked.minutes)
        if not asked.address:
            print("traces in the log:", (folder / "log").read_text().count("Traceback"))


def show(address, visitors, seconds):
    """Fills the hall and prints what happened."""
    log, process = Log(), serving(address) if Path("/proc").exists() else None
    before = used(process)
    asyncio.run(fill(address, visitors, seconds, log))
    print(*HEADS, sep=" | ")
    for action, times, *numbers in log.rows():
        print(action, times, *(f"{number:.0f}" for number in numbers), sep=" | ")
    done = sum(map(len, log.seconds.values()))
    print(f"{visitors} visitors, {seconds:.0f} s, {done} things done; errors: {dict(log.errors) or 'none'}")
    print(f"sent: {sum(map(sum, log.received.values())) / 1e6:.0f} MB")
    if process:
        spent = used(process) - before
        peak, now = memory(process)
        print(
            f"processor: {spent:.0f} s, {1000 * spent / max(1, done):.0f} ms a thing; memory: {now} MB, peak {peak} MB"
        )


def used(process):
    """Seconds of processor time that a process has used; 0 where nobody tells."""
    if process is None:
        return 0.0
    fields = (process / "stat").read_text().rsplit(")", 1)[1].split()
    return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
