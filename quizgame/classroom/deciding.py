"""What happens when something is asked for: requests become events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.classroom.effects import Refuse
from quizgame.classroom.events import Answered, Came, Left
from quizgame.classroom.newcomers import Admitted, Newcomers
from quizgame.classroom.requests import Answering, Joining, Ordering, Presence
from quizgame.classroom.rules import voting
from quizgame.classroom.rules.verbs import event_of
from quizgame.classroom.state import Phase

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizgame.classroom.draft import Draft
    from quizgame.classroom.material import Material
    from quizgame.classroom.requests import Request

Outcome = Admitted | Refuse | None
"""Who has joined, why something was refused, or None: it was done."""


class Deciding:
    """Carries requests out on a draft."""

    def __init__(
        self, material: Material, newcomers: Newcomers, is_connected: Callable[[int], bool]
    ) -> None:
        """What decides; `is_connected` tells whether a student has a connection now."""
        self._material = material
        self._newcomers = newcomers
        self._is_connected = is_connected

    def carry_out(self, draft: Draft, request: Request) -> Outcome:
        """Adds what a request makes happen, after what time has brought about before it."""
        draft.catch_up(request.t)
        match request:
            case Joining():
                return self._newcomers.join(draft, request)
            case Answering():
                return draft.add(self._answer(draft, request))
            case Ordering():
                return self._order(draft, request)
            case Presence(t=t, student=student):
                there = self._is_connected(student)
                return draft.add(Came(t, student) if there else Left(t, student))
        return None

    def _answer(self, draft: Draft, asked: Answering) -> Answered:
        submit = asked.submit
        before = draft.state.asked[submit.question - 1 : submit.question]
        right = None
        if before and voting.is_option(before[0].question, submit.choice):
            right = self._material.grade(before[0].question, submit.choice)
        return Answered(
            asked.t,
            asked.student,
            submit.question,
            submit.vote,
            submit.choice,
            submit.confidence,
            submit.submission,
            right,
            submit.more,
        )

    def _order(self, draft: Draft, asked: Ordering) -> Refuse | None:
        while True:
            following = self._material.following(draft.state)
            event = event_of(draft.state, asked.verb, asked.t, following)
            refusal = event if isinstance(event, Refuse) else draft.add(event)
            lays_ready = (
                draft.state.lesson.settings.pace == "own" and draft.state.phase is Phase.LOBBY
            )
            if refusal or asked.verb.verb not in {"begin", "next"} or not lays_ready:
                return refusal
