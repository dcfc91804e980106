"""Starting rounds: the first session, a set, a drawn round, the one that was left."""

from __future__ import annotations

from functools import cached_property
from random import Random
from secrets import randbits, token_hex
from typing import TYPE_CHECKING

from quizgame.game import courses, drawing, items
from quizgame.game.agenda import Agenda, agenda
from quizgame.game.curriculum import Curriculum, curriculum
from quizgame.game.deck import Catalogue
from quizgame.play.player import FIRST_SESSION, SENSITIVE
from quizgame.play.sitting import Sitting
from quizgame.saves.records import Answer, Round

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date, datetime

    from quizgame.game.courses import Part, Place
    from quizgame.game.items import Item
    from quizgame.packs.pack import ItemSet, Pack
    from quizgame.play.player import Player

CORRECTIONS = "corrections"
_DAILY = "daily/"


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
        self._agenda: tuple[int, date, Agenda] | None = None

    @cached_property
    def trained(self) -> Curriculum:
        """What the pack trains."""
        return curriculum(self.pack)

    @cached_property
    def catalogue(self) -> Catalogue:
        """What can be asked from the pack."""
        return Catalogue(self.pack)

    def told(self) -> list[Answer]:
        """The player's answers, without those of a test that is not at its end.

        What is made of these gives nothing of such a test away.
        """
        hidden = self._untold()
        answers = self.player.answers
        return [a for a in answers if a.round not in hidden] if hidden else answers

    def _untold(self) -> set[str]:
        tests = (one.id for one in self.pack.sets.values() if one.test)
        latest = (self.player.latest(self.pack.id, name) for name in tests)
        return {begun.id for begun in latest if begun and not self.player.finished(begun)}

    def agenda(self) -> Agenda:
        """What the player should practise today."""
        told, today = self.told(), self.now().date()
        if not self._agenda or self._agenda[:2] != (len(told), today):
            self._agenda = (len(told), today, agenda(self.trained, told, today))
        return self._agenda[2]

    def first_session(self) -> Sitting:
        """The pack's own first session, or four fixed items of a pack that has none."""
        chosen = self.pack.sets.get(FIRST_SESSION)
        if chosen:
            return self.play_set(chosen)
        drawn = drawing.draw(self.pack, (), Random("first session"), size=4)
        return self._begin(FIRST_SESSION, "First session", drawn)

    def play_set(self, chosen: ItemSet) -> Sitting:
        """A set, in its author's order."""
        written = (items.parse(item, self.pack) for item in chosen.items)
        return self._begin(chosen.id, chosen.title, written)

    def new_round(self) -> Sitting:
        """A fresh round at the player's level."""
        return self._draw("round", self.pack.title, self.agenda())

    def corrections(self) -> Sitting | None:
        """A round that can strike out corrections; None if none waits that the pack could."""
        seed, rng = self._lots()
        plan = self.agenda()
        drawn = drawing.draw_corrections(
            self.pack,
            self._mine(),
            rng,
            plan,
            sensitive=self._sensitive(),
            catalogue=self.catalogue,
        )
        return self._begin(CORRECTIONS, "Corrections", drawn, seed) if drawn else None

    def daily(self) -> Sitting | None:
        """The round of today, which follows from day and pack alone; None if it was played.

        One that was left goes on where it stopped.
        """
        name = self._daily_name()
        begun = self.player.latest(self.pack.id, name)
        if begun:
            return None if self.player.finished(begun) else self._sit(begun)
        rng = Random(f"{name} {self.pack.id}")
        seed = int(rng.random() * 2**31)
        drawn = drawing.draw_daily(
            self.pack,
            rng,
            Agenda(held_back=self.trained.held_back),
            catalogue=self.catalogue,
        )
        return self._begin(name, "The daily round", drawn, seed)

    def daily_left(self) -> int | None:
        """How many items of today's daily round wait; None before it is begun."""
        begun = self.player.latest(self.pack.id, self._daily_name())
        if begun is None:
            return None
        finished = self.player.finished(begun)
        return 0 if finished else len(begun.items) - len(self.player.given(begun))

    def _daily_name(self) -> str:
        return f"{_DAILY}{self.now().date().isoformat()}"

    def courses(self) -> list[Place]:
        """Where the player stands in each course of the pack."""
        played, today = self.player.played(self.pack.id), self.now().date()
        return [
            courses.place(plan, played, today) for plan in courses.plans(self.pack, self.trained)
        ]

    def play_part(self, part: Part) -> Sitting:
        """A part of a course; one that was left goes on where it stopped."""
        begun = self.player.latest(self.pack.id, part.name)
        if begun and not self.player.finished(begun):
            return self._sit(begun)
        if part.lesson:
            return self.play_set(part.lesson)
        plan = self.agenda()
        if part.skills:
            others = (skill for block in self.trained.blocks for skill in block)
            later = frozenset(others) - set(part.skills)
            plan = Agenda(new=part.skills, later=later, held_back=plan.held_back)
        return self._draw(part.name, part.title, plan)

    def answers_before(self, sitting: Sitting) -> list[Answer]:
        """The answers to the pack's test before, for a sitting that is the test after."""
        chosen = self.pack.sets.get(sitting.round.name)
        if chosen is None or chosen.test != "after":
            return []
        first = courses.tests(self.pack, "before")
        taken = self.player.first_finished(self.pack.id, first[0].name) if first else None
        return self.player.given(taken) if taken else []

    def resume(self) -> Sitting | None:
        """The round that was left in this pack, at the item where it was left; None if none was."""
        waiting = self.player.open_round()
        if waiting is None or waiting[0].pack != self.pack.id:
            return None
        return self._sit(waiting[0])

    def _lots(self) -> tuple[int, Random]:
        seed = randbits(31) if self._seed is None else self._seed + len(self.player.rounds)
        return seed, Random(seed)

    def _mine(self) -> list[Answer]:
        """The answers in this pack: another one says nothing about a player's level in it."""
        owned = f"{self.pack.id}/"
        return [answer for answer in self.player.answers if answer.item.startswith(owned)]

    def _sensitive(self) -> bool:
        return self.player.settings.get(SENSITIVE) is not False

    def _draw(self, name: str, title: str, plan: Agenda) -> Sitting:
        seed, rng = self._lots()
        drawn = drawing.draw(
            self.pack,
            self._mine(),
            rng,
            plan,
            sensitive=self._sensitive(),
            catalogue=self.catalogue,
        )
        return self._begin(name, title, drawn, seed)

    def _begin(
        self, name: str, title: str, chosen: Iterable[Item], seed: int | None = None
    ) -> Sitting:
        begun = Round(
            id=token_hex(4),
            pack=self.pack.id,
            name=name,
            title=title,
            items=tuple(map(str, chosen)),
            seed=self._lots()[0] if seed is None else seed,
            session=self.session,
            at=self.now(),
        )
        self.player.keep(begun)
        return self._sit(begun)

    def _sit(self, begun: Round) -> Sitting:
        given: Sequence[Answer] = self.player.given(begun)
        return Sitting(self.pack, self.player, begun, given, session=self.session, now=self.now)
