"""Options of multiple-choice questions that give the key away."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgame.checking.finding import At, Finding
from quizgame.checking.walk import options
from quizgame.checking.wording import folded, unquoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.packs.pack import Pack, Question

FEWEST_WRONG = 2
_FEWEST_QUESTIONS = 5
_TOO_OFTEN = 0.5
_ALL_OR_NONE = re.compile(
    r"\b(?:all|none|both|neither) of (?:the above|the others?|these|them)\b", re.IGNORECASE
)
_ABSOLUTE = re.compile(
    r"\b(?:always|never|nobody|no one|everybody|everyone|completely|entirely|absolutely|certainly"
    r"|impossible|without exception)\b",
    re.IGNORECASE,
)
_MUCH_LONGER = 1.5
_FAR = 15
"""Characters by which options may differ without being told apart at a glance."""


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


def stands_out(pack: Pack) -> Iterator[Finding]:
    """The right option is not seen from afar."""
    for question in pack.questions.values():
        own = len(question.answer.text)
        others = [len(option.text) for option in question.wrong]
        longer = own > _MUCH_LONGER * max(others) and own - max(others) >= _FAR
        shorter = _MUCH_LONGER * own < min(others) and min(others) - own >= _FAR
        if longer or shorter:
            than = f"longer than any wrong one ({max(others)})"
            than = f"shorter than any wrong one ({min(others)})" if shorter else than
            message = f"the right option has {own} characters, far {than}"
            yield Finding(message, At("question", question.id, ("answer",)))


def absolute(pack: Pack) -> Iterator[Finding]:
    """Readers know that "never" and "always" are hardly ever right."""
    for question in pack.questions.values():
        if _ABSOLUTE.search(unquoted(question.answer.text)):
            continue
        for at, option in list(options(question))[1:]:
            if match := _ABSOLUTE.search(unquoted(option.text)):
                message = f"`{match[0]}` marks this option as wrong"
                yield Finding(message, replace(at, inside=match.span()))


def idle_feedback(pack: Pack) -> Iterator[Finding]:
    """Who is told what they have just picked has learned nothing."""
    for question in pack.questions.values():
        for index, option in enumerate(question.wrong):
            if option.because and folded(option.because) == folded(option.text):
                at = At("question", question.id, ("wrong", index, "because"))
                yield Finding("the feedback only repeats its option", at)
