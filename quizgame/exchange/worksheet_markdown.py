"""Worksheets in Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgame.exchange.worksheet import INTRODUCTION, letters, places, reasons, source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.exchange.exercises import Book, Evidence, Exercise
    from quizgame.exchange.worksheet import Task, Version

_SIGNS = re.compile(r"[\\`*_\[\]<>#|~&$]")
_LIST = re.compile(r"^(\s*)(?:([-+=])|(\d+)([.)]))", re.MULTILINE)
_NEXT_SHEET = "\n\n---\n\n"
_NAME_LINE = r"Name: \_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_ Date: \_\_\_\_\_\_\_\_\_\_"


def escaped(text: str) -> str:
    """Text as Markdown that shows nothing but the text."""
    safe = _SIGNS.sub(r"\\\g<0>", text)
    return _LIST.sub(lambda m: f"{m[1]}\\{m[2]}" if m[2] else f"{m[1]}{m[3]}\\{m[4]}", safe)


def handouts(book: Book, printed: tuple[Version, ...]) -> str:
    """The sheets for the students, one after the other."""
    return _NEXT_SHEET.join("\n\n".join(_handout(book, version)) for version in printed) + "\n"


def key(book: Book, printed: tuple[Version, ...]) -> str:
    """The sheet for the teacher: the right letters of every version, and why."""
    return "\n\n".join(_key(book, printed)) + "\n"


def _handout(book: Book, version: Version) -> Iterator[str]:
    yield f"# {escaped(book.title)}" + (f", version {version.name}" if version.name else "")
    yield _NAME_LINE
    yield INTRODUCTION
    if book.note:
        yield _flat(book.note)
    for task in version.tasks:
        yield f"## {task.number}"
        yield from _stem(task)
        yield "\n".join(f"- [ ] **{letter}** {_flat(o.text)}" for letter, o in task.lettered())


def _stem(task: Task) -> Iterator[str]:
    yield from map(_passage, task.exercise.evidence)
    *before, asked = (escaped(line) for line in task.exercise.ask.split("\n") if line.strip())
    yield from (*before, f"**{asked}**")


def _passage(shown: Evidence) -> str:
    lines = [escaped(line) for line in shown.text.split("\n") if line.strip()]
    if shown.means:
        lines.append(f"(means: {_flat(shown.means)})")
    return "\n>\n".join(f"> {line}" for line in (*lines, f"— {escaped(source(shown))}"))


def _key(book: Book, printed: tuple[Version, ...]) -> Iterator[str]:
    yield f"# {escaped(book.title)} (key)"
    for version in printed:
        yield f"{f'Version {version.name}: ' if version.name else ''}{letters(version)}"
    for exercise in book.exercises:
        yield f"## {places(exercise, printed)}"
        yield "\n\n".join(_answer(exercise))


def _answer(exercise: Exercise) -> Iterator[str]:
    yield _flat(exercise.ask)
    yield f"**{_flat(exercise.right.text)}**"
    yield from map(escaped, reasons(exercise))
    yield from map(_passage, exercise.evidence)
    told = [o for o in exercise.wrong if o.feedback]
    if told:
        yield "\n".join(f"- {_flat(o.text)}: {_flat(o.feedback)}" for o in told)


def _flat(text: str) -> str:
    return escaped(text.replace("\n", " "))
