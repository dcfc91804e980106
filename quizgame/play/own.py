"""The player's own data in other formats: every answer and setting, and the front page."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import fields
from datetime import date, datetime
from math import isfinite
from typing import TYPE_CHECKING, NamedTuple

from quizgame import writing
from quizgame.errors import UsageError
from quizgame.exchange.cells import guard
from quizgame.game import front_page
from quizgame.play.player import Player
from quizgame.saves import tables
from quizgame.saves.names import slug
from quizgame.saves.notes import notes_of
from quizgame.saves.records import Answer
from quizgame.text import UNICODE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from quizgame.game.front_page import FrontPage
    from quizgame.saves.reading import Save

FORMAT = 1
"""The format of the JSON; it changes when something in it gets another meaning."""


class Form(NamedTuple):
    """A format in which a player can have their data.

    Attributes:
        suffix: of the file, with its dot.
        words: what is in it.
        is_page: whether it is the front page of one day.
    """

    suffix: str
    words: str
    is_page: bool = False


FORMS: Mapping[str, Form] = {
    "svg": Form(".svg", "the front page as a picture", is_page=True),
    "markdown": Form(".md", "the front page as Markdown", is_page=True),
    "text": Form(".txt", "the front page as plain text", is_page=True),
    "csv": Form(".csv", "every answer, as a table"),
    "json": Form(".json", "everything that is kept of you"),
}


def export(
    save: Save, to: str, day: date | None = None, told: Sequence[Answer] | None = None
) -> str:
    """A player's data in one of the `FORMS`.

    Args:
        save: the player's.
        to: a key of `FORMS`.
        day: the day of the page; by default the last that has one.
        told: the answers that a page may tell of; by default all.

    Raises:
        UsageError: there is no page of that day.
    """
    if to == "json":
        return as_json(save)
    if to == "csv":
        return as_csv(save)
    page = _page(save, day, told)
    if to == "svg":
        from quizgame.exchange.page_svg import svg

        return svg(page, save.name)
    if to == "markdown":
        from quizgame.exchange.page_markdown import markdown

        return markdown(page, save.name)
    from quizgame.exchange.page_text import text

    return text(page, save.name)


def file_name(name: str, to: str, day: date | None) -> str:
    """What a file is called if nobody says otherwise."""
    form = FORMS[to]
    what = "front-page" if form.is_page else "answers" if to == "csv" else "everything"
    when = f"-{day.isoformat()}" if form.is_page and day else ""
    return f"{slug(name)}-{what}{when}{form.suffix}"


def as_json(save: Save) -> str:
    """Everything that is kept of a player, as JSON in ASCII; numbers that JSON lacks are null."""
    kept: dict[str, list[dict[str, object]]] = {f"{kind}s": [] for kind in tables.kinds()}
    for record in save.records:
        kind, table = tables.to_table(record)
        kept[f"{kind}s"].append({key: _plain(value) for key, value in table.items()})
    notes = [{key: _plain(value) for key, value in note.items()} for note in notes_of(save.path)]
    player = {"id": save.id, "name": save.name, "created": _plain(save.created)}
    told = {"format": FORMAT, "player": player, **kept, "notes": notes}
    return json.dumps(told, indent=2, allow_nan=False) + "\n"


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, float) and not isfinite(value):
        return None
    if isinstance(value, tuple):
        return list(value)
    # A file of notes that others made may hold anything.
    return value if isinstance(value, str | int | float | None) else str(value)


def as_csv(save: Save) -> str:
    """A row for each answer, in order; no cell is a formula, and none runs over a line."""
    made = io.StringIO()
    writer = csv.writer(made)
    names = [field.name for field in fields(Answer)]
    writer.writerow(names)
    for record in save.records:
        if isinstance(record, Answer):
            writer.writerow([_cell(getattr(record, name)) for name in names])
    return made.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.isoformat()
    return guard(UNICODE.line(value)) if isinstance(value, str) else str(value)


def _page(save: Save, day: date | None, told: Sequence[Answer] | None) -> FrontPage:
    player = Player(save.path.parent, save)
    past, printed = player.answers if told is None else told, player.printed()
    every = front_page.days(past, printed)
    if day is not None and day not in every:
        there = ", ".join(one.isoformat() for one in every[-5:])
        raise UsageError(
            "There is no page of that day",
            f"Nothing was answered on {day.isoformat()}.",
            f"The last days with a page: {there}." if there else "Play a round first.",
        )
    return front_page.page_of(day, past, printed) if day else front_page.front_page(past, printed)


def write(path: Path, text: str, *, over: bool = False, hint: str = "") -> None:
    """Writes a file into a folder that is there.

    A table gets a byte-order mark, without which spreadsheets misread what is not ASCII.

    Args:
        path: the file.
        text: what it is to hold.
        over: whether it may take the place of a file that is there already.
        hint: what to do where it may not.

    Raises:
        AlreadyThereError: there is something at this path, which stays.
        UsageError: it cannot be written.
    """
    encoding = "utf-8-sig" if path.suffix == FORMS["csv"].suffix else "utf-8"
    writing.write({path: text.encode(encoding)}, over=over, folders=False, hint=hint)
