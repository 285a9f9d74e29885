"""Which of a function's arguments is a network? Whichever has the type `NetworkName`, or is a record with such a field.

So a wrong spelling can't be written: where the types don't say it plainly, the function isn't decorated at all, and
where another text stands in for a name, the type checker finds it.
"""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any, get_args, get_type_hints

from pages.shell.records import NetworkName

ANY_NUMBER = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)


class Arguments:
    """The arguments of a function's calls. Raises TypeError, at once, where its types leave its network open."""

    def __init__(self, function: Callable[..., Any], *, of_network: bool = True) -> None:
        self._signature = inspect.signature(function)
        found = tuple(
            (name, find)
            for name, parameter in self._signature.parameters.items()
            for find in _networks_in(_type(function, parameter), f"{name!r} of {function.__qualname__}")
        )
        if of_network and not found:
            raise TypeError(
                f"{function.__qualname__} must have an argument of the type NetworkName, or a record with such a "
                "field, to be kept; if nothing that it gives hangs on a network, say of_network=False"
            )
        if found and not of_network:
            raise TypeError(f"{found[0][0]!r} of {function.__qualname__} is a network, so of_network can't be False")
        self._networks = found
        self._places = {name: place for place, name in enumerate(self._signature.parameters)}

    def of(self, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> tuple[tuple[Any, ...], tuple[NetworkName, ...]]:
        """All arguments of a call in order, defaults put in, and the networks among them."""
        if kwargs or len(args) < len(self._places):
            bound = self._signature.bind(*args, **kwargs)
            bound.apply_defaults()
            args = tuple(bound.arguments.values())
        return args, tuple(find(args[self._places[name]]) for name, find in self._networks)


def _type(function: Callable[..., Any], parameter: inspect.Parameter) -> Any:
    """The type of one parameter. Others, and what the function gives, need not be known while it is decorated."""
    if parameter.annotation is parameter.empty or parameter.kind in ANY_NUMBER:
        raise TypeError(f"{parameter.name!r} of {function.__qualname__} must be one argument with a type to be kept by")

    def alone() -> None: ...

    alone.__annotations__ = {"alone": parameter.annotation}
    try:
        return get_type_hints(alone, function.__globals__)["alone"]
    except NameError as unknown:
        what = f"{parameter.name!r} of {function.__qualname__}, {parameter.annotation},"
        raise TypeError(f"the type of {what} must be there when the function is decorated") from unknown


def _networks_in(kind: Any, called: str) -> list[Callable[[Any], NetworkName]]:
    """What finds the networks in an argument of that type."""
    if kind is NetworkName:
        return [_itself]
    if _mentions_network(kind):
        raise TypeError(f"{called} must be one NetworkName to be kept by, not {kind}")
    if not dataclasses.is_dataclass(kind):
        return []
    types = get_type_hints(kind)
    return [attrgetter(field.name) for field in dataclasses.fields(kind) if types[field.name] is NetworkName]


def _mentions_network(kind: Any) -> bool:
    return any(part is NetworkName or _mentions_network(part) for part in get_args(kind))


def _itself(name: NetworkName) -> NetworkName:
    return name
