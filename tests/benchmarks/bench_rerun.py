"""What does a rerun cost in which nothing changes, or only the layer among those worked out, beside a bare application?

Processor time of the server and bytes to the browser, for every part of every page, and in the same run for an
application of one slider and one line of text, in which nothing is collected after each script either. Visitors
without browsers send what a browser sends. `python -m tests.benchmarks.bench_rerun [VIEW …]` measures some views alone,
such as `home` and `pooling/slide`.
"""

import argparse
import statistics
import tempfile
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

from tests.benchmarks.bench_memory import serving
from tests.benchmarks.bench_page import FLOOR, SAME_TERMS
from tests.benchmarks.table import Row
from tests.browser.harness import served, wait_until
from tests.load.__main__ import used
from tests.load.visitor import ask, run, visiting

PAGES = Path(__file__).parent.parent.parent / "pages"
WHOLE = ("home", "feature_maps")  # pages without parts
VIEWS = (*WHOLE, *("/".join(file.parts[-3:-1]) for file in sorted(PAGES.glob("*/*/part.py"))))
BY_LAYER = ("feature_maps", "convolution/inside", "receptive_field/point", "receptive_field/top_patches")
LAYERS = ("stage1.conv1", "stage2.conv1", "stage2.conv2", "stage3.conv1")
TIMES = 200
HALL = 4  # visitors in turn: each may send twenty messages a second
NONE = ("", "", "", "")
NUMBERS = ("CPU, ms", "times the floor", "kB", "messages")
HEADS = ("view", *(f"{kind}: {name}" for kind in ("whole page", "touched part", "next layer") for name in NUMBERS))


@dataclass(frozen=True)
class Taken:
    """What one rerun takes: milliseconds of the server's processor; medians of kilobytes and messages sent."""

    cpu: float
    sent: float
    messages: float

    def cells(self, floor):
        """As the table has them."""
        return f"{self.cpu:.1f}", f"{self.cpu / floor.cpu:.1f}", f"{self.sent:.1f}", f"{self.messages:.0f}"


def measure(views=VIEWS, times=TIMES):
    """Rows: a view; what a rerun of the whole page takes, one of its part alone, and one in which the layer changes."""
    yield HEADS
    floor = None
    for view, *found in compare(views, times):
        floor = floor or found[0]
        yield row_of(view, floor, *found)


def row_of(view, floor, *found):
    """A view's figures, with the ratio of each to the floor's; nothing stands for what it hasn't."""
    return view, *(cell for each in found for cell in (NONE if each is None else each.cells(floor)))


# Two of the pages that most is done on, and what a rerun may take that changes nothing.
SHOWN = ("feature_maps", "convolution/slide")
MOST_TIMES, MOST_SENT = 2, 20


def rows(*, quick=False):
    """For the table of all benches: processor time and kilobytes of a rerun in which nothing changes."""
    if not Path("/proc").exists():
        return
    floor = None
    for view, found, *_ in compare(SHOWN, 8 if quick else TIMES // 2):
        if floor is None:
            floor = found
            continue
        times = found.cpu / floor.cpu if floor.cpu else 0.0
        cpu = f"{found.cpu:.1f} ms, {times:.1f} × floor", f"{floor.cpu:.1f} ms"
        what = f"a rerun that changes nothing, `{view}`"
        yield Row(f"{what}: processor", *cpu, "", f"≤ {MOST_TIMES} × floor", times <= MOST_TIMES)
        sent = f"{found.sent:.1f} kB", f"{floor.sent:.1f} kB"
        yield Row(f"{what}: sent", *sent, "", f"≤ {MOST_SENT} kB", found.sent <= MOST_SENT)


def compare(views=VIEWS, times=TIMES):
    """The floor's figures first, then of each view as `measure` has them; None for what it hasn't."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        app = stack.enter_context(served(Path(folder) / "app"))
        floor = stack.enter_context(served(Path(folder) / "floor", FLOOR, options=SAME_TERMS))
        wait_until(lambda: b"ready" in ask(f"{app}/healthy"), "the networks are loaded", 120)
        yield "the floor", taken(floor, "", [""], times), None, None
        for view in views:
            topic, _, part = view.partition("/")
            said = f"part={part}" if part else ""
            layers = [f"{said}&layer={name}" for name in LAYERS] if view in BY_LAYER else []
            touched = taken(app, topic, [said], times, fragment_of)
            yield view, taken(app, topic, [said], times), touched, taken(app, topic, layers, times) if layers else None


def taken(address, page, queries, times, choose=lambda _: ""):
    """What one of so many reruns takes, one query after the other. `choose`: what is run anew, of what was sent."""
    process = serving(address)
    with ExitStack() as stack:
        hall = [stack.enter_context(visiting(address)) for _ in range(HALL)]
        for visitor in hall:
            for query in (*queries, *queries):
                sent(visitor, page, query)
        fragment = choose(sent(hall[0], page, queries[0]))
        if fragment is None:
            return None
        turns = cycle((visitor, query) for visitor in hall for query in queries)
        before = used(process)
        reruns = [sent(visitor, page, query, fragment) for visitor, query in islice(turns, times)]
        spent = used(process) - before
    sizes = [sum(message.ByteSize() for message in messages) for messages in reruns]
    many = [len(messages) for messages in reruns]
    return Taken(1000 * spent / times, statistics.median(sizes) / 1000, statistics.median(many))


def sent(visitor, page, query, fragment=""):
    """What the server sends until it has run the page, or that fragment of it."""
    message = run(page, query)
    message.rerun_script.fragment_id = fragment
    visitor.messages.clear()
    visitor.send(message)
    visitor.until("script_finished")
    return list(visitor.messages)


def fragment_of(messages):
    """The fragment that most of a page is in: what a touch on the part runs anew. None where there is none."""
    found = Counter(message.delta.fragment_id for message in messages if message.WhichOneof("type") == "delta")
    del found[""]
    return found.most_common(1)[0][0] if found else None


def kinds(messages):
    """What messages are of, by kind of message and element: bytes and how many, the most bytes first."""
    found, many = Counter(), Counter()
    for message in messages:
        kind = message.WhichOneof("type")
        if kind == "delta":
            delta = message.delta
            kind = f"{delta.WhichOneof('type')} {getattr(delta, delta.WhichOneof('type')).WhichOneof('type')}"
        found[kind] += message.ByteSize()
        many[kind] += 1
    return [(kind, size, many[kind]) for kind, size in found.most_common()]


def main():
    """Prints the table, or of one view what its bytes are."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.bench_rerun", description="What a rerun costs.")
    parser.add_argument("views", nargs="*", metavar="VIEW", help=", ".join(VIEWS))
    parser.add_argument("--times", type=int, default=TIMES)
    asked = parser.parse_args()
    for found in measure(asked.views or VIEWS, asked.times):
        print(*found, sep=" | ", flush=True)


if __name__ == "__main__":
    main()
