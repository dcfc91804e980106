"""Questions whose wording trips readers up, or tells them the key."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgame.checking.finding import At, Finding
from quizgame.checking.wording import unquoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizgame.packs.pack import Pack, Question

_FEWEST_QUESTIONS = 5
_TOO_OFTEN = 0.5
_NEGATIVE = re.compile(r"(?<![*_])\b(?:not|never|except|cannot|\w+n[’']t)\b(?![*_])")
_ASKS_WHY = re.compile(r"\s*why\b", re.IGNORECASE)
_ARTICLE = re.compile(r"(?<![/\w(])(an?)\s*(?:…|\.\.\.|_+|:)?\s*$", re.IGNORECASE)
_VOWEL = re.compile(r"[aeiou]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{5,}")
_COMMON = frozenset(
    {"about", "after", "article", "claim", "could", "every", "having", "headline", "other"}
    | {"paper", "passage", "quote", "report", "reports", "sentence", "should", "source", "sources"}
    | {"their", "there", "these", "thing", "those", "where", "which", "while", "whose", "words"}
)
"""Words that a question about an article may share with any option."""


def negative(pack: Pack) -> Iterator[Finding]:
    """A "not" that is read over turns the question round."""
    for question in pack.questions.values():
        match = _NEGATIVE.search(unquoted(question.ask))
        if match and not _ASKS_WHY.match(question.ask):
            at = At("question", question.id, ("ask",), match.span())
            hint = f"Ask without it, or write `{match[0].upper()}`."
            yield Finding(f"`{match[0]}` in a question is easily read over", at, hint)


def giveaway(pack: Pack) -> Iterator[Finding]:
    """Who has understood nothing must not find the key by a word or by grammar."""
    for question in pack.questions.values():
        at = At("question", question.id, ("answer", "text"))
        if article := _only_the_key_follows(question):
            message = f"after `{article}` only the right option is good grammar"
            yield Finding(message, At("question", question.id, ("ask",)), "Write `a/an`.")
        elif word := _word_of_the_key(question):
            message = f"of all options only the right one has `{word}` from the question"
            yield Finding(message, _word_at(at, question.answer.text, word))


def _only_the_key_follows(question: Question) -> str:
    match = _ARTICLE.search(question.ask)
    if not match:
        return ""
    wants_vowel = match[1].lower() == "an"
    key, *wrong = (
        bool(_VOWEL.match(option.text)) == wants_vowel
        for option in (question.answer, *question.wrong)
    )
    return match[1] if key and not any(wrong) else ""


def _word_of_the_key(question: Question) -> str:
    asked = _words(question.ask)
    shared = [word for word in _words(question.answer.text) if word in asked]
    wrong = {word for option in question.wrong for word in _words(option.text)}
    return shared[0] if shared and wrong.isdisjoint(asked) else ""


def _words(text: str) -> dict[str, None]:
    found = (match[0].casefold() for match in _WORD.finditer(text))
    return dict.fromkeys(word for word in found if word not in _COMMON)


def _word_at(at: At, text: str, word: str) -> At:
    begin = text.casefold().find(word)
    return replace(at, inside=(begin, begin + len(word)), label="only here")


def odd_one_out(pack: Pack) -> Iterator[Finding]:
    """Whoever always takes the option that is built otherwise must not win."""
    questions = list(pack.questions.values())
    telling = [question for question in questions if _key_is_odd(question)]
    if len(questions) >= _FEWEST_QUESTIONS and len(telling) > _TOO_OFTEN * len(questions):
        message = (
            f"in {len(telling)} of {len(questions)} questions all wrong options begin alike, "
            "and the right one does not"
        )
        others = tuple(
            At("question", one.id, ("answer",), label="here too") for one in telling[1:4]
        )
        at = At("question", telling[0].id, ("answer",), label="here, for one")
        yield Finding(message, at, others=others)


def _key_is_odd(question: Question) -> bool:
    first = {_first_word(option.text) for option in question.wrong}
    return (
        len(question.wrong) > 1
        and len(first) == 1
        and _first_word(question.answer.text) not in first
    )


def _first_word(text: str) -> str:
    return next(iter(text.casefold().split()), "")
