"""What are the arguments of a call to one of torch's functions called, however they were handed over?

Functions written in Python tell it by their signature, those of torch's core by the schemas of its operators, of which
the first is taken that the arguments fit. The first argument, what the function works on, is always "input".
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

import torch
from torch import Tensor

Function = Callable[..., Any]

SAME = {"axis": "dim", "keepdims": "keepdim", "train": "training", "x2": "other"}  # NumPy's names, and one of torch's
NUMBERS = ("int", "float", "number", "Scalar")
WITHOUT_SCHEMA = {"__getitem__": ("input", "index"), "__setitem__": ("input", "index", "value")}


def named_arguments(function: Function, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments that were handed over, by name; those whose name nobody tells by their place ("argument 2")."""
    packed = (*args[:1], tuple(args[1:]))  # sizes and axes may stand one by one: view(1, -1)
    for handed in (args, packed) if len(args) > 1 and isinstance(args[1], int) else (args,):
        for names in ways(function):
            told = dict(zip(names, handed, strict=False))
            if len(handed) <= len(names) and all(fits(names[name], value) for name, value in told.items()):
                return _unlike(told, kwargs)
    return _unlike({f"argument {place}": value for place, value in enumerate(args)}, kwargs)


def _unlike(told: Mapping[str, Any], kwargs: Mapping[str, Any]) -> dict[str, Any]:
    """All of them, under torch's own names; the first is the input."""
    named = {SAME.get(name, name): value for name, value in (*told.items(), *kwargs.items())}
    first = next(iter(named), None)
    return {"input" if name == first else name: value for name, value in named.items()}


@lru_cache(maxsize=1024)
def ways(function: Function) -> tuple[Mapping[str, str], ...]:
    """The ways to call a function: for each its arguments by name, and what may be handed over; "" is anything."""
    name = str(getattr(function, "__name__", ""))
    if name in WITHOUT_SCHEMA:
        return (dict.fromkeys(WITHOUT_SCHEMA[name], ""),)
    if (told := _in_python(function)) is not None:
        return (told,)
    packets = (getattr(torch.ops.aten, spelled, None) for spelled in (name, name.strip("_"), name.strip("_")[1:]))
    found = next((packet for packet in packets if packet is not None), None)
    return tuple(_of_schema(getattr(found, each)._schema) for each in found.overloads()) if found else ()  # noqa: SLF001


def _in_python(function: Function) -> Mapping[str, str] | None:
    """Those of a function in Python; one that chooses between two, as max-pooling does, has those of the second."""
    if not inspect.isfunction(function):
        return None
    chosen = inspect.getclosurevars(function).nonlocals.get("if_false", function)
    kinds = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
    try:
        parameters = inspect.signature(chosen).parameters
    except ValueError:  # a function of torch's core behind one in Python
        return None
    if any(one.kind in kinds for one in parameters.values()):
        return None
    return dict.fromkeys(parameters, "")


def _of_schema(schema: Any) -> Mapping[str, str]:
    return {
        one.name: "dtype" if one.name == "dtype" else str(one.type) for one in schema.arguments if not one.kwarg_only
    }


def fits(wanted: str, value: Any) -> bool:
    """Whether a value may be handed over where a schema wants something of a type."""
    if not wanted or value is None:
        return not wanted or wanted.startswith(("Optional", "None"))
    if isinstance(value, Tensor | str):
        return ("Tensor" if isinstance(value, Tensor) else "str") in wanted and "List" not in wanted
    if isinstance(value, torch.dtype) or wanted == "dtype":
        return isinstance(value, torch.dtype) and wanted == "dtype"
    if isinstance(value, Iterable):
        return "List" in wanted and _all_fit(wanted, value)
    return isinstance(value, bool) if wanted.rstrip("]").endswith("bool") else any(one in wanted for one in NUMBERS)


def _all_fit(wanted: str, values: Iterable[Any]) -> bool:
    return all("Tensor" in wanted if isinstance(value, Tensor) else "Tensor" not in wanted for value in values)
