"""What does a rerun cost in which nothing changes, or only the layer among those worked out, beside a bare application?

Processor time of the server and bytes to the browser, for every part of every page, and in the same run for an
application of one slider and one line of text, in which nothing is collected after each script either. Visitors
without browsers send what a browser sends. `python -m tests.benchmarks.bench_rerun [VIEW …]` measures some views alone,
such as `home` and `pooling/slide`; with `--kinds` it also prints what the bytes are of.
"""

import argparse
import statistics
import tempfile
from collections import Counter
from contextlib import ExitStack
from itertools import cycle
from pathlib import Path

from tests.benchmarks.bench_memory import serving
from tests.browser.harness import served, wait_until
from tests.load.__main__ import used
from tests.load.visitor import ask, visiting

FLOOR = "tests/benchmarks/floor.py"
SAME_TERMS = ("--runner.postScriptGC=false", "--server.fileWatcherType=none")
PAGES = Path(__file__).parent.parent.parent / "pages"
WHOLE = ("home", "feature_maps")  # pages without parts
VIEWS = (*WHOLE, *("/".join(file.parts[-3:-1]) for file in sorted(PAGES.glob("*/*/part.py"))))
BY_LAYER = ("feature_maps", "convolution/inside", "receptive_field/point", "receptive_field/top_patches")
LAYERS = ("stage1.conv1", "stage2.conv1", "stage2.conv2", "stage3.conv1")
TIMES = 200
HALL = 4  # visitors in turn: each may send twenty messages a second
HEADS = ("view", "CPU, ms", "to the floor", "kB", "messages", "other layer, CPU, ms", "to the floor", "kB")


def measure(views=VIEWS, times=TIMES):
    """Rows: a view, what a rerun takes in which nothing changes, and where it has one, in which the layer changes."""
    yield HEADS
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        logs = Path(folder)
        app = stack.enter_context(served(logs / "app"))
        floor = stack.enter_context(served(logs / "floor", FLOOR, options=SAME_TERMS))
        wait_until(lambda: b"ready" in ask(f"{app}/healthy"), "the networks are loaded", 120)
        bare, *sent = taken(floor, "", [""], times)
        yield ("the floor", f"{bare:.1f}", "1.0", *(f"{number:.1f}" for number in sent), "", "", "")
        for view in views:
            topic, _, part = view.partition("/")
            said = f"part={part}" if part else ""
            yield view, *row(taken(app, topic, [said], times), bare), *other_layer(app, view, said, times, bare)


def other_layer(app, view, said, times, bare):
    """The second half of a row, for a view that shows one layer after the other."""
    if view not in BY_LAYER:
        return "", "", ""
    cpu, ratio, sent, _ = row(
        taken(app, view.partition("/")[0], [f"{said}&layer={name}" for name in LAYERS], times), bare
    )
    return cpu, ratio, sent


def row(numbers, bare):
    """Numbers as the table has them."""
    cpu, sent, messages = numbers
    return f"{cpu:.1f}", f"{cpu / bare:.1f}", f"{sent:.1f}", f"{messages:.0f}"


def taken(address, page, queries, times):
    """What one of so many reruns takes, one query after the other: CPU-ms, kB sent and messages (medians)."""
    process = serving(address)
    with ExitStack() as stack:
        hall = [stack.enter_context(visiting(address)) for _ in range(HALL)]
        for visitor in hall:
            for query in (*queries, *queries):
                visitor.look(page, query)
        turns = cycle((visitor, query) for visitor in hall for query in queries)
        before, reruns = used(process), []
        for visitor, query in (next(turns) for _ in range(times)):
            visitor.messages.clear()
            visitor.look(page, query)
            reruns.append((sum(message.ByteSize() for message in visitor.messages), len(visitor.messages)))
        spent = used(process) - before
    sizes, counts = zip(*reruns, strict=True)
    return 1000 * spent / times, statistics.median(sizes) / 1000, statistics.median(counts)


def kinds(address, page, query):
    """What a rerun sends, by kind of message and element: bytes and how many, the most bytes first."""
    found, many = Counter(), Counter()
    with visiting(address) as visitor:
        for _ in range(3):
            visitor.messages.clear()
            visitor.look(page, query)
    for message in visitor.messages:
        kind = message.WhichOneof("type")
        if kind == "delta":
            delta = message.delta
            kind = f"{delta.WhichOneof('type')} {getattr(delta, delta.WhichOneof('type')).WhichOneof('type')}"
        found[kind] += message.ByteSize()
        many[kind] += 1
    return [(kind, size, many[kind]) for kind, size in found.most_common()]


def main():
    """Prints the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.bench_rerun", description="What a rerun costs.")
    parser.add_argument("views", nargs="*", choices=(*VIEWS, []), metavar="VIEW")
    parser.add_argument("--times", type=int, default=TIMES)
    asked = parser.parse_args()
    for found in measure(asked.views or VIEWS, asked.times):
        print(*found, sep=" | ", flush=True)


if __name__ == "__main__":
    main()
