"""In a checkout, what is public goes by its public name too: `convoscope.ops` is the module `models.ops` itself.

So copied lines run in a checkout as they do where Convoscope is installed, and no module is loaded twice. What is
installed needs none of this and comes without it: there the files lie under these names.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

ROOT: Final = Path(__file__).parent.parent
MODELS: Final = "models"
VIZ: Final = "viz"
PACKAGE: Final = "convoscope"


def share() -> None:
    """From now on public names can be imported, wherever the interpreter was started."""
    if find_spec(MODELS) is None:
        sys.path.append(str(ROOT))
    sys.meta_path.insert(0, PublicNames())


def in_checkout(name: str) -> str | None:
    """The module that a public name stands for; None if it stands for none, as what lies in this very folder."""
    package, _, inner = name.partition(".")
    room = inner.partition(".")[0]
    if package != PACKAGE or not room:
        return None
    if room == VIZ:
        return inner
    models = ROOT / MODELS
    return f"{MODELS}.{inner}" if (models / room).is_dir() or (models / f"{room}.py").is_file() else None


class PublicNames(MetaPathFinder, Loader):
    """Finds a module under its public name, before its file could be found and loaded a second time."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """How a public name is loaded, if it is one."""
        del path, target
        name = in_checkout(fullname)
        return ModuleSpec(fullname, self) if name and find_spec(name) else None

    def create_module(self, spec: ModuleSpec) -> None:
        """An empty module, as usual: it is put aside at once."""

    def exec_module(self, module: ModuleType) -> None:
        """Puts the module of the checkout in the place of the empty one."""
        sys.modules[module.__name__] = import_module(str(in_checkout(module.__name__)))
