"""What other formats bring: checked, named, and nothing dropped without a word."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from quizgame.exchange.exercises import Exercise, Loss
from quizgame.packs.names import slug, unused

if TYPE_CHECKING:
    from quizgame.exchange.exercises import Option

MOST_WRONG = 4
"""How many wrong options a question can have."""

LONGEST = 20_000
"""How many characters a text can have."""

_LONGEST_ID = 64
_SHOWN = 40


@dataclass
class Intake:
    """Takes exercises in, one after the other.

    Attributes:
        taken: those that a pack can hold.
        sets: for each category the ids of its exercises, in order.
        losses: what could not be kept as it was.
        seen: how many questions there were, whatever became of them.
    """

    taken: list[Exercise] = field(default_factory=list)
    sets: dict[str, list[str]] = field(default_factory=dict)
    losses: list[Loss] = field(default_factory=list)
    seen: int = 0
    _ids: dict[str, int] = field(default_factory=dict)

    def lose(self, place: str, what: str) -> None:
        """Notes something that could not be kept."""
        self.losses.append(Loss(place, what))

    def drop(self, place: str, why: str) -> None:
        """Counts a question that cannot be taken."""
        self.seen += 1
        self.lose(place, f"question left out: {why}")

    def take(self, exercise: Exercise, place: str, category: str = "") -> None:
        """Takes an exercise as far as a pack can hold it."""
        if why := _unfit(exercise):
            self.drop(place, why)
            return
        options = self._options(exercise.options, place)
        if len(options) < 2:
            self.drop(place, "it has no wrong answer")
            return
        self.seen += 1
        name = self._name(exercise, place)
        self.taken.append(replace(exercise, id=name, options=options))
        if category:
            self.sets.setdefault(category, []).append(name)

    def _options(self, options: tuple[Option, ...], place: str) -> tuple[Option, ...]:
        kept: dict[str, Option] = {}
        for option in options:
            if option.text in kept:
                self.lose(place, f"an option is there twice: {_short(option.text)}")
            elif len(kept) > MOST_WRONG:
                self.lose(place, f"one option more than a question can have: {_short(option.text)}")
            else:
                kept[option.text] = option
        return tuple(kept.values())

    def _name(self, exercise: Exercise, place: str) -> str:
        """An id of the pack's form: the given one, or one made of it or of the question."""
        given = exercise.id
        wanted = given if given and slug(given, "") == given else slug(given or exercise.ask, "")
        name = unused((wanted or "question")[:_LONGEST_ID], self._ids)
        if wanted == given and name != given:
            self.lose(place, f"the id `{given}` is there twice: it became `{name}`")
        return name


def _unfit(exercise: Exercise) -> str:
    """Why no pack can hold the exercise; empty if one can."""
    texts = [exercise.ask, *(option.text for option in exercise.options)]
    if not exercise.ask.strip():
        return "it asks nothing"
    if not all(text.strip() for text in texts):
        return "an option is empty"
    shown = [evidence.text for evidence in exercise.evidence]
    longest = max(map(len, (*texts, *shown, exercise.why)))
    return f"a text has more than {LONGEST:,} characters" if longest > LONGEST else ""


def _short(text: str) -> str:
    return f'"{text}"' if len(text) <= _SHOWN else f'"{text[:_SHOWN]}…"'
