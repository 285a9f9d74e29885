"""A view: what a visitor can settle on, declared once as fields with what each may be.

    @dataclass(frozen=True)
    class GroupsView(View):
        over: str = one_of(GROUPINGS, start="channel")
        row: int = below("rows")

From it follow the checked reading of an address or of what a browser says, what is written into the address, what the
browser offers, what can be asked of it, and (`view_types.py`) the types that the scripts are checked with. A second
network, or whatever else is chosen, is one more field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeVar

from viz.stages.kernel import legal
from viz.stages.kernel.legal import NOTHING_SHOWN, Bounds, Rule

AnyView = TypeVar("AnyView", bound="View")


@dataclass(frozen=True)
class View:
    """What a visitor has settled on; an empty one."""

    def read(self: AnyView, said: object, bounds: Bounds = NOTHING_SHOWN) -> AnyView:  # noqa: PYI019, beartype knows no Self
        """The view that an address or an event names; each field that it doesn't say properly is as it is here."""
        found = _found(type(self), said, bounds)
        return replace(self, **{name: value for name, value in found.items() if value is not None})

    @classmethod
    def whole(cls: type[AnyView], said: object, bounds: Bounds = NOTHING_SHOWN) -> AnyView | None:  # noqa: PYI019
        """The view that is named in full; None unless every field is said properly."""
        found = _found(cls, said, bounds)
        return None if None in found.values() else cls(**found)

    def said(self) -> dict[str, Any]:
        """Every field by its name in an address."""
        return {called: getattr(self, name) for name, _, called in declared(type(self))}

    @classmethod
    def options(cls, bounds: Bounds = NOTHING_SHOWN) -> dict[str, tuple[Any, ...]]:
        """What the browser offers: the values of every field that has a list of them."""
        listed = {name: rule.options(bounds) for name, rule, _ in declared(cls)}
        return {name: values for name, values in listed.items() if values is not None}

    def holds(self, wanted: Mapping[str, Any]) -> bool:
        """Whether every field that is named is what is wanted of it.

        Wanted may be a value, a list of values, or {"least": …, "most": …}, one of the two or both.

        Raises:
            ValueError: a name that no field has.
        """
        unknown = wanted.keys() - {one.name for one in fields(self)}
        if unknown:
            raise ValueError(f"{type(self).__name__} has no field {', '.join(sorted(unknown))}")
        return all(_meets(getattr(self, name), value) for name, value in wanted.items())


def declared(kind: type[View]) -> Iterable[tuple[str, Rule, str]]:
    """Of every field its name, what it may be, and its name in an address."""
    return ((one.name, one.metadata["rule"], one.metadata["called"] or one.name) for one in fields(kind))


def text_of(value: object) -> str:
    """A value as it stands in an address."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _found(kind: type[View], said: object, bounds: Bounds) -> dict[str, Any]:
    """Of every field what is said, or None where that isn't legal. Both of its names count: events have its own."""
    given = said if isinstance(said, Mapping) else {}
    return {name: rule.read(given.get(name, given.get(called)), bounds) for name, rule, called in declared(kind)}


def _meets(value: Any, wanted: Any) -> bool:
    if isinstance(wanted, Mapping):
        return bool(wanted.get("least", value) <= value <= wanted.get("most", value))
    return value in wanted if isinstance(wanted, (list, tuple, set, frozenset)) else bool(value == wanted)


# Each makes a field. `start`: what it is where nobody says anything; `called`: its name in an address, if another.


def one_of(table: Iterable[Any], *, start: Any = None, called: str = "") -> Any:
    """One of a table's texts or whole numbers; the first, if no start is given."""
    values = tuple(table)
    return _field(legal.OneOf(values), values[0] if start is None else start, called)


def among(of: str, *, start: Any, called: str = "") -> Any:
    """One of the texts or whole numbers that what is shown has, by their name among its bounds."""
    return _field(legal.Among(of), start, called)


def several(of: str, everything: str, *, start: str = "", called: str = "") -> Any:
    """Some of the names that what is shown has, between commas, or a word that stands for all of them."""
    return _field(legal.Several(of, everything), start, called)


def below(bound: str, *, start: int = 0, called: str = "") -> Any:
    """A whole number from 0 to below a bound of what is shown."""
    return _field(legal.Whole(0, bound), start, called)


def between(least: int, most: int, *, start: int | None = None, called: str = "") -> Any:
    """A whole number from `least` to `most`; the least, if no start is given."""
    return _field(legal.Whole(least, most + 1), least if start is None else start, called)


def real(largest: float, *, start: float = 0.0, called: str = "") -> Any:
    """A number of at most this size."""
    return _field(legal.Number(largest), start, called)


def nearest(values: Sequence[float], *, start: float, called: str = "") -> Any:
    """The nearest of the numbers that can be set, in ascending order."""
    return _field(legal.Nearest(tuple(values)), start, called)


def switch(*, start: bool = False, called: str = "") -> Any:
    """On or off."""
    return _field(legal.Switch(), start, called)


def spelled(form: Callable[[str], str | None], *, start: str = "", called: str = "") -> Any:
    """A text of a form; `form` writes it as it is always written, or returns None for what is none."""
    return _field(legal.Text(form), start, called)


def _field(rule: Rule, start: Any, called: str) -> Any:
    return field(default=start, metadata={"rule": rule, "called": called})
