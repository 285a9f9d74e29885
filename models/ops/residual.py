"""Which blocks of a network add their bare input to what their convolutions made of it?

Read off the graph alone, so that it is right for any network: of the two things an addition joins, one must be made of
the other, and of nothing else. A shortcut that pools or convolves is no bare input.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.records.costs import Group, LayerCost

ADDITION = "Add"
CONVOLUTION = "Conv2d"


@dataclass(frozen=True)
class IdentityBlock:
    """`source` is what comes in, `branch` the layers that work on it, in order; `addition` joins both."""

    source: str
    branch: tuple[str, ...]
    addition: str


def identity_blocks(layers: Sequence[LayerCost]) -> tuple[IdentityBlock, ...]:
    """All of them, in order of execution; each has a convolution in its branch.

    >>> def layer(name, kind, *inputs):
    ...     return LayerCost(name, kind, (1, 1, 1), inputs, None, 0, 0, 4, by_formula=True)
    >>> layers = [layer("a", "Conv2d", "input"), layer("b", "Conv2d", "a"), layer("sum", "Add", "a", "b")]
    >>> identity_blocks(layers)
    (IdentityBlock(source='a', branch=('b',), addition='sum'),)
    """
    by_name = {layer.name: layer for layer in layers}
    found = (_block(layer, by_name) for layer in layers if layer.kind == ADDITION)
    return tuple(block for block in found if block is not None)


def around(block: IdentityBlock, layers: Sequence[LayerCost], groups: Sequence[Group]) -> tuple[str, ...]:
    """The keys of the groups that hold the branch and the addition, the outermost first.

    >>> def layer(name, kind, *inputs):
    ...     return LayerCost(name, kind, (1, 1, 1), inputs, None, 0, 0, 4, by_formula=True)
    >>> layers = [layer("a", "Conv2d", "input"), layer("b", "Conv2d", "a"), layer("sum", "Add", "a", "b")]
    >>> (block,) = identity_blocks(layers)
    >>> around(block, layers, [Group("0", "stem", 0, 1), Group("1", "block", 1, 3)])
    ('1',)
    """
    numbers = {layer.name: number for number, layer in enumerate(layers)}
    first, last = min(numbers[name] for name in block.branch), numbers[block.addition]
    for group in groups:
        if group.start <= first and last < group.stop:
            return (group.key, *around(block, layers, group.children))
    return ()


def _block(addition: LayerCost, layers: Mapping[str, LayerCost]) -> IdentityBlock | None:
    if len(addition.inputs) != 2:  # noqa: PLR2004 - the input, and what was made of it
        return None
    one, other = (_bare(name, layers) for name in addition.inputs)
    for source, end in ((one, other), (other, one)):
        branch = _between(source, end, layers)
        # A branch without one, such as x + relu(x), is no block.
        if any(layers[name].kind == CONVOLUTION for name in branch):
            return IdentityBlock(source, branch, addition.name)
    return None


def _bare(name: str, layers: Mapping[str, LayerCost]) -> str:
    """What a layer that only hands on what it got, as `nn.Identity` does, was given."""
    while name in layers and layers[name].memory == 0 and len(layers[name].inputs) == 1:
        name = layers[name].inputs[0]
    return name


def _between(source: str, end: str, layers: Mapping[str, LayerCost]) -> tuple[str, ...]:
    """The layers that lead from `source` to `end`; none where `end` is made of anything else too, or not of it."""
    seen: set[str] = set()
    waiting = [end]
    while waiting:
        name = waiting.pop()
        if name == source or name in seen:
            continue
        if name not in layers or not layers[name].inputs:
            return ()
        seen.add(name)
        waiting += layers[name].inputs
    return tuple(name for name in layers if name in seen)
