"""Exercises as a text file for Anki: two sides a note.

A note's GUID is made of pack and id, never of a text: a second import updates the notes that the
first one made.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgame.exchange import markup
from quizgame.exchange.gift_out import feedback
from quizgame.exchange.shuffling import LETTERS, shuffled

if TYPE_CHECKING:
    from quizgame.exchange.exercises import Book, Exercise, Option

_HEADER = """\
#separator:tab
#html:true
#notetype:Basic
#deck:{deck}
#columns:GUID\tFront\tBack\tTags
#guid column:1
#tags column:4
"""
_SPACES = re.compile(r"\s+")


def notes(book: Book) -> str:
    """The whole file."""
    # Two colons would make a deck within a deck.
    deck = _SPACES.sub(" ", book.title).replace("::", ": ")
    return _HEADER.format(deck=deck) + "".join(_note(book, one) for one in book.exercises)


def _note(book: Book, exercise: Exercise) -> str:
    options = shuffled(exercise, f"{book.id} {exercise.id}")
    fields = (
        f"quizgame:{book.id}:{exercise.id}",
        markup.stem(exercise.ask, exercise.evidence) + _listed(options),
        _back(exercise, options),
        " ".join(_SPACES.sub("_", tag).replace(":", "::") for tag in exercise.tags),
    )
    # A tab would begin another field; whatever else there is has been escaped as HTML.
    return "\t".join(_SPACES.sub(" ", field) for field in fields) + "\n"


def _listed(options: tuple[Option, ...]) -> str:
    rows = (
        f"{letter}) {markup.escaped(o.text)}" for letter, o in zip(LETTERS, options, strict=False)
    )
    return f"<p>{'<br>'.join(rows)}</p>"


def _back(exercise: Exercise, options: tuple[Option, ...]) -> str:
    right = exercise.right
    letter = LETTERS[options.index(right)]
    answer = f"<p><b>{letter}) {markup.escaped(right.text)}</b></p>"
    wrong = [o for o in options if o is not right and o.feedback]
    rows = "".join(
        f"<p>{LETTERS[options.index(o)]}) {markup.escaped(o.feedback)}</p>" for o in wrong
    )
    return answer + feedback(exercise) + rows
