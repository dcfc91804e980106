"""From places in the tables to lines and columns.

Positions are only looked for when something is wrong, and then, where that is safe, only in the
piece of the file that holds the table in question: a pack may have ten thousand of them.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from contextlib import suppress
from typing import TYPE_CHECKING

from quizgame.packs.diagnostics import LINE, Diagnostic, Spot, Where
from quizgame.packs.scanner import Place, Scanner, offset_in_string
from quizgame.packs.spots import spot
from quizgame.text import UNICODE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from quizgame.packs.diagnostics import KeyPath, Problem
    from quizgame.packs.pack import Span
    from quizgame.packs.parts import Part

_LONGEST = 300
_HEADER = re.compile(r"""^[ \t]*+\[\[?+[ \t]*+["']?([A-Za-z0-9_-]++)["']?[ \t]*+([.\]])""", re.M)


def located(problems: Sequence[Problem], parts: Sequence[Part]) -> list[Diagnostic]:
    """The problems as they are shown, in the order of the files and their lines."""
    wanted: dict[int, set[KeyPath]] = defaultdict(set)
    for problem in problems:
        for where in (problem.where, *problem.others):
            if isinstance(where, Where):
                wanted[where.part].add(where.path)
    found = {number: places(parts[number], paths) for number, paths in wanted.items()}

    def place(where: Where | Spot) -> Spot:
        if isinstance(where, Spot):
            return where
        return _spot(where, parts[where.part], found[where.part])

    shown = [_diagnostic(problem, place) for problem in problems]
    files = {part.source.path: part.number for part in parts}
    return sorted(
        shown, key=lambda one: (files.get(one.spot.path, -1), one.spot.line, one.spot.column)
    )


def _diagnostic(problem: Problem, place: Callable[[Where | Spot], Spot]) -> Diagnostic:
    code = problem.code
    others = tuple(place(other) for other in problem.others)
    hint = problem.hint or code.cure
    if others and LINE in hint:
        hint = hint.replace(LINE, str(others[0].line))
    return Diagnostic(
        code.code,
        code.severity,
        _one_line(problem.message),
        place(problem.where),
        _one_line(hint),
        others,
    )


def _one_line(words: str) -> str:
    """Keys and names that authors chose are part of it, and can hold anything."""
    shown = UNICODE.line(words[: _LONGEST + 1])
    return shown if len(shown) <= _LONGEST else shown[:_LONGEST] + "…"


def _spot(where: Where, part: Part, found: Mapping[KeyPath, Place]) -> Spot:
    text = part.source.text
    path = where.path
    while path and path not in found:
        path = path[:-1]
    if not path:
        return spot(part.source.path, text, (0, 0), where.label)
    place = found[path]
    span = _within(place.value, text, where.inside)
    if where.of == "key" and path == where.path:
        span = place.key
    return spot(part.source.path, text, span, where.label)


def _within(span: Span, text: str, inside: Span | None) -> Span:
    begin, end = span
    raw = text[begin:end]
    if inside is None or raw[:1] not in ('"', "'"):
        return span
    first, last = (offset_in_string(raw, index) for index in inside)
    return (begin + first, begin + max(last, first + 1))


def places(part: Part, wanted: Iterable[KeyPath]) -> dict[KeyPath, Place]:
    """Where these values of a file stand."""
    text = part.source.text
    found: dict[KeyPath, Place] = {}
    whole: list[KeyPath] = []
    pieces: dict[KeyPath, list[KeyPath]] = defaultdict(list)
    for path in wanted:
        deep = len(path) > 1 and isinstance(path[1], int)
        pieces[path[: 2 if deep else 1]].append(path)
    headers = tables(text)
    for table, paths in pieces.items():
        piece = _piece(table, part, headers)
        if piece is None:
            whole += paths
        else:
            found |= _in_piece(text, piece, table, paths)
    return found | _scan(text, whole) if whole else found


def _scan(text: str, wanted: Iterable[KeyPath]) -> dict[KeyPath, Place]:
    scanner = Scanner(text, list(wanted))
    # Brackets so deep that the parser just managed them; what was found before them holds.
    with suppress(RecursionError):
        scanner.run()
    return scanner.places


def tables(text: str) -> dict[str, list[tuple[int, int]]]:
    """By its first name, where each top-level table seems to begin and end."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    name, start = "", 0
    for match in _HEADER.finditer(text):
        if match[1] == name and match[2] == ".":
            continue
        found[name].append((start, match.start()))
        name, start = match[1], match.start()
    found[name].append((start, len(text)))
    return found


def _piece(table: KeyPath, part: Part, headers: Mapping[str, list[tuple[int, int]]]) -> Span | None:
    """The piece of the file that holds the table, if it is certain."""
    if not table:
        return None
    name, *rest = table
    value = part.data.get(str(name))
    pieces = headers.get(str(name), [])
    if rest and isinstance(value, list) and isinstance(rest[0], int):
        if len(pieces) != len(value) or rest[0] >= len(value):
            return None
        piece = pieces[rest[0]]
        expected: object = [value[rest[0]]]
    elif len(pieces) == 1 and isinstance(value, dict):
        piece, expected = pieces[0], value
    else:
        return None
    return piece if _holds(part.source.text[slice(*piece)], {str(name): expected}) else None


def _holds(text: str, expected: object) -> bool:
    # A header within a text only looks like one, and then the pieces are not what they seem.
    try:
        return bool(tomllib.loads(text) == expected)
    except (ValueError, RecursionError):
        return False


def _in_piece(
    text: str, piece: Span, table: KeyPath, paths: Iterable[KeyPath]
) -> dict[KeyPath, Place]:
    begin, end = piece
    index = table[1:2]
    local = [(path[0], 0, *path[2:]) if index else path for path in paths]
    found = _scan(text[begin:end], local)

    def moved(span: Span) -> Span:
        return (span[0] + begin, span[1] + begin)

    return {
        (path[0], *index, *path[2:]) if index and len(path) > 1 else path: Place(
            moved(place.value), moved(place.key)
        )
        for path, place in found.items()
        if path
    }
