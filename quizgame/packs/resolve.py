"""From an author's tables to the values that the game plays with."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgame.packs import articles, codes, names
from quizgame.packs.diagnostics import Problem, Where
from quizgame.packs.models import PackTable
from quizgame.packs.pack import Claim, Course, ItemSet, LeftOut, Option, Pack, Question
from quizgame.packs.quoting import Quoter

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from quizgame.packs.articles import Found
    from quizgame.packs.models import ClaimTable, OptionTable, QuestionTable, Scenario
    from quizgame.packs.parts import Part


class Resolver:
    """Fills in what authors left out, and collects what does not fit together.

    Ids of claims, questions, sets, courses and scenarios are one namespace, in which ids that are
    made from texts avoid the ones that authors gave. Articles have their own: a quote's id is its
    article's.
    `complete` says that no file is missing, so that what is not there is really unknown.
    """

    def __init__(self, parts: Sequence[Part], folder: Path, *, complete: bool) -> None:
        self.problems: list[Problem] = []
        self._found: dict[str, Found | None] = dict.fromkeys(_unsound_articles(parts))
        self._parts = parts
        self._names: dict[str, int] = {}
        self._read_articles(folder)
        self._take_given_ids()
        self._quoter = Quoter(self._found, complete=complete)

    def pack(self) -> Pack:
        """The pack, as far as it is sound; whether it can be played, `problems` tell."""
        claims = {claim.id: claim for claim in self._claims()}
        questions = {question.id: question for question in self._questions()}
        left_out = tuple(self._left_out())
        self.problems += self._quoter.problems
        head = next((part.pack for part in self._parts if part.pack), _NO_HEAD)
        return Pack(
            head.id,
            head.title,
            head.as_of,
            head.summary,
            head.level,
            head.language,
            head.content_note,
            head.parties,
            {name: found.article for name, found in self._found.items() if found},
            claims,
            questions,
            {one.id: one for one in self._sets()},
            {one.id: one for one in self._scenarios()},
            left_out,
            {one.id: one for one in self._courses()},
        )

    def _read_articles(self, folder: Path) -> None:
        first: dict[str, Where] = {}
        for part in self._parts:
            for index, table in part.article:
                where = Where(part.number, ("article", index, "file"))
                found, problems = articles.find(table, folder, where)
                self.problems += problems
                at = Where(part.number, ("article", index, "id"), label="used again here")
                if table.id in first:
                    self._duplicate(table.id, at, first[table.id])
                first.setdefault(table.id, at)
                self._found.setdefault(table.id, found)

    def _take_given_ids(self) -> None:
        first: dict[str, tuple[int, str, int]] = {}
        for part in self._parts:
            for kind in ("claim", "question", "set", "course", "scenario"):
                for index, table in getattr(part, kind):
                    if table.id is None:
                        continue
                    place = (part.number, kind, index)
                    other = first.setdefault(table.id, place)
                    if other is not place:
                        self._duplicate(table.id, _id_of(place), _id_of(other))
        self._names = dict.fromkeys(first, 2)

    def _duplicate(self, name: str, where: Where, first: Where) -> None:
        message = f"the id `{name}` is used twice"
        other = Where(first.part, first.path, label="first used here")
        self.problems.append(Problem(codes.DUPLICATE_ID, message, where, others=(other,)))

    def _claims(self) -> Iterable[Claim]:
        for part in self._parts:
            for index, table in part.claim:
                yield self._claim(table, part.number, index)

    def _claim(self, table: ClaimTable, part: int, index: int) -> Claim:
        return Claim(
            table.id or names.unused(names.slug(table.text, "claim"), self._names),
            table.text,
            table.headline or table.text,
            table.status,
            self._quoter.quotes(table.quote, table.status, part, ("claim", index, "quote")),
            table.skill,
            table.topic,
            table.why,
            table.lifts,
            table.contrast,
            table.also_accept,
            table.sensitive,
            table.level,
        )

    def _questions(self) -> Iterable[Question]:
        for part in self._parts:
            for index, table in part.question:
                yield self._question(table, part.number, index)

    def _question(self, table: QuestionTable, part: int, index: int) -> Question:
        answer = _option(table.answer)
        wrong = tuple(map(_option, table.wrong))
        if len({answer.id, *(option.id for option in wrong)}) <= len(wrong):
            self.problems += _same_options((answer, *wrong), part, index)
        return Question(
            table.id or names.unused(names.slug(table.ask, "question"), self._names),
            table.ask,
            answer,
            wrong,
            table.claims,
            # What a question shows as its proof is no claim of its own; its status is never asked.
            self._quoter.quotes(table.quote, "unknown", part, ("question", index, "quote")),
            table.skill,
            table.why,
            table.sensitive,
            table.level,
            table.tags,
        )

    def _left_out(self) -> Iterable[LeftOut]:
        for part in self._parts:
            for index, table in part.left_out:
                path = ("left_out", index)
                article, at = self._quoter.passage(table.article, table.text, part.number, path)
                yield LeftOut(article, table.text.strip(), table.because, at)

    def _sets(self) -> Iterable[ItemSet]:
        for part in self._parts:
            for _, table in part.set:
                yield ItemSet(table.id, table.title, table.items, table.summary, table.test)

    def _courses(self) -> Iterable[Course]:
        for part in self._parts:
            for _, table in part.course:
                yield Course(table.id, table.title, table.parts, table.summary)

    def _scenarios(self) -> Iterable[Scenario]:
        for part in self._parts:
            yield from (table for _, table in part.scenario)


# Its lack is a finding of its own; the rest of the pack is looked at all the same.
_NO_HEAD = PackTable(id="pack", title="(no title)")


def _option(table: str | OptionTable) -> Option:
    if isinstance(table, str):
        return Option(table, table)
    return Option(table.id or table.text, table.text, table.because)


def _same_options(options: Sequence[Option], part: int, question: int) -> Iterable[Problem]:
    first: dict[str, Where] = {}
    for index, option in enumerate(options):
        path = ("wrong", index - 1) if index else ("answer",)
        where = Where(part, ("question", question, *path))
        other = first.setdefault(option.id, where)
        if other is not where:
            message = "two options of this question cannot be told apart"
            others = (replace(other, label="the first"),)
            yield Problem(codes.SAME_OPTION, message, where, others=others)


def _id_of(place: tuple[int, str, int]) -> Where:
    part, kind, index = place
    return Where(part, (kind, index, "id"))


def _unsound_articles(parts: Sequence[Part]) -> Iterable[str]:
    for part in parts:
        yield from part.unsound_articles
