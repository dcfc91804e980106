"""Exercises as GIFT, the text format of Moodle's question bank.

Every text says its own format, so that none depends on how the file is read. Ids and tags stand in
a comment, where Moodle takes them from; ids of options are a comment that it passes over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.exchange import markup
from quizgame.exchange.gift_text import bracketed, escape
from quizgame.game.skills import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.exchange.exercises import Book, Exercise, Option


def gift(book: Book) -> str:
    """The whole file."""
    category = f"$CATEGORY: $course$/top/{_category(book.title)}"
    questions = (_question(exercise) for exercise in book.exercises)
    return "\n\n".join((category, *questions)) + "\n"


def _category(title: str) -> str:
    # A slash begins a category of its own; two stand for one.
    return escape(title.replace("/", "//"))


def _question(exercise: Exercise) -> str:
    return "\n".join((*_comments(exercise), *_lines(exercise)))


def _comments(exercise: Exercise) -> Iterator[str]:
    known = [bracketed("id", exercise.id), *(bracketed("tag", tag) for tag in exercise.tags)]
    yield f"// {' '.join(known)}"
    own = [bracketed("option", f"{o.id}={o.text}") for o in exercise.options if o.id]
    if own:
        # With the text, so that an id follows its option wherever a hand may move it.
        yield f"// {' '.join(own)}"


def _lines(exercise: Exercise) -> Iterator[str]:
    stem = escape(markup.stem(exercise.ask, exercise.evidence))
    yield f"::{escape(exercise.id)}::[html]{stem}{{"
    for option in exercise.options:
        yield f"\t{'=' if option is exercise.right else '~'}{_option(option)}"
    if told := feedback(exercise):
        yield f"\t####[html]{escape(told)}"
    yield "}"


def _option(option: Option) -> str:
    text = f"[plain]{escape(option.text)}"
    return f"{text}#[plain]{escape(option.feedback)}" if option.feedback else text


def feedback(exercise: Exercise) -> str:
    """The reason and the rule of the skill, as HTML."""
    lines = [line for line in (exercise.why, rule(exercise.tags)) if line]
    return markup.paragraphs("\n".join(lines)) if lines else ""


def rule(tags: tuple[str, ...]) -> str:
    """What the skill among the tags asks and answers; empty without one."""
    skill = next((tag.removeprefix("skill:") for tag in tags if tag.startswith("skill:")), None)
    known = words(skill)
    return f"{known.question} {known.rule}" if known else ""
