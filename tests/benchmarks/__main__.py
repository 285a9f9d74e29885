"""Prints every measured table, one after the other: `make bench`."""

import datetime as dt
import os
import platform

from tests.benchmarks import (
    bench_batch_norm,
    bench_capture,
    bench_effective,
    bench_memory,
    bench_page,
    bench_probe,
    bench_receptive_field,
)

today, machine, cores = dt.datetime.now(tz=dt.UTC).date(), platform.machine(), os.cpu_count()
print(f"{today}, {machine}, {cores} cores, Python {platform.python_version()}")
TABLES = {
    "Capture: all layers' outputs of one picture": bench_capture,
    "The page": bench_page,
    "Receptive fields of all layers of resnet152": bench_receptive_field,
    "Statistics of a large batch": bench_batch_norm,
    "From a click on a unit to its effective field": bench_effective,
    "From a picture moved by hand to new answers": bench_probe,
    "Memory of the application": bench_memory,
}
for title, module in TABLES.items():
    print(f"\n{title}")
    for row in module.measure():
        print("  ".join(f"{cell!s:>16}" if column else f"{cell!s:<36}" for column, cell in enumerate(row)))
