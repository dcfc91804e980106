"""A class report in long form: a row a student, an item and a vote, for any spreadsheet."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from quizgame.exchange.cells import guard
from quizgame.insight.classes.data import origin
from quizgame.text import UNICODE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from quizgame.insight.classes.report import Report
    from quizgame.insight.given import AskedItem, Given, Held

COLUMNS = (
    "session", "began", "student", "name", "team", "people", "sent_out", "item", "kind",
    "statement", "skill", "article", "key", "vote", "counts", "answered", "chosen", "text", "right",
    "confidence", "origin", "at",
)  # fmt: skip

_Place = tuple[str, "datetime", str]
"""A session or save, when it began, and the name that was used there."""

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""What a file of the table begins with, so that spreadsheets take it for UTF-8."""


def table(made: Report) -> str:
    """The whole table with a line of headings, without the byte-order mark.

    Every student of a session has a row for each of its items, whether they answered it or not.
    Raised hands have a row for each option, without a student.
    Text that a spreadsheet would calculate, and what no terminal may get, is made harmless.
    """
    names = {
        (sat.session, sat.began, sat.name): one.name for one in made.students for sat in one.sat
    }
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for held in made.sources:
        for row in _rows(held, names):
            writer.writerow([guard(UNICODE.line(row.get(column, ""))) for column in COLUMNS])
    return out.getvalue()


def _rows(held: Held, names: Mapping[_Place, str]) -> Iterator[Mapping[str, str]]:
    given: dict[tuple[str, str], list[Given]] = {}
    for one in held.given:
        given.setdefault((one.student, one.item), []).append(one)
    for student in held.students:
        who = _student(held, student, names)
        if not held.items:
            yield who
        for item in held.items:
            about = who | _item(item)
            answers = given.get((student, item.item), [])
            yield from (about | _answer(one, item, held) for one in answers)
            if not answers:
                yield about | {"answered": "0"}
    for item in held.items:
        yield from _raised(held, item)


def _raised(held: Held, item: AskedItem) -> Iterator[Mapping[str, str]]:
    """How many raised their hands for each option, in each vote in which they were counted."""
    about = _place(held) | _item(item)
    for vote, hands in enumerate(item.hands, 1):
        for option in item.options if hands else ():
            yield about | {
                "people": str(hands.get(option.id, 0)),
                "vote": str(vote),
                "counts": _said(item.told and vote == item.raised),
                "answered": "1",
                "chosen": option.id,
                "text": option.text,
                "right": _said(option.id in item.answers) if item.answers else "",
            }
    if not held.students and not any(item.hands):
        yield about | {"people": "0", "answered": "0"}


def _place(held: Held) -> dict[str, str]:
    return {
        "session": held.session,
        "began": held.began.isoformat(),
        "origin": origin(held.origin == "self"),
    }


def _student(held: Held, student: str, names: Mapping[_Place, str]) -> dict[str, str]:
    return _place(held) | {
        "student": student,
        "name": names[held.session, held.began, student],
        "team": held.teams.get(student, ""),
        "people": str(held.people.get(student, 1)),
        "sent_out": _said(student in held.out),
    }


def _item(item: AskedItem) -> dict[str, str]:
    texts = {option.id: option.text for option in item.options}
    key = item.answers[0] if item.answers else ""
    return {
        "item": item.item,
        "kind": item.kind,
        "statement": item.statement,
        "skill": item.skill,
        "key": texts.get(key, key),
    }


def _answer(one: Given, item: AskedItem, held: Held) -> dict[str, str]:
    texts = {option.id: option.text for option in item.options}
    return {
        "session": one.session,
        "article": one.article,
        "vote": str(one.vote),
        "counts": _said(one.counts and one.student not in held.out),
        "answered": "1",
        "chosen": one.chosen,
        "text": texts.get(one.chosen, one.chosen),
        "right": "" if one.right is None else _said(one.right),
        "confidence": one.confidence,
        "at": one.at.isoformat(),
    }


def _said(fact: bool) -> str:
    return "1" if fact else "0"
