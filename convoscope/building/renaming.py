"""A file with our modules under the names that they have where Convoscope is installed.

Imports, and what is reached through them, are found in the syntax tree. In texts (docstrings, strings, lines to copy) a
name counts where it is spelled as a whole and there is such a module.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

Place = tuple[int, int]  # line from 1, column from 0, counted in letters
# From Python 3.12 on, what stands between the braces of an f-string is code of its own.
TEXTS: Final = {tokenize.STRING, getattr(tokenize, "FSTRING_MIDDLE", tokenize.STRING)}


class NotRenamedError(ValueError):
    """A file speaks of our modules in a way that can't be followed; the text is one sentence."""


@dataclass(frozen=True)
class Renaming:
    """`rooms`: how names begin in a checkout, and how they begin instead. `modules`: all their names in a checkout."""

    rooms: Mapping[str, str]
    modules: AbstractSet[str]

    def code(self, source: str) -> str:
        """A file of Python. Raises `NotRenamedError`."""
        tree = ast.parse(source)
        self._refuse(tree)
        lines = io.StringIO(source).readlines()
        places = ((line, len(lines[line - 1].encode()[:octet].decode()), room) for line, octet, room in self._in(tree))
        named = replaced(source, [((line, column), room, self.rooms[room]) for line, column, room in places])
        tokens = [token for token in tokenize.generate_tokens(io.StringIO(named).readline) if token.type in TEXTS]
        return replaced(named, [(token.start, token.string, self.text(token.string)) for token in tokens])

    def text(self, text: str) -> str:
        """A text for people, or for a program that is told names."""
        return re.sub(rf"{self._rooms()}((?:\.\w+)+)", self._spelled, text)

    def _rooms(self) -> str:
        return rf"(?<![\w./])({'|'.join(map(re.escape, self.rooms))})"

    def _spelled(self, found: re.Match[str]) -> str:
        module = f"{found[1]}.{found[2].split('.')[1]}"
        return f"{self.rooms[found[1]]}{found[2]}" if module in self.modules else found[0]

    def _in(self, tree: ast.AST) -> Iterator[tuple[int, int, str]]:
        """Where rooms are named in code: line and octet, as the tree counts them, and the room."""
        given = self._given(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and not node.level:
                named = [(node.lineno, node.col_offset + len("from "), str(node.module))]
            elif isinstance(node, ast.Import):
                named = [(alias.lineno, alias.col_offset, alias.name) for alias in node.names]
            elif isinstance(node, ast.Name) and node.id in given:
                named = [(node.lineno, node.col_offset, node.id)]
            else:
                continue
            rooms = ((line, octet, name.partition(".")[0]) for line, octet, name in named)
            yield from (found for found in rooms if found[2] in self.rooms)

    def _given(self, tree: ast.AST) -> set[str]:
        """The names that `import models.nets` gives: rooms, through which modules are reached."""
        imports = (alias for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names)
        return {alias.name.partition(".")[0] for alias in imports if not alias.asname} & {*self.rooms}

    def _refuse(self, tree: ast.AST) -> None:
        """Raises `NotRenamedError` for a name that is made while the program runs, or stands for other things too."""
        given = self._given(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                texts = (str(part.value) for part in node.values if isinstance(part, ast.Constant))
                if any(re.search(rf"{self._rooms()}(\.\w+)*\.$", text) for text in texts):
                    raise NotRenamedError(f"Line {node.lineno} puts the name of a module together; import relatively.")
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                continue
            if isinstance(node, ast.arg | ast.Name) and getattr(node, "arg", getattr(node, "id", "")) in given:
                raise NotRenamedError(f"Line {node.lineno} gives the name of an imported room a second meaning.")


def replaced(source: str, edits: Iterable[tuple[Place, str, str]]) -> str:
    """The source with other texts in some places. Raises `NotRenamedError` where the text to replace is not there."""
    starts = [0, *accumulate(map(len, io.StringIO(source)))]
    pieces, end = [], 0
    for (line, column), old, new in sorted(edits):
        start = starts[line - 1] + column
        if old != new and source[start : start + len(old)] != old:
            raise NotRenamedError(f"Line {line} has no {old} at column {column}, where one was to be renamed.")
        if old != new:
            pieces += [source[end:start], new]
            end = start + len(old)
    return "".join([*pieces, source[end:]])
