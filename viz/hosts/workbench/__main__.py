"""`python -m viz.hosts.workbench [folder] [port]`: every stage, each with the payloads that the folder has for it."""

from __future__ import annotations

import sys
from pathlib import Path
from threading import Event

from viz.hosts.workbench.server import payloads, served

PORT = 8600
RECORDED = Path(".build/workbench")


def main(folder: Path = RECORDED, port: int = PORT) -> None:
    """Serves until it is interrupted."""
    if not any(payloads(folder).values()):
        sys.exit(f"{folder} has no payloads yet. To record some from the pages: python -m tests.stages.record")
    with served(folder, port) as address:
        sys.stdout.write(f"Stages: {address}\n")
        Event().wait()


if __name__ == "__main__":
    given = sys.argv[1:]
    try:
        main(Path(given[0]) if given else RECORDED, int(given[1]) if given[1:] else PORT)
    except KeyboardInterrupt:
        sys.exit(0)
