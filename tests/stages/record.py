"""`python -m tests.stages.record [folder]`: opens every part of every page and keeps what its stages are sent.

The workbench shows them then: `python -m viz.hosts.workbench [folder]`.
"""

import re
import sys
from pathlib import Path

from tests.stages.recording import keep, recorded
from viz.hosts.workbench.__main__ import RECORDED

ROOT = Path(__file__).parent.parent.parent
PARTS = [file.parent.relative_to(ROOT / "pages").parts for file in sorted((ROOT / "pages").glob("*/*/part.py"))]
# Pages without parts, and what only some views of a part show.
FURTHER = (
    *("home", "feature_maps", "pooling?part=slide&source=picture"),
    *("prediction?part=probe&sweep=shown", "convolution?part=sharing&show=move"),
)
VIEWS = [*FURTHER, *(f"{topic}?part={part}" for topic, part in PARTS)]


def record(folder):
    """Keeps a payload of every view for every stage; the names of the stages."""
    seen = set()  # of what every page has, one is enough
    for address in VIEWS:
        name = "-".join(word.split("=")[-1] for word in re.split("[?&]", address))
        for stage, data in recorded(address).items():
            if stage not in recorded("home") or stage not in seen:
                keep(folder, stage, data, name)
            seen.add(stage)
    return seen


if __name__ == "__main__":
    print("\n".join(sorted(record(Path(*sys.argv[1:2]) if sys.argv[1:] else RECORDED))))  # noqa: T201, it says what it did
