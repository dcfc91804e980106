"""Keys that are missing, unknown, or in the wrong table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.packs import codes, models
from quizgame.packs.diagnostics import LINE, Problem, Where
from quizgame.packs.names import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizgame.packs.diagnostics import KeyPath
    from quizgame.packs.unions import Fault

_TABLES: dict[tuple[str, ...], type[models.Table]] = {
    (): models.PackFile,
    ("pack",): models.PackTable,
    ("article",): models.ArticleTable,
    ("claim",): models.ClaimTable,
    ("claim", "quote"): models.QuoteTable,
    ("question",): models.QuestionTable,
    ("question", "quote"): models.QuoteTable,
    ("question", "answer"): models.OptionTable,
    ("question", "wrong"): models.OptionTable,
    ("set",): models.SetTable,
    ("course",): models.CourseTable,
    ("scenario",): models.Scenario,
    ("scenario", "scene"): models.SceneTable,
    ("scenario", "scene", "asks"): models.AskTable,
    ("scenario", "scene", "choice"): models.ChoiceTable,
    ("scenario", "scene", "choice", "judges"): models.JudgesTable,
    ("scenario", "scene", "instead"): models.InsteadTable,
    ("scenario", "event"): models.EventTable,
}
_FIRST_LINES = {
    "format": "Write `format = 1` as the first line of the file.",
    "pack": "Write `[pack]` with an `id` and a `title` above the other tables.",
}


def key_problem(fault: Fault, part: int) -> Problem:
    """What is wrong with a key, and where it belongs."""
    if fault.kind == "missing":
        return _missing(fault, part)
    *table, key = fault.path
    return _unknown(tuple(table), str(key), part)


def _names(path: KeyPath) -> tuple[str, ...]:
    return tuple(step for step in path if isinstance(step, str))


def _fields(names: tuple[str, ...]) -> Iterable[str]:
    model = _TABLES.get(names)
    return model.model_fields if model else ()


def _header(names: tuple[str, ...]) -> str:
    """A table as its author writes it."""
    if not names:
        return "the file"
    dotted = ".".join(names)
    return f"[{dotted}]" if names[-1] in {"pack", "judges", "answer"} else f"[[{dotted}]]"


def _missing(fault: Fault, part: int) -> Problem:
    *table, key = fault.path
    names = _names(tuple(table))
    message = f"`{key}` is missing in {_header(names)}"
    where = Where(part, tuple(table), "header", label=f"add `{key}` here")
    hint = _example(str(key)) if names else _FIRST_LINES[str(key)]
    strayed = _strayed(str(key), fault)
    if strayed is None:
        return Problem(codes.MISSING_KEY, message, where, hint)
    other = Where(part, (*table, *strayed), "key", label="this one belongs to the quote")
    hint = f"If the `{key}` on line {LINE} is meant, move it above `{_header((*names, 'quote'))}`."
    return Problem(codes.MISSING_KEY, message, where, hint, (other,))


def _strayed(key: str, fault: Fault) -> KeyPath | None:
    """A key of that name that slipped into the table's first quote."""
    quotes = fault.value.get("quote") if isinstance(fault.value, dict) else None
    for index, quote in enumerate(quotes if isinstance(quotes, list) else ()):
        if isinstance(quote, dict) and key in quote and key != "text":
            return ("quote", index, key)
    return None


def _example(key: str) -> str:
    if key == "status":
        return 'Add `status = "alleged"` (or confirmed, denied, analysis, unknown).'
    if key == "quote":
        return "Add `quote = '''…'''` with the passage as printed."
    if key == "wrong":
        return 'Add `wrong = ["…", "…", "…"]`.'
    return f'Add `{key} = "…"`.'


def _unknown(table: KeyPath, key: str, part: int) -> Problem:
    names = _names(table)
    where = Where(part, (*table, key), "key")
    for end in range(len(names) - 1, -1, -1):
        if key in _fields(names[:end]):
            return _misplaced(table, key, names[:end], where)
    message = f"{_header(names)} has no key `{key}`"
    return Problem(codes.UNKNOWN_KEY, message, where, _guess(names, key))


def _misplaced(table: KeyPath, key: str, owner: tuple[str, ...], where: Where) -> Problem:
    message = f"`{key}` belongs to {_header(owner)}, not to {_header(_names(table))}"
    other = Where(where.part, table, "header", label="what follows belongs to this table")
    hint = f"This key belongs above line {LINE}."
    return Problem(codes.MISPLACED, message, where, hint, (other,))


def _guess(names: tuple[str, ...], key: str) -> str:
    if not names and key in {"format", "pack"}:
        return "Only `pack.toml` has it; remove it from this part."
    if not names:
        for known in _TABLES:
            if len(known) > 1 and known[-1] == key:
                return f"Write `{_header(known)}`."
    fields = list(_fields(names))
    return did_you_mean(key, fields) or f"Known keys: {', '.join(fields)}."
