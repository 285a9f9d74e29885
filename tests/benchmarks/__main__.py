"""`make bench`: measures everything, prints one table, and writes it into the README between its marks.

`--quick` runs every row with as few repeats as it takes, and writes nothing: whether it all still runs.
"""

import argparse
import datetime as dt
import os
import platform

from tests.benchmarks import (
    bench_batch_norm,
    bench_capture,
    bench_effective,
    bench_instead,
    bench_memory,
    bench_page,
    bench_probe,
    bench_receptive_field,
    bench_rerun,
    bench_training,
)
from tests.benchmarks.table import README, markdown, written

BENCHES = (
    *(bench_page, bench_instead, bench_effective, bench_probe, bench_rerun, bench_training),
    *(bench_memory, bench_batch_norm, bench_receptive_field, bench_capture),  # torchlens wraps all of torch: last
)


def about():
    """When and on what it was measured."""
    today, cores = dt.datetime.now(tz=dt.UTC).date(), os.cpu_count()
    return f"Measured on {today}, {platform.machine()} with {cores} cores, Python {platform.python_version()}."


def main():
    """Prints the rows as they come, then the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="All that is measured.")
    parser.add_argument("--quick", action="store_true", help="few repeats, and nothing is written")
    quick, rows = parser.parse_args().quick, []
    for bench in BENCHES:
        for row in bench.rows(quick=quick):
            print(row.line(), flush=True)
            rows.append(row)
    if not quick:
        README.write_text(written(README.read_text(encoding="utf-8"), markdown(rows, about())), encoding="utf-8")
        print("\nWritten into README.md.")


if __name__ == "__main__":
    main()
