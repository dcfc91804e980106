"""Options of multiple-choice questions that give the key away."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgame.checking.finding import At, Finding
from quizgame.checking.walk import options
from quizgame.checking.wording import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.packs.pack import Pack, Question

FEWEST_WRONG = 2
_FEWEST_QUESTIONS = 5
_TOO_OFTEN = 0.5
_ALL_OR_NONE = re.compile(
    r"\b(?:all|none|both|neither) of (?:the above|these|them)\b", re.IGNORECASE
)


def same(pack: Pack) -> Iterator[Finding]:
    """Two options that say the same cannot both be wrong, nor one of them right."""
    for question in pack.questions.values():
        first: dict[str, At] = {}
        for at, option in options(question):
            other = first.setdefault(folded(option.text) or option.text, at)
            if other is not at:
                others = (replace(other, label="the first"),)
                yield Finding("two options say the same", at, others=others)


def few(pack: Pack) -> Iterator[Finding]:
    """Between two options everybody guesses right every other time."""
    for question in pack.questions.values():
        if len(question.wrong) < FEWEST_WRONG:
            message = "a question with two options is a coin to toss"
            yield Finding(message, At("question", question.id, ("wrong",)))


def all_or_none(pack: Pack) -> Iterator[Finding]:
    """Such an option is right or wrong for reasons of its own."""
    for question in pack.questions.values():
        for at, option in options(question):
            if _ALL_OR_NONE.search(option.text):
                yield Finding(f"`{option.text}` is an option about the other options", at)


def longest(pack: Pack) -> Iterator[Finding]:
    """Whoever always takes the longest option must not win."""
    questions = list(pack.questions.values())
    telling = [question for question in questions if _key_is_longest(question)]
    if len(questions) >= _FEWEST_QUESTIONS and len(telling) > _TOO_OFTEN * len(questions):
        message = f"the right option is the longest in {len(telling)} of {len(questions)} questions"
        others = tuple(At("question", one.id, ("answer",), label="longest") for one in telling[1:4])
        at = At("question", telling[0].id, ("answer",), label="longest here, for one")
        yield Finding(message, at, others=others)


def _key_is_longest(question: Question) -> bool:
    return len(question.answer.text) > max(len(option.text) for option in question.wrong)
