"""`python -m tests.load --visitors 100 --minutes 2`: a hall of visitors, and what each thing they do takes.

They visit a server that is started for them, or the one at `--address` on this machine. Latencies by action, errors,
the server's processor time and memory, and the bytes that it sent. `--scene` has something happen to them:
`heavy` (one of them looks at the largest network), `anew` (all send pictures of their own), `cut` (all lines break).
"""

import argparse
import asyncio
import os
import tempfile
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.benchmarks.bench_memory import memory, serving
from tests.browser.harness import served, wait_until
from tests.deploy.proxy import replicated
from tests.load.hall import Log, fill, percentile
from tests.load.scenes import beside_a_heavy_one, cut_at_once, known_and_new
from tests.load.visitor import ask

HEADS = ("what", "times", "median, ms", "p95, ms", "p99, ms", "kB")


def main():
    """Prints the tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.load", description="A hall of visitors.")
    parser.add_argument("--visitors", type=int, default=100)
    parser.add_argument("--minutes", type=float, default=2.0, help="how long; of the scenes, how long each part")
    parser.add_argument("--scene", choices=SCENES, default="hall")
    parser.add_argument("--address", help="a server on this machine; without it, one is started")
    parser.add_argument("--replicated", action="store_true", help="two of them are, behind nginx")
    asked = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        address, there = stack.enter_context(opened(folder, asked))
        for each in there:
            wait_until(lambda each=each: b"ready" in ask(f"{each}/healthy"), "the networks are loaded", 120)
        with costs(there):
            SCENES[asked.scene](address, asked.visitors, 60 * asked.minutes)
        print("traces in the logs:", sum(log.read_text().count("Traceback") for log in folder.glob("log*")))


@contextmanager
def opened(folder, asked):
    """The address to visit, and those of the servers behind it."""
    if asked.address:
        yield asked.address, [asked.address]
    elif asked.replicated:
        with replicated(folder) as (address, there, _):
            yield address, there
    else:
        with served(folder / "log") as address:
            yield address, [address]


def hall(address, visitors, seconds):
    """Fills the hall and prints what happened."""
    log = Log()
    asyncio.run(fill(address, visitors, seconds, log))
    table(f"{visitors} visitors, {seconds:.0f} s", log)


def heavy(address, visitors, seconds):
    """Prints what a visitor who looks at the largest network costs the others; how many times their p95."""
    alone, beside, theirs = asyncio.run(beside_a_heavy_one(address, visitors, seconds))
    table(f"{visitors} visitors, {seconds:.0f} s, by themselves", alone)
    table("beside one who looks at the largest network", beside)
    table("that one", theirs)
    times = beside.p95() / alone.p95()
    print(f"p95 of the others: {1000 * alone.p95():.0f} ms, then {1000 * beside.p95():.0f} ms: {times:.2f} times")
    return times


def anew(address, visitors, seconds):
    """Prints what takes how long where it is there, and where it is worked out anew for each."""
    known, new = asyncio.run(known_and_new(address, visitors, seconds))
    table(f"{visitors} visitors, {seconds:.0f} s, on samples that were looked at before", known)
    table("all on pictures of their own, a new one for every second thing", new)


def cut(address, visitors, _):
    """Prints who has come back, and with what; True if all have."""
    seats = asyncio.run(cut_at_once(address, visitors))
    kept, back = [seat.kept for seat in seats], [seat.is_back for seat in seats]
    own = [seat for seat in seats if seat.own]
    took = [1000 * percentile([seat.took for seat in seats], share) for share in (0.5, 0.95, 0.99)]
    print(f"{len(seats)} lines cut at once; back with their view: {sum(back)}; visits that were kept: {sum(kept)}")
    gone = [seat for seat in own if not seat.kept]
    told = sum(seat.is_back for seat in gone)
    print(f"own pictures: {len(own)}, gone with their visits: {len(gone)}, of which pages say so: {told}")
    print("until the view was there again, ms: median {:.0f}, p95 {:.0f}, p99 {:.0f}".format(*took))
    for seat in [seat for seat in seats if not seat.is_back][:5]:
        differing = [pair for pair in zip(seat.before.said, seat.after.said, strict=False) if pair[0] != pair[1]]
        print("not back:", seat.page, seat.query, differing[:2], f"exceptions: {seat.after.exceptions}")
    return all(back)


def table(title, log):
    """Prints a log."""
    print(f"\n{title}")
    print(*HEADS, sep=" | ")
    for action, times, *numbers in log.rows():
        print(action, times, *(f"{number:.0f}" for number in numbers), sep=" | ")
    print(f"{log.done} things done; errors: {dict(log.errors) or 'none'}")
    print(f"sent: {log.bytes / 1e6:.0f} MB, {log.bytes / 1e3 / max(1, log.done):.0f} kB a thing")


@contextmanager
def costs(addresses):
    """Prints what each server has used meanwhile, by itself and for each thing that was done; Linux alone tells."""
    if not Path("/proc").exists():
        yield
        return
    processes = [serving(address) for address in addresses]
    before, things = [used(process) for process in processes], Log.all_done
    yield
    things = Log.all_done - things
    spent = [used(process) - past for process, past in zip(processes, before, strict=True)]
    each = f", {1000 * sum(spent) / things:.0f} ms a thing" if things else ""
    print(f"processor: {sum(spent):.0f} s{each}")
    for process, seconds in zip(processes, spent, strict=True):
        peak, now = memory(process)
        print(f"a server: {seconds:.0f} s; memory: {now} MB, peak {peak} MB")


def used(process):
    """Seconds of processor time that a process has used."""
    fields = (process / "stat").read_text().rsplit(")", 1)[1].split()
    return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")


SCENES = {"hall": hall, "heavy": heavy, "anew": anew, "cut": cut}

if __name__ == "__main__":
    main()
