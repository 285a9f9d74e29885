"""How does any network of one's own, written in Python, come into the application?

`CONVOSCOPE_NETWORK=my_module:build` names a function without arguments. It returns a torch module; or the module and a
dictionary of what else is known of it ("labels", "input_size", "mean", "std", "source"); or a `Network`. Whoever starts
the server names the function, so it is trusted. Importing this file imports no torch.
"""

from __future__ import annotations

import importlib
import operator
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from models.ops.meaning import KINDS, Kind

if TYPE_CHECKING:
    from torch import nn

    from models.nets.network import Network

VARIABLE: Final = "CONVOSCOPE_NETWORK"
KNOWN: Final = ("labels", "input_size", "mean", "std", "source", "meaning")
USUAL_SIZE: Final = (224, 224)
USUAL_SCALE: Final = {"mean": (0, 0, 0), "std": (1, 1, 1)}
FAILURES: Final = (Exception, SystemExit)  # a script that reads its command line ends the program when it is imported
SPELLED: Final = re.compile(r"[A-Za-z_][\w.]*:[A-Za-z_]\w*")


class NotANetwork(ValueError):  # noqa: N818 - reads as what happened
    """What was named can't be shown; the text is one sentence for whoever named it."""


def wanted() -> str | None:
    """What the environment names, as "module:function"; None if it names nothing."""
    return os.environ.get(VARIABLE, "").strip() or None


def load(name: str) -> Network:
    """The network that the function of that name builds, tried once. Raises `NotANetwork`, whatever goes wrong."""
    try:
        return _loaded(name)
    except NotANetwork:
        raise
    except FAILURES as error:
        raise NotANetwork(f"{name} can't be shown: {_said(error)}.") from error


def _loaded(name: str) -> Network:
    with _first_on_the_path(os.getcwd()):  # noqa: PTH109 - the path as text, as sys.path wants it
        built = _built(_function(name), name)
    from models.nets.network import Network  # noqa: PLC0415 - torch, when it is needed

    if isinstance(built, Network):
        return _checked(lambda: _whole(built, name), name)
    module, about = built if isinstance(built, tuple) and len(built) == 2 else (built, {})  # noqa: PLR2004 - a pair
    return _network(name, _checked_module(module, name), _checked_about(about, name))


def _whole(network: Network, name: str) -> Network:
    """A network that is complete, under the name it is asked for, with a label for each of its answers."""
    from models.nets.answers.meaning import meaning_of  # noqa: PLC0415 - as above
    from models.nets.network import frozen  # noqa: PLC0415 - as above
    from models.nets.own.naming import named  # noqa: PLC0415 - as above
    from models.nets.own.opened import opened  # noqa: PLC0415 - as above

    whole = replace(network, name=name, module=frozen(opened(network.module)))
    meaning = meaning_of(whole)
    return replace(whole, meaning=meaning, labels=named(network.labels, meaning))


def _checked(made: Callable[[], Network], name: str) -> Network:
    """The network, if the pages can show it."""
    from models.nets.own.self_check import self_check  # noqa: PLC0415 - as above

    try:
        network = made()
        self_check(network)
    except ValueError as error:
        raise NotANetwork(f"{name} can't be shown: {error}.") from error
    return network


@contextmanager
def _first_on_the_path(folder: str) -> Iterator[None]:
    """Modules in the folder that the server was started in are found, and before any others, as Python does it.

    While a page runs, Streamlit puts the folder of its script first: there a module of ours may go by the same name.
    What is imported later, when the network runs, is found in `folder` if it lies nowhere else.
    """
    if folder not in sys.path:
        sys.path.append(folder)
    sys.path.insert(0, folder)
    try:
        yield
    finally:
        sys.path.remove(folder)


def _function(name: str) -> Callable[[], Any]:
    """The function itself."""
    if not SPELLED.fullmatch(name):
        raise NotANetwork(f"{VARIABLE} is {name!r}, but must be spelled module:function.")
    file, _, function = name.partition(":")
    try:
        found = getattr(importlib.import_module(file), function, None)
    except FAILURES as error:
        raise NotANetwork(f"The module {file} can't be imported: {_said(error)}.") from error
    if not callable(found):
        raise NotANetwork(f"The module {file} has no function {function}.")
    made: Callable[[], Any] = found
    return made


def _built(function: Callable[[], Any], name: str) -> Any:
    try:
        return function()
    except FAILURES as error:
        raise NotANetwork(f"{name} failed: {_said(error)}.") from error


def _checked_module(module: Any, name: str) -> nn.Module:
    from torch import nn  # noqa: PLC0415 - as above

    if not isinstance(module, nn.Module):
        raise NotANetwork(f"{name} returned {type(module).__name__}, but must return a torch.nn.Module.")
    return module


def _checked_about(about: Any, name: str) -> Mapping[str, Any]:
    if not isinstance(about, Mapping) or not set(about) <= set(KNOWN):
        raise NotANetwork(f"Beside its module {name} may return a dictionary with {', '.join(KNOWN)}, and no more.")
    return about


def _network(name: str, module: nn.Module, about: Mapping[str, Any]) -> Network:
    from models.nets.own.fitting import fit  # noqa: PLC0415 - as above
    from models.nets.own.opened import opened  # noqa: PLC0415 - as above

    try:
        size = _checked_size(about.get("input_size", USUAL_SIZE))
        scale = tuple(tuple(float(value) for value in about.get(key, usual)) for key, usual in USUAL_SCALE.items())
        labels = _checked_labels(about.get("labels", ()))
        kind = _checked_kind(about.get("meaning"))
    except Exception as error:
        raise NotANetwork(f"What {name} says beside its module isn't understood: {_said(error)}.") from error
    source = str(about.get("source", f"A network of one's own, built by `{name}`."))
    return _checked(lambda: fit(name, opened(module), size, scale, labels, source, kind), name)


def _checked_size(told: Any) -> tuple[int, int]:
    try:
        rows, columns = (operator.index(side) for side in told)
    except (TypeError, ValueError):
        rows = columns = 0
    if min(rows, columns) < 1:
        raise ValueError("input_size must be two whole numbers above 0")
    return rows, columns


def _checked_labels(told: Any) -> tuple[str, ...]:
    if isinstance(told, str | bytes | Mapping | AbstractSet):  # letters, numbers of outputs, no order
        raise TypeError("labels must be a list of words, one for each output")
    return tuple(str(label) for label in told)


def _checked_kind(kind: Any) -> Kind | None:
    if kind is not None and kind not in KINDS:
        raise ValueError(f"meaning is {kind!r}, but must be one of {', '.join(KINDS)}")
    found: Kind | None = kind
    return found


def _said(error: BaseException) -> str:
    """The first line of what an exception says, without its full stop; of a file that fails, not where it lies."""
    if isinstance(error, SystemExit):
        return "it ends the program (SystemExit)"
    told = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    lines = told.strip().splitlines() or [type(error).__name__]
    return f"{lines[0][:200].rstrip('.')} ({type(error).__name__})"
