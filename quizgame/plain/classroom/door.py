"""The door of a lesson, in lines: the code, a seat to come back to, or a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.classroom import phrases
from quizgame.errors import QuizgameError
from quizgame.plain.classroom.dialogue import EVERYWHERE
from quizgame.plain.prompts import Way, explain, found, not_understood, show
from quizgame.plain.voice import QuitError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgame.classroom.entrance import Entrance
    from quizgame.classroom.tickets import Ticket
    from quizgame.classroom.wire.incoming import Join, Return
    from quizgame.classroom.wire.outgoing import Here, Refused
    from quizgame.plain.ears import Ears
    from quizgame.plain.voice import Voice

_ABOUT_CODE = "The code that your teacher shows, or an address such as 192.168.1.20:4747."
_ABOUT_NAME = "Your teacher sees it; the other students do not."
_TOLD = "Always: ? helps, quit leaves."
_NEW = "new"
_NAMES = frozenset({"name", "name-taken", "not-on-roster"})


class Door:
    """Who comes in, and where. A script is asked only for what nobody else can know."""

    def __init__(
        self, voice: Voice, ears: Ears, entrance: Entrance, name: str, people: int
    ) -> None:
        """A door at which somebody stands; `name` is what the command line told."""
        self._voice = voice
        self._ears = ears
        self._entrance = entrance
        self._name = name
        self._people = people
        self._here: Here | None = None

    async def hello(self, code: str) -> Join | Return:
        """What is said to the lesson behind a code, which is asked for where it is none.

        Raises:
            QuitError: somebody leaves, or the input has come to an end.
            QuizgameError: nobody is there to ask for another code.
        """
        waiting: list[Ticket] = []
        while self._here is None:
            code = code or await self._line("The code", about=_ABOUT_CODE)
            try:
                self._here, waiting = await self._entrance.find(code)
            except QuizgameError as error:
                if not self._voice.typed:
                    raise
                self._voice.say(f"{error.title}: {error.message} {error.hint}".strip())
                code = ""
        title = self._here.title
        self._voice.heading(title if title.endswith((".", "?", "!")) else f"{title}.")
        return await self._seat(waiting) or await self._newcomer()

    async def other(self, refused: Refused) -> Join | None:
        """What is said after the lesson has refused something; None if nothing can help."""
        self._voice.say(refused.text)
        if refused.why == "unknown-token":
            self._entrance.tear()
            return await self._newcomer()
        if refused.why in _NAMES:
            self._name = ""
            return await self._newcomer()
        return None

    async def _seat(self, waiting: Sequence[Ticket]) -> Return | None:
        """The seat that somebody comes back to; None for somebody new."""
        known = next((one for one in waiting if one.name.casefold() == self._name.casefold()), None)
        if known is None and waiting and self._voice.typed:
            known = await self._chosen(waiting)
        if known is None:
            return None
        hello = self._entrance.returning(known)
        if hello is None:
            self._voice.say("Somebody uses this seat in another window just now.")
        return hello

    async def _chosen(self, waiting: Sequence[Ticket]) -> Ticket | None:
        self._voice.say("You were in this lesson already, on this computer:")
        ways = [Way(str(n), f"Come back as {one.name}") for n, one in enumerate(waiting, 1)]
        ways.append(Way(_NEW, "Join as somebody new"))
        show(self._voice, ways)
        while True:
            heard = await self._line("Which one", ways)
            key = found(heard, ways)
            if key is not None:
                return None if key == _NEW else waiting[int(key) - 1]
            not_understood(self._voice, heard, ways, EVERYWHERE)

    async def _newcomer(self) -> Join:
        assert self._here is not None
        if self._here.closed:
            self._voice.say(phrases.SHUT)
        if self._here.names == "given":
            return self._entrance.newcomer("", self._people)
        if not self._name:
            self._voice.say(phrases.NAMES[self._here.names])
        while not self._name:
            self._name = await self._line("Your name", about=_ABOUT_NAME)
        return self._entrance.newcomer(self._name, self._people)

    async def _line(self, prompt: str, ways: Sequence[Way] = (), about: str = "") -> str:
        while True:
            self._voice.prompt(prompt)
            line = await self._ears.line()
            if line is None:
                self._voice.end_line()
                raise QuitError
            heard = self._voice.heard(line)
            match heard.casefold():
                case "quit":
                    raise QuitError
                case "?" | "help":
                    explain(self._voice, ways, about, _TOLD)
                case _:
                    return heard
