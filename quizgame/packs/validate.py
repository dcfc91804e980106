"""A parsed file against the models of the format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from quizgame.packs import models
from quizgame.packs.parts import Part
from quizgame.packs.words import problems

if TYPE_CHECKING:
    from quizgame.packs.diagnostics import Problem
    from quizgame.packs.files import Source

Model = TypeVar("Model", bound=models.Table)

_TABLES: dict[str, type[models.Table]] = {
    "article": models.ArticleTable,
    "claim": models.ClaimTable,
    "question": models.QuestionTable,
    "set": models.SetTable,
    "scenario": models.Scenario,
}


def validate(
    number: int, source: Source, data: dict[str, Any], *, main: bool
) -> tuple[Part, list[Problem]]:
    """The file's tables, and what is wrong with them; `main` is the file with `[pack]`.

    If some tables are unsound, the others are still there, so that one run finds every problem.
    """
    part = Part(number, source, data)
    model = models.PackFile if main else models.PartFile
    try:
        file = model.model_validate(data)
    except ValidationError as error:
        _sound_tables(part, data)
        return part, problems(error, number, data, model)
    part.pack = file.pack if isinstance(file, models.PackFile) else None
    for kind in _TABLES:
        setattr(part, kind, list(enumerate(getattr(file, kind))))
    return part, []


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
    try:
        return model.model_validate(raw)
    except ValidationError:
        return None
