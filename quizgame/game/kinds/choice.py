"""A multiple-choice question that an author wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.game.asking import Asked, Shape, numbered, passage
from quizgame.game.explaining import of_question
from quizgame.game.items import Item, first_quote, question_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from quizgame.game.explaining import Explanation
    from quizgame.game.grading import Graded
    from quizgame.packs.pack import Pack, Question, Quote, Skill

SHAPE: Shape = "pick"
NEEDS = "It needs a question."

_SHOWN = 2
"""More passages than that leave no room for the options on 24 rows."""


def items(pack: Pack) -> Iterator[Item]:
    """One item a question."""
    for question in pack.questions.values():
        yield Item(pack.id, question.id, "choice")


def ask(pack: Pack, item: Item, rng: Random) -> Asked:
    """The question under its passages, its options in a random order."""
    question = question_of(pack, item)
    return Asked(
        item=str(item),
        kind="choice",
        passages=tuple(passage(pack, quote) for quote in evidence(pack, question)),
        prompt="",
        statement=question.ask,
        choices=numbered((question.answer, *question.wrong), rng),
    )


def answers(pack: Pack, item: Item) -> tuple[str, ...]:
    """The right option."""
    return (question_of(pack, item).answer.id,)


def skill(pack: Pack, item: Item) -> Skill | None:
    """The skill that the question names."""
    return question_of(pack, item).skill


def explain(pack: Pack, graded: Graded) -> Explanation:
    """The right option under the marked passages, and why the chosen one is wrong."""
    question = question_of(pack, graded.item)
    return of_question(pack, graded, question, evidence(pack, question))


def evidence(pack: Pack, question: Question) -> list[Quote]:
    """The passages that a question stands on: its own, or the first of each of its claims."""
    own = list(question.quotes)
    return (own or [first_quote(pack.claims[ref]) for ref in question.claims])[:_SHOWN]
