"""What the validation library says, in words for people who write packs."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from quizgame.packs import codes
from quizgame.packs.diagnostics import Problem, Where
from quizgame.packs.keys import key_problem
from quizgame.packs.lengths import lengths
from quizgame.packs.names import did_you_mean, slug
from quizgame.packs.unions import Fault, faults

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import ValidationError

    from quizgame.packs.codes import Code
    from quizgame.packs.diagnostics import KeyPath

_LISTED = "a list in brackets, such as `[ … ]`"
_EXPECTED = {
    "string_type": 'text in quotation marks, such as `"…"`',
    "int_type": "a whole number",
    "float_type": "a number",
    "bool_type": "`true` or `false`",
    "date_type": "a date without quotation marks, such as `2024-10-25`",
    "tuple_type": _LISTED,
    "model_type": "a table of its own",
    "dict_type": "a table, such as `{ trust = 5 }`",
    "neither": "text in quotation marks, or a table of its own",
}
_PATTERNS = {
    r"\S": ("is empty", "Write something, or remove the key where it is optional."),
    r"^[a-z0-9-]{1,64}$": (
        "is not an id: only a to z, 0 to 9 and -, at most 64 of them",
        "",
    ),
    r"^[a-z0-9-]{1,64}(@[a-z0-9-]{1,64})?$": (
        "is neither `claim` nor `claim@quote`",
        "Write the id of a claim, and after an @ the id of the quote that is meant.",
    ),
    r"^(>=|<=|>|<|==)\s?[0-9]{1,3}$": ("is not a comparison", 'Write it like `">=40"`.'),
    r"^(strong|fair|weak)$": ("must be `strong`, `fair` or `weak`", "Choose one of them."),
}


def problems(error: ValidationError, part: int, data: dict[str, Any]) -> list[Problem]:
    """One problem for each thing that is wrong with a file."""
    found = faults(error.errors(include_url=False, include_input=False), data)
    strayed = _strayed(found)
    told = (
        _problem(fault, part)
        for fault in found
        if fault.kind != "missing" or fault.path not in strayed
    )
    return [problem for problem in told if problem] + lengths(data, part)


def _strayed(found: list[Fault]) -> set[KeyPath]:
    """Where the keys belong that stand in a table below: they are misplaced, not missing."""
    extra = [fault.path for fault in found if fault.kind == "extra_forbidden"]
    return {(*path[:end], path[-1]) for path in extra for end in range(len(path) - 1)}


def _problem(fault: Fault, part: int) -> Problem | None:
    if fault.kind in {"too_short", "too_long"}:
        return None
    if fault.kind in {"missing", "extra_forbidden"}:
        return key_problem(fault, part)
    where = Where(part, fault.path, "key" if fault.is_key else "value")
    code, message, hint = _WORDS.get(fault.kind, _type)(fault)
    return Problem(code, message, where, hint)


Words = tuple["Code", str, str]


def _name(fault: Fault) -> str:
    """How the value is called: its key, or "entry 2 of `wrong`"."""
    key, *rest = (step for step in reversed(fault.path))
    if isinstance(key, str):
        return f"`{key}`"
    within = next((step for step in rest if isinstance(step, str)), "the list")
    return f"entry {key + 1} of `{within}`"


def _type(fault: Fault) -> Words:
    brackets = _brackets(fault)
    if brackets:
        return brackets
    expected = _EXPECTED.get(fault.kind, "written in another way")
    if isinstance(fault.value, date) and fault.kind.startswith("date"):
        expected = "a date without a time, such as `2024-10-25`"
    message = f"{_name(fault)} must be {expected}, not {_kind(fault.value)}"
    return codes.WRONG_TYPE, message, f"Write {expected}."


def _brackets(fault: Fault) -> Words | None:
    """`[claim]` where a pack has many of them, or `[[pack]]` where it has one."""
    names = ".".join(step for step in fault.path if isinstance(step, str))
    if fault.kind == "tuple_type" and isinstance(fault.value, dict):
        message, right = f"one of several `{names}` needs two brackets", f"[[{names}]]"
    elif fault.kind == "model_type" and isinstance(fault.value, list):
        message, right = f"there is only one `{names}`: one bracket", f"[{names}]"
    else:
        return None
    return codes.BRACKETS, message, f"Write `{right}`."


def _kind(value: object) -> str:
    """A type in plain words; `bool` comes before `int`, of which it is one."""
    for kind, words in _KINDS:
        if isinstance(value, kind):
            return words
    return "a time"


_KINDS: tuple[tuple[type, str], ...] = (
    (str, "text"),
    (bool, "true or false"),
    (int, "a number"),
    (float, "a number with a point"),
    (list, "a list"),
    (dict, "a table"),
    (date, "a date"),
)


def _choice(fault: Fault) -> Words:
    allowed = [
        word.strip("'") for word in _context(fault, "expected").replace(" or ", ", ").split(", ")
    ]
    guess = did_you_mean(fault.value, allowed) if isinstance(fault.value, str) else ""
    message = f"{_name(fault)} must be one of: {', '.join(allowed)}"
    return codes.NOT_ALLOWED, message, guess or f"Write one of: {', '.join(allowed)}."


def _pattern(fault: Fault) -> Words:
    message, hint = _PATTERNS[_context(fault, "pattern")]
    if not hint:
        example = slug(str(fault.path[-1] if fault.is_key else fault.value), "my-id")
        hint = f"`{example}` would do."
    return codes.NOT_ALLOWED, f"{_name(fault)} {message}", hint


def _too_long(fault: Fault) -> Words:
    message = f"{_name(fault)} has more than {_context(fault, 'max_length')} characters"
    return codes.NOT_ALLOWED, message, "Shorten it."


def _at_most(fault: Fault) -> Words:
    if fault.path == ("format",):
        return codes.NEWER, "this pack is written for a newer version of the game", ""
    return _range(fault, "at most", "le")


def _at_least(fault: Fault) -> Words:
    return _range(fault, "at least", "ge")


def _more_than(fault: Fault) -> Words:
    return _range(fault, "more than", "gt")


def _range(fault: Fault, words: str, key: str) -> Words:
    limit = _context(fault, key)
    return codes.NOT_ALLOWED, f"{_name(fault)} must be {words} {limit}", "Change the number."


def _context(fault: Fault, key: str) -> str:
    return str(fault.context[key])


_WORDS: dict[str, Callable[[Fault], Words]] = {
    "literal_error": _choice,
    "string_pattern_mismatch": _pattern,
    "string_too_long": _too_long,
    "less_than_equal": _at_most,
    "greater_than_equal": _at_least,
    "greater_than": _more_than,
}
