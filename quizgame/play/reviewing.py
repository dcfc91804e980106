"""Looking at an earlier answer again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.game import explanation, grading, items
from quizgame.game.history import kind, subject
from quizgame.game.scenarios import judging, reviewed

if TYPE_CHECKING:
    from quizgame.game.explanation import Explanation
    from quizgame.packs.pack import Pack
    from quizgame.saves.records import Answer


def review(pack: Pack, answer: Answer) -> Explanation:
    """The explanation of an answer that was given earlier.

    Raises:
        UnknownItemError: the pack does not have the item any longer.
    """
    if kind(answer.item) == judging.KIND:
        return reviewed.decision(pack, answer.item, answer.chosen)
    item = items.parse(answer.item, pack)
    return explanation.explain(pack, grading.grade(pack, item, answer.chosen))


def statement(pack: Pack, answer: Answer) -> str:
    """What an answer was about; empty if the pack does not have it any longer."""
    ref = subject(answer.item).partition("/")[2]
    if ref in pack.claims:
        return pack.claims[ref].text
    if ref in pack.scenarios:
        return pack.scenarios[ref].title
    return pack.questions[ref].ask if ref in pack.questions else ""
