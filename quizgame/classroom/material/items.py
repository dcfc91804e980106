"""The items of a set as the questions of a lesson."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from random import Random
from typing import TYPE_CHECKING

from quizgame.classroom.lesson import Option, Question
from quizgame.classroom.material.misreading import misreading
from quizgame.errors import UsageError
from quizgame.game import explanation, grading, items
from quizgame.game.front_page import PageLine

if TYPE_CHECKING:
    from quizgame.classroom.lesson import Lesson
    from quizgame.classroom.state import State
    from quizgame.game.asking import Asked, Choice
    from quizgame.game.explaining import Explanation
    from quizgame.game.items import Item
    from quizgame.packs.pack import Pack

_RIGHT = "Yes. "
"""How the verdict on a right answer begins: nothing for somebody who gave none."""
_KEPT = 1024
"""So many explanations are kept ready."""


class Items:
    """Asks the items of a lesson in their order."""

    def __init__(self, pack: Pack, lesson: Lesson) -> None:
        """The questions that a lesson's items are.

        Raises:
            UsageError: the pack does not yield one of them; it is named.
        """
        self._pack = pack
        self._items: dict[str, Item] = {}
        self._asked: dict[str, Asked] = {}
        for written in lesson.items:
            item = item_of(pack, written, lesson.set)
            self._items[str(item)] = item
            self._asked[str(item)] = grading.ask(pack, item, Random(f"{lesson.seed} {item}"))
        self._questions = tuple(
            question_of(pack, item, self._asked[name]) for name, item in self._items.items()
        )
        self.explained = lru_cache(_KEPT)(self._explained)

    def total(self) -> int:
        """How many items there are."""
        return len(self._questions)

    def every(self) -> tuple[Question, ...]:
        """All items, in order."""
        return self._questions

    def following(self, state: State) -> Question | None:
        """The first item that has not been before the class."""
        posed = {asking.question.id for asking in state.asked}
        return next((one for one in self._questions if one.id not in posed), None)

    def asked(self, question: Question) -> Asked:
        """The item as a player sees it, its choices in the order of this lesson."""
        return self._asked[question.id]

    def grade(self, question: Question, choice: str) -> bool | None:
        """Whether an answer is right by the key with which the question was posed."""
        if question.options:
            return choice in question.answers
        return grading.grade(self._pack, self._items[question.id], choice).right

    def _explained(self, question: Question, choice: str) -> Explanation | None:
        chosen = choice or question.answers[0]
        graded = grading.grade(self._pack, self._items[question.id], chosen)
        told = explanation.explain(self._pack, graded)
        return told if choice else replace(told, verdict=told.verdict.removeprefix(_RIGHT))

    def scene(self, state: State) -> None:
        """There is no story."""

    def consequence(self, state: State) -> None:
        """There is no story."""

    def ending(self, state: State) -> None:
        """There is no story."""

    def epilogue(self, state: State) -> str:
        """There is no story."""
        return ""

    def page(self, state: State) -> tuple[PageLine, ...]:
        """The lines that the teacher had printed; at their own pace all of them, at the end.

        None is there before its key was told to the whole class.
        """
        own = state.lesson.settings.pace == "own"
        return tuple(
            PageLine(asking.question.line, asking.question.status)
            for asking in state.asked
            if (asking.boarded or own) and asking.told is not None and asking.question.line
        )


def question_of(pack: Pack, item: Item, asked: Asked) -> Question:
    """An item of a pack as a question, its options in the order in which they are asked."""
    answers = grading.grade(pack, item, "").answers
    key = explanation.explain(pack, grading.grade(pack, item, answers[0]))
    return Question(
        id=str(item),
        kind=asked.kind,
        statement=_statement(asked, key),
        options=tuple(_option(pack, item, choice) for choice in asked.choices),
        passage=asked.passages[0].text if asked.shape == "mark" else "",
        answers=answers,
        guesses=max(2, asked.options),
        words=_words(asked),
        skill=grading.skill_of(pack, item) or "",
        article=asked.passages[0].article if asked.passages else "",
        quote=item.quote,
        status=key.status or "",
        line=key.printed,
    )


def _option(pack: Pack, item: Item, choice: Choice) -> Option:
    """An option with the misconception behind it, if it is wrong."""
    graded = grading.grade(pack, item, choice.id)
    if graded.right:
        return Option(choice.id, choice.text)
    told = explanation.explain(pack, graded)
    return Option(choice.id, choice.text, told.because or misreading(choice.id, told.status))


def _statement(asked: Asked, key: Explanation) -> str:
    """What the item is about; with the claim where every item of its kind asks the same words."""
    if key.statement == asked.statement:
        return asked.statement
    return f"{asked.statement} ({key.statement})"


def _words(asked: Asked) -> int:
    texts = [passage.text for passage in asked.passages]
    texts += [choice.text for choice in asked.choices]
    return sum(len(text.split()) for text in (*texts, asked.prompt, asked.statement))


def item_of(pack: Pack, written: str, set: str) -> Item:
    """The item that stands in a set.

    Args:
        pack: the pack of the set.
        written: as an author or a journal wrote it.
        set: the id of the set; empty for items that were drawn.

    Raises:
        UsageError: the pack yields no such item.
    """
    named = f'the set "{set}"' if set else "the lesson"
    try:
        item = items.parse(written, pack)
        grading.grade(pack, item, "")
    except items.UnknownItemError as error:
        raise UsageError(
            "An item cannot be asked",
            f'In {named} stands "{written}"; the pack "{pack.id}" yields no such item.',
            "Run `quizgame check` on the pack and mend the set, or host another with `--set`.",
        ) from error
    return item
