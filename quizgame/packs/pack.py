"""A pack as the game uses it: every default filled in, every reference known to resolve.

The tables that authors write are in `models`; `load` turns the one into the other. These are plain
values, so that play does not wait for a validation library to be imported.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from quizgame.packs.models import Scenario

Status = Literal["confirmed", "alleged", "denied", "analysis", "unknown"]
Role = Literal["asserts", "rejects", "checks", "repeats"]
Wording = Literal["original", "translated", "reworded"]
Test = Literal["before", "after"]
Skill = Literal[
    "record", "word", "scope", "silence", "headline", "chain",
    "shrink", "belief", "hedge", "number", "date", "quote",
]  # fmt: skip

Span = tuple[int, int]
"""Begin and end, in characters of the raw text; the end is not included."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article that quotes come from.

    Attributes:
        dated: the date in words, as it is shown.
        published: the date, where the article prints one.
        report: articles with the same value retell one report and count as one source.
        text: the raw text, newlines untranslated; None where the article is not at hand.
    """

    id: str
    outlet: str
    title: str
    dated: str
    published: date | None
    report: str | None
    wording: Wording
    text: str | None


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage of one article that carries a claim, exactly as printed.

    Attributes:
        article: the id of its article.
        status: the status that this article gives the claim.
        who: the speaker as printed in front of a headline; empty if nobody is named.
        source: the words that name the speaker; like `cue` and `hedges` a part of `text`, or empty.
        means: a gloss in plain words for garbled wording; empty if none is needed.
        exact: words that stand between quotation marks, to be compared with other versions.
        retold: words that stand outside them and retell what the speaker said.
        at: where it stands in the article; None where the article is not at hand.
    """

    id: str
    article: str
    text: str
    role: Role
    status: Status
    who: str
    source: str
    cue: str
    hedges: tuple[str, ...]
    means: str
    at: Span | None
    exact: tuple[str, ...] = ()
    retold: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One who-did-what, and who stood behind it.

    Attributes:
        quotes: at least one; the first that asserts or checks is the one shown by default.
        level: 1 to 5 if the author set it.
        contrast: the id of a claim that makes a pair with this one.
    """

    id: str
    text: str
    headline: str
    status: Status
    quotes: tuple[Quote, ...]
    skill: Skill | None = None
    topic: str = ""
    why: str = ""
    lifts: str = ""
    contrast: str | None = None
    also_accept: tuple[Status, ...] = ()
    sensitive: bool = False
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to a question. What is saved is its id: the author's, or else its text."""

    id: str
    text: str
    because: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A multiple-choice question; the quotes of its own or of its claims explain it."""

    id: str
    ask: str
    answer: Option
    wrong: tuple[Option, ...]
    claims: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    skill: Skill | None = None
    why: str = ""
    sensitive: bool = False
    level: int | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemSet:
    """Items in a fixed order.

    An item is written `claim`, `claim?kind`, `claim@quote`, `claim?kind@quote` or `question`.

    Attributes:
        test: whether it is a test, and which: it is explained at its end only.
    """

    id: str
    title: str
    items: tuple[str, ...]
    summary: str = ""
    test: Test | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """Sets to be played on different days, by their ids."""

    id: str
    title: str
    parts: tuple[str, ...]
    summary: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A passage that no claim uses, and the reason why not; `at` as for a quote."""

    article: str
    text: str
    because: str
    at: Span | None


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack whose references all resolve; the mappings keep the author's order."""

    id: str
    title: str
    as_of: date | None
    summary: str
    level: str
    language: str
    content_note: str
    parties: tuple[str, ...]
    articles: Mapping[str, Article]
    claims: Mapping[str, Claim]
    questions: Mapping[str, Question]
    sets: Mapping[str, ItemSet]
    scenarios: Mapping[str, Scenario]
    left_out: tuple[LeftOut, ...] = ()
    courses: Mapping[str, Course] = field(default_factory=dict)
