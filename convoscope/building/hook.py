"""What hatchling asks when it builds: the files below `convoscope`, and what has to be installed beside them."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface


class Tree(BuildHookInterface[Any]):
    """Gives the renamed tree to a wheel; an editable install keeps the checkout's own."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Writes the tree into a folder of its own, away from the checkout, which stays as it is."""
        if self.target_name != "wheel" or version == "editable":
            return
        sys.path.insert(0, self.root)  # a build runs apart from the checkout
        from convoscope.building.staging import stage  # noqa: PLC0415 - found only now
        from convoscope.checkout import PACKAGE  # noqa: PLC0415 - likewise

        self.folder = tempfile.TemporaryDirectory()
        stage(Path(self.root), Path(self.folder.name))
        build_data["force_include"][f"{self.folder.name}/{PACKAGE}"] = PACKAGE


class Requirements(MetadataHookInterface):
    """The lines of requirements.txt, which says it for those without a package too."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Adds them to what stands in pyproject.toml."""
        lines = (Path(self.root) / "requirements.txt").read_text(encoding="utf-8").splitlines()
        metadata["dependencies"] = [line for line in lines if line.strip() and not line.startswith("#")]
