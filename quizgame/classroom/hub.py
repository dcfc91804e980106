"""The hub of a session: one task owns the state, and nothing is told that is not on the disk."""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING

from quizgame.classroom.audience import Audience
from quizgame.classroom.deciding import Deciding
from quizgame.classroom.draft import Draft
from quizgame.classroom.effects import Refuse
from quizgame.classroom.newcomers import Admitted, Newcomers
from quizgame.classroom.requests import Answering, Joining, Ordering, Presence
from quizgame.classroom.rules.due import wakes
from quizgame.classroom.showing import Showing
from quizgame.classroom.state import Phase
from quizgame.classroom.wire.outgoing import Done, Refused, Welcome
from quizgame.saves.errors import NotSaved

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from quizgame.classroom.clock import Clock
    from quizgame.classroom.deciding import Outcome
    from quizgame.classroom.effects import Effect
    from quizgame.classroom.events import Event
    from quizgame.classroom.journal import Journal
    from quizgame.classroom.material import Material
    from quizgame.classroom.requests import Peer, Request
    from quizgame.classroom.staff import Staff
    from quizgame.classroom.state import State
    from quizgame.classroom.wire.incoming import Join, Submit, Verb

GROUP = 0.005
"""Seconds in which requests gather that are written to the disk together."""
RETRY = 1.0
"""Seconds between two tries of a disk that refuses."""
AFTER_THE_END = 60.0
"""Seconds that the hub of a lesson that is over stays when nobody is connected any more."""
ABANDONED = 12 * 3600.0
"""Seconds after which a hub stops that nobody is connected to. Its session can be resumed."""

_TICK = 1.0
_AGAIN = frozenset({"too-fast", "not-saved", "paused"})


class Hub:
    """Carries out what connections ask for, in the order in which it came.

    Attributes:
        state: the session as it is on the disk.
        audience: who is connected.
        staff: what the teacher and the wall are shown.
        unsaved: why the disk refuses; empty while it does not.
        remark: what the teacher should know of how the session was taken up; empty if nothing.
        stopped: why the hub has stopped, `ended`, `abandoned` or what `stop` was given; empty
            while it runs.
    """

    def __init__(
        self,
        state: State,
        material: Material,
        journal: Journal,
        *,
        clock: Clock,
        secret: str,
        staff: Staff,
        tell: Callable[[Sequence[Event]], None],
    ) -> None:
        """A hub of a session whose events are in the journal.

        Args:
            state: where the session stands.
            material: what it asks.
            journal: where its events go.
            clock: the session's clock.
            secret: what students' tokens are made with.
            staff: the same as the attribute.
            tell: is called with events that are on the disk; it must not block.
        """
        self.state = state
        self.audience = Audience()
        self.unsaved = ""
        self.remark = ""
        self.stopped = ""
        self._material = material
        self._journal = journal
        self._clock = clock
        self.staff = staff
        self._tell = tell
        self._newcomers = Newcomers(state, secret)
        self._deciding = Deciding(material, self._newcomers, self.audience.is_there)
        self._showing = Showing(self)
        self._queue: list[Request] = []
        self._gathering_since = 0.0
        self._wake = asyncio.Event()
        self._disk = ThreadPoolExecutor(1, "journal")
        self._retry = 0.0
        self._alone_since = time.monotonic()

    # What connections ask for. None of it waits for the disk.

    async def join(self, peer: Peer, join: Join) -> int | None:
        """Lets somebody join, who is told; their number, or None if they were refused."""
        settled: asyncio.Future[int | None] = asyncio.get_running_loop().create_future()
        now = self._clock.now()
        self._enqueue(Joining(now, peer, join.name, join.people, join.attempt or "", settled))
        return await settled

    def come_back(self, peer: Peer, token: str) -> int | Refused:
        """Seats somebody who had joined, in place of an older connection; their number."""
        student = self._newcomers.find(self.state, token)
        if student is None:
            text = "This seat is not known here. Join anew with your name."
            return Refused(why="unknown-token", text=text)
        if self.state.students[student].out:
            text = "Your teacher has sent you out, and can let you back in."
            return Refused(why="kicked", text=text)
        self.audience.seat(student, peer)
        self._enqueue(Presence(self._clock.now(), student))
        return student

    def leave(self, student: int, peer: Peer) -> None:
        """A student's connection has ended."""
        if self.audience.unseat(student, peer):
            self._enqueue(Presence(self._clock.now(), student))

    def answer(self, peer: Peer, student: int, submit: Submit) -> None:
        """Takes a student's answer; what a connection still had to say that was replaced is late.

        The answer may be an older one than what the new connection has sent.
        """
        if not self.audience.is_seat_of(student, peer):
            return
        self._enqueue(Answering(self._clock.now(), peer, student, submit))

    def order(self, peer: Peer, verb: Verb) -> None:
        """Takes a verb of the host's. To end what has ended stops the hub."""
        if verb.verb == "end" and self.state.phase is Phase.ENDED:
            peer.say(Done(ref=verb.ref))
            self.stop("ended")
            return
        self._enqueue(Ordering(self._clock.now(), peer, verb))

    def add_host(self, peer: Peer) -> None:
        """Shows a screen of the teacher's how things stand, from now on."""
        self.audience.add_host(peer)
        self.staff.show(self, [peer])

    def add_projector(self, peer: Peer) -> None:
        """Shows a wall how things stand, from now on."""
        self.audience.add_projector(peer)
        self.staff.show_wall(self, [peer])

    def count_bad_frame(self) -> None:
        """A connection has sent what nobody sends who means well."""
        self.staff.bad_frames += 1
        self.staff.changed = True

    def stop(self, why: str) -> None:
        """Has `run` return once what is being written is written."""
        self.stopped = self.stopped or why
        self._wake.set()

    @property
    def material(self) -> Material:
        """What the session asks."""
        return self._material

    @property
    def notice(self) -> str:
        """What the hub has done by itself, for the teacher; empty if nothing."""
        return (self._newcomers.notice if self.state.closed else "") or self.remark

    def now(self) -> float:
        """The time of the session's clock."""
        return self._clock.now()

    # The one task that writes.

    async def run(self) -> None:
        """Carries out requests, and what time brings about, until the hub is stopped."""
        showing = asyncio.create_task(self._showing.run())
        try:
            while not (self.stopped or showing.done()):
                await self._gather()
                await self._write_group()
                self.staff.refresh(self)
                self._stop_if_alone()
            self._showing.finish()
            for request in self._queue:
                if isinstance(request, Joining):
                    _resolve(request.settled, None)
        finally:
            showing.cancel()
            self._disk.shutdown()
            # It never ends by itself: what made it end ends the hub.
            with suppress(asyncio.CancelledError):
                await showing

    def _enqueue(self, request: Request) -> None:
        if not self._queue:
            self._gathering_since = time.monotonic()
        self._queue.append(request)
        self._wake.set()

    async def _gather(self) -> None:
        """Waits for requests, or for the time when something is due.

        What has come while the last group was written has waited for others already.
        """
        if not self._queue:
            with suppress(TimeoutError):
                async with asyncio.timeout(self._patience()):
                    await self._wake.wait()
        if self._queue:
            waited = time.monotonic() - self._gathering_since
            await asyncio.sleep(max(0.0, GROUP - waited))
        self._wake.clear()

    def _patience(self) -> float:
        """How long there is nothing to do by itself; the clock is read every second anyway."""
        if self.unsaved:
            return max(0.0, self._retry - time.monotonic())
        when = wakes(self.state)
        due = _TICK if when is None else max(0.0, when - self._clock.now())
        return min(due, _TICK, self.staff.patience())

    async def _write_group(self) -> None:
        requests, self._queue = self._queue, []
        draft = Draft(self.state)
        outcomes = [(one, self._deciding.carry_out(draft, one)) for one in requests]
        draft.catch_up(self._clock.now())
        trying = bool(self.unsaved) and time.monotonic() >= self._retry
        if draft.events or trying:
            try:
                await self._append(draft.events)
            except NotSaved as error:
                self._not_saved(error, requests)
                return
            if self.unsaved:
                self._saved_again()
        self.state = draft.state
        for request, outcome in outcomes:
            self._settle(request, outcome)
        self._follow(draft.effects)
        if draft.events:
            self._tell(draft.events)

    async def _append(self, events: Sequence[Event]) -> None:
        loop = asyncio.get_running_loop()
        if events:
            await loop.run_in_executor(self._disk, self._journal.append, events)
        else:
            await loop.run_in_executor(self._disk, self._journal.probe)

    def _not_saved(self, error: NotSaved, requests: Sequence[Request]) -> None:
        """Nothing of the group has happened."""
        self.unsaved = f"{error.message} {error.hint}"
        self._retry = time.monotonic() + RETRY
        self.staff.changed = True
        text = "Your teacher's computer cannot save just now. It is tried again by itself."
        for request in requests:
            if isinstance(request, Presence):
                self._showing.one(request.student)
            else:
                self._settle(request, Refuse("not-saved", text))

    def _saved_again(self) -> None:
        """Who has come and gone meanwhile is written now."""
        self.unsaved = ""
        self.staff.changed = True
        there = self.audience.students()
        for student in self.state.students.values():
            if not student.out and student.present != (student.id in there):
                self._enqueue(Presence(self._clock.now(), student.id))

    def _settle(self, request: Request, outcome: Outcome) -> None:
        """Tells whoever asked."""
        match request, outcome:
            case Joining(settled=settled), Admitted(student=student) if settled.done():
                # The connection was given up meanwhile: the seat stays empty.
                self._enqueue(Presence(self._clock.now(), student))
            case Joining(peer=peer, settled=settled), Admitted(student=student, token=token):
                self.audience.seat(student, peer)
                lesson, name = self.state.lesson, self.state.students[student].name
                peer.say(Welcome(session=lesson.session, token=token, name=name))
                _resolve(settled, student)
            case Joining(peer=peer, settled=settled), Refuse() as refuse:
                peer.say(_refused(refuse))
                _resolve(settled, None)
            case Answering(peer=peer, submit=submit), Refuse() as refuse:
                peer.say(_refused(refuse, submit.submission))
            case Ordering(peer=peer, verb=verb), Refuse() as refuse:
                peer.say(_refused(refuse, verb.ref))
            case Ordering(peer=peer, verb=verb), None:
                peer.say(Done(ref=verb.ref))
                # A view follows every verb, so that whoever asked sees what came of it.
                self.staff.changed = True

    def _follow(self, effects: Sequence[Effect]) -> None:
        """Tells everybody what they may know now."""
        self.audience.acknowledge(effects)
        self.audience.send_out(effects)
        self._showing.note(effects)
        self.staff.note(effects)

    def _stop_if_alone(self) -> None:
        now = time.monotonic()
        if not self.audience.is_empty:
            self._alone_since = now
        over = self.state.phase is Phase.ENDED
        if now - self._alone_since > (AFTER_THE_END if over else ABANDONED):
            self.stop("ended" if over else "abandoned")


def _resolve(settled: asyncio.Future[int | None], student: int | None) -> None:
    if not settled.done():
        settled.set_result(student)


def _refused(refuse: Refuse, ref: str = "") -> Refused:
    return Refused(
        why=refuse.why, text=refuse.text, ref=refuse.ref or ref, again=refuse.why in _AGAIN
    )
