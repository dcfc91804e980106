"""One file of a pack, parsed and validated table by table."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quizgame.packs.files import Source
    from quizgame.packs.models import (
        ArticleTable,
        ClaimTable,
        CourseTable,
        LeftOutTable,
        PackTable,
        QuestionTable,
        Scenario,
        SetTable,
    )


@dataclass(slots=True)
class Part:
    """The sound tables of a file, each with its position among its like in the file.

    Attributes:
        number: which of the pack's files this is, counted from 0.
        data: what the TOML parser made of the file.
        unsound: the ids of tables that were left out, so that references to them are no findings;
            those of articles apart, as they have a namespace of their own.
    """

    number: int
    source: Source
    data: dict[str, Any]
    pack: PackTable | None = None
    article: list[tuple[int, ArticleTable]] = field(default_factory=list)
    claim: list[tuple[int, ClaimTable]] = field(default_factory=list)
    question: list[tuple[int, QuestionTable]] = field(default_factory=list)
    set: list[tuple[int, SetTable]] = field(default_factory=list)
    course: list[tuple[int, CourseTable]] = field(default_factory=list)
    scenario: list[tuple[int, Scenario]] = field(default_factory=list)
    left_out: list[tuple[int, LeftOutTable]] = field(default_factory=list)
    unsound: frozenset[str] = frozenset()
    unsound_articles: frozenset[str] = frozenset()
