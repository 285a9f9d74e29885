"""Types and shapes in signatures are checked while the tests run.

A shape is checked by jaxtyping, which binds every call to its signature anew: that took a third of the time of tests
of pages, mostly for functions that take no arrays. So a signature without arrays has only its types checked, and a
function made within another one, which would be prepared again at each call of that one, only if it takes arrays.
"""

import functools
import types
import typing

import jaxtyping
from beartype import BeartypeConf, beartype
from jaxtyping import AbstractArray, TypeCheckError, install_import_hook

CHECKED = ("models.ops", "models.records", "models.nets", "models.images", "viz")
_with_shapes = jaxtyping.jaxtyped
_with_types = beartype(conf=BeartypeConf(violation_type=TypeCheckError))  # as it is where shapes are checked


def install():
    """Checks what is imported from now on."""
    jaxtyping.jaxtyped = _checked
    install_import_hook(list(CHECKED), "beartype.beartype")


def _checked(function=None, *, typechecker):
    if function is None:
        return functools.partial(_checked, typechecker=typechecker)
    if not isinstance(function, types.FunctionType):
        return _with_shapes(function, typechecker=typechecker)
    return _Late(function, typechecker).checking()


class _Late:
    """A function that is prepared at its first call, when all that its annotations name is there."""

    def __init__(self, function, typechecker):
        self.function, self.typechecker = function, typechecker
        self.prepared = None

    def checking(self):
        """The function as it is called."""

        @functools.wraps(self.function)
        def call(*arguments, **named):
            if self.prepared is None:
                self.prepared = self.prepare()
            return self.prepared(*arguments, **named)

        return call

    def prepare(self):
        if takes_arrays(self.function):
            return _with_shapes(self.function, typechecker=self.typechecker)
        return self.function if "<locals>" in self.function.__qualname__ else _with_types(self.function)


def takes_arrays(function):
    """Whether an array of some shape is among what it takes or returns; so it is taken where nobody can tell."""
    try:
        hints = typing.get_type_hints(function).values()
    except Exception:  # noqa: BLE001, a name that is imported for types alone
        return True
    return any(map(_is_array, hints))


def _is_array(hint):
    if isinstance(hint, type) and issubclass(hint, AbstractArray):
        return True
    parts = typing.get_args(hint)
    return any(map(_is_array, (part for each in parts for part in (each if isinstance(each, list) else [each]))))
