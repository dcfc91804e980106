"""How a student comes into a lesson from this machine, and back: the code and the tickets."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from quizgame.classroom import client, code, tickets
from quizgame.classroom.wire.incoming import Join, Return
from quizgame.classroom.wire.message import LONGEST_NAME, PROTOCOL

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from quizgame.classroom.client import StudentClient, ToStudent
    from quizgame.classroom.link import LinkState
    from quizgame.classroom.targets import Target
    from quizgame.classroom.tickets import Held, Ticket
    from quizgame.classroom.wire.outgoing import Here, Welcome


class Entrance:
    """One student's way in. The ticket in use is held until it is let go.

    Attributes:
        client: the client that was made last; None before.
    """

    def __init__(self, saves: Path, now: Callable[[], datetime]) -> None:
        """An entrance; tickets lie in a folder beside the saves, and `now` is the clock."""
        self.client: StudentClient | None = None
        self._folder = tickets.folder(saves)
        self._now = now
        self._target: Target | None = None
        self._held: Held | None = None

    async def find(self, typed: str) -> tuple[Here, list[Ticket]]:
        """What is hosted behind a code, and the tickets of it that nobody uses, the newest first.

        Raises:
            QuizgameError: it is no code, or nobody answers there.
        """
        self._target = code.read(typed)
        here = await client.look(self._target)
        return here, await asyncio.to_thread(tickets.waiting, self._folder, here.session)

    def newcomer(self, name: str, people: int) -> Join:
        """What somebody new says first; a name that is far too long is cut."""
        self.let_go()
        return Join(protocol=PROTOCOL, name=name[:LONGEST_NAME], people=people)

    def returning(self, ticket: Ticket) -> Return | None:
        """What somebody with a ticket says first; None if somebody else uses it meanwhile."""
        self.let_go()
        self._held = tickets.take(self._folder, ticket)
        return Return(protocol=PROTOCOL, token=ticket.token) if self._held else None

    def again(self) -> Return | None:
        """What whoever had a seat just now says to get it again; None before the first welcome."""
        token = self.client.token if self.client else None
        return Return(protocol=PROTOCOL, token=token) if token else None

    def open(
        self,
        hello: Join | Return,
        on_message: Callable[[ToStudent], None],
        on_link: Callable[[LinkState], None],
    ) -> StudentClient:
        """A client for the lesson that was found last; `run` it."""
        assert self._target is not None
        self.client = client.StudentClient(
            self._target, hello=hello, on_message=on_message, on_link=on_link
        )
        return self.client

    def keep(self, welcome: Welcome) -> None:
        """Keeps the ticket of somebody who was let in. Blocks.

        Raises:
            NotKept: why this student cannot come back later.
        """
        if self._held:
            # One seat has one ticket, however often a hub says welcome.
            self.called(welcome.name)
            return
        ticket = tickets.Ticket(
            session=welcome.session,
            name=welcome.name,
            token=welcome.token,
            hub=str(self._target),
            at=self._now(),
        )
        self._held = tickets.keep(self._folder, ticket)

    def called(self, name: str) -> None:
        """Notes on the ticket in use what the student is called now: the teacher may rename."""
        if self._held and self._held.ticket.name != name:
            self._held.rename(name)

    def let_go(self) -> None:
        """Leaves the ticket for whoever comes back."""
        if self._held:
            self._held.release()
            self._held = None

    def tear(self) -> None:
        """Throws the ticket away: the hub does not know it."""
        if self._held:
            self._held.tear()
            self._held = None
