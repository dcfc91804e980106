"""An answer in lines: what is picked or marked, how sure, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.classroom import phrases
from quizgame.classroom.state import Phase
from quizgame.classroom.wire.outgoing import Given
from quizgame.game import marking
from quizgame.plain import marks, rounds
from quizgame.plain.classroom.dialogue import Prompt
from quizgame.plain.prompts import Way, found, show

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizgame.classroom.attendance import Attendance
    from quizgame.classroom.events import Confidence
    from quizgame.classroom.wire.outgoing import Common
    from quizgame.game.asking import Asked
    from quizgame.plain.classroom.dialogue import Dialogue

_SURE = (*rounds.SURE, Way("", "leave it out"))
_NUMBERS = Way(marks.WORDS, "number the words of the passage")


class Answering:
    """The question that is open, and the answer that is being given to it.

    Attributes:
        asked: the question; None while none is open.
    """

    def __init__(
        self, dialogue: Dialogue, attendance: Attendance, submit: Callable[[Given, bool], None]
    ) -> None:
        """Nothing is open yet.

        Args:
            dialogue: who asks.
            attendance: what was told and answered.
            submit: sends an answer; its second argument is whether how sure one is follows.
        """
        self.asked: Asked | None = None
        self._dialogue, self._voice = dialogue, dialogue.voice
        self._attendance = attendance
        self._submit = submit
        self._common: Common | None = None
        self._chosen = ""
        self._untold = False

    def open(self, common: Common) -> None:
        """Asks for an answer to the question that has just opened."""
        self.asked, self._common, self._untold = common.asked, common, False
        given, _ = self._attendance.mine
        if given is None:
            self._ask()
        elif self.asked:
            # Whoever comes back has answered before.
            self._tell(given)

    def close(self) -> None:
        """No more answers are taken."""
        self.asked = None
        self._untold = False

    def _ask(self) -> None:
        asked = self.asked
        if asked is None:
            return
        if asked.shape == "mark":
            self._voice.say("Type the words, or w to number them.")
            self._dialogue.ask(Prompt("Your mark", self._marked, about=marks.ABOUT))
        else:
            self._dialogue.ask(Prompt("Your answer", self._picked, rounds.answers(asked)))

    def change(self, heard: str) -> bool:
        """Takes another answer while nothing is asked; whether the line was one."""
        if self.asked is None or self._is_own or self._attendance.mine[0] is None:
            return False
        if self.asked.shape == "mark":
            if heard.casefold() != marks.WORDS and marks.found(self.asked, heard) is None:
                return False
            self._marked(heard)
            return True
        key = found(heard, rounds.answers(self.asked))
        if key is None:
            return False
        self._picked(key)
        return True

    @property
    def ways(self) -> list[Way]:
        """What another answer can be, while one can be given."""
        if self.asked is None or self._is_own or self._dialogue.prompt:
            return []
        return [_NUMBERS] if self.asked.shape == "mark" else rounds.answers(self.asked)

    def _picked(self, key: str) -> None:
        if self.asked:
            self._answer(rounds.answer(self.asked, key))

    def _marked(self, heard: str) -> None:
        asked = self.asked
        if asked is None:
            return
        if heard.casefold() == marks.WORDS:
            marks.number(self._voice, asked)
            self._ask()
        elif span := marks.found(asked, heard):
            self._answer(marking.written(asked.passages[0].text, span))
        else:
            marks.not_there(self._voice, heard)
            self._ask()

    def _answer(self, chosen: str) -> None:
        """Sends an answer at once, or at their own pace, where it stays, with how sure one is."""
        common, asked = self._common, self.asked
        if common is None or asked is None:
            return
        self._chosen = chosen
        if not (common.confidence and self._is_own):
            self._send("", more=common.confidence)
        if common.confidence:
            self._voice.say(f'Your answer: "{asked.answer_text(chosen)}". How sure are you?')
            show(self._voice, _SURE)
            self._dialogue.ask(Prompt("How sure", self._sure, _SURE))

    def _sure(self, key: str) -> None:
        self._send(rounds.BANDS.get(key, ""))

    def _send(self, confidence: Confidence, *, more: bool = False) -> None:
        if self._common:
            number, vote = self._common.number, self._common.vote
            self._untold = not self._is_own
            self._submit(
                Given(question=number, vote=vote, choice=self._chosen, confidence=confidence), more
            )

    def fate(self) -> None:
        """Says what became of the answer, once it is known and nothing else is asked."""
        given, fate = self._attendance.mine
        if not self._untold or self._dialogue.prompt or fate not in {"kept", "waits", "late"}:
            return
        self._untold = False
        self._dialogue.interrupt()
        self._tell(given)

    def _tell(self, given: Given | None) -> None:
        self._voice.say(self._said(given))
        # A script is not asked again.
        if given and self._voice.typed:
            self._voice.say(phrases.STILL_OPEN)

    def _said(self, given: Given | None) -> str:
        if given is None or self.asked is None:
            return phrases.FATES["late"]
        answer = self.asked.answer_text(given.choice)
        return phrases.answered(answer, given.confidence, self._attendance.mine[1])

    @property
    def _is_own(self) -> bool:
        return self._common is not None and self._common.phase is Phase.OWN
