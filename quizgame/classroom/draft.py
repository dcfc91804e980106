"""A state that is not on the disk yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.classroom.effects import Refuse
from quizgame.classroom.rules.apply import apply
from quizgame.classroom.rules.due import due

if TYPE_CHECKING:
    from quizgame.classroom.effects import Effect
    from quizgame.classroom.events import Event
    from quizgame.classroom.state import State


class Draft:
    """Events that are applied one after the other, to be written as a group or not at all.

    Attributes:
        state: the state after them.
        events: those that changed something, in order.
        effects: what follows once they are on the disk.
    """

    def __init__(self, state: State) -> None:
        """A draft without events."""
        self.state = state
        self.events: list[Event] = []
        self.effects: list[Effect] = []

    def add(self, event: Event) -> Refuse | None:
        """Applies an event; says so if it was refused."""
        after, effects = apply(self.state, event)
        if after is not self.state:
            self.events.append(event)
        self.state = after
        refusal = next((effect for effect in effects if isinstance(effect, Refuse)), None)
        self.effects += [effect for effect in effects if effect is not refusal]
        return refusal

    def catch_up(self, t: float) -> None:
        """Applies what time has brought about by then."""
        while (event := due(self.state, t)) and not self.add(event):
            pass
