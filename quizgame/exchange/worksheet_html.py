"""Worksheets as one HTML file that needs nothing else, set for paper of either size."""

from __future__ import annotations

from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from quizgame.exchange.markup import escaped, paragraphs
from quizgame.exchange.worksheet import INTRODUCTION, letters, places, reasons, source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quizgame.exchange.exercises import Book, Evidence, Exercise
    from quizgame.exchange.worksheet import Task, Version


def handouts(book: Book, printed: tuple[Version, ...]) -> str:
    """The sheets for the students, each beginning on a page of its own."""
    return _page(book, book.title, (_handout(book, version) for version in printed))


def key(book: Book, printed: tuple[Version, ...]) -> str:
    """The sheet for the teacher: the right letters of every version, and why."""
    title = f"{book.title} (key)"
    rows = "".join(
        f"<p>{f'<b>Version {version.name}</b> ' if version.name else ''}{letters(version)}</p>"
        for version in printed
    )
    answers = "".join(_answer(exercise, printed) for exercise in book.exercises)
    sheet = f'<h1>{escaped(title)}</h1><div class="letters">{rows}</div>{answers}'
    return _page(book, title, (f"<section>{sheet}</section>",))


def _page(book: Book, title: str, sheets: Iterable[str]) -> str:
    style = files("quizgame.exchange").joinpath("worksheet.css").read_text(encoding="utf-8")
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(book.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{escaped(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
        + "\n".join(sheets)
        + "\n</body>\n</html>\n"
    )


def _handout(book: Book, version: Version) -> str:
    name = f'<span class="version">{version.name}</span>' if version.name else ""
    note = f'<p class="note">{escaped(book.note)}</p>' if book.note else ""
    return (
        f"<section><h1>{escaped(book.title)}{name}</h1>"
        '<p class="who"><span>Name</span><span>Date</span></p>'
        f"<p>{escaped(INTRODUCTION)}</p>{note}{''.join(map(_task, version.tasks))}</section>"
    )


def _task(task: Task) -> str:
    rows = "".join(
        f'<li><span class="box"></span><b>{letter}</b> {escaped(option.text)}</li>'
        for letter, option in task.lettered()
    )
    return (
        f"<article><h2>{task.number}</h2>{''.join(map(_passage, task.exercise.evidence))}"
        f'<div class="ask">{paragraphs(task.exercise.ask)}</div><ul>{rows}</ul></article>'
    )


def _passage(shown: Evidence) -> str:
    means = f"<p>(means: {escaped(shown.means)})</p>" if shown.means else ""
    text = paragraphs(shown.text)
    return f"<blockquote>{text}{means}<footer>{escaped(source(shown))}</footer></blockquote>"


def _answer(exercise: Exercise, printed: tuple[Version, ...]) -> str:
    return f"<article>{''.join(_parts(exercise, printed))}</article>"


def _parts(exercise: Exercise, printed: tuple[Version, ...]) -> Iterator[str]:
    yield f"<h2>{places(exercise, printed)}</h2>"
    yield f'<div class="ask">{paragraphs(exercise.ask)}</div>'
    yield f"<p><b>{escaped(exercise.right.text)}</b></p>"
    yield from (f"<p>{escaped(line)}</p>" for line in reasons(exercise))
    yield from map(_passage, exercise.evidence)
    told = [option for option in exercise.wrong if option.feedback]
    if told:
        rows = (f"<li>{escaped(o.text)}: {escaped(o.feedback)}</li>" for o in told)
        yield f"<ul>{''.join(rows)}</ul>"
