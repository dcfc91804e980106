"""A student's own save, for those who want their answers in class to be there too."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizgame.play.player import Player
    from quizgame.saves.records import Answer


def keep(player: Player, answers: Iterable[Answer]) -> None:
    """Keeps the answers of a lesson that the save does not have yet; they are not flushed.

    What is told again, after a lost connection or a new start, is kept once.
    """
    there = {(answer.session, answer.item) for answer in player.answers}
    for answer in answers:
        if (answer.session, answer.item) not in there:
            player.keep(answer)
