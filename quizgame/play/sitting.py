"""One round being played: ask, answer, keep, explain."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from quizgame.game import explanation, grading, items, printing
from quizgame.game.confidence import Stated, options_of, tally
from quizgame.game.courses import is_test
from quizgame.play.player import CLOSED, FIRST_SESSION
from quizgame.saves.records import Answer, Round, Setting

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from quizgame.game.asking import Asked
    from quizgame.game.confidence import Tally
    from quizgame.game.explanation import Explanation
    from quizgame.game.grading import Graded
    from quizgame.game.items import Item
    from quizgame.packs.pack import Pack
    from quizgame.play.player import Player
    from quizgame.saves.records import Confidence


class Sitting:
    """A round and how far it has come.

    Attributes:
        given: the answers of this round, in order.
        last: the answer that was graded last, until the next item is asked.
        exam: whether it is a test, in which nothing is explained before the end.
        asks_confidence: whether the player is asked how sure they are.
    """

    def __init__(
        self,
        pack: Pack,
        player: Player,
        begun: Round,
        given: Sequence[Answer],
        *,
        session: str,
        now: Callable[[], datetime],
    ) -> None:
        """A round from its record and the answers that it has already.

        Args:
            pack: the pack it was drawn from.
            player: who keeps the answers.
            begun: the round.
            given: its answers so far.
            session: what the records of this sitting share.
            now: the clock.
        """
        self.pack = pack
        self.player = player
        self.round = begun
        self.given = list(given)
        self.last: Graded | None = None
        self.exam = is_test(pack, begun.name)
        self.asks_confidence = begun.name != FIRST_SESSION and player.asked_how_sure(exam=self.exam)
        self._session = session
        self._now = now
        answered = {answer.item for answer in given}
        self._left = [written for written in begun.items if written not in answered]
        self._item: Item | None = None
        self._options = 0

    @property
    def total(self) -> int:
        """How many items the round has."""
        return len(self.round.items)

    @property
    def number(self) -> int:
        """The number of the item being asked or explained, from 1."""
        return self.total - len(self._left)

    def next(self) -> Asked | None:
        """Asks the next item; None when the round is done. Items the pack lost are passed over."""
        self.last = None
        while self._left:
            written = self._left.pop(0)
            try:
                self._item = items.parse(written, self.pack)
                asked = grading.ask(self.pack, self._item, self._rng(written))
            except items.UnknownItemError:
                continue
            self._options = asked.options
            return asked
        self._item = None
        self._close()
        return None

    def _rng(self, written: str) -> Random:
        """The order of an item's choices is the same after the round is taken up again."""
        return Random(f"{self.round.seed} {written}")

    def answer(self, chosen: str, confidence: Confidence, seconds: float) -> Explanation:
        """Grades and keeps the answer to the item that was asked; the player's save is not flushed.

        Args:
            chosen: the id of a choice of the item.
            confidence: empty where it was not asked.
            seconds: from the question to the answer.
        """
        assert self._item is not None
        self.last = grading.grade(self.pack, self._item, chosen)
        kept = self._record(self.last, confidence, seconds)
        self.given.append(kept)
        self.player.keep(kept)
        return explanation.explain(self.pack, self.last)

    def points(self) -> Tally:
        """What saying how sure they were has earned the player so far, in this round."""
        return tally(
            Stated(answer.confidence, options_of(answer), answer.right)
            for answer in self.given
            if answer.confidence
        )

    def _record(self, graded: Graded, confidence: Confidence, seconds: float) -> Answer:
        item = graded.item
        verdict = item.kind != "choice"
        claim, quote = items.claim_of(self.pack, item) if verdict else (None, None)
        return Answer(
            item=str(item),
            quote=quote.id if quote else "",
            chosen=graded.chosen,
            right=graded.right,
            status=quote.status if quote else "",
            skill=grading.skill_of(self.pack, item) or "",
            article=quote.article if quote else "",
            confidence=confidence,
            seconds=round(seconds, 1),
            session=self._session,
            round=self.round.id,
            line=printing.line(claim, quote) if claim and quote else "",
            at=self._now(),
            options=self._options,
        )

    def _close(self) -> None:
        """Items that were skipped would otherwise be asked at the next start."""
        if not self.player.finished(self.round):
            self.player.keep(
                Setting(
                    key=CLOSED,
                    value=self.round.id,
                    session=self._session,
                    at=self._now(),
                )
            )
