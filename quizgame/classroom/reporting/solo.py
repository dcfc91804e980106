"""A student's own save as something to report: it is the student who says so."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from quizgame.game.confidence import options_of
from quizgame.game.history import kind, subject
from quizgame.insight.given import AskedItem, Given, Held
from quizgame.saves.records import Answer

if TYPE_CHECKING:
    from quizgame.saves.reading import Save


_EPOCH = datetime.fromtimestamp(0, UTC)
"""When a save that tells no time began."""


def held(save: Save) -> Held:
    """What a save reports.

    A save without an id of its own goes by its name, one without a name by that of its file.
    """
    name = save.name or save.path.stem
    answers = [record for record in save.records if isinstance(record, Answer)]
    began = save.created or min((answer.at for answer in answers), default=None)
    items = {answer.item: _item(answer) for answer in answers}
    return Held(
        session=save.id or name,
        origin="self",
        title=save.path.name,
        pack="",
        began=began or _EPOCH,
        students=(name,),
        items=tuple(items.values()),
        given=tuple(_given(answer, name) for answer in answers),
        points={},
        teams={},
    )


def _item(answer: Answer) -> AskedItem:
    """An item as far as a save tells: not its options, and what it was about by its line."""
    return AskedItem(
        item=answer.item,
        kind=kind(answer.item),
        statement=answer.line or subject(answer.item),
        skill=answer.skill,
        options=(),
        answers=_key(answer),
        guesses=options_of(answer),
    )


def _key(answer: Answer) -> tuple[str, ...]:
    """What was right, where the status that was kept tells it, or the answer itself."""
    if answer.right:
        return (answer.chosen,)
    match kind(answer.item), answer.status:
        case "two-way", "confirmed" | "alleged" | "denied":
            return ("confirmed",) if answer.status == "confirmed" else ("alleged",)
        case "five-way", status if status:
            return (status,)
    return ()


def _given(answer: Answer, name: str) -> Given:
    return Given(
        student=name,
        session=answer.session,
        origin="self",
        item=answer.item,
        vote=1,
        counts=True,
        chosen=answer.chosen,
        right=answer.right,
        confidence=answer.confidence,
        guesses=options_of(answer),
        skill=answer.skill,
        article=answer.article,
        people=1,
        seconds=answer.seconds,
        at=answer.at,
    )
