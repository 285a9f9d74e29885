"""What a stage is sent, made when a browser asks for it, once for all who ask, and known by its key before it is made.

So the next layer or picture can be asked for ahead. The key stands for the network's state, the picture and all else
that the function is given, and for the code that makes it: an address that a browser keeps is never another thing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from functools import cache, partial, wraps
from pathlib import Path
from typing import Any, ParamSpec

from models.ops import digits
from pages.shell import pictures
from pages.shell.cached import caching, own_networks
from pages.shell.cached.arguments import Arguments
from pages.shell.cached.host import key_of
from pages.shell.records import Member, Picture
from viz.hosts.streamlit import parcels
from viz.hosts.streamlit.parcels import Recipe
from viz.stages.kernel import payload

P = ParamSpec("P")
CODE = {".py", ".toml"}


def recipe(function: Callable[P, bytes]) -> Callable[P, Recipe | bytes]:
    """The function, which now gives a recipe for what it makes; what is of a visitor's own network it makes at once.

    It must not ask for anything of the visit: whoever comes first has it made, perhaps another visitor.
    """
    arguments, of_the_visit = Arguments(function), caching.resource(4, caching.BY_KEY)(function)

    @wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> Recipe | bytes:
        values, names = arguments.of(args, kwargs)
        if any(map(own_networks.is_own, names)):
            return of_the_visit(*args, **kwargs)
        states = tuple(map(own_networks.version, names))
        what = (function.__module__, function.__qualname__, states, key_of(values, caching.BY_KEY))
        key = parcels.key_of(f"{_code()} {what}".encode())
        return Recipe(key, partial(function, *args, **kwargs), public=not any(map(_is_own, _pictures(values))))

    return call


def _pictures(values: Iterable[Any]) -> Iterable[Picture]:
    """The pictures among the values, and in collections among them."""
    for value in values:
        if isinstance(value, Picture):
            yield value
        elif isinstance(value, Member):
            yield value.picture
        elif isinstance(value, (tuple, list)):
            yield from _pictures(value)


def _is_own(picture: Picture) -> bool:
    return pictures.is_own(picture.key)


@cache
def _code() -> str:
    """Stands for everything that is written in this tree: what it makes may be another thing after an update."""
    rooms = {Path(digits.__file__).parents[1], Path(payload.__file__).parents[2], Path(__file__).parents[1]}
    digest = hashlib.sha256()
    for file in sorted(file for room in rooms for file in room.rglob("*") if file.suffix in CODE):
        digest.update(file.read_bytes())
    return digest.hexdigest()
