"""One round being played: draw, ask, answer, keep, explain."""

from __future__ import annotations

from random import Random
from secrets import randbits, token_hex
from typing import TYPE_CHECKING

from quizgame.game import drawing, explanation, grading, items, printing
from quizgame.game.history import subject
from quizgame.play.player import CLOSED, FIRST_SESSION, SENSITIVE
from quizgame.saves.records import Answer, Round, Setting

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from quizgame.game.asking import Asked
    from quizgame.game.explanation import Explanation
    from quizgame.game.grading import Graded
    from quizgame.game.items import Item
    from quizgame.packs.pack import ItemSet, Pack
    from quizgame.play.player import Player
    from quizgame.saves.records import Confidence


class Dealer:
    """Starts rounds for one player from one pack, and takes up the one that was left.

    Attributes:
        session: what the records of this sitting share.
    """

    def __init__(
        self,
        pack: Pack,
        player: Player,
        now: Callable[[], datetime],
        seed: int | None = None,
        session: str = "",
    ) -> None:
        """A dealer whose rounds follow from `seed`, if one is given; a new session by default."""
        self.pack = pack
        self.player = player
        self.now = now
        self.session = session or token_hex(4)
        self._seed = seed

    def first_session(self) -> Sitting:
        """The pack's own first session, or four fixed items of a pack that has none."""
        chosen = self.pack.sets.get(FIRST_SESSION)
        if chosen:
            return self.play_set(chosen)
        drawn = drawing.draw(self.pack, (), Random("first session"), size=4)
        return self._begin(FIRST_SESSION, "First session", [str(item) for item in drawn])

    def play_set(self, chosen: ItemSet) -> Sitting:
        """A set, in its author's order."""
        written = [str(items.parse(item, self.pack)) for item in chosen.items]
        return self._begin(chosen.id, chosen.title, written)

    def new_round(self) -> Sitting:
        """A fresh round at the player's level."""
        seed = self._next_seed()
        past = self.player.answers
        mine = [answer for answer in past if answer.item.startswith(f"{self.pack.id}/")]
        sensitive = self.player.settings.get(SENSITIVE) is not False
        drawn = drawing.draw(self.pack, mine, Random(seed), sensitive=sensitive)
        return self._begin("round", self.pack.title, [str(item) for item in drawn], seed)

    def resume(self) -> Sitting | None:
        """The round that was left in this pack, at the item where it was left; None if none was."""
        waiting = self.player.open_round()
        if waiting is None or waiting[0].pack != self.pack.id:
            return None
        return Sitting(self, waiting[0], waiting[1])

    def _next_seed(self) -> int:
        return randbits(31) if self._seed is None else self._seed + len(self.player.rounds)

    def _begin(self, name: str, title: str, written: Sequence[str], seed: int = -1) -> Sitting:
        begun = Round(
            id=token_hex(4),
            pack=self.pack.id,
            name=name,
            title=title,
            items=tuple(written),
            seed=self._next_seed() if seed < 0 else seed,
            session=self.session,
            at=self.now(),
        )
        self.player.keep(begun)
        return Sitting(self, begun, [])


class Sitting:
    """A round and how far it has come.

    Attributes:
        given: the answers of this round, in order.
        last: the answer that was graded last, until the next item is asked.
    """

    def __init__(self, dealer: Dealer, begun: Round, given: Sequence[Answer]) -> None:
        """A round from its record and the answers that it has already."""
        self.pack = dealer.pack
        self.player = dealer.player
        self.round = begun
        self.given = list(given)
        self.last: Graded | None = None
        self.asks_confidence = begun.name != FIRST_SESSION and self.player.asked_how_sure()
        self._dealer = dealer
        answered = {answer.item for answer in given}
        self._left = [written for written in begun.items if written not in answered]
        self._item: Item | None = None

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
                return grading.ask(self.pack, self._item, self._rng(written))
            except items.UnknownItemError:
                continue
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
            session=self._dealer.session,
            round=self.round.id,
            line=printing.line(claim, quote) if claim and quote else "",
            at=self._dealer.now(),
        )

    def _close(self) -> None:
        """Items that were skipped would otherwise be asked at the next start."""
        told = self.player.settings.get(CLOSED) == self.round.id
        if len(self.given) < self.total and not told:
            self.player.keep(
                Setting(
                    key=CLOSED,
                    value=self.round.id,
                    session=self._dealer.session,
                    at=self._dealer.now(),
                )
            )


def review(pack: Pack, answer: Answer) -> Explanation:
    """The explanation of an answer that was given earlier.

    Raises:
        UnknownItemError: the pack does not have the item any longer.
    """
    item = items.parse(answer.item, pack)
    return explanation.explain(pack, grading.grade(pack, item, answer.chosen))


def statement(pack: Pack, answer: Answer) -> str:
    """What an answer was about; empty if the pack does not have it any longer."""
    ref = subject(answer.item).partition("/")[2]
    if ref in pack.claims:
        return pack.claims[ref].text
    return pack.questions[ref].ask if ref in pack.questions else ""
