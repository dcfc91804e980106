"""Which column of a list of students means what, told by its headings or by its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgame.classroom.allowances import looks_like_one
from quizgame.errors import QuizgameError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgame.classroom.roster_file import Row

_HEADINGS = {
    "name": (
        "name", "names", "student", "students", "student name", "pupil", "full name", "learner",
        "schüler", "schülerin", "vollständiger name", "élève", "nom complet", "nom et prénom",
        "alumno", "alumna", "nombre completo", "nombre y apellidos",
    ),
    "first": (
        "first", "first name", "firstname", "given name", "forename", "vorname", "rufname",
        "prénom", "nombre",
    ),
    "last": (
        "last", "last name", "lastname", "surname", "family name", "nachname", "familienname",
        "nom", "nom de famille", "apellido", "apellidos",
    ),
    "team": (
        "team", "teams", "group", "gruppe", "mannschaft", "équipe", "groupe", "equipo", "grupo",
    ),
    "time": (
        "time", "extra time", "extra", "allowance", "time allowance", "zeit", "mehr zeit",
        "zeitzugabe", "temps", "tiers temps", "temps supplémentaire", "tiempo", "tiempo extra",
    ),
}  # fmt: skip
_MEANING = {heading: meaning for meaning, all_ in _HEADINGS.items() for heading in all_}
# A longer heading means what it has one word of each of these sets in.
_BY_WORDS: tuple[tuple[str, tuple[set[str], ...]], ...] = (
    ("first", ({"name"}, {"first", "given"})),
    ("last", ({"name"}, {"last", "family"})),
    ("name", ({"name", "names"}, {"student", "students", "pupil", "pupils", "learner", "full"})),
    ("time", ({"extra", "additional"}, {"time", "zeit", "temps", "tiempo"})),
    ("time", ({"allowance", "accommodation", "accommodations", "nachteilsausgleich"},)),
    ("team", ({"team", "teams"},)),
)
_BY_PLACE = 3
_ENOUGH_TO_TELL = 3


@dataclass(frozen=True, slots=True)
class Columns:
    """Where to look in a row.

    Attributes:
        name: the columns that make up the name, in the order in which it is said.
        width: how many columns there are.
    """

    name: tuple[int, ...]
    team: int | None
    time: int | None
    width: int


def split(listed: Sequence[Row], file: str) -> tuple[Columns, Sequence[Row]]:
    """What the columns mean, and the rows below the headings, if there are any.

    Raises:
        QuizgameError: the headings name no name, or without headings it cannot be told.
    """
    first = listed[0]
    meanings = [_meaning(cell) for cell in first.cells]
    if any(meanings):
        return _by_headings(meanings, first, file), listed[1:]
    return _by_place(listed, file), listed


def _meaning(cell: str) -> str:
    """What a heading means; empty for one that is not known, and for a name of somebody."""
    words = re.findall(r"[^\W_]+", cell.casefold())
    if known := _MEANING.get(" ".join(words)):
        return known
    fitting = (
        meaning for meaning, sets in _BY_WORDS if all(one.intersection(words) for one in sets)
    )
    return next(fitting, "")


def _by_headings(meanings: list[str], first: Row, file: str) -> Columns:
    for meaning in _HEADINGS:
        if meanings.count(meaning) > 1:
            raise QuizgameError(
                "A column is there twice",
                f"{file}:{first.line}: two headings mean the {_SAID[meaning]}.",
                "Rename or remove one of them.",
            )
    places = {meaning: place for place, meaning in enumerate(meanings) if meaning}
    for part, other in (("first", "last"), ("last", "first")):
        # "Name, first name" and "name, surname": the one that is not told apart is the other.
        if part in places and "name" in places and other not in places:
            places[other] = places.pop("name")
    named = ("name",) if "name" in places else ("first", "last")
    name = tuple(places[part] for part in named if part in places)
    if not name:
        raise QuizgameError(
            "The list of students has no names",
            f"{file}:{first.line}: no heading says `name`.",
            "The first line names the columns: `name`, and perhaps `team` and `extra time`.",
        )
    return Columns(name, places.get("team"), places.get("time"), len(meanings))


_SAID = {
    "name": "name", "first": "first name", "last": "last name", "team": "team",
    "time": "extra time",
}  # fmt: skip


def _by_place(listed: Sequence[Row], file: str) -> Columns:
    second = [row.cells[1].strip() for row in listed if len(row.cells) > 1]
    filled = [cell for cell in second if cell]
    apart = len({cell.casefold() for cell in filled})
    times = any(looks_like_one(cell) for cell in filled)
    if times or (apart == len(filled) == len(listed) and apart >= _ENOUGH_TO_TELL):
        what = "extra time" if times else "first names"
        raise QuizgameError(
            "It cannot be told what the second column means",
            f'{file}:{listed[0].line}: without headings it is the team, but "{filled[0][:40]}" '
            f"looks like {what}.",
            "Put a first line above the names, such as `name,team,extra time` or "
            "`last name,first name`.",
        )
    width = min(_BY_PLACE, max(len(row.cells) for row in listed))
    return Columns((0,), 1 if width > 1 else None, 2 if width > 2 else None, width)
