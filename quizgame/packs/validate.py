"""A parsed file against the models of the format."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from quizgame.packs import codes, models
from quizgame.packs.diagnostics import Problem, Where
from quizgame.packs.parts import Part
from quizgame.packs.undecided import undecided
from quizgame.packs.unions import faults
from quizgame.packs.words import problems

if TYPE_CHECKING:
    from quizgame.packs.files import Source
    from quizgame.packs.unions import Fault

MOST_VALUES = 2_000_000
"""A pack of 10,000 questions has some 150,000; each value can be wrong, and say so."""

Model = TypeVar("Model", bound=models.Table)

_TABLES: dict[str, type[models.Table]] = {
    "article": models.ArticleTable,
    "claim": models.ClaimTable,
    "question": models.QuestionTable,
    "set": models.SetTable,
    "course": models.CourseTable,
    "scenario": models.Scenario,
    "left_out": models.LeftOutTable,
}


def validate(
    number: int, source: Source, data: dict[str, Any], *, main: bool
) -> tuple[Part, list[Problem]]:
    """The file's tables, and what is wrong with them; `main` is the file with `[pack]`.

    If some tables are unsound, the others are still there, so that one run finds every problem.
    """
    part = Part(number, source, data)
    if len(source.text) > MOST_VALUES and _has_too_many(data):
        message = f"the file has more than {MOST_VALUES:,} values"
        return part, [Problem(codes.TOO_LARGE, message, Where(number))]
    model = models.PackFile if main else models.PartFile
    try:
        file = model.model_validate(data)
    except ValidationError as error:
        _sound_tables(part, data)
        return part, undecided(problems(error, number, data), part)
    part.pack = file.pack if isinstance(file, models.PackFile) else None
    for kind in _TABLES:
        setattr(part, kind, list(enumerate(getattr(file, kind))))
    return part, []


def _has_too_many(data: dict[str, Any]) -> bool:
    """Whether reporting on each value could take all of the memory."""
    stack: list[Any] = [data]
    count = 0
    while stack and count <= MOST_VALUES:
        value = stack.pop()
        items = value.values() if isinstance(value, dict) else value
        count += len(items)
        stack += [item for item in items if isinstance(item, (dict, list))]
    return count > MOST_VALUES


def _sound_tables(part: Part, data: dict[str, Any]) -> None:
    part.pack = _sound(models.PackTable, data.get("pack"))
    unsound: dict[str, set[str]] = {kind: set() for kind in _TABLES}
    for kind, model in _TABLES.items():
        tables = data.get(kind)
        for index, raw in enumerate(tables if isinstance(tables, list) else ()):
            table = _sound(model, raw)
            if table is not None:
                getattr(part, kind).append((index, table))
            elif isinstance(raw, dict) and isinstance(raw.get("id"), str):
                unsound[kind].add(raw["id"])
    part.unsound_articles = frozenset(unsound.pop("article"))
    part.unsound = frozenset().union(*unsound.values())


def _sound(model: type[Model], raw: object) -> Model | None:
    """The table, or what is left of it without the keys that are wrong.

    Nothing is played that came out of this; but its quotes and references can be checked.
    """
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        if not isinstance(raw, dict):
            return None
        found = faults(error.errors(include_url=False, include_input=False), raw)
    pruned = _without(raw, found)
    if model is models.ClaimTable:
        pruned.setdefault("status", "unknown")
    try:
        return model.model_validate(pruned)
    except ValidationError:
        return None


def _without(raw: dict[str, Any], found: list[Fault]) -> dict[str, Any]:
    """A copy of the table without the optional values that are wrong, ids excepted."""
    pruned = deepcopy(raw)
    for fault in found:
        # The library counts sound entries only; see `lengths`.
        if fault.kind in {"too_short", "too_long"} or not fault.path:
            continue
        *way, last = fault.path
        value: Any = pruned
        for step in way:
            value = value[step] if value is not None and _leads(step, value) else None
        if isinstance(value, dict) and last in value and last != "id":
            del value[last]
    return pruned


def _leads(step: Any, value: Any) -> bool:
    return (
        step in value if isinstance(value, dict) else isinstance(value, list) and step < len(value)
    )
